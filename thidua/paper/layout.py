"""How an official paper looks (thể thức, kỹ thuật trình bày): one table of sizes and margins, read by both
printers.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I (khổ giấy, lề), mục II và mục V (cỡ chữ, kiểu chữ).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from thidua.paper.arrange import Rule
from thidua.paper.blocks import Table
from thidua.paper.glyphs import face

PAGE_WIDTH_MM = 210.0
PAGE_HEIGHT_MM = 297.0
TOP_MM = 20.0
BOTTOM_MM = 20.0
LEFT_MM = 30.0
RIGHT_MM = 15.0
PAGE_NUMBER_SIZE = 14.0
CELL_PADDING_MM = 1.5
RULE_POINTS = 0.75
# Lines of spacing of running text: ours, and the least that the decree allows.
SPACING = 1.15
SINGLE = 1.0
# Room left free at the foot of a page of the PDF, and more when a paper is set closer to save a page: a word
# processor needs a little more than the engine, and a page that just holds here must hold there.
PDF_ROOM_MM = 0.5
FIT_ROOM_MM = 1.5
RULE_ROOM = 2.0
# What a word processor needs besides: the paragraph that carries a line, the seam after columns, the border.
RULE_DEPTH = 1.75
SEAM = 3.1
BORDER_POINTS = 0.5
URGENCY_COLOUR = "D80000"
TABLE_ROOM = (6.0, 8.0)
# A chart: size of its words, shares of label, bar and figure, height of a bar, how dark it is filled.
CHART_SIZE = 11.0
CHART_SHARES = (0.40, 0.37, 0.23)
CHART_BAR_MM = 3.2
CHART_FILL = "555555"
CHART_WHOLE = 14  # so many bars stay on one page
CELL_ROOM = 2.0
PAGE_NUMBER_MM = 8.0
# Times New Roman and Tinos in em: ascent with the line gap, descent; together the single line of a word
# processor.
ASCENT_EM = 0.933
DESCENT_EM = 0.216

Flow = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True)
class Look:
    """The look of one kind of line (kiểu dòng): sizes and gaps in points, indents in millimetres,
    spacing in lines.
    """

    label: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Flow = "left"
    indent_mm: float = 0
    left_mm: float = 0
    before: float = 0
    after: float = 0
    spacing: float = 1.0
    keep_next: bool = False
    outline: int = 0


def _running(label: str, *, bold: bool = False, italic: bool = False, outline: int = 0) -> Look:
    return Look(
        label,
        bold=bold,
        italic=italic,
        align="justify",
        indent_mm=10,
        after=6,
        spacing=SPACING,
        keep_next=outline > 0,
        outline=outline,
    )


LOOKS: dict[str, Look] = {
    "parent": Look("Cơ quan chủ quản", size=12, align="center"),
    "issuer": Look("Cơ quan ban hành", size=12, bold=True, align="center"),
    "quoc_hieu": Look("Quốc hiệu", size=12, bold=True, align="center"),
    "tieu_ngu": Look("Tiêu ngữ", size=13, bold=True, align="center"),
    "number": Look("Số, ký hiệu", size=13, align="center"),
    "place_date": Look("Địa danh, thời gian", size=13, italic=True, align="center"),
    "letter_subject": Look("Trích yếu công văn", size=12, align="center", before=6),
    "urgency": Look("Mức độ khẩn", size=13, bold=True, align="center"),
    "type_name": Look("Tên loại", bold=True, align="center", before=18, keep_next=True),
    "summary": Look("Trích yếu", bold=True, align="center", keep_next=True),
    "addressee_only": Look("Kính gửi", align="center", before=12, after=12),
    "addressee_head": Look("Kính gửi nhiều nơi", left_mm=25, before=12, keep_next=True),
    "addressee": Look("Nơi được gửi", left_mm=42.6, before=3),
    "issuer_line": Look("Thẩm quyền ban hành", bold=True, align="center", before=12, after=8, keep_next=True),
    "enacting": Look("Quyết định", bold=True, align="center", before=6, after=8, keep_next=True),
    "ground": _running("Căn cứ", italic=True),
    "body": _running("Lời văn"),
    "heading1": _running("Đề mục I", bold=True, outline=1),
    "heading2": _running("Đề mục 1", bold=True, outline=2),
    "article": _running("Điều"),
    "clause": _running("Khoản"),
    "point": _running("Điểm"),
    "bullet": _running("Gạch đầu dòng"),
    "left": Look("Lời văn sát lề", align="justify", after=6, spacing=SPACING),
    "center": Look("Lời văn giữa", align="center", after=6, spacing=SPACING),
    "center_bold": Look("Lời văn giữa đậm", bold=True, align="center", after=6, spacing=SPACING),
    "note": Look("Ghi chú", size=12, italic=True, align="justify", after=4),
    "recipients_head": Look("Nơi nhận", size=12, bold=True, italic=True),
    "recipient": Look("Nơi nhận cụ thể", size=11),
    "signer": Look("Người ký", bold=True, align="center"),
    "signature_note": Look("Ghi chú chữ ký", size=13, italic=True, align="center"),
    "appendix_label": Look("Phụ lục", bold=True, align="center", keep_next=True),
    "appendix_title": Look("Tiêu đề phụ lục", bold=True, align="center", keep_next=True),
    "appendix_reference": Look("Dẫn chiếu phụ lục", italic=True, align="center", keep_next=True),
    "table_caption": Look("Tên bảng", bold=True, align="center", before=6, after=6, keep_next=True),
}


_CLOSER = {
    "type_name": replace(LOOKS["type_name"], before=12),
    "issuer_line": replace(LOOKS["issuer_line"], before=8, after=6),
    "enacting": replace(LOOKS["enacting"], before=4, after=6),
}


def looks(spacing: float) -> dict[str, Look]:
    """The table with this spacing of running text (giãn dòng); single spacing takes the titles closer too."""
    running = {role: look for role, look in LOOKS.items() if look.spacing == SPACING}
    closer = _CLOSER if spacing == SINGLE else {}
    return {**LOOKS, **{role: replace(look, spacing=spacing) for role, look in running.items()}, **closer}


def text_width_mm(*, landscape: bool) -> float:
    """Width of the text area (chiều rộng phần chữ): 165 mm upright, 252 mm across."""
    paper = PAGE_HEIGHT_MM if landscape else PAGE_WIDTH_MM
    return paper - LEFT_MM - RIGHT_MM


def rule_mm(rule: Rule, *, width_mm: float) -> float:
    """Length of the line under a text (độ dài đường kẻ), `width_mm` being the room that the text may fill."""
    look = LOOKS[rule.under.role]
    length = face(bold=look.bold, italic=look.italic).width_mm(rule.under.text, size=look.size)
    return round(min(length, width_mm) * rule.share, 2)


def chart_widths_mm(width_mm: float) -> tuple[float, float, float]:
    """Widths of label, bar and figure (nhãn, thanh, con số)."""
    label, bar, says = CHART_SHARES
    return width_mm * label, width_mm * bar, width_mm * says


def column_widths_mm(table: Table, *, width_mm: float) -> tuple[float, ...]:
    """Widths of the columns (độ rộng cột): their shares of the text width, no column narrower than its
    longest word.
    """
    asked = sum(column.width_mm for column in table.columns)
    widths = [column.width_mm * width_mm / asked for column in table.columns]
    needed = [_longest_word_mm(table, index) for index in range(len(table.columns))]
    lacking = sum(max(0.0, need - width) for need, width in zip(needed, widths, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needed, widths, strict=True))
    share = min(1.0, lacking / spare) if spare else 0.0
    fitted = [
        need if need > width else width - (width - need) * share
        for need, width in zip(needed, widths, strict=True)
    ]
    scale = width_mm / sum(fitted)
    return tuple(round(width * scale, 2) for width in fitted)


def _longest_word_mm(table: Table, index: int) -> float:
    cells = [
        row[index] for row in (*table.rows, table.total_row or ()) if len(row) > index > 0 or len(row) > 1
    ]
    pieces = {piece for cell in (*cells, table.columns[index].title) for piece in re.split(r"[\s/-]+", cell)}
    widest = max(face(bold=True).width_mm(piece, size=table.size) for piece in pieces)
    return widest + 2 * CELL_PADDING_MM + 0.5
