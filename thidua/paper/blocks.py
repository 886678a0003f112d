"""The pieces a paper is made of (các thành phần của văn bản): text, tables, letterhead, signatures.
Frozen values, NFC.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

Style = Literal[
    "body", "heading1", "heading2", "article", "clause", "point", "bullet", "ground",
    "center", "center_bold", "addressee", "note", "left",
]  # fmt: skip
Align = Literal["left", "center", "right"]
Urgency = Literal["", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]
_BLANK = "\u00a0" * 6


def tidy(text: str) -> str:
    """Text as papers keep it (chuẩn hóa chữ): NFC, every white space a plain space, nothing invisible."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if char.isspace() else char for char in composed)
    return "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))


def _tidied(value: object) -> object:
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, tuple):
        return tuple(_tidied(item) for item in value)
    return value


class Tidy:
    """A frozen value whose texts are tidied once, when it is made."""

    def __post_init__(self) -> None:
        for name, held in list(vars(self).items()):
            tidied = _tidied(held)
            if tidied is not held:
                object.__setattr__(self, name, tidied)


@dataclass(frozen=True)
class Run(Tidy):
    """A stretch of text in one face (đoạn chữ cùng kiểu)."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Paragraph(Tidy):
    """One paragraph (đoạn văn): its runs, its style and the number before it ("I.", "1.", "a)", "Điều
    1.").
    """

    runs: tuple[Run, ...]
    style: Style = "body"
    number: str = ""

    @property
    def text(self) -> str:
        """The words without the number."""
        return "".join(run.text for run in self.runs)


def p(*parts: str | Run, style: Style = "body", number: str = "") -> Paragraph:
    """A paragraph of plain text and runs (đoạn văn): `p("Tặng ", bold("Giấy khen"), " cho ông A.")`."""
    return Paragraph(tuple(Run(part) if isinstance(part, str) else part for part in parts), style, number)


def bold(text: str) -> Run:
    """A bold run (chữ đậm)."""
    return Run(text, bold=True)


def italic(text: str) -> Run:
    """An italic run (chữ nghiêng)."""
    return Run(text, italic=True)


def heading(text: str, *, number: str = "", level: Literal[1, 2] = 1) -> Paragraph:
    """A heading of a plan or report (đề mục): level 1 "I. MỤC ĐÍCH", level 2 "1. Mục đích"."""
    return p(text, style="heading1" if level == 1 else "heading2", number=number)


def article(number: int, *parts: str | Run) -> Paragraph:
    """An article of a decision (Điều): bold "Điều 1." before plain text."""
    return p(*parts, style="article", number=f"Điều {number}.")


def clause(number: int, *parts: str | Run) -> Paragraph:
    """A clause (khoản): "1." before plain text."""
    return p(*parts, style="clause", number=f"{number}.")


def point(letter: str, *parts: str | Run) -> Paragraph:
    """A point (điểm): "a)" before plain text, letters of the Vietnamese alphabet."""
    return p(*parts, style="point", number=f"{letter})")


def ground(text: str) -> Paragraph:
    """A legal ground inside the body (căn cứ): italic, a line of its own."""
    return p(text, style="ground")


def bullet(*parts: str | Run) -> Paragraph:
    """An item without a number (gạch đầu dòng)."""
    return p(*parts, style="bullet", number="-")


@dataclass(frozen=True)
class Column(Tidy):
    """A column of a table (cột): widths are shares, the table always fills the text width."""

    title: str
    width_mm: float
    align: Align = "left"


@dataclass(frozen=True)
class Table(Tidy):
    """A table with a head repeated on every page (bảng). A row of one cell is a group heading across the
    table.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total_row: tuple[str, ...] | None = None
    size: float = 12
    caption: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        allowed = (1, len(self.columns))
        for number, row in enumerate((*self.rows, self.total_row or ("",)), start=1):
            if len(row) not in allowed:
                raise ValueError(f"Dòng {number} của bảng có {len(row)} ô, bảng có {len(self.columns)} cột.")


@dataclass(frozen=True)
class Bar(Tidy):
    """One bar of a chart (một thanh): its label, how long it is, the figure in words beside it.

    `of` is what it is a part of: the outline is drawn as long as the chart, filled up to the part. None
    stands alone: its length is compared with the longest of the chart.
    """

    label: str
    value: int
    says: str
    of: int | None = None


@dataclass(frozen=True)
class Chart(Tidy):
    """A chart of bars lying down (biểu đồ thanh ngang): black and white, each figure written beside its bar.

    The bars are drawn by both printers and say nothing that the words do not: a screen reader reads label
    and figure, row by row.
    """

    bars: tuple[Bar, ...]
    caption: str = ""

    def shares(self) -> tuple[tuple[float, float], ...]:
        """Of each bar its filled part and its whole (phần tô, cả thanh), in parts of the longest there is."""
        longest = max((bar.value for bar in self.bars if bar.of is None), default=0) or 1
        return tuple(_bar_share(bar, longest) for bar in self.bars)


def _bar_share(bar: Bar, longest: int) -> tuple[float, float]:
    if bar.of is None:
        filled = bar.value / longest
        return filled, filled
    return (min(bar.value / bar.of, 1.0) if bar.of else 0.0), 1.0


@dataclass(frozen=True)
class PageBreak:
    """A new page (ngắt trang)."""


@dataclass(frozen=True)
class SignatureBlock(Tidy):
    """Who signs (khối chữ ký): authority "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" in `for_role`, post and full
    name.

    `note` stands in the empty space, as "(Ký, ghi rõ họ tên)"; `other_role` above the name: the signer of a
    council holds that post besides. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7.
    """

    authority: str = ""
    role: str = ""
    for_role: str = ""
    name: str = ""
    note: str = ""
    other_role: str = ""


@dataclass(frozen=True)
class Signatures:
    """Several signers side by side, left to right (nhiều người ký): minutes, payment lists."""

    blocks: tuple[SignatureBlock, ...]


Block = Paragraph | Table | Chart | PageBreak | Signatures


@dataclass(frozen=True)
class Appendix(Tidy):
    """A list or text attached (phụ lục, danh sách kèm theo), on its own pages with their own numbers."""

    title: str
    reference: str
    blocks: tuple[Block, ...]
    label: str = ""
    landscape: bool = False


@dataclass(frozen=True)
class Letterhead(Tidy):
    """The top of a paper (phần đầu văn bản): issuing body, number and symbol, place and date.

    A paper not yet numbered has number "" and day None: the blanks stay open for the clerk. Slips, receipts
    and lists that no book registers show no number line at all (`show_number`).
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1-4.
    """

    body: tuple[str, ...]
    parent: str = ""
    symbol: str = ""
    number: str = ""
    place: str = ""
    day: date | None = None
    show_place_date: bool = True
    show_number: bool = True

    @property
    def number_line(self) -> str:
        """The number and symbol (số, ký hiệu) as printed: "Số: 05/QĐ-UBND"."""
        return f"Số: {self.number or _BLANK}/{self.symbol}"

    @property
    def place_line(self) -> str:
        """Place and date (địa danh và thời gian) as printed: "Nà Lâm, ngày 05 tháng 6 năm 2023"."""
        return f"{self.place}, {long_day(self.day)}"


def long_day(day: date | None) -> str:
    """The date in words (ngày tháng năm): day below 10 and months 1, 2 with a zero; None leaves blanks.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.
    """
    if day is None:
        return f"ngày {_BLANK} tháng {_BLANK} năm {_BLANK}"
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
