"""Which ballots a vote on paper needs (phiếu cần in): no ballot may tell who dropped it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from thidua.awards.models import Case, CouncilSession
from thidua.awards.queries.council import attendance_of, cases_of


@dataclass(frozen=True)
class BallotGroup:
    """Cases that stand on one ballot (các trường hợp chung một phiếu), and how many copies are handed out."""

    cases: tuple[Case, ...]
    copies: int

    @property
    def says(self) -> str:
        """The cases by their numbers (trường hợp số …)."""
        return f"trường hợp số {', '.join(str(case.order) for case in self.cases)}"


def ballots_of(session: CouncilSession) -> list[BallotGroup]:
    """The ballots of a session (các loại phiếu): cases with the same members stepping aside share one.

    A ballot whose holder leaves one line empty for an interest that everybody knows would no longer be
    secret. Copies: the members present, or called while nobody is noted as present, less those who step
    aside.
    """
    seats = attendance_of(session)
    voters = {seat.member_id for seat in seats if seat.present} or {seat.member_id for seat in seats}
    cases = [(frozenset(one.member_id for one in case.recusals.all()), case) for case in cases_of(session)]
    first = {aside: case.order for aside, case in reversed(cases)}
    ordered = sorted(cases, key=lambda pair: (first[pair[0]], pair[1].order))
    return [
        BallotGroup(tuple(case for _, case in group), len(voters - aside))
        for aside, group in groupby(ordered, key=lambda pair: pair[0])
    ]
