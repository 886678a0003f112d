"""A stretch of a document that remembers where each of its letters stands (đoạn trích)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from thidua.vietnamese.text import even


@dataclass(frozen=True)
class Passage:
    """Clean text, and for each letter its offset in the source: what is cut out of it still knows its
    place."""

    text: str
    at: tuple[int, ...]

    @cached_property
    def plain(self) -> str:
        """Lower case without marks, letter for letter: patterns are looked for here."""
        return even(self.text)

    @property
    def start(self) -> int:
        return self.at[0] if self.at else 0

    @property
    def end(self) -> int:
        return self.at[-1] + 1 if self.at else 0

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int = 0, end: int | None = None, *, drop: str = "") -> Passage:
        """The part from `start` to `end` without blanks, and without letters of `drop`, at its ends."""
        text = self.text[start:end]
        trimmed = text.lstrip(" \n" + drop)
        start += len(text) - len(trimmed)
        trimmed = trimmed.rstrip(" \n" + drop)
        return Passage(trimmed, self.at[start : start + len(trimmed)])

    def split(self, pattern: re.Pattern[str]) -> list[Passage]:
        """The parts between the hits of a pattern in the plain text; empty parts are left out."""
        edges = [0]
        for hit in pattern.finditer(self.plain):
            edges += [hit.start(), hit.end()]
        edges.append(len(self.text))
        parts = [self.cut(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
        return [part for part in parts if part]

    def before(self, pattern: re.Pattern[str]) -> Passage:
        """The part before the first hit, or all of it."""
        hit = pattern.search(self.plain)
        return self.cut(0, hit.start()) if hit else self


NOTHING = Passage("", ())


def joined(passages: Iterable[Passage], *, by: str = " ") -> Passage:
    """Passages one after the other with one sign between them."""
    texts: list[str] = []
    at: list[int] = []
    for passage in passages:
        if texts and passage:
            texts.append(by)
            at.append(at[-1] + 1)
        texts.append(passage.text)
        at += passage.at
    return Passage("".join(texts), tuple(at))


_DROPPED = frozenset("*`\u200b\u200c\u200d\ufeff\u00ad")
_HASHES = re.compile(r"\s*(?:>\s*)?#*")
_ROUGH = re.compile(r"[*`\u200b\u200c\u200d\ufeff\u00ad]|\s\s|[^\S ]")


def tidy(text: str, start: int) -> Passage:
    """A raw line without Markdown marks and with single blanks; `start` is its offset in the source."""
    hashes = _HASHES.match(text)
    skip = hashes.end() if hashes else 0
    plain = text[skip:].strip()
    if not _ROUGH.search(plain):
        first = start + text.find(plain, skip)
        return Passage(plain, tuple(range(first, first + len(plain))))
    letters: list[str] = []
    at: list[int] = []
    for place in range(skip, len(text)):
        letter = text[place]
        if letter in _DROPPED:
            continue
        if letter.isspace():
            if not letters or letters[-1] == " ":
                continue
            letter = " "
        letters.append(letter)
        at.append(start + place)
    if letters and letters[-1] == " ":
        letters.pop()
        at.pop()
    return Passage("".join(letters), tuple(at))
