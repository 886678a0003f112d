"""Working days and time limits (ngày làm việc, thời hạn): holidays are data, never a formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from thidua.law.load import FOLDER, BookError, load_books, read_rows
from thidua.vietnamese.dates import vn_date

_DAY = timedelta(days=1)
_KINDS = {"holiday", "compensation", "swap_off", "swap_work"}
_SATURDAY = 5


@dataclass(frozen=True)
class Holiday:
    """A day off, or a Saturday worked instead (ngày nghỉ, ngày làm bù), with its source."""

    day: date
    kind: str
    name: str
    source: str
    confirmed: bool

    @property
    def off(self) -> bool:
        return self.kind != "swap_work"


@cache
def holidays() -> Mapping[date, Holiday]:
    """All days off and Saturdays worked in the books, by day (lịch nghỉ).

    Căn cứ: Bộ luật Lao động 2019, Điều 111 khoản 3, Điều 112; Nghị quyết 28/2026/QH16 (sổ holidays).
    """
    return read_holidays(read_rows(FOLDER / "holidays.yaml"))


def read_holidays(years: list[dict[str, Any]]) -> Mapping[date, Holiday]:
    """Check and spread the rows of the calendar (đọc lịch nghỉ); raises `BookError` for a bad row."""
    found: dict[date, Holiday] = {}
    for year in years:
        for holiday in chain.from_iterable(map(_spread, year["days"])):
            if holiday.day in found:
                raise BookError(f"holidays.yaml: ngày {holiday.day} ghi hai lần.")
            found[holiday.day] = holiday
    return MappingProxyType(found)


def _spread(row: dict[str, Any]) -> Iterator[Holiday]:
    first, last = row["day"], row.get("to", row["day"])
    source = load_books().sources.get(row["source"])
    if source is None or row["kind"] not in _KINDS:
        raise BookError(f"holidays.yaml: ngày {first} có loại hoặc nguồn không hợp lệ.")
    if last < first:
        raise BookError(f"holidays.yaml: ngày {first} đến {last} không hợp lệ.")
    cites = ", ".join(filter(None, [source.short, row["article"]]))
    for step in range((last - first).days + 1):
        yield Holiday(first + step * _DAY, row["kind"], row["name"], cites, row["confirmed"])


def is_working_day(day: date) -> bool:
    """Whether public offices work on a day (ngày làm việc): Monday to Friday, but for the calendar's rows."""
    holiday = holidays().get(day)
    return not holiday.off if holiday else day.weekday() < _SATURDAY


def next_working_day(day: date) -> date:
    """The day itself, or the next working day when it is a day off (kết thúc thời hạn vào ngày nghỉ).

    Căn cứ: Bộ luật Dân sự 2015, Điều 148 khoản 5.
    """
    while not is_working_day(day):
        day += _DAY
    return day


def add_working_days(day: date, days: int) -> date:
    """The last day of a term of working days that starts the day after (thời hạn theo ngày làm việc)."""
    for _ in range(days):
        day = next_working_day(day + _DAY)
    return day


def add_days(day: date, days: int) -> date:
    """The last day of a term of calendar days (thời hạn theo ngày), moved on when it is a day off."""
    return next_working_day(day + days * _DAY)


def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to and with `end` (số ngày làm việc); negative when `end` is earlier."""
    if end < start:
        return -working_days_between(end, start)
    return sum(is_working_day(start + step * _DAY) for step in range(1, (end - start).days + 1))


def doubts_between(start: date, end: date) -> tuple[str, ...]:
    """What is not certain about the calendar of a term (điều chưa chắc của lịch nghỉ), as sentences."""
    known = {day.year for day in holidays()}
    unknown = [
        f"Chưa có lịch nghỉ lễ, Tết năm {year}: chỉ tính thứ Bảy và Chủ nhật là ngày nghỉ."
        for year in range(start.year, end.year + 1)
        if year not in known
    ]
    waiting = [
        f"{holiday.name} ({vn_date(holiday.day)}) chưa có thông báo chính thức."
        for holiday in holidays().values()
        if start <= holiday.day <= end and not holiday.confirmed
    ]
    return (*unknown, *waiting)
