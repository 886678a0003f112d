"""Automatic numbering of Word (đánh số tự động): the marks a reader sees are not in the text of the
paragraphs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VIETNAMESE = (
    "a",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
)
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class Level:
    """One level of a list: format, pattern such as "%1.%2.", first number."""

    format: str
    pattern: str
    start: int


@dataclass
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def mark(self, paragraph: etree._Element) -> str:
        """The mark Word prints before this paragraph, with one blank, or "" when it has none."""
        list_id, depth = self._list_of(paragraph)
        level = self.levels.get(list_id, {}).get(depth)
        if level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return "- "
        counts = self.counts[list_id]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        return self._filled(list_id, level.pattern) + " "

    def _list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            return _number_of(own)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.styles.get(style.get(f"{W}val", ""), ("", 0)) if style is not None else ("", 0)

    def _filled(self, list_id: str, pattern: str) -> str:
        for depth, level in self.levels[list_id].items():
            if f"%{depth + 1}" in pattern:
                number = self.counts[list_id].get(depth, level.start)
                pattern = pattern.replace(f"%{depth + 1}", written(number, level.format))
        return pattern


def written(number: int, form: str) -> str:
    """A number in the format of a list: decimal, lowerLetter, upperRoman …"""
    if form in ("lowerLetter", "upperLetter"):
        letters = _LETTERS[(number - 1) % 26]
    elif form in ("vietnameseCounting", "vietnameseLetter"):
        letters = _VIETNAMESE[(number - 1) % len(_VIETNAMESE)]
    elif form in ("lowerRoman", "upperRoman"):
        letters = _roman(number)
    else:
        return f"{number:02d}" if form == "decimalZero" else str(number)
    return letters.upper() if form.startswith("upper") else letters


def _roman(number: int) -> str:
    text, left = "", min(max(number, 0), 399)
    for value, letters in _ROMAN:
        text += letters * (left // value)
        left %= value
    return text


def _number_of(properties: etree._Element) -> tuple[str, int]:
    found = properties.find(f"{W}numId")
    depth = properties.find(f"{W}ilvl")
    return (
        found.get(f"{W}val", "") if found is not None else "",
        _whole(depth.get(f"{W}val", "")) if depth is not None else 0,
    )


def _whole(text: str, default: int = 0) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default


def _value(element: etree._Element, name: str, default: str) -> str:
    child = element.find(W + name)
    return child.get(f"{W}val", default) if child is not None else default


def load_numbering(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Read the parts numbering.xml and styles.xml of a document."""
    book = Numbering()
    if numbering is None:
        return book
    kinds = {}
    for kind in numbering.iterfind(f"{W}abstractNum"):
        kinds[kind.get(f"{W}abstractNumId", "")] = {
            _whole(level.get(f"{W}ilvl", "")): Level(
                _value(level, "numFmt", "decimal"),
                _value(level, "lvlText", ""),
                _whole(_value(level, "start", "1"), 1),
            )
            for level in kind.iterfind(f"{W}lvl")
        }
    for number in numbering.iterfind(f"{W}num"):
        book.levels[number.get(f"{W}numId", "")] = kinds.get(_value(number, "abstractNumId", ""), {})
    for style in [] if styles is None else styles.iterfind(f"{W}style"):
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            book.styles[style.get(f"{W}styleId", "")] = _number_of(properties)
    return book
