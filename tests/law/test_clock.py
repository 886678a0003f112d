"""Working days: terms over week-ends, holidays and swapped Saturdays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law.clock import (
    add_days,
    add_working_days,
    doubts_between,
    holidays,
    is_working_day,
    next_working_day,
    read_holidays,
    working_days_between,
)
from thidua.law.load import BookError

DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))
TERMS = st.integers(0, 60)


@given(DAYS, st.integers(1, 60))
def test_a_term_ends_on_a_working_day_and_counts_back(start: date, days: int) -> None:
    end = add_working_days(start, days)
    assert is_working_day(end)
    assert working_days_between(start, end) == days
    assert working_days_between(end, start) == -days


@given(DAYS, TERMS, TERMS)
def test_a_longer_term_ends_later(start: date, days: int, more: int) -> None:
    assert add_working_days(start, days + more) == add_working_days(add_working_days(start, days), more)


@given(DAYS, TERMS)
def test_a_term_in_days_ends_on_the_first_working_day_from_its_last(start: date, days: int) -> None:
    end, last = add_days(start, days), start + timedelta(days=days)
    assert is_working_day(end)
    assert not any(is_working_day(last + timedelta(days=step)) for step in range((end - last).days))


def test_no_days_at_all() -> None:
    saturday = date(2023, 6, 3)
    assert add_working_days(saturday, 0) == saturday
    assert next_working_day(saturday) == date(2023, 6, 5)
    assert working_days_between(saturday, saturday) == 0


DAYS_OFF = {
    2023: "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9",
    2024: "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9",
    2025: "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    2026: "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
    2027: "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 1/9 2/9 24/11",
}
SATURDAYS_WORKED = {2023: "", 2024: "4/5", 2025: "26/4", 2026: "10/1 22/8", 2027: ""}


def named(year: int, *, working: bool) -> str:
    """The days of a year that are not as their weekday says."""
    days = (date(year, 1, 1) + timedelta(days=step) for step in range(366))
    unusual = [day for day in days if day.year == year and is_working_day(day) == working]
    return " ".join(f"{day.day}/{day.month}" for day in unusual if (day.weekday() >= 5) == working)


@pytest.mark.parametrize("year", DAYS_OFF)
def test_days_off_and_saturdays_worked_of_each_year(year: int) -> None:
    assert named(year, working=False) == DAYS_OFF[year]
    assert named(year, working=True) == SATURDAYS_WORKED[year]


def test_a_saturday_is_worked_only_in_exchange_for_a_weekday() -> None:
    rows = holidays().values()
    assert {row.day.weekday() for row in rows if row.kind == "swap_work"} == {5}
    assert all(row.day.weekday() < 5 for row in rows if row.kind == "swap_off")


def test_the_calendar_of_november_2026_is_certain() -> None:
    assert doubts_between(date(2026, 11, 1), date(2026, 11, 30)) == ()


ROW = {
    "day": date(2023, 1, 1),
    "kind": "holiday",
    "name": "Tết",
    "source": "blld-2019",
    "article": "",
    "confirmed": True,
}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([ROW, ROW], "holidays.yaml: ngày 2023-01-01 ghi hai lần."),
        ([ROW | {"kind": "party"}], "holidays.yaml: ngày 2023-01-01 có loại hoặc nguồn không hợp lệ."),
        ([ROW | {"source": "báo"}], "holidays.yaml: ngày 2023-01-01 có loại hoặc nguồn không hợp lệ."),
        ([ROW | {"to": date(2022, 1, 1)}], "holidays.yaml: ngày 2023-01-01 đến 2022-01-01 không hợp lệ."),
    ],
)
def test_a_bad_row_of_the_calendar_is_refused(rows: list[dict[str, object]], sentence: str) -> None:
    with pytest.raises(BookError) as caught:
        read_holidays([{"id": "2023", "days": rows}])
    assert str(caught.value) == sentence
