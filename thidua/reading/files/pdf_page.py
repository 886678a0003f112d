"""One page of a PDF (một trang PDF): its lines as drawn, columns parted, blanks filled by what was stamped
on."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from thidua.reading.files.layout import Run, Sheet
from thidua.reading.source import Unreadable
from thidua.vietnamese.legacy import from_font, may_be_old
from thidua.vietnamese.text import even

_GAP = 3.0  # a gap wider than so many letters parts two columns
_EXCESS = 2.0  # a line so many letters wider than its letters ask may have such a gap
_LONG, _ENOUGH = 40, 5  # so many letters, so many lines tell how wide letters are on a page
_MOST_LETTERS = 50_000  # of one page; a page full of small print has 10,000
_FONT_ROOM = 128  # bytes of the name of a font
_HYPHENS = str.maketrans("\ufffe\x02", "--")  # how the library writes a hyphen at the end of a line
_LEADERS = frozenset(".…_")
_STAMPS = frozenset({pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WIDGET})
_SIGNED = re.compile(r"ky boi|nguoi ky|ngay ky|thoi gian ky|gio ky|signed by|digitally|signature")


@dataclass(frozen=True)
class _Letter:
    """A letter and its edges; a blank has none."""

    sign: str
    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True)
class _Stamp:
    """A word put on the page after it was made: a number, a day, a note of who signed."""

    letters: list[_Letter]
    bottom: float
    top: float

    @property
    def text(self) -> str:
        return "".join(letter.sign for letter in self.letters)

    @property
    def middle(self) -> float:
        return (self.letters[0].left + self.letters[-1].right) / 2


class _Words:
    """The letters of a page and where they stand, also on a page that is shown turned."""

    def __init__(self, page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> None:
        self._raw = words.raw
        self._rect = pdfium.FS_RECTF()
        self._pointer = ctypes.byref(self._rect)
        self._turn = page.get_rotation() // 90
        self._edges = page.get_bbox()
        self.count = words.count_chars()
        self.text = words.get_text_range(0, self.count).translate(_HYPHENS) if self.count else ""
        self._may_be_old = may_be_old(self.text)

    def box(self, place: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of a letter, counted from the lower left corner of the shown page."""
        pdfium.FPDFText_GetLooseCharBox(self._raw, place, self._pointer)
        rect, (left, bottom, right, top) = self._rect, self._edges
        if self._turn == 1:
            return rect.bottom - bottom, right - rect.right, rect.top - bottom, right - rect.left
        if self._turn == 2:
            return right - rect.right, top - rect.top, right - rect.left, top - rect.bottom
        if self._turn == 3:
            return top - rect.top, rect.left - left, top - rect.bottom, rect.right - left
        return rect.left - left, rect.bottom - bottom, rect.right - left, rect.top - bottom

    def letters(self, start: int, line: str) -> list[_Letter]:
        """The letters of a line with their edges."""
        found = []
        for place, sign in enumerate(line, start):
            left, _, right, _ = (0.0, 0.0, 0.0, 0.0) if sign.isspace() else self.box(place)
            found.append(_Letter(sign, left, right))
        return found

    def as_seen(self, start: int, line: str, text: str) -> str:
        """What a line says in a font of an old code, of which some draw small letters as capitals."""
        if not line.strip() or not self._may_be_old:
            return text
        room = ctypes.create_string_buffer(_FONT_ROOM)
        place = start + len(line) - len(line.lstrip())
        pdfium.FPDFText_GetFontInfo(self._raw, place, room, _FONT_ROOM, None)
        return from_font(room.value.decode("utf-8", "replace").rpartition("+")[2], text)

    def spot(self, place: int) -> tuple[str, int, int]:
        """A letter and where it stands, by which it is found again."""
        left, bottom, _, _ = self.box(place)
        return self.text[place], round(left), round(bottom)

    def stamp(self, start: int, word: str) -> _Stamp:
        """One word with its place."""
        _, bottom, _, top = self.box(start)
        return _Stamp(self.letters(start, word), bottom, top)

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines in the order in which the PDF draws them, each with the place of its first letter."""
        start = 0
        for line in self.text.split("\r\n"):
            yield start, line
            start += len(line) + 2


def page_runs(document: pypdfium2.PdfDocument, number: int) -> Iterator[Run]:
    """The lines of a page; `number` counts from 0. A page without text gives none.

    Raises `Unreadable` for a page with more letters than paper can hold.
    """
    with closing(document[number]) as page:
        sheet = Sheet(number + 1, *page.get_size())
        with closing(page.get_textpage()) as text:
            if text.count_chars() > _MOST_LETTERS:
                raise Unreadable(
                    f"Trang {number + 1} của tệp PDF có quá nhiều chữ, không giống văn bản; hãy kiểm tra lại "
                    f"tệp."
                )
            words = _Words(page, text)
            # Letters outside the first plane count once in the PDF and once in Python, so places agree
            # unless text is lost.
            if len(words.text) != words.count:
                yield from (Run(line, sheet) for line in words.text.splitlines())
                return
            stamped = _stamped(document, number, page, words) if _has_stamps(page) else []
            yield from _runs(words, sheet, stamped)


def _has_stamps(page: pypdfium2.PdfPage) -> bool:
    """Whether something with words of its own was put on the page: links and notes have none."""
    for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, place)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind in _STAMPS:
            return True
    return False


def _stamped(
    document: pypdfium2.PdfDocument, number: int, page: pypdfium2.PdfPage, words: _Words
) -> list[_Stamp]:
    """The words of annotations and form fields: those that are on the page only once they are drawn in."""
    before = {words.spot(place) for place, sign in enumerate(words.text) if not sign.isspace()}
    if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return []
    with closing(document[number]) as drawn, closing(drawn.get_textpage()) as text:
        after = _Words(drawn, text)
        if len(after.text) != after.count:
            return []
        return [
            after.stamp(found.start(), found.group())
            for found in re.finditer(r"\S+", after.text)
            if after.spot(found.start()) not in before
        ]


def _runs(words: _Words, sheet: Sheet, stamps: list[_Stamp]) -> Iterator[Run]:
    measured = [(start, line, *_measured(words, start, line)) for start, line in words.lines()]
    usual = _usual_width([(len(line), right - left) for _, line, left, _, right, _ in measured])
    left_over = stamps
    for start, line, left, bottom, right, top in measured:
        if not line.strip():
            yield Run("", sheet)
            continue
        here, left_over = _landed(left_over, bottom, top)
        letter = min((right - left) / len(line), usual or right)
        if here:
            letters, missed = _filled(words.letters(start, line), here)
            left_over += missed
            text = _spaced(letters, letter)
        elif usual and right - left - len(line) * usual < _EXCESS * usual:
            text = line
        else:
            text = _parted(words, start, line, letter)
        text = words.as_seen(start, line, text)
        yield Run(text.rstrip(), sheet, left, right, bottom, top)
    yield from _own_lines(left_over, sheet)


def _measured(words: _Words, start: int, line: str) -> tuple[float, float, float, float]:
    """The edges of a line by its first and last letter."""
    bare = line.strip()
    if not bare:
        return 0.0, 0.0, 0.0, 0.0
    first = start + len(line) - len(line.lstrip())
    left, bottom, _, top = words.box(first)
    _, _, right, _ = words.box(first + len(bare) - 1)
    return left, bottom, max(right, left + 0.1), top


def _usual_width(lines: list[tuple[int, float]]) -> float:
    """How wide a letter is on a page, 0 when too few long lines tell."""
    widths = [width / length for length, width in lines if length >= _LONG]
    return median(widths) if len(widths) >= _ENOUGH else 0.0


def _parted(words: _Words, start: int, line: str, letter: float) -> str:
    """A line with the wide gaps between its columns written as three blanks."""
    pieces, at = [], 0
    for blank in re.finditer(r"(?<=\S)\s+(?=\S)", line):
        edge = words.box(start + blank.start() - 1)[2]
        wide = words.box(start + blank.end())[0] - edge > _GAP * letter
        pieces += [line[at : blank.start()], "   " if wide else " "]
        at = blank.end()
    return "".join(pieces) + line[at:]


def _landed(stamps: list[_Stamp], bottom: float, top: float) -> tuple[list[_Stamp], list[_Stamp]]:
    """The stamps on a line, and the others."""
    here: list[_Stamp] = []
    others: list[_Stamp] = []
    for stamp in stamps:
        overlap = min(stamp.top, top) - max(stamp.bottom, bottom)
        (here if overlap > (stamp.top - stamp.bottom) / 2 else others).append(stamp)
    return here, others


def _filled(letters: list[_Letter], stamps: list[_Stamp]) -> tuple[list[_Letter], list[_Stamp]]:
    """A line with the stamps that stand in its blanks or on its dots; the others stay over."""
    missed = []
    for stamp in stamps:
        left, right = stamp.letters[0].left, stamp.letters[-1].right
        under = [one for one in letters if one.left < right - 0.5 and one.right > left + 0.5]
        if any(one.sign not in _LEADERS for one in under):
            missed.append(stamp)
            continue
        letters = [one for one in letters if one not in under]
        place = next(
            (i for i, one in enumerate(letters) if one.right and one.left > stamp.middle), len(letters)
        )
        letters[place:place] = [_Letter(" "), *stamp.letters, _Letter(" ")]
    return letters, missed


def _spaced(letters: list[_Letter], width: float) -> str:
    """Letters as text: one blank for all blanks in a row, three for a gap between columns."""
    pieces: list[str] = []
    edge, blank = 0.0, False
    for letter in letters:
        if letter.sign.isspace():
            blank = bool(pieces)
            continue
        wide = pieces and letter.left - edge > _GAP * width
        pieces.append(("   " if wide else " " if blank else "") + letter.sign)
        edge, blank = letter.right, False
    return "".join(pieces)


def _own_lines(stamps: list[_Stamp], sheet: Sheet) -> Iterator[Run]:
    """Stamps that stand in no line, one below the other; a note of who signed and when says nothing of the
    plan."""
    if _SIGNED.search(even(" ".join(stamp.text for stamp in stamps))):
        return
    for stamp in stamps:
        letters = stamp.letters
        yield Run(stamp.text, sheet, letters[0].left, letters[-1].right, stamp.bottom, stamp.top)
