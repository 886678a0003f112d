"""The results are told on paper: to all who is commended, to one unit who is not and why."""

from datetime import date

import pytest

from tests.awards.ceremonies import FACTS
from tests.awards.outcomes import LONG_NAME, honoured, not_commended
from tests.awards.session_story import issued, numbered
from tests.factories.commune import make_campaign
from tests.factories.printed import require_flawless, text_of
from tests.refusals import rule_refused
from thidua.awards.certify import arrange_ceremony
from thidua.awards.documents.ceremony import call_list_paper
from thidua.awards.documents.nomination import list_of_nominees
from thidua.awards.inform import (
    draft_programme,
    draft_refusal_notice,
    draft_refusal_notices,
    draft_result_notice,
    note_told,
    send_refusal_notice,
    send_result_notice,
)
from thidua.awards.queries.decision import decision_items
from thidua.awards.queries.notices import notices_of
from thidua.awards.queries.outcome import reason_of, units_to_tell
from thidua.campaigns.models import Deadline
from thidua.org.models import Mandate
from thidua.paper.model import Table
from thidua.records.documents import paper_of
from thidua.records.draft import discard
from thidua.records.models import Message
from thidua.records.queries.papers import papers_visible_to

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def table_of(paper):
    blocks = (*paper.body, *(block for appendix in paper.appendices for block in appendix.blocks))
    return next(block for block in blocks if isinstance(block, Table))


def test_the_result_notice_names_every_decision_and_numbers_the_list_through(whole, campaign):
    standing = whole.commune.standing
    assert rule_refused(draft_result_notice, campaign, mandate=standing, on=DAY) == "inform:undecided"
    Deadline.objects.create(campaign=campaign, kind="ceremony", day=date(2023, 6, 15))
    decision = honoured(whole, campaign)
    draft = draft_result_notice(campaign, mandate=standing, on=DAY)
    paper = paper_of(draft)
    assert f"{decision.document.title} của Chủ tịch Ủy ban nhân dân xã Nà Lâm: tặng" in text_of(paper)
    assert "01 tập thể, 02 cá nhân, 01 hộ gia đình" in text_of(paper)
    assert "Lễ trao thưởng dự kiến tổ chức ngày 15/6/2023" in text_of(paper)
    rows = table_of(paper).rows
    assert [row[0] for row in rows] == ["I. GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ", "1", "2", "3", "4"]
    require_flawless(paper)
    assert rule_refused(draft_result_notice, campaign, mandate=standing, on=DAY) == "inform:paper"
    assert (
        rule_refused(draft_result_notice, campaign, mandate=whole.commune.culture, on=DAY) == "mandate:role"
    )
    issued(draft, whole.commune)
    assert draft in papers_visible_to(whole.head(whole.villages[1]))
    assert draft_result_notice(campaign, mandate=standing, on=DAY).state == "draft"


def test_a_no_goes_with_its_reason_to_the_unit_and_to_nobody_else(whole, campaign):
    unit, standing = whole.village, whole.commune.standing
    not_commended(whole, campaign)
    assert units_to_tell(campaign) == [(unit, 3)]
    draft = draft_refusal_notice(campaign, unit=unit, mandate=standing, on=DAY)
    paper = paper_of(draft)
    form = "Giấy khen của Chủ tịch UBND xã"
    assert table_of(paper).rows == (
        ("1", "Bà Hà Thị Lan", form, "Đang bị xem xét kỷ luật."),
        ("2", "Bà Hà Thị Mận", form,
         "Hội đồng họp ngày 05/6/2023 xét, không đủ số phiếu đồng ý theo quy định."),
        ("3", "Bà Hà Thị Nụ", form, "Không đủ điều kiện theo quy định."),
    )  # fmt: skip
    assert paper.addressees == ("Thôn Khuổi Cáp",)
    require_flawless(paper)
    assert units_to_tell(campaign) == []
    assert rule_refused(draft_refusal_notice, campaign, unit=unit, mandate=standing, on=DAY) == "inform:none"
    send_refusal_notice(numbered(draft, whole.commune), mandate=whole.commune.clerk, on=DAY)
    assert [message.to_unit for message in Message.objects.filter(document=draft)] == [unit]
    assert draft in papers_visible_to(whole.head(unit))
    assert draft not in papers_visible_to(whole.head(whole.villages[1]))
    assert draft not in papers_visible_to(whole.head(whole.body))


def test_a_dropped_notice_leaves_the_cases_to_be_told(whole, campaign):
    not_commended(whole, campaign)
    draft = draft_refusal_notice(campaign, unit=whole.village, mandate=whole.commune.standing, on=DAY)
    discard(draft, mandate=whole.commune.standing, on=DAY)
    assert units_to_tell(campaign) == [(whole.village, 3)]


def test_a_failed_case_without_its_session_still_has_a_reason(whole, campaign):
    failed = not_commended(whole, campaign)[1]
    failed.cases.all().delete()
    assert reason_of(failed) == "Hội đồng họp xét, không đủ số phiếu đồng ý theo quy định."


def test_the_programme_hands_over_by_decision_with_the_words_of_the_officer(whole, campaign):
    culture = whole.commune.culture
    ceremony = arrange_ceremony(campaign, facts=FACTS, mandate=culture, on=DAY)
    assert rule_refused(draft_programme, ceremony, mandate=culture, on=DAY) == "inform:undecided"
    decision = honoured(whole, campaign)
    paper = paper_of(draft_programme(ceremony, mandate=culture, on=DAY))
    steps = [row[2:] for row in table_of(paper).rows]
    named = "xướng tên 01 tập thể, 02 cá nhân, 01 hộ gia đình"
    by = f"Công bố {decision.document.title} của Chủ tịch Ủy ban nhân dân xã Nà Lâm"
    assert steps[3] == (f"{by}; {named}", "Lý Văn Khang")
    assert steps[4] == ("Trao Giấy khen của Chủ tịch UBND xã", "Chủ tịch Lương Quốc Thịnh")
    assert table_of(paper).rows[0][:2] == ("1", "08h00")
    require_flawless(paper)
    assert rule_refused(draft_programme, ceremony, mandate=culture, on=DAY) == "inform:paper"
    assert rule_refused(draft_programme, ceremony, mandate=whole.commune.clerk, on=DAY) == "mandate:role"


def test_the_host_reads_the_names_in_the_order_of_the_decision_with_nothing_abbreviated(whole, campaign):
    decision = honoured(whole, campaign)
    items = decision_items(decision)
    items[0].address = "UBND xã, đội 2"
    paper = call_list_paper(decision, items)
    rows = table_of(paper).rows
    assert [row[0] for row in rows] == ["I. TẬP THỂ", "1", "II. CÁ NHÂN", "2", "3", "III. HỘ GIA ĐÌNH", "4"]
    assert rows[1][2].endswith(", Ủy ban nhân dân xã, đội hai")
    assert LONG_NAME in text_of(paper)
    said = "ngày mùng năm tháng sáu năm hai nghìn không trăm hai mươi ba"
    assert said in text_of(paper)
    assert not any(char.isdigit() for char in paper.body[0].text)
    require_flawless(paper)


def test_without_a_chair_nobody_signs(whole, campaign):
    not_commended(whole, campaign)
    Mandate.objects.filter(pk=whole.commune.chair.pk).update(ends=date(2023, 6, 1))
    found = rule_refused(
        draft_refusal_notice, campaign, unit=whole.village, mandate=whole.commune.standing, on=DAY
    )
    assert found == "inform:signer"


def test_every_list_numbers_on_through_its_groups_like_the_decision(whole, campaign):
    decision = honoured(whole, campaign)
    papers = (decision.submission.document, decision.document)
    for document in papers:
        paper = paper_of(document)
        assert [row[0] for row in table_of(paper).rows] == [
            "I. TẬP THỂ", "1", "II. CÁ NHÂN", "2", "3", "III. HỘ GIA ĐÌNH", "4"
        ]  # fmt: skip
        require_flawless(paper)
    nominations = [item.nomination for item in decision_items(decision)]
    rows = list_of_nominees(nominations).rows
    assert [row[0] for row in rows if len(row) > 1] == ["1", "2", "3", "4"]


def test_every_unit_is_told_of_its_own_and_noted_when_told_on_paper(whole, campaign):
    standing, clerk = whole.commune.standing, whole.commune.clerk
    honoured(whole, campaign)
    not_commended(whole, campaign)
    papers = draft_refusal_notices(campaign, mandate=standing, on=DAY)
    assert [paper.subject for paper in papers] == [
        "Trường hợp không được khen thưởng đợt “Thi đua chào mừng 90 năm”"
    ]
    assert rule_refused(draft_refusal_notices, campaign, mandate=standing, on=DAY) == "inform:none"
    assert rule_refused(draft_refusal_notices, campaign, mandate=clerk, on=DAY) == "mandate:role"
    arrange_ceremony(campaign, facts=FACTS, mandate=standing, on=DAY)
    notice = draft_result_notice(campaign, mandate=standing, on=DAY)
    assert "Lễ trao thưởng dự kiến tổ chức ngày 05/6/2023" in text_of(paper_of(notice))
    send_result_notice(numbered(notice, whole.commune), mandate=clerk, on=DAY)
    (message,) = notices_of(standing, campaign)
    assert message.to_unit == whole.village
    first, *lines = message.body.splitlines()
    assert (first, len(lines)) == ("4 trường hợp của thôn Khuổi Cáp được khen thưởng:", 4)
    assert lines[1] == f"- Bà {LONG_NAME}: Giấy khen của Chủ tịch UBND xã"
    assert rule_refused(note_told, message, how=" ", mandate=clerk, on=DAY) == "inform:how"
    assert (
        rule_refused(note_told, message, how="nói", mandate=whole.commune.culture, on=DAY) == "mandate:role"
    )
    note_told(message, how="giao bản in cho trưởng thôn", mandate=clerk, on=DAY)
    assert [one.read_by for one in notices_of(standing, campaign)] == ["giao bản in cho trưởng thôn"]
    assert rule_refused(note_told, message, how="lần nữa", mandate=clerk, on=DAY) == "inform:read"
