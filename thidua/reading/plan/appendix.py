"""The score table of an appendix (phụ lục thang điểm): columns, groups of candidates, rows with points."""

from __future__ import annotations

import re

from thidua.reading.passage import NOTHING, Passage, joined
from thidua.reading.plan.document import Document
from thidua.reading.plan.items import found
from thidua.reading.plan.model import Appendix, Found, ScoreGroup, ScoreRow
from thidua.reading.tables import Table

APPENDIX = "phụ lục"
_POINTS = re.compile(r"\bdiem\b(?!.*(?:huong dan|cach))(?! danh gia)")
_WORDS = re.compile(r"tieu chi|tieu chuan|noi dung|chi tieu|hoat dong")
_NUMBER = re.compile(r"(?:so )?t+h?u? ?tu|s?tt")
_GROUP = re.compile(r"[IVX]{1,5}|[A-EGH]")
_NAMED = re.compile(r"phu luc(?:\s+(?:so\s+)?(?:[ivx]+|\d{1,2}))?\b[\s.:]*")
_ATTACHED = re.compile(r"\(?\s*(?P<words>(?:ban hanh\s+)?kem theo\b[^()]{0,300})\)?")


def read_appendix(document: Document) -> Appendix | None:
    """The first table of the paper that gives points; None when there is none."""
    for table in document.tables:
        points, words = table.column(_POINTS), table.column(_WORDS)
        if points is not None and words is not None and points != words:
            title, attached = _above(document, table)
            columns = tuple(found(cell, APPENDIX) for cell in table.head if cell)
            return Appendix(title, attached, columns, _groups(table, words, points))
    return None


def _above(document: Document, table: Table) -> tuple[Found | None, Found | None]:
    """The title of the appendix and the line that says what it belongs to."""
    whole = joined(line for line in document.appendix if line.end <= table.start)
    named = _NAMED.match(whole.plain)
    attached = _ATTACHED.search(whole.plain)
    title = whole.cut(named.end() if named else 0, attached.start() if attached else None)
    belongs = whole.cut(attached.start("words"), attached.end("words")) if attached else NOTHING
    return _maybe(title), _maybe(belongs)


def _maybe(passage: Passage) -> Found | None:
    return found(passage, APPENDIX) if passage else None


def _groups(table: Table, words: int, points: int) -> tuple[ScoreGroup, ...]:
    """The rows under the title of each group; a table without groups is one without a name."""
    number = table.column(_NUMBER)
    groups: list[tuple[tuple[Passage, ...] | None, list[ScoreRow]]] = []
    for row in (row for row in table.rows[1:] if len(row) > max(words, points) and row[words]):
        label = row[number] if number is not None else NOTHING
        if _GROUP.fullmatch(label.text):
            groups.append((row, []))
            continue
        if not groups:
            groups.append((None, []))
        groups[-1][1].append(ScoreRow(_maybe(label), found(row[words], APPENDIX), _maybe(row[points])))
    return tuple(
        ScoreGroup(_maybe(row[words]) if row else None, _maybe(row[points]) if row else None, tuple(rows))
        for row, rows in groups
    )
