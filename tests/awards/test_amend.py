"""An issued decision that is wrong is never touched: a paper of its own corrects or cancels it."""

from datetime import date

import pytest

from tests.awards.outcomes import LONG_NAME, honoured
from tests.awards.session_story import eligible, held, issued, sent
from tests.factories.commune import make_campaign, make_person
from tests.factories.printed import require_flawless, text_of
from tests.refusals import rule_refused
from thidua.awards.amend import draft_correction, draft_revocation
from thidua.awards.decide import draft_decision
from thidua.awards.documents.amendment import Fault
from thidua.awards.permissions.amendment import may_revoke
from thidua.awards.queries.decision import decision_items
from thidua.org.models import Mandate
from thidua.records.documents import file_of_paper, paper_of
from thidua.records.queries.papers import corrections_of

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)
FAULT = Fault("Số thứ tự 3 của danh sách", "Lộc Văn Tài", "Lộc Văn Tải")


@pytest.fixture
def decision(whole):
    return honoured(whole, make_campaign(whole, state="reviewing"))


def test_a_wrong_name_is_corrected_by_a_decision_that_refers_to_the_first(whole, decision):
    before = file_of_paper(decision.document, "pdf")
    draft = draft_correction(
        decision, faults=[FAULT], of_content=True, mandate=whole.commune.standing, on=DAY
    )
    paper = paper_of(draft)
    assert paper.kind == "quyet_dinh"
    assert paper.summary == f"Về việc đính chính nội dung {decision.document.title}"
    assert paper.grounds[-2] == (
        "Căn cứ Quyết định số 01/QĐ-UBND ngày 05 tháng 6 năm 2023 của Chủ tịch Ủy ban nhân dân xã Nà Lâm về "
        "việc tặng Giấy khen của Chủ tịch UBND xã"
    )
    assert paper.body[1].rows == (("1", FAULT.where, FAULT.said, FAULT.right),)
    require_flawless(paper)
    assert list(corrections_of(decision.document)) == []
    issued(draft, whole.commune)
    assert list(corrections_of(decision.document)) == [draft]
    assert draft.corrects == decision.document
    assert file_of_paper(decision.document, "pdf") == before


def test_a_fault_of_form_is_mended_by_a_letter(whole, decision):
    draft = draft_correction(
        decision, faults=[Fault("Ký hiệu", "QĐ-UB", "QĐ-UBND")], of_content=False,
        mandate=whole.commune.standing, on=DAY,
    )  # fmt: skip
    paper = paper_of(draft)
    assert (paper.kind, paper.letter_subject) == (
        "cong_van",
        f"V/v đính chính thể thức {decision.document.title}",
    )
    require_flawless(paper)


@pytest.mark.parametrize(
    "faults", [[], [Fault("", "", "")], [Fault("", "Lộc Văn Tài", "Lộc Văn Tài")], [Fault("", "Tài", "")]]
)
def test_a_correction_says_what_is_wrong_and_what_is_right(whole, decision, faults):
    standing = whole.commune.standing
    found = rule_refused(draft_correction, decision, faults=faults, of_content=True, mandate=standing, on=DAY)
    assert found == "amend:fault"


def test_an_award_is_cancelled_with_its_reason_and_the_money_to_give_back(whole, decision):
    items = decision_items(decision)[1:3]
    standing = whole.commune.standing
    draft = draft_revocation(
        decision, items=items, reason="kê khai không đúng sự thật.", mandate=standing, on=DAY
    )
    paper = paper_of(draft)
    words = text_of(paper)
    assert "đối với 02 cá nhân" in words
    assert "Lý do: kê khai không đúng sự thật." in words
    assert LONG_NAME in words
    assert paper.appendices[0].blocks[0].total_row == ("", "Cộng", "", "460.000")
    require_flawless(paper)
    assert (draft.purpose, draft.corrects) == ("revocation", decision.document)
    assert (
        rule_refused(draft_revocation, decision, items=[], reason="x", mandate=standing, on=DAY)
        == "amend:nobody"
    )
    assert (
        rule_refused(draft_revocation, decision, items=items, reason=" ", mandate=standing, on=DAY)
        == "amend:reason"
    )


def test_the_law_behind_a_revocation_is_named_with_what_is_not_confirmed(whole, decision):
    now, later = (may_revoke(whole.commune.standing, decision, on=day) for day in (DAY, date(2024, 6, 1)))
    assert (now.is_yes, now.confirmed) == (True, False)
    assert (later.confirmed, later.source) == (True, "Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2")


def test_a_draft_is_mended_itself_and_only_the_standing_officer_corrects(whole, decision):
    office = whole.commune
    waiting = eligible(whole, decision.campaign, make_person(whole.village, "Vi Văn Chờ"))
    draft = draft_decision(
        sent(held(decision.campaign, [waiting], office), office), mandate=office.standing, on=DAY
    )
    assert (
        rule_refused(
            draft_correction, draft, faults=[FAULT], of_content=True, mandate=office.standing, on=DAY
        )
        == "amend:state"
    )
    assert (
        rule_refused(
            draft_correction, decision, faults=[FAULT], of_content=True, mandate=office.clerk, on=DAY
        )
        == "mandate:role"
    )
    Mandate.objects.filter(pk=office.chair.pk).update(ends=date(2023, 6, 4))
    assert (
        rule_refused(
            draft_correction, decision, faults=[FAULT], of_content=True, mandate=office.standing, on=DAY
        )
        == "amend:signer"
    )
