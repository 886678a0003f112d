"""The council meets: called, quorum, attendance, minutes, and who may run it."""

from datetime import date

import pytest

from tests.awards.meetings import DAY, decided, eligible, hands, opened, planned
from tests.factories.commune import make_campaign, make_person
from tests.refusals import refused
from thidua.awards import deliberate
from thidua.awards.deliberate import Counted
from thidua.awards.documents.council import minutes_paper
from thidua.awards.models import Case, Council, Nomination
from thidua.awards.queries.council import attendance_of
from thidua.awards.queries.recusal import interests_of, suggested_recusals
from thidua.org.models import Person
from thidua.records.documents import paper_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def test_a_closed_campaign_calls_no_session(whole, campaign):
    campaign.state = "closed"
    said = refused(planned, whole, campaign, nominations=[]).because
    assert said == "Đợt thi đua đã tổng kết; không lập phiên họp mới nữa."


def test_a_session_needs_a_council_a_day_ahead_and_members_in_chair_and_pen(whole, campaign):
    stranger = make_person(whole.village)
    rules = [
        refused(planned, whole, campaign, nominations=[], meets_on=date(2023, 6, 1)).because,
        refused(planned, whole, campaign, nominations=[], chair=stranger).because,
        refused(planned, whole, campaign, nominations=[], secretary=stranger).because,
        refused(planned, whole, campaign, nominations=[], mode="ballots", tellers=("Một người",)).because,
    ]
    assert [sentence.split(";")[0] for sentence in rules] == [
        "Ngày họp đã qua",
        "Lộc Văn Tài không phải thành viên Hội đồng, không chủ trì được.",
        "Lộc Văn Tài không phải thành viên Hội đồng, không làm thư ký được.",
        "Bỏ phiếu giấy cần tổ kiểm phiếu ít nhất hai người",
    ]
    Council.objects.update(ends=date(2023, 1, 1))
    assert refused(planned, whole, campaign, nominations=[]).rule == "council:none"


def test_only_nominations_on_this_desk_are_tabled_and_they_can_be_taken_off(whole, campaign):
    session = planned(whole, campaign)
    case = session.cases.get()
    assert case.nomination.state == "tabled"
    other = eligible(whole, campaign, make_person(whole.village))
    other.holder = whole.district.unit
    assert (
        refused(
            deliberate.table_nominations,
            session,
            nominations=[other],
            mandate=whole.commune.secretary,
            on=DAY,
        ).rule
        == "council:holder"
    )
    deliberate.untable_nomination(case, mandate=whole.commune.secretary, on=DAY)
    assert case.nomination.state == "eligible"
    assert (
        refused(deliberate.open_session, session, mandate=whole.commune.secretary, on=DAY).rule
        == "council:agenda"
    )


def test_no_quorum_no_session(whole, campaign):
    session, office = planned(whole, campaign), whole.commune
    four = [seat.member for seat in attendance_of(session)][:4]
    deliberate.mark_attendance(session, present=four, mandate=office.secretary, on=DAY)
    ruling = refused(deliberate.open_session, session, mandate=office.secretary, on=DAY)
    assert (ruling.rule, "Có mặt 4/7 thành viên" in ruling.because) == ("quorum", True)
    assert (
        refused(deliberate.open_session, session, mandate=office.secretary, on=date(2023, 6, 6)).rule
        == "council:day"
    )


def test_the_machine_names_the_nominee_and_only_notes_the_proposing_head(whole, campaign):
    council = Council.objects.get(unit=whole.commune.unit)
    head = whole.head(whole.village)
    council.members.create(person=head.person, post="member", starts=date(2020, 1, 1), order=9)
    chair = eligible(whole, campaign, whole.commune.member.person)
    session = planned(whole, campaign, nominations=[chair])
    found = suggested_recusals(session.cases.get())
    assert [(m.person.name, why) for m, why in found] == [
        ("Triệu Văn Nghĩa", "là người được đề nghị"),
    ]
    noted = interests_of(session, session.cases.all())[session.cases.get().pk]
    assert [(one.member.person.name, one.why, one.aside) for one in noted] == [
        ("Triệu Văn Nghĩa", "là người được đề nghị", True),
        ("Hứa Văn Sinh", "đứng đầu Thôn Khuổi Cáp, nơi đề nghị", False),
    ]
    session.cases.get().recusals.create(member=found[0][0], why="đã ghi")
    assert suggested_recusals(Case.objects.get()) == []


def test_an_invitation_is_drafted_once(whole, campaign):
    session, office = planned(whole, campaign), whole.commune
    invitation = deliberate.draft_invitation(session, mandate=office.secretary, on=DAY)
    assert (invitation.kind, invitation.series, invitation.signer) == ("giay_moi", "council", office.chair)
    agenda = paper_of(invitation).appendices[0]
    assert agenda.reference.startswith("(Kèm theo Giấy mời số ")
    chair = "Ông Lương Quốc Thịnh, Chủ tịch Hội đồng, Chủ tịch UBND xã Nà Lâm;"
    assert agenda.blocks[1].text == chair
    again = refused(deliberate.draft_invitation, session, mandate=office.secretary, on=DAY)
    early = refused(deliberate.draft_minutes, session, mandate=office.secretary, on=DAY)
    assert (again.rule, early.rule) == ("council:paper", "council:state")


def test_the_minutes_come_from_the_rows_of_the_session(whole, campaign):
    session, office = planned(whole, campaign), whole.commune
    by = {"mandate": office.secretary, "on": DAY}
    members = [seat.member for seat in attendance_of(session)]
    absent = {str(members[6].pk): "đi công tác"}
    deliberate.mark_attendance(session, present=members[:6], why_absent=absent, **by)
    deliberate.open_session(session, **by)
    text = "Các thành viên nhất trí."
    deliberate.write_discussion(session, text=text, expected=session.version, **by)
    assert refused(deliberate.close_session, session, ended_at="9:00", **by).rule == "council:waiting"
    decided(whole, session, ["for"] * 6)
    late = refused(deliberate.mark_attendance, session, present=[], **by)
    assert late.rule == "council:attendance"
    deliberate.close_session(session, ended_at="9:00", **by)
    assert deliberate.draft_minutes(session, **by).state == "draft"
    words = " ".join(minutes_paper(session).words())
    for sentence in (
        "Vắng mặt 1 thành viên: Đàm Thị Lan (đi công tác).", text, "Có mặt 6/7 thành viên Hội đồng"
    ):  # fmt: skip
        assert sentence in words


def test_an_empty_session_has_no_invitation(whole, campaign):
    session = planned(whole, campaign, nominations=[])
    ruling = refused(deliberate.draft_invitation, session, mandate=whole.commune.secretary, on=DAY)
    assert ruling.rule == "council:agenda"


@pytest.mark.parametrize("role", ["admin", "clerk", "accountant", "culture", "member"])
def test_only_those_who_run_the_session_run_it(whole, campaign, role):
    session, mandate = opened(whole, campaign), whole.commune.mandates[role]
    case, member = session.cases.get(), attendance_of(session)[0].member
    calls = (
        (deliberate.open_case, case, {}),
        (deliberate.close_case, case, {}),
        (deliberate.reopen_case, case, {}),
        (deliberate.recuse, case, {"member": member, "why": "x"}),
        (deliberate.unrecuse, case, {"member": member}),
        (deliberate.record_votes, case, {"choices": {}}),
        (deliberate.close_session, session, {"ended_at": "9:00"}),
        (deliberate.write_discussion, session, {"text": "", "expected": None}),
        (deliberate.mark_attendance, session, {"present": []}),
        (deliberate.draft_minutes, session, {}),
        (deliberate.record_ballots, case, {"counted": Counted(1, 1, 1, 0, 0)}),
    )
    for verb, thing, more in calls:
        assert refused(verb, thing, mandate=mandate, on=DAY, **more).rule == "mandate:role"


def test_a_chair_without_office_leaves_the_signing_to_the_chair_of_the_office(whole, campaign):
    session = planned(whole, campaign, chair=whole.commune.standing.person)
    assert (
        deliberate.draft_invitation(session, mandate=whole.commune.secretary, on=DAY).signer
        == whole.commune.chair
    )
    Person.objects.exclude(pk=whole.commune.secretary.person_id)
    for mandate in (whole.commune.chair, whole.commune.vice_chair):
        mandate.ends = date(2023, 6, 1)
        mandate.save()
    other = planned(whole, campaign, nominations=[eligible(whole, campaign, make_person(whole.village))])
    assert (
        refused(deliberate.draft_invitation, other, mandate=whole.commune.secretary, on=DAY).rule
        == "council:signer"
    )


def test_a_session_is_called_off_before_it_opens_and_its_nominations_wait(whole, campaign):
    session, act = planned(whole, campaign), {"mandate": whole.commune.secretary, "on": DAY}
    assert refused(deliberate.cancel_session, session, reason=" ", **act).rule == "council:reason"
    deliberate.cancel_session(session, reason="Bão số 3", **act)
    assert (session.state, session.cases.count()) == ("cancelled", 0)
    assert [one.state for one in Nomination.objects.all()] == ["eligible"]
    assert refused(deliberate.cancel_session, session, reason="Bão", **act).rule == "council:state"


def test_a_session_breaks_off_before_its_first_result_and_meets_again(whole, campaign):
    session, act = opened(whole, campaign), {"mandate": whole.commune.secretary, "on": DAY}
    case, later = session.cases.get(), {"to": date(2023, 6, 7), "reason": "Mất điện"}
    deliberate.open_case(case, **act)
    deliberate.record_votes(case, choices=hands(case, ["for"] * 7), **act)
    early = refused(deliberate.adjourn_session, session, to=date(2023, 6, 4), reason="Mất điện", **act)
    assert early.rule == "council:meeting"
    deliberate.adjourn_session(session, **later, **act)
    assert (session.state, session.meets_on, case.votes.count()) == ("planned", date(2023, 6, 7), 0)
    assert not any(seat.present for seat in attendance_of(session))
    decided_one = opened(whole, campaign)
    decided(whole, decided_one, ["for"] * 7)
    assert refused(deliberate.adjourn_session, decided_one, **later, **act).rule == "council:adjourn"
