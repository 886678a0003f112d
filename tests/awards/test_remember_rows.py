"""A sheet of old awards is looked at row by row and taken in whole or not at all (nhập khen thưởng cũ)."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.commune import Commune, make_person
from thidua.awards.models import PastAward
from thidua.awards.queries.history import past_awards
from thidua.awards.remember import (
    COLUMNS,
    MOST_ROWS,
    NEW,
    PastAwardWords,
    error_sheet,
    keep_past_awards,
    past_rows_kept,
    read_past_awards,
    take_in_past_awards,
)
from thidua.awards.remember.rows import header, kind_said, level_said
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.models import Collective, Household, Person
from thidua.records.entitle import TitleWords, end_title, set_title
from thidua.records.models import Run

DAY = date(2023, 6, 5)
HEAD = ["STT", "Họ và tên", "Thôn", "Năm sinh", "Danh hiệu", "Số QĐ", "Ngày QĐ", "Người ký", "Số tiền"]
TAI = ["1", "LỘC VĂN TÀI", "Thôn Khuổi Cáp", "1968", "Giấy khen của Chủ tịch UBND xã", "45/QĐ-UBND",
       "20/12/2019", "Chủ tịch UBND xã Nà Lâm", "200.000 đ"]  # fmt: skip


@pytest.fixture
def acting(whole: Commune) -> dict[str, object]:
    return {"mandate": whole.commune.standing, "on": DAY}


def _row(name: str, **cells: str) -> list[str]:
    places = {"thon": 2, "nam": 3, "danh_hieu": 4, "so": 5, "ngay": 6, "ky": 7, "tien": 8}
    row = [*TAI[:1], name, *TAI[2:]]
    for cell, words in cells.items():
        row[places[cell]] = words
    return row


def test_a_row_is_understood_under_the_names_an_office_gives_its_columns(
    whole: Commune, acting: dict
) -> None:
    (row,) = read_past_awards([["Danh sách khen thưởng các năm"], HEAD, TAI], **acting)
    assert (row.number, row.name, row.kind, row.unit, row.birth_year) == (
        3, "Lộc Văn Tài", "individual", whole.village, 1968,
    )  # fmt: skip
    assert row.words == PastAwardWords(
        title="Giấy khen của Chủ tịch UBND xã",
        form="giay_khen_xa",
        decision="45/QĐ-UBND",
        decided_on=date(2019, 12, 20),
        decided_by="Chủ tịch UBND xã Nà Lâm",
        level="xa",
        amount=200_000,
        name="LỘC VĂN TÀI",
    )
    assert (row.faults, row.matches, row.choice, row.goes_to) == ((), (), NEW, None)


@given(st.permutations(range(len(HEAD))))
def test_columns_may_stand_in_any_order(order: list[int]) -> None:
    names = {"Tên": "Họ và tên", "Đơn vị": "Thôn", "Số quyết định": "Số QĐ", "Tiền thưởng": "Số tiền"}
    found, first = header([[HEAD[place] for place in order]])
    assert first == 1
    assert {column: HEAD[order[found[column]]] for column in names} == names


def test_without_names_the_columns_stand_in_their_usual_order() -> None:
    assert header([["Lộc Văn Tài", "cá nhân"]]) == ({column: n for n, column in enumerate(COLUMNS)}, 0)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (_row(""), "Chưa ghi tên."),
        (_row("Lý A", thon="Thôn Xa"), "Đơn vị “Thôn Xa” không có trong danh sách đơn vị, thôn."),
        (_row("Lý A", nam="khoảng 70"), "Năm sinh “khoảng 70” không đọc được."),
        (_row("Lý A", ngay=""), "Chưa ghi ngày quyết định."),
        (_row("Lý A", ngay="2019"),
         "Ngày quyết định “2019” không đọc được; hãy ghi đủ ngày, tháng, năm như 05/6/2019."),
        (_row("Lý A", ngay="20/12/2029"), "Ngày quyết định 20/12/2029 ở sau ngày làm việc 05/6/2023."),
        (_row("Lý A", so=""), "Chưa ghi số quyết định."),
        (_row("Lý A", tien="nhiều"), "Tiền thưởng “nhiều” không đọc được; hãy ghi số đồng."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_cell_by_cell_and_nothing_is_taken_in(
    whole: Commune, acting: dict, row: list[str], fault: str
) -> None:
    run = keep_past_awards([HEAD, TAI, row], **acting)
    read = past_rows_kept(run, **acting)
    assert [one.faults for one in read] == [(), (fault,)]
    assert [cells[-1] for cells in error_sheet(read).rows] == ["", fault]
    with pytest.raises(Refused, match=r"Còn dòng chưa đúng \(3\); chưa ghi dòng nào"):
        take_in_past_awards(run, answers={}, **acting)
    assert (PastAward.objects.count(), Person.objects.filter(name="Lộc Văn Tài").count()) == (0, 0)


def test_the_error_file_corrected_comes_back_as_it_was(whole: Commune, acting: dict) -> None:
    read = read_past_awards([HEAD, TAI, _row("Lý A", ngay="20/12")], **acting)
    sheet = error_sheet(read)
    returned = [list(sheet.columns), *([*row] for row in sheet.rows)]
    returned[2][6] = "20/12/2019"
    again = read_past_awards(returned, **acting)
    assert [row.faults for row in again] == [(), ()]
    assert again[0].words == read[0].words


def test_one_new_record_for_one_name_however_many_awards(whole: Commune, acting: dict) -> None:
    rows = [
        HEAD,
        TAI,
        _row("Lộc Văn Tài", so="9/QĐ-UBND"),
        _row("Hộ ông Chu A", nam=""),
        _row("Tổ xe ôm", nam=""),
    ]
    run = keep_past_awards(rows, **acting)
    assert take_in_past_awards(run, answers={}, **acting) == 4
    person = Person.objects.get(name="Lộc Văn Tài")
    assert {honour.decision for honour in past_awards(person)} == {"45/QĐ-UBND", "9/QĐ-UBND"}
    assert (Household.objects.get().name_key, Collective.objects.get().folded) == ("chua", "to xe om")
    assert Run.objects.get().says == "Đã nhập 4 khen thưởng cũ; lập 3 hồ sơ mới."
    assert len(JournalEntry.objects.get(verb="take_in_past_awards").data["entries"]) == 4
    with pytest.raises(Refused, match="đã được nhập"):
        take_in_past_awards(run, answers={}, **acting)


def test_a_name_on_record_for_sure_is_found_and_a_doubtful_one_is_chosen(
    whole: Commune, acting: dict
) -> None:
    sure = make_person(whole.village, "Lộc Văn Tài", birth_year=1968)
    doubtful = make_person(whole.village, "Lý Thị Mỹ")
    run = keep_past_awards([HEAD, TAI, _row("Lý Thị Mĩ"), _row("Lý Thị Mỹ", so="8/QĐ")], **acting)
    read = past_rows_kept(run, **acting)
    assert [row.needs_choice for row in read] == [False, True, True]
    assert read[0].goes_to.row == sure
    with pytest.raises(Refused, match="Hãy chọn hồ sơ cho dòng 3, 4"):
        take_in_past_awards(run, answers={3: "không có", 2: NEW}, **acting)
    take_in_past_awards(run, answers={3: str(doubtful.pk), 4: NEW}, **acting)
    assert [len(past_awards(one)) for one in (sure, doubtful)] == [1, 1]
    assert Person.objects.filter(name_key=doubtful.name_key).count() == 2


def test_the_same_award_is_not_entered_twice(whole: Commune, acting: dict) -> None:
    run = keep_past_awards([HEAD, TAI], **acting)
    take_in_past_awards(run, answers={}, **acting)
    again = past_rows_kept(keep_past_awards([HEAD, TAI, [*TAI]], **acting), **acting)
    assert [row.faults for row in again] == [("Khen thưởng này đã được ghi trong hồ sơ.",)] * 2
    fresh = read_past_awards([HEAD, _row("Hà Thị Lan"), _row("HÀ THỊ LAN")], **acting)
    assert [row.faults for row in fresh] == [(), ("Trùng với dòng 2.",)]


def test_an_empty_sheet_and_one_too_long_are_refused(whole: Commune, acting: dict) -> None:
    with pytest.raises(Refused, match="Chưa có dòng nào"):
        keep_past_awards([HEAD], **acting)
    with pytest.raises(Refused, match=f"tối đa {MOST_ROWS} dòng"):
        keep_past_awards([TAI] * (MOST_ROWS + 11), **acting)


def test_an_old_unit_is_found_by_the_name_of_its_time(whole: Commune, acting: dict) -> None:
    old = whole.villages[1]
    old.closed_on, old.successor = date(2021, 1, 1), whole.village
    old.save()
    (row,) = read_past_awards([HEAD, _row("Hà Thị Lan", thon="THÔN BẢN VÀNG")], **acting)
    assert (row.unit, row.faults) == (old, ())


@pytest.mark.parametrize("role", ["admin", "clerk"])
def test_only_the_standing_officer_takes_in(whole: Commune, role: str) -> None:
    with pytest.raises(Refused, match="Thường trực"):
        keep_past_awards([HEAD, TAI], mandate=whole.commune.mandates[role], on=DAY)


@pytest.mark.parametrize(
    ("said", "name", "kind"),
    [
        ("Tập thể", "x", "collective"), ("Hộ gia đình", "x", "household"), ("cá nhân", "Tổ 1", "individual"),
        ("", "Hồ Văn Ban", "individual"), ("", "Tô Thị Hội", "individual"), ("", "Hộ ông Chu A", "household"),
        ("", "Trường Tiểu học Nà Lâm", "collective"), ("khác", "Chi hội Phụ nữ", "collective"),
    ],
)  # fmt: skip
def test_what_kind_of_recipient_a_row_means(said: str, name: str, kind: str) -> None:
    assert kind_said(said, name) == kind


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Chủ tịch UBND tỉnh Lạng Bình", "tinh"), ("UBND huyện Cao Sơn", "huyen"), ("xã", "xa"),
        ("Thủ tướng Chính phủ", "trung_uong"), ("Ủy ban MTTQ xã", "xa"), ("Công ty Lâm nghiệp", "don_vi"),
        ("trung_uong", "trung_uong"),
    ],
)  # fmt: skip
def test_who_decided_tells_the_level(words: str, level: str) -> None:
    assert level_said(words) == level


def test_a_form_of_the_law_books_and_a_title_of_the_locality_are_known_by_their_names(
    whole: Commune, acting: dict
) -> None:
    words = TitleWords(
        "Gia đình hiếu học tiêu biểu", "xa", "Quyết định số 12/QĐ-UBND", date(2020, 2, 1),
        {"household": ["Chăm học"]},
    )  # fmt: skip
    title = set_title(whole.commune.unit, words=words, **acting)
    end_title(title, last=date(2023, 12, 31), paper="Quyết định số 90/QĐ-UBND", **acting)
    rows = [
        [name, "", "", "", form, "45/QĐ-UBND", "05/6/2021", "Chủ tịch UBND xã"]
        for name, form in (
            ("Hộ bà Nông Thị Lả", "GIA ĐÌNH hiếu học tiêu biểu"),
            ("Bà Nông Thị Lả", "BẰNG KHEN của Chủ tịch UBND tỉnh"),
            ("Bà Nông Thị Lan", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"),
            ("Bà Nông Thị Lụa", "Kỷ niệm chương"),
        )
    ]
    read = read_past_awards(rows, **acting)
    assert [row.words.form for row in read] == [title.code, "bang_khen_tinh", "bang_khen_tinh", ""]


def test_many_rows_cost_as_many_queries_as_few(whole: Commune, acting: dict) -> None:
    def queries(number: int) -> int:
        rows = [HEAD, *(_row(f"Bàn Văn Lìn {place}", so=f"{number}/{place}") for place in range(number))]
        run = keep_past_awards(rows, **acting)
        with CaptureQueriesContext(connection) as caught:
            assert take_in_past_awards(run, answers={}, **acting) == number
        return len(caught)

    queries(1)  # the first line of a journal also opens its chain
    assert queries(2) == queries(40)
