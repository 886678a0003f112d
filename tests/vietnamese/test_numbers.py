"""Numbers as they are read aloud and written in Roman figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.numbers import LARGEST, digits_in_words, from_roman, in_words, roman

READ_ALOUD = {
    0: "không",
    1: "một",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    31: "ba mươi mốt",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    111: "một trăm mười một",
    121: "một trăm hai mươi mốt",
    1_000: "một nghìn",
    1_001: "một nghìn không trăm linh một",
    1_205: "một nghìn hai trăm linh năm",
    2_023: "hai nghìn không trăm hai mươi ba",
    10_015: "mười nghìn không trăm mười lăm",
    1_490_000: "một triệu bốn trăm chín mươi nghìn",
    1_000_005: "một triệu không trăm linh năm",
    1_020_000_000: "một tỷ không trăm hai mươi triệu",
    1_000_000_000_005: "một nghìn tỷ không trăm linh năm",
    LARGEST: "một triệu tỷ",
    -7: "âm bảy",
}


@pytest.mark.parametrize(("number", "words"), READ_ALOUD.items())
def test_a_number_is_read_as_people_say_it(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize("number", [LARGEST + 1, -LARGEST - 1])
def test_a_number_beyond_a_million_billion_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="quá lớn để đọc thành chữ"):
        in_words(number)


DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}
DIGITS |= {"năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}


def heard(words: str) -> int:
    """What a listener writes down: the inverse of `in_words`, kept as simple as an ear."""
    total = below_billion = group = 0
    for word in words.split():
        if word in DIGITS:
            group += DIGITS[word]
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group += group % 10 * 9
        elif word == "trăm":
            group *= 100
        elif word in ("nghìn", "triệu"):
            below_billion, group = below_billion + group * {"nghìn": 10**3, "triệu": 10**6}[word], 0
        elif word == "tỷ":
            total, below_billion, group = (below_billion + group) * 10**9, 0, 0
    return total + below_billion + group


@given(st.integers(min_value=0, max_value=LARGEST))
def test_what_is_read_aloud_can_be_written_down_again(number: int) -> None:
    assert heard(in_words(number)) == number


def test_a_telephone_number_is_read_figure_by_figure() -> None:
    assert digits_in_words("0912") == "không chín một hai"


@pytest.mark.parametrize(("number", "written"), [(1, "I"), (4, "IV"), (13, "XIII"), (1994, "MCMXCIV")])
def test_roman_figures(number: int, written: str) -> None:
    assert roman(number) == written


@pytest.mark.parametrize("number", [0, 4000])
def test_roman_figures_end_at_3999(number: int) -> None:
    with pytest.raises(ValueError, match="chỉ từ 1 đến 3999"):
        roman(number)


@given(st.integers(min_value=1, max_value=3999))
def test_roman_figures_are_read_back(number: int) -> None:
    assert from_roman(roman(number)) == number


@pytest.mark.parametrize("written", ["", "IIII", "ABC", "VX", "MMMM"])
def test_what_is_no_roman_figure_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="không phải là số La Mã"):
        from_roman(written)
