"""The pages of the secret ballot: the box, the ballot, the table; and that no page keeps a choice."""

import sys
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.views.debug import get_exception_reporter_filter

from tests.awards.ballot_story import counted, drop, drop_all, open_box
from tests.awards.meetings import DAY, eligible, opened
from tests.factories.commune import as_, make_campaign, make_person, make_user
from thidua.awards import deliberate
from thidua.awards.models import BallotRound, Case, CouncilSession
from thidua.awards.queries.ballot_round import turnout_of
from thidua.awards.queries.council import attendance_of
from thidua.records.models import LocalRule, SentForm
from thidua.web.views.secret_vote import secret_ballot

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(whole):
    campaign = make_campaign(whole, state="reviewing")
    names = ("Lộc Văn Tài", "Hà Thị Mận")
    found = [eligible(whole, campaign, make_person(whole.village, name)) for name in names]
    return opened(whole, campaign, mode="secret", nominations=found)


def said(answer):
    return answer.content.decode()


def url(name, session, *more):
    return reverse(name, args=[session.code, *more])


BALLOT = {"phieu-1": "for", "phieu-2": "against"}


def test_the_secretary_opens_the_box_waits_and_counts(whole, session):
    client = as_(whole.commune.secretary)
    assert "Mở hòm phiếu" in said(client.get(url("secret", session)))
    assert "Vào hòm phiếu kín" in said(client.get(url("session", session)))
    cases = [str(case.pk) for case in session.cases.all()]
    assert client.post(url("secret-open", session), {"cases": cases}).status_code == 302
    found = BallotRound.objects.get()
    page = said(client.get(url("secret", session)))
    assert ("Còn chờ 7 phiếu" in page, found.seal in page) == (True, True)
    drop_all(whole, found, ["for"] * 3)
    page = said(client.get(url("secret-awaited", session)))
    assert "Còn chờ 4 phiếu" in page
    assert [line.person.name in page for line in turnout_of(found)] == [False] * 3 + [True] * 4
    assert client.post(url("secret-count", session, 1), follow=True).status_code == 200
    assert client.get(url("secret-awaited", session))["HX-Refresh"] == "true"
    table = said(client.get(url("secret-table", session, 1)))
    assert table.count("3 phiếu: 3 đồng ý.") == 2
    assert found.ballots.first().code in table


def test_a_member_sees_how_many_are_awaited_but_not_who(whole, session):
    found = open_box(whole, session)
    page = said(as_(whole.commune.member).get(url("secret-awaited", session)))
    assert "Còn chờ 7 phiếu" in page
    assert "Chưa bỏ phiếu" not in page
    assert [line.person.name for line in turnout_of(found) if line.person.name in page] == []


def test_a_member_fills_in_checks_and_drops_the_ballot(whole, session):
    found, client = open_box(whole, session), as_(whole.commune.member)
    page = url("secret-ballot", session)
    assert "Vào bỏ phiếu" in said(client.get(url("secret", session)))
    assert said(client.get(page)).count('type="radio"') == 6
    missing = said(client.post(page, {"phieu-1": "for", "buoc": "kiem-tra"}))
    assert "Chọn một ý kiến cho Hà Thị Mận; không muốn chọn thì để trống." in missing
    assert 'value="for" id="id_phieu-1_0" checked' in missing.replace(" required", "")
    check = said(client.post(page, BALLOT | {"buoc": "kiem-tra"}))
    assert "Chưa bỏ phiếu. Xem kỹ rồi bấm Bỏ phiếu." in check
    assert '<input type="hidden" name="phieu-2" value="against" autocomplete="off">' in check
    assert "Lá phiếu của bạn" in said(client.post(page, BALLOT | {"buoc": "sua"}))
    assert not found.turnout.filter(has_voted=True).exists()
    thanks = said(client.post(page, BALLOT | {"buoc": "bo-phieu"}))
    assert "Lá phiếu của bạn đã vào hòm" in thanks
    assert [word in thanks for word in ("Đồng ý", "Không đồng ý", "Mã phiếu")] == [False] * 3
    assert found.turnout.get(has_voted=True).person == whole.commune.member.person
    assert "Bạn đã bỏ phiếu" in said(client.get(url("secret", session)))


def test_a_ballot_sent_twice_goes_in_once(whole, session):
    found, client = open_box(whole, session), as_(whole.commune.member)
    answers = [client.post(url("secret-ballot", session), BALLOT | {"buoc": "bo-phieu"}) for _ in range(2)]
    assert [said(answer).count("Lá phiếu của bạn đã vào hòm") for answer in answers] == [1, 1]
    assert found.turnout.filter(has_voted=True).count() == 1


def test_nothing_of_a_ballot_is_kept_on_the_way(whole, session):
    open_box(whole, session)
    client = as_(whole.commune.member)
    before = [*Session.objects.values_list(), *SentForm.objects.values_list()]
    for step in ("kiem-tra", "sua", "bo-phieu"):
        answer = client.post(url("secret-ballot", session), BALLOT | {"buoc": step, "once": "abc"})
        assert "no-store" in answer["Cache-Control"]
        assert answer.status_code == 200
        assert {name for name in answer.cookies if name != "csrftoken"} == set()
    assert [*Session.objects.values_list(), *SentForm.objects.values_list()] == before


def test_an_error_report_hides_the_ballot_even_from_a_developer(whole, session, settings):
    settings.DEBUG = True
    request = RequestFactory().post(url("secret-ballot", session), BALLOT)
    request.user, request.mandate, request.today = make_user(whole.commune.member, "uy-vien"), None, DAY
    request.mandate = whole.commune.member
    open_box(whole, session)
    secret_ballot(request, session.code)
    report = get_exception_reporter_filter(request)
    assert set(report.get_post_parameters(request).values()) == {"********************"}
    frame = report.get_traceback_frame_variables(request, sys._getframe())
    assert {value for _, value in frame} == {"********************"}


def test_who_does_not_vote_is_told_why(whole, session):
    page = url("secret-ballot", session)
    client = as_(whole.commune.member)
    assert "Hòm phiếu chưa mở" in said(client.get(page))
    member = next(
        seat.member
        for seat in attendance_of(session)
        if seat.member.person_id == whole.commune.member.person_id
    )
    for case in session.cases.all():
        deliberate.recuse(case, member=member, why="là người thân", mandate=whole.commune.chair, on=DAY)
    open_box(whole, session)
    assert "Bạn không có tên trong danh sách chốt khi mở hòm phiếu" in said(client.get(page))


def test_a_lost_key_is_said_on_the_ballot_and_on_the_box_and_the_round_is_called_off(
    whole, session, settings
):
    found = open_box(whole, session)
    settings.RUNTIME = settings.RUNTIME / "empty"
    client, office = as_(whole.commune.member), as_(whole.commune.secretary)
    refused = said(client.post(url("secret-ballot", session), BALLOT | {"buoc": "bo-phieu"}))
    assert "Khóa của hòm phiếu không còn" in refused
    assert "checked" in refused
    assert "Khóa của hòm phiếu không còn" in said(office.get(url("secret", session)))
    counting = said(office.post(url("secret-count", session, 1)))
    assert "Chưa đếm được" in counting
    unsaid = said(office.post(url("secret-void", session, 1), {"reason": ""}))
    assert "Hủy vòng bỏ phiếu" in unsaid
    office.post(url("secret-void", session, 1), {"reason": "máy chủ khởi động lại"})
    found.refresh_from_db()
    assert (found.ending, found.says) == ("void", "máy chủ khởi động lại")
    assert "máy chủ khởi động lại" in said(office.get(url("secret", session)))


def test_a_voter_keeps_the_codes_where_the_rules_of_the_council_allow_it(whole, session):
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="council_keep_code", value="yes", paper="Quy chế số 05",
        starts=date(2020, 1, 1),
    )  # fmt: skip
    found, client = open_box(whole, session), as_(whole.commune.member)
    thanks = said(client.post(url("secret-ballot", session), BALLOT | {"buoc": "bo-phieu"}))
    assert "Mã phiếu của bạn" in thanks
    for line in turnout_of(found):
        if not line.has_voted:
            drop(whole, found, line, "for")
    counted(whole, found)
    case = session.cases.get(order=2)
    assert found.ballots.get(case=case, choice="against").code in thanks


def test_who_stepped_aside_reads_no_ballot_of_that_case(whole, session):
    first = session.cases.get(order=1)
    office = whole.commune
    member = next(
        seat.member for seat in attendance_of(session) if seat.member.person == office.member.person
    )
    deliberate.recuse(first, member=member, why="là người thân", mandate=office.chair, on=DAY)
    found = open_box(whole, session)
    drop_all(whole, found, ["for"] * 7)
    counted(whole, found)
    codes = list(found.ballots.filter(case=first).values_list("code", flat=True))
    page = said(as_(office.member).get(url("secret-table", session, 1)))
    assert "Bạn không tham gia trường hợp này nên không xem bảng phiếu." in page
    assert [code for code in codes if code in page] == []


def test_the_session_goes_over_to_paper(whole, session):
    client = as_(whole.commune.secretary)
    page = url("secret-paper", session)
    assert "ít nhất hai người" in said(client.post(page, {"tellers": "Bế Thị Thơm"}))
    client.post(page, {"tellers": "Bế Thị Thơm\nChu Thị Sen"})
    assert CouncilSession.objects.get(pk=session.pk).mode == "ballots"


def asked(client, page) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(page).status_code == 200
    return len(queries)


def test_more_voters_rounds_and_ballots_ask_no_more_questions(whole, session):
    client, run = as_(whole.commune.secretary), {"mandate": whole.commune.secretary, "on": DAY}
    found = open_box(whole, session, cases=[session.cases.first()])
    one = asked(client, url("secret", session))
    deliberate.void_round(found, reason="đến muộn", **run)
    deliberate.void_round(open_box(whole, session), reason="đến muộn", **run)
    found = open_box(whole, session)
    two = asked(client, url("secret", session))
    drop_all(whole, found, ["for"] * 7)
    counted(whole, found)
    table = asked(client, url("secret-table", session, 3))
    assert (two - one, table <= one, Case.objects.filter(closed=True).count()) == (0, True, 2)
