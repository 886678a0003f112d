"""What gives a Word file its look (kiểu trong tệp Word): styles, defaults and the fonts of the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from thidua.paper.lint.seen import Unreadable

MAX_BYTES = 60_000_000
MM = 25.4 / 1440
_WANTED = re.compile(r"word/[^/]+\.xml|word/theme/.+\.xml")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Face:
    """The look of letters (kiểu chữ): size in points, weight, slant, font, colour."""

    size: float
    bold: bool
    italic: bool
    font: str
    colour: str


@dataclass
class Book:
    """The parts of a file, and its styles by their ids (các kiểu)."""

    parts: dict[str, bytes]
    styles: dict[str, Any] = field(default_factory=dict)
    defaults: dict[str, list[Any]] = field(default_factory=dict)
    normal: str = ""
    theme: dict[str, str] = field(default_factory=dict)
    faces: dict[tuple[object, ...], Face] = field(default_factory=dict)

    def chain(self, style: str) -> list[Any]:
        """The style and those it is based on, nearest first."""
        found: list[Any] = []
        name = style or self.normal
        while name in self.styles and self.styles[name] not in found:
            found.append(self.styles[name])
            name = value(found[-1], "w:basedOn")
        return found

    def face(self, own: Any, chain: list[Any]) -> Face:
        """The look that a run has by its own marks and its styles; found once for runs marked alike."""
        marks = () if own is None else tuple((one.tag, *one.attrib.items()) for one in own)
        key = (marks, *(id(one) for one in chain))
        if key not in self.faces:
            named = value(own, "w:rStyle")
            layers = self.layers(own, [*(self.chain(named) if named else ()), *chain], "w:rPr")
            self.faces[key] = Face(
                float(layered(layers, "w:sz") or 20) / 2,
                is_on(layers, "w:b"),
                is_on(layers, "w:i"),
                font_of(layers, self.theme),
                (layered(layers, "w:color") or "auto").lower(),
            )
        return self.faces[key]

    def layers(self, own: Any, styles: list[Any], kind: str) -> list[Any]:
        """Where a property may be set, nearest first; `kind` is "w:pPr" or "w:rPr"."""
        named = [one.find(qn(kind)) for one in styles]
        return [one for one in (own, *named, *self.defaults.get(kind, ())) if one is not None]


def open_book(content: bytes) -> Book:
    """The parts of the file. Raises what archive and parser raise, and `Unreadable` when it is too large."""
    with ZipFile(BytesIO(content)) as file:
        wanted = [name for name in file.namelist() if _WANTED.fullmatch(name)]
        if sum(file.getinfo(name).file_size for name in wanted) > MAX_BYTES:
            raise Unreadable("Tệp Word quá lớn để kiểm tra; hãy tách phụ lục ra tệp riêng rồi kiểm tra lại.")
        book = Book({name: file.read(name) for name in wanted})
    if "word/styles.xml" in book.parts:
        _take_styles(book)
    for name, data in book.parts.items():
        if name.startswith("word/theme/"):
            book.theme.update(_faces(parse_xml(data)))
    return book


def _take_styles(book: Book) -> None:
    root = parse_xml(book.parts["word/styles.xml"])
    defaults = root.find(qn("w:docDefaults"))
    if defaults is not None:
        book.defaults = {kind: list(defaults.iter(qn(kind))) for kind in ("w:pPr", "w:rPr")}
    for style in root.iter(qn("w:style")):
        name = style.get(qn("w:styleId"))
        book.styles[name] = style
        if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true"):
            book.normal = name


def _faces(theme: Any) -> Iterator[tuple[str, str]]:
    for kind in ("major", "minor"):
        for face in theme.iter(f"{{*}}{kind}Font"):
            latin = face.find("{*}latin")
            if latin is not None:
                yield kind, latin.get("typeface", "")


def value(element: Any, name: str) -> str:
    """The value of a child of an element, "" when there is none."""
    found = None if element is None else element.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val")) or "")


def layered(layers: list[Any], name: str, attribute: str = "w:val") -> str:
    """The value that counts: the nearest layer that has one."""
    for layer in layers:
        found = layer.find(qn(name))
        if found is not None and found.get(qn(attribute)) is not None:
            return str(found.get(qn(attribute)))
    return ""


def is_on(layers: list[Any], name: str) -> bool:
    """Whether a switch as bold is on (bật, tắt)."""
    for layer in layers:
        found = layer.find(qn(name))
        if found is not None:
            return found.get(qn("w:val")) not in ("0", "false", "off")
    return False


def font_of(layers: list[Any], theme: dict[str, str]) -> str:
    """The font of the Latin letters (phông chữ), that of the theme when the style names the theme."""
    for layer in layers:
        found = layer.find(qn("w:rFonts"))
        for part in ("ascii", "hAnsi") if found is not None else ():
            themed = found.get(qn(f"w:{part}Theme"))
            if themed:
                return theme.get("major" if themed.startswith("major") else "minor", "")
            if found.get(qn(f"w:{part}")):
                return str(found.get(qn(f"w:{part}")))
    return "Times New Roman"


def millimetres(written: str | None) -> float:
    """Twentieths of a point to millimetres; 0 when nothing or no number is written."""
    return float(written) * MM if written and _NUMBER.fullmatch(written) else 0.0


def first_line(layers: list[Any]) -> float:
    """Where the first line begins from the margin (thụt đầu dòng), in millimetres."""
    left = millimetres(layered(layers, "w:ind", "w:left") or layered(layers, "w:ind", "w:start"))
    hanging = millimetres(layered(layers, "w:ind", "w:hanging"))
    return left - hanging if hanging else left + millimetres(layered(layers, "w:ind", "w:firstLine"))


def gap(layers: list[Any]) -> float:
    """Room between paragraphs (khoảng cách đoạn): before and after together, in points."""
    return sum(_room(layers, side) for side in ("before", "after"))


def _room(layers: list[Any], side: str) -> float:
    if layered(layers, "w:spacing", f"w:{side}Autospacing") in ("1", "true", "on"):
        return 14.0
    found = layered(layers, "w:spacing", f"w:{side}")
    return float(found) / 20 if found.isdigit() else 0.0


def spacing(layers: list[Any]) -> float | None:
    """Lines of spacing (giãn dòng); None when an exact height is set."""
    if layered(layers, "w:spacing", "w:lineRule") in ("exact", "atLeast"):
        return None
    found = layered(layers, "w:spacing", "w:line")
    return int(found) / 240 if found.isdigit() else 1.0
