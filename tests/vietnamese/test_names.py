"""Names of persons as an office writes them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.names import addressed, honorific, initials, split_name, tidy_name, without_honorific


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("  Lò   Thị Mai ", "Lò Thị Mai"),
        ("LƯƠNG QUỐC THỊNH", "Lương Quốc Thịnh"),
        ("lò thị mai", "Lò Thị Mai"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("Đỗ Thị mỹ Hạnh", "Đỗ Thị mỹ Hạnh"),
        (unicodedata.normalize("NFD", "Hoàng Ngọc Ánh"), "Hoàng Ngọc Ánh"),
        ("", ""),
    ],
)
def test_a_name_is_tidied(written: str, tidy: str) -> None:
    assert tidy_name(written) == tidy


@given(st.text(st.characters(max_codepoint=0x1EFF), max_size=40))
def test_tidying_twice_changes_nothing(written: str) -> None:
    assert tidy_name(tidy_name(written)) == tidy_name(written)


def test_the_given_name_is_the_last_word() -> None:
    assert split_name("Nông Văn Tuấn Anh") == ("Nông Văn Tuấn", "Anh")
    assert split_name("Mai") == ("", "Mai")
    assert split_name("") == ("", "")


def test_initials_are_of_family_and_given_name() -> None:
    assert [initials("Đinh Thị Hương"), initials("Mai"), initials("")] == ["ĐH", "M", ""]


def test_a_person_is_addressed_by_sex_or_by_both_when_unknown() -> None:
    assert [honorific("nam"), honorific("nu"), honorific()] == ["Ông", "Bà", "Ông (Bà)"]
    assert addressed("LÒ THỊ MAI", "nu") == "Bà Lò Thị Mai"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ông Lương Quốc Thịnh", "Lương Quốc Thịnh"),
        ("đồng chí: Lò Thị Mai", "Lò Thị Mai"),
        ("Bà LÒ THỊ MAI", "Lò Thị Mai"),
        ("Cô Nông Thị Lan", "Nông Thị Lan"),
        ("Thầy Lộc Văn Tài", "Lộc Văn Tài"),
        ("thầy giáo Lộc Văn Tài", "Lộc Văn Tài"),
        ("Cô giáo: Hà Mận", "Hà Mận"),
        ("Bác Chu Văn Quyền", "Chu Văn Quyền"),
        ("Chú Bàn Văn Lìn", "Bàn Văn Lìn"),
        ("Anh Chu Văn Nhất", "Chu Văn Nhất"),
        ("Chị Triệu Thị Xuân", "Triệu Thị Xuân"),
        ("Cô Thị Mai", "Cô Thị Mai"),
        ("Chu Thị Sen", "Chu Thị Sen"),
        ("Bạc Cầm Sơn", "Bạc Cầm Sơn"),
        ("Cô Lan", "Cô Lan"),
        ("Anh Thư", "Anh Thư"),
        ("Lê Anh Thư", "Lê Anh Thư"),
    ],
)
def test_a_leading_honorific_is_dropped_but_never_half_a_name(written: str, name: str) -> None:
    assert without_honorific(written) == name
