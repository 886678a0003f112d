"""The pages of the council: a session called, held by hands or by ballots, closed, its papers drafted."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.session_story import DAY, eligible
from tests.factories.commune import as_, make_campaign, make_household, make_person
from thidua.awards import deliberate
from thidua.awards.deliberate import Meeting
from thidua.awards.models import Case, CouncilSession, Recusal, Vote
from thidua.awards.queries.council import attendance_of
from thidua.records.models import LocalRule

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def said(answer):
    return answer.content.decode()


def planned(whole, campaign, *, names=("Lộc Văn Tài",), mode="hands", tellers=()):
    office = whole.commune
    meeting = Meeting(
        DAY, "Phòng họp", office.chair.person, office.secretary.person, mode=mode, tellers=tellers
    )
    session = deliberate.plan_session(campaign, meeting=meeting, mandate=office.secretary, on=DAY)
    nominations = [eligible(whole, campaign, make_person(whole.village, name)) for name in names]
    if nominations:
        deliberate.table_nominations(session, nominations=nominations, mandate=office.secretary, on=DAY)
    return session


def opened(whole, campaign, *, absent=1, **more):
    session, office = planned(whole, campaign, **more), whole.commune
    members = [seat.member for seat in attendance_of(session)]
    deliberate.mark_attendance(session, present=members[: 7 - absent], mandate=office.secretary, on=DAY)
    deliberate.open_session(session, mandate=office.secretary, on=DAY)
    return session


def case_url(name, case, *more):
    return reverse(name, args=[case.session.code, case.pk, *more])


def test_the_secretary_calls_a_session_and_fills_the_agenda(whole, campaign):
    client = as_(whole.commune.secretary)
    nomination = eligible(whole, campaign, make_person(whole.village))
    assert "1</b> hồ sơ đủ điều kiện chờ" in said(
        client.get(reverse("campaign-sessions", args=[campaign.code]))
    )
    page = reverse("plan-session", args=[campaign.code])
    assert client.get(page).status_code == 200
    typed = {
        "meets_on": "05/6/2023",
        "starts_at": "14:00",
        "place": "Phòng họp",
        "mode": "ballots",
        "chair": whole.commune.chair.person_id,
        "secretary": whole.commune.secretary.person_id,
        "tellers": "Một người",
    }
    wrong = client.post(page, typed)
    assert "tổ kiểm phiếu ít nhất hai người" in said(wrong)
    assert "Một người" in said(wrong)
    assert "Ghi giờ như" in said(client.post(page, typed | {"starts_at": "chiều"}))
    answer = client.post(page, typed | {"tellers": "Lý Văn Khang\nChu Thị Sen"}, follow=True)
    session = CouncilSession.objects.get()
    assert session.tellers == ["Lý Văn Khang", "Chu Thị Sen"]
    assert answer.redirect_chain[-1][0] == reverse("session-agenda", args=[session.code])
    client.post(answer.redirect_chain[-1][0], {"nominations": [nomination.pk]})
    assert session.cases.get().nomination == nomination
    assert "Không có hồ sơ nào chờ Hội đồng" in said(client.get(answer.redirect_chain[-1][0]))


def test_the_same_session_form_sent_twice_is_one_session(whole, campaign):
    client, page = as_(whole.commune.secretary), reverse("plan-session", args=[campaign.code])
    typed = {
        "meets_on": "05/6/2023",
        "starts_at": "8:00",
        "place": "Phòng họp",
        "mode": "hands",
        "once": "abc",
        "chair": whole.commune.chair.person_id,
        "secretary": whole.commune.secretary.person_id,
    }
    assert [client.post(page, typed).status_code for _ in range(2)] == [302, 302]
    assert CouncilSession.objects.count() == 1


def test_attendance_decides_whether_the_session_can_open(whole, campaign):
    session, client = planned(whole, campaign), as_(whole.commune.secretary)
    page = reverse("session", args=[session.code])
    assert "Có mặt 0/7 thành viên Hội đồng; cần ít nhất 2/3 tổng số, tức là 5 người" in said(client.get(page))
    answer = client.post(reverse("open-session", args=[session.code]), follow=True)
    assert "chưa đủ để họp" in said(answer)
    members = [seat.member for seat in attendance_of(session)]
    typed = {f"co_{member.pk}": "on" for member in members[:5]} | {f"vi_{members[5].pk}": "đi công tác"}
    attendance = reverse("session-attendance", args=[session.code])
    assert client.get(attendance).status_code == 200
    assert "Đã điểm danh." in said(client.post(attendance, typed, follow=True))
    assert attendance_of(session)[5].why_absent == "đi công tác"
    assert "Phiên họp đã khai mạc." in said(
        client.post(reverse("open-session", args=[session.code]), follow=True)
    )


def test_without_the_local_rule_the_page_says_what_to_confirm(whole, campaign):
    session = opened(whole, campaign)
    LocalRule.objects.all().delete()
    answer = as_(whole.commune.secretary).get(reverse("session", args=[session.code]))
    assert answer.status_code == 200
    assert "Quy tắc địa phương" in said(answer)


def test_a_case_by_show_of_hands_from_call_to_result(whole, campaign):
    session, client = (
        opened(whole, campaign, names=("Lộc Văn Tài", "Vi Văn Tú")),
        as_(whole.commune.secretary),
    )
    first, second = session.cases.all()
    client.post(case_url("case-move", first, "mo"))
    assert "Chờ 6 phiếu" in said(client.get(reverse("session", args=[session.code])))
    members = [seat.member for seat in attendance_of(session)]
    client.post(case_url("case-recuse", first), {"member": members[5].pk, "why": "là người thân"})
    page = said(client.get(case_url("case-votes", first)))
    assert "Chờ 5 phiếu" in page
    assert "0 trên 5 người" in page
    client.post(case_url("case-hands", first), {str(member.pk): "for" for member in members[:5]})
    assert "Đã đủ phiếu" in said(client.get(case_url("case-votes", first)))
    answer = client.post(case_url("case-move", first, "chot"), follow=True)
    assert "Đồng ý 5/6 thành viên (83,33 %)" in said(answer)
    assert f"?truong-hop={second.order}" in said(answer)
    assert client.get(case_url("case-votes", first)).headers["HX-Refresh"] == "true"
    client.post(case_url("case-move", first, "mo-lai"))
    assert Case.objects.get(pk=first.pk).closed is False


def test_a_recusal_may_be_taken_back_and_needs_a_reason(whole, campaign):
    session, client = opened(whole, campaign), as_(whole.commune.chair)
    case, member = session.cases.get(), attendance_of(session)[3].member
    page = client.post(case_url("case-recuse", case), {"member": member.pk, "why": ""})
    assert page.status_code == 200
    assert not Recusal.objects.exists()
    client.post(case_url("case-recuse", case), {"member": member.pk, "why": "là người thân"})
    assert "Lý Văn Khang: là người thân." in said(client.get(reverse("session", args=[session.code])))
    client.post(reverse("case-unrecuse", args=[session.code, case.pk, member.pk]))
    assert not Recusal.objects.exists()


def test_the_nominee_who_sits_in_the_council_takes_no_part_from_the_opening_on(whole, campaign):
    session = planned(whole, campaign, names=())
    nomination = eligible(whole, campaign, whole.commune.member.person)
    deliberate.table_nominations(session, nominations=[nomination], mandate=whole.commune.secretary, on=DAY)
    members = [seat.member for seat in attendance_of(session)]
    deliberate.mark_attendance(session, present=members, mandate=whole.commune.secretary, on=DAY)
    deliberate.open_session(session, mandate=whole.commune.secretary, on=DAY)
    page = said(as_(whole.commune.secretary).get(reverse("session", args=[session.code])))
    assert "Triệu Văn Nghĩa không tham gia: là người được đề nghị." in page


def test_a_member_votes_for_himself_on_his_phone(whole, campaign):
    session, client = opened(whole, campaign), as_(whole.commune.member)
    case = session.cases.get()
    early = client.post(case_url("case-vote", case), {"choice": "for"})
    assert "Chưa đến lúc biểu quyết" in said(early)
    deliberate.open_case(case, mandate=whole.commune.secretary, on=DAY)
    assert "Ý kiến của tôi" in said(client.get(reverse("session", args=[session.code])))
    client.post(case_url("case-vote", case), {"choice": "against", "dissent": "Cần thêm số liệu"})
    vote = Vote.objects.get()
    assert (vote.member.person, vote.choice, vote.dissent) == (
        whole.commune.member.person,
        "against",
        "Cần thêm số liệu",
    )
    locked = client.post(case_url("case-move", case, "chot"), follow=True)
    assert "Việc này của: " in said(locked)
    assert Case.objects.get().closed is False


def test_paper_ballots_are_numbers_only(whole, campaign):
    session = opened(whole, campaign, mode="ballots", tellers=("Lý Văn Khang", "Chu Thị Sen"))
    client, case = as_(whole.commune.secretary), session.cases.get()
    client.post(case_url("case-move", case, "mo"))
    page = said(client.get(reverse("session", args=[session.code])))
    assert "Chờ tổ kiểm phiếu" in page
    assert "không giữ ai bỏ thế nào" in page
    counted = {"issued": "6", "collected": "6", "in_favour": "5", "against": "2", "spoilt": "0"}
    wrong = client.post(case_url("case-ballots", case), counted)
    assert "Số phiếu không khớp" in said(wrong)
    client.post(case_url("case-ballots", case), counted | {"against": "1"})
    assert "Đã kiểm phiếu" in said(client.get(reverse("session", args=[session.code])))
    result = client.post(case_url("case-move", case, "chot"), follow=True)
    assert "Đồng ý 5/7 thành viên" in said(result)
    assert not Vote.objects.exists()


def test_the_session_ends_and_its_minutes_are_drafted(whole, campaign):
    session, client = opened(whole, campaign), as_(whole.commune.secretary)
    case = session.cases.get()
    early = client.post(reverse("close-session", args=[session.code]), {"ended_at": "10:30"})
    assert "Chưa có kết quả cho" in said(early)
    members = [seat.member for seat in attendance_of(session)]
    deliberate.open_case(case, mandate=whole.commune.secretary, on=DAY)
    choices = {member.pk: "for" for member in members[:6]}
    deliberate.record_votes(case, choices=choices, mandate=whole.commune.secretary, on=DAY)
    deliberate.close_case(case, mandate=whole.commune.secretary, on=DAY)
    talk = {"text": "Các thành viên nhất trí.", "version": session.version}
    client.post(reverse("session-discussion", args=[session.code]), talk)
    stale = client.post(
        reverse("session-discussion", args=[session.code]), talk | {"text": "Chữ của người khác."}
    )
    assert "Nội dung đã được người khác sửa" in said(stale)
    assert "Chữ của người khác." in said(stale)
    assert "Kết thúc phiên họp" in said(client.get(reverse("session", args=[session.code])))
    client.post(reverse("close-session", args=[session.code]), {"ended_at": "10:30"})
    page = said(client.get(reverse("session", args=[session.code])))
    assert "Soạn biên bản họp" in page
    assert "Các thành viên nhất trí." in page
    answer = client.post(reverse("session-paper", args=[session.code, "bien-ban"]), follow=True)
    session.refresh_from_db()
    assert answer.redirect_chain[-1][0] == reverse("paper", args=[session.minutes.code])
    again = client.post(reverse("session-paper", args=[session.code, "bien-ban"]), follow=True)
    assert "Đã có biên bản họp" in said(again)


def test_a_case_may_leave_the_agenda_before_the_session(whole, campaign):
    session, client = planned(whole, campaign), as_(whole.commune.secretary)
    client.post(case_url("case-move", session.cases.get(), "bo-ra"))
    assert "Chương trình chưa có trường hợp nào" in said(client.get(reverse("session", args=[session.code])))


def test_the_administrator_and_other_offices_see_no_session_and_no_vote(whole, campaign):
    session = opened(whole, campaign)
    case = session.cases.get()
    for mandate in (whole.commune.admin, whole.district.secretary, whole.head(whole.village)):
        client = as_(mandate)
        pages = (reverse("session", args=[session.code]), case_url("case-votes", case))
        assert [client.get(page).status_code for page in pages] == [404, 404]
        assert session.code not in said(client.get(reverse("council")))


def test_only_secretary_and_standing_officer_call_a_session(whole, campaign):
    client = as_(whole.commune.member)
    assert client.get(reverse("plan-session", args=[campaign.code])).status_code == 403
    assert "Chưa có phiên họp nào" in said(client.get(reverse("campaign-sessions", args=[campaign.code])))


def test_after_the_closing_report_the_button_says_why_no_session_is_called(whole):
    closed = make_campaign(whole, state="closed")
    client, why = as_(whole.commune.secretary), "Đợt thi đua đã tổng kết; không lập phiên họp mới nữa."
    assert why in said(client.get(reverse("campaign-sessions", args=[closed.code])))
    answer = client.get(reverse("plan-session", args=[closed.code]))
    assert (answer.status_code, why in said(answer)) == (403, True)


def test_an_office_without_a_council_is_led_to_found_one(whole, campaign):
    whole.commune.unit.councils.update(ends=date(2023, 1, 1))
    client = as_(whole.commune.secretary)
    assert "Chưa lập Hội đồng" in said(client.get(reverse("campaign-sessions", args=[campaign.code])))
    assert "Chưa có Hội đồng" in said(client.get(reverse("plan-session", args=[campaign.code])))


def test_the_lists_need_as_many_queries_for_three_rows_as_for_one(whole, campaign):
    client, counts = as_(whole.commune.secretary), []
    for more in (1, 2):
        for _ in range(more):
            session = planned(whole, campaign, names=("Lộc Văn Tài",))
        for page in (reverse("council"), reverse("campaign-sessions", args=[campaign.code])):
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                client.get(page)
            counts.append(len(queries))
    assert session
    assert counts[:2] == counts[2:]


def test_the_session_page_needs_as_many_queries_for_three_cases_as_for_one(whole, campaign):
    one = planned(whole, campaign)
    three = planned(whole, campaign, names=("Vi Văn Tú", "Lý Văn Dần", "Hà Thị Tuyết"))
    extra = eligible(whole, campaign, make_household(whole.village))
    client, counts = as_(whole.commune.secretary), []
    for session in (one, three):
        client.get(reverse("session", args=[session.code]))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("session", args=[session.code]))
        counts.append(len(queries))
    assert extra.state == "eligible"
    assert counts[0] == counts[1]
