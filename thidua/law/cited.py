"""Acts that a text cites (văn bản được viện dẫn), and those that do not stand on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from thidua.law.load import Source, load_books
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import even

_NUMBER = re.compile(r"(?<!\d)\d{1,3}/\d{4}/[^\W\d_]{2,4}\d*(?:-[^\W\d_]+)*")
_LAW = re.compile(r"(?P<name>luat\b.+?)\s+(?P<year>\d{4})")


@dataclass(frozen=True)
class Cited:
    """An act named in a text (viện dẫn): the words, their offsets, and the act of our books they mean."""

    words: str
    start: int
    end: int
    source: Source

    def because(self, day: date) -> str:
        """Why the act does not stand on that day, as a sentence; "" while it stands."""
        doubt = "" if self.source.confirmed else " (ngày hiệu lực chưa được xác nhận)"
        if self.source.start > day:
            return f"{self.source.short} có hiệu lực từ {vn_date(self.source.start)}{doubt}."
        if self.source.end is not None and self.source.end < day:
            gone = vn_date(self.source.end + timedelta(days=1))
            return f"{self.source.short} hết hiệu lực từ {gone}{doubt}; hãy dẫn văn bản đang áp dụng."
        return ""


def cited_acts(text: str) -> Iterator[Cited]:
    """The acts of our books that a text names, by number or, a law, by name and year; acts that the books do
    not hold are passed over.
    """
    for hit in _NUMBER.finditer(text):
        source = _by_number().get(even(hit.group()))
        if source:
            yield Cited(hit.group(), hit.start(), hit.end(), source)
    plain = even(text)
    for name, year, source in _laws():
        for hit in re.finditer(
            rf"\b{re.escape(name)}(?:\s+(?:ngay|nam|so)\b[^;.]{{0,30}}?)\b{year}\b", plain
        ):
            yield Cited(text[hit.start() : hit.end()], hit.start(), hit.end(), source)


@cache
def _by_number() -> dict[str, Source]:
    return {even(source.number): source for source in load_books().sources.values() if source.number}


@cache
def _laws() -> tuple[tuple[str, str, Source], ...]:
    """Laws with the name and the year under which a paper cites them."""
    named = ((_LAW.fullmatch(even(source.short)), source) for source in load_books().sources.values())
    return tuple((hit["name"], hit["year"], source) for hit, source in named if hit)


def fallen(text: str, on: date) -> list[Cited]:
    """The cited acts that do not stand on a day (không còn hoặc chưa có hiệu lực), in reading order."""
    return sorted((one for one in cited_acts(text) if one.because(on)), key=lambda one: one.start)
