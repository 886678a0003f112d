"""Opinions in writing instead of a meeting, signed sheets of the absent, substitutes and guests."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from tests.awards.meetings import DAY, hands, opened, planned
from tests.awards.test_recusal import settle
from tests.factories.commune import make_campaign, make_person
from tests.refusals import refused
from thidua.awards import deliberate
from thidua.awards.documents.ballot import opinion_paper
from thidua.awards.documents.council import invitation_paper, minutes_paper
from thidua.awards.queries.council import attendance_of
from thidua.journal.models import JournalEntry
from thidua.records.models import Attachment
from thidua.records.queries.files import file_of

pytestmark = pytest.mark.django_db
LAST = date(2023, 6, 8)


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def said(paper):
    return " ".join(paper.words())


def test_without_the_working_rules_the_council_must_meet(whole, campaign):
    assert refused(planned, whole, campaign, mode="written", reply_by=LAST).rule == "council:written"
    settle(whole, "council_written", "yes")
    assert refused(planned, whole, campaign, mode="written").rule == "council:reply"


def test_opinions_come_in_until_the_last_day_and_the_result_counts_all_members(whole, campaign):
    settle(whole, "council_written", "yes")
    office = whole.commune
    session = planned(whole, campaign, mode="written", reply_by=LAST)
    assert (
        refused(deliberate.draft_invitation, session, mandate=office.secretary, on=DAY).rule
        == "council:paper"
    )
    assert "chậm nhất ngày 08 tháng 6 năm 2023" in said(opinion_paper(session))
    deliberate.open_session(session, mandate=office.secretary, on=DAY)
    assert JournalEntry.objects.get(verb="open_session").says == (
        "Gửi phiếu lấy ý kiến các thành viên Hội đồng, hạn trả lời 08/6/2023."
    )
    case = session.cases.get()
    for role in ("chair", "vice_chair", "standing", "culture"):
        deliberate.cast_vote(case, choice="for", mandate=office.mandates[role], on=DAY)
    sheet = {seat.member_id: "against" for seat in attendance_of(session)[4:5]}
    deliberate.record_votes(case, choices=sheet, mandate=office.secretary, on=DAY)
    assert {vote.in_writing for vote in case.votes.all()} == {True}
    early = refused(deliberate.close_case, case, mandate=office.secretary, on=LAST)
    assert early.because == "Mới có 5 trên 7 ý kiến; chốt được khi đủ hoặc sau ngày 08/6/2023."
    late = date(2023, 6, 9)
    assert (
        refused(deliberate.cast_vote, case, choice="for", mandate=office.member, on=late).rule == "vote:late"
    )
    result = deliberate.close_case(case, mandate=office.secretary, on=late)
    assert (result.in_favour, result.against, result.absent, result.base, result.passed) == (4, 1, 2, 7, True)
    deliberate.close_session(session, ended_at="", mandate=office.secretary, on=late)
    words = said(minutes_paper(session))
    for sentence in (
        "Lấy ý kiến bằng văn bản xét khen thưởng",
        "Số thành viên được lấy ý kiến: 7; đã trả lời: 5.",
        "Không trả lời: Triệu Văn Nghĩa, Đàm Thị Lan.",
        "hạn trả lời ngày 08/6/2023",
        "Ý kiến bằng văn bản của Chu Thị Sen: không đồng ý.",
    ):
        assert sentence in words


def test_all_replies_in_close_it_before_the_last_day(whole, campaign):
    settle(whole, "council_written", "yes")
    session = planned(whole, campaign, mode="written", reply_by=LAST)
    office = whole.commune
    deliberate.open_session(session, mandate=office.secretary, on=DAY)
    case = session.cases.get()
    deliberate.record_votes(case, choices=hands(case, ["for"] * 7), mandate=office.secretary, on=DAY)
    assert deliberate.close_case(case, mandate=office.secretary, on=DAY).in_favour == 7


def test_the_signed_sheet_of_an_absent_member_is_kept_and_not_for_everybody(whole, campaign):
    session, office = opened(whole, campaign, absent=1), whole.commune
    away, here = attendance_of(session)[-1].member, attendance_of(session)[0].member
    upload = ContentFile(b"Y kien: dong y", name="phieu.txt")
    keep = {"upload": upload, "mandate": office.secretary, "on": DAY}
    deliberate.file_opinion_sheet(session, member=away, **keep)
    assert refused(deliberate.file_opinion_sheet, session, member=here, **keep).rule == "council:sheet"
    kept = Attachment.objects.get()
    assert file_of(office.secretary, kept.pk) == kept
    for reader in (office.chair, office.member, whole.head(whole.village)):
        with pytest.raises(Attachment.DoesNotExist):
            file_of(reader, kept.pk)
    type(session).objects.update(state="closed")
    session.refresh_from_db()
    assert refused(deliberate.file_opinion_sheet, session, member=away, **keep).rule == "council:state"


def test_a_substitute_votes_only_where_the_rules_say_so(whole, campaign):
    office = whole.commune
    session = opened(whole, campaign)
    case, away = session.cases.get(), attendance_of(session)[5].member
    instead = office.clerk.person
    act = {"mandate": office.secretary, "on": DAY}
    asked = {"member": away, "person": instead, **act}
    assert refused(deliberate.send_substitute, session, paper=" ", **asked).rule == "council:substitute"
    deliberate.send_substitute(session, paper="Giấy cử số 02/GC ngày 04/6/2023", **asked)
    faults = [
        refused(deliberate.send_substitute, session, member=attendance_of(session)[4].member, person=person,
                paper="Giấy cử", **act).because
        for person in (instead, office.chair.person)
    ]  # fmt: skip
    assert faults == [
        "Nông Văn Lý đang dự thay một thành viên khác.",
        "Lương Quốc Thịnh là thành viên của phiên họp, không dự thay người khác.",
    ]
    deliberate.open_case(case, **act)
    case.refresh_from_db()
    vote = {"choice": "for", "on": DAY}
    assert refused(deliberate.cast_vote, case, mandate=office.clerk, **vote).rule == "vote:member"
    assert not attendance_of(session)[5].present
    assert "Triệu Văn Nghĩa (Nông Văn Lý dự thay, không biểu quyết)." in said(minutes_paper(session))
    everybody = [seat.member for seat in attendance_of(session)]
    deliberate.mark_attendance(session, present=everybody, **act)
    assert sum(seat.present for seat in attendance_of(session)) == 6
    settle(whole, "council_substitutes", "yes")
    deliberate.mark_attendance(session, present=everybody, **act)
    deliberate.cast_vote(case, mandate=office.clerk, **vote)
    assert case.votes.get().member == away
    assert refused(deliberate.cast_vote, case, mandate=office.member, **vote).rule == "vote:member"
    assert "Ông Nông Văn Lý, dự thay Ông Triệu Văn Nghĩa" in said(minutes_paper(session))
    deliberate.send_substitute(session, member=away, person=None, paper="", **act)
    assert attendance_of(session)[5].substitute is None


def test_guests_are_named_in_the_invitation_and_the_minutes(whole, campaign):
    office = whole.commune
    session = opened(whole, campaign, guests="Ông Hứa Văn Sinh, Trưởng thôn")
    deliberate.note_guests(
        session,
        guests=" Bà Nông Thị Thắm,  Chủ tịch MTTQ \n\nÔng Hứa Văn Sinh",
        mandate=office.secretary,
        on=DAY,
    )
    assert session.guests == "Bà Nông Thị Thắm, Chủ tịch MTTQ\nÔng Hứa Văn Sinh"
    named = "Bà Nông Thị Thắm, Chủ tịch MTTQ; Ông Hứa Văn Sinh."
    assert f"Khách mời (phát biểu, không biểu quyết): {named}" in said(minutes_paper(session))
    assert f"Khách mời dự, không biểu quyết: {named}" in said(invitation_paper(session, signer=office.chair))
    type(session).objects.update(state="closed")
    session.refresh_from_db()
    late = refused(deliberate.note_guests, session, guests="", mandate=office.secretary, on=DAY)
    assert late.rule == "council:state"
    assert make_person(whole.village).pk not in {seat.sitting.pk for seat in attendance_of(session)}
