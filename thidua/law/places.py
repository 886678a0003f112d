"""More pass than there are places (nhiều trường hợp đạt hơn chỉ tiêu): who stands first by the votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from thidua.vietnamese.money import percent

Tie = Literal["chair", "none"]


@dataclass(frozen=True)
class PassedCase:
    """One case that passed (trường hợp đã đạt): its votes, and whether the chair was for it, None where
    voices are not known by name.
    """

    key: str
    in_favour: int
    base: int
    chair_for: bool | None = None

    @property
    def share(self) -> Fraction:
        return Fraction(self.in_favour, self.base)


@dataclass(frozen=True)
class PlacedCase:
    """Where a case stands (xếp thứ tự theo phiếu) and why it is within the places or not."""

    key: str
    rank: int
    inside: bool
    why: str


def place_cases(found: Sequence[PassedCase], places: int, *, tie: Tie) -> tuple[PlacedCase, ...]:
    """Rank the cases by their share of votes in favour (xếp theo tỷ lệ phiếu); equal ones share a rank.

    Whoever is tied on the last place is let in by the rule for ties: the chair's side as far as it fits, or
    nobody. Căn cứ: không (quy ước nội bộ) - quy chế của Hội đồng.
    """
    ordered = sorted(found, key=lambda one: -one.share)
    tied = _tied_on_the_last(ordered, places)
    let_in = _let_in(tied, places - sum(one.share > tied[0].share for one in ordered), tie) if tied else ()
    return tuple(_place(one, ordered, places, tied=tied, let_in=let_in) for one in ordered)


def _tied_on_the_last(ordered: Sequence[PassedCase], places: int) -> tuple[PassedCase, ...]:
    """Those with the share of the last place, when not all of them fit."""
    if not 0 < places < len(ordered) or ordered[places - 1].share != ordered[places].share:
        return ()
    return tuple(one for one in ordered if one.share == ordered[places].share)


def _let_in(tied: Sequence[PassedCase], left: int, tie: Tie) -> tuple[PassedCase, ...]:
    by_chair = tuple(one for one in tied if one.chair_for)
    return by_chair if tie == "chair" and len(by_chair) <= left else ()


def _place(
    one: PassedCase,
    ordered: Sequence[PassedCase],
    places: int,
    *,
    tied: Sequence[PassedCase],
    let_in: Sequence[PassedCase],
) -> PlacedCase:
    rank = 1 + sum(other.share > one.share for other in ordered)
    votes = f"{one.in_favour}/{one.base} phiếu đồng ý ({percent(one.share)}), xếp thứ {rank}"
    if one in tied:
        inside = one in let_in
        how = (
            "ngang phiếu ở suất cuối, theo phía có Chủ tịch Hội đồng" if let_in else "ngang phiếu ở suất cuối"
        )
        return PlacedCase(
            one.key, rank, inside, f"{votes}; {how}: {'trong' if inside else 'ngoài'} {places} suất."
        )
    inside = rank <= places
    return PlacedCase(one.key, rank, inside, f"{votes}: {'trong' if inside else 'ngoài'} {places} suất.")
