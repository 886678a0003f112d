"""When the campaign runs (thời gian thi đua), its phases and its review."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.document import Document
from thidua.reading.plan.header import PREAMBLE, issuing_sentence
from thidua.reading.plan.items import flat, found, item
from thidua.reading.plan.model import Found, IssueDate, Period, Phase
from thidua.reading.plan.sections import Section, titled, topic_of
from thidua.reading.plan.spans import Span, day_of, span_of

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
_SPEAKS = re.compile(
    r"thoi gian\s+(?:to chuc\s+|thuc hien\s+|phat dong\s+)?(?:phong trao\s+)?(?:thi dua|phat dong|thuc hien|"
    r"phong trao|dot thi dua)"
)


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
    return days or Span(words, words, day_of(years[0], 1, 1), day_of(years[-1], 12, 31))


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
