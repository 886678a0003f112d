"""The source of a plan as the page shows it: blocks in the order of the paper, marked where something was
understood (bản gốc có đánh dấu).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from thidua.campaigns.models import PlanIntake, Proposal
from thidua.reading.files.picture import is_picture

NEAR = 24  # words of a neighbouring paragraph that are shown
_MARKS = re.compile(r"\*\*|[ \t]*\n\s*")


@dataclass(frozen=True)
class Piece:
    """A stretch of words (đoạn chữ) and what was understood of it."""

    text: str
    proposal: Proposal | None = None

    @property
    def needs_look(self) -> bool:
        return self.proposal is not None and not self.proposal.is_clear


@dataclass
class Block:
    """A paragraph of the body, or a line above and below it (một đoạn của bản gốc).

    `clause` is shown where it begins; `is_stretch` when its boundaries can be corrected; `page` when a page
    begins here. `box` is where a block of a scan stands on the picture of its page, in thousandths.
    """

    start: int
    end: int
    clause: str = ""
    is_stretch: bool = False
    page: int = 0
    box: str = ""
    proposal: Proposal | None = None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Its name on the page: the same as long as the source is the same."""
        return f"dong-{self.start}"


def blocks_of(intake: PlanIntake) -> list[Block]:
    """The source cut into paragraphs and lines, without their words."""
    blocks: list[Block] = []
    at, shown = 0, ""
    for start, end, clause in sorted(intake.stretches):
        if start < at:
            continue
        blocks += _lines(intake.text, at, start)
        blocks.append(Block(start, end, clause if clause != shown else "", is_stretch=True))
        at, shown = end, clause
    blocks += _lines(intake.text, at, len(intake.text))
    _number_pages(intake, blocks)
    return blocks


def sheets_of(blocks: Iterable[Block]) -> list[tuple[int, list[Block]]]:
    """The blocks by page (từng trang): its number, 0 where pages are not counted, and what stands on it."""
    sheets: list[tuple[int, list[Block]]] = []
    for block in blocks:
        if block.page or not sheets:
            sheets.append((block.page, []))
        sheets[-1][1].append(block)
    return sheets


def has_pictures(intake: PlanIntake) -> bool:
    """True when each page of the file can be shown as a picture (có ảnh trang)."""
    return is_picture(intake.name) or intake.name.lower().endswith(".pdf")


def is_scan(intake: PlanIntake) -> bool:
    """True when the words were read off a picture: it is shown beside them (bản quét)."""
    return any(row.get("confidence") is not None for row in intake.lines)


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    """The lines between two paragraphs; one without a letter is left out."""
    at = start
    for line in text[start:end].split("\n"):
        if any(letter.isalnum() for letter in line):
            yield Block(at, at + len(line))
        at += len(line) + 1


def _number_pages(intake: PlanIntake, blocks: list[Block]) -> None:
    """Say which page begins with which block, and where on its picture a block of a scan stands."""
    if not intake.lines or intake.pages < 2 and not has_pictures(intake):
        return
    starts = [row["start"] for row in intake.lines]
    last = 0
    for block in blocks:
        first = max(bisect_right(starts, block.start) - 1, 0)
        page = intake.lines[first]["page"]
        block.page = page if page != last else 0
        lines = intake.lines[first : max(bisect_right(starts, block.end - 1), first + 1)]
        block.box = _box(page, [row["box"] for row in lines if row["page"] == page and row.get("box")])
        last = page


def _box(page: int, boxes: list[list[float]]) -> str:
    """Page, left, top, right, bottom of several lines together."""
    if not boxes:
        return ""
    left, top, right, bottom = zip(*boxes, strict=True)
    edges = (min(left), min(top), max(right), max(bottom))
    return " ".join(str(number) for number in (page, *(round(1000 * edge) for edge in edges)))


def place_in(blocks: list[Block], proposal: Proposal) -> str:
    """The place on the page of the block in which a proposal begins; "" when it stands nowhere."""
    if proposal.starts is None or not blocks:
        return ""
    place = bisect_right(blocks, proposal.starts, key=lambda block: block.start) - 1
    return blocks[max(place, 0)].place


def marked(intake: PlanIntake, blocks: list[Block], proposals: Iterable[Proposal]) -> list[Block]:
    """The blocks with their words, in pieces by what was understood; problems lie above values."""
    waiting = sorted(
        (one for one in proposals if one.starts is not None and one.ends is not None),
        key=lambda one: one.starts or 0,
    )
    here: list[Proposal] = []
    taken = 0
    for block in blocks:
        while taken < len(waiting) and (waiting[taken].starts or 0) < block.end:
            here.append(waiting[taken])
            taken += 1
        here = [one for one in here if (one.ends or 0) > block.start]
        block.pieces = list(_pieces(intake.text, block, here))
        begun = [one for one in here if block.start <= (one.starts or 0)]
        block.proposal = begun[0] if begun else (here[0] if here else None)
        if not block.is_stretch and begun:
            block.clause = begun[0].clause
    return blocks


def _pieces(text: str, block: Block, here: list[Proposal]) -> Iterator[Piece]:
    inside = {edge for one in here for edge in (one.starts or 0, one.ends or 0)}
    cuts = sorted({block.start, block.end} | {e for e in inside if block.start < e < block.end})
    for left, right in zip(cuts, cuts[1:], strict=False):
        over = [one for one in here if (one.starts or 0) <= left and right <= (one.ends or 0)]
        inner = min(over, key=_closeness, default=None)
        words = text[left:right].lstrip("#" if left == block.start else "")
        yield Piece(_MARKS.sub(lambda hit: " " if "\n" in hit.group() else "", words), inner)


def _closeness(one: Proposal) -> tuple[bool, int]:
    return one.kind != "problem", (one.ends or 0) - (one.starts or 0)


@dataclass(frozen=True)
class Word:
    """A word of a paragraph and where it begins, to part the paragraph there (một chữ)."""

    text: str
    at: int


@dataclass(frozen=True)
class Beside:
    """The near end of the paragraph above or below (đoạn bên cạnh)."""

    clause: str
    text: str


@dataclass(frozen=True)
class Neighbours:
    """A paragraph whose boundaries are looked at, between its neighbours (đoạn đang xem)."""

    start: int
    clause: str
    words: list[Word]
    before: Beside | None
    after: Beside | None


def paragraph_at(intake: PlanIntake, start: int) -> Neighbours | None:
    """The paragraph that begins at this offset, or None when there is none any more."""
    stretches = intake.stretches
    place = next((i for i, one in enumerate(stretches) if one[0] == start), None)
    if place is None:
        return None
    _, end, clause = stretches[place]
    words = [Word(hit.group(), start + hit.start()) for hit in re.finditer(r"\S+", intake.text[start:end])]
    above, below = _beside(intake, place - 1), _beside(intake, place + 1)
    return Neighbours(start, clause, words, above and _last(*above), below and _first(*below))


def _beside(intake: PlanIntake, place: int) -> tuple[str, list[str]] | None:
    if not 0 <= place < len(intake.stretches):
        return None
    start, end, clause = intake.stretches[place]
    return clause, intake.text[start:end].split()


def _last(clause: str, words: list[str]) -> Beside:
    return Beside(clause, " ".join(words if len(words) <= NEAR else ["…", *words[-NEAR:]]))


def _first(clause: str, words: list[str]) -> Beside:
    return Beside(clause, " ".join(words if len(words) <= NEAR else [*words[:NEAR], "…"]))
