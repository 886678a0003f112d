"""What the council passed goes to the own chair or one level up, and the answer comes back down."""

from datetime import date

import pytest

from tests.awards.session_story import DAY, appraised_above, decided, eligible, held, numbered, sent
from tests.factories.commune import (
    make_campaign,
    make_collective,
    make_commune,
    make_household,
    make_person,
)
from tests.factories.papers import make_paper
from tests.refusals import refused
from thidua.awards.models import Nomination, Submission
from thidua.awards.queries.submission import (
    destination,
    ready_to_submit,
    received_open,
    returned_to,
    submission_for,
    submissions_visible_to,
)
from thidua.awards.submit import (
    draft_submission,
    drop_submission,
    issue_submission,
    refuse,
    resend,
    return_to_lower,
)
from thidua.records.documents import paper_of
from thidua.records.models import LocalRule, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def gone_up(whole, campaign, *, form="giay_khen_huyen", candidate=None):
    """One nomination of the village, submitted by the commune to the level above."""
    nomination = eligible(whole, campaign, candidate or make_person(whole.village), form=form)
    session = held(campaign, [nomination], whole.commune)
    submission = sent(session, whole.commune, form=form)
    nomination.refresh_from_db()
    return nomination, submission


def test_giay_khen_xa_is_presented_to_the_own_chair(whole, campaign):
    nominations = [
        eligible(whole, campaign, make_collective(whole.village)),
        eligible(whole, campaign, make_person(whole.village)),
    ]
    session = held(campaign, nominations, whole.commune)
    submission = sent(session, whole.commune)
    assert (submission.state, submission.to_unit, submission.sent_on) == ("sent", whole.commune.unit, DAY)
    assert set(Nomination.objects.values_list("state", "holder__code")) == {("presented", "na-lam")}
    assert received_open(whole.commune.standing, campaign) == []
    paper = paper_of(submission.document)
    assert paper.addressees == ("Chủ tịch Ủy ban nhân dân xã Nà Lâm",)
    assert paper.letterhead.symbol == "TTr-HĐTĐKT"
    assert paper.signature.name == "Hoàng Thị Mai"
    rows = paper.appendices[0].blocks[0].rows
    assert [row[-1] for row in rows] == ["I. TẬP THỂ", "7/7", "II. CÁ NHÂN", "7/7"]


def test_the_form_of_the_province_is_only_handed_on_by_the_district(whole, campaign):
    _, submission = gone_up(whole, campaign, form="bang_khen_tinh")
    assert paper_of(submission.document).body[-1].text == (
        "Kính đề nghị Chủ tịch Ủy ban nhân dân huyện Cao Sơn xem xét, trình cấp có thẩm quyền quyết định."
    )


def test_the_district_form_goes_one_level_up_with_a_day_and_a_message(whole, campaign):
    nomination, submission = gone_up(whole, campaign)
    assert (nomination.state, nomination.holder, nomination.due_on) == (
        "submitted",
        whole.district.unit,
        date(2023, 6, 19),
    )
    assert submission.document.number_text == "01/TTr-UBND"
    paper = paper_of(submission.document)
    assert paper.signature.authority == "TM. ỦY BAN NHÂN DÂN"
    assert paper.addressees[0] == "Chủ tịch Ủy ban nhân dân huyện Cao Sơn"
    assert paper.body[-1].text == "Kính đề nghị Chủ tịch Ủy ban nhân dân huyện Cao Sơn xem xét, quyết định."
    message = Message.objects.get(purpose="submission")
    assert (message.unit, message.to_unit, message.document) == (
        whole.commune.unit,
        whole.district.unit,
        submission.document,
    )


def test_a_level_above_that_has_not_set_its_time_limit_still_receives(whole, campaign):
    LocalRule.objects.filter(unit=whole.district.unit, rule="appraisal_days").delete()
    nomination, _ = gone_up(whole, campaign)
    assert (nomination.holder, nomination.due_on) == (whole.district.unit, None)


def test_a_bang_khen_passes_the_district_before_the_province(whole, campaign):
    nomination, below = gone_up(whole, campaign, form="bang_khen_tinh")
    assert nomination.holder == whole.district.unit
    session = held(campaign, [appraised_above(nomination, whole.district)], whole.district)
    above = sent(session, whole.district, form="bang_khen_tinh")
    nomination.refresh_from_db()
    assert (nomination.state, nomination.holder) == ("submitted", whole.province.unit)
    session = held(campaign, [appraised_above(nomination, whole.province)], whole.province)
    decided(sent(session, whole.province, form="bang_khen_tinh"), whole.province)
    nomination.refresh_from_db()
    assert nomination.state == "decided"
    assert set(Submission.objects.values_list("state", "items__answer")) == {("answered", "decided")}
    told = set(Message.objects.filter(purpose="answer").values_list("to_unit__code", flat=True))
    assert told == {"na-lam", "cao-son", "khuoi-cap"}
    assert below.unit == whole.commune.unit
    assert above.to_unit == whole.province.unit


def test_from_july_2025_the_commune_submits_to_the_province():
    whole = make_commune(2026)
    assert destination(whole.commune.unit, "bang_khen_tinh", on=date(2026, 3, 2)) == whole.province.unit
    assert destination(whole.commune.unit, "giay_khen_xa", on=date(2026, 3, 2)) == whole.commune.unit
    assert refused(destination, whole.commune.unit, "giay_khen_huyen", on=date(2026, 3, 2)).rule == "R03"


def test_after_the_reform_the_old_tree_is_climbed_to_the_province(whole):
    assert destination(whole.commune.unit, "bang_khen_tinh", on=date(2026, 3, 2)) == whole.province.unit


def test_the_plan_is_a_ground_once_it_has_a_number(whole, campaign):
    campaign.plan = make_paper(whole, until="issued")
    campaign.save()
    session = held(campaign, [eligible(whole, campaign, make_person(whole.village))], whole.commune)
    submission = draft_submission(session, form="giay_khen_xa", mandate=whole.commune.standing, on=DAY)
    assert paper_of(submission.document).grounds[-1] == (
        "Căn cứ Kế hoạch số 01/KH-UBND ngày 15 tháng 3 năm 2023 của Ủy ban nhân dân xã Nà Lâm phát động đợt "
        "thi đua chào mừng 90 năm"
    )


def test_a_unit_above_that_is_not_known_stops_the_submission(whole):
    unit = whole.commune.unit
    unit.parent = None
    unit.save()
    assert refused(destination, unit, "giay_khen_huyen", on=DAY).rule == "submit:above"


def test_what_waits_is_listed_by_form_until_it_is_in_a_paper(whole, campaign):
    nominations = [
        eligible(whole, campaign, make_person(whole.village)),
        eligible(whole, campaign, make_household(whole.village), form="giay_khen_huyen"),
    ]
    session = held(campaign, nominations, whole.commune)
    ready = ready_to_submit(campaign, whole.commune.unit)
    assert [(one.award.form, len(one.nominations)) for one in ready] == [
        ("giay_khen_xa", 1),
        ("giay_khen_huyen", 1),
    ]
    submission = draft_submission(session, form="giay_khen_xa", mandate=whole.commune.standing, on=DAY)
    assert [one.award.form for one in ready_to_submit(campaign, whole.commune.unit)] == ["giay_khen_huyen"]
    assert (
        refused(draft_submission, session, form="giay_khen_xa", mandate=whole.commune.standing, on=DAY).rule
        == "submit:none"
    )
    drop_submission(submission, mandate=whole.commune.standing, on=DAY)
    assert len(ready_to_submit(campaign, whole.commune.unit)) == 2
    assert (submission.state, submission.document.state) == ("cancelled", "cancelled")


def test_a_sent_submission_cannot_be_dropped(whole, campaign):
    _, submission = gone_up(whole, campaign)
    assert refused(drop_submission, submission, mandate=whole.commune.standing, on=DAY).rule == "submit:state"


@pytest.mark.parametrize("role", ["admin", "clerk", "chair", "secretary", "member"])
def test_only_the_standing_officer_drafts_the_submission(whole, campaign, role):
    session = held(campaign, [eligible(whole, campaign, make_person(whole.village))], whole.commune)
    mandate = whole.commune.mandates[role]
    assert (
        refused(draft_submission, session, form="giay_khen_xa", mandate=mandate, on=DAY).rule
        == "mandate:role"
    )
    other = whole.district.standing
    assert (
        refused(draft_submission, session, form="giay_khen_xa", mandate=other, on=DAY).rule == "mandate:unit"
    )


def test_the_session_must_be_closed_and_have_minutes(whole, campaign):
    session = held(campaign, [eligible(whole, campaign, make_person(whole.village))], whole.commune)
    call = {"form": "giay_khen_xa", "mandate": whole.commune.standing, "on": DAY}
    session.minutes = None
    assert refused(draft_submission, session, **call).rule == "submit:minutes"
    session.state = "open"
    assert refused(draft_submission, session, **call).rule == "submit:session"


def test_the_minutes_must_be_issued_before_the_submission(whole, campaign):
    session = held(campaign, [eligible(whole, campaign, make_person(whole.village))], whole.commune)
    submission = draft_submission(session, form="giay_khen_xa", mandate=whole.commune.standing, on=DAY)
    type(session.minutes).objects.filter(pk=session.minutes_id).update(state="numbered")
    paper = numbered(submission.document, whole.commune)
    assert refused(issue_submission, paper, mandate=whole.commune.clerk, on=DAY).rule == "submit:minutes"


def test_a_nomination_that_moved_meanwhile_stops_the_issue(whole, campaign):
    nomination = eligible(whole, campaign, make_person(whole.village))
    session = held(campaign, [nomination], whole.commune)
    submission = draft_submission(session, form="giay_khen_xa", mandate=whole.commune.standing, on=DAY)
    Nomination.objects.filter(pk=nomination.pk).update(state="eligible")
    paper = numbered(submission.document, whole.commune)
    assert refused(issue_submission, paper, mandate=whole.commune.clerk, on=DAY).rule == "submit:moved"
    paper.refresh_from_db()
    assert paper.state == "numbered"


def test_without_a_chair_nobody_signs_upward(whole, campaign):
    session = held(
        campaign,
        [eligible(whole, campaign, make_person(whole.village), form="giay_khen_huyen")],
        whole.commune,
    )
    whole.commune.chair.ends = date(2023, 6, 1)
    whole.commune.chair.save()
    call = {"form": "giay_khen_huyen", "mandate": whole.commune.standing, "on": DAY}
    assert refused(draft_submission, session, **call).rule == "submit:signer"


def test_the_district_gives_back_and_the_commune_submits_again(whole, campaign):
    nomination, submission = gone_up(whole, campaign)
    return_to_lower(nomination, reason="Thiếu số liệu năm 2023", mandate=whole.district.standing, on=DAY)
    nomination.refresh_from_db()
    assert (nomination.state, nomination.holder, nomination.remark) == (
        "returned",
        whole.commune.unit,
        "Thiếu số liệu năm 2023",
    )
    assert [item.nomination for item in returned_to(whole.commune.standing, campaign)] == [nomination]
    assert submission.items.get().answer == "returned"
    resend(nomination, note="Đã bổ sung số liệu", mandate=whole.commune.standing, on=DAY)
    nomination.refresh_from_db()
    assert (nomination.state, nomination.holder) == ("submitted", whole.district.unit)
    assert submission.items.get().answer == ""
    assert [item.nomination for item in received_open(whole.district.standing, campaign)] == [nomination]


def test_a_unit_may_supplement_before_the_commune_submits_again(whole, campaign):
    nomination, _ = gone_up(whole, campaign)
    return_to_lower(nomination, reason="Thiếu ảnh", mandate=whole.district.standing, on=DAY)
    Nomination.objects.filter(pk=nomination.pk).update(state="submitted")  # the unit sent its supplement
    nomination.refresh_from_db()
    resend(nomination, note="Đã có ảnh", mandate=whole.commune.standing, on=DAY)
    assert (nomination.state, nomination.holder) == ("submitted", whole.district.unit)


def test_giving_back_and_submitting_again_need_a_word_and_the_right_desk(whole, campaign):
    nomination, _ = gone_up(whole, campaign)
    above, below = whole.district.standing, whole.commune.standing
    assert refused(return_to_lower, nomination, reason=" ", mandate=above, on=DAY).rule == "answer:reason"
    assert refused(return_to_lower, nomination, reason="x", mandate=below, on=DAY).rule == "mandate:unit"
    assert refused(resend, nomination, note="x", mandate=above, on=DAY).rule == "submit:state"
    return_to_lower(nomination, reason="Thiếu ảnh", mandate=above, on=DAY)
    assert refused(return_to_lower, nomination, reason="x", mandate=below, on=DAY).rule == "submit:state"
    assert refused(resend, nomination, note="", mandate=below, on=DAY).rule == "resend:note"
    assert refused(resend, nomination, note="x", mandate=above, on=DAY).rule == "mandate:unit"


def test_what_the_commune_received_from_its_own_units_is_not_given_back_here(whole, campaign):
    nomination = eligible(whole, campaign, make_person(whole.village), state="submitted")
    ruling = refused(return_to_lower, nomination, reason="x", mandate=whole.commune.standing, on=DAY)
    assert ruling.rule == "submit:below"
    assert (
        refused(refuse, nomination, reason="x", mandate=whole.commune.standing, on=DAY).rule == "refuse:state"
    )


def test_a_refusal_above_comes_down_with_its_reason(whole, campaign):
    nomination, submission = gone_up(whole, campaign)
    ruling = refused(refuse, nomination, reason="x", mandate=whole.commune.standing, on=DAY)
    assert ruling.rule == "mandate:unit"
    refuse(nomination, reason="Đã được tặng năm 2022", mandate=whole.district.standing, on=DAY)
    submission.refresh_from_db()
    assert (nomination.state, submission.state) == ("refused", "answered")
    assert (submission.items.get().answer, submission.items.get().why) == ("refused", "Đã được tặng năm 2022")
    told = Message.objects.filter(purpose="answer").order_by("to_unit__code")
    assert [(m.to_unit.code, "Đã được tặng năm 2022" in m.body) for m in told] == [
        ("khuoi-cap", True),
        ("na-lam", True),
    ]


def test_one_open_case_keeps_the_submission_open(whole, campaign):
    pair = [
        eligible(whole, campaign, make_person(whole.village, name), form="giay_khen_huyen")
        for name in ("Lộc Văn Tài", "Vi Văn Tú")
    ]
    submission = sent(held(campaign, pair, whole.commune), whole.commune, form="giay_khen_huyen")
    pair[0].refresh_from_db()
    refuse(pair[0], reason="Chưa đủ", mandate=whole.district.standing, on=DAY)
    submission.refresh_from_db()
    assert submission.state == "sent"


def test_what_failed_in_the_council_above_is_answered_and_stays_failed(whole, campaign):
    nomination, submission = gone_up(whole, campaign)
    held(campaign, [appraised_above(nomination, whole.district)], whole.district, choice="against")
    nomination.refresh_from_db()
    refuse(nomination, reason="Hội đồng huyện không thông qua", mandate=whole.district.standing, on=DAY)
    submission.refresh_from_db()
    assert (nomination.state, submission.state) == ("failed", "answered")


def test_the_chair_refuses_what_was_presented_and_nobody_else(whole, campaign):
    nomination = eligible(whole, campaign, make_person(whole.village))
    sent(held(campaign, [nomination], whole.commune), whole.commune)
    nomination.refresh_from_db()
    assert (
        refused(refuse, nomination, reason="x", mandate=whole.commune.standing, on=DAY).rule == "mandate:role"
    )
    assert refused(refuse, nomination, reason="", mandate=whole.commune.chair, on=DAY).rule == "answer:reason"
    refuse(nomination, reason="Còn kiến nghị của nhân dân", mandate=whole.commune.chair, on=DAY)
    assert nomination.state == "refused"


def test_who_may_know_of_a_submission(whole, campaign):
    session = held(
        campaign,
        [eligible(whole, campaign, make_person(whole.village), form="giay_khen_huyen")],
        whole.commune,
    )
    submission = draft_submission(session, form="giay_khen_huyen", mandate=whole.commune.standing, on=DAY)
    sees = {
        name: submissions_visible_to(mandate).count()
        for name, mandate in {
            "standing": whole.commune.standing,
            "admin": whole.commune.admin,
            "head": whole.head(whole.village),
            "district": whole.district.standing,
            "province": whole.province.standing,
        }.items()
    }
    assert sees == {"standing": 1, "admin": 0, "head": 0, "district": 0, "province": 0}
    issue_submission(numbered(submission.document, whole.commune), mandate=whole.commune.clerk, on=DAY)
    assert submission_for(whole.district.chair, submission.code) == submission
    with pytest.raises(Submission.DoesNotExist):
        submission_for(whole.province.standing, submission.code)
