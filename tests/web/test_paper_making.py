"""Papers are drafted and printed where the work is: a button for whose work it is, nothing for the others."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.dossiers import sent as dossier_sent
from tests.awards.meetings import planned
from tests.awards.outcomes import honoured, not_commended
from tests.awards.session_story import DAY, issued
from tests.campaigns.test_registration_papers import registered
from tests.factories.commune import as_, make_campaign, make_person
from tests.house.tree import ROOT
from thidua.awards.amend import draft_revocation
from thidua.awards.appraise import conclude_ineligible, open_appraisal
from thidua.awards.models import Nomination, RefusalNotice
from thidua.awards.queries.decision import decision_items
from thidua.publicity.broadcast import write_bulletin
from thidua.records.documents import paper_of
from thidua.records.models import OfficialDocument
from thidua.records.states import PURPOSES
from thidua.web.drafted import DRAFTED
from thidua.web.printed import PRINTED

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def said(answer):
    return answer.content.decode()


def draft_url(kind, code):
    return reverse("paper-draft", args=[kind, code])


def print_url(kind, code, form="pdf"):
    return reverse("paper-print", args=[kind, code, form])


def drafted(client, kind, code, data=None):
    """Send the form and return the paper it led to."""
    answer = client.post(draft_url(kind, code), data or {}, follow=True)
    paper = OfficialDocument.objects.order_by("id").last()
    assert answer.redirect_chain[-1][0] == reverse("paper", args=[paper.code])
    return paper


def opened(client, kind, code):
    """Both files of a printed paper open."""
    pdf, docx = (client.get(print_url(kind, code, form)) for form in ("pdf", "docx"))
    assert (pdf.status_code, pdf.content[:5], docx.content[:2]) == (200, b"%PDF-", b"PK")
    return pdf


def test_results_and_notices_stand_on_the_page_of_the_awards(whole, campaign):
    client, page = as_(whole.commune.standing), reverse("campaign-certificates", args=[campaign.code])
    refused = client.post(draft_url("thong-bao-ket-qua", campaign.code))
    assert "Chưa có quyết định khen thưởng nào được ban hành." in said(refused)
    honoured(whole, campaign)
    not_commended(whole, campaign)
    unit = f"{campaign.code}_{whole.village.code}"
    shown = said(client.get(page))
    links = [draft_url(*names) for names in (
        ("thong-bao-ket-qua", campaign.code), ("khong-khen-thuong", unit)
    )]  # fmt: skip
    assert [link in shown for link in links] == [True, True]
    assert "Thôn Khuổi Cáp, 03 trường hợp" in shown
    assert drafted(client, "thong-bao-ket-qua", campaign.code).purpose == "result_notice"
    assert drafted(client, "khong-khen-thuong", unit).purpose == "refusal_notice"
    assert RefusalNotice.objects.count() == 3
    shown = said(client.get(page))
    assert [link in shown for link in links] == [False, False]
    head = said(as_(whole.head(whole.village)).get(page))
    assert "Giấy tờ soạn, in ở đây" not in head


def test_a_correction_and_a_revocation_stand_on_the_page_of_the_decision(whole, campaign):
    decision, client = honoured(whole, campaign), as_(whole.commune.standing)
    page = said(client.get(draft_url("dinh-chinh", decision.code)))
    assert "Chỗ sai 3" in page
    assert reverse("decision", args=[decision.code]) in page
    empty = client.post(draft_url("dinh-chinh", decision.code), {"kind": "content"})
    assert OfficialDocument.objects.filter(purpose="correction").count() == 0
    assert empty.status_code == 200
    words = {"kind": "content", "where-1": "Số 1", "said-1": "Lộc Văn Tài", "right-1": "Lộc Văn Tải"}
    assert drafted(client, "dinh-chinh", decision.code, words).kind == "quyet_dinh"
    assert "đối chiếu được văn bản gốc" in said(client.get(draft_url("thu-hoi", decision.code)))
    chosen = [str(decision_items(decision)[0].pk)]
    paper = drafted(client, "thu-hoi", decision.code, {"items": chosen, "reason": "Kê khai sai."})
    assert paper.corrects == decision.document
    clerk = as_(whole.commune.clerk)
    assert "Việc này của: Thường trực Hội đồng" in said(clerk.get(draft_url("thu-hoi", decision.code)))


def test_the_decision_and_its_paper_say_what_corrects_them(whole, campaign):
    decision = honoured(whole, campaign)
    pages = (reverse("decision", args=[decision.code]), reverse("paper", args=[decision.document.code]))
    client = as_(whole.commune.chair)
    warning = "Đã có văn bản đính chính, thu hồi"
    assert [warning in said(client.get(page)) for page in pages] == [False, False]
    paper = draft_revocation(
        decision, items=decision_items(decision)[:1], reason="Kê khai sai", mandate=whole.commune.standing,
        on=DAY,
    )  # fmt: skip
    issued(paper, whole.commune)
    assert [warning in said(client.get(page)) for page in pages] == [True, True]
    doubtful = "Luật sửa đổi Luật Tổ chức chính quyền địa phương 2019 (47/2019/QH14)"
    shown = client.get(reverse("paper", args=[paper.code]))
    assert doubtful in said(shown)


def test_ballots_and_written_opinions_are_printed_from_the_session(whole, campaign):
    ballots, secretary = planned(whole, campaign, mode="ballots"), as_(whole.commune.secretary)
    page = said(secretary.get(reverse("session", args=[ballots.code])))
    assert "trường hợp số 1, in 7 tờ" in page
    assert "Phiếu lấy ý kiến" not in page
    opened(secretary, "phieu-bieu-quyet", f"{ballots.code}_1")
    for code in (f"{ballots.code}_2", f"{ballots.code}_x", ballots.code, "khong-co_1"):
        assert secretary.get(print_url("phieu-bieu-quyet", code)).status_code == 404
    hands = planned(whole, campaign, nominations=[])
    page = said(secretary.get(reverse("session", args=[hands.code])))
    assert print_url("phieu-lay-y-kien", hands.code) in page
    opened(secretary, "phieu-lay-y-kien", hands.code)
    member = as_(whole.commune.member)
    assert "Phiếu biểu quyết" not in said(member.get(reverse("session", args=[ballots.code])))
    assert member.get(print_url("phieu-bieu-quyet", f"{ballots.code}_1")).status_code == 403


def test_receipt_and_index_are_printed_from_the_dossier(whole, campaign):
    nomination = dossier_sent(whole, make_person(whole.village, "Lộc Văn Tài"), campaign=campaign)
    head, officer = as_(whole.head(whole.village)), as_(whole.commune.standing)
    opened(officer, "giay-tiep-nhan", nomination.code)
    opened(head, "muc-luc-ho-so", nomination.code)
    page = said(head.get(reverse("nomination", args=[nomination.code])))
    assert print_url("muc-luc-ho-so", nomination.code) in page
    assert print_url("giay-tiep-nhan", nomination.code) not in page
    type(nomination).objects.filter(pk=nomination.pk).update(submitted_on=None)
    assert officer.get(print_url("giay-tiep-nhan", nomination.code)).status_code == 403
    other = as_(whole.head(whole.villages[1]))
    assert other.get(print_url("muc-luc-ho-so", nomination.code)).status_code == 404


def test_the_host_prints_the_call_list_from_the_register(whole, campaign):
    decision, culture = honoured(whole, campaign), as_(whole.commune.culture)
    page = said(culture.get(reverse("award-register", args=[decision.code])))
    assert print_url("danh-sach-xuong-ten", decision.code) in page
    opened(culture, "danh-sach-xuong-ten", decision.code)


def test_the_unit_prints_its_registration_and_the_officer_the_pledge(whole):
    campaign = make_campaign(whole)
    officer = as_(whole.commune.standing)
    assert officer.get(print_url("giao-uoc", campaign.code)).status_code == 403
    registered(whole, campaign, whole.village)
    unit = f"{campaign.code}_{whole.village.code}"
    head = as_(whole.head(whole.village))
    page = said(head.get(reverse("unit-registration", args=[campaign.code, whole.village.code])))
    assert print_url("ban-dang-ky", unit) in page
    opened(head, "ban-dang-ky", unit)
    bare = f"{campaign.code}_{whole.villages[1].code}"
    assert officer.get(print_url("ban-dang-ky", bare)).status_code == 404
    page = said(officer.get(reverse("campaign-registrations", args=[campaign.code])))
    assert print_url("giao-uoc", campaign.code) in page
    opened(officer, "giao-uoc", campaign.code)
    type(whole.commune.chair).objects.filter(pk=whole.commune.chair.pk).update(ends=date(2023, 6, 1))
    opened(officer, "giao-uoc", campaign.code)


def test_reports_are_drafted_from_the_pages_of_appraisal_and_figures(whole, campaign):
    officer, standing = as_(whole.commune.standing), whole.commune.standing
    nomination = dossier_sent(whole, make_person(whole.village, "Lộc Văn Tài"), campaign=campaign)
    conclude_ineligible(
        open_appraisal(nomination, mandate=standing, on=DAY), reason="Thiếu.", mandate=standing, on=DAY
    )
    page = said(officer.get(reverse("campaign-appraisals", args=[campaign.code])))
    assert draft_url("tham-dinh", campaign.code) in page
    assert drafted(officer, "tham-dinh", campaign.code).purpose == "appraisal_report"
    page = said(officer.get(reverse("campaign-report", args=[campaign.code])))
    assert draft_url("so-ket", campaign.code) in page
    words = {"tasks": "Đôn đốc hai thôn.", "signer": whole.commune.vice_chair.pk}
    paper = drafted(officer, "so-ket", campaign.code, words)
    assert (paper.purpose, paper.signer) == ("interim_report", whole.commune.vice_chair)


def test_the_council_is_founded_on_paper_from_its_own_page(whole):
    client, page = as_(whole.commune.standing), reverse("council-setup")
    assert draft_url("thanh-lap-hoi-dong", "moi") in said(client.get(page))
    paper = drafted(client, "thanh-lap-hoi-dong", "moi")
    shown = said(client.get(page))
    assert draft_url("thanh-lap-hoi-dong", "moi") not in shown
    assert reverse("paper", args=[paper.code]) in shown
    assert "Hội đồng Thi đua - Khen thưởng" in said(client.get(reverse("paper", args=[paper.code])))
    district = as_(whole.province.clerk)
    assert reverse("council-setup") not in said(district.get(reverse("papers")))


def test_a_council_that_is_not_there_is_not_founded_on_paper(whole):
    whole.commune.unit.councils.all().delete()
    client = as_(whole.commune.standing)
    assert client.get(draft_url("thanh-lap-hoi-dong", "moi")).status_code == 404


def test_a_letter_is_answered_from_the_list_of_papers(whole):
    clerk = as_(whole.commune.clerk)
    assert draft_url("tra-loi", "moi") in said(clerk.get(reverse("papers")))
    words = {"to": "Thôn Bản Vàng", "subject": "đề nghị bổ sung", "answers": "đơn ngày 02/6/2023"}
    words |= {"text": "Chờ đợt sau.", "signer": whole.commune.chair.pk}
    paper = drafted(clerk, "tra-loi", "moi", words)
    assert paper_of(paper).addressees == ("Thôn Bản Vàng",)
    assert draft_url("tra-loi", "moi") not in said(as_(whole.commune.member).get(reverse("papers")))


def test_the_bulletin_is_printed_for_who_releases_it(whole, campaign):
    broadcast = write_bulletin(campaign, mandate=whole.commune.culture, on=DAY)
    culture = as_(whole.commune.culture)
    assert print_url("ban-tin", broadcast.code) in said(
        culture.get(reverse("bulletin", args=[broadcast.code]))
    )
    opened(culture, "ban-tin", broadcast.code)


def test_an_unknown_paper_is_not_found(whole, campaign):
    client = as_(whole.commune.standing)
    assert client.get(draft_url("khong-co", campaign.code)).status_code == 404
    assert client.get(print_url("khong-co", campaign.code)).status_code == 404


def test_the_card_asks_the_same_number_of_queries_for_one_unit_and_for_three(whole, campaign):
    client, page = as_(whole.commune.standing), reverse("campaign-certificates", args=[campaign.code])
    refused, counts = not_commended(whole, campaign), []
    for units in ([whole.village] * 3, [*whole.villages, whole.body]):
        for one, unit in zip(refused, units, strict=True):
            Nomination.objects.filter(pk=one.pk).update(unit=unit)
        client.get(page)
        with CaptureQueriesContext(connection) as seen:
            shown = said(client.get(page))
        counts.append((shown.count("Thông báo không khen thưởng"), len(seen)))
    assert [rows for rows, _ in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]


def test_every_offer_has_its_own_name_and_address():
    slugs = [one.slug for one in (*DRAFTED, *PRINTED)]
    names = [one.name for one in (*DRAFTED, *PRINTED)]
    assert (len(set(slugs)), len(set(names))) == (len(slugs), len(names))


def test_the_guide_tells_of_every_paper():
    page = (ROOT / "docs" / "guide" / "14-giay-to.md").read_text(encoding="utf-8").lower()
    names = [*(purpose.name.lower() for purpose in PURPOSES.values()), *(one.name.lower() for one in PRINTED)]
    assert [name for name in names if name not in page] == []
