"""Vietnamese dates (ngày tháng): written as on official papers, and found in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua.vietnamese.text import nfc

_BLANK = r"[\s.…_]{0,40}"
_NUMBERS = re.compile(
    r"(?<![\d/.,-])(?P<d>0?[1-9]|[12]\d|3[01])\s?(?P<mark>[/.-])\s?(?P<m>0?[1-9]|1[0-2])"
    r"(?:\s?(?P=mark)\s?(?P<y>\d{4}))?(?![\d/]|[.,-]\d)"
)
_WORDS = re.compile(
    rf"ngày{_BLANK}(?P<d>\d{{1,2}})?{_BLANK}tháng{_BLANK}(?P<m>\d{{1,2}})?{_BLANK}năm{_BLANK}(?P<y>\d{{4}})?(?!\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(r"tháng\s+(?P<m>0?[1-9]|1[0-2])\s*(?:/|năm)\s*(?P<y>\d{4})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True)
class WrittenDate:
    """A date as it stands in a text (ngày ghi trong văn bản); a part left blank is None. `start`, `end`:
    offsets."""

    day: int | None
    month: int | None
    year: int | None
    start: int
    end: int

    @property
    def value(self) -> date | None:
        """The calendar day, or None when a part is blank or there is no such day."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def with_year(self, year: int | None) -> WrittenDate:
        """The same date with a missing year filled in."""
        return self if self.year else WrittenDate(self.day, self.month, year, self.start, self.end)


def _written(found: re.Match[str]) -> WrittenDate:
    parts = found.groupdict()
    day, month, year = (int(parts[name]) if parts.get(name) else None for name in "dmy")
    return WrittenDate(day, month, year, found.start(), found.end())


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Dates in running text, in their order (tìm ngày): 31/5/2023, 3/2, "ngày 05 tháng 6 năm 2023", "tháng
    10/2025".

    Offsets count in the text as given; `text` should be NFC.
    """
    taken = bytearray(len(text))  # a mark for each letter already read as part of a date
    found: list[WrittenDate] = []
    for pattern in (_WORDS, _MONTH, _NUMBERS):
        for hit in pattern.finditer(text):
            if not any(taken[hit.start() : hit.end()]) and _plausible(hit):
                taken[hit.start() : hit.end()] = b"\x01" * (hit.end() - hit.start())
                found.append(_written(hit))
    yield from sorted(found, key=lambda written: written.start)


def _plausible(hit: re.Match[str]) -> bool:
    """A pair like 1.2 or 3-4 without a year is an item number or a range, no date."""
    parts = hit.groupdict()
    return parts.get("mark") in (None, "/") or bool(parts.get("y"))


def parse_date(text: str) -> date | None:
    """The one date of a short text (đọc ngày): "05/6/2023", "ngày 05 tháng 6 năm 2023", "2023-06-05"; else
    None."""
    text = nfc(text).strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    days = [written.value for written in find_dates(text)]
    return days[0] if len(days) == 1 else None


def _official_day(day: date) -> tuple[str, str]:
    # Days 1-9 and months 1-2 carry a zero so that nobody can put a digit in front of them.
    return f"{day.day:02d}", f"{day.month:02d}" if day.month <= 2 else str(day.month)


def vn_date(day: date) -> str:
    """A date in figures as on official papers (ngày dạng số): "05/6/2023".

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (ngày dưới 10 và tháng 1, 2 ghi thêm số 0 ở trước).
    """
    dd, mm = _official_day(day)
    return f"{dd}/{mm}/{day.year:04d}"


def long_date(day: date) -> str:
    """A date in words as on official papers (ngày dạng chữ): "ngày 05 tháng 6 năm 2023".

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (địa danh và thời gian ban hành văn bản).
    """
    dd, mm = _official_day(day)
    return f"ngày {dd} tháng {mm} năm {day.year:04d}"
