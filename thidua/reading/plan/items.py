"""The items of a section (các ý): each paragraph with text of its own is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.confidence import STATED
from thidua.reading.plan.model import Found, Place

_LEAD = re.compile(r"(?:sau|sau day|nhu sau|cu the|gom|bao gom|noi dung|tieu chi|cac muc)\s*:$")
_LEAD_WORDS = 25
_HEADING = 14
_SENTENCE_HEADING = 8  # a heading that ends in a full stop is shorter than a sentence


def found(
    passage: Passage, clause: str, *, confidence: float = STATED, value: str | int | None = None
) -> Found:
    """A value with its place; `value` where it is not the passage itself."""
    shown = passage.text.replace("\n", " ") if value is None else value
    return Found(shown, Place(clause, passage.start, passage.end, confidence))


def item(passage: Passage, clause: str, *, confidence: float = STATED) -> Found:
    """An item of a list, without the semicolon that parts it from the next."""
    return found(passage.cut(drop=";"), clause, confidence=confidence)


def is_lead(passage: Passage) -> bool:
    """Whether a paragraph only announces the list under it ("gồm các nội dung sau:")."""
    return (
        passage.text.endswith(":")
        and len(passage.text.split()) <= _LEAD_WORDS
        and (_LEAD.search(passage.plain) is not None)
    )


def is_heading(clause: Clause) -> bool:
    """Whether a numbered line only names what the items under it are about ("1. Về kinh tế")."""
    words = len(clause.head.text.split())
    most = _SENTENCE_HEADING if clause.head.text.endswith((".", ";")) else _HEADING
    return clause.marker is not None and bool(clause.inside) and words <= most


def flat(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Every clause and paragraph in reading order."""
    for clause in clauses:
        yield from clause.walk()


def items_of(clauses: list[Clause], *, confidence: float = STATED) -> tuple[Found, ...]:
    """The items under a title: all paragraphs, but not the line that only announces them."""
    every = [clause for clause in flat(clauses) if clause.head and not is_heading(clause)]
    if len(every) > 1 and every[0].kind == "text" and is_lead(every[0].head):
        every = every[1:]
    return tuple(item(clause.head, clause.id, confidence=confidence) for clause in every)
