"""The pieces of a paper in the XML of a word processor (WordprocessingML): the hand of docx.py."""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from thidua.paper import layout
from thidua.paper.arrange import Gap, LastTable, Line, Rule, SideBySide, Stamp
from thidua.paper.blocks import Align, Bar, Chart, PageBreak, Run, Table
from thidua.paper.breaks import Stretch, joined

RowKind = Literal["row", "head", "total"]
FONT = "Times New Roman"
_THIN = 20
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def twips(*, mm: float = 0, points: float = 0) -> int:
    """A length in twentieths of a point, the unit of the format."""
    return round((mm * 72 / 25.4 + points) * 20)


Set = Line | Rule | Gap | Stamp | SideBySide | Table | LastTable | Chart | PageBreak


def piece(made: Set, *, width_mm: float) -> str:
    """The XML of one piece set in a column of this width."""
    match made:
        case Line():
            return line(made)
        case Rule():
            return _rule(made, width_mm=width_mm)
        case Gap():
            return _room(twips(mm=made.mm))
        case SideBySide():
            return _columns(made, width_mm=width_mm)
        case Stamp():
            return _stamp(made, width_mm=width_mm)
        case Table() | LastTable() | Chart():
            return _table(made, width_mm=width_mm)
        case PageBreak():
            return _thin('<w:r><w:br w:type="page"/></w:r>')


def line(made: Line) -> str:
    """A paragraph in the style of its role; only what differs from the style is written at the run."""
    keep = "<w:keepNext/>" if made.keep else ""
    runs = "".join(_run(run) for run in joined(made))
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(made.role)}"/>{keep}</w:pPr>{runs}</w:p>'


def _run(run: Run | Stretch, *, size: float | None = None) -> str:
    face = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
    if size is not None:
        face += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return f'<w:r><w:rPr>{face}</w:rPr><w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def _room(height: int, *, keep: bool = False) -> str:
    """An empty paragraph of an exact height in twips; `keep` ties it to what comes next."""
    return _thin(before=height - _THIN, keep=keep)


def _thin(runs: str = "", *, before: int = 0, settings: str = "", keep: bool = False) -> str:
    """A paragraph as thin as a hair: it carries room, a break or page settings, and no words."""
    spacing = f'<w:spacing w:before="{max(0, before)}" w:after="0" w:line="{_THIN}" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{'<w:keepNext/>' if keep else ''}{spacing}{settings}</w:pPr>{runs}</w:p>"


def _rule(made: Rule, *, width_mm: float) -> str:
    """A line as the upper border of an empty paragraph, which stays in place in every word processor."""
    side = twips(mm=(width_mm - layout.rule_mm(made, width_mm=width_mm)) / 2)
    weight = round(layout.RULE_POINTS * 8)
    return (
        f'<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/></w:pBdr>'
        f'<w:spacing w:before="{twips(points=layout.RULE_ROOM)}" w:after="{twips(points=made.after)}" '
        f'w:line="20" w:lineRule="exact"/><w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def _stamp(made: Stamp, *, width_mm: float) -> str:
    """A mark in a red frame, as a paragraph with borders on its four sides."""
    side = twips(mm=(width_mm - made.width_mm) / 2)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="12" w:space="0" w:color="{layout.URGENCY_COLOUR}"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    face = f'<w:rPr><w:color w:val="{layout.URGENCY_COLOUR}"/></w:rPr>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(made.mark.role)}"/><w:pBdr>{edges}</w:pBdr>'
        f'<w:spacing w:line="{twips(mm=made.height_mm)}" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr>'
        f"<w:r>{face}<w:t>{escape(made.mark.text)}</w:t></w:r></w:p>"
    )


def _columns(made: SideBySide, *, width_mm: float) -> str:
    widths = [width_mm * share for share in made.shares]
    cells = "".join(
        _cell(
            "".join(piece(part, width_mm=width) for part in parts) or _room(20),
            width_mm=width,
        )
        for parts, width in zip(made.columns, widths, strict=True)
    )
    room = _room(twips(points=made.before) if made.before else _THIN, keep=True)
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    return (
        room
        + _grid(widths, margins)
        + f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
        + _room(20)
    )


def _grid(widths: list[float], look: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{twips(mm=width)}"/>' for width in widths)
    total = sum(twips(mm=width) for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _margins() -> str:
    side = twips(mm=layout.CELL_PADDING_MM)
    return (
        f'<w:tblCellMar><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )


def _cell(content: str, *, width_mm: float, span: int = 1, middle: bool = False) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    place = '<w:vAlign w:val="center"/>' if middle else ""
    width = f'<w:tcW w:w="{twips(mm=width_mm)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{spans}{place}</w:tcPr>{content}</w:tc>"


def _table(piece: Table | LastTable | Chart, *, width_mm: float) -> str:
    """The chart or table; the last one has its last rows tied to the signature that follows."""
    if isinstance(piece, Chart):
        return _chart(piece, width_mm=width_mm)
    closing = isinstance(piece, LastTable)
    made = piece.table if isinstance(piece, LastTable) else piece
    widths = list(layout.column_widths_mm(made, width_mm=width_mm))
    above, below = layout.TABLE_ROOM
    caption = (
        line(Line("table_caption", (Run(made.caption),)))
        if made.caption
        else _room(twips(points=above), keep=True)
    )
    look = f"<w:tblBorders>{_BORDERS}</w:tblBorders>{_margins()}"
    titles = tuple(column.title for column in made.columns)
    tied = len(made.rows) - 1 if closing else len(made.rows)
    rows = [_row(made, titles, widths, kind="head")]
    rows += [_row(made, row, widths, keep=at >= tied) for at, row in enumerate(made.rows)]
    if made.total_row:
        rows.append(_row(made, made.total_row, widths, kind="total", keep=closing))
    room = _room(twips(points=below), keep=closing)
    return caption + _grid(widths, look) + "".join(rows) + "</w:tbl>" + room


def _chart(made: Chart, *, width_mm: float) -> str:
    """A chart as rows of label, bar and figure; the bars are shaded cells: sharp and editable."""
    widths = list(layout.chart_widths_mm(width_mm))
    above, below = layout.TABLE_ROOM
    caption = (
        line(Line("table_caption", (Run(made.caption),)))
        if made.caption
        else _room(twips(points=above), keep=True)
    )
    tied = len(made.bars) - 1 if len(made.bars) <= layout.CHART_WHOLE else 0
    rows = "".join(
        _bar_row(bar, shares, widths, keep=at < tied)
        for at, (bar, shares) in enumerate(zip(made.bars, made.shares(), strict=True))
    )
    return caption + _grid(widths, _margins()) + f"{rows}</w:tbl>" + _room(twips(points=below))


def _bar_row(bar: Bar, shares: tuple[float, float], widths: list[float], *, keep: bool) -> str:
    label, says = (
        _cell_text(text, "left", size=layout.CHART_SIZE, bold=False, keep=keep)
        for text in (bar.label, bar.says)
    )
    drawn = _bar(shares, room_mm=widths[1] - 2 * layout.CELL_PADDING_MM)
    cells = "".join(
        _cell(content, width_mm=width, middle=True)
        for content, width in zip((label, drawn, says), widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _bar(shares: tuple[float, float], *, room_mm: float) -> str:
    """A bar as a table of one row in the cell: its filled part, then the rest of the whole."""
    filled, whole = shares
    parts = [(filled * room_mm, layout.CHART_FILL), ((whole - filled) * room_mm, "auto")]
    drawn = [(width, fill) for width, fill in parts if twips(mm=width) > 0]
    if not drawn:
        return _thin()
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{layout.CHART_FILL}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(mm=width)}" w:type="dxa"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>{_thin()}</w:tc>'
        for width, fill in drawn
    )
    look = f"<w:tblBorders>{edges}</w:tblBorders>"
    height = f'<w:trHeight w:val="{twips(mm=layout.CHART_BAR_MM)}" w:hRule="exact"/>'
    grid = _grid([width for width, _ in drawn], look)
    return f"{grid}<w:tr><w:trPr>{height}</w:trPr>{cells}</w:tr></w:tbl>{_thin()}"


def _row(
    table: Table, row: tuple[str, ...], widths: list[float], *, kind: RowKind = "row", keep: bool = False
) -> str:
    if len(row) == 1 < len(widths):
        content = _cell_text(row[0], "left", size=table.size, bold=True, keep=keep)
        cells = _cell(content, width_mm=sum(widths), span=len(widths), middle=True)
    else:
        aligns = ("center" if kind == "head" else column.align for column in table.columns)
        cells = "".join(
            _cell(
                _cell_text(text, align, size=table.size, bold=kind != "row", keep=keep),
                width_mm=width,
                middle=True,
            )
            for text, align, width in zip(row, aligns, widths, strict=True)
        )
    repeated = "<w:tblHeader/>" if kind == "head" else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell_text(text: str, align: Align, *, size: float, bold: bool, keep: bool) -> str:
    room = twips(points=layout.CELL_ROOM)
    tie = "<w:keepNext/>" if keep else ""
    return (
        f'<w:p><w:pPr>{tie}<w:spacing w:before="{room}" w:after="{room}"/><w:jc w:val="{align}"/></w:pPr>'
        f"{_run(Run(text, bold=bold), size=size)}</w:p>"
    )


def style_id(role: str) -> str:
    """The id of the style of a role in the file."""
    return f"td-{role.replace('_', '-')}"


def style(role: str, look: layout.Look) -> str:
    """A paragraph style of the file, under the Vietnamese name that the officer sees in the list of
    styles.
    """
    outline = f'<w:outlineLvl w:val="{look.outline - 1}"/>' if look.outline else ""
    keep = "<w:keepNext/>" if look.keep_next else ""
    flow = {"justify": "both"}.get(look.align, look.align)
    half_points = round(look.size * 2)
    face = ("<w:b/>" if look.bold else "") + ("<w:i/>" if look.italic else "")
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:customStyle="1" w:styleId="{style_id(role)}">'
        f'<w:name w:val="{look.label}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}'
        f'<w:spacing w:before="{twips(points=look.before)}" w:after="{twips(points=look.after)}" '
        f'w:line="{round(240 * look.spacing)}" w:lineRule="auto"/>'
        f'<w:ind w:left="{twips(mm=look.left_mm)}" w:firstLine="{twips(mm=look.indent_mm)}"/>'
        f'<w:jc w:val="{flow}"/>{outline}</w:pPr>'
        f'<w:rPr>{face}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


def page_number() -> str:
    """The header: the page number in the middle."""
    half_points = round(layout.PAGE_NUMBER_SIZE * 2)
    face = f'<w:rPr><w:sz w:val="{half_points}"/></w:rPr>'
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>PAGE</w:instrText>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    runs = "".join(f"<w:r>{face}{part}</w:r>" for part in parts)
    return f'<w:p {nsdecls("w")}><w:pPr><w:jc w:val="center"/></w:pPr>{runs}</w:p>'


def section(*, landscape: bool, header: str) -> str:
    """Page settings: paper, margins, numbers from 1 that the first page does not show."""
    size = (layout.PAGE_WIDTH_MM, layout.PAGE_HEIGHT_MM)
    width, height = size[::-1] if landscape else size
    edge = twips(mm=layout.PAGE_NUMBER_MM)
    turned = ' w:orient="landscape"' if landscape else ""
    return (
        f'<w:sectPr {nsdecls("w", "r")}><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:pgSz w:w="{twips(mm=width)}" w:h="{twips(mm=height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(mm=layout.TOP_MM)}" w:right="{twips(mm=layout.RIGHT_MM)}" '
        f'w:bottom="{twips(mm=layout.BOTTOM_MM)}" w:left="{twips(mm=layout.LEFT_MM)}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
        f'<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def section_end(*, landscape: bool, header: str) -> str:
    """An empty paragraph that closes a section; the next one begins on a new page."""
    return _thin(settings=section(landscape=landscape, header=header))
