"""When the campaign runs (thời gian thi đua), its phases and its review."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.document import Document
from thidua.reading.plan.header import PREAMBLE, issuing_sentence
from thidua.reading.plan.items import flat, found, item
from thidua.reading.plan.model import Found, IssueDate, Period, Phase
from thidua.reading.plan.sections import Section, titled, topic_of

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
_EXACT_DAY = re.compile(
    r"(?<![\d/])(?:ngay\s+)?(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(?P<m>\d{1,2})(?!\d)(?:(?:\s*[/.-]\s*|"
    r"\s+nam\s+)(?P<y>\d{4}))?"
)
_MONTH = re.compile(r"thang\s+(?P<m>\d{1,2})(?:\s*(?:/|nam|-)\s*(?P<y>\d{4}))?")
_QUARTER = re.compile(r"quy\s+(?P<q>iv|i{1,3}|[1-4])(?:\s*(?:/|nam)\s*(?P<y>\d{4}))?")
_YEAR = re.compile(r"(?:cuoi\s+|dau\s+)?nam\s+(?P<y>\d{4})(?!\s*-)")
_ONLY_DAY = re.compile(r"ngay\s+(?P<d>\d{1,2})$")
_ISSUED = re.compile(r"nay$|(?:ngay|khi|thoi diem)\s+(?:ban hanh|ky)|khi ke hoach")
_PHASE = re.compile(
    r"(?:dot|giai doan)\s+(?:thi dua\s+)?(?:cao diem\s+)?(?:thu\s+)?(?:\d{1,2}|[ivx]+|mot|hai|ba|nhat|bon|"
    r"cuoi)\b"
)
_YEARS = r"(?P<years>\d{4}(?:\s*(?:-|,|den|va)\s*(?:nam\s+)?\d{4})*)"
_BY_YEAR = re.compile(rf"(?:(?:trong\s+|tu\s+)?nam|giai doan(?:\s+tu)?(?:\s+nam)?)\s+{_YEARS}\s*(?::|$)")
_AFTER_NAME = re.compile(rf"\s*[(,:-]?\s*(?:tu\s+)?(?:nam\s+)?{_YEARS}\s*(?:\)\s*[:,.]?|[:,.])")
_NEXT_PHASE = re.compile(rf"[;.]\s+(?={_PHASE.pattern}|{_BY_YEAR.pattern.replace('?P<years>', '?:')})")
_YEAR_NUMBER = re.compile(r"\d{4}")
_REVIEW = re.compile(r"so ket|tong ket|kiem tra|danh gia")
_DUE = re.compile(
    r"(?:thoi (?:gian|han) )?(?:dang ky|gui|nop|bao cao|trinh|xet|binh xet|ho so|de nghi|nhan)\b"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SPEAKS = re.compile(
    r"thoi gian\s+(?:to chuc\s+|thuc hien\s+|phat dong\s+)?(?:phong trao\s+)?(?:thi dua|phat dong|thuc hien|"
    r"phong trao|dot thi dua)"
)


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
        return _day(self.year, self.month or 1, self.day or 1) if self.year else None

    def last(self) -> date | None:
        month = self.month or 12
        if self.year is None or not 1 <= month <= 12:
            return None
        return _day(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def issued_on(issued: IssueDate) -> date | None:
    """The date of issue as a day; None when a part is blank."""
    parts = [part.value if part else None for part in (issued.year, issued.month, issued.day)]
    if not all(isinstance(part, int) for part in parts):
        return None
    return _day(int(parts[0] or 0), int(parts[1] or 0), int(parts[2] or 0))


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
        return _day(moment.year, moment.month - 2, 1)
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
        return _day(end.year, end.month, int(only["d"]))
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


def read_period(document: Document, sections: list[Section], issued: IssueDate) -> Period:
    """The period: from its own section, or wherever the plan speaks of its time."""
    for section in sections:
        if section.topic == "period":
            period = _from_section(section, issued)
            if period:
                return period if period.review else replace(period, review=_later_review(sections))
    return _from_anywhere(document, sections, issued) or Period()


def _later_review(sections: list[Section]) -> Found | None:
    """The review as a part of its own inside the section of the period ("Tổng kết: …")."""
    inside = (section for section in sections if section.topic == "review" and section.under == "period")
    return next((item(section.clause.head, section.clause.id) for section in inside), None)


def _from_section(section: Section, issued: IssueDate) -> Period | None:
    every = [part for clause in flat(section.paragraphs) if clause.head for part in _phases_apart(clause)]
    told = _phase_clauses(every)
    others = [clause for clause in every if clause not in told]
    phases = tuple(phase for clause in told if (phase := _phase(clause, issued)))
    review = next((item(c.head, c.id) for c in others if _is_review(c)), None)
    plain = [c for c in others if not (_is_review(c) or _is_due(c))]
    if phases:
        return _phased(phases, told, others=others, review=review, issued=issued)
    for clause in plain or [clause for clause in every if not _is_due(clause)]:
        title, rest = titled(clause)
        said = rest if rest and topic_of(title) == "period" else clause.head
        span = span_of(said, issued)
        if span and (plain or span.start_text):
            return _period(said, clause.id, span, review)
    return Period(item(plain[0].head, plain[0].id), review=review) if plain else None


def _phases_apart(clause: Clause) -> list[Clause]:
    """Phases told one after the other in one line, each by itself ("Năm 2026: …; năm 2030: …")."""
    parts = clause.head.split(_NEXT_PHASE)
    first = _PHASE.match(clause.head.plain) or _BY_YEAR.match(clause.head.plain)
    return [replace(clause, head=part) for part in parts] if first and len(parts) > 1 else [clause]


def _phase_clauses(every: list[Clause]) -> list[Clause]:
    """The lines that tell a phase: by its name, or at least two by their years ("Năm 2027: …")."""
    by_year = [clause for clause in every if _BY_YEAR.match(clause.head.plain)]
    named = [clause for clause in every if _PHASE.search(clause.head.plain[:60])]
    return [clause for clause in every if clause in named or (len(by_year) > 1 and clause in by_year)]


def _is_review(clause: Clause) -> bool:
    return _REVIEW.search(clause.head.plain[:80]) is not None


def _is_due(clause: Clause) -> bool:
    """A line of the timetable by which something is handed in is a deadline, not the period."""
    return _DUE.match(clause.head.plain) is not None


def _phase(clause: Clause, issued: IssueDate) -> Phase | None:
    named = _PHASE.search(clause.head.plain[:60])
    span = _phase_span(clause, issued)
    if span is None:
        return None
    return Phase(
        item(clause.head, clause.id),
        _iso(span.start, span.start_text or span.end_text, clause.id),
        _iso(span.end, span.end_text, clause.id),
        found(clause.head.cut(named.start(), named.end()), clause.id) if named else None,
    )


def _phase_span(clause: Clause, issued: IssueDate) -> Span | None:
    """The days of a phase: those it says, else its years ("Giai đoạn 1 (2026 - 2027): …", "Năm 2028: …")."""
    head = clause.head
    named = _PHASE.search(head.plain[:60])
    told = _AFTER_NAME.match(head.plain, named.end()) if named else _BY_YEAR.match(head.plain)
    if told is None:
        return span_of(head, issued)
    rest = head.cut(told.end())
    days = span_of(rest, issued) if rest.plain.startswith("tu ") else None
    words = head.cut(told.start("years"), told.end("years"))
    years = [int(year) for year in _YEAR_NUMBER.findall(words.plain)]
    return days or Span(words, words, _day(years[0], 1, 1), _day(years[-1], 12, 31))


def _phased(
    phases: tuple[Phase, ...], told: list[Clause], *, others: list[Clause], review: Found | None,
    issued: IssueDate,
) -> Period:  # fmt: skip
    """A campaign in phases runs from the first day of the first to the last day of the last."""
    inside = list(flat(below for clause in told for below in clause.inside))
    whole = [clause for clause in others if not _is_review(clause) and clause not in inside]
    lead = item(whole[0].head, whole[0].id) if whole else None
    span = span_of(whole[0].head, issued) if whole else None
    if span and whole and span.end:
        own = _period(whole[0].head, whole[0].id, span, review)
        return Period(lead, own.start, own.start_text, own.end, own.end_text, phases, review)
    texts = [_words_of_phase(phase, told, issued) for phase in (phases[0], phases[-1])]
    return Period(lead, phases[0].start, texts[0][0], phases[-1].end, texts[1][1], phases, review)


def _words_of_phase(phase: Phase, told: list[Clause], issued: IssueDate) -> tuple[Found | None, Found | None]:
    """The words in which a phase says its first and last day."""
    clause = next(c for c in told if c.head.start == phase.text.place.start)
    span = _phase_span(clause, issued)
    if span is None:
        return None, None
    start = found(span.start_text, clause.id) if span.start_text else None
    return start, found(span.end_text, clause.id)


def _period(text: Passage, clause: str, span: Span, review: Found | None) -> Period:
    return Period(
        item(text, clause),
        _iso(span.start, span.start_text or span.end_text, clause),
        found(span.start_text, clause) if span.start_text else None,
        _iso(span.end, span.end_text, clause),
        found(span.end_text, clause),
        (),
        review,
    )


def _iso(day: date | None, words: Passage, clause: str) -> Found | None:
    return found(words, clause, value=day.isoformat()) if day else None


def _from_anywhere(document: Document, sections: list[Section], issued: IssueDate) -> Period | None:
    """A period said in a sentence elsewhere: in the contents, the duties, the award section or the
    preamble."""
    places: list[tuple[Passage, str]] = [
        (clause.head, clause.id) for clause in document.clause_text() if _SPEAKS.search(clause.head.plain)
    ]
    places.append((issuing_sentence(document), PREAMBLE))
    for passage, clause_id in places:
        hit = _SPEAKS.search(passage.plain)
        tail = passage.cut(hit.start()) if hit else passage
        span = span_of(tail, issued)
        if span and (hit or span.start_text is not None) and (span.start or span.end):
            return _period(tail, clause_id, span, None)
    return None
