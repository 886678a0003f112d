"""A plan whose sections are the rows of a table (kế hoạch kẻ bảng): number, title, what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua.reading.paragraphs import Row
from thidua.reading.passage import joined
from thidua.reading.plan.sections import topic_of
from thidua.reading.tables import Table

_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4})")
_LEAST = 3  # so many rows must be titled as sections of a plan are
_LONGEST_TITLE = 60


def unfolded(rows: Sequence[Row], tables: Sequence[Table]) -> list[Row]:
    """The rows with such a table written out: a numbered title, and below it its text."""
    outlined = [table for table in tables if _is_outline(table)]
    result: list[Row] = []
    before: Table | None = None
    for row in rows:
        table = next((one for one in outlined if one.start <= row.passage.start < one.end), None)
        if table is None:
            result.append(replace(row, gap=True) if before else row)
        elif table is not before:
            result += _written_out(table)
        before = table
    return result


def _is_outline(table: Table) -> bool:
    titles = [row[1] for row in table.rows if len(row) > 2 and _NUMBER.fullmatch(row[0].text)]
    known = [one for one in titles if len(one.text) <= _LONGEST_TITLE and topic_of(one) != "other"]
    return len(known) >= _LEAST and len(known) * 2 > len(titles)


def _written_out(table: Table) -> Iterator[Row]:
    for number, *cells in table.rows:
        title, *texts = cells or [number]
        if _NUMBER.fullmatch(number.text):
            yield Row(joined([number, title], by="."), gap=True)
            yield from (Row(text, gap=True) for text in texts if text)
