"""What all rules for slips share: the texts of a paper with their places, and how a suspicion is said."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.reading.passage import Passage
from thidua.reading.plan.document import Document
from thidua.reading.plan.model import Place, Problem

SUSPECTED = 0.8


def texts(document: Document) -> Iterator[tuple[Passage, str]]:
    """Every text of the paper with its place."""
    yield document.title, "tiêu đề"
    for paragraph in document.preamble:
        yield paragraph, "mở đầu"
    for clause in document.clause_text():
        yield clause.head, clause.id
    yield document.closing, "kết thúc"
    for line in document.foot:
        yield line, "cuối văn bản"


def problem(kind: str, passage: Passage, clause: str, after: str, why: str) -> Problem:
    """A suspicion about these words (lỗi nghi ngờ): `after` is what may be meant, "" when only a person can
    know.
    """
    place = Place(clause, passage.start, passage.end, SUSPECTED)
    return Problem(clause, kind, passage.text, after, why, place)
