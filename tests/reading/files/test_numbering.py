"""Đánh số tự động của Word viết ra chữ."""

import pytest

from thidua.reading.files.numbering import written


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (4, "lowerLetter", "d"),
        (5, "upperLetter", "E"),
        (5, "vietnameseCounting", "năm"),
        (28, "lowerLetter", "bb"),
        (10**9, "decimal", "9999"),
        (0, "upperRoman", ""),
    ],
)
def test_so_viet_ra_chu(number, form, text):
    assert written(number, form) == text
