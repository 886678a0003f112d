"""Recusal, one vote per member and case, paper ballots, and the result with its sum."""

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.awards.meetings import DAY, decided, eligible, hands, opened
from tests.awards.test_recusal import settle
from tests.factories.commune import make_campaign, make_person
from tests.refusals import refused
from thidua.awards import deliberate
from thidua.awards.deliberate import Counted
from thidua.awards.documents.council import minutes_paper, tally_paper
from thidua.awards.models import BallotCount, Council, Nomination
from thidua.awards.queries.council import attendance_of, cases_of, seats_of
from thidua.campaigns.models import Quota
from thidua.journal.models import JournalEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def test_a_show_of_hands_is_counted_over_all_members(whole, campaign):
    session = opened(whole, campaign, absent=1)
    case, result = decided(whole, session, ["for"] * 4 + ["against", "abstain"])
    assert (result.in_favour, result.base, result.needed, result.passed) == (4, 7, 4, True)
    assert (case.count_against, case.count_abstain, case.says) == (1, 1, result.sentence)


def test_who_sits_in_the_room_and_gives_no_vote_is_not_called_absent(whole, campaign):
    session = opened(whole, campaign, absent=2)
    votes = ["for"] * 4 + ["", "against"]  # of five in the room one is silent, of two away one has written
    _, result = decided(whole, session, votes)
    assert (result.silent, result.absent) == (1, 1)
    assert "1 không bỏ phiếu, 1 vắng mặt không có ý kiến bằng văn bản" in result.sentence


def test_a_case_falls_short_by_one_vote_and_can_be_counted_again(whole, campaign):
    session, office = opened(whole, campaign), whole.commune
    case, result = decided(whole, session, ["for"] * 3 + ["against"] * 4)
    assert not result.passed
    assert (
        refused(deliberate.record_votes, case, choices={}, mandate=office.secretary, on=DAY).rule
        == "vote:closed"
    )
    deliberate.reopen_case(case, mandate=office.secretary, on=DAY)
    member = attendance_of(session)[3].member
    deliberate.record_votes(case, choices={member.pk: "for"}, mandate=office.secretary, on=DAY)
    assert deliberate.close_case(case, mandate=office.secretary, on=DAY).passed
    deliberate.close_session(session, ended_at="10:30", mandate=office.secretary, on=DAY)
    assert Nomination.objects.get().state == "passed"


def test_a_recused_member_leaves_the_base_and_loses_the_vote(whole, campaign):
    session, office = opened(whole, campaign), whole.commune
    case, member = session.cases.get(), attendance_of(session)[6].member
    deliberate.open_case(case, mandate=office.secretary, on=DAY)
    deliberate.record_votes(case, choices=hands(case, ["for"] * 7), mandate=office.secretary, on=DAY)
    deliberate.recuse(case, member=member, why="là con của chủ hộ", mandate=office.chair, on=DAY)
    deliberate.record_votes(case, choices={member.pk: "for"}, mandate=office.chair, on=DAY)
    result = deliberate.close_case(case, mandate=office.chair, on=DAY)
    assert (result.in_favour, result.base, result.recused) == (6, 6, 1)
    deliberate.reopen_case(case, mandate=office.chair, on=DAY)
    deliberate.unrecuse(case, member=member, mandate=office.chair, on=DAY)
    assert deliberate.close_case(case, mandate=office.secretary, on=DAY).base == 7


def test_a_case_read_before_a_recusal_is_still_counted_with_it(whole, campaign):
    session, office = opened(whole, campaign), whole.commune
    case = cases_of(session)[0]
    member = attendance_of(session)[6].member
    deliberate.open_case(case, mandate=office.secretary, on=DAY)
    deliberate.record_votes(case, choices=hands(case, ["for"] * 6), mandate=office.secretary, on=DAY)
    deliberate.recuse(case, member=member, why="là người thân", mandate=office.chair, on=DAY)
    assert deliberate.close_case(case, mandate=office.chair, on=DAY).base == 6


def test_each_member_votes_once_for_himself(whole, campaign):
    session, office = opened(whole, campaign, absent=1), whole.commune
    case = session.cases.get()
    assert (
        refused(deliberate.cast_vote, case, choice="for", mandate=office.member, on=DAY).rule == "vote:closed"
    )
    deliberate.open_case(case, mandate=office.secretary, on=DAY)
    case.refresh_from_db()
    deliberate.cast_vote(case, choice="against", mandate=office.member, on=DAY)
    deliberate.cast_vote(case, choice="for", mandate=office.member, on=DAY)
    assert case.votes.get().choice == "for"
    assert "đồng ý" not in JournalEntry.objects.filter(verb="cast_vote").last().says
    seats = {seat.member.person.name: seat for seat in seats_of(case)}
    assert (seats["Triệu Văn Nghĩa"].is_awaited, seats["Lương Quốc Thịnh"].is_awaited) == (False, True)
    rules = [
        refused(deliberate.cast_vote, case, choice="for", mandate=mandate, on=DAY).rule
        for mandate in (office.secretary, office.admin, whole.head(whole.village))
    ]
    assert rules == ["vote:absent", "vote:member", "mandate:unit"]
    deliberate.recuse(
        case, member=seats["Chu Thị Sen"].member, why="người thân", mandate=office.chair, on=DAY
    )
    assert (
        refused(deliberate.cast_vote, case, choice="for", mandate=office.accountant, on=DAY).rule
        == "vote:recused"
    )
    assert (
        refused(deliberate.cast_vote, case, choice="maybe", mandate=office.member, on=DAY).rule
        == "vote:choice"
    )


def test_an_absent_members_written_opinion_counts_and_is_shown(whole, campaign):
    session = opened(whole, campaign, absent=2)
    case, result = decided(whole, session, ["for"] * 7)
    assert (result.in_favour, result.absent) == (7, 0)
    assert [vote.in_writing for vote in case.votes.order_by("member__order")] == [False] * 5 + [True] * 2
    deliberate.close_session(session, ended_at="10:00", mandate=whole.commune.secretary, on=DAY)
    assert "Ý kiến bằng văn bản của Triệu Văn Nghĩa (vắng mặt): đồng ý." in " ".join(
        minutes_paper(session).words()
    )


def test_a_vote_can_be_taken_away_and_no_vote_is_no_result(whole, campaign):
    session, office = opened(whole, campaign), whole.commune
    case, member = session.cases.get(), attendance_of(session)[0].member
    deliberate.open_case(case, mandate=office.secretary, on=DAY)
    for choice in ("for", ""):
        deliberate.record_votes(case, choices={member.pk: choice}, mandate=office.secretary, on=DAY)
    assert refused(deliberate.close_case, case, mandate=office.secretary, on=DAY).rule == "vote:none"


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (Counted(7, 7, 5, 1, 0), "Số phiếu không khớp"),
        (Counted(8, 8, 8, 0, 0), "Chỉ 7 thành viên có mặt được bỏ phiếu"),
        (Counted(5, 6, 6, 0, 0), "nhiều hơn số phát ra"),
        (Counted(7, -1, 0, 0, -1), "không thể âm"),
    ],
)
def test_tellers_numbers_must_add_up(whole, campaign, counted, words):
    session = opened(whole, campaign, mode="ballots")
    case = session.cases.get()
    ruling = refused(
        deliberate.record_ballots, case, counted=counted, mandate=whole.commune.secretary, on=DAY
    )
    assert (ruling.rule, words in ruling.because) == ("vote:count", True)


def test_paper_ballots_leave_numbers_only_and_make_a_tally_sheet(whole, campaign):
    session, office = opened(whole, campaign, mode="ballots"), whole.commune
    case = session.cases.get()
    deliberate.open_case(case, mandate=office.secretary, on=DAY)
    assert (
        refused(deliberate.cast_vote, case, choice="for", mandate=office.member, on=DAY).rule == "vote:paper"
    )
    assert (
        refused(deliberate.record_votes, case, choices={}, mandate=office.secretary, on=DAY).rule
        == "vote:paper"
    )
    assert refused(deliberate.close_case, case, mandate=office.secretary, on=DAY).rule == "vote:none"
    deliberate.record_ballots(case, counted=Counted(7, 6, 5, 0, 1), mandate=office.secretary, on=DAY)
    result = deliberate.close_case(case, mandate=office.secretary, on=DAY)
    assert (result.in_favour, result.spoilt, result.silent, result.absent) == (5, 1, 1, 0)
    assert not case.votes.exists()
    deliberate.close_session(session, ended_at="10:00", mandate=office.secretary, on=DAY)
    sheet = deliberate.draft_tally_sheet(session, mandate=office.secretary, on=DAY)
    assert sheet.series == "council"
    words = " ".join(tally_paper(session).words())
    assert "Hộ ông Chu Văn Quyền 7 6 5 1 5 0" in words
    fields = {field.name for field in BallotCount._meta.get_fields()}
    assert fields == {
        "id",
        "case",
        "issued",
        "collected",
        "count_for",
        "count_against",
        "count_spoilt",
        "counted_by",
    }


def test_ballots_are_for_ballot_sessions_only(whole, campaign):
    session, office = opened(whole, campaign), whole.commune
    ruling = refused(
        deliberate.record_ballots,
        session.cases.get(),
        counted=Counted(7, 7, 7, 0, 0),
        mandate=office.secretary,
        on=DAY,
    )
    assert ruling.because == "Phiên này biểu quyết giơ tay, không có phiếu giấy."
    decided(whole, session, ["for"] * 7)
    deliberate.close_session(session, ended_at="10:00", mandate=office.secretary, on=DAY)
    assert (
        refused(deliberate.draft_tally_sheet, session, mandate=office.secretary, on=DAY).rule
        == "council:paper"
    )


def test_a_case_that_fell_short_is_voted_on_again_as_often_as_the_rules_let_it(whole, campaign):
    session, office = opened(whole, campaign), whole.commune
    case, first = decided(whole, session, ["for"] * 3 + ["against"] * 4)
    act = {"mandate": office.secretary, "on": DAY}
    ruling = refused(deliberate.vote_again, case, **act)
    assert (ruling.rule, "nhiều nhất 1 lượt" in ruling.because) == ("vote:rounds", True)
    settle(whole, "council_rounds", "2")
    deliberate.vote_again(case, **act)
    assert (case.round, case.earlier, case.votes.count(), case.closed) == (2, [first.sentence], 0, False)
    assert refused(deliberate.vote_again, case, **act).rule == "vote:again"
    deliberate.open_case(case, **act)
    deliberate.record_votes(case, choices=hands(case, ["for"] * 7), **act)
    assert deliberate.close_case(case, **act).passed
    deliberate.close_session(session, ended_at="10:30", **act)
    assert f"Lượt 1: {first.sentence}" in " ".join(minutes_paper(session).words())


@pytest.mark.parametrize(
    ("over", "states"), [("block", ["passed", "failed"]), ("warn", ["passed", "passed"])]
)
def test_when_more_pass_than_the_quota_has_places_the_votes_decide(whole, campaign, over, states):
    award = campaign.awards.get(form="giay_khen_xa")
    Quota.objects.create(
        campaign=campaign, kind="cap", award=award, number=1, over=over, set_by="x", set_on=DAY
    )
    names = ("Lộc Văn Nhất", "Lộc Văn Nhì")
    nominations = [eligible(whole, campaign, make_person(whole.village, name)) for name in names]
    session, act = (
        opened(whole, campaign, nominations=nominations),
        {"mandate": whole.commune.secretary, "on": DAY},
    )
    for case, number in zip(session.cases.all(), (7, 5), strict=True):
        deliberate.open_case(case, **act)
        deliberate.record_votes(case, choices=hands(case, ["for"] * number), **act)
        deliberate.close_case(case, **act)
    deliberate.close_session(session, ended_at="10:30", **act)
    assert [one.state for one in Nomination.objects.order_by("cases__order")] == states
    said = session.cases.get(order=2).says
    assert ("5/7 phiếu đồng ý (71,43 %), xếp thứ 2: ngoài 1 suất." in said) == (over == "block")


def test_a_member_of_no_seat_cannot_be_recused(whole, campaign):
    session = opened(whole, campaign)
    stranger = Council.objects.get(unit=whole.district.unit).members.first()
    ruling = refused(
        deliberate.recuse, session.cases.get(), member=stranger, why="x", mandate=whole.commune.chair, on=DAY
    )
    assert ruling.rule == "vote:member"


def test_a_case_passes_exactly_when_more_than_half_of_all_members_say_yes(whole, campaign):
    session = opened(whole, campaign)

    @settings(max_examples=15, deadline=None)
    @given(st.lists(st.sampled_from(["for", "against", "abstain", ""]), min_size=7, max_size=7))
    def decide(choices):
        with transaction.atomic():
            if any(choices):
                _, result = decided(whole, session, choices)
                assert result.passed == (choices.count("for") > 3.5)
            transaction.set_rollback(True)

    decide()
