"""A council that votes in secret on the machine (phiên bỏ phiếu kín mẫu)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

from django.conf import settings as installation

from tests.awards.meetings import DAY, eligible, opened
from tests.factories.commune import make_person
from thidua.awards import deliberate
from thidua.awards.models import BallotRound, CouncilSession
from thidua.awards.queries.ballot_round import agreed_in, turnout_of
from thidua.awards.queries.council import attendance_of
from thidua.org.models import Mandate, Person
from thidua.records.models import LocalRule

CHOICES = ("for", "against", "abstain")


def mandate_of(whole, person: Person) -> Mandate:
    """In which mandate of the commune this person acts."""
    return next(one for one in whole.commune.mandates.values() if one.person_id == person.pk)


def box_opened(whole, campaign, *, cases=None, absent=0, nominations=None) -> BallotRound:
    """A session that votes in secret, its ballot box open."""
    session = opened(whole, campaign, mode="secret", absent=absent, nominations=nominations)
    return open_box(whole, session, cases=cases)


def open_box(whole, session: CouncilSession, *, cases=None) -> BallotRound:
    chosen = list(session.cases.select_related("nomination__award") if cases is None else cases)
    return deliberate.open_round(session, cases=chosen, mandate=whole.commune.secretary, on=DAY)


def ballot_for(found: BallotRound, line, choice) -> dict:
    """A whole ballot of one voter: the same choice everywhere, or one per case by its number."""
    mine = agreed_in(found.agreed).cases_for(line.member_id)
    return {one.case: choice if isinstance(choice, str) else choice[one.number] for one in mine}


def drop(whole, found: BallotRound, line, choice) -> dict:
    return deliberate.cast_ballot(
        found, choices=ballot_for(found, line, choice), mandate=mandate_of(whole, line.person), on=DAY
    )


def drop_all(whole, found: BallotRound, choices, *, order: Random | None = None) -> None:
    """Everybody votes, in the order of the table or in another."""
    pairs = list(zip(turnout_of(found), choices, strict=False))
    if order is not None:
        order.shuffle(pairs)
    for line, choice in pairs:
        drop(whole, found, line, choice)


def counted(whole, found: BallotRound) -> BallotRound:
    return deliberate.count_round(found, mandate=whole.commune.secretary, on=DAY)


def three(whole, campaign):
    names = ("Lộc Văn Tài", "Hà Thị Mận", "Vi Thị Ban")
    return [eligible(whole, campaign, make_person(whole.village, name)) for name in names]


def keys(found) -> list[Path]:
    return sorted(Path(installation.RUNTIME).glob(f"{found.pk.hex}.*"))


def recuse(whole, case, *members):
    for member in members:
        deliberate.recuse(case, member=member, why="là người thân", mandate=whole.commune.chair, on=DAY)


def regulated(whole, rule, value):
    unit, paper = whole.commune.unit, "Quy chế số 05/QC-HĐTĐKT"
    LocalRule.objects.create(unit=unit, rule=rule, value=value, paper=paper, starts=date(2020, 1, 1))


def members_of(session):
    return [seat.member for seat in attendance_of(session)]
