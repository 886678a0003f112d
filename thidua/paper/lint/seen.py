"""A paper as the eye sees it (văn bản nhìn từ tệp): its pages and lines, whoever wrote the file.

Lengths are in millimetres, sizes and gaps in points. What a kind of file does not tell is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Side = Literal["", "left", "right"]


class Unreadable(ValueError):  # noqa: N818 - says what is the matter, in the words shown to the user
    """A file that cannot be checked (tệp không kiểm tra được); its text is one sentence for the person."""


_BLANK = re.compile(r"(?:\b[Ss]ố\s*:?|ngày|tháng|năm)$")


def is_blank(before: str) -> bool:
    """Whether the room after these words is a blank left open (chỗ trống): "Số:    /", "ngày    tháng"."""
    return _BLANK.search(before.rstrip()) is not None


@dataclass(frozen=True)
class Sheet:
    """A page of a PDF, or a section of a Word file: its size, and its margins as set or as measured."""

    where: str
    width: float
    height: float
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True)
class Seen:
    """One line, or a paragraph (dòng, đoạn): its words, its look, its place.

    `bold` and `italic` are shares of its letters; `side` is the half of the page, "" for the whole width;
    `cell` the cell of a table that it stands in, whole as a name.
    """

    text: str
    where: str
    page: int = 0
    size: float = 0
    bold: float = 0
    italic: float = 0
    fonts: tuple[str, ...] = ()
    colour: str = ""
    side: Side = ""
    cell: str = ""
    grid: bool = False
    align: str | None = None
    first_line: float | None = None
    gap: float | None = None
    spacing: float | None = None
    counted: bool = False
    ruled: bool | None = None
    box: tuple[float, float, float, float] | None = None

    @property
    def is_bold(self) -> bool:
        return self.bold > 0.8

    @property
    def is_italic(self) -> bool:
        return self.italic > 0.8

    @property
    def is_upper(self) -> bool:
        return self.text == self.text.upper() and any(char.isalpha() for char in self.text)

    @property
    def middle(self) -> float:
        """The middle of the line from the left edge of the sheet; 0 when the file does not tell."""
        return (self.box[0] + self.box[2]) / 2 if self.box else 0.0


@dataclass(frozen=True)
class Stroke:
    """A drawn level line (đường kẻ ngang): page, from, to, and how far down."""

    page: int
    left: float
    right: float
    y: float


@dataclass(frozen=True)
class Folio:
    """A page number (số trang): on which page, at which edge, in the middle or not, how large."""

    page: int
    edge: Literal["top", "bottom"]
    centred: bool
    size: float


@dataclass(frozen=True)
class File:
    """All that was seen in a file (tệp đã nhìn): lines for the look, paragraphs for the words."""

    kind: Literal["pdf", "docx"]
    sheets: tuple[Sheet, ...]
    lines: tuple[Seen, ...]
    paragraphs: tuple[Seen, ...]
    folios: tuple[Folio, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    long: bool = False

    @property
    def pages(self) -> int:
        """How many pages a PDF has; 0 for a Word file, whose pages are made when it is printed."""
        return len(self.sheets) if self.kind == "pdf" else 0
