"""Slips for a session: a ballot tells nobody who dropped it, a written opinion is signed."""

from datetime import date

import pytest

from tests.awards.meetings import eligible, planned
from tests.factories.commune import make_campaign, make_person
from tests.factories.printed import require_flawless, text_of
from thidua.awards import deliberate
from thidua.awards.documents.ballot import ballot_paper, opinion_paper
from thidua.awards.queries.ballot import ballots_of
from thidua.awards.queries.council import attendance_of

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def session_on(whole, campaign, *, mode):
    names = ("Hà Thị Lan", "Hà Thị Mận", "Nguyễn Phước Bảo Quỳnh Hoàng Thị Ngọc Bích Thủy Tiên Mỹ Hạnh")
    found = [eligible(whole, campaign, make_person(whole.village, name)) for name in names]
    return planned(whole, campaign, mode=mode, nominations=found)


def test_cases_with_the_same_voters_share_a_ballot_and_each_voter_gets_one(whole, campaign):
    session = session_on(whole, campaign, mode="ballots")
    seats = [seat.member for seat in attendance_of(session)]
    assert [(group.says, group.copies) for group in ballots_of(session)] == [
        ("trường hợp số 1, 2, 3", len(seats))
    ]
    secretary = whole.commune.secretary
    deliberate.mark_attendance(session, present=seats[:-1], mandate=secretary, on=DAY)
    deliberate.open_session(session, mandate=secretary, on=DAY)
    second = session.cases.get(order=2)
    deliberate.recuse(second, member=seats[0], why="là người nhà", mandate=secretary, on=DAY)
    assert [(group.says, group.copies) for group in ballots_of(session)] == [
        ("trường hợp số 1, 3", len(seats) - 1),
        ("trường hợp số 2", len(seats) - 2),
    ]


def test_a_ballot_holds_nothing_that_leads_to_a_member(whole, campaign):
    session = session_on(whole, campaign, mode="ballots")
    paper = ballot_paper(session, ballots_of(session)[0])
    words = text_of(paper)
    assert not any(seat.member.person.name in words for seat in attendance_of(session))
    assert session.code not in words
    assert "Số:" not in words
    assert (paper.signature, paper.recipients) == (None, ())
    require_flawless(paper)


def test_the_opinion_of_an_absent_member_is_written_and_signed(whole, campaign):
    session = session_on(whole, campaign, mode="hands")
    paper = opinion_paper(session)
    assert paper.signature is not None
    assert paper.signature.role == "THÀNH VIÊN HỘI ĐỒNG"
    assert [row[0] for row in paper.body[2].rows] == ["1", "2", "3"]
    require_flawless(paper)
