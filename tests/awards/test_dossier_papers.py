"""Papers about dossiers: the receipt, the index, and the report on what was appraised."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from tests.awards.dossiers import complete, sent
from tests.awards.outcomes import LONG_GROUP, LONG_NAME
from tests.factories.commune import (
    make_campaign,
    make_collective,
    make_household,
    make_person,
)
from tests.factories.printed import require_flawless, text_of
from tests.refusals import rule_refused
from thidua.awards.appraise import (
    Judgement,
    conclude_eligible,
    conclude_ineligible,
    draft_appraisal_report,
    is_judged,
    open_appraisal,
    record_judgements,
)
from thidua.awards.documents.dossier import index_paper, receipt_paper
from thidua.awards.models import DossierItem, Finding
from thidua.awards.nominate import draft_achievement_report
from thidua.awards.queries.lawful import parts_of
from thidua.records.attach import attach
from thidua.records.documents import paper_of
from thidua.records.queries.files import files_of

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def test_the_receipt_says_what_came_what_is_missing_and_by_when_it_is_appraised(whole, campaign):
    nomination = sent(whole, make_person(whole.village, LONG_NAME, honorific="Bà"), campaign=campaign)
    DossierItem.objects.filter(nomination=nomination, part="bien_ban").delete()
    paper = receipt_paper(nomination, parts_of(nomination), receiver=whole.commune.standing)
    table = next(block for block in paper.body if hasattr(block, "rows"))
    assert [row[-1] for row in table.rows] == ["Đã có", "Đã có", "Còn thiếu"]
    assert paper.letterhead.day == nomination.submitted_on
    words = text_of(paper)
    assert f"Mã hồ sơ: {nomination.code};" in words
    assert f"Bà {LONG_NAME}, thôn Khuổi Cáp;" in words
    assert "Hạn thẩm định: ngày" in words
    require_flawless(paper)


def test_a_dossier_not_sent_has_no_day(whole, campaign):
    nomination = complete(whole, make_person(whole.village), campaign=campaign)
    nomination.address, nomination.how = "", "nhận bản giấy."
    words = text_of(receipt_paper(nomination, (), receiver=whole.commune.standing))
    assert "Ngày nhận: chưa gửi; nhận bản giấy." in words
    assert "Hạn thẩm định" not in words


def test_the_index_lists_papers_of_ours_paper_copies_and_files(whole, campaign):
    head = whole.head(whole.village)
    nomination = complete(whole, make_person(whole.village, LONG_NAME), campaign=campaign)
    DossierItem.objects.filter(nomination=nomination, part="bao_cao").update(note="")
    proof = ContentFile(b"Danh sach 62 ho", name="danh-sach.txt")
    attach(proof, about=nomination, purpose="khac", mandate=head, on=DAY)
    paper = index_paper(nomination, parts_of(nomination), list(files_of(nomination)))
    table = paper.body[1]
    assert [row[0] for row in table.rows] == ["1", "2", "3", "4"]
    assert table.rows[3][1:4] == ("danh-sach.txt", "", "05/6/2023")
    require_flawless(paper)


def test_a_paper_of_ours_stands_in_the_index_with_its_issuer(whole, campaign):
    nomination = complete(whole, make_person(whole.village, "Lộc Văn Tài"), campaign=campaign)
    draft = draft_achievement_report(nomination, mandate=whole.head(whole.village), on=DAY)
    rows = index_paper(nomination, parts_of(nomination), []).body[1].rows
    report = next(row for row in rows if draft.subject in row[1])
    assert report[2:] == ("", "", "Thôn Khuổi Cáp")


def test_the_report_of_the_appraisal_gives_each_conclusion_with_its_reason(whole, campaign):
    standing = whole.commune.standing
    assert rule_refused(draft_appraisal_report, campaign, mandate=standing, on=DAY) == "appraise:none"
    good = sent(whole, make_person(whole.village, LONG_NAME, honorific="Bà"), campaign=campaign)
    bad = sent(whole, make_household(whole.village), campaign=campaign)
    appraisal = open_appraisal(good, mandate=standing, on=DAY)
    warning = appraisal.findings.first()
    Finding.objects.filter(pk=warning.pk).update(verdict="no", weight="warn", because="Hồ sơ nộp muộn.")
    judged = [one.pk for one in appraisal.findings.all() if is_judged(one)]
    seen = dict.fromkeys(judged, Judgement(True, "đã xem tại thôn"))
    record_judgements(appraisal, judgements=seen, mandate=standing, on=DAY)
    conclude_eligible(appraisal, mandate=standing, on=DAY)
    conclude_ineligible(
        open_appraisal(bad, mandate=standing, on=DAY), reason="Đang bị xử phạt.", mandate=standing, on=DAY
    )
    draft = draft_appraisal_report(campaign, mandate=standing, on=DAY)
    paper = paper_of(draft)
    table = next(block for block in paper.body if hasattr(block, "rows"))
    assert table.rows[1:] == (
        ("1", f"Bà {LONG_NAME}", "Thôn Khuổi Cáp", "Đủ điều kiện", "Hồ sơ nộp muộn: đã xem tại thôn."),
        ("2", "Hộ ông Chu Văn Quyền", "Thôn Khuổi Cáp", "Không đủ điều kiện", "Đang bị xử phạt."),
    )
    assert "Đủ điều kiện, đề nghị Hội đồng xét: 01 cá nhân." in text_of(paper)
    require_flawless(paper)
    assert rule_refused(draft_appraisal_report, campaign, mandate=standing, on=DAY) == "appraise:paper"
    assert (
        rule_refused(draft_appraisal_report, campaign, mandate=whole.commune.clerk, on=DAY) == "mandate:role"
    )


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda unit: make_person(unit, LONG_NAME, honorific="Bà", birth_year=1980), "NGƯỜI BÁO CÁO"),
        (lambda unit: make_collective(unit, LONG_GROUP), "THAY MẶT TẬP THỂ"),
        (lambda unit: make_household(unit, f"Hộ bà {LONG_NAME}"), "ĐẠI DIỆN HỘ GIA ĐÌNH"),
    ],
)
def test_the_achievement_report_of_each_kind_of_recipient(whole, campaign, made, says):
    nomination = complete(whole, made(whole.village), campaign=campaign)
    paper = paper_of(draft_achievement_report(nomination, mandate=whole.head(whole.village), on=DAY))
    assert paper.signature.blocks[1].role == says
    require_flawless(paper)
