"""Which passages two Vietnamese texts share (so giống): runs of words, found again by few numbers per text.

A text is cut into words without marks and capitals. Each run of `RUN` words has a number; of every `WINDOW`
runs in a row the smallest number is kept (winnowing). So a passage that two texts share, and that is at least
`SURELY_FOUND` words long, always leaves a number in both, however the rest of the texts differs.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from sys import byteorder

from thidua.vietnamese.text import even

RUN = 5
WINDOW = 8
SURELY_FOUND = RUN + WINDOW - 1
MOST_PLACES = 20  # of a run that the other text repeats over and over
_WORD = re.compile(r"[^\W_]+")

Runs = frozenset[int]


@dataclass(frozen=True)
class Shared:
    """One passage that two texts share (đoạn giống nhau): from and to in each, in characters; its words."""

    start: int
    end: int
    other_start: int
    other_end: int
    words: int


def words_in(text: str) -> int:
    """How many words a text has (số từ)."""
    return sum(1 for _ in _WORD.finditer(text))


def _words(text: str) -> list[re.Match[str]]:
    """The words with their places; folding keeps the length, so the places hold in the text itself."""
    return list(_WORD.finditer(even(text)))


def _numbers(words: list[re.Match[str]]) -> list[int]:
    """The number of each run of `RUN` words, the same on every machine and every day."""
    said = [word.group() for word in words]
    return [
        int.from_bytes(blake2b(" ".join(said[at : at + RUN]).encode(), digest_size=4).digest(), "big")
        for at in range(len(said) - RUN + 1)
    ]


def runs_of(texts: Iterable[str]) -> Runs:
    """Every run of words of some texts (các cụm từ): what a form or a plan says itself and does not count."""
    return frozenset(number for text in texts for number in _numbers(_words(text)))


def fingerprint(text: str, *, without: Runs = frozenset()) -> frozenset[int]:
    """The few numbers that stand for a text (dấu văn bản); runs in `without` are not counted."""
    numbers = [number for number in _numbers(_words(text)) if number not in without]
    last = max(len(numbers) - WINDOW, 0)
    return frozenset(min(numbers[at : at + WINDOW]) for at in range(last + 1)) if numbers else frozenset()


def packed(numbers: Collection[int]) -> bytes:
    """The numbers as bytes to be kept (4 bytes each, in order)."""
    return _little(array("I", sorted(numbers))).tobytes()


def unpacked(kept: bytes) -> array[int]:
    """The numbers that `packed` kept."""
    numbers = array("I")
    numbers.frombytes(kept)
    return _little(numbers)


def _little(numbers: array[int]) -> array[int]:
    if byteorder == "big":  # pragma: no cover - what is kept reads the same on every machine
        numbers.byteswap()
    return numbers


def shared_passages(
    text: str, other: str, *, least: int = SURELY_FOUND, without: Runs = frozenset()
) -> list[Shared]:
    """The passages of at least `least` words that stand in both texts (đoạn giống nhau), in the order of
    `text`, none overlapping.

    Runs in `without` neither begin a passage nor count for its length, but a passage goes on through them.
    """
    ours, theirs = _words(text), _words(other)
    counts = [number not in without for number in _numbers(ours)]
    places: dict[int, list[int]] = {}
    for place, number in enumerate(_numbers(theirs)):
        places.setdefault(number, []).append(place)
    said, heard = [word.group() for word in ours], [word.group() for word in theirs]
    found, at = [], 0
    for number, place in zip(_numbers(ours), range(len(counts)), strict=True):
        if place < at or not counts[place] or number not in places:
            continue
        length, there = _longest(said, place, heard, places[number][:MOST_PLACES])
        if sum(counts[place : place + length - RUN + 1]) + RUN - 1 >= least:
            last, other_last = ours[place + length - 1], theirs[there + length - 1]
            ends = (ours[place].start(), last.end(), theirs[there].start(), other_last.end())
            found.append(Shared(*ends, length))
            at = place + length
    return found


def _longest(said: list[str], at: int, heard: list[str], places: list[int]) -> tuple[int, int]:
    """The longest run of words that agree from `at` on, and at which of the places."""
    best, where = 0, places[0]
    for there in places:
        most, length = min(len(said) - at, len(heard) - there), 0
        while length < most and said[at + length] == heard[there + length]:
            length += 1
        if length > best:
            best, where = length, there
    return best, where
