"""A paper that runs a few lines over its first page is set closer (dồn trang): single spacing, not 1.15.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (giãn dòng từ đơn đến 1,5 dòng).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from math import ceil

from thidua.paper import layout
from thidua.paper.arrange import Gap, LastTable, Line, NewSection, Piece, Rule, SideBySide, Stamp
from thidua.paper.blocks import Chart, PageBreak, Table
from thidua.paper.glyphs import face

_MM = 25.4 / 72
_LINE_EM = layout.ASCENT_EM + layout.DESCENT_EM
# Between these heights, in pages, a guess from the widths of the letters cannot tell and the paper is set.
_SURELY_ONE = 0.95
_SURELY_TWO = 1.2


def spacing_of(pieces: Sequence[Piece], *, landscape: bool, pages: Callable[[float], int]) -> float:
    """The lines of spacing of this paper: closer when that saves its second page. `pages` sets the paper with
    a spacing, without what is attached, and counts.
    """
    main = takewhile(lambda piece: not isinstance(piece, NewSection), pieces)
    if not _SURELY_ONE < _guess(main, landscape=landscape) < _SURELY_TWO:
        return layout.SPACING
    if pages(layout.SPACING) == 2 and pages(layout.SINGLE) == 1:
        return layout.SINGLE
    return layout.SPACING


def _guess(pieces: Iterable[Piece], *, landscape: bool) -> float:
    """The height of the paper in pages, from the widths of its letters."""
    width = layout.text_width_mm(landscape=landscape)
    paper = layout.PAGE_WIDTH_MM if landscape else layout.PAGE_HEIGHT_MM
    height = sum(_height(piece, width_mm=width) for piece in pieces)
    return height / (paper - layout.TOP_MM - layout.BOTTOM_MM)


def _height(piece: Piece | Stamp, *, width_mm: float) -> float:
    match piece:
        case Line():
            return _line_height(piece, width_mm=width_mm)
        case Rule():
            return (layout.RULE_ROOM + layout.RULE_DEPTH + piece.after) * _MM
        case Gap():
            return piece.mm
        case Stamp():
            return piece.height_mm
        case SideBySide():
            return _columns_height(piece, width_mm=width_mm)
        case Table() | LastTable() | Chart():
            return _table_height(piece, width_mm=width_mm)
        case PageBreak() | NewSection():
            return layout.PAGE_HEIGHT_MM


def _line_height(piece: Line, *, width_mm: float) -> float:
    look = layout.LOOKS[piece.role]
    room = width_mm - look.left_mm
    length = look.indent_mm + face(bold=look.bold, italic=look.italic).width_mm(piece.text, size=look.size)
    return (ceil(length / room) * look.size * _LINE_EM * look.spacing + look.before + look.after) * _MM


def _columns_height(piece: SideBySide, *, width_mm: float) -> float:
    columns = zip(piece.columns, piece.shares, strict=True)
    heights = (sum(_height(one, width_mm=width_mm * share) for one in parts) for parts, share in columns)
    return max(heights) + (piece.before + layout.SEAM) * _MM


def _table_height(piece: Table | LastTable | Chart, *, width_mm: float) -> float:
    if isinstance(piece, Chart):
        return _chart_height(piece, width_mm=width_mm)
    table = piece.table if isinstance(piece, LastTable) else piece
    widths = layout.column_widths_mm(table, width_mm=width_mm)
    rows = [row for row in (*table.rows, table.total_row or ()) if row]
    return sum(_row_height(row, table, widths) for row in rows) + _MM * sum(layout.TABLE_ROOM)


def _chart_height(chart: Chart, *, width_mm: float) -> float:
    widths = layout.chart_widths_mm(width_mm)
    room = [width - 2 * layout.CELL_PADDING_MM for width in widths]
    lines = sum(
        max(ceil(face().width_mm(text, size=layout.CHART_SIZE) / at) for text, at in
            ((bar.label, room[0]), (bar.says, room[2]), ("x", room[1])))
        for bar in chart.bars
    )  # fmt: skip
    return (lines * layout.CHART_SIZE * _LINE_EM + len(chart.bars) * 2 * layout.CELL_ROOM) * _MM + sum(
        layout.TABLE_ROOM
    ) * _MM


def _row_height(row: tuple[str, ...], table: Table, widths: tuple[float, ...]) -> float:
    room = 2 * layout.CELL_PADDING_MM
    cells = zip(row, widths, strict=False) if len(row) > 1 else ((row[0], sum(widths)),)
    lines = max(ceil(face().width_mm(text, size=table.size) / (width - room)) for text, width in cells)
    return (max(1, lines) * table.size * _LINE_EM + 2 * layout.CELL_ROOM + layout.BORDER_POINTS) * _MM
