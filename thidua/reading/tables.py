"""Tables of a document (bảng): rows of cells that know their place, however a file writes them down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.reading.passage import Passage, joined, tidy
from thidua.reading.source import Line, Source

_RULE = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
_LEAST_COLUMNS = 3
_LEAST_ROWS = 2
_MOST_BETWEEN = 4000  # letters of a cell; more is the text between two tables
_MOST_WIDTH = 12


@dataclass(frozen=True)
class Table:
    """A table (bảng): `rows` has the head first; `start` and `end` are offsets in `Source.text`."""

    rows: tuple[tuple[Passage, ...], ...]
    start: int
    end: int

    @property
    def head(self) -> tuple[Passage, ...]:
        """The row that names the columns."""
        return self.rows[0]

    def column(self, pattern: re.Pattern[str]) -> int | None:
        """The first column whose name has the pattern."""
        return next((i for i, cell in enumerate(self.head) if pattern.search(cell.plain)), None)


def tables_of(source: Source) -> list[Table]:
    """All tables of three columns or more: one row on a line ("a | b | c"), or one cell between two lines
    that hold only a bar, as portals flatten them.
    """
    if "|" not in source.text:
        return []
    return sorted([*_by_line(source), *_by_cell(source)], key=lambda table: table.start)


def _by_line(source: Source) -> Iterator[Table]:
    rows: list[tuple[Passage, ...]] = []
    for line in (*source.lines, Line("", len(source.text))):
        cells = _cells(line)
        if cells and (not rows or len(cells) <= len(rows[0])):
            rows.append(cells)
        elif rows and not (line.text.strip() and _RULE.fullmatch(line.text)):
            yield from _whole(rows)
            rows = [cells] if cells else []


def _cells(line: Line) -> tuple[Passage, ...]:
    """The cells of a row on one line; none when it is no row or only the rule under the head."""
    bars = line.text.count("|")
    framed = line.text.lstrip().startswith("|")
    if bars < _LEAST_COLUMNS - 1 + 2 * framed or _RULE.fullmatch(line.text):
        return ()
    places = [-1, *(hit.start() for hit in re.finditer(r"\|", line.text)), len(line.text)]
    cells = [tidy(line.text[a + 1 : b], line.start + a + 1) for a, b in zip(places, places[1:], strict=False)]
    return tuple(cells[1:-1] if framed else cells)


def _by_cell(source: Source) -> Iterator[Table]:
    """A row begins with a bar and every cell ends with one, so two rows are parted by an empty cell."""
    cells: list[Passage] = []
    words: list[Passage] = []
    open_table = False
    for line in source.lines:
        if line.text.strip() != "|":
            words += [tidy(line.text, line.start)] if open_table else []
            if sum(len(word.text) for word in words) > _MOST_BETWEEN:
                yield from _parted(cells)
                cells, words, open_table = [], [], False
            continue
        if open_table:
            cells.append(joined(word for word in words if word))
        words, open_table = [], True
    yield from _parted(cells)


def _parted(cells: list[Passage]) -> Iterator[Table]:
    """Tables among the cells: two rows or more of one width, an empty cell behind each."""
    first = 0
    while first < len(cells):
        width = next((i for i, cell in enumerate(cells[first : first + _MOST_WIDTH]) if not cell), 0)
        rows = _rows(cells, first, width) if width >= _LEAST_COLUMNS else []
        yield from _whole(rows)
        first += max(len(rows) * (width + 1), 1) if len(rows) >= _LEAST_ROWS else 1


def _rows(cells: list[Passage], first: int, width: int) -> list[tuple[Passage, ...]]:
    rows: list[tuple[Passage, ...]] = []
    while first + width <= len(cells) and not (first + width < len(cells) and cells[first + width]):
        rows.append(tuple(cells[first : first + width]))
        first += width + 1
    return rows


def _whole(rows: list[tuple[Passage, ...]]) -> Iterator[Table]:
    full = [cell for row in rows for cell in row if cell]
    if len(rows) >= _LEAST_ROWS and len(full) >= _LEAST_COLUMNS:
        yield Table(tuple(rows), full[0].start, full[-1].end)
