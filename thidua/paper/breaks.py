"""Where a line may not end (ngắt dòng): the last two words of a paragraph stay together."""

from __future__ import annotations

from typing import NamedTuple

from thidua.paper.arrange import RUNNING, Line

_BOUND = (*RUNNING, "ground", "summary", "appendix_reference", "letter_subject")
_LEAST = 60
_MOST = 24


class Stretch(NamedTuple):
    """A run as it is set (đoạn chữ khi in); a `whole` one is not broken over two lines."""

    text: str
    bold: bool = False
    italic: bool = False
    whole: bool = False


def bound(line: Line) -> list[Stretch]:
    """The runs of a line; those of a longer paragraph end in two words that no line end parts (tránh một chữ
    lẻ ở dòng cuối).
    """
    runs = [Stretch(run.text, run.bold, run.italic) for run in line.runs]
    if line.role not in _BOUND or len(line.text) < _LEAST:
        return runs
    *first, last = runs
    words = last.text.rstrip().rsplit(" ", 2)
    pair = " ".join(words[1:])
    if len(words) < 3 or not words[1] or len(pair) > _MOST:
        return runs
    return [
        *first,
        Stretch(f"{words[0]} ", last.bold, last.italic),
        Stretch(pair, last.bold, last.italic, whole=True),
    ]


def joined(line: Line) -> list[Stretch]:
    """The same for a word processor: one run, with a no-break space between the last two words."""
    runs = bound(line)
    if not runs or not runs[-1].whole:
        return runs
    *first, head, pair = runs
    return [*first, Stretch(head.text + pair.text.replace(" ", "\u00a0"), head.bold, head.italic)]
