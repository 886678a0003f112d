"""The pages of standards and of the units' own closings."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.awards.dossiers import DAY, complete
from tests.factories.commune import make_person, make_unit
from tests.web.test_nominations import as_, queries_for, words
from thidua.awards.nominate import draft_achievement_report
from thidua.campaigns.models import Campaign, Registration, Target, UnitReview
from thidua.campaigns.review import draft_review_report
from thidua.campaigns.standard import draft_standard
from thidua.records.models import OfficialDocument
from thidua.web.effects import belongs_to

pytestmark = pytest.mark.django_db
ROWS = {"bieu-duong-TOTAL_FORMS": "1", "bieu-duong-INITIAL_FORMS": "0"}


def closing(campaign, unit="khuoi-cap"):
    return reverse("unit-review", args=[campaign.code, unit])


def typed(**more):
    return ROWS | {
        "summary": "Xong mọi việc",
        "met_on": "30/5/2023",
        "met_from": "19:30",
        "met_to": "21:00",
        "met_at": "Nhà văn hóa",
        "chair": "Hứa Văn Sinh",
        "secretary": "Chu Thị Lụa",
        "invited": "40",
        "present": "36",
        "minutes": "Nghe báo cáo",
        "bieu-duong-0-name": "Hộ bà Thắm",
        "bieu-duong-0-kind": "household",
        "bieu-duong-0-reason": "góp công",
        **more,
    }


def test_a_village_head_closes_and_takes_it_back(whole, campaign):
    registration = Registration.objects.create(campaign=campaign, unit=whole.village)
    target = Target.objects.create(
        registration=registration, content=campaign.contents.first(), text="Trồng rừng mới"
    )
    client = as_(whole.head(whole.village))
    page = client.get(reverse("campaign-reviews", args=[campaign.code]), follow=True)
    assert page.redirect_chain[-1][0] == closing(campaign)
    assert "Trồng rừng mới" in words(page)
    sent = client.post(closing(campaign), typed(send="1", **{f"target-{target.pk}": "3 ha"}), follow=True)
    assert "Đã gửi tổng kết của Thôn Khuổi Cáp." in words(sent)
    review = UnitReview.objects.get()
    assert (review.state, review.present, review.results) == ("submitted", 36, {str(target.pk): "3 ha"})
    assert "Hộ bà Thắm" in words(client.get(closing(campaign)))
    client.post(reverse("move-review", args=[campaign.code, "khuoi-cap", "bao-cao"]))
    assert OfficialDocument.objects.get().purpose == "unit_review"
    assert "Soạn báo cáo tổng kết" not in words(client.get(closing(campaign)))
    chair = as_(whole.commune.chair, "chu-tich")
    assert "Lấy lại để sửa" not in words(chair.get(closing(campaign)))
    client.post(reverse("move-review", args=[campaign.code, "khuoi-cap", "lay-lai"]))
    review.refresh_from_db()
    assert review.state == "draft"
    client.post(reverse("move-review", args=[campaign.code, "khuoi-cap", "gui"]))
    review.refresh_from_db()
    assert review.state == "submitted"


def test_the_papers_of_this_stage_lead_back_to_their_pages(whole, campaign):
    head, officer = whole.head(whole.village), whole.commune.standing
    review = UnitReview.objects.create(
        campaign=campaign, unit=whole.village, summary="Xong", state="submitted"
    )
    report = draft_review_report(review, mandate=head, on=DAY)
    award = campaign.awards.get(form="giay_khen_xa")
    award.standard_set_on = None
    standard = draft_standard(
        award, texts={"individual": ["Gương mẫu"]}, kind="thong_bao", mandate=officer, on=DAY
    )
    person = make_person(whole.village, "Lộc Văn Tài")
    nomination = complete(whole, person, campaign=campaign)
    story = draft_achievement_report(nomination, mandate=head, on=DAY)
    assert [belongs_to(paper, officer) for paper in (report, standard, story)] == [
        ("Tổng kết của Thôn Khuổi Cáp", closing(campaign)),
        ("Tiêu chuẩn khen thưởng", reverse("campaign-standards", args=[campaign.code])),
        ("Hồ sơ của Lộc Văn Tài", reverse("nomination", args=[nomination.code])),
    ]
    OfficialDocument.objects.update(about_id=whole.village.pk)
    for paper in OfficialDocument.objects.all():
        assert belongs_to(paper, officer) is None


def test_written_down_but_not_sent(whole, campaign):
    client = as_(whole.head(whole.village))
    assert "tổng kết chưa gửi" in words(client.post(closing(campaign), typed(), follow=True))
    assert "Xong mọi việc" in words(client.get(closing(campaign)))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"met_from": "7 rưỡi"}, "Ghi giờ như 19:30."),
        ({"met_on": "99/99"}, "không phải là một ngày"),
        ({"bieu-duong-0-reason": ""}, "Ghi vì việc gì mà biểu dương."),
        ({"present": "41"}, "Số người có mặt nhiều hơn số người được triệu tập."),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(whole, campaign, wrong, says):
    page = words(as_(whole.head(whole.village)).post(closing(campaign), typed(**wrong)))
    assert says in page
    assert "Xong mọi việc" in page
    assert UnitReview.objects.count() == 0


def test_the_officer_types_for_a_unit_and_returns(whole, campaign):
    client = as_(whole.commune.standing)
    page = words(client.get(reverse("campaign-reviews", args=[campaign.code])))
    assert "0 trên 4 đơn vị" in page
    client.post(closing(campaign), typed(send="1", how="nhận bản giấy ngày 01/6/2023"))
    back = reverse("return-review", args=[campaign.code, "khuoi-cap"])
    assert "Trả lại để sửa" in words(client.post(back, {"remark": ""}))
    client.post(back, {"remark": "Ghi rõ số hộ"})
    assert UnitReview.objects.values_list("state", "remark").get() == ("returned", "Ghi rõ số hộ")
    assert "Ghi rõ số hộ" in words(client.get(closing(campaign)))


def test_strangers_do_not_see_a_closing(whole, campaign):
    client = as_(whole.head(whole.villages[1]))
    assert client.get(closing(campaign)).status_code == 404
    district = as_(whole.district.standing, "huyen")
    assert district.get(closing(campaign)).status_code == 404
    assert "Tổng kết nộp ở nơi phát động" in words(
        district.get(reverse("campaign-reviews", args=[campaign.code]))
    )


def test_the_chair_reads_that_nothing_is_written(whole, campaign):
    page = words(as_(whole.commune.chair).get(closing(campaign)))
    assert "Chưa tổng kết" in page


def test_a_campaign_without_units_says_what_to_do(whole, campaign):
    type(whole.village).objects.filter(parent=whole.commune.unit).update(takes_part=False)
    page = words(as_(whole.commune.standing).get(reverse("campaign-reviews", args=[campaign.code])))
    assert "Chưa có đơn vị nào tham gia" in page


def test_the_officer_passes_on_to_judging(whole, campaign):
    client = as_(whole.commune.standing)
    page = client.post(reverse("begin-awarding", args=[campaign.code]), follow=True)
    assert "Đã chuyển đợt thi đua sang xét khen thưởng." in words(page)
    assert Campaign.objects.get().state == "reviewing"


def test_the_list_of_closings_costs_the_same_for_more_units(whole, campaign):
    client, url = as_(whole.commune.standing), reverse("campaign-reviews", args=[campaign.code])
    UnitReview.objects.create(campaign=campaign, unit=whole.village)
    before = queries_for(client, url)
    for place in range(3):
        unit = make_unit(f"Thôn Mới {place}", f"moi-{place}", "thon", whole.commune.unit)
        UnitReview.objects.create(campaign=campaign, unit=unit)
    assert queries_for(client, url) == before


def open_award(campaign):
    campaign.awards.filter(form="giay_khen_xa").update(standard_set_on=None)


def test_the_standards_page_tells_what_is_open(whole, campaign):
    url = reverse("campaign-standards", args=[campaign.code])
    assert "Chủ tịch quy định ngày 20/3/2023." in words(as_(whole.commune.chair).get(url))
    open_award(campaign)
    page = words(as_(whole.commune.clerk, "van-thu").get(url))
    assert "Chưa có tiêu chuẩn nên chưa thể đề nghị hình thức này" in page
    assert "Việc này của: Thường trực Hội đồng, Chủ tịch." in page
    campaign.awards.all().delete()
    assert "Đợt này không có hình thức khen thưởng" in words(as_(whole.commune.secretary, "thu-ky").get(url))


def test_the_officer_drafts_the_standard_from_the_criteria_of_the_district(whole, campaign):
    open_award(campaign)
    client, url = as_(whole.commune.standing), reverse("award-standard", args=[campaign.code, "giay_khen_xa"])
    assert "Gương mẫu, có việc làm thiết thực" in words(client.get(url))
    assert "Chưa có tiêu chuẩn nào" in words(client.post(url, {"kind": "quyet_dinh"}))
    answer = client.post(url, {"kind": "quyet_dinh", "individual": "Gương mẫu\nCó việc làm cụ thể"})
    paper = OfficialDocument.objects.get()
    assert answer.url == reverse("paper", args=[paper.code])
    assert "Văn bản đang làm" in words(client.get(reverse("campaign-standards", args=[campaign.code])))


def test_what_stands_is_not_set_again(whole, campaign):
    client, url = as_(whole.commune.standing), reverse("award-standard", args=[campaign.code, "giay_khen_xa"])
    assert "Tiêu chuẩn đã được quy định" in words(client.get(url))
    assert client.get(reverse("original-standard", args=[campaign.code, "giay_khen_xa"])).status_code == 403


def test_a_paper_issued_before_is_put_in(whole, campaign):
    open_award(campaign)
    client, url = (
        as_(whole.commune.standing),
        reverse("original-standard", args=[campaign.code, "giay_khen_xa"]),
    )
    assert "Văn bản đã ban hành" in words(client.get(url))
    data = {
        "kind": "quyet_dinh",
        "number_text": "45/QĐ-CTUBND",
        "day": "20/3/2023",
        "individual": "Gương mẫu",
        "upload": SimpleUploadedFile("qd.txt", "Quyết định".encode()),
    }
    page = client.post(url, data, follow=True)
    assert "từ nay đề nghị được Giấy khen của Chủ tịch UBND xã" in words(page)
    assert "Quyết định số 45/QĐ-CTUBND ngày 20/3/2023" in words(page)
