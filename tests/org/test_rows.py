"""Sheets of units and people: each row understood, each fault named, nothing half taken in."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_commune, make_person
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.establish.people import PersonWords
from thidua.org.establish.rows import KNOWN, MOST_ROWS, NEW, RowRead, add_rows, read_people, read_units
from thidua.org.models import Person, Unit
from thidua.reading.files.sheet import read_pasted

TODAY = date(2023, 3, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return make_commune(2023)


def people(commune: Commune, pasted: str) -> list[RowRead]:
    return read_people(read_pasted(pasted), mandate=commune.commune.standing, on=TODAY)


def test_lines_with_names_alone_are_units_below_the_committee(commune: Commune) -> None:
    rows = read_pasted("Thôn Nà Pheo\nTổ dân phố 3\nHội Cựu chiến binh xã\nBản Mới")
    read = read_units(rows, mandate=commune.commune.standing, on=TODAY)
    assert [(row.words.name, row.words.level, row.fault) for row in read] == [
        ("Thôn Nà Pheo", "thon", ""),
        ("Tổ dân phố 3", "thon", ""),
        ("Hội Cựu chiến binh xã", "don_vi", ""),
        ("Bản Mới", "thon", ""),
    ]
    assert add_rows(read, mandate=commune.commune.standing, on=TODAY) == 4
    assert Unit.objects.filter(parent=commune.commune.unit).count() == 8
    assert JournalEntry.objects.filter(verb="add_unit").count() == 4


def test_a_head_row_names_the_columns_in_any_order(commune: Commune) -> None:
    rows = read_pasted(
        "Cấp\tGhi chú\tTên\tTrực thuộc\nCơ quan\tx\tTrạm Y tế xã\tUBND xã\nthôn\t\tThôn 9\tna-lam"
    )
    read = read_units(rows, mandate=commune.commune.standing, on=TODAY)
    assert [(row.number, row.words.name, row.words.level, row.fault) for row in read] == [
        (2, "Trạm Y tế xã", "don_vi", "Không có đơn vị “UBND xã”."),
        (3, "Thôn 9", "thon", ""),
    ]


def test_people_are_read_with_their_particulars(commune: Commune) -> None:
    read = people(
        commune,
        "Họ và tên\tĐơn vị\tÔng/Bà\tNăm sinh\tChức vụ\tLao động trực tiếp\n"
        "bà Nông Thị Hằng\tThôn Khuổi Cáp\t\t12/3/1985\tNông dân\tx\n"
        "LỘC VĂN MINH\tkhuoi-cap\tÔng\t1990\t\t",
    )
    assert [row.words for row in read] == [
        PersonWords("Nông Thị Hằng", "Bà", 1985, "Nông dân", is_direct_worker=True),
        PersonWords("Lộc Văn Minh", "Ông", 1990),
    ]
    assert {row.unit for row in read} == {commune.village}


def test_the_honorific_is_guessed_where_the_sheet_is_silent(commune: Commune) -> None:
    read = people(
        commune,
        "Bá Văn Lợi\nbà Lộc Tươi Xanh\nNông Thị Hằng\nVi Thị Páo\t\tÔng\nLý Xuân Mai\t\tNữ\ncô Lục Xuân Nhi",
    )
    guessed = [row.words.honorific for row in read]  # type: ignore[union-attr]
    assert guessed == ["Ông", "Bà", "Bà", "Ông", "Bà", "Bà"]


def test_every_fault_is_named_and_nothing_is_taken_in(commune: Commune) -> None:
    before = Person.objects.count()
    read = people(
        commune,
        "Họ và tên\tĐơn vị\tNăm sinh\nNông Thị Hằng\tThôn Khuổi Cáp\t1985\n"
        "Nông Thị Hằng\tThôn Khuổi Cáp\t1985\n"
        "Hằng\t\t\nLộc Văn Minh\tThôn Lạ\t\nLộc Văn Minh\t\tkhông rõ\nHứa Văn Sinh\tThôn Khuổi Cáp\t",
    )
    assert [row.fault for row in read] == [
        "",
        "Trùng với dòng 2.",
        "Họ và tên phải có ít nhất hai chữ.",
        "Không có đơn vị “Thôn Lạ”.",
        "Năm sinh “không rõ” không đọc được.",
        "Thôn Khuổi Cáp đã có Hứa Văn Sinh; nếu là người khác, hãy ghi thêm năm sinh.",
    ]
    with pytest.raises(Refused) as refused:
        add_rows(read, mandate=commune.commune.standing, on=TODAY)
    assert refused.value.ruling.because == "Còn dòng chưa đúng (3, 4, 5, 6, 7); chưa ghi dòng nào."
    assert Person.objects.count() == before


def test_an_empty_or_endless_sheet_is_refused(commune: Commune) -> None:
    with pytest.raises(Refused) as refused:
        add_rows([], mandate=commune.commune.standing, on=TODAY)
    assert refused.value.ruling.because == "Bảng không có dòng nào."
    with pytest.raises(Refused) as refused:
        read_units([["Thôn"]] * (MOST_ROWS + 1), mandate=commune.commune.standing, on=TODAY)
    assert refused.value.ruling.because == "Bảng có 2001 dòng; mỗi lần nhập tối đa 2000 dòng."


def test_a_name_like_one_on_record_is_shown_and_must_be_answered(commune: Commune) -> None:
    make_person(commune.village, "Nông Thị Hằng", birth_year=1985, honorific="Bà")
    who = {"mandate": commune.commune.standing, "on": TODAY}
    read = people(commune, "NÔNG THỊ HẰNG\tThôn Khuổi Cáp\nLộc Văn Mới\tThôn Khuổi Cáp")
    assert [[match.says for match in row.alike] for row in read] == [
        ["Nông Thị Hằng, sinh năm 1985, Thôn Khuổi Cáp"],
        [],
    ]
    for answers in (None, {1: "gì đó"}):
        with pytest.raises(Refused) as refused:
            add_rows(read, answers=answers, **who)
        assert refused.value.ruling.because == (
            "Dòng 1: hãy chọn là người đã có hồ sơ hay người khác; chưa ghi dòng nào."
        )
    assert add_rows(read, answers={1: KNOWN}, **who) == 1
    assert Person.objects.filter(folded="nong thi hang").count() == 1
    again = people(commune, "NÔNG THỊ HẰNG\tThôn Khuổi Cáp")
    assert add_rows(again, answers={1: NEW}, **who) == 1
    assert Person.objects.filter(folded="nong thi hang").count() == 2
