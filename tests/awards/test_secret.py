"""The secret ballot on the machine: opened, cast once, counted, called off; what each step refuses."""

import json

import pytest
from django.db import transaction

from tests.awards.ballot_story import (
    ballot_for,
    box_opened,
    counted,
    drop,
    drop_all,
    keys,
    mandate_of,
    members_of,
    open_box,
    recuse,
    three,
)
from tests.awards.meetings import DAY, opened
from tests.factories.commune import make_campaign
from tests.refusals import refused
from thidua.awards import deliberate
from thidua.awards.deliberate.sealing import open_slots
from thidua.awards.models import Case, Slot
from thidua.awards.queries.ballot_round import (
    agreed_in,
    agreement,
    canonical,
    seal_of,
    turnout_of,
)
from thidua.awards.queries.council import attendance_of
from thidua.journal.models import JournalEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


# Opening


def test_opening_freezes_voters_cases_and_rules_under_a_seal(whole, campaign):
    session = opened(whole, campaign, mode="secret", nominations=three(whole, campaign), absent=1)
    second = session.cases.get(order=2)
    recuse(whole, second, members_of(session)[0])
    found = open_box(whole, session)
    agreed = agreed_in(found.agreed)
    assert (agreed.members, [len(one.voters) for one in agreed.cases]) == (7, [6, 5, 6])
    assert agreed.cases[1].rule == agreed.cases[0].rule
    assert found.seal == seal_of(found.agreed)
    assert found.agreed == canonical(json.loads(found.agreed))
    assert found.slots.count() == 6 + 5 + 6
    assert {place.choice for place in open_slots(found)} == {""}
    assert [one.has_voted for one in turnout_of(found)] == [False] * 6
    line = JournalEntry.objects.get(verb="open_round")
    assert line.says == (
        f"Mở hòm phiếu kín vòng 1: 3 trường hợp, 6 người bỏ phiếu; dấu niêm phong {found.seal}."
    )


def test_the_same_room_has_the_same_seal_and_any_change_another(whole, campaign):
    session = opened(whole, campaign, mode="secret", nominations=three(whole, campaign))
    cases = list(session.cases.all())
    said = [
        agreement(session, cases, number=1, keeps_codes=False),
        agreement(session, cases, number=1, keeps_codes=False),
        agreement(session, cases, number=2, keeps_codes=False),
        agreement(session, cases, number=1, keeps_codes=True),
        agreement(session, cases[:2], number=1, keeps_codes=False),
    ]
    recuse(whole, cases[0], members_of(session)[0])
    said.append(agreement(session, cases, number=1, keeps_codes=False))
    seals = [seal_of(text) for text in said]
    assert (seals[0] == seals[1], len(set(seals))) == (True, 5)


def test_while_the_box_is_open_nobody_joins_leaves_or_decides_otherwise(whole, campaign):
    found = box_opened(whole, campaign)
    session, case, office = found.session, Case.objects.get(), whole.commune
    member = members_of(session)[0]
    run = {"mandate": office.secretary, "on": DAY}
    tries = [
        refused(deliberate.recuse, case, member=member, why="là người thân", **run),
        refused(deliberate.open_case, case, **run),
        refused(deliberate.close_case, case, **run),
        refused(deliberate.mark_attendance, session, present=[member], **run),
        refused(deliberate.open_round, session, cases=[case], **run),
        refused(deliberate.vote_on_paper, session, tellers=["A", "B"], **run),
    ]
    assert [ruling.rule for ruling in tries] == ["secret:running"] * 6
    assert refused(deliberate.close_session, session, ended_at="10:00", **run).rule == "council:waiting"


def test_fewer_than_three_voters_on_a_case_are_not_secret(whole, campaign):
    session = opened(whole, campaign, mode="secret", nominations=three(whole, campaign))
    second, run = session.cases.get(order=2), {"mandate": whole.commune.secretary, "on": DAY}
    recuse(whole, second, *members_of(session)[:5])
    ruling = refused(deliberate.open_round, session, cases=list(session.cases.all()), **run)
    assert ruling.because == (
        "Dưới 3 người bỏ phiếu thì không còn kín: Hà Thị Mận (2 người). Hãy bỏ chọn trường hợp ấy, hoặc "
        "chuyển phiên họp sang phiếu giấy."
    )
    found = deliberate.open_round(session, cases=list(session.cases.exclude(pk=second.pk)), **run)
    assert found.cases.count() == 2


def test_only_who_runs_a_secret_session_opens_the_box(whole, campaign):
    by_hands = opened(whole, campaign)
    case, run = by_hands.cases.get(), {"mandate": whole.commune.secretary, "on": DAY}
    assert refused(deliberate.open_round, by_hands, cases=[case], **run).rule == "secret:mode"
    session = opened(whole, campaign, mode="secret", nominations=three(whole, campaign))
    assert refused(deliberate.open_round, session, cases=[], **run).rule == "secret:cases"
    assert refused(deliberate.open_round, session, cases=[case], **run).rule == "secret:decided"
    run["mandate"] = whole.commune.member
    cases = list(session.cases.all())
    assert refused(deliberate.open_round, session, cases=cases, **run).rule == "mandate:role"


# Voting


def test_each_votes_once_and_nobody_else(whole, campaign):
    found = box_opened(whole, campaign, absent=1)
    present = turnout_of(found)
    drop(whole, found, present[0], "for")
    whole_ballot = ballot_for(found, present[1], "for")

    def cast(mandate, choices):
        return refused(deliberate.cast_ballot, found, choices=choices, mandate=mandate, on=DAY).rule

    absent = mandate_of(whole, attendance_of(found.session)[6].member.person)
    assert cast(mandate_of(whole, present[0].person), whole_ballot) == "secret:voted"
    assert cast(absent, whole_ballot) == "secret:voter"
    assert cast(whole.head(whole.village), whole_ballot) == "mandate:unit"
    second = mandate_of(whole, present[1].person)
    assert cast(second, {}) == "secret:whole"
    assert cast(second, dict.fromkeys(whole_ballot, "recused")) == "secret:whole"
    assert [one.has_voted for one in turnout_of(found)] == [True, *[False] * 5]
    for line in present[1:]:
        drop(whole, found, line, "against")
    counted(whole, found)
    assert cast(second, whole_ballot) == "secret:closed"


def test_who_steps_aside_votes_on_the_other_cases_only(whole, campaign):
    session = opened(whole, campaign, mode="secret", nominations=three(whole, campaign))
    second, aside = session.cases.get(order=2), members_of(session)[:2]
    recuse(whole, second, *aside)
    found = open_box(whole, session)
    lines = turnout_of(found)
    assert [len(ballot_for(found, line, "for")) for line in lines] == [2, 2, 3, 3, 3, 3, 3]
    drop_all(whole, found, ["for"] * 7)
    counted(whole, found)
    second.refresh_from_db()
    assert (second.count_for, second.base, second.passed) == (5, 5, True)
    of_case = [found.ballots.filter(case=case) for case in session.cases.all()]
    codes = [set(ballots.values_list("code", flat=True)) for ballots in of_case]
    assert ([len(one) for one in codes], len(set().union(*codes))) == ([7, 5, 7], 19)


def test_a_ballot_is_there_with_its_mark_or_not_at_all(whole, campaign):
    found = box_opened(whole, campaign)
    lines = turnout_of(found)
    drop(whole, found, lines[0], "for")
    with transaction.atomic():
        drop(whole, found, lines[1], "against")
        transaction.set_rollback(True)
    found.refresh_from_db()
    assert [place.choice for place in open_slots(found) if place.choice] == ["for"]
    assert sum(line.has_voted for line in turnout_of(found)) == 1
    drop(whole, found, lines[1], "against")
    found.refresh_from_db()
    assert sorted(place.choice for place in open_slots(found) if place.choice) == ["against", "for"]


def test_the_machine_keeps_one_key_while_it_votes_and_none_after(
    whole, campaign, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        found = box_opened(whole, campaign)
    lines, seen = turnout_of(found), []
    for line in lines:
        with django_capture_on_commit_callbacks(execute=True):
            drop(whole, found, line, "for")
        seen += keys(found)
    assert (len(seen), len(set(seen))) == (7, 7)
    assert {(file.stat().st_mode & 0o777, len(file.read_bytes())) for file in keys(found)} == {(0o600, 44)}
    with django_capture_on_commit_callbacks(execute=True):
        counted(whole, found)
    assert keys(found) == []
    assert not Slot.objects.exists()


def test_a_folder_that_others_can_read_holds_no_key(whole, campaign, settings, tmp_path):
    session = opened(whole, campaign, mode="secret")
    settings.RUNTIME = tmp_path / "open"
    settings.RUNTIME.mkdir(mode=0o755)
    run = {"cases": list(session.cases.all()), "mandate": whole.commune.secretary, "on": DAY}
    assert refused(deliberate.open_round, session, **run).rule == "secret:folder"
