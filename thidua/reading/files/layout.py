"""From places on pages to lines (dàn dòng): indents and room to the margin, however the page was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua.reading.source import Line, Source
from thidua.vietnamese.legacy import composed, to_unicode


@dataclass(frozen=True)
class Sheet:
    """A page (trang): its number and size in its own unit; y grows upwards."""

    number: int
    width: float
    height: float


@dataclass(frozen=True)
class Run:
    """A line of a page: text, edges in the unit of the sheet, how sure its letters are (None: certain)."""

    text: str
    sheet: Sheet
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    confidence: float | None = None

    @property
    def is_placed(self) -> bool:
        """Whether it is known where it stands."""
        return self.right > self.left


def laid_out(name: str, kind: str, runs: Sequence[Run], *, pages: int) -> Source:
    """Runs in reading order as a source (văn bản nguồn); margins are those of all pages of the same size."""
    text = to_unicode(composed("\n".join(run.text.replace("\n", " ") for run in runs)))
    margins = _margins(runs)
    lines, start = [], 0
    for run, words in zip(runs, text.split("\n"), strict=False):
        indent, room = margins[run.sheet.width, run.sheet.height].of(run) if run.is_placed else (0, None)
        lines.append(Line(words, start, run.sheet.number, indent, room, _box(run), _rounded(run.confidence)))
        start += len(words) + 1
    return Source(name, kind, text, tuple(lines), pages)


@dataclass(frozen=True)
class _Margins:
    left: float
    right: float
    letter: float

    def of(self, run: Run) -> tuple[int, int]:
        """Indent and room of a line, in letters."""
        room = round((self.right - run.right) / self.letter)
        return round((run.left - self.left) / self.letter), max(room, 0)


def _margins(runs: Sequence[Run]) -> dict[tuple[float, float], _Margins]:
    groups: defaultdict[tuple[float, float], list[Run]] = defaultdict(list)
    for run in runs:
        if run.is_placed:
            groups[run.sheet.width, run.sheet.height].append(run)
    return {
        size: _Margins(
            min(run.left for run in group),
            max(run.right for run in group),
            max(sum(run.right - run.left for run in group) / sum(len(run.text) for run in group), 0.1),
        )
        for size, group in groups.items()
    }


def _box(run: Run) -> tuple[float, float, float, float] | None:
    """The place of a line on its page as shares of width and height, from the top left corner."""
    width, height = run.sheet.width, run.sheet.height
    if not run.is_placed or width <= 0 or height <= 0:
        return None
    shares = (run.left / width, 1 - run.top / height, run.right / width, 1 - run.bottom / height)
    left, top, right, bottom = (round(min(max(share, 0.0), 1.0), 4) for share in shares)
    return left, top, right, bottom


def _rounded(confidence: float | None) -> float | None:
    return None if confidence is None else round(min(max(confidence, 0.0), 1.0), 2)


def beside(runs: Sequence[Run], found: Sequence[Run]) -> list[Run]:
    """Lines with others that were found later (ghép dòng): each on the line of its height, or between those
    above and below.
    """
    lines = list(runs)
    for one in found:
        if not one.is_placed:
            continue
        at = next((i for i, run in enumerate(lines) if run.is_placed and run.bottom < one.top), len(lines))
        if at < len(lines) and _is_level(lines[at], one):
            lines[at] = _one_line(lines[at], one)
        else:
            lines.insert(at, one)
    return lines


def _is_level(one: Run, other: Run) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > (other.top - other.bottom) / 2


def _one_line(one: Run, other: Run) -> Run:
    """Two columns of a line; it is as sure as the less sure of them."""
    left, right = sorted((one, other), key=lambda run: run.left)
    sure = [run.confidence for run in (one, other) if run.confidence is not None]
    return replace(
        left,
        text=f"{left.text}   {right.text}",
        right=max(one.right, other.right),
        confidence=min(sure, default=None),
    )
