"""A paper as PDF/A (bản PDF của văn bản), fonts embedded, and the words of such a file read back."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from thidua.paper import layout
from thidua.paper.arrange import (
    Gap,
    LastTable,
    Line,
    NewSection,
    Piece,
    Rule,
    SideBySide,
    Stamp,
    arrange,
    piece_words,
)
from thidua.paper.blocks import Chart, PageBreak, Run, Table
from thidua.paper.breaks import Stretch, bound
from thidua.paper.engine import TEMPLATES, set_pdf
from thidua.paper.fit import spacing_of
from thidua.paper.glyphs import require_glyphs
from thidua.paper.model import Document

Set = Line | Rule | Gap | Stamp | SideBySide | Table | LastTable | Chart | PageBreak
_UNDATED = datetime(2020, 1, 1, tzinfo=UTC)
_SENT = ("size", "align", "indent_mm", "left_mm", "before", "keep_next", "outline")
TALL_CELL = 1200  # letters: a cell so full may be broken over two pages


def write_pdf(document: Document, *, timestamp: datetime, fillable: bool = False) -> bytes:
    """Print the paper as PDF/A-2a and PDF/UA-1, tagged for screen readers. `timestamp` (with its zone) is the
    file's own time; one that is `fillable` waits for the fields of signatures and is PDF/A-2a alone.

    Raises `MissingGlyphs` when the font lacks a letter of the paper.
    """
    pieces = arrange(document)
    require_glyphs([word for piece in pieces for word in piece_words(piece)])
    return _printed(document, pieces, _spacing(document, pieces), timestamp=timestamp, fillable=fillable)


def write_appendix(document: Document, number: int, *, timestamp: datetime) -> bytes:
    """Print one appendix (from 0) as a file of its own (phụ lục tách rời), without the head of its paper.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 2.2.
    """
    chosen = document.appendices[number]
    alone = replace(document, summary=chosen.title, appendices=(chosen,), landscape=chosen.landscape)
    pieces = arrange(alone)
    kept = pieces[next(at for at, piece in enumerate(pieces) if isinstance(piece, NewSection)) + 1 :]
    require_glyphs([word for piece in kept for word in piece_words(piece)])
    return _printed(alone, kept, 1.0, timestamp=timestamp)


def spacing_for(document: Document) -> float:
    """The lines of spacing that both prints of this paper have (giãn dòng)."""
    return _spacing(document, arrange(document))


def _spacing(document: Document, pieces: list[Piece]) -> float:
    return spacing_of(
        pieces, landscape=document.landscape, pages=lambda spacing: _main_pages(document, spacing)
    )


def _main_pages(document: Document, spacing: float) -> int:
    """How many pages the paper takes without what is attached."""
    main = replace(document, appendices=())
    made = _printed(main, arrange(main), spacing, timestamp=_UNDATED, room_mm=layout.FIT_ROOM_MM)
    with pypdfium2.PdfDocument(made) as opened:
        return len(opened)


def _printed(
    document: Document,
    pieces: list[Piece],
    spacing: float,
    *,
    timestamp: datetime,
    room_mm: float = 0,
    fillable: bool = False,
) -> bytes:
    """The paper set with this spacing; `room_mm` is left free at the foot of each page."""
    used = {"urgency", "table_caption"} | _roles(pieces)
    data = {
        "title": document.title or "Văn bản",
        "author": " ".join(document.letterhead.body),
        "page": {**_page(), "bottom": layout.BOTTOM_MM + layout.PDF_ROOM_MM + room_mm},
        "looks": {role: look for role, look in _looks(spacing, _top(pieces)).items() if role in used},
        "sections": _sections(pieces, landscape=document.landscape),
    }
    return set_pdf(TEMPLATES / "paper.typ", data, timestamp=timestamp, fillable=fillable)


def _roles(pieces: Iterable[Piece | Stamp]) -> set[str]:
    """The looks that these pieces ask for: a letter uses a third of the table."""
    roles = {piece.role for piece in pieces if isinstance(piece, Line)}
    for piece in pieces:
        if isinstance(piece, SideBySide):
            roles |= {role for column in piece.columns for role in _roles(column)}
    return roles


def _top(pieces: Iterable[Piece]) -> int:
    """The level of the first heading: to screen readers it is the highest."""
    levels = (layout.LOOKS[piece.role].outline for piece in pieces if isinstance(piece, Line))
    return next(filter(None, levels), 1)


@cache
def _looks(spacing: float, top: int) -> dict[str, dict[str, Any]]:
    """The table of looks for the engine: it leads only between lines, word processors lead the last too."""
    looks: dict[str, dict[str, Any]] = {}
    for role, look in layout.looks(spacing).items():
        leading = _leading(look.size, look.spacing)
        looks[role] = {name: getattr(look, name) for name in _SENT}
        looks[role] |= {"leading": leading, "after": look.after + leading}
        looks[role]["outline"] = look.outline and max(look.outline - top + 1, 1)
    return looks


def _page() -> dict[str, Any]:
    return {
        "width": layout.PAGE_WIDTH_MM,
        "height": layout.PAGE_HEIGHT_MM,
        "top": layout.TOP_MM,
        "left": layout.LEFT_MM,
        "right": layout.RIGHT_MM,
        "number": layout.PAGE_NUMBER_SIZE,
        "padding": layout.CELL_PADDING_MM,
        "number_at": layout.PAGE_NUMBER_MM,
        "rule": layout.RULE_POINTS,
        "rule_room": layout.RULE_ROOM,
        "rule_depth": layout.RULE_DEPTH,
        "seam": layout.SEAM,
        "border": layout.BORDER_POINTS,
        "tall_cell": TALL_CELL,
        "cell_room": layout.CELL_ROOM,
        "table_room": layout.TABLE_ROOM,
        "ascent": layout.ASCENT_EM,
        "descent": layout.DESCENT_EM,
    }


def _leading(size: float, spacing: float) -> float:
    return (spacing - 1) * (layout.ASCENT_EM + layout.DESCENT_EM) * size


def _sections(pieces: list[Piece], *, landscape: bool) -> list[dict[str, Any]]:
    sections: list[dict[str, Any]] = [{"landscape": landscape, "pieces": []}]
    for piece in pieces:
        if isinstance(piece, NewSection):
            sections.append({"landscape": piece.landscape, "pieces": []})
        else:
            width = layout.text_width_mm(landscape=sections[-1]["landscape"])
            sections[-1]["pieces"] += _set(piece, width_mm=width)
    return sections


def _set(piece: Set, *, width_mm: float) -> list[dict[str, Any]]:
    match piece:
        case Line():
            return [_line(piece)]
        case Rule():
            return [{"kind": "rule", "mm": layout.rule_mm(piece, width_mm=width_mm), "after": piece.after}]
        case Gap():
            return [{"kind": "gap", "mm": piece.mm}]
        case SideBySide():
            return [_columns(piece, width_mm=width_mm)]
        case Stamp():
            mm = (piece.width_mm, piece.height_mm)
            return [
                {"kind": "stamp", "mm": mm, "mark": f"{piece.mark.text} ", "colour": layout.URGENCY_COLOUR}
            ]
        case Table() | LastTable() | Chart():
            return _tables(piece, width_mm=width_mm)
        case PageBreak():
            return [{"kind": "page"}]


def _line(piece: Line) -> dict[str, Any]:
    """A line with a space after it: read back, a line end without a space is then a word broken in two."""
    look = layout.LOOKS[piece.role]
    runs: list[list[Any]] = []
    for run in (*bound(piece), Stretch(" ")):
        words = run.text.lstrip()
        if runs and len(words) < len(run.text):
            runs[-1][0] += " "  # the engine drops a space that ends a line unless it stands in the run before
        if words:
            runs.append([words, look.bold or run.bold, look.italic or run.italic, run.whole])
    held = [[_kept_apart(words), *looks] for words, *looks in runs]
    return {"kind": "line", "role": piece.role, "keep": piece.keep, "runs": held}


def _kept_apart(words: str) -> str:
    """Another blank, as wide, after a word that ends in a hyphen: readers of PDF take hyphen, blank and line
    end for one word broken in two.
    """
    return re.sub(r"(?<=\w)- ", "-\N{FOUR-PER-EM SPACE}", words) if "- " in words else words


def _columns(piece: SideBySide, *, width_mm: float) -> dict[str, Any]:
    widths = [share * width_mm for share in piece.shares]
    columns = [
        [made for part in parts for made in _set(part, width_mm=width)]
        for parts, width in zip(piece.columns, widths, strict=True)
    ]
    return {"kind": "columns", "widths": widths, "columns": columns, "before": piece.before}


def _table(piece: Table, *, width_mm: float) -> list[dict[str, Any]]:
    caption = [_line(Line("table_caption", (Run(piece.caption),)))] if piece.caption else []
    rows = {
        "kind": "table",
        "widths": layout.column_widths_mm(piece, width_mm=width_mm),
        "align": [column.align for column in piece.columns],
        "head": _cells(tuple(column.title for column in piece.columns)),
        "rows": [_cells(row) for row in piece.rows],
        "total": _cells(piece.total_row) if piece.total_row else None,
        "size": piece.size,
        "leading": _leading(piece.size, 1.0),
        "part": "whole",
    }
    return [*caption, rows]


def _chart(piece: Chart, *, width_mm: float) -> list[dict[str, Any]]:
    caption = [_line(Line("table_caption", (Run(piece.caption),)))] if piece.caption else []
    rows = [
        {"words": _cells((bar.label, bar.says)), "filled": filled, "whole": whole}
        for bar, (filled, whole) in zip(piece.bars, piece.shares(), strict=True)
    ]
    chart = {
        "kind": "chart",
        "widths": layout.chart_widths_mm(width_mm),
        "rows": rows,
        "size": layout.CHART_SIZE,
        "leading": _leading(layout.CHART_SIZE, 1.0),
        "bar": layout.CHART_BAR_MM,
        "fill": layout.CHART_FILL,
        "broken": len(rows) > layout.CHART_WHOLE,
    }
    return [*caption, chart]


def _tables(piece: Table | LastTable | Chart, *, width_mm: float) -> list[dict[str, Any]]:
    """A chart or a table; the last one in two parts: the second, last row and total, stays with the foot."""
    if isinstance(piece, Chart):
        return _chart(piece, width_mm=width_mm)
    if isinstance(piece, Table):
        return _table(piece, width_mm=width_mm)
    *caption, whole = _table(piece.table, width_mm=width_mm)
    if max(map(len, whole["rows"][-1])) > TALL_CELL:
        return [*caption, whole]
    first = {**whole, "part": "first", "rows": whole["rows"][:-1], "total": None}
    last = {**whole, "part": "last" if first["rows"] else "only", "rows": whole["rows"][-1:]}
    return [*caption, first, last] if first["rows"] else [*caption, last]


def _cells(row: tuple[str, ...]) -> list[str]:
    return [_kept_apart(f"{cell} ") for cell in row]


def pdf_words(pdf: bytes) -> list[str]:
    """The words of a PDF made here, in reading order (đọc lại chữ), without page numbers and repeated
    table heads.
    """
    with pypdfium2.PdfDocument(pdf) as opened:
        return "".join(_page_text(page) for page in opened).split()


def _page_text(page: pypdfium2.PdfPage) -> str:
    textpage = page.get_textpage()
    kept: list[str] = []
    for index in range(textpage.count_chars()):
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        if not _is_artifact(pdfium.FPDFText_GetTextObject(textpage, index)):
            kept.append(chr(pdfium.FPDFText_GetUnicode(textpage, index)))
    return "".join(kept).replace("\x02", "-").replace("\ufffe", "-")


def _is_artifact(text: pdfium.FPDF_PAGEOBJECT) -> bool:
    """True for what typesetting adds (số trang, đầu bảng lặp lại): the engine marks it as no part of the
    text.
    """
    count = pdfium.FPDFPageObj_CountMarks(text)
    return any(_mark_name(pdfium.FPDFPageObj_GetMark(text, index)) == "Artifact" for index in range(count))


def _mark_name(mark: pdfium.FPDF_PAGEOBJECTMARK) -> str:
    room = 64
    name = (ctypes.c_ushort * room)()
    written = ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), ctypes.byref(written))
    return "".join(map(chr, name[: written.value // 2 - 1]))
