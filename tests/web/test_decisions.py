"""The pages of submission, decision, certificates and money, as each desk uses them."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.session_story import DAY, appraised_above, decided, eligible, held, numbered, sent
from tests.factories.commune import as_, make_campaign, make_person
from thidua.awards.certify import draft_payment_list, make_certificates
from thidua.awards.models import Certificate, Decision, Nomination, Payment, Submission
from thidua.awards.submit import return_to_lower
from thidua.org.models import Installation
from thidua.records.models import LocalRule, OfficialDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def said(answer):
    return answer.content.decode()


def passed(whole, campaign, *names, form="giay_khen_xa"):
    nominations = [eligible(whole, campaign, make_person(whole.village, name), form=form) for name in names]
    return held(campaign, nominations, whole.commune)


def in_force(whole, campaign, *names):
    return decided(sent(passed(whole, campaign, *names), whole.commune), whole.commune)


def test_the_officer_drafts_one_submission_for_each_form(whole, campaign):
    session = passed(whole, campaign, "Lộc Văn Tài")
    client, page = as_(whole.commune.standing), reverse("campaign-submissions", args=[campaign.code])
    assert "Trình Chủ tịch Ủy ban nhân dân xã Nà Lâm." in said(client.get(page))
    typed = {"meeting": session.code, "form": "giay_khen_xa", "once": "mot-lan"}
    answer = client.post(reverse("draft-submission", args=[campaign.code]), typed, follow=True)
    submission = Submission.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("submission", args=[submission.code])
    assert "Mở văn bản để trình ký" in said(answer)
    client.post(reverse("draft-submission", args=[campaign.code]), typed)
    assert Submission.objects.count() == 1
    again = client.post(
        reverse("draft-submission", args=[campaign.code]), typed | {"once": "lan-hai"}, follow=True
    )
    assert "Không còn trường hợp nào" in said(again)
    client.post(reverse("drop-submission", args=[submission.code]))
    submission.refresh_from_db()
    assert submission.state == "cancelled"
    late = client.post(reverse("drop-submission", args=[submission.code]), follow=True)
    assert "không bỏ được nữa" in said(late)
    assert "Chưa chọn hình thức" in said(
        client.post(reverse("draft-submission", args=[campaign.code]), {}, follow=True)
    )


def test_what_goes_up_names_the_level_above_and_a_deputy_may_sign(whole, campaign):
    session = passed(whole, campaign, "Lộc Văn Tài", form="giay_khen_huyen")
    client = as_(whole.commune.standing)
    page = said(client.get(reverse("campaign-submissions", args=[campaign.code])))
    assert "Ủy ban nhân dân huyện Cao Sơn</b> (cấp trên trực tiếp)" in page
    typed = {"meeting": session.code, "form": "giay_khen_huyen", "signer": whole.commune.vice_chair.pk}
    client.post(reverse("draft-submission", args=[campaign.code]), typed)
    assert Submission.objects.get().document.signer == whole.commune.vice_chair


def test_a_form_that_ended_before_it_was_submitted_is_named_with_the_law(whole, campaign):
    passed(whole, campaign, "Lộc Văn Tài", form="giay_khen_huyen")
    Installation.objects.update(working_day=date(2025, 7, 2))
    page = said(as_(whole.commune.standing).get(reverse("campaign-submissions", args=[campaign.code])))
    assert "Cấp huyện không còn từ 01/7/2025" in page


def test_issuing_the_paper_on_its_page_sends_the_nominations(whole, campaign):
    session = passed(whole, campaign, "Lộc Văn Tài")
    client = as_(whole.commune.standing)
    client.post(
        reverse("draft-submission", args=[campaign.code]), {"meeting": session.code, "form": "giay_khen_xa"}
    )
    paper = numbered(OfficialDocument.objects.get(purpose="chair_submission"), whole.commune)
    clerk = as_(whole.commune.clerk)
    clerk.post(reverse("paper-issue", args=[paper.code]))
    assert Nomination.objects.get().state == "presented"
    for purpose in ("chair_submission", "council_minutes"):
        document = OfficialDocument.objects.get(purpose=purpose)
        assert clerk.get(reverse("paper", args=[document.code])).status_code == 200


def test_the_district_answers_and_the_commune_submits_again(whole, campaign):
    submission = sent(
        passed(whole, campaign, "Lộc Văn Tài", form="giay_khen_huyen"), whole.commune, form="giay_khen_huyen"
    )
    nomination, above = Nomination.objects.get(), as_(whole.district.standing)
    desk = reverse("campaign-submissions", args=[campaign.code])
    assert "Nhận từ cấp dưới, chưa trả lời" in said(above.get(desk))
    back = reverse("answer-nomination", args=[nomination.code, "tra-lai"])
    assert "Cần bổ sung những gì" in said(above.get(back))
    assert (
        "Bắt buộc" in said(above.post(back, {"words": ""})) or Nomination.objects.get().state == "submitted"
    )
    above.post(back, {"words": "Thiếu số liệu năm 2023"})
    below = as_(whole.commune.standing)
    assert "Thiếu số liệu năm 2023" in said(below.get(desk))
    below.post(reverse("answer-nomination", args=[nomination.code, "trinh-lai"]), {"words": "Đã bổ sung"})
    nomination.refresh_from_db()
    assert (nomination.state, nomination.holder) == ("submitted", whole.district.unit)
    above.post(
        reverse("answer-nomination", args=[nomination.code, "khong-khen-thuong"]),
        {"words": "Đã tặng năm 2022"},
    )
    page = said(below.get(reverse("submission", args=[submission.code])))
    assert "không khen thưởng" in page
    assert "Đã tặng năm 2022" in page


def test_who_may_not_answer_sees_the_sentence_and_no_form(whole, campaign):
    sent(passed(whole, campaign, "Lộc Văn Tài"), whole.commune)
    page = as_(whole.commune.clerk).get(
        reverse("answer-nomination", args=[Nomination.objects.get().code, "khong-khen-thuong"])
    )
    assert "Việc này của: Chủ tịch, Phó Chủ tịch" in said(page)
    assert "<textarea" not in said(page)


def test_the_decision_is_drafted_computed_anew_and_dropped(whole, campaign):
    submission = sent(passed(whole, campaign, "Lộc Văn Tài"), whole.commune)
    client, page = as_(whole.commune.standing), reverse("campaign-decisions", args=[campaign.code])
    assert "Chờ Chủ tịch quyết định" in said(client.get(page))
    draft = reverse("draft-decision", args=[submission.code])
    assert "Hãy chọn người ký." in said(client.post(draft, {}, follow=True))
    answer = client.post(draft, {"signer": whole.commune.chair.pk}, follow=True)
    decision = Decision.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("decision", args=[decision.code])
    assert "230.000 đ" in said(answer)
    assert "0,15 × 1.490.000 đồng" in said(answer)
    again = client.post(reverse("move-decision", args=[decision.code, "soan-lai"]), follow=True)
    assert "Đã tính lại theo hôm nay" in said(again)
    assert "Tờ trình này đã có quyết định" in said(
        client.post(draft, {"signer": whole.commune.chair.pk}, follow=True)
    )
    client.post(reverse("move-decision", args=[decision.code, "bo"]))
    assert Decision.objects.get().state == "cancelled"
    assert "Chờ Chủ tịch quyết định" in said(client.get(page))


def test_a_decision_without_a_confirmed_rule_for_the_money_says_so(whole, campaign):
    submission = sent(passed(whole, campaign, "Lộc Văn Tài"), whole.commune)
    LocalRule.objects.filter(rule="bonus_rounding").delete()
    client = as_(whole.commune.standing)
    answer = client.post(
        reverse("draft-decision", args=[submission.code]), {"signer": whole.commune.chair.pk}, follow=True
    )
    assert "Cách làm tròn tiền thưởng" in said(answer)
    assert not Decision.objects.exists()


def test_an_issued_decision_cannot_be_moved(whole, campaign):
    decision = in_force(whole, campaign, "Lộc Văn Tài")
    answer = as_(whole.commune.standing).post(
        reverse("move-decision", args=[decision.code, "soan-lai"]), follow=True
    )
    assert "không sửa được nữa" in said(answer)


def test_a_village_head_sees_the_issued_decision_and_nothing_of_the_office(whole, campaign):
    decision = in_force(whole, campaign, "Lộc Văn Tài")
    head = as_(whole.head(whole.village))
    assert "Lộc Văn Tài" in said(head.get(reverse("decision", args=[decision.code])))
    for name in ("campaign-decisions", "campaign-certificates", "campaign-submissions"):
        assert head.get(reverse(name, args=[campaign.code])).status_code == 200
    for name in ("award-register", "certificates-file", "payments-sheet", "award-register-sheet"):
        assert head.get(reverse(name, args=[decision.code])).status_code == 404
    submission = decision.submission
    assert head.get(reverse("submission", args=[submission.code])).status_code == 404


def test_the_clerk_makes_prints_and_hands_over(whole, campaign):
    decision, clerk = in_force(whole, campaign, "Lộc Văn Tài", "Vi Văn Tú"), as_(whole.commune.clerk)
    register = reverse("award-register", args=[decision.code])
    assert "Lập giấy khen" in said(clerk.get(register))
    assert "Chưa lập giấy khen" in said(
        clerk.get(reverse("certificates-file", args=[decision.code]), follow=True)
    )
    clerk.post(reverse("make-certificates", args=[decision.code]))
    first, second = Certificate.objects.order_by("item__order")
    assert clerk.get(reverse("certificates-file", args=[decision.code])).content.startswith(b"%PDF")
    one = clerk.get(reverse("certificate-file", args=[first.code]))
    assert one["Content-Type"] == "application/pdf"
    chosen = reverse("hand-over-chosen", args=[decision.code])
    assert "Hãy tích vào giấy đã trao." in said(clerk.post(chosen, follow=True))
    clerk.post(chosen, {"chon": [first.code]})
    given = {"to": "Bà Vi Thị Mơ, em gái", "given_on": "05/6/2023"}
    clerk.post(reverse("hand-over", args=[second.code]), given)
    page = said(clerk.get(register))
    assert "Bà Vi Thị Mơ, em gái" in page
    assert page.count("05/6/2023") >= 2
    assert "Giấy này đã ghi là đã trao." in said(clerk.get(reverse("hand-over", args=[first.code])))
    assert "Giấy này đã ghi là đã trao." in said(clerk.post(chosen, {"chon": [first.code]}, follow=True))
    sheet = clerk.get(reverse("award-register-sheet", args=[decision.code]))
    assert openpyxl.load_workbook(BytesIO(sheet.content)).active["E2"].value == first.code


def test_when_every_certificate_is_handed_over_there_is_nothing_to_tick(whole, campaign):
    decision, clerk = in_force(whole, campaign, "Lộc Văn Tài", "Vi Văn Tú"), as_(whole.commune.clerk)
    made = make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
    register = reverse("award-register", args=[decision.code])
    bar = "Tích vào giấy người được khen đã nhận"
    assert bar in said(clerk.get(register))
    clerk.post(reverse("hand-over-chosen", args=[decision.code]), {"chon": [one.code for one in made]})
    page = said(clerk.get(register))
    assert (bar in page, "Chọn tất cả" in page) == (False, False)


def test_the_pages_name_what_was_not_seen_in_the_original(whole, campaign):
    decision = in_force(whole, campaign, "Lộc Văn Tài")
    client = as_(whole.commune.standing)
    grounds = "Luật sửa đổi Luật Tổ chức chính quyền địa phương 2019 (47/2019/QH14)."
    page = said(client.get(reverse("decision", args=[decision.code])))
    assert ("Căn cứ chưa xác nhận, hãy kiểm tra văn bản gốc" in page, grounds in page) == (True, True)
    register = said(client.get(reverse("award-register", args=[decision.code])))
    assert "Mẫu giấy khen, bằng khen theo Nghị định 85/2014/NĐ-CP" in register
    up = said(client.get(reverse("submission", args=[decision.submission.code])))
    assert "Căn cứ chưa xác nhận" not in up


def test_words_too_long_for_a_certificate_are_said(whole, campaign):
    decision = in_force(whole, campaign, "Lộc Văn Tài")
    made = make_certificates(decision, mandate=whole.commune.clerk, on=DAY)[0]
    made.content["achievement"] = "Đã có thành tích xuất sắc trong phong trào thi đua " * 20
    made.save()
    answer = as_(whole.commune.clerk).get(reverse("certificates-file", args=[decision.code]), follow=True)
    assert "quá dài" in said(answer)


def test_the_accountant_lists_and_pays(whole, campaign):
    decision, client = in_force(whole, campaign, "Lộc Văn Tài"), as_(whole.commune.accountant)
    answer = client.post(reverse("draft-payments", args=[decision.code]), follow=True)
    assert OfficialDocument.objects.get(purpose="payment_list").code in answer.redirect_chain[-1][0]
    again = client.post(reverse("draft-payments", args=[decision.code]), follow=True)
    assert "đã có trong danh sách chi" in said(again)
    payment = Payment.objects.get()
    assert "230.000 đ" in said(client.get(reverse("pay", args=[payment.pk])))
    client.post(reverse("pay", args=[payment.pk]), {"payee": "Lộc Văn Tài", "receipt": "PC-12"})
    page = said(client.get(reverse("award-register", args=[decision.code])))
    assert "PC-12" in page
    assert 'đã chi <b class="num">230.000 đ</b>' in page
    sheet = client.get(reverse("payments-sheet", args=[decision.code]))
    assert openpyxl.load_workbook(BytesIO(sheet.content)).active["F2"].value == 230_000


def test_who_has_nothing_to_do_with_money_sees_none_of_it(whole, campaign):
    decision = in_force(whole, campaign, "Lộc Văn Tài")
    draft_payment_list(decision, mandate=whole.commune.accountant, on=DAY)
    client = as_(whole.commune.culture)
    assert "Soạn danh sách chi" not in said(client.get(reverse("award-register", args=[decision.code])))
    assert client.get(reverse("payments-sheet", args=[decision.code])).status_code == 404
    assert client.get(reverse("pay", args=[Payment.objects.get().pk])).status_code == 404
    locked = client.post(reverse("make-certificates", args=[decision.code]), follow=True)
    assert "Việc này của: " in said(locked)


def test_another_level_has_its_own_register(whole, campaign):
    nomination = eligible(whole, campaign, make_person(whole.village), form="giay_khen_huyen")
    sent(held(campaign, [nomination], whole.commune), whole.commune, form="giay_khen_huyen")
    session = held(campaign, [appraised_above(nomination, whole.district)], whole.district)
    decision = decided(sent(session, whole.district, form="giay_khen_huyen"), whole.district)
    register = reverse("award-register", args=[decision.code])
    assert as_(whole.commune.clerk).get(register).status_code == 404
    assert as_(whole.district.clerk).get(register).status_code == 200
    assert "Chủ tịch huyện Cao Sơn" in said(
        as_(whole.head(whole.village)).get(reverse("campaign-decisions", args=[campaign.code]))
    )


def test_the_lists_need_as_many_queries_for_three_rows_as_for_one(whole, campaign):
    client, counts = as_(whole.commune.standing), []
    for names in (["Một"], ["Hai", "Ba"]):
        for name in names:
            make_certificates(
                in_force(whole, campaign, f"Lộc Văn {name}"), mandate=whole.commune.clerk, on=DAY
            )
        found = []
        for page in ("campaign-submissions", "campaign-decisions", "campaign-certificates"):
            client.get(reverse(page, args=[campaign.code]))
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse(page, args=[campaign.code]))
            found.append(len(queries))
        counts.append(found)
    assert counts[0] == counts[1]


def test_the_pages_of_three_recipients_need_as_many_queries_as_of_one(whole, campaign):
    client, counts = as_(whole.commune.standing), []
    for names in (["Một"], ["Hai", "Ba", "Bốn"]):
        decision = in_force(whole, campaign, *(f"Lộc Văn {name}" for name in names))
        make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
        pages = [reverse("submission", args=[decision.submission.code])]
        pages += [reverse(name, args=[decision.code]) for name in ("decision", "award-register")]
        found = []
        for page in pages:
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                client.get(page)
            found.append(len(queries))
        counts.append(found)
    assert counts[0] == counts[1]


def test_what_was_returned_is_listed_with_its_words(whole, campaign):
    sent(
        passed(whole, campaign, "Lộc Văn Tài", form="giay_khen_huyen"), whole.commune, form="giay_khen_huyen"
    )
    return_to_lower(Nomination.objects.get(), reason="Thiếu ảnh", mandate=whole.district.standing, on=DAY)
    page = said(as_(whole.commune.standing).get(reverse("campaign-submissions", args=[campaign.code])))
    assert "Cấp trên trả lại để bổ sung" in page
    assert "Thiếu ảnh" in page
