"""The pages around one dossier: evidence under a claim, the return of parts, the answer, a late dossier."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.dossiers import DAY, complete, sent, started
from tests.factories.commune import make_person
from tests.publicity.honours import told
from tests.web.test_nominations import as_, typed, words
from thidua.awards.appraise import open_appraisal
from thidua.awards.models import Evidence, Supplement
from thidua.campaigns.models import ModelProject, RoleModel
from thidua.records.models import LocalRule

pytestmark = pytest.mark.django_db


@pytest.fixture
def tai(whole):
    return make_person(whole.village, "Lộc Văn Tài", position="Nông dân")


def page_of(client, name, *args):
    return words(client.get(reverse(name, args=args)))


def test_files_and_things_on_file_are_attached_seen_and_taken_off(whole, campaign, tai):
    nomination, head = started(whole, tai, campaign=campaign), as_(whole.head(whole.village))
    ModelProject.objects.create(campaign=campaign, unit=whole.village, title="Tuyến đường hoa")
    RoleModel.objects.create(
        unit=whole.commune.unit, campaign=campaign, name=tai.name, slug="tai", title="Người giữ đường",
        story="…",
    )  # fmt: skip
    told(campaign, whole.commune.culture, title="Ra quân")
    claim = nomination.claims.get()
    address = reverse("claim-evidence", args=[nomination.code, claim.criterion_id])
    assert address in page_of(head, "nomination", nomination.code)
    empty = words(head.post(address, {"once": "mot"}))
    assert "Chọn tệp, hoặc đánh dấu một việc đã có." in empty
    offered = dict(head.get(address).context["form"].fields["things"].choices)
    assert sorted(offered.values()) == [
        "Mô hình: Tuyến đường hoa", "Tin: Ra quân", "Điển hình: Người giữ đường"
    ]  # fmt: skip
    proof = SimpleUploadedFile("anh.txt", b"Danh sach ho")
    head.post(address, {"uploads": proof, "things": list(offered)})
    shown = page_of(head, "nomination", nomination.code)
    links = [reverse("role-model", args=["tai"]), reverse("unit-progress", args=[campaign.code, "khuoi-cap"])]
    assert all(link in shown for link in links)
    first = Evidence.objects.get(attachment__isnull=False)
    page = words(head.post(reverse("drop-evidence", args=[nomination.code, first.pk]), follow=True))
    assert "Đã bỏ minh chứng “anh.txt”." in page
    assert Evidence.objects.count() == 3


def returned(whole, campaign, tai, client, remark=""):
    nomination = sent(whole, tai, campaign=campaign)
    open_appraisal(nomination, mandate=whole.commune.standing, on=DAY)
    address = reverse("return-dossier", args=[nomination.code])
    assert address in page_of(client, "appraisal", nomination.code)
    return nomination, client.post(address, {"remark": remark})


def test_the_officer_flags_parts_and_the_unit_can_change_nothing_else(whole, campaign, tai):
    officer = as_(whole.commune.standing)
    nomination, blank = returned(whole, campaign, tai, officer)
    assert "Hãy ghi rõ cần bổ sung những gì." in words(blank)
    claim = nomination.claims.get()
    place = f"claim:{claim.criterion_id}"
    flagged = {f"asks-{place}": "Thêm ảnh nghiệm thu", "asks-part:bien_ban": "Thiếu chữ ký"}
    officer.post(reverse("return-dossier", args=[nomination.code]), flagged)
    head = as_(whole.head(whole.village), "truong-thon")
    form = head.get(reverse("dossier", args=[nomination.code])).context["form"]
    open_now = sorted(name for name, field in form.fields.items() if not field.disabled)
    assert open_now == [f"claim-{claim.criterion_id}", "version"]
    assert "bị trả lại" in page_of(head, "nomination", nomination.code)
    nomination.refresh_from_db()
    head.post(reverse("dossier", args=[nomination.code]), typed(nomination, achievement="Đổi trộm"))
    nomination.refresh_from_db()
    assert (nomination.achievement, nomination.claims.get().text) == (
        "Vận động 62 hộ phân loại rác",
        "Có ảnh",
    )
    filed = {"part": "bien_ban", "note": "bản có đủ chữ ký, nhận 01/6/2023"}
    head.post(reverse("dossier-part", args=[nomination.code]), filed)
    head.post(reverse("move-nomination", args=[nomination.code, "gui"]))
    officer.post(reverse("move-nomination", args=[nomination.code, "nhan-tham-dinh"]))
    page = page_of(officer, "appraisal", nomination.code)
    before, after = page.index("Danh sách 62 hộ, có ảnh"), page.rindex("Sau khi bổ sung")
    assert before < after
    assert "bản có đủ chữ ký, nhận 01/6/2023" in page


def test_when_the_returns_are_used_up_the_button_says_why(whole, campaign, tai):
    officer = as_(whole.commune.standing)
    nomination, _ = returned(whole, campaign, tai, officer, remark="Viết lại")
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="returns_allowed", value="1", paper="Quy chế", starts=date(2020, 1, 1),
        confirmed_by="Lương Quốc Thịnh",
    )  # fmt: skip
    head = as_(whole.head(whole.village), "truong-thon")
    head.post(reverse("move-nomination", args=[nomination.code, "gui"]))
    officer.post(reverse("move-nomination", args=[nomination.code, "nhan-tham-dinh"]))
    page = page_of(officer, "appraisal", nomination.code)
    assert "Hồ sơ đã được trả lại 1 lần" in page
    assert officer.post(reverse("return-dossier", args=[nomination.code]), {"remark": "x"}).status_code == 403
    assert Supplement.objects.count() == 1


def test_the_office_has_nothing_to_return_once_the_appraisal_has_ended(whole, campaign, tai):
    officer = as_(whole.commune.standing)
    nomination, _ = returned(whole, campaign, tai, officer, remark="Viết lại")
    again = officer.get(reverse("return-dossier", args=[nomination.code]))
    assert (again.status_code, again.url) == (302, reverse("appraisal", args=[nomination.code]))


def test_a_late_dossier_is_taken_by_the_officer_with_the_reason(whole, campaign, tai):
    campaign.deadlines.create(kind="review", day=date(2023, 5, 31))
    nomination = complete(whole, tai, campaign=campaign)
    head, officer = as_(whole.head(whole.village)), as_(whole.commune.standing, "can-bo")
    assert "Đã hết hạn nhận hồ sơ (ngày 31/5/2023)." in page_of(head, "nomination", nomination.code)
    address = reverse("late-nomination", args=[nomination.code])
    assert head.get(address).status_code == 403
    assert address in page_of(officer, "nomination", nomination.code)
    assert officer.post(address, {"reason": ""}).status_code == 200
    officer.post(address, {"reason": "Đường sạt lở"})
    page = page_of(officer, "nomination", nomination.code)
    assert "nộp muộn" in page
    assert "Đường sạt lở" in page
    assert "nộp muộn" in page_of(officer, "campaign-appraisals", campaign.code)


def test_the_report_says_how_long_it_is_and_may_be(whole, campaign, tai):
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="report_words", value="600", paper="Quy chế", starts=date(2020, 1, 1),
        confirmed_by="Lương Quốc Thịnh",
    )  # fmt: skip
    nomination = complete(whole, tai, campaign=campaign)
    page = page_of(as_(whole.head(whole.village)), "dossier", nomination.code)
    assert "Báo cáo đã ghi 15 chữ, tối đa 600 chữ theo " in page
    assert "Theo Mẫu số 07, Nghị định 91/2017/NĐ-CP." in page


def test_the_page_asks_the_same_whether_a_claim_shows_one_thing_or_three(whole, campaign, tai):
    nomination, head = started(whole, tai, campaign=campaign), as_(whole.head(whole.village))
    claim = nomination.claims.get()
    address = reverse("claim-evidence", args=[nomination.code, claim.criterion_id])
    asked = []
    for names in (["a"], ["b", "c"]):
        for name in names:
            head.post(address, {"uploads": SimpleUploadedFile(f"{name}.txt", name.encode() * 9)})
        with CaptureQueriesContext(connection) as found:
            page_of(head, "nomination", nomination.code)
        asked.append(len(found))
    assert asked[0] == asked[1]
