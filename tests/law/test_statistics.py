"""Biểu thống kê của một ngày: số hiệu biểu, dòng của biểu; chưa đọc bản gốc thì nói rõ."""

from datetime import date

import pytest

from thidua.law.book import rulebook_on
from thidua.law.ruling import Refused
from thidua.law.statistics import statistic_forms


def forms(day: date):
    return statistic_forms(rulebook_on(day).shelf)


@pytest.mark.parametrize(
    ("day", "codes", "source"),
    [
        (date(2022, 6, 1), ["0701.N", "0702.N", "0703.N"], "Thông tư 03/2018/TT-BNV"),
        (date(2023, 11, 30), ["0601.N", "0602.N", "0603.N"], "Thông tư 02/2023/TT-BNV"),
        (date(2026, 11, 30), ["", "", ""], "Thông tư 18/2025/TT-BNV"),
    ],
)
def test_the_forms_of_a_day(day, codes, source) -> None:
    found = forms(day)
    assert [form.code for form in found] == codes
    assert {form.source for form in found} == {source}
    assert {form.confirmed for form in found} == {False}


def test_no_row_of_a_form_stands_twice() -> None:
    for form in forms(date(2023, 11, 30)):
        kept = [row.id for row in form.rows if row.id]
        assert len(kept) == len({*kept}) == len({row.code for row in form.rows if row.id})
        assert [row.code for row in form.rows if not row.id] == [""] * (len(form.rows) - len(kept))


def test_before_the_books_begin_there_is_no_form() -> None:
    with pytest.raises(Refused):
        forms(date(2019, 12, 31))
