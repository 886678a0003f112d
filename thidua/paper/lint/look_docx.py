"""What stands in a Word file (nhìn tệp Word): paragraphs with the look that styles and marks give them."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal
from zipfile import BadZipFile

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from thidua.paper.blocks import tidy
from thidua.paper.lint import docx_styles as styles
from thidua.paper.lint.docx_styles import Book, Face, layered, millimetres, value
from thidua.paper.lint.seen import File, Folio, Seen, Sheet, Side, Unreadable, is_blank

_LONG = 3_500
_DRAWN = ("nil", "none", None)
# What the archive, the parser and a part in the wrong place raise; lxml's error is a SyntaxError.
_BROKEN = (
    *(BadZipFile, zlib.error, EOFError, OSError, SyntaxError, NotImplementedError, RuntimeError),
    *(LookupError, ValueError, TypeError, AttributeError),
)
_DAMAGED = "Tệp Word bị hỏng hoặc không phải là .docx; hãy mở bằng Word, lưu lại dạng .docx rồi kiểm tra lại."


@dataclass(frozen=True)
class _Place:
    """Where a paragraph stands: the half of the page, the cell, and whether the table is one of data."""

    side: Side = ""
    cell: str = ""
    grid: bool = False


def look_at_docx(content: bytes) -> File:
    """Look at a Word file. Raises `Unreadable` when it is damaged or is another kind of file."""
    try:
        book = styles.open_book(content)
        body = parse_xml(book.parts["word/document.xml"]).find(qn("w:body"))
        paragraphs = [
            _paragraph(element, book, where=f"đoạn {number}", place=place)
            for number, (element, place) in enumerate(_walk(body, book, _Place()), start=1)
        ]
    except Unreadable:
        raise
    except _BROKEN as error:
        raise Unreadable(_DAMAGED) from error
    if not any(one.text.strip() for one in paragraphs):
        raise Unreadable("Tệp Word không có chữ; nếu là bản quét, hãy gửi bản có chữ gõ.")
    sections = list(body.iter(qn("w:sectPr")))
    return File(
        "docx",
        tuple(_sheet(one, number) for number, one in enumerate(sections, start=1)),
        tuple(line for one in paragraphs for line in _lines(one)),
        tuple(replace(one, text=" ".join(one.text.split())) for one in paragraphs if one.text.strip()),
        tuple(_folios(book, sections)),
        long=sum(len(one.text) for one in paragraphs) > _LONG,
    )


def _walk(container: Any, book: Book, place: _Place) -> Iterator[tuple[Any, _Place]]:
    """The paragraphs in reading order, each with its cell."""
    for number, child in enumerate(container):
        if child.tag == qn("w:p"):
            yield child, place
        elif child.tag == qn("w:tbl"):
            yield from _table(child, book, name=f"{place.cell}/{number}")
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _walk(child, book, place)


def _table(table: Any, book: Book, *, name: str) -> Iterator[tuple[Any, _Place]]:
    grid = _is_grid(table, book)
    for row_number, row in enumerate(table.iterchildren(qn("w:tr"))):
        cells = row.findall(qn("w:tc"))
        for number, cell in enumerate(cells):
            side: Side = "left" if number == 0 else "right" if number == len(cells) - 1 else ""
            yield from _walk(cell, book, _Place(side, f"{name}.{row_number}.{number}", grid))


def _is_grid(table: Any, book: Book) -> bool:
    """A table of data has borders; one that only sets columns side by side has none."""
    properties = table.find(qn("w:tblPr"))
    named = value(properties, "w:tblStyle")
    sources = [properties, *(book.chain(named) if named else ())]
    inner = [edge for one in sources if one is not None for edge in one.iter(qn("w:insideH"))]
    if any(edge.get(qn("w:val")) not in _DRAWN for edge in inner):
        return True
    cells = [edge for one in table.iter(qn("w:tcBorders")) for edge in one]
    return sum(edge.get(qn("w:val")) not in _DRAWN for edge in cells) > 4


def _paragraph(element: Any, book: Book, *, where: str, place: _Place) -> Seen:
    own = element.find(qn("w:pPr"))
    chain = book.chain(value(own, "w:pStyle"))
    layers = book.layers(own, chain, "w:pPr")
    made = Seen(
        _text(element),
        where,
        side=place.side,
        cell=place.cell,
        grid=place.grid,
        align=layered(layers, "w:jc") or "left",
        first_line=styles.first_line(layers),
        gap=styles.gap(layers),
        spacing=styles.spacing(layers),
        counted=any(one.find(qn("w:numPr")) is not None for one in layers),
        ruled=_ruled(element, layers),
    )
    return _with_face(made, element, book, chain)


def _with_face(made: Seen, element: Any, book: Book, chain: list[Any]) -> Seen:
    """The paragraph with what most of its letters look like."""
    faces = Counter[Face]()
    for run in element.iter(qn("w:r")):
        letters = sum(char.isalnum() for char in _text(run))
        if letters:
            faces[book.face(run.find(qn("w:rPr")), chain)] += letters
    total = sum(faces.values())
    if not total:
        return made
    sizes = Counter[float]()
    for face, letters in faces.items():
        sizes[face.size] += letters
    odd = [face.colour for face, _ in faces.most_common() if face.colour not in ("auto", "000000")]
    return replace(
        made,
        size=sizes.most_common(1)[0][0],
        bold=sum(letters for face, letters in faces.items() if face.bold) / total,
        italic=sum(letters for face, letters in faces.items() if face.italic) / total,
        fonts=tuple(sorted({face.font for face in faces})),
        colour=odd[0] if odd else "",
    )


def _ruled(element: Any, layers: list[Any]) -> bool:
    """True for a paragraph that carries a drawn line: a border, a shape, or a row of underscores."""
    if any(layer.find(qn("w:pBdr")) is not None for layer in layers):
        return True
    shapes = next(element.iter(qn("w:drawing"), qn("w:pict"), qn("w:object")), None)
    return shapes is not None or "___" in _text(element)


def _text(element: Any) -> str:
    """The words, without what was struck out; a break of the line as a line end."""
    kept = []
    for part in element.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        if part.tag == qn("w:t"):
            kept.append(tidy(part.text or ""))
        elif part.getparent().tag == qn("w:r"):
            kept.append({qn("w:tab"): "\t", qn("w:br"): "\n"}.get(part.tag, "-"))
    return "".join(kept)


def _lines(paragraph: Seen) -> Iterator[Seen]:
    """The lines a paragraph is broken into by hand, and the halves of a letterhead that a tab parts."""
    for text in paragraph.text.split("\n"):
        halves = _halves(text)
        if not halves:
            yield replace(paragraph, text="")
        for place, half in enumerate(halves):
            side: Side = paragraph.side
            if len(halves) == 2 and not paragraph.cell:
                side = "left" if place == 0 else "right"
            yield replace(paragraph, text=" ".join(half.split()), side=side)


def _halves(text: str) -> list[str]:
    """Pieces parted by tabs or many spaces, but for the blanks of number and date."""
    pieces: list[str] = []
    for piece in re.split(r"\t+| {6,}", text):
        if pieces and is_blank(pieces[-1]):
            pieces[-1] += f" {piece}"
        elif piece.strip():
            pieces.append(piece)
    return pieces


def _sheet(section: Any, number: int) -> Sheet:
    size, edge = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width, height = (0.0 if size is None else millimetres(size.get(qn(f"w:{side}"))) for side in "wh")
    sides = ("top", "bottom", "left", "right")
    top, bottom, left, right = (
        None if edge is None else abs(millimetres(edge.get(qn(f"w:{side}")))) for side in sides
    )
    return Sheet(f"phần {number}", width, height, top, bottom, left, right)


def _folios(book: Book, sections: list[Any]) -> Iterator[Folio]:
    """Page numbers of the headers and footers, and whether the first page shows one too."""
    first = bool(sections) and sections[0].find(qn("w:titlePg")) is None
    for name, data in sorted(book.parts.items()):
        part = re.fullmatch(r"word/(header|footer)\d*\.xml", name)
        for paragraph in parse_xml(data).iter(qn("w:p")) if part else ():
            codes = [code.text or "" for code in paragraph.iter(qn("w:instrText"))]
            codes += [one.get(qn("w:instr"), "") for one in paragraph.iter(qn("w:fldSimple"))]
            if part and re.search(r"\bPAGE\b", "".join(codes)):
                edge: Literal["top", "bottom"] = "top" if part[1] == "header" else "bottom"
                yield from _folio(paragraph, book, edge=edge, first=first)


def _folio(paragraph: Any, book: Book, *, edge: Literal["top", "bottom"], first: bool) -> Iterator[Folio]:
    seen = _paragraph(paragraph, book, where="", place=_Place())
    run = next((one for one in paragraph.iter(qn("w:rPr")) if value(one, "w:sz")), None)
    layers = book.layers(run, book.chain(value(paragraph.find(qn("w:pPr")), "w:pStyle")), "w:rPr")
    size = float(layered(layers, "w:sz") or 20) / 2
    framed = any(one.get(qn("w:xAlign")) == "center" for one in paragraph.iter(qn("w:framePr")))
    for page in (1, 2) if first else (2,):
        yield Folio(page, edge, seen.align == "center" or framed, size)
