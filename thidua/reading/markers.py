"""Marks in front of a clause (ký hiệu mục): I. 1. 2.1.1. a) (1) - + and what number they carry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua.reading.passage import Passage
from thidua.vietnamese.text import CAPITALS, SMALLS, even

LETTERS = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese list has no f, j, w, z; đ follows d
RANKS = {"part": 0, "roman": 1, "arabic": 2, "decimal": 3, "letter": 10, "paren": 11, "dash": 12, "plus": 13}
_HEADING = re.compile(
    r"\d{1,2}\s+(?=muc dich|yeu cau|noi dung|doi tuong|thoi gian|hinh thuc|tieu chuan|tieu chi|to chuc thuc "
    r"hien|giai phap|chu de|khen thuong|ho so)"
)
_PATTERNS = (
    ("part", re.compile(r"(?:PHẦN|Phần)\s+(?P<n>[IVX]{1,4}|\d|thứ\s+\w+|THỨ\s+\w+)\s*[.:)-]?\s+")),
    ("part", re.compile(rf"(?P<n>[A-EGH])\s*[.)]\s*(?=[{CAPITALS}]{{2}})")),
    ("roman", re.compile(r"(?P<n>[IVX]{1,5}|[Il]{1,3}|[IVXl]{2,4})\s*[.)/:-]\s*(?=\S)")),
    ("roman", re.compile(rf"(?P<n>[IVX]{{1,5}})\s+(?=[{CAPITALS}]{{2}})")),
    ("decimal", re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?![.,/]?\d)\s*[.):]?\s*(?=[^\s%.,;)])")),
    ("arabic", re.compile(r"(?P<n>\d{1,2})\s*\.(?!\d)\s*(?=\S)")),
    ("arabic", re.compile(rf"(?P<n>[1-9]\d\d)\.\s+(?=[{CAPITALS}])")),
    ("arabic", re.compile(rf"(?P<n>\d{{1,2}})\s?[/-]\s*(?=[{CAPITALS}“\"][{SMALLS}])")),
    ("arabic", re.compile(rf"(?P<n>\d{{1,2}})\s?[/-]\s+(?=[{CAPITALS}]+\s)")),
    ("paren", re.compile(r"\((?P<n>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\S)")),
    ("paren", re.compile(r"(?P<n>\d{1,2}|i{2,3}|iv|vi{1,3})\s?\)\s*(?=\S)")),
    ("letter", re.compile(r"(?P<n>[a-zđ])\s?\)\s*(?=\S)")),
    ("letter", re.compile(rf"(?P<n>[a-eđ])\s?[./]\s*(?=[{CAPITALS}][^.])")),
    ("letter", re.compile(rf"(?P<n>[a-eđ])\s?-\s+(?=[{CAPITALS}][{SMALLS}])")),
    ("dash", re.compile(r"(?P<n>[-–—•·∙▪■●‐‑−\uf0b7\uf02d\uf0a7➢✓])(?![-–—_])\s*(?=\S)")),
    ("plus", re.compile(r"(?P<n>\+)\s*(?=\S)")),
)
_ORDINALS = {"nhat": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7}
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True)
class Marker:
    """A mark: its kind, how it is written without its point ("2.1", "a", "II"), its number, where the text
    begins."""

    kind: str
    label: str
    number: int
    end: int

    @property
    def depth(self) -> int:
        """How many numbers a decimal mark has: 2.1.1 has three."""
        return self.label.count(".") + 1

    @property
    def rank(self) -> int:
        """The smaller, the higher the clause stands."""
        return RANKS[self.kind] + (self.depth - 2 if self.kind == "decimal" else 0)


def find_marker(passage: Passage) -> Marker | None:
    """The mark at the beginning of a paragraph, or None."""
    for kind, pattern in _PATTERNS:
        hit = pattern.match(passage.text)
        if hit and _reads_as(kind, hit, passage):
            return _marker(kind, hit["n"], hit.end())
    heading = _HEADING.match(passage.plain)
    if heading and len(passage.text) < 80:
        return _marker("arabic", heading.group().strip(), heading.end())
    return None


def _reads_as(kind: str, hit: re.Match[str], passage: Passage) -> bool:
    """An l read for an I counts only before a title in capitals."""
    if kind == "roman" and "l" in hit["n"]:
        return passage.text[hit.end() : hit.end() + 4].isupper()
    return True


def _marker(kind: str, label: str, end: int) -> Marker:
    if kind == "roman":
        label = label.replace("l", "I")
        return Marker(kind, label, roman(label), end)
    if kind in ("dash", "plus"):
        return Marker(kind, "-" if kind == "dash" else "+", 0, end)
    last = label.rpartition(".")[2].strip()
    if last.isdigit():
        return Marker(kind, label, int(last), end)
    if kind == "part":
        spoken = _ORDINALS.get(even(last).rpartition(" ")[2])
        return Marker(kind, label, spoken or roman(last) or ord(last[0]) - ord("A") + 1, end)
    return Marker(kind, label, LETTERS.find(last) + 1 if len(last) == 1 else roman(last), end)


def roman(text: str) -> int:
    """Value of a Roman number, 0 when it is none."""
    values = [_ROMAN.get(letter, 0) for letter in text.lower()]
    if not values or not all(values):
        return 0
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
