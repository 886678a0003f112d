"""Spans and runs: whole months, years in a row, the statistics year of a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law.book import rulebook_on
from thidua.law.campaign import months_between
from thidua.law.footing import in_a_row
from thidua.law.terms import statistics_year

DAYS = st.dates(date(2023, 5, 10), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("starts", "ends", "months"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), 12),
        (date(2024, 1, 15), date(2025, 1, 13), 11),
        (date(2024, 1, 31), date(2024, 2, 29), 1),
        (date(2023, 3, 15), date(2023, 3, 15), 0),
    ],
)
def test_so_thang_tron_tinh_ca_ngay_dau_va_ngay_cuoi(starts: date, ends: date, months: int) -> None:
    assert months_between(starts, ends) == months


@given(st.sets(st.integers(2000, 2040)))
def test_so_nam_lien_tuc_khong_phu_thuoc_thu_tu(years: set[int]) -> None:
    longest = in_a_row(sorted(years))
    assert longest == in_a_row(sorted(years, reverse=True))
    assert any(set(range(first, first + longest)) <= years for first in years or {0})
    assert not any(set(range(first, first + longest + 1)) <= years for first in years)


@given(DAYS, DAYS)
def test_moi_ngay_thuoc_dung_mot_ky_thong_ke_dai_mot_nam(today: date, day: date) -> None:
    year = statistics_year(rulebook_on(today).shelf, day)
    assert year is not None
    first, last = year
    assert first <= day <= last
    assert (last + timedelta(1)).replace(year=first.year) == first
