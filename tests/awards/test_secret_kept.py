"""Nobody learns a vote: not from the database after closing, not from two copies around one vote."""

from __future__ import annotations

import random
from random import Random

import pytest
from django.db import transaction

from tests.awards.ballot_story import CHOICES, ballot_for, box_opened, counted, drop, open_box
from tests.awards.ballot_watcher import Watcher, copy_of_box, matches, plain, raw, values
from tests.awards.meetings import DAY, eligible, opened
from tests.factories.commune import make_campaign, make_person
from thidua.awards import deliberate
from thidua.awards.models import Ballot, BallotRound, Case, Slot
from thidua.awards.queries.ballot_round import agreed_in, turnout_of
from thidua.awards.queries.council import attendance_of
from thidua.journal.models import JournalEntry
from thidua.law.voting import Choice, tally

pytestmark = pytest.mark.django_db
SAMPLE, MANY = 16, 2_000  # five rounds of `make soak` make ten thousand


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def councils(whole, campaign):
    """A session to be voted on again and again, each time by others about other cases."""
    names = ("Lộc Văn Tài", "Hà Thị Mận")
    found = [eligible(whole, campaign, make_person(whole.village, name)) for name in names]
    return opened(whole, campaign, mode="secret", nominations=found)


def one_session(whole, session, chance: Random, watcher: Watcher) -> None:
    """A council as chance has it: who came, who steps aside, who votes what and when; watched throughout."""
    seats = attendance_of(session)
    here = chance.sample(seats, chance.randint(5, len(seats)))
    session.attendance.exclude(pk__in=[seat.pk for seat in here]).update(present=False)
    cases = list(session.cases.select_related("session", "nomination__award"))
    for seat in chance.sample(here, chance.randint(0, 2)):
        case = chance.choice(cases)
        case.recusals.create(member=seat.member, why="là người thân")
    found = open_box(whole, session, cases=cases)
    voted = _vote(whole, found, chance, watcher)
    counted(whole, found)
    _require_right(found, voted)
    watcher.look_at_dump(found, voted)


def _vote(whole, found: BallotRound, chance: Random, watcher: Watcher) -> dict:
    voted, lines = {}, turnout_of(found)
    chance.shuffle(lines)
    for line in lines[: chance.randint(3, len(lines))]:
        first = chance.choice(("for", "against"))
        said = {one.case: first for one in agreed_in(found.agreed).cases_for(line.member_id)}
        said |= {case: chance.choice(CHOICES) for case in list(said)[1:]}
        before = copy_of_box(found)
        mandate = next(one for one in whole.commune.mandates.values() if one.person_id == line.person_id)
        deliberate.cast_ballot(found, choices=said, mandate=mandate, on=DAY)
        watcher.look_at_two(before, copy_of_box(found), was_for=first == "for")
        voted[line.member_id] = said
    return voted


def _require_right(found: BallotRound, voted: dict) -> None:
    """Each result is what the voters said, counted by the rule."""
    agreed = agreed_in(found.agreed)
    for one in agreed.cases:
        case = Case.objects.get(pk=one.case)
        said = [Choice(choices[one.case]) for choices in voted.values() if one.case in choices]
        assert case.closed == (len(said) >= 3)
        if case.closed:
            silent = len(one.voters) - len(said)
            expected = tally(said + [Choice.RECUSED] * one.recused, agreed.members, one.rule, silent=silent)
            assert (case.says, case.passed) == (expected.sentence, expected.passed)


def watched(whole, campaign, sessions: int) -> Watcher:
    """So many councils, drawn by the seed that the run prints."""
    session, chance, watcher = councils(whole, campaign), Random(random.getrandbits(32)), Watcher()
    for _ in range(sessions):
        with transaction.atomic():
            one_session(whole, session, chance, watcher)
            transaction.set_rollback(True)
    return watcher


def test_no_way_of_looking_beats_chance_in_a_sample_of_councils(whole, campaign):
    watcher = watched(whole, campaign, SAMPLE)
    assert min(score.guesses for score in watcher.scores.values()) > SAMPLE
    assert watcher.beyond_chance() == {}


@pytest.mark.long
def test_no_way_of_looking_beats_chance_in_thousands_of_councils(whole, campaign):
    assert watched(whole, campaign, MANY).beyond_chance() == {}


def test_the_watcher_would_notice_a_ballot_box_that_keeps_its_order():
    watcher, chance = Watcher(), Random(11)
    for _ in range(20):
        truth = [chance.choice(CHOICES) for _ in range(7)]
        watcher.note("giữ nguyên thứ tự", *matches(truth, truth), guesses=7)
        shuffled = chance.sample(truth, 7)
        watcher.note("xáo trộn", *matches(truth, shuffled), guesses=7)
    assert list(watcher.beyond_chance()) == ["giữ nguyên thứ tự"]


def left_by_a_vote() -> dict:
    """Every table without what is random or tells the time: what a vote leaves for everybody to read."""
    tables = values()
    for table in ("journal_journalentry", "journal_chain", "awards_slot", "awards_ballotround"):
        tables.pop(table)
    return tables | {
        "journal": list(JournalEntry.objects.order_by("number").values_list("verb", "says", "data")),
        "slots": [len(sealed) for sealed in Slot.objects.values_list("sealed", flat=True)],
        "rounds": list(BallotRound.objects.values("number", "agreed", "seal", "ending", "says")),
    }


def test_whatever_is_voted_the_database_says_the_same(whole, campaign):
    found = box_opened(whole, campaign)
    line, left = turnout_of(found)[0], {}
    for choice in CHOICES:
        with transaction.atomic():
            drop(whole, found, line, choice)
            left[choice] = left_by_a_vote()
            transaction.set_rollback(True)
    assert left["for"] == left["against"] == left["abstain"]


def test_no_slot_outlives_a_vote(whole, campaign):
    found = box_opened(whole, campaign)
    copies = [list(Slot.objects.values_list("id", "sealed"))]
    for line in turnout_of(found):
        drop(whole, found, line, "for")
        copies.append(list(Slot.objects.values_list("id", "sealed")))
    keys = [key for copy in copies for key, _ in copy]
    sealed = [plain(data) for copy in copies for _, data in copy]
    assert (len(keys), len(set(keys)), len(set(sealed))) == (56, 56, 56)
    assert len({len(data) for data in sealed}) == 1


@pytest.mark.parametrize("choice", ["against", "abstain"])
def test_the_choice_is_nowhere_in_the_bytes_of_the_database(whole, campaign, choice):
    found = box_opened(whole, campaign)
    before = raw().count(choice.encode())
    for line in turnout_of(found):
        drop(whole, found, line, choice)
    assert raw().count(choice.encode()) == before


def test_a_code_stands_beside_its_choice_and_nowhere_else(whole, campaign):
    found = box_opened(whole, campaign)
    for line in turnout_of(found):
        drop(whole, found, line, "for")
    counted(whole, found)
    tables = values()
    del tables["awards_ballot"]
    elsewhere = b"\n".join(plain(value) for rows in tables.values() for row in rows for value in row)
    elsewhere = elsewhere.replace(b"-", b"")
    ballots = list(Ballot.objects.all())
    assert len(ballots) == 7
    assert [
        one for one in ballots if one.code.encode() in elsewhere or one.pk.hex.encode() in elsewhere
    ] == []


def test_two_ballots_of_one_member_have_nothing_in_common(whole, campaign):
    session = councils(whole, campaign)
    found = open_box(whole, session)
    assert len(ballot_for(found, turnout_of(found)[0], "for")) == 2
    for line in turnout_of(found):
        drop(whole, found, line, "for")
    counted(whole, found)
    assert Ballot.objects.values("code").distinct().count() == Ballot.objects.count() == 14
