"""The wall of the room, those close to the members, who sits for whom, what a unit reads of the result."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.ballot_story import open_box
from tests.awards.meetings import hands
from tests.awards.test_recusal import member_named, settle
from tests.factories.commune import make_campaign
from tests.web.test_council import DAY, as_, opened, planned, said
from thidua.awards import deliberate
from thidua.awards.models import Attendance, CouncilSession, Kinship

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def wall(client, session, name="session-room-now"):
    return " ".join(said(client.get(reverse(name, args=[session.code]))).split())


def step(client, session, move):
    return client.post(reverse("session-room-move", args=[session.code, move]), follow=True)


def test_the_wall_goes_from_case_to_case_and_never_shows_a_partial_result(whole, campaign):
    office, session = whole.commune, planned(whole, campaign, names=("Lộc Văn Tài", "Vi Thị Nhất"))
    client = as_(office.secretary)
    assert "cần ít nhất 2/3 tổng số" in wall(client, session, "session-room")
    members = [seat.member for seat in session.attendance.all()]
    deliberate.mark_attendance(session, present=members[:6], mandate=office.secretary, on=DAY)
    deliberate.open_session(session, mandate=office.secretary, on=DAY)
    assert "Có mặt <b>6</b> trên <b>7</b> thành viên" in wall(client, session)
    assert "Bắt đầu biểu quyết" in wall(client, session)
    step(client, session, "mo")
    case = session.cases.get(is_open=True)
    assert case.order == 1
    deliberate.record_votes(case, choices=hands(case, ["for", "against"]), mandate=office.secretary, on=DAY)
    shown = wall(client, session)
    assert ("còn chờ <b>4</b> phiếu" in shown, "đồng ý" in shown.replace("không đồng ý. Bấm", "")) == (
        True,
        False,
    )
    deliberate.record_votes(case, choices=hands(case, ["for"] * 6), mandate=office.secretary, on=DAY)
    assert "Đã đủ phiếu" in wall(client, session)
    step(client, session, "chot")
    case.refresh_from_db()
    assert (case.closed, "Đã có kết quả" in wall(client, session), case.says in wall(client, session)) == (
        True, True, False,
    )  # fmt: skip
    settle(whole, "council_room_results", "yes")
    assert case.says in wall(client, session)
    step(client, session, "mo")
    refusal = said(step(client, session, "chot"))
    assert "Chưa ghi ý kiến của thành viên nào." in refusal
    assert "Không có trường hợp nào để chuyển" in said(step(client, session, "mo"))
    deliberate.record_votes(
        session.cases.get(is_open=True), choices={members[0].pk: "for"}, mandate=office.secretary, on=DAY
    )
    step(client, session, "chot")
    deliberate.close_session(session, ended_at="10:00", mandate=office.secretary, on=DAY)
    assert "Phiên họp đã kết thúc" in wall(client, session)


def test_on_their_own_telephone_too_who_took_no_part_sees_no_number(whole, campaign):
    session, office = opened(whole, campaign), whole.commune
    settle(whole, "council_room_results", "yes")
    case = session.cases.get()
    deliberate.open_case(case, mandate=office.chair, on=DAY)
    deliberate.step_aside(case, why="là anh ruột", mandate=office.member, on=DAY)
    client = as_(office.member)
    assert "còn chờ" not in wall(client, session)
    assert client.get(reverse("case-votes", args=[session.code, case.pk])).status_code == 204
    deliberate.record_votes(case, choices=hands(case, ["for"] * 6), mandate=office.chair, on=DAY)
    deliberate.close_case(case, mandate=office.chair, on=DAY)
    case.refresh_from_db()
    assert (case.says in wall(client, session), case.says in wall(as_(office.chair), session)) == (
        False,
        True,
    )
    assert "Bạn không tham gia trường hợp này" in said(client.get(reverse("session", args=[session.code])))


def test_a_session_in_writing_and_one_on_paper_have_their_own_words(whole, campaign):
    settle(whole, "council_written", "yes")
    office = whole.commune
    session = opened(whole, campaign, mode="ballots", tellers=("Lý Văn Khang", "Chu Thị Sen"))
    deliberate.open_case(session.cases.get(), mandate=office.secretary, on=DAY)
    client = as_(office.secretary)
    assert "Đang bỏ phiếu giấy" in wall(client, session)
    CouncilSession.objects.update(mode="written", reply_by=DAY)
    assert "Hội đồng có <b>7</b> thành viên" in wall(client, session)
    page = said(client.get(reverse("session", args=[session.code])))
    assert ("hạn 05/6/2023" in page, "chưa gửi ý kiến" in page) == (True, True)


def test_the_wall_names_what_is_in_the_secret_box_and_not_the_case_before(whole, campaign):
    names = ("Lộc Văn Tài", "Vi Thị Nhất", "Vi Văn Hai")
    session = opened(whole, campaign, mode="secret", names=names)
    first, *others = session.cases.order_by("order")
    found, client = open_box(whole, session, cases=others), as_(whole.commune.secretary)
    shown = wall(client, session)
    together = f"{others[0].nomination.name}, {others[1].nomination.name}"
    assert (together in shown, "<b>6</b> phiếu" in shown, first.nomination.name in shown) == (
        True,
        True,
        False,
    )
    deliberate.void_round(found, reason="mở nhầm", mandate=whole.commune.secretary, on=DAY)
    open_box(whole, session, cases=others[:1])
    shown = wall(client, session)
    assert (others[0].nomination.name in shown, "Trường hợp 2 trên 3" in shown) == (True, True)


def test_the_wall_asks_as_little_of_the_database_for_three_cases_as_for_one(whole, campaign):
    counts = []
    client = as_(whole.commune.secretary)
    for names in (("Vi Văn Một",), ("Vi Văn Hai", "Vi Văn Ba", "Vi Văn Tư")):
        session = opened(whole, campaign, names=names)
        deliberate.open_case(session.cases.first(), mandate=whole.commune.secretary, on=DAY)
        wall(client, session)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            wall(client, session)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 16


def test_a_member_names_those_close_to_him_and_only_his_own(whole):
    office, page = whole.commune, reverse("council-kin")
    member = as_(office.member)
    typed = {"person": office.member.person_id, "name": "Vi Thị Thân", "relation": "household"}
    assert "Chưa khai người thân nào" in said(member.get(page))
    assert "Đã ghi người thân của Triệu Văn Nghĩa." in said(member.post(page, typed, follow=True))
    again = said(member.post(page, typed))
    assert ("Đã khai Vi Thị Thân" in again, 'value="Vi Thị Thân"' in again) == (True, True)
    member.post(page, typed | {"person": office.culture.person_id, "name": "Lý Thị Khác"})
    assert Kinship.objects.count() == 1
    assert "Vi Thị Thân" in said(as_(office.standing).get(page))
    assert "Vi Thị Thân" not in said(as_(office.chair).get(page))
    away = reverse("council-kin-forget", args=[Kinship.objects.get().pk])
    assert "Đã bỏ khai." in said(member.post(away, follow=True))
    assert not Kinship.objects.exists()


def test_a_member_steps_aside_on_the_page_and_a_word_is_asked_for(whole, campaign):
    session, client = opened(whole, campaign), as_(whole.commune.member)
    address = reverse("case-aside", args=[session.code, session.cases.get().pk])
    empty = said(client.post(address, {"why": " "}))
    assert ("Tôi có liên quan đến trường hợp này" in empty, session.cases.get().recusals.count()) == (True, 0)
    done = said(client.post(address, {"why": "là con dâu"}, follow=True))
    assert "Lý do: là con dâu." in done


def test_who_sits_for_a_member_and_the_sheet_of_one_who_is_away(whole, campaign):
    session, office = opened(whole, campaign), whole.commune
    client, away = as_(office.secretary), member_named(session, "Đàm Thị Lan")
    page = reverse("session-seat", args=[session.code, away.pk])
    assert "Theo quy tắc đang áp dụng, người dự thay không biểu quyết" in said(client.get(page))
    typed = {"person": office.clerk.person_id, "paper": ""}
    assert "Ghi giấy cử người dự thay" in said(client.post(page, typed))
    client.post(page, typed | {"paper": "Giấy cử số 02"})
    assert Attendance.objects.get(session=session, member=away).substitute == office.clerk.person
    assert "Nông Văn Lý" in said(client.get(reverse("session-attendance", args=[session.code])))
    sheet = reverse("session-sheet", args=[session.code, away.pk])
    kept = said(client.post(sheet, {"upload": ContentFile(b"Dong y", name="phieu.txt")}, follow=True))
    assert ("Đã lưu phiếu lấy ý kiến." in kept, "phieu.txt" in kept) == (True, True)
    assert "Tệp rỗng" in said(client.post(sheet, {"upload": ContentFile(b"", name="phieu.txt")}))
    guests = reverse("session-guests", args=[session.code])
    assert "Đã ghi khách mời." in said(client.post(guests, {"guests": "Bà Nông Thị Thắm"}, follow=True))
    CouncilSession.objects.update(state="closed")
    assert "không ghi thêm khách mời" in said(client.post(guests, {"guests": ""}, follow=True))


def test_the_unit_reads_the_outcome_and_the_count_only_where_the_rules_say_so(whole, campaign):
    session, office = opened(whole, campaign), whole.commune
    case = session.cases.get()
    deliberate.open_case(case, mandate=office.chair, on=DAY)
    deliberate.record_votes(case, choices=hands(case, ["for"] * 6), mandate=office.chair, on=DAY)
    deliberate.close_case(case, mandate=office.chair, on=DAY)
    deliberate.close_session(session, ended_at="10:00", mandate=office.chair, on=DAY)
    case.refresh_from_db()
    page = reverse("nomination", args=[case.nomination.code])
    head, chair = as_(whole.head(whole.village)), as_(office.chair)
    read = said(head.get(page))
    assert ("Kết quả xét ở Hội đồng" in read, "Thông qua" in read, case.says in read) == (True, True, False)
    assert case.says in said(chair.get(page))
    settle(whole, "council_history", "counts")
    assert case.says in said(head.get(page))
