"""The titles of a locality that a plan names (danh hiệu của địa phương), looked for by the office's list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.confidence import GUESSED, INFERRED, STATED
from thidua.reading.plan.document import document_of
from thidua.reading.plan.items import flat, found
from thidua.reading.plan.model import Found
from thidua.reading.plan.sections import sections_of
from thidua.reading.source import Source
from thidua.vietnamese.text import even, tone_key

_GAPS = re.compile(r"\W+")


def read_titles(source: Source, names: Iterable[str]) -> dict[str, Found]:
    """Where a plan names each title of the list (chỗ nêu danh hiệu): at the best place, else missing.

    Sure in the clauses on commendation with its own marks; less sure elsewhere, or when only the bare letters
    agree ("Nguoi tot viec tot").
    """
    document = document_of(source)
    praise = {
        clause.id
        for section in sections_of(document.clauses)
        if section.topic in ("award", "quotas")
        for clause in (section.clause, *flat(section.inside))
    }
    places = {}
    for name in names:
        said = list(_said(name, document.clauses, praise))
        if said:
            places[name] = max(said, key=lambda one: one.place.confidence)
    return places


def _said(name: str, clauses: Iterable[Clause], praise: set[str]) -> Iterator[Found]:
    words = [re.escape(word) for word in _GAPS.split(even(name)) if word]
    pattern = re.compile(r"(?<!\w)" + r"\W+".join(words) + r"(?!\w)")
    for clause in flat(clauses):
        hit = pattern.search(clause.head.plain) if words else None
        if hit is not None:
            said = clause.head.cut(hit.start(), hit.end())
            yield found(said, clause.id, confidence=_sure(said, name, inside=clause.id in praise))


def _sure(said: Passage, name: str, *, inside: bool) -> float:
    if _GAPS.sub(" ", tone_key(said.text)) != _GAPS.sub(" ", tone_key(name)):
        return GUESSED
    return STATED if inside else INFERRED
