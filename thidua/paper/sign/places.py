"""Where signatures, number and day stand on a printed paper (vị trí ký số): asked of the page itself.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3, II.4, II.7.d, II.8 và mục IV (ô 3, 4, 7c, 8, 14).
"""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from thidua.paper import layout
from thidua.paper.arrange import LETTERHEAD_SHARES

POINTS = 72 / 25.4
INK_MM = (50.0, 20.0)  # the widest and tallest a signature is drawn
SEAL_MM = 36.0
SHARE_UNDER_SEAL = 1 / 3
_YEAR_DIGITS = 4
_DIGIT_EM = 0.5
_LINE_POINTS = 13 * 1.149  # the height of the lines of number and day


class NoPlace(Exception):  # noqa: N818 - says what is wrong, in the words shown to the user
    """The page has no such place (không tìm thấy chỗ ký); the sentence says which."""


@dataclass(frozen=True)
class Box:
    """A rectangle on a page (khung) in points from its lower left corner; `page` from 0."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True)
class Places:
    """The reserved places of a paper (các chỗ dành sẵn): number, day, month, year, room to sign."""

    blanks: dict[str, Box]
    room: Box

    def ink(self, *, aspect: float = INK_MM[0] / INK_MM[1]) -> Box:
        """The box of the signature (ô 7c), for a picture `aspect` times as wide as high."""
        height = min(INK_MM[1] * POINTS, self.room.height, INK_MM[0] * POINTS / aspect)
        return _around(self.room, width=height * aspect, height=height)

    def seal(
        self, ink: Box, *, width_mm: float = SEAL_MM, aspect: float = 1.0, share: float = SHARE_UNDER_SEAL
    ) -> Box:
        """The box of the seal (ô 8) in its real size: over a third of the signature, on its left; words that
        stand for a picture take no `share` of it, one could not read them.
        """
        width = width_mm * POINTS
        right = ink.left + ink.width * share
        middle = (ink.bottom + ink.top) / 2
        half = width / aspect / 2
        return Box(ink.page, right - width, middle - half, right, middle + half)


def places_of(pdf: bytes, *, number: str, place: str, above: str, below: str) -> Places:
    """The places of a paper that has no number and no day yet.

    `number` is the symbol after the blank ("KH-UBND"), `place` the place before the day; `above` and `below`
    are the lines between which the signer signs. Raises `NoPlace`.
    """
    with pypdfium2.PdfDocument(pdf) as opened:
        first = _Page(opened[0], 0)
        blanks = {"So": _number_blank(first, number), **_day_blanks(first, place)}
        return Places(blanks, _room(opened, above, below))


def signing_room(pdf: bytes, *, above: str, below: str) -> Box:
    """The room between two lines of the block of a signer (ô 7c), the last such pair. Raises `NoPlace`."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return _room(opened, above, below)


def symbol_on(pdf: bytes) -> str:
    """The symbol that stands after the blank of the number (ký hiệu in sẵn): "KH-UBND"."""
    with pypdfium2.PdfDocument(pdf) as opened:
        page = opened[0]
        seam = (layout.LEFT_MM + layout.text_width_mm(landscape=False) * LETTERHEAD_SHARES[0]) * POINTS
        words = page.get_textpage().get_text_bounded(right=seam).split("\n")
    lines = ["".join(line.split()) for line in words]
    return next((line.partition("/")[2] for line in lines if line.startswith("Số:")), "")


def corner_of(pdf: bytes, *, lines: int, width_mm: float = 80.0) -> Box:
    """The top right corner of the first page (ô 14), for so many lines of 10 points.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.8.b, phần II mục I.3.
    """
    with pypdfium2.PdfDocument(pdf) as opened:
        width, height = opened[0].get_size()
    right, top = width - 15 * POINTS, height - 6 * POINTS
    return Box(0, right - width_mm * POINTS, top - lines * 11.5, right, top)


class _Page:
    """The letters of a page that can be seen, each with its box."""

    def __init__(self, page: pypdfium2.PdfPage, number: int) -> None:
        self.number = number
        self._text = page.get_textpage()
        self.letters, self._at = "", []
        for index in range(self._text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(self._text, index))
            if not letter.isspace() and pdfium.FPDFText_IsGenerated(self._text, index) != 1:
                self.letters += letter
                self._at.append(index)

    def box(self, place: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of a letter with the room of its line."""
        left, bottom, right, top = self._text.get_charbox(self._at[place], loose=True)
        return left, bottom, right, top


def _tight(words: str) -> str:
    return "".join(words.split())


def _number_blank(page: _Page, symbol: str) -> Box:
    wanted = f"Số:/{_tight(symbol)}"
    at = page.letters.find(wanted)
    if at < 0:
        raise NoPlace("Trang đầu không có chỗ ghi số, ký hiệu.")
    _, bottom, after, _ = page.box(at + 2)
    return Box(page.number, after + 1, bottom, page.box(at + 3)[0], bottom + _LINE_POINTS)


def _day_blanks(page: _Page, place: str) -> dict[str, Box]:
    wanted = f"{_tight(place)},ngàythángnăm"
    at = page.letters.find(wanted)
    if at < 0:
        raise NoPlace("Trang đầu không có chỗ ghi ngày, tháng, năm.")
    end = at + len(wanted) - 1
    _, bottom, year, _ = page.box(end)
    size = _LINE_POINTS / 1.149
    room = 0.25 * size
    blank = {
        "Ngay": (page.box(end - 8)[2], page.box(end - 7)[0]),
        "Thang": (page.box(end - 3)[2], page.box(end - 2)[0]),
        "Nam": (year + room, year + 2 * room + _YEAR_DIGITS * _DIGIT_EM * size),
    }
    top = bottom + _LINE_POINTS
    return {name: Box(page.number, left, bottom, right, top) for name, (left, right) in blank.items()}


def _room(opened: pypdfium2.PdfDocument, above: str, below: str) -> Box:
    first, second = _tight(above), _tight(below)
    if first and second:
        for number in reversed(range(len(opened))):
            page = _Page(opened[number], number)
            at = page.letters.rfind(first + second)
            if at >= 0:
                return _between(page, at + len(first), len(second))
    raise NoPlace(f"Không tìm thấy chỗ ký giữa “{above}” và “{below}”.")


def _between(page: _Page, start: int, length: int) -> Box:
    """From the line above down to the line that starts there; as wide as may be around its middle."""
    boxes = [page.box(place) for place in range(start, start + length)]
    top = min(page.box(place)[1] for place in range(start - 1, start))
    bottom = max(box[3] for box in boxes)
    middle = (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2
    half = INK_MM[0] * POINTS / 2
    if top - bottom < 5 * POINTS:
        raise NoPlace("Giữa chức vụ và họ tên không còn chỗ để ký.")
    return Box(page.number, middle - half, bottom, middle + half, top)


def _around(room: Box, *, width: float, height: float) -> Box:
    across, up = (room.left + room.right) / 2, (room.bottom + room.top) / 2
    return Box(room.page, across - width / 2, up - height / 2, across + width / 2, up + height / 2)
