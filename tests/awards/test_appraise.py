"""The standing officer appraises: what the law books find, what a person must say, and how it ends."""

from datetime import date

import pytest

from tests.awards.dossiers import DAY, entry_for, sent
from tests.factories.commune import make_person
from tests.refusals import refused
from thidua.awards.appraise import (
    Judgement,
    conclude_eligible,
    conclude_ineligible,
    open_appraisal,
    open_points,
    record_judgements,
    reopen_appraisal,
    return_for_supplement,
)
from thidua.awards.models import (
    Appraisal,
    CouncilSession,
    Decision,
    DecisionItem,
    DossierItem,
    Nomination,
    Submission,
)
from thidua.awards.nominate import save_dossier, submit_nomination, take_back_nomination, withdraw_nomination
from thidua.awards.queries.lawful import case_of, due_day
from thidua.awards.queries.nomination import appraisals_due, appraised, last_appraisal
from thidua.records.models import OfficialDocument

pytestmark = pytest.mark.django_db
LATER = date(2023, 6, 5)


@pytest.fixture
def tai(whole):
    return make_person(whole.village, "Lộc Văn Tài", position="Nông dân")


def opened(whole, tai, campaign, form="giay_khen_huyen"):
    nomination = sent(whole, tai, form=form, campaign=campaign)
    return open_appraisal(nomination, mandate=whole.commune.standing, on=LATER)


def judge_all(appraisal, mandate, *, holds=True, why="Đã đối chiếu hồ sơ"):
    waiting = {one.pk: Judgement(holds, why) for one in appraisal.findings.filter(verdict="judge")}
    record_judgements(appraisal, judgements=waiting, mandate=mandate, on=LATER)
    appraisal.refresh_from_db()


def test_findings_come_from_the_law_books_and_the_criteria(whole, campaign, tai):
    appraisal = opened(whole, tai, campaign)
    found = [(one.rule, one.verdict, one.weight) for one in appraisal.findings.all()]
    assert found == [
        ("nominate:standard", "yes", "block"),
        ("R03", "yes", "block"),
        ("R05", "yes", "block"),
        ("R08", "yes", "warn"),
        ("R09", "yes", "block"),
        ("R13", "yes", "block"),
        ("R14", "yes", "warn"),
        ("criterion", "judge", "block"),
    ]
    last = appraisal.findings.last()
    assert (last.because, last.source) == (
        "Sâu sát cơ sở, có giải pháp hữu ích",
        "mục V.2.2.b, kế hoạch phát động",
    )
    assert (appraisal.due_on, appraisal.by) == (date(2023, 6, 15), "Hoàng Thị Mai, Thường trực Hội đồng TĐKT")


def test_an_unconfirmed_text_is_marked(whole, campaign, tai):
    appraisal = opened(whole, tai, campaign)
    assert appraisal.findings.get(rule="R09").confirmed is False


def test_a_criterion_without_evidence_says_so(whole, campaign, tai):
    nomination = sent(whole, tai, campaign=campaign)
    nomination.claims.update(text="")
    appraisal = open_appraisal(nomination, mandate=whole.commune.standing, on=LATER)
    assert appraisal.findings.last().because == (
        "Sâu sát cơ sở, có giải pháp hữu ích. Hồ sơ chưa nêu minh chứng."
    )


def test_a_person_judges_with_a_reason_and_the_dossier_is_eligible(whole, campaign, tai):
    appraisal, officer = opened(whole, tai, campaign), whole.commune.standing
    stopped = refused(lambda: conclude_eligible(appraisal, mandate=officer, on=LATER))
    assert stopped.because == "Chưa kết luận đủ điều kiện được: Sâu sát cơ sở, có giải pháp hữu ích"
    judge_all(appraisal, officer)
    conclude_eligible(appraisal, remark="Hồ sơ tốt", mandate=officer, on=LATER)
    assert (appraisal.conclusion, appraisal.concluded_on, appraisal.nomination.state) == (
        "eligible",
        LATER,
        "eligible",
    )
    assert list(appraised(officer, campaign)) == [appraisal]


def test_a_judgement_needs_its_reason(whole, campaign, tai):
    appraisal, officer = opened(whole, tai, campaign), whole.commune.standing
    assert refused(lambda: judge_all(appraisal, officer, why=" ")).rule == "appraise:why"


def test_what_the_law_settles_is_not_judged(whole, campaign, tai):
    appraisal, officer = opened(whole, tai, campaign), whole.commune.standing
    fixed = {appraisal.findings.get(rule="R05").pk: Judgement(True, "cứ cho")}
    ruling = refused(lambda: record_judgements(appraisal, judgements=fixed, mandate=officer, on=LATER))
    assert ruling.rule == "appraise:fixed"


def test_a_criterion_that_does_not_hold_stops_with_its_reason(whole, campaign, tai):
    appraisal, officer = opened(whole, tai, campaign), whole.commune.standing
    judge_all(appraisal, officer, holds=False, why="Chưa có giải pháp")
    assert open_points(appraisal) == ["Sâu sát cơ sở, có giải pháp hữu ích (Chưa có giải pháp)"]
    assert (
        refused(lambda: conclude_ineligible(appraisal, reason="", mandate=officer, on=LATER)).rule
        == "appraise:why"
    )
    conclude_ineligible(appraisal, reason="Chưa có giải pháp", mandate=officer, on=LATER)
    assert (appraisal.nomination.state, appraisal.nomination.remark) == ("ineligible", "Chưa có giải pháp")


def test_a_warning_is_accepted_by_a_person_with_the_reason(whole, campaign, tai):
    nomination = sent(whole, tai, campaign=campaign)
    paper = OfficialDocument.objects.create(
        unit=whole.village,
        code="p1",
        kind="to_trinh",
        purpose="unit_submission",
        subject="Tờ trình",
        drafted_on=DAY,
        state="draft",
    )
    DossierItem.objects.filter(part="to_trinh").update(document=paper, note="")
    officer = whole.commune.standing
    appraisal = open_appraisal(nomination, mandate=officer, on=LATER)
    judge_all(appraisal, officer)
    assert open_points(appraisal) == ["Tờ trình kèm danh sách đề nghị: bản trong hồ sơ chưa phát hành."]
    warning = appraisal.findings.get(rule="dossier:unissued")
    accepted = {warning.pk: Judgement(True, "Bản giấy đã nộp")}
    record_judgements(appraisal, judgements=accepted, mandate=officer, on=LATER)
    assert open_points(Appraisal.objects.get()) == []


def test_returned_with_a_list_supplemented_and_sent_again(whole, campaign, tai):
    appraisal, officer = opened(whole, tai, campaign), whole.commune.standing
    blank = refused(lambda: return_for_supplement(appraisal, remark="", mandate=officer, on=LATER))
    assert blank.rule == "appraise:remark"
    return_for_supplement(appraisal, remark="Thêm ảnh nghiệm thu", mandate=officer, on=LATER)
    nomination = appraisal.nomination
    assert (nomination.state, nomination.remark, nomination.due_on) == (
        "returned",
        "Thêm ảnh nghiệm thu",
        None,
    )
    assert last_appraisal(nomination, whole.commune.unit) == appraisal
    head = whole.head(whole.village)
    save_dossier(nomination, entry=entry_for(nomination), mandate=head, on=LATER)
    submit_nomination(nomination, mandate=head, on=LATER)
    assert (nomination.state, nomination.remark, nomination.due_on) == ("submitted", "", date(2023, 6, 15))
    again = open_appraisal(nomination, mandate=officer, on=LATER)
    assert (again.pk == appraisal.pk, nomination.appraisals.count()) == (False, 2)


def test_computed_anew_what_a_person_judged_stays(whole, campaign, tai):
    appraisal, officer = opened(whole, tai, campaign), whole.commune.standing
    judge_all(appraisal, officer)
    again = open_appraisal(appraisal.nomination, mandate=officer, on=LATER)
    assert again == appraisal
    assert again.findings.get(rule="criterion").judged_why == "Đã đối chiếu hồ sơ"


def test_once_taken_up_the_unit_cannot_take_it_back_but_may_withdraw(whole, campaign, tai):
    appraisal, head = opened(whole, tai, campaign), whole.head(whole.village)
    nomination = appraisal.nomination
    assert (
        refused(lambda: take_back_nomination(nomination, mandate=head, on=LATER)).rule == "nominate:taken-up"
    )
    withdraw_nomination(nomination, reason="Đã chuyển đi", mandate=head, on=LATER)
    appraisal.refresh_from_db()
    assert (appraisal.concluded_on, appraisal.remark) == (LATER, "Đơn vị rút: Đã chuyển đi")


@pytest.mark.parametrize("who", ["chair", "clerk", "member", "admin"])
def test_only_the_standing_officer_appraises(whole, campaign, tai, who):
    nomination = sent(whole, tai, campaign=campaign)
    mandate = getattr(whole.commune, who)
    assert refused(lambda: open_appraisal(nomination, mandate=mandate, on=LATER)).rule == "mandate:role"


def test_the_district_does_not_appraise_what_lies_at_the_commune(whole, campaign, tai):
    nomination = sent(whole, tai, campaign=campaign)
    mandate = whole.district.standing
    assert refused(lambda: open_appraisal(nomination, mandate=mandate, on=LATER)).rule == "mandate:unit"


def test_a_level_above_appraises_the_same_nomination_anew(whole, campaign, tai):
    first = opened(whole, tai, campaign, form="bang_khen_tinh")
    nomination = first.nomination
    Nomination.objects.update(holder=whole.district.unit)
    Appraisal.objects.update(concluded_on=LATER, conclusion="eligible")
    nomination.refresh_from_db()
    officer = whole.district.standing
    assert list(appraisals_due(officer, campaign)) == [nomination]
    second = open_appraisal(nomination, mandate=officer, on=LATER)
    assert (second.unit, nomination.appraisals.count()) == (whole.district.unit, 2)
    assert refused(lambda: conclude_eligible(first, mandate=officer, on=LATER)).rule == "appraise:unit"


def test_the_province_has_its_own_time_limit(whole):
    assert due_day(whole.province.unit, on=DAY) == date(2023, 7, 6)


def test_a_concluded_appraisal_is_opened_again_with_its_judgements(whole, campaign, tai):
    appraisal, officer = opened(whole, tai, campaign), whole.commune.standing
    judge_all(appraisal, officer)
    conclude_eligible(appraisal, mandate=officer, on=LATER)
    nomination = appraisal.nomination
    assert refused(lambda: record_judgements(appraisal, judgements={}, mandate=officer, on=LATER)).rule == (
        "appraise:state"
    )
    again = reopen_appraisal(nomination, mandate=officer, on=LATER)
    assert (again.pk, again.conclusion, nomination.state) == (appraisal.pk, "", "submitted")
    assert open_points(again) == []
    assert refused(lambda: reopen_appraisal(nomination, mandate=officer, on=LATER)).rule == "appraise:state"


def test_an_appraisal_that_ended_otherwise_is_not_written_in(whole, campaign, tai):
    appraisal, officer = opened(whole, tai, campaign), whole.commune.standing
    appraisal.concluded_on = LATER
    appraisal.save()
    assert refused(lambda: record_judgements(appraisal, judgements={}, mandate=officer, on=LATER)).rule == (
        "appraise:concluded"
    )


def decided(whole, campaign, nomination):
    """A decision of the commune chair on another day, with this nomination in its list."""
    council = whole.commune.unit.councils.get()
    session = CouncilSession.objects.create(
        council=council,
        unit=whole.commune.unit,
        campaign=campaign,
        code="s1",
        meets_on=DAY,
        place="Hội trường",
        chair=whole.commune.chair.person,
        secretary=whole.commune.secretary.person,
    )
    submission = Submission.objects.create(
        campaign=campaign,
        unit=whole.commune.unit,
        to_unit=whole.commune.unit,
        form="giay_khen_xa",
        code="t1",
        session=session,
    )
    decision = Decision.objects.create(
        campaign=campaign,
        unit=whole.commune.unit,
        form="giay_khen_xa",
        code="q1",
        submission=submission,
        decided_on=LATER,
        state="issued",
    )
    DecisionItem.objects.create(
        decision=decision,
        nomination=nomination,
        order=1,
        recipient="individual",
        name=tai.name,
        achievement="x",
    )


def test_an_earlier_decision_is_found_for_the_same_person(whole, campaign, tai):
    nomination = sent(whole, tai, campaign=campaign)
    decided(whole, campaign, nomination)
    assert [(one.decision, one.day, one.form_id) for one in case_of(nomination).previous_awards] == [
        ("q1", LATER, "giay_khen_xa")
    ]
    again = open_appraisal(nomination, mandate=whole.commune.standing, on=LATER)
    assert again.findings.get(rule="R08").verdict == "no"
