"""The pages of appraising: the list by deadline, the findings, and how a dossier goes on."""

from datetime import date

import pytest
from django.urls import reverse

from tests.awards.dossiers import DAY, sent
from tests.factories.commune import make_campaign, make_person
from tests.web.test_nominations import as_, words
from thidua.awards.appraise import open_appraisal
from thidua.awards.models import Appraisal

pytestmark = pytest.mark.django_db


@pytest.fixture
def nomination(whole):
    person = make_person(whole.village, "Lộc Văn Tài", position="Nông dân")
    return sent(whole, person, campaign=make_campaign(whole))


@pytest.fixture
def opened(whole, nomination):
    return open_appraisal(nomination, mandate=whole.commune.standing, on=DAY)


def judged(opened, choice="yes", why="Đã xem ảnh"):
    finding = opened.findings.get(rule="criterion")
    return {f"holds-{finding.pk}": choice, f"why-{finding.pk}": why}


def ending(nomination, how):
    return reverse("conclude-appraisal", args=[nomination.code, how])


def test_what_waits_is_listed_by_its_deadline(whole, nomination):
    client, url = as_(whole.commune.standing), reverse("campaign-appraisals", args=[nomination.campaign.code])
    page = words(client.get(url))
    assert "Lộc Văn <b>Tài</b>" in page
    assert "15/6/2023" in page
    assert "còn 14 ngày" in page
    client.post(reverse("move-nomination", args=[nomination.code, "nhan-tham-dinh"]))
    assert "Làm tiếp" in words(client.get(url))


def test_an_empty_desk_says_so(whole):
    campaign = make_campaign(whole)
    page = words(as_(whole.commune.standing).get(reverse("campaign-appraisals", args=[campaign.code])))
    assert "Không còn hồ sơ chờ thẩm định" in page


def test_findings_are_shown_with_article_and_doubt(whole, nomination, opened):
    page = words(as_(whole.commune.standing).get(reverse("appraisal", args=[nomination.code])))
    assert "Một thành tích một hình thức: đạt." in page
    assert "chưa xác nhận, kiểm tra văn bản gốc" in page
    assert "mục V.2.2.b, kế hoạch phát động" in page
    assert "Hồ sơ nêu: Danh sách 62 hộ, có ảnh" in page


def test_judged_and_found_eligible(whole, nomination, opened):
    client, url = as_(whole.commune.standing), reverse("appraisal", args=[nomination.code])
    assert "Đã ghi nhận định." in words(client.post(url, judged(opened), follow=True))
    client.post(ending(nomination, "du-dieu-kien"), {"words": ""})
    nomination.refresh_from_db()
    assert nomination.state == "eligible"
    assert "đủ điều kiện" in words(client.get(url))
    client.post(reverse("move-nomination", args=[nomination.code, "mo-lai-tham-dinh"]))
    assert Appraisal.objects.get().concluded_on is None


def test_a_judgement_without_its_reason_keeps_what_was_typed(whole, nomination, opened):
    client, url = as_(whole.commune.standing), reverse("appraisal", args=[nomination.code])
    page = words(client.post(url, judged(opened, "no", "")))
    assert "Ghi lý do: Sâu sát cơ sở, có giải pháp hữu ích" in page
    assert client.post(url, judged(opened, "no", "Chưa rõ")).status_code == 302
    assert opened.findings.get(rule="criterion").judged is False
    assert "không đạt" in words(client.get(url))


def test_one_sentence_says_that_every_criterion_holds_but_for_those_judged_apart(whole, nomination, opened):
    client, url = as_(whole.commune.standing), reverse("appraisal", args=[nomination.code])
    client.post(url, judged(opened, "no", "Thiếu ảnh") | {"all_hold": "Đã xem hồ sơ"})
    finding = opened.findings.get(rule="criterion")
    assert (finding.judged, finding.judged_why) == (False, "Thiếu ảnh")
    opened.findings.update(judged=None, judged_why="")
    client.post(url, {"all_hold": "Đã xem hồ sơ"})
    finding.refresh_from_db()
    assert (finding.judged, finding.judged_why) == (True, "Đã xem hồ sơ")
    assert "Kết luận chung" not in words(client.get(url))


def test_it_cannot_end_well_while_points_are_open(whole, nomination, opened):
    page = words(as_(whole.commune.standing).post(ending(nomination, "du-dieu-kien"), {"words": "ổn"}))
    assert "Chưa kết luận đủ điều kiện được: Sâu sát cơ sở, có giải pháp hữu ích" in page


def test_returned_the_unit_sees_the_list_and_the_flagged_points(whole, nomination, opened):
    client = as_(whole.commune.standing)
    client.post(reverse("appraisal", args=[nomination.code]), judged(opened, "no", "Thiếu ảnh"))
    client.post(reverse("return-dossier", args=[nomination.code]), {"remark": "Thêm ảnh nghiệm thu"})
    head = as_(whole.head(whole.village), "truong-thon")
    page = words(head.get(reverse("dossier", args=[nomination.code])))
    assert "Thêm ảnh nghiệm thu" in page
    assert "Thiếu ảnh" in page


def test_not_eligible_needs_the_reason(whole, nomination, opened):
    client = as_(whole.commune.standing)
    page = words(client.post(ending(nomination, "khong-du-dieu-kien"), {"words": ""}))
    assert "Hãy ghi lý do không đủ điều kiện" in page
    client.post(ending(nomination, "khong-du-dieu-kien"), {"words": "Chưa đủ thời gian"})
    nomination.refresh_from_db()
    assert (nomination.state, nomination.remark) == ("ineligible", "Chưa đủ thời gian")
    assert client.post(ending(nomination, "du-dieu-kien"), {"words": "x"}).status_code == 302


def test_the_chair_reads_and_the_page_says_who_appraises(whole, nomination):
    page = words(as_(whole.commune.chair).get(reverse("appraisal", args=[nomination.code])))
    assert "Chưa thẩm định ở cấp này" in page
    assert "Việc này của: Thường trực Hội đồng." in page


def test_the_finding_of_a_law_that_stops_is_plain(whole, nomination):
    nomination.open_matter, nomination.has_open_matter = "complaint", True
    nomination.save()
    open_appraisal(nomination, mandate=whole.commune.standing, on=date(2023, 6, 2))
    page = words(as_(whole.commune.standing).get(reverse("appraisal", args=[nomination.code])))
    assert "Chưa xét khen thưởng: đang trong thời gian xác minh đơn thư khiếu nại, tố cáo." in page
