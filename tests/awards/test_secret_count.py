"""The secret ballot on the machine: counted once, void, called off; its table and tally sheet."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from hypothesis import given
from hypothesis import settings as generated
from hypothesis import strategies as st

from tests.awards.ballot_story import (
    CHOICES,
    box_opened,
    counted,
    drop,
    drop_all,
    keys,
    members_of,
    open_box,
    recuse,
    regulated,
    three,
)
from tests.awards.meetings import DAY, opened
from tests.factories.commune import make_campaign
from tests.factories.printed import require_flawless, text_of
from tests.refusals import refused
from thidua import settings as house
from thidua.awards import deliberate
from thidua.awards.deliberate.sealing import has_key
from thidua.awards.documents.council import minutes_paper
from thidua.awards.documents.secret import secret_tally_paper
from thidua.awards.models import Ballot, BallotRound, Case, Slot
from thidua.awards.queries.ballot_round import (
    agreed_in,
    ballots_shown,
    turnout_of,
)
from thidua.journal.models import JournalEntry
from thidua.law.voting import Choice, tally

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


# Counting


def test_a_case_with_two_ballots_is_void_and_none_is_shown(whole, campaign):
    session = opened(whole, campaign, mode="secret", nominations=three(whole, campaign))
    second = session.cases.get(order=2)
    recuse(whole, second, members_of(session)[0])
    found = open_box(whole, session)
    drop_all(whole, found, ["for", "for", "against"])
    found = counted(whole, found)
    second.refresh_from_db()
    assert (found.ending, second.closed, found.ballots.filter(case=second).count()) == ("counted", False, 0)
    assert found.says == (
        "3 trên 7 người đã bỏ phiếu. Không mở phiếu vì dưới 3 phiếu, phải bỏ phiếu lại: Hà Thị Mận."
    )
    first = session.cases.get(order=1)
    assert not first.passed
    assert first.says == (
        "Đồng ý 2/7 thành viên (28,57 %); cần quá 1/2, tức là ít nhất 4 phiếu; 1 không đồng ý, 4 không bỏ "
        "phiếu (đều tính là không đồng ý): không thông qua."
    )
    again = open_box(whole, session, cases=[second])
    drop_all(whole, again, ["for"] * 6)
    assert (again.number, counted(whole, again).ending) == (2, "counted")


def test_two_ballots_in_all_end_the_round_without_opening_any(whole, campaign):
    found = box_opened(whole, campaign)
    drop_all(whole, found, ["for", "against"])
    assert counted(whole, found).ending == "void"
    assert (Ballot.objects.count(), Slot.objects.count(), Case.objects.get().closed) == (0, 0, False)
    assert refused(counted, whole, found).rule == "secret:closed"


def test_a_result_of_the_machine_is_final(whole, campaign):
    found = box_opened(whole, campaign)
    drop_all(whole, found, ["against"] * 7)
    counted(whole, found)
    case, run = Case.objects.get(), {"mandate": whole.commune.secretary, "on": DAY}
    assert refused(deliberate.reopen_case, case, **run).rule == "secret:decided"
    assert refused(deliberate.open_round, found.session, cases=[case], **run).rule == "secret:decided"
    tellers = ["Lý Văn Khang", "Chu Thị Sen"]
    assert refused(deliberate.vote_on_paper, found.session, tellers=tellers, **run).rule == "secret:decided"


def damages():
    return {
        "một ô bị chép đè": lambda found: found.slots.filter(pk=found.slots.first().pk).update(
            sealed=found.slots.last().sealed
        ),
        "một ô bị sửa": lambda found: found.slots.filter(pk=found.slots.first().pk).update(sealed=b"gAAA"),
        "một ô bị xóa": lambda found: found.slots.first().delete(),
        "điều đã chốt bị sửa": lambda found: BallotRound.objects.filter(pk=found.pk).update(agreed="{}"),
        "một người bị ghi là đã bỏ phiếu": lambda found: found.turnout.update(has_voted=True),
    }


@pytest.mark.parametrize("damage", damages())
def test_a_box_touched_from_outside_is_never_counted(whole, campaign, damage):
    found = box_opened(whole, campaign)
    voted = 6 if damage == "một người bị ghi là đã bỏ phiếu" else 7
    drop_all(whole, found, ["for"] * voted)
    damages()[damage](found)
    assert refused(counted, whole, found).rule == "secret:broken"
    run = {"mandate": whole.commune.secretary, "on": DAY}
    assert refused(deliberate.void_round, found, reason=" ", **run).rule == "secret:reason"
    assert deliberate.void_round(found, reason="hòm phiếu không khớp", **run).ending == "void"


def test_a_slot_too_many_filled_refuses_the_next_vote(whole, campaign):
    found = box_opened(whole, campaign)
    drop_all(whole, found, ["for"] * 7)
    found.turnout.filter(pk=turnout_of(found)[0].pk).update(has_voted=False)
    assert refused(drop, whole, found, turnout_of(found)[0], "for").rule == "secret:broken"


def test_a_lost_key_voids_the_round_and_all_vote_again(whole, campaign):
    found = box_opened(whole, campaign)
    drop_all(whole, found, ["for"] * 3)
    found.refresh_from_db()
    assert has_key(found)
    for file in keys(found):
        file.unlink()
    assert not has_key(found)
    assert refused(drop, whole, found, turnout_of(found)[3], "for").rule == "secret:key"
    assert refused(counted, whole, found).rule == "secret:key"
    run = {"mandate": whole.commune.secretary, "on": DAY}
    deliberate.void_round(found, reason="máy chủ khởi động lại", **run)
    again = open_box(whole, found.session)
    drop_all(whole, again, ["for"] * 7)
    assert counted(whole, again).ending == "counted"


def test_the_session_goes_over_to_paper_before_any_result(whole, campaign):
    session = opened(whole, campaign, mode="secret")
    run = {"mandate": whole.commune.secretary, "on": DAY}
    one, two = ["Lý Văn Khang"], ["Lý Văn Khang", "Chu Thị Sen"]
    assert refused(deliberate.vote_on_paper, session, tellers=one, **run).rule == "council:meeting"
    deliberate.vote_on_paper(session, tellers=two, **run)
    session.refresh_from_db()
    assert (session.mode, session.tellers) == ("ballots", ["Lý Văn Khang", "Chu Thị Sen"])


# What is said and shown


def test_the_table_can_be_counted_again_but_not_by_who_stepped_aside(whole, campaign):
    session = opened(whole, campaign, mode="secret", nominations=three(whole, campaign))
    second, aside = session.cases.get(order=2), whole.commune.member
    recuse(whole, second, next(one for one in members_of(session) if one.person_id == aside.person_id))
    found = open_box(whole, session)
    drop_all(whole, found, ["for", "against", "abstain", "for", "for", "against", "for"])
    counted(whole, found)
    seen = ballots_shown(found, whole.commune.secretary)
    assert seen[0].says == "7 phiếu: 4 đồng ý, 2 không đồng ý, 1 không biểu quyết."
    codes = [ballot.code for ballot in seen[0].ballots]
    assert codes == sorted(codes)
    assert [len(one.ballots) for one in ballots_shown(found, aside)] == [7, 0, 7]
    assert [one.is_withheld for one in ballots_shown(found, aside)] == [False, True, False]


def test_a_code_is_given_only_where_the_council_lets_voters_keep_it(whole, campaign):
    found = box_opened(whole, campaign)
    assert drop(whole, found, turnout_of(found)[0], "for") == {}
    deliberate.void_round(found, reason="đến muộn", mandate=whole.commune.secretary, on=DAY)
    regulated(whole, "council_keep_code", "yes")
    again = open_box(whole, found.session)
    given = [drop(whole, again, line, "for") for line in turnout_of(again)]
    counted(whole, again)
    case = Case.objects.get()
    assert sorted(one[case.pk] for one in given) == list(again.ballots.values_list("code", flat=True))


def test_the_journal_knows_who_voted_and_never_what(whole, campaign):
    found = box_opened(whole, campaign)
    drop_all(whole, found, ["for"] * 4 + ["against"] * 3)
    lines = JournalEntry.objects.filter(verb="cast_ballot")
    assert [line.says for line in lines.order_by("number")] == [
        f"{line.person.name} đã bỏ phiếu kín, vòng 1." for line in turnout_of(found)
    ]
    assert {str(line.data) for line in lines} == {"{}"}


def test_whatever_is_voted_is_what_is_counted(whole, campaign):
    session = opened(whole, campaign, mode="secret")

    @generated(max_examples=8)
    @given(st.lists(st.sampled_from(CHOICES), min_size=3, max_size=7))
    def is_counted(choices):
        with transaction.atomic():
            found = open_box(whole, session)
            drop_all(whole, found, choices)
            counted(whole, found)
            case, rule = Case.objects.get(), agreed_in(found.agreed).cases[0].rule
            expected = tally(map(Choice, choices), 7, rule, silent=7 - len(choices))
            assert (case.count_for, case.count_against, case.count_abstain, case.passed, case.says) == (
                expected.in_favour, expected.against, expected.abstain, expected.passed, expected.sentence
            )  # fmt: skip
            transaction.set_rollback(True)

    is_counted()


def test_the_tally_sheet_prints_every_ballot_and_the_seal(whole, campaign):
    found = box_opened(whole, campaign)
    drop_all(whole, found, ["for"] * 5 + ["against", "abstain"])
    counted(whole, found)
    session, run = found.session, {"mandate": whole.commune.secretary, "on": DAY}
    deliberate.close_session(session, ended_at="10:30", **run)
    assert deliberate.draft_tally_sheet(session, **run).purpose == "tally_sheet"
    paper = secret_tally_paper(session)
    require_flawless(paper)
    table = paper.appendices[0].blocks[2]
    assert [row[1:] for row in table.rows] == [
        (ballot.code, ballot.get_choice_display()) for ballot in found.ballots.all()
    ]
    assert paper.body[-2].rows[0][2].replace(" ", "") == found.seal
    assert "bỏ phiếu kín trên máy" in text_of(minutes_paper(session))


def test_a_case_that_fell_short_may_be_voted_on_again_where_the_rules_allow(whole, campaign):
    regulated(whole, "council_rounds", "2")
    found, run = box_opened(whole, campaign), {"mandate": whole.commune.secretary, "on": DAY}
    drop_all(whole, found, ["against"] * 7)
    counted(whole, found)
    deliberate.vote_again(Case.objects.get(), **run)
    tellers = ["Lý Văn Khang", "Chu Thị Sen"]
    assert refused(deliberate.vote_on_paper, found.session, tellers=tellers, **run).rule == "secret:decided"
    again = open_box(whole, found.session)
    drop_all(whole, again, ["for"] * 7)
    counted(whole, again)
    assert (Case.objects.get().passed, found.ballots.count(), again.ballots.count()) == (True, 7, 7)


def test_the_keys_may_not_lie_where_a_backup_takes_them(monkeypatch):
    monkeypatch.setenv("THIDUA_RUNTIME", str(house.DATA / "keys"))
    with pytest.raises(ImproperlyConfigured):
        house._runtime()
    monkeypatch.delenv("THIDUA_RUNTIME")
    assert not house._runtime().is_relative_to(house.DATA)
