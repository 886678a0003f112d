"""Số liệu của đợt: mỗi số có cách tính, có danh sách đằng sau; theo nội dung, theo đơn vị, theo hình thức."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.awards.dossiers import sent as nominated
from tests.awards.session_story import decided, eligible, held, sent
from tests.factories.commune import make_campaign, make_collective, make_person, make_unit
from tests.publicity.honours import shown
from thidua.awards.models import DecisionItem, Payment
from thidua.campaigns.models import Campaign, Lead, ModelProject, Target
from thidua.campaigns.register import RegistrationEntry, TargetEntry, save_registration, submit_registration
from thidua.paper.sheet import write_xlsx
from thidua.publicity.broadcast import Airing, log_airing, write_bulletin
from thidua.reports.behind import behind, figure_named
from thidua.reports.breakdown import (
    award_rows,
    awards_chart,
    content_rows,
    people_chart,
    share_chart,
    unit_rows,
    units_chart,
)
from thidua.reports.figures import figures_of
from thidua.reports.missing import missing_in
from thidua.reports.tables import campaign_sheets

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)


@pytest.fixture
def told(whole) -> Campaign:
    """One village registered and reached one of two targets, built a model; two of its people were awarded,
    one more is put forward; a role model, a bulletin read, two good deeds told.
    """
    campaign, office, head = make_campaign(whole, state="reviewing"), whole.commune, whole.head(whole.village)
    Campaign.objects.update(state="open")
    campaign.refresh_from_db()
    content = campaign.contents.get(order=1)
    targets = (
        TargetEntry(content, "Làm đường", Decimal(100), "mét"),
        TargetEntry(content, "Trồng rừng", Decimal(3), "ha"),
    )
    entry = RegistrationEntry(targets, "Đường hoa", "Mỗi hộ một đoạn")
    found = save_registration(campaign, entry=entry, unit=whole.village, mandate=head, on=DAY)
    submit_registration(found, mandate=head, on=DAY)
    road = Target.objects.get(text="Làm đường")
    campaign.progress.create(unit=whole.village, target=road, value=Decimal(120), text="Xong", on=DAY)
    ModelProject.objects.update(stage="done", done_on=DAY)
    shown(campaign, office.standing)
    bulletin = write_bulletin(campaign, mandate=office.culture, on=DAY)
    log_airing(bulletin, airing=Airing(DAY, "17:30", "Cụm loa chợ"), mandate=office.culture, on=DAY)
    for place, state in enumerate(("verified", "new")):
        Lead.objects.create(
            unit=office.unit, campaign=campaign, receipt=f"TIN{place}", who=f"Bà Slao {place}",
            what="Dắt trâu", received_on=DAY, state=state,
        )  # fmt: skip
    Campaign.objects.update(state="reviewing")
    campaign.refresh_from_db()
    woman = make_person(whole.village, "Nông Thị Hiên", honorific="Bà", is_direct_worker=True)
    cases = [eligible(whole, campaign, one) for one in (woman, make_collective(whole.village))]
    decided(sent(held(campaign, cases, office), office), office)
    nominated(whole, make_person(whole.village, "Lộc Văn Tài"), campaign=campaign)
    return campaign


def figure(campaign, key):
    found = figure_named(campaign, key, on=DAY)
    return found.value, found.of


def lines(campaign, key, mandate):
    found = behind(figure_named(campaign, key, on=DAY), campaign, mandate=mandate, on=DAY)
    return [(line.name, line.says, line.counted) for line in map(found.line, found.rows)], found.hidden


def every_figure_says_how_it_is_counted_and_has_its_list(whole, told) -> None:
    found = figures_of(told, on=DAY)
    assert len({one.id for one in found}) == len(found)
    assert [one.id for one in found if not one.how or not one.name] == []
    for one in found:
        rows = behind(one, told, mandate=whole.commune.standing, on=DAY)
        counted = [line for line in map(rows.line, rows.rows) if line.counted]
        if one.measure not in ("đồng", "phút") and one.id != "people_villages":
            assert (one.id, len(counted)) == (one.id, one.value)


def the_figures_of_the_campaign(whole, told) -> None:
    wanted = {
        "registered": (1, 4), "targets": (1, 2), "models": (1, 1), "leads": (1, 2), "role_models": (1, None),
        "broadcasts": (1, None), "nominations": (3, None), "decided": (2, 3), "level_xa": (2, 2),
        "form_giay_khen_xa": (2, 2), "kind_collective": (1, 2), "kind_individual": (1, 2),
        "people_workers": (1, 1), "people_women": (1, 1),
    }  # fmt: skip
    assert {key: figure(told, key) for key in wanted} == wanted
    with pytest.raises(Campaign.DoesNotExist):
        figure(told, "khong-co")


def test_a_cancelled_award_counts_no_more_and_money_is_what_was_paid(whole, told) -> None:
    person, collective = DecisionItem.objects.order_by("-amount").reverse()
    Payment.objects.filter(item=person).delete()
    Payment.objects.create(item=person, unit=whole.commune.unit, amount=person.amount, payee="x", paid_on=DAY)
    assert figure(told, "paid") == (230_000, 680_000)
    collective.revocations.create(document=collective.decision.document, reason="Sai", day=DAY)
    assert (figure(told, "decided"), figure(told, "money")) == ((1, 3), (230_000, None))


def behind_a_figure_stand_its_records_counted_ones_first(whole, told) -> None:
    officer = whole.commune.standing
    assert lines(told, "targets", officer) == ([
        ("Làm đường", "Thôn Khuổi Cáp: đạt 120 trên 100 mét", True),
        ("Trồng rừng", "Thôn Khuổi Cáp: chưa báo số trên 3 ha", False),
    ], 0)  # fmt: skip
    registered, _ = lines(told, "registered", officer)
    assert registered[0] == ("Thôn Khuổi Cáp", "đã đăng ký ngày 05/6/2023", True)
    assert registered[1][1:] == ("chưa đăng ký", False)
    assert lines(told, "broadcasts", officer)[0][0][1].startswith("05/6/2023 lúc 17:30, Cụm loa chợ")
    assert [name for name, _, _ in lines(told, "kind_individual", officer)[0]] == ["Nông Thị Hiên"]


def what_one_may_not_look_at_is_counted_and_not_named(whole, told) -> None:
    other = whole.head(whole.villages[1])
    assert lines(told, "nominations", other) == ([], 3)
    assert lines(told, "leads", other) == ([], 2)
    assert [name for name, _, _ in lines(told, "decided", whole.head(whole.village))[0]] == [
        "Chi hội Phụ nữ thôn Khuổi Cáp", "Nông Thị Hiên",
    ]  # fmt: skip


def by_content_by_unit_by_form(whole, told) -> None:
    first, second = content_rows(told)
    assert (first.units, first.targets, first.told, first.reached, first.reports) == (1, 2, 1, 1, 1)
    assert (second.units, second.targets, second.reports) == (0, 0, 0)
    village = next(row for row in unit_rows(told, on=DAY) if row.unit == whole.village)
    assert (village.registered, village.reached, village.targets, village.models) == (True, 1, 2, 1)
    assert (village.nominated, village.awarded, village.amount) == (3, 2, 680_000)
    commune, district, _ = award_rows(told)
    assert (commune.collective, commune.individual, commune.awarded, commune.amount) == (1, 1, 2, 680_000)
    assert (district.nominated, district.awarded) == (1, 0)


def the_charts_show_only_what_there_is(whole, told) -> None:
    figures, units, awards = figures_of(told, on=DAY), unit_rows(told, on=DAY), award_rows(told)
    assert [bar.says for bar in share_chart(figures).bars][0] == "1 trên 4 (25 %)"
    assert [(bar.label, bar.says) for bar in units_chart(units).bars] == [("thôn Khuổi Cáp", "1 trên 2")]
    assert [bar.value for bar in awards_chart(awards).bars] == [2, 0, 0]
    assert len(people_chart(figures).bars) == 6
    assert awards_chart([]).bars == units_chart([]).bars == share_chart([]).bars == ()


def the_tables_cost_the_same_for_more_units(whole, told) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as caught:
            unit_rows(told, on=DAY)
            content_rows(told)
        return len(caught)

    before = cost()
    for number in range(3):
        make_unit(f"Thôn Mới {number}", f"thon-moi-{number}", "thon", whole.commune.unit)
    assert cost() == before


def the_workbook_has_the_same_figures(whole, told) -> None:
    sheets = campaign_sheets(told, missing_in(told, on=DAY), on=DAY)
    assert [sheet.title for sheet in sheets] == [
        "Số liệu", "Theo nội dung", "Theo đơn vị", "Theo hình thức", "Còn thiếu",
    ]  # fmt: skip
    assert [row[2:4] for row in sheets[0].rows] == [(one.value, one.of) for one in figures_of(told, on=DAY)]
    assert write_xlsx(sheets)[:2] == b"PK"


def test_one_campaign_looked_at_from_every_side(whole, told) -> None:
    for look in (
        every_figure_says_how_it_is_counted_and_has_its_list,
        the_figures_of_the_campaign,
        behind_a_figure_stand_its_records_counted_ones_first,
        what_one_may_not_look_at_is_counted_and_not_named,
        by_content_by_unit_by_form,
        the_charts_show_only_what_there_is,
        the_workbook_has_the_same_figures,
        the_tables_cost_the_same_for_more_units,
    ):
        look(whole, told)
