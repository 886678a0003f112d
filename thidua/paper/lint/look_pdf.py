"""What stands in a PDF (nhìn tệp PDF): lines with their place, their letters and the lines drawn around."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from math import hypot
from operator import itemgetter
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from thidua.paper.lint.grid import Grid
from thidua.paper.lint.joining import joined
from thidua.paper.lint.seen import File, Folio, Seen, Sheet, Side, Stroke, Unreadable, is_blank

_MM = 25.4 / 72
_LEAST = 20
_PAGES = 400
_EDGE = 20.0
_FOLIO = re.compile(r"-?\s*\d{1,3}\s*-?")
_SPACE = 32
_HYPHENS = (0x02, 0xFFFE)  # how the library gives a hyphen at the end of a line
_SCAN = "Tệp PDF là bản quét, không có lớp chữ; hãy kiểm tra bản .docx, hoặc PDF xuất thẳng từ Word."


@dataclass(frozen=True)
class _Face:
    """Font and size of the letters of one object in the file."""

    font: str
    size: float
    bold: bool
    italic: bool


class _Letter(NamedTuple):
    """One letter and its box, in millimetres from the upper left corner."""

    base: float
    left: float
    top: float
    right: float
    bottom: float
    char: str
    face: _Face


@dataclass
class _Line:
    """A line being put together, letter by letter."""

    page: int
    base: float
    left: float
    right: float
    top: float
    bottom: float
    letters: list[str] = field(default_factory=list)
    faces: Counter[_Face] = field(default_factory=Counter)
    spaces: int = 0

    def add(self, letter: _Letter) -> None:
        """Put a letter at the end."""
        _, _, top, right, bottom, char, face = letter
        self.spaces = 0
        self.letters.append(char)
        self.faces[face] += char.isalnum()
        if right > self.right:
            self.right = right
        if top < self.top:
            self.top = top
        if bottom > self.bottom:
            self.bottom = bottom


def look_at_pdf(content: bytes) -> File:
    """Look at a PDF. Raises `Unreadable` when it is locked, damaged, too long or only a scan."""
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            document.init_forms()
            if len(document) > _PAGES:
                raise Unreadable(
                    f"Tệp PDF có {len(document)} trang; chỉ kiểm tra tệp không quá {_PAGES} trang."
                )
            pages = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        why = "được đặt mật khẩu; hãy bỏ mật khẩu" if locked else "bị hỏng; hãy xuất lại PDF từ Word"
        raise Unreadable(f"Tệp PDF {why} rồi kiểm tra lại.") from error
    lines = tuple(line for _, found, _, _ in pages for line in found)
    if sum(len(line.text) for line in lines) < _LEAST:
        raise Unreadable(_SCAN)
    return File(
        "pdf",
        tuple(sheet for sheet, _, _, _ in pages),
        lines,
        tuple(joined(lines)),
        tuple(folio for _, _, folios, _ in pages for folio in folios),
        tuple(stroke for _, _, _, strokes in pages for stroke in strokes),
    )


def _filled(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    """The page with what was filled into its fields: number and day of a paper signed before it had them."""
    page = document[number]
    if page.formenv is None:
        return page
    with closing(page):
        page.flatten()
    return document[number]


def _page(
    document: pypdfium2.PdfDocument, number: int
) -> tuple[Sheet, list[Seen], list[Folio], tuple[Stroke, ...]]:
    with closing(_filled(document, number)) as page:
        width, height = (side * _MM for side in page.get_size())
        grid = Grid.of(number + 1, list(_boxes(page, height)))
        with closing(page.get_textpage()) as words:
            raw = [line for line in _raw_lines(words, number + 1, height, grid) if line.letters]
    whole = [line for line in raw if not _is_folio(line, height)]
    sheet = Sheet(
        f"trang {number + 1}",
        width,
        height,
        min((line.top for line in whole), default=None),
        min((height - line.bottom for line in whole), default=None),
        min((line.left for line in whole), default=None),
        min((width - line.right for line in whole), default=None),
    )
    seen = [_seen(line, place, width, grid) for place, line in enumerate(whole, start=1)]
    folios = [_folio(line, width, height) for line in raw if _is_folio(line, height)]
    return sheet, seen, folios, grid.strokes


def _boxes(page: pypdfium2.PdfPage, height: float) -> Iterator[tuple[float, float, float, float]]:
    """Boxes of what is drawn, in millimetres from the upper left corner."""
    for drawn in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,)):
        left, bottom, right, top = drawn.get_bounds()
        yield left * _MM, height - top * _MM, right * _MM, height - bottom * _MM


def _raw_lines(words: pypdfium2.PdfTextPage, page: int, height: float, grid: Grid) -> Iterator[_Line]:
    """The letters of a page put together, from top to bottom and from left to right."""
    letters = sorted(_letters(words, height), key=itemgetter(0))
    level: list[_Letter] = []
    for letter in letters:
        if level and letter.base - level[0].base > letter.face.size * _MM * 0.25:
            yield from _level_lines(level, page, grid)
            level = []
        level.append(letter)
    if level:
        yield from _level_lines(level, page, grid)


def _letters(words: pypdfium2.PdfTextPage, height: float) -> Iterator[_Letter]:
    """The letters in the order of the file. One box and one point serve all of them: a page has thousands."""
    faces: dict[int, _Face] = {}
    room, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(words.count_chars()):
        code = pdfium.FPDFText_GetUnicode(words, index)
        if code <= _SPACE and pdfium.FPDFText_IsGenerated(words, index) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(words, index, room)
        pdfium.FPDFText_GetCharOrigin(words, index, x, y)
        yield _Letter(
            height - y.value * _MM,
            room.left * _MM,
            height - room.top * _MM,
            room.right * _MM,
            height - room.bottom * _MM,
            "-" if code in _HYPHENS else chr(code),
            _face(words, index, faces),
        )


def _level_lines(level: list[_Letter], page: int, grid: Grid) -> Iterator[_Line]:
    """The letters on one height, parted where a gap or an upright line is."""
    line: _Line | None = None
    for letter in sorted(level, key=itemgetter(1)):
        if letter.char.isspace():
            if line:
                line.spaces += 1
            continue
        if line is None or _is_new(line, letter, grid):
            if line:
                yield line
            line = _Line(page, letter.base, letter.left, letter.right, letter.top, letter.bottom)
        elif line.spaces or letter.left - line.right > letter.face.size * _MM * 0.17:
            line.letters.append(" ")
        line.add(letter)
    if line:
        yield line


def _is_new(line: _Line, letter: _Letter, grid: Grid) -> bool:
    apart = letter.left - line.right
    if apart <= 1:
        return False
    em = letter.face.size * _MM
    if apart < em * 5 and is_blank("".join(line.letters)):
        return False
    return apart > em or grid.parts(line.right, letter.left, y=letter.base - em / 3)


def _face(words: pypdfium2.PdfTextPage, index: int, held: dict[int, _Face]) -> _Face:
    drawn = pdfium.FPDFText_GetTextObject(words, index)
    key = ctypes.addressof(drawn.contents) if drawn else 0
    if key not in held:
        name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(words, index, name, 200, ctypes.byref(flags))
        font = name.value.decode("utf-8", "replace").split("+")[-1]
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(words, index, ctypes.byref(matrix))
        size = pdfium.FPDFText_GetFontSize(words, index) * hypot(matrix.b, matrix.d)
        plain = font.lower()
        bold = "bold" in plain or bool(flags.value & 1 << 18)
        italic = "italic" in plain or "oblique" in plain
        held[key] = _Face(re.split(r"[-,]", font)[0], round(size, 1), bold, italic)
    return held[key]


def _is_folio(line: _Line, height: float) -> bool:
    inside = _EDGE < line.base < height - _EDGE
    return not inside and _FOLIO.fullmatch("".join(line.letters).strip()) is not None


def _folio(line: _Line, width: float, height: float) -> Folio:
    middle = (line.left + line.right) / 2
    centred = width / 2 - 5 < middle < width / 2 + 14
    size = line.faces.most_common(1)[0][0].size
    return Folio(line.page, "top" if line.base < height / 2 else "bottom", centred, size)


def _seen(line: _Line, place: int, width: float, grid: Grid) -> Seen:
    total = sum(line.faces.values()) or 1
    bold = sum(count for face, count in line.faces.items() if face.bold)
    italic = sum(count for face, count in line.faces.items() if face.italic)
    sizes: Counter[float] = Counter()
    for face, count in line.faces.items():
        sizes[face.size] += count
    box = (line.left, line.top, line.right, line.bottom)
    cell = grid.cell((line.left + line.right) / 2, line.base - 1)
    return Seen(
        " ".join("".join(line.letters).split()),
        f"trang {line.page}, dòng {place}",
        line.page,
        sizes.most_common(1)[0][0],
        bold / total,
        italic / total,
        tuple(sorted({face.font for face, count in line.faces.items() if count})),
        side=_side(line, width),
        cell=cell,
        grid=bool(cell),
        box=box,
    )


def _side(line: _Line, width: float) -> Side:
    middle = (line.left + line.right) / 2 - width / 2 - 7.5
    if abs(middle) < 12 or line.right - line.left > width * 0.55:
        return ""
    return "left" if middle < 0 else "right"
