"""Biểu thống kê: kỳ theo quy định của ngày, mỗi ô là một số đếm được hoặc “không có số liệu”."""

from datetime import date

import pytest

from tests.awards.session_story import decided, eligible, held, sent
from tests.factories.commune import make_campaign, make_collective, make_person
from tests.factories.printed import require_flawless, text_of
from thidua.awards.models import Basis, Nomination, PastAward
from thidua.campaigns.models import Campaign
from thidua.paper.sheet import write_xlsx
from thidua.records.models import LocalRule
from thidua.reports.statistic_papers import notes_of, statistic_paper, statistic_sheets
from thidua.reports.statistics import NO_DATA, offices_within, statistics_of, words_of, year_of

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)


@pytest.fixture
def told(whole) -> Campaign:
    """A campaign of the commune with two awards, and an old Bằng khen entered from its paper."""
    campaign, office = make_campaign(whole, state="reviewing"), whole.commune
    farmer = make_person(whole.village, "Nông Thị Hiên", is_direct_worker=True)
    cases = [eligible(whole, campaign, one) for one in (farmer, make_collective(whole.village))]
    decided(sent(held(campaign, cases, office), office), office)
    PastAward.objects.create(
        unit=office.unit, person=farmer, name=farmer.name, entered_on=DAY, entered_by="x",
        form="bang_khen_tinh", title="Bằng khen", decision="12/QĐ-UBND", decided_on=date(2023, 2, 3),
        decided_by="Chủ tịch UBND tỉnh", level="tinh",
    )  # fmt: skip
    return campaign


def forms(unit, year=2023):
    return {one.form.id: one for one in statistics_of(unit, year_of(unit, year))}


def cells(filled) -> dict[str, tuple]:
    """Each row of a form by its words."""
    return {row.name: row.cells for row in filled.rows if row.cells}


def test_the_year_is_cut_as_the_circular_of_the_day_says(whole) -> None:
    for number, first, last, ruled in (
        (2022, date(2022, 1, 1), date(2022, 12, 31), False),
        (2023, date(2022, 12, 1), date(2023, 11, 30), True),
        (2024, date(2023, 12, 1), date(2024, 11, 30), True),
        (2026, date(2026, 1, 1), date(2026, 12, 31), True),
    ):
        year = year_of(whole.commune.unit, number)
        assert (year.first, year.last, year.ruled) == (first, last, ruled)


def test_the_office_may_set_the_calendar_year(whole) -> None:
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="statistics_report", value="calendar", paper="Công văn số 3",
        starts=date(2020, 1, 1), confirmed_by="Chủ tịch",
    )  # fmt: skip
    assert year_of(whole.commune.unit, 2023).says == "từ ngày 01/01/2023 đến ngày 31/12/2023"


def campaigns_by_level_term_and_way(whole, told) -> None:
    filled = forms(whole.commune.unit)["campaigns"]
    found = cells(filled)
    assert (filled.form.code, len(filled.columns)) == ("0601.N", 4)
    assert found["Tổng số phong trào thi đua"] == (1, None, None, 1)
    assert found["Toàn quốc"] == (None, None, None, None)
    assert found["Dưới 1 năm"] == (1, None, None, 1)
    assert found["1 năm"] == (0, None, None, 0)
    assert found["Theo chuyên đề"] == (1, None, None, 1)
    assert found["Thường xuyên hằng năm"] == (None,) * 4


def the_term_of_a_campaign(whole, told) -> None:
    for ends, row in (
        (date(2024, 3, 14), "1 năm"),
        (date(2025, 3, 14), "Trên 1 năm đến dưới 3 năm"),
        (date(2026, 3, 14), "Từ 3 năm đến dưới 5 năm"),
        (date(2028, 3, 14), "Từ 5 năm trở lên"),
    ):
        Campaign.objects.update(ends=ends)
        counted = {name: cell[0] for name, cell in cells(forms(whole.commune.unit)["campaigns"]).items()}
        assert [name for name in counted if "năm" in name and counted[name]] == [row]


def a_campaign_without_its_end_stands_in_no_term(whole, told) -> None:
    Campaign.objects.update(ends=None)
    filled = forms(whole.commune.unit)["campaigns"]
    assert cells(filled)["Dưới 1 năm"][0] == 0
    assert "1 phong trào chưa ghi ngày kết thúc nên không xếp vào dòng thời hạn." in filled.notes


def test_the_province_counts_what_lies_below_it(whole, told) -> None:
    province = whole.province.unit
    Campaign.objects.create(
        unit=province, slug="tinh", code="TINH1", state="open", title="x", short_title="x",
        launched_level="tinh", starts=date(2023, 1, 5), ends=date(2023, 12, 5),
    )  # fmt: skip
    found = cells(forms(province)["campaigns"])
    assert found["Tổng số phong trào thi đua"] == (2, None, 1, 1)
    assert found["Bộ, ngành, địa phương"] == (1, None, 1, None)
    assert found["Cơ quan, đơn vị"] == (1, None, None, 1)
    assert list(offices_within(province)) == [province, whole.district.unit, whole.commune.unit]


def awards_by_object_and_way(whole, told) -> None:
    found = forms(whole.commune.unit)
    assert set(cells(found["state_awards"]).values()) == {(None,)}
    province = found["province_awards"]
    assert province.columns == ("Tổng số", "Bằng khen của Chủ tịch UBND tỉnh")
    assert (
        cells(province)["Tổng số"] == cells(province)["Người trực tiếp công tác, lao động, học tập"] == (1, 1)
    )
    assert cells(province)["Theo phong trào, chuyên đề"] == (None, None)
    assert "1 trường hợp nhập từ quyết định cũ" in " ".join(province.notes)
    local = cells(found["local_awards"])
    assert (local["Tổng số"], local["Tập thể"], local["Cá nhân"], local["Hộ gia đình"]) == (
        (2, 2), (1, 1), (1, 1), (0, 0),
    )  # fmt: skip
    assert (local["Theo phong trào, chuyên đề"], local["Đột xuất"], local["Đối ngoại"]) == (
        (2, 2), (0, 0), (None, None),
    )  # fmt: skip


def the_way_is_what_the_nomination_rests_on(whole, told) -> None:
    Basis.objects.create(nomination=Nomination.objects.get(recipient="individual"), award_type="dot_xuat")
    local = cells(forms(whole.commune.unit)["local_awards"])
    assert (local["Đột xuất"], local["Theo phong trào, chuyên đề"]) == ((1, 1), (1, 1))


def rare_forms_share_the_last_column(whole, told) -> None:
    farmer = PastAward.objects.get().person
    for number in range(8):
        PastAward.objects.create(
            unit=whole.commune.unit, person=farmer, name=farmer.name, entered_on=DAY, entered_by="x",
            title=f"Kỷ niệm chương {number}", decision=f"{number}/QĐ", decided_on=DAY, decided_by="Bộ",
            level="tinh",
        )  # fmt: skip
    filled = forms(whole.commune.unit)["province_awards"]
    assert (len(filled.columns), filled.columns[-1]) == (7, "Hình thức khác")
    assert sum(cells(filled)["Tổng số"][1:]) == 9


def nothing_on_file_is_no_zero(whole, told) -> None:
    for filled in forms(whole.commune.unit, 2024).values():
        assert {word for row in filled.rows for word in words_of(row.cells)} == {NO_DATA}


def before_2023_the_form_had_no_column_for_offices(whole, told) -> None:
    Campaign.objects.update(starts=date(2022, 3, 1), ends=date(2025, 3, 1))
    filled = forms(whole.commune.unit, 2022)["campaigns"]
    assert (filled.form.code, len(filled.columns)) == ("0701.N", 3)
    assert cells(filled)["Từ 3 năm trở lên"] == (1, None, None)


def each_form_prints_without_a_fault_and_says_what_was_not_read(whole, told) -> None:
    unit, office = whole.commune.unit, whole.commune
    year = year_of(unit, 2023)
    for filled in statistics_of(unit, year):
        paper = statistic_paper(filled, unit=unit, year=year, maker=office.standing, chair=office.chair)
        require_flawless(paper)
        assert NO_DATA in text_of(paper)
    assert paper.type_name == "BIỂU THỐNG KÊ"
    assert "bố cục chưa đối chiếu bản gốc" in " ".join(notes_of(forms(unit)["campaigns"]))


def the_workbook_has_a_sheet_for_each_form(whole, told) -> None:
    sheets = statistic_sheets(list(forms(whole.commune.unit).values()))
    assert [sheet.title for sheet in sheets] == [
        "0601.N",
        "0602.N",
        "0603.N",
        "Khen thưởng cấp huyện, cấp xã",
    ]
    assert sheets[0].rows[0] == ("01", "Tổng số phong trào thi đua", 1, NO_DATA, NO_DATA, 1)
    assert sheets[0].rows[1][2:] == ("",) * 4
    assert write_xlsx(sheets)[:2] == b"PK"


def test_one_year_looked_at_from_every_side(whole, told) -> None:
    for look in (
        campaigns_by_level_term_and_way,
        awards_by_object_and_way,
        each_form_prints_without_a_fault_and_says_what_was_not_read,
        the_workbook_has_a_sheet_for_each_form,
        nothing_on_file_is_no_zero,
        the_term_of_a_campaign,
        a_campaign_without_its_end_stands_in_no_term,
        the_way_is_what_the_nomination_rests_on,
        rare_forms_share_the_last_column,
        before_2023_the_form_had_no_column_for_offices,
    ):
        look(whole, told)
