"""Every move of a session tried by every role of every unit, in every state: the allowed ones work, all
others refuse and change nothing.

A share is drawn by a seed that is printed; THIDUA_SEED repeats a draw; the long run tries all of them.
"""

import os
import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.db.models import QuerySet

from tests.awards.meetings import DAY, eligible, hands, planned
from tests.factories.commune import make_campaign, make_commune, make_mandate, make_person
from thidua.awards import deliberate
from thidua.awards.deliberate import Counted, Meeting
from thidua.awards.models import Case, CouncilSession, Nomination
from thidua.awards.queries.council import attendance_of
from thidua.law.ruling import Refused
from thidua.org.models import Mandate

pytestmark = pytest.mark.django_db
CALLS = {"secretary", "standing"}
RUNS = CALLS | {"chair", "vice_chair"}
COUNTS = CALLS | {"teller"}
MEMBERS = {"chair", "vice_chair", "standing", "culture", "accountant", "member", "secretary"}
DRAWN = 150


@dataclass(frozen=True)
class Move:
    """What may be done with a session: in which states, by which roles of its own office."""

    name: str
    states: set[str]
    roles: set[str]
    act: Callable[..., object]


@dataclass
class World:
    """One office with a session in every state, and everybody who could try something."""

    whole: object
    campaign: object
    people: dict[str, Mandate]
    sessions: dict[str, CouncilSession]
    waiting: QuerySet


def case_of(session):
    return (
        Case.objects.select_related("session", "nomination").filter(session=session).order_by("order").first()
    )


def somebody(session, place=5):
    return attendance_of(session)[place].member


def meeting(world):
    office = world.whole.commune
    return Meeting(DAY, "Phòng họp", office.chair.person, office.secretary.person)


ANY, BEFORE, UNDECIDED = {"any"}, {"planned"}, {"voting", "ballots"}
MOVES = (
    Move("plan", ANY, CALLS, lambda w, s, **by: deliberate.plan_session(
        w.campaign, meeting=meeting(w), **by)),
    Move("table", BEFORE, CALLS, lambda w, s, **by: deliberate.table_nominations(
        s, nominations=list(w.waiting.all()), **by)),
    Move("untable", BEFORE, CALLS, lambda w, s, **by: deliberate.untable_nomination(case_of(s), **by)),
    Move("open", BEFORE, CALLS, lambda w, s, **by: deliberate.open_session(s, **by)),
    Move("cancel", BEFORE, CALLS, lambda w, s, **by: deliberate.cancel_session(s, reason="Bão", **by)),
    Move("adjourn", UNDECIDED, RUNS, lambda w, s, **by: deliberate.adjourn_session(
        s, to=date(2023, 6, 7), reason="Mất điện", **by)),
    Move("attendance", BEFORE | UNDECIDED, CALLS, lambda w, s, **by: deliberate.mark_attendance(
        s, present=[somebody(s, 0)], **by)),
    Move("substitute", BEFORE | UNDECIDED, CALLS, lambda w, s, **by: deliberate.send_substitute(
        s, member=somebody(s), person=w.people["clerk"].person, paper="Giấy cử", **by)),
    Move("guests", BEFORE | UNDECIDED | {"decided"}, CALLS, lambda w, s, **by: deliberate.note_guests(
        s, guests="Bà Thắm", **by)),
    Move("sheet", BEFORE | UNDECIDED | {"decided"}, CALLS, lambda w, s, **by: deliberate.file_opinion_sheet(
        s, member=somebody(s, 6), upload=ContentFile(b"Dong y", name="phieu.txt"), **by)),
    Move("discussion", UNDECIDED | {"decided"}, RUNS, lambda w, s, **by: deliberate.write_discussion(
        s, text="Trao đổi", expected=None, **by)),
    Move("call a case", UNDECIDED, RUNS, lambda w, s, **by: deliberate.open_case(case_of(s), **by)),
    Move("recuse", UNDECIDED, RUNS, lambda w, s, **by: deliberate.recuse(
        case_of(s), member=somebody(s), why="thân", **by)),
    Move("unrecuse", UNDECIDED, RUNS, lambda w, s, **by: deliberate.unrecuse(
        case_of(s), member=somebody(s, 4), **by)),
    Move("step aside", BEFORE | UNDECIDED, MEMBERS, lambda w, s, **by: deliberate.step_aside(
        case_of(s), why="thân", **by)),
    Move("vote", {"voting"}, MEMBERS - {"accountant", "secretary"}, lambda w, s, **by: deliberate.cast_vote(
        case_of(s), choice="for", **by)),
    Move("record", {"voting"}, RUNS, lambda w, s, **by: deliberate.record_votes(
        case_of(s), choices=hands(case_of(s), ["for"] * 6), **by)),
    Move("count", {"ballots"}, COUNTS, lambda w, s, **by: deliberate.record_ballots(
        case_of(s), counted=Counted(5, 5, 5, 0, 0), **by)),
    Move("decide", {"voting"}, RUNS, lambda w, s, **by: deliberate.close_case(case_of(s), **by)),
    Move("reopen", UNDECIDED | {"decided"}, RUNS,
         lambda w, s, **by: deliberate.reopen_case(case_of(s), **by)),
    Move("close", {"decided"}, RUNS, lambda w, s, **by: deliberate.close_session(s, ended_at="10:00", **by)),
    Move("invite", BEFORE | UNDECIDED | {"decided", "closed"}, CALLS,
         lambda w, s, **by: deliberate.draft_invitation(s, **by)),
    Move("minutes", {"closed"}, CALLS, lambda w, s, **by: deliberate.draft_minutes(s, **by)),
)  # fmt: skip


def session_at(whole, campaign, state):
    """A session brought to a state by the verbs: the accountant takes no part, the secretary is away."""
    office = whole.commune
    mode = "ballots" if state == "ballots" else "hands"
    nominations = [eligible(whole, campaign, make_person(whole.village, f"Vi Văn {state.title()}"))]
    session = planned(whole, campaign, mode=mode, nominations=nominations)
    members = [seat.member for seat in attendance_of(session)]
    by = {"mandate": office.secretary, "on": DAY}
    deliberate.mark_attendance(session, present=members[:6], **by)
    steps = {
        "planned": (),
        "voting": ("open", "vote"),
        "ballots": ("open",),
        "decided": ("open", "vote", "decide"),
        "closed": ("open", "vote", "decide", "close"),
        "cancelled": ("cancel",),
    }[state]
    if state not in ("planned", "cancelled"):
        deliberate.open_session(session, **by)
    case = case_of(session)
    if state not in ("planned", "cancelled"):
        deliberate.recuse(case, member=members[4], why="thân", **by)
        deliberate.open_case(case, **by)
    if "vote" in steps:
        deliberate.record_votes(case, choices={members[0].pk: "for"}, **by)
    if "decide" in steps:
        deliberate.close_case(case, **by)
    if "close" in steps:
        deliberate.close_session(session, ended_at="9:30", **by)
    if "cancel" in steps:
        deliberate.cancel_session(session, reason="Bão", **by)
    return session


STATES = ("planned", "voting", "ballots", "decided", "closed", "cancelled")


@pytest.fixture
def world():
    whole = make_commune(2023)
    campaign = make_campaign(whole, state="reviewing")
    office = whole.commune
    office.mandates["teller"] = make_mandate(office.unit, "Bế Thị Thơm", role="teller", title="Kiểm phiếu")
    people = dict(office.mandates) | {
        "village_head": whole.head(whole.village),
        "unit_head": whole.head(whole.body),
        **{f"district_{role}": whole.district.mandates[role] for role in ("chair", "standing", "secretary")},
        **{f"province_{role}": whole.province.mandates[role] for role in ("chair", "standing")},
    }
    gone = make_mandate(office.unit, "Vi Văn Thôi", role="secretary", title="Thư ký cũ")
    gone.ends = date(2023, 5, 31)
    gone.save()
    people["gone_secretary"] = gone
    sessions = {state: session_at(whole, campaign, state) for state in STATES}
    one = eligible(whole, campaign, make_person(whole.village, "Vi Văn Chờ"))
    waiting = Nomination.objects.filter(pk=one.pk)
    return World(whole, campaign, people, sessions, waiting)


def may(move, state, role):
    """What the table says: `any` does not depend on the session; the agenda of a cancelled one is empty."""
    return role in move.roles and ("any" in move.states or state in move.states)


def trial(world, move, state, role):
    """Try one move and undo it: whether it was carried out, and what it wrote."""
    written: list[str] = []

    def listen(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            written.append(sql[:60])
        return execute(sql, params, many, context)

    session = CouncilSession.objects.get(pk=world.sessions[state].pk)
    done = True
    with transaction.atomic():
        with connection.execute_wrapper(listen):
            try:
                move.act(world, session, mandate=world.people[role], on=DAY)
            except Refused:
                done = False
        transaction.set_rollback(True)
    return done, written


def faults(world, tried):
    for move, state, role in tried:
        done, written = trial(world, move, state, role)
        if done != may(move, state, role):
            yield f"{move.name}, {state}, {role}: {'làm được' if done else 'bị từ chối'}"
        if bool(written) != done:
            yield f"{move.name}, {state}, {role}: ghi {written}"


def every_try(world):
    """All that can be tried; a cancelled session has no case to do anything with."""
    of_case = {
        "untable", "call a case", "recuse", "unrecuse", "step aside", "vote", "record", "count", "decide",
        "reopen",
    }  # fmt: skip
    return [
        (move, state, role)
        for move in MOVES
        for state in STATES
        if not (state == "cancelled" and move.name in of_case)
        for role in world.people
    ]


def test_some_moves_of_a_session_by_some_roles(world, capsys):
    seed = int(os.environ.get("THIDUA_SEED") or secrets.randbelow(10**6))
    with capsys.disabled():
        print(f" THIDUA_SEED={seed}", end="")  # noqa: T201 - so that a drawn run can be repeated
    everything = every_try(world)
    chance = random.Random(seed)
    allowed = [one for one in everything if may(*one)]
    drawn = [*chance.sample(everything, DRAWN), *chance.sample(allowed, DRAWN // 3)]
    assert list(faults(world, drawn)) == [], f"THIDUA_SEED={seed}"


@pytest.mark.long
def test_every_move_of_a_session_by_every_role(world):
    assert list(faults(world, every_try(world))) == []
