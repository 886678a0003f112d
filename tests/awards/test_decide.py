"""The chair decides: authority and money by the law of the day, the list frozen, the answer sent down."""

from datetime import date

import pytest

from tests.awards.session_story import DAY, decided, eligible, held, numbered, sent
from tests.factories.commune import (
    make_campaign,
    make_collective,
    make_household,
    make_person,
)
from tests.refusals import refused
from thidua.awards.decide import draft_decision, drop_decision, issue_decision, rewrite_decision
from thidua.awards.models import Decision, DecisionItem, Nomination
from thidua.awards.permissions.decision import may_draft_decision
from thidua.awards.queries.decision import decision_for, decisions_visible_to, waiting_for_decision
from thidua.awards.submit import refuse
from thidua.law.ruling import Refused
from thidua.records.documents import paper_of
from thidua.records.models import LocalRule, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def presented(whole, campaign, *candidates):
    chosen = candidates or (make_person(whole.village),)
    session = held(campaign, [eligible(whole, campaign, one) for one in chosen], whole.commune)
    return sent(session, whole.commune)


def test_the_decision_lists_each_kind_with_its_money_and_the_total(whole, campaign):
    submission = presented(
        whole,
        campaign,
        make_household(whole.village),
        make_person(whole.village),
        make_collective(whole.village),
    )
    decision = draft_decision(submission, mandate=whole.commune.standing, on=DAY)
    rows = [(item.order, item.recipient, item.amount) for item in decision.items.all()]
    assert rows == [(1, "collective", 450_000), (2, "individual", 230_000), (3, "household", 230_000)]
    assert decision.total == 910_000
    assert "0,15 × 1.490.000 đồng = 223.500 đồng" in decision.items.get(order=2).amount_because


def test_the_decision_is_the_chairs_own_without_tm(whole, campaign):
    decision = draft_decision(presented(whole, campaign), mandate=whole.commune.standing, on=DAY)
    paper = paper_of(decision.document)
    assert paper.letterhead.body == ("CHỦ TỊCH ỦY BAN NHÂN DÂN", "XÃ NÀ LÂM")
    assert paper.issuer_line == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM"
    assert (paper.signature.authority, paper.signature.role, paper.signature.name) == (
        "",
        "CHỦ TỊCH",
        "Lương Quốc Thịnh",
    )
    assert paper.grounds[-1] == (
        "Theo đề nghị của Thường trực Hội đồng Thi đua - Khen thưởng xã Nà Lâm tại Tờ trình số 02/TTr-HĐTĐKT "
        "ngày 05/6/2023"
    )
    assert "230.000 đồng (Hai trăm ba mươi nghìn đồng), trích từ Quỹ thi đua, khen thưởng của xã Nà Lâm" in (
        paper.body[1].text
    )


def test_the_deputy_signs_for_the_chair(whole, campaign):
    submission = presented(whole, campaign)
    decision = draft_decision(
        submission, signer=whole.commune.vice_chair, mandate=whole.commune.standing, on=DAY
    )
    block = paper_of(decision.document).signature
    assert (block.for_role, block.role) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_issuing_decides_answers_and_tells(whole, campaign):
    submission = presented(whole, campaign)
    decision = decided(submission, whole.commune)
    submission.refresh_from_db()
    assert (decision.state, decision.decided_on, submission.state) == ("issued", DAY, "answered")
    assert Nomination.objects.get().state == "decided"
    message = Message.objects.get(purpose="answer")
    assert (message.to_unit, message.document) == (whole.village, decision.document)
    assert message.body == "Lộc Văn Tài: được khen thưởng. Theo Quyết định số 01/QĐ-UBND ngày 05/6/2023."


def test_the_paper_is_drafted_once_for_a_submission(whole, campaign):
    submission = presented(whole, campaign)
    assert list(waiting_for_decision(whole.commune.standing, campaign)) == [submission]
    draft_decision(submission, mandate=whole.commune.standing, on=DAY)
    assert list(waiting_for_decision(whole.commune.standing, campaign)) == []
    assert refused(draft_decision, submission, mandate=whole.commune.standing, on=DAY).rule == "decide:once"


@pytest.mark.parametrize("role", ["admin", "clerk", "chair", "secretary"])
def test_only_the_standing_officer_drafts(whole, campaign, role):
    submission = presented(whole, campaign)
    assert (
        refused(draft_decision, submission, mandate=whole.commune.mandates[role], on=DAY).rule
        == "mandate:role"
    )
    assert refused(draft_decision, submission, mandate=whole.district.standing, on=DAY).rule == "mandate:unit"


def test_what_went_up_is_not_decided_here(whole, campaign):
    nomination = eligible(whole, campaign, make_person(whole.village), form="giay_khen_huyen")
    submission = sent(held(campaign, [nomination], whole.commune), whole.commune, form="giay_khen_huyen")
    assert (
        refused(draft_decision, submission, mandate=whole.district.standing, on=DAY).rule
        == "decide:submission"
    )


def test_a_level_decides_only_its_own_forms_and_no_district_after_june_2025(whole, campaign):
    submission = presented(whole, campaign)
    submission.form = "giay_khen_huyen"
    ruling = may_draft_decision(whole.commune.standing, submission, on=DAY)
    assert (ruling.is_yes, ruling.rule) == (False, "R04")
    after = may_draft_decision(whole.commune.standing, submission, on=date(2025, 7, 1))
    assert (after.is_yes, after.rule) == (False, "R03")


def test_money_that_rests_on_an_unconfirmed_rule_is_not_written(whole, campaign):
    submission = presented(whole, campaign)
    LocalRule.objects.filter(rule="bonus_rounding").delete()
    with pytest.raises(Refused):
        draft_decision(submission, mandate=whole.commune.standing, on=DAY)
    assert not Decision.objects.exists()


def test_the_money_of_another_day_stops_the_issue(whole, campaign):
    decision = draft_decision(presented(whole, campaign), mandate=whole.commune.standing, on=DAY)
    paper = numbered(decision.document, whole.commune, on=date(2023, 7, 3))
    ruling = refused(issue_decision, paper, mandate=whole.commune.clerk, on=date(2023, 7, 3))
    assert ruling.rule == "decide:money"
    assert "270.000 đồng, dự thảo ghi 230.000 đồng" in ruling.because


def test_rewriting_takes_the_law_of_the_new_day(whole, campaign):
    decision = draft_decision(presented(whole, campaign), mandate=whole.commune.standing, on=DAY)
    rewrite_decision(decision, mandate=whole.commune.standing, on=date(2023, 7, 3))
    assert [item.amount for item in decision.items.all()] == [270_000]
    assert "270.000 đồng" in paper_of(decision.document).body[1].text


def test_a_case_refused_meanwhile_stops_the_issue_until_the_draft_is_rewritten(whole, campaign):
    submission = presented(
        whole, campaign, make_person(whole.village), make_person(whole.village, "Vi Văn Tú")
    )
    decision = draft_decision(submission, mandate=whole.commune.standing, on=DAY)
    nomination = decision.items.get(order=2).nomination
    assert (
        refused(refuse, nomination, reason="x", mandate=whole.commune.chair, on=DAY).rule == "refuse:decision"
    )
    Nomination.objects.filter(pk=nomination.pk).update(state="refused")
    paper = decision.document
    other = numbered(paper, whole.commune)
    assert refused(issue_decision, other, mandate=whole.commune.clerk, on=DAY).rule == "decide:moved"


def test_a_dropped_draft_frees_the_submission(whole, campaign):
    submission = presented(whole, campaign)
    decision = draft_decision(submission, mandate=whole.commune.standing, on=DAY)
    drop_decision(decision, mandate=whole.commune.standing, on=DAY)
    assert (decision.state, decision.document.state, DecisionItem.objects.count()) == (
        "cancelled",
        "cancelled",
        0,
    )
    refuse(Nomination.objects.get(), reason="Rút", mandate=whole.commune.chair, on=DAY)
    submission.refresh_from_db()
    assert submission.state == "answered"


def test_nobody_left_is_no_decision(whole, campaign):
    submission = presented(whole, campaign)
    Nomination.objects.update(state="refused")
    assert refused(draft_decision, submission, mandate=whole.commune.standing, on=DAY).rule == "decide:none"


def test_an_issued_decision_is_never_rewritten_or_dropped(whole, campaign):
    decision = decided(presented(whole, campaign), whole.commune)
    for verb in (rewrite_decision, drop_decision):
        assert refused(verb, decision, mandate=whole.commune.standing, on=DAY).rule == "decide:state"


def test_without_a_chair_there_is_no_decision(whole, campaign):
    submission = presented(whole, campaign)
    whole.commune.chair.ends = date(2023, 6, 1)
    whole.commune.chair.save()
    assert refused(draft_decision, submission, mandate=whole.commune.standing, on=DAY).rule == "decide:signer"


def test_drafts_are_seen_in_the_office_issued_ones_by_all_who_take_part(whole, campaign):
    submission = presented(whole, campaign)
    decision = draft_decision(submission, mandate=whole.commune.standing, on=DAY)
    people = (whole.commune.standing, whole.commune.admin, whole.head(whole.village), whole.district.standing)
    assert [decisions_visible_to(one).count() for one in people] == [1, 0, 0, 0]
    with pytest.raises(Decision.DoesNotExist):
        decision_for(whole.head(whole.village), decision.code)
    issue_decision(numbered(decision.document, whole.commune), mandate=whole.commune.clerk, on=DAY)
    assert [decisions_visible_to(one).count() for one in people] == [1, 1, 1, 1]
