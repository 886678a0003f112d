"""Automatic numbering of Word (đánh số tự động): the marks a reader sees are not in the text of the
paragraphs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from thidua.vietnamese.numbers import in_words, roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST = 9_999  # no list of an office is longer; a larger number is damage
_DEEPEST = 10
_PLUS = "+"


def properties_of(paragraph: etree._Element) -> etree._Element | None:
    """What is set for a paragraph as a whole; it always comes first."""
    first = paragraph[0] if len(paragraph) else None
    return first if first is not None and first.tag == f"{W}pPr" else None


def style_of(paragraph: etree._Element) -> str | None:
    """The style that a paragraph names."""
    properties = properties_of(paragraph)
    style = None if properties is None else properties.find(f"{W}pStyle")
    return None if style is None else style.get(f"{W}val", "")


@dataclass(frozen=True)
class Level:
    """One level of a list: format, pattern such as "%1.%2.", first number, after which level it starts
    again, and whether its numbers are all Arabic."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(frozen=True)
class Numbered:
    """A list as paragraphs name it: what it counts with others of its kind, its levels, and the levels that
    it starts anew."""

    kind: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass
class Numbering:
    """The lists and styles of a document, read when a paragraph names them, and how far each kind has
    counted."""

    numbers: dict[str, etree._Element] = field(default_factory=dict)
    kinds: dict[str, etree._Element] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)
    styles: dict[str, etree._Element] = field(default_factory=dict)
    lists: dict[str, Numbered | None] = field(default_factory=dict)
    by_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, paragraph: etree._Element) -> str:
        """The mark Word prints before this paragraph, with one blank, or "" when it has none."""
        list_id, depth = self._list_of(paragraph)
        if list_id not in self.lists:
            self.lists[list_id] = self._numbered(list_id)
        found = self.lists[list_id]
        level = found.levels.get(depth) if found else None
        if found is None or level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return "+ " if level.pattern.strip() == _PLUS else "- "
        self._count(list_id, found, depth)
        mark = self._filled(found, level)
        return mark + " " if mark else ""

    def _list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and the level: of the paragraph itself, what it leaves out from its style."""
        style, properties = style_of(paragraph), properties_of(paragraph)
        by_style = ("", 0) if style is None else self._of_style(style)
        own = None if properties is None else properties.find(f"{W}numPr")
        if own is None:
            return by_style
        list_id, depth = _value(own, "numId"), _value(own, "ilvl")
        return list_id or by_style[0], _whole(depth, 0 if list_id else by_style[1])

    def _of_style(self, name: str) -> tuple[str, int]:
        """The list and level of a style, its own or that of the style on which it rests."""
        if name not in self.by_style:
            list_id, depth, at = "", "", name
            for _ in range(_DEEPEST):
                if at not in self.styles:
                    break
                properties = self.styles[at].find(f"{W}pPr/{W}numPr")
                if properties is not None:
                    list_id = list_id or _value(properties, "numId")
                    depth = depth or _value(properties, "ilvl")
                at = _value(self.styles[at], "basedOn")
            self.by_style[name] = (list_id, _whole(depth))
        return self.by_style[name]

    def _numbered(self, list_id: str) -> Numbered | None:
        """A list: the levels of its kind, overridden by its own."""
        number = self.numbers.get(list_id)
        kind = _value(number, "abstractNumId") if number is not None else ""
        if number is None or kind not in self.kinds:
            return None
        kind = self.linked.get(_value(self.kinds[kind], "numStyleLink"), kind)
        levels = {
            _whole(one.get(f"{W}ilvl", "")): _level(one) for one in self.kinds[kind].iterfind(f"{W}lvl")
        }
        starts: dict[int, int] = {}
        for own in number.iterfind(f"{W}lvlOverride"):
            depth = _whole(own.get(f"{W}ilvl", ""))
            changed = own.find(f"{W}lvl")
            if changed is not None:
                levels[depth] = _level(changed)
            if own.find(f"{W}startOverride") is not None:
                starts[depth] = _whole(_value(own, "startOverride"), 1)
        return Numbered(kind, levels, starts)

    def _count(self, list_id: str, found: Numbered, depth: int) -> None:
        counts = self.counts[found.kind]
        if depth in found.starts and (list_id, depth) not in self.begun:
            counts[depth] = found.starts[depth] - 1
        self.begun.add((list_id, depth))
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or depth < restart:
                del counts[deeper]

    def _filled(self, found: Numbered, level: Level) -> str:
        counts, pattern = self.counts[found.kind], level.pattern
        for depth, one in found.levels.items():
            if f"%{depth + 1}" in pattern:
                number = written(counts.get(depth, one.start), "decimal" if level.legal else one.format)
                pattern = pattern.replace(f"%{depth + 1}", number)
        return pattern.strip()


def written(number: int, form: str) -> str:
    """A number in the format of a list: decimal, lowerLetter, upperRoman …"""
    number = min(max(number, 0), _MOST)
    if form in ("lowerLetter", "upperLetter"):
        letters = _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)
    elif form in ("lowerRoman", "upperRoman"):
        letters = roman(number).lower() if 0 < number < 4000 else ""
    elif form == "vietnameseCounting":
        letters = in_words(number)
    else:
        return f"{number:02d}" if form == "decimalZero" else str(number)
    return letters.upper() if form.startswith("upper") else letters


def _whole(text: str, default: int = 0) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else default


def _value(element: etree._Element, name: str, default: str = "") -> str:
    child = element.find(W + name)
    return child.get(f"{W}val", default) if child is not None else default


def _is_on(element: etree._Element, name: str) -> bool:
    child = element.find(W + name)
    return child is not None and child.get(f"{W}val", "1") not in ("0", "false", "off")


def load_numbering(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Open the parts numbering.xml and styles.xml of a document."""
    book = Numbering()
    if styles is not None:
        book.styles = {style.get(f"{W}styleId", ""): style for style in styles.iterfind(f"{W}style")}
    if numbering is not None:
        book.numbers = {one.get(f"{W}numId", ""): one for one in numbering.iterfind(f"{W}num")}
        book.kinds = {one.get(f"{W}abstractNumId", ""): one for one in numbering.iterfind(f"{W}abstractNum")}
        book.linked = {
            link.get(f"{W}val", ""): link.getparent().get(f"{W}abstractNumId", "")
            for link in numbering.iterfind(f"{W}abstractNum/{W}styleLink")
        }
    return book


def _level(level: etree._Element) -> Level:
    return Level(
        _value(level, "numFmt", "decimal"),
        _value(level, "lvlText"),
        _whole(_value(level, "start", "1"), 1),
        _whole(_value(level, "lvlRestart"), 0) if _value(level, "lvlRestart") else None,
        _is_on(level, "isLgl"),
    )
