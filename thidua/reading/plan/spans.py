"""Days told in words (khoảng thời gian bằng chữ): "từ … đến hết …", a month, a quarter, a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from thidua.reading.passage import Passage
from thidua.reading.plan.model import IssueDate

_D = (
    r"(?:ngay\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)(?:\s*[/.-]\s*\d{4})?|"
    r"ngay\s+\d{1,2}\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?"
)
_M = r"thang\s+\d{1,2}(?:\s*(?:/|nam|-)\s*\d{4})?|quy\s+(?:[ivx]+|\d)(?:\s*(?:/|nam)\s*\d{4})?"
_NOW = r"nay|(?:ngay|khi|thoi diem)\s+(?:ban hanh|ky|phat dong)[^,;.()]{0,40}?|khi ke hoach[^,;.()]{0,40}?"
_START = rf"(?:ke\s+)?tu\s+(?P<start>{_D}|ngay\s+\d{{1,2}}|{_M}|{_NOW}|dau\s+nam\s+\d{{4}}|[^,;.()]{{3,60}}?)"
_RANGE = re.compile(
    rf"{_START}\s*,?\s*(?:cho\s+)?(?P<to>den\s+(?:het\s+)?|(?:va\s+)?ket thuc\s+(?:vao\s+)?|"
    rf"-\s*)(?P<end>(?:truoc\s+)?(?:{_D}|{_M}|nam hoc\b|"
    rf"(?:cuoi\s+)?nam\s+\d{{4}}|[^,;.()]{{3,120}}))"
)
_UNTIL = re.compile(rf"(?P<to>(?:den\s+het|den|truoc|het|cham nhat(?:\s+la)?)\s+)(?P<end>{_D}|{_M})")
_WITHIN = re.compile(rf"trong\s+(?P<end>{_M}|nam\s+\d{{4}}(?!\s*-))")
_BRACKETED = re.compile(rf"\(\s*(?P<start>{_D})\s*(?P<to>-\s*|den\s+)(?P<end>{_D})\s*\)")
_EXACT_DAY = re.compile(
    r"(?<![\d/])(?:ngay\s+)?(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(?P<m>\d{1,2})(?!\d)(?:(?:\s*[/.-]\s*|"
    r"\s+nam\s+)(?P<y>\d{4}))?"
)
_MONTH = re.compile(r"thang\s+(?P<m>\d{1,2})(?:\s*(?:/|nam|-)\s*(?P<y>\d{4}))?")
_QUARTER = re.compile(r"quy\s+(?P<q>iv|i{1,3}|[1-4])(?:\s*(?:/|nam)\s*(?P<y>\d{4}))?")
_YEAR = re.compile(r"(?:cuoi\s+|dau\s+)?nam\s+(?P<y>\d{4})(?!\s*-)")
_ONLY_DAY = re.compile(r"ngay\s+(?P<d>\d{1,2})$")
_ISSUED = re.compile(r"nay$|(?:ngay|khi|thoi diem)\s+(?:ban hanh|ky)|khi ke hoach")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Span:
    """A range of days found in a text; the words and the days they mean."""

    start_text: Passage | None
    end_text: Passage
    start: date | None
    end: date | None


@dataclass(frozen=True)
class _Moment:
    """A day as far as it is said."""

    year: int | None
    month: int | None
    day: int | None

    def first(self) -> date | None:
        return day_of(self.year, self.month or 1, self.day or 1) if self.year else None

    def last(self) -> date | None:
        month = self.month or 12
        if self.year is None or not 1 <= month <= 12:
            return None
        return day_of(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def day_of(year: int | None, month: int, day: int) -> date | None:
    """A day that exists, else None (ngày có thật)."""
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def issued_on(issued: IssueDate) -> date | None:
    """The date of issue as a day; None when a part is blank."""
    parts = [part.value if part else None for part in (issued.year, issued.month, issued.day)]
    if not all(isinstance(part, int) for part in parts):
        return None
    return day_of(int(parts[0] or 0), int(parts[1] or 0), int(parts[2] or 0))


def issue_year(issued: IssueDate) -> int | None:
    """The year of issue."""
    return int(issued.year.value) if issued.year else None


def moment_of(plain: str) -> _Moment | None:
    """A day, a month, a quarter or a year in plain words; None for an event or a school year."""
    day = _EXACT_DAY.search(plain)
    if day:
        return _Moment(int(day["y"]) if day["y"] else None, int(day["m"]), int(day["d"]))
    month = _MONTH.search(plain)
    if month:
        return _Moment(int(month["y"]) if month["y"] else None, int(month["m"]), None)
    quarter = _QUARTER.search(plain)
    if quarter:
        number = _QUARTERS.get(quarter["q"]) or int(quarter["q"])
        return _Moment(int(quarter["y"]) if quarter["y"] else None, number * 3, None)
    year = _YEAR.search(plain)
    return _Moment(int(year["y"]), None, None) if year else None


def span_of(text: Passage, issued: IssueDate) -> Span | None:
    """The first range of days in a text ("từ … đến …", "đến hết …", "trong tháng …")."""
    ranged = _RANGE.search(text.plain)
    if ranged and (moment_of(ranged["start"]) or moment_of(ranged["end"]) or _says_when(ranged)):
        return _range(text, ranged, issued)
    bracketed = _BRACKETED.search(text.plain)
    if bracketed:
        return _range(text, bracketed, issued)
    until = _UNTIL.search(text.plain)
    if until:
        moment = _dated(moment_of(until["end"]), issue_year(issued))
        return Span(None, text.cut(until.start(), until.end()), None, moment.last() if moment else None)
    within = _WITHIN.search(text.plain)
    if within:
        moment = _dated(moment_of(within["end"]), issue_year(issued))
        words = text.cut(within.start(), within.end())
        return Span(words, words, _beginning(within["end"], moment), moment.last() if moment else None)
    return None


def _says_when(ranged: re.Match[str]) -> bool:
    """A range of weeks, or up to an event or the end of a school year, is a period without days."""
    spoken = ranged["start"] + " " + ranged["end"]
    return re.search(r"\btuan\b|\bnam hoc\b|\bdai hoi\b|phat dong|ban hanh|\bnay\b", spoken) is not None


def _beginning(words: str, moment: _Moment | None) -> date | None:
    """A quarter begins two months before the month it ends in."""
    if moment is None or moment.year is None:
        return None
    if words.startswith("quy") and moment.month:
        return day_of(moment.year, moment.month - 2, 1)
    return moment.first()


def _range(text: Passage, ranged: re.Match[str], issued: IssueDate) -> Span:
    end = moment_of(ranged["end"])
    end = _dated(end, issue_year(issued))
    start_words = ranged["start"]
    start = issued_on(issued) if _ISSUED.match(start_words) else _start(start_words, end, issued)
    return Span(
        text.cut(ranged.start(), ranged.end("start")),
        text.cut(ranged.start("to"), ranged.end("end")),
        start,
        end.last() if end else None,
    )


def _start(words: str, end: _Moment | None, issued: IssueDate) -> date | None:
    """A start without month or year takes them from the end."""
    only = _ONLY_DAY.match(words.strip())
    if only and end and end.year and end.month:
        return day_of(end.year, end.month, int(only["d"]))
    moment = moment_of(words)
    if moment is None:
        return None
    if moment.year is None and end and end.year:
        earlier = end.month is not None and moment.month is not None and moment.month > end.month
        moment = _Moment(end.year - earlier, moment.month, moment.day)
    moment = _dated(moment, issue_year(issued)) or moment
    return _beginning(words, moment)


def _dated(moment: _Moment | None, year: int | None) -> _Moment | None:
    return _Moment(moment.year or year, moment.month, moment.day) if moment else None
