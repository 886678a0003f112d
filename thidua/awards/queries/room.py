"""What may be shown to everybody in the room of a session (màn hình phòng họp): never a partial result."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from thidua.awards.models import BallotRound, Case, CouncilSession, Turnout
from thidua.awards.queries.ballot_round import round_running
from thidua.awards.queries.council import quorum_of
from thidua.awards.queries.recusal import settings_of
from thidua.law.ruling import Refused


@dataclass(frozen=True)
class Room:
    """The session as the wall shows it (màn hình): the case at hand, who is here, how many are awaited.

    `awaited` is None while nobody votes; `result` is empty unless the case is decided and the working rules
    let the room see it; `box` holds the cases of the secret ballot that is running, `case` is then the first.
    """

    present: int
    members: int
    quorum: str
    case: Case | None
    place: int
    total: int
    decided: int
    awaited: int | None
    result: str
    following: Case | None
    box: tuple[Case, ...] = ()

    @property
    def is_over(self) -> bool:
        """True when every case has its result (đã xét hết)."""
        return self.total > 0 and self.decided == self.total


def room_of(session: CouncilSession) -> Room:
    """The session for the wall, in few queries whatever its size (màn hình phòng họp)."""
    cases = list(session.cases.select_related("nomination__award", "nomination__unit"))
    here = session.attendance.aggregate(members=Count("pk"), present=Count("pk", filter=Q(present=True)))
    secret = round_running(session) if session.mode == "secret" else None
    box = _in_box(secret, cases) if secret else ()
    case = _at_hand(list(box) or cases)
    decided = [one for one in cases if one.closed]
    return Room(
        present=here["present"],
        members=here["members"],
        quorum=_quorum(session) if session.state == "planned" else "",
        case=case,
        place=cases.index(case) + 1 if case else 0,
        total=len(cases),
        decided=len(decided),
        awaited=_in_secret(secret) if secret else _awaited(session, case),
        result=_result(session, case),
        following=next((one for one in cases if not one.closed and not one.is_open), None),
        box=box,
    )


def _at_hand(cases: list[Case]) -> Case | None:
    """The case that is open, else the last decided, else the first."""
    at_hand = [one for one in cases if one.is_open] or [one for one in reversed(cases) if one.closed]
    return next(iter(at_hand or cases), None)


def _awaited(session: CouncilSession, case: Case | None) -> int | None:
    """How many of those who may vote have not (còn chờ); ballots on paper are not counted on the way."""
    if case is None or not case.is_open or not session.is_by_name:
        return None
    aside = case.recusals.values("member_id")
    called = session.attendance.exclude(member_id__in=aside)
    if session.mode == "hands":
        called = called.filter(present=True)
    return called.exclude(member_id__in=case.votes.values("member_id")).count()


def _in_box(running: BallotRound, cases: list[Case]) -> tuple[Case, ...]:
    voted_on = set(running.cases.values_list("pk", flat=True))
    return tuple(one for one in cases if one.pk in voted_on)


def _in_secret(running: BallotRound) -> int:
    return Turnout.objects.filter(round=running, has_voted=False).count()


def _quorum(session: CouncilSession) -> str:
    try:
        return quorum_of(session).because
    except Refused as refused:
        return refused.ruling.because


def _result(session: CouncilSession, case: Case | None) -> str:
    if case is None or not case.closed or not settings_of(session).room_results:
        return ""
    return case.says
