"""The paragraphs of a document as the reader cut them (các đoạn): where each stands, and in which clause."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.reading.plan.document import document_of
from thidua.reading.plan.header import PREAMBLE
from thidua.reading.source import Source

CLOSING = "kết thúc"


@dataclass(frozen=True)
class Stretch:
    """One paragraph of the body (một đoạn): offsets in `Source.text`, and the clause it was put in."""

    start: int
    end: int
    clause: str


def stretches_of(source: Source) -> tuple[Stretch, ...]:
    """The paragraphs of the body in reading order, after the corrections that the source carries."""
    document = document_of(source)
    clauses = [clause.id for clause in document.clause_text()]
    places = [PREAMBLE] * len(document.preamble) + clauses
    places += [CLOSING] * (len(document.paragraphs) - len(places))
    return tuple(
        Stretch(one.start, one.end, clause) for one, clause in zip(document.paragraphs, places, strict=True)
    )
