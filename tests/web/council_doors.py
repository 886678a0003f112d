"""The doors around the table of the council: the wall, who sits where, who is close to whom (bàn họp)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.awards.session_story import DAY
from tests.factories.commune import Commune
from tests.web.door import Door, Of, posts, upload
from thidua.awards import deliberate
from thidua.awards.queries.council import attendance_of

CALLS, RUNS = "secretary standing", "secretary standing chair vice_chair"
VOTERS = f"{RUNS} culture member"
SEATED = f"{VOTERS} accountant"


def _person(of: Of, role: str) -> str:
    return str(of.whole.commune.mandates[role].person_id)


def _planned(of: Of) -> tuple[Any, ...]:
    return (of.planned.code,)


def _hands(of: Of) -> tuple[Any, ...]:
    return (of.hands.code,)


def _away(of: Of) -> tuple[Any, ...]:
    return (of.planned.code, of.away.pk)


TABLE = (
    posts("case-aside", lambda of: (of.hands.code, of.next_case.pk), SEATED),
    Door("session-seat", _away, CALLS, lambda of: {"person": str(of.spare.pk)}),
    posts("session-sheet", _away, CALLS, data=lambda of: {"upload": upload()}),
    posts("session-guests", _planned, CALLS, data=lambda of: {"guests": "Bà Nông Thị Thắm"}),
    Door("session-room", _hands),
    Door("session-room-now", _hands),
    posts("session-room-move", lambda of: (of.hands.code, "chot"), RUNS),
    Door("session-cancel", _planned, CALLS),
    Door("session-adjourn", _hands, RUNS, lambda of: {"to": "07/6/2023"}),
    Door("seat-replace", lambda of: (of.member.pk,), "standing chair",
         lambda of: {"person": _person(of, "clerk")}),
    Door("council-kin", may="standing member",
         data=lambda of: {"person": _person(of, "member"), "relation": "kin"}),
    posts("council-kin-forget", lambda of: (of.kin.pk,), "standing member"),
)  # fmt: skip


def around_the_table(whole: Commune, of: SimpleNamespace) -> None:
    """One member away from the session being prepared, one tie declared."""
    office = whole.commune
    called = [seat.member for seat in attendance_of(of.planned)]
    of.away = called[-1]
    deliberate.mark_attendance(of.planned, present=called[:-1], mandate=office.secretary, on=DAY)
    of.kin = deliberate.declare_kin(
        office.member.person, unit=office.unit, name="Vi Thị Thân", relation="kin", mandate=office.standing,
        on=DAY,
    )  # fmt: skip
