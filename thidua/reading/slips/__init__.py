"""Suspected slips of a plan (lỗi nghi ngờ): nothing is corrected, each is shown with what it may mean and
why."""

from __future__ import annotations

from thidua.reading.plan.document import Document
from thidua.reading.plan.header import Header
from thidua.reading.plan.model import Period, Problem
from thidua.reading.plan.sections import Section
from thidua.reading.slips.days import beyond, days, past
from thidua.reading.slips.papers import gaps, levels, quotes, symbols
from thidua.reading.slips.spelling import spelling


def find_problems(
    document: Document, header: Header, period: Period, sections: list[Section]
) -> tuple[Problem, ...]:
    """All suspected slips and gaps, in reading order; two rules that suspect the same words say it once."""
    problems = [*gaps(header), *levels(document, header), *symbols(document, header), *quotes(document)]
    problems += [*spelling(document), *days(document), *beyond(sections, period)]
    problems += past(document, header, period)
    return tuple(_once(problems))


def _once(problems: list[Problem]) -> list[Problem]:
    """In reading order; a suspicion inside a wider one of its kind is left out."""
    kept: list[Problem] = []
    reached: dict[str, int] = {}
    for one in sorted(problems, key=lambda one: (one.place.start, -one.place.end)):
        if one.place.end > reached.get(one.kind, -1):
            kept.append(one)
            reached[one.kind] = one.place.end
    return kept
