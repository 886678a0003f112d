"""Corrected boundaries of paragraphs (ranh giới đoạn): what a person parted, joined or moved after the reader
cut the document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from thidua.reading.markers import find_marker
from thidua.reading.passage import Passage, joined
from thidua.reading.source import Boundary


def corrected(paragraphs: list[Passage], boundaries: Iterable[Boundary]) -> list[Passage]:
    """The paragraphs after every correction, in the order in which they were made; one whose place is gone
    changes nothing.
    """
    for boundary in boundaries:
        paragraphs = _CORRECTIONS[boundary.kind](paragraphs, boundary.at)
    return paragraphs


def _join(paragraphs: list[Passage], at: int) -> list[Passage]:
    """The paragraph goes on the one before; the dash of an item that is none any more is dropped.

    What was moved before may stand above a paragraph that precedes it on paper: those cannot be one.
    """
    place = _place(paragraphs, at)
    if place < 1 or paragraphs[place - 1].end > at:
        return paragraphs
    second = paragraphs[place]
    marker = find_marker(second)
    if marker is not None and marker.kind in ("dash", "plus"):
        second = second.cut(marker.end)
    return [*paragraphs[: place - 1], joined([paragraphs[place - 1], second]), *paragraphs[place + 1 :]]


def _split(paragraphs: list[Passage], at: int) -> list[Passage]:
    """A new paragraph begins at this letter."""
    for place, whole in enumerate(paragraphs):
        if whole.start < at < whole.end:
            cut = bisect_left(whole.at, at)
            parts = [part for part in (whole.cut(0, cut), whole.cut(cut)) if part]
            return [*paragraphs[:place], *parts, *paragraphs[place + 1 :]]
    return paragraphs


def _to_next(paragraphs: list[Passage], at: int) -> list[Passage]:
    """The paragraph stands under the next numbered clause."""
    place = _place(paragraphs, at)
    if place < 0:
        return paragraphs
    rest = paragraphs[place + 1 :]
    following = next((i for i, one in enumerate(rest) if find_marker(one) is not None), None)
    if following is None:
        return paragraphs
    return [*paragraphs[:place], *rest[: following + 1], paragraphs[place], *rest[following + 1 :]]


def _to_previous(paragraphs: list[Passage], at: int) -> list[Passage]:
    """The paragraph ends the clause before: it goes above the last mark that stands before it."""
    place = _place(paragraphs, at)
    marked = [i for i, one in enumerate(paragraphs[: max(place, 0)]) if find_marker(one) is not None]
    if not marked:
        return paragraphs
    above = marked[-1]
    return [*paragraphs[:above], paragraphs[place], *paragraphs[above:place], *paragraphs[place + 1 :]]


def _place(paragraphs: list[Passage], at: int) -> int:
    return next((place for place, one in enumerate(paragraphs) if one.start == at), -1)


_CORRECTIONS: dict[str, Callable[[list[Passage], int], list[Passage]]] = {
    "join": _join,
    "split": _split,
    "previous": _to_previous,
    "next": _to_next,
}
