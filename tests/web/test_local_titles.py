"""Trang danh hiệu của địa phương, đưa danh hiệu vào đợt, đặt con số và “chỉ cần một” của tiêu chuẩn."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.commune import as_, make_person
from tests.factories.plans import make_prepared_campaign
from thidua.awards.models import Nomination
from thidua.campaigns.models import Criterion, Measure
from thidua.records.models import LocalTitle

DAY = date(2023, 6, 1)
pytestmark = pytest.mark.django_db
FILLED = {
    "name": "Người tốt, việc tốt", "level": "xa", "paper": "Quyết định số 12/QĐ-UBND", "starts": "01/02/2023",
    "share": "", "criteria-individual": "Có việc làm tốt\nĐược thôn bình chọn", "criteria-collective": "",
    "criteria-household": "", "prize-individual": "", "prize-collective": "", "prize-household": "",
}  # fmt: skip


@pytest.fixture
def client(whole):
    return as_(whole.commune.standing)


def words(response):
    return " ".join(response.content.decode().split())


def test_ghi_danh_hieu_dua_vao_dot_roi_de_nghi(whole, campaign, client):
    listed, new = reverse("local-titles"), reverse("local-title-new")
    assert "Địa phương chưa ghi danh hiệu riêng" in words(client.get(listed))
    assert 'value="01/6/2023"' in words(client.get(new))
    page = words(client.post(new, FILLED | {"criteria-individual": " "}))
    assert "Chưa có tiêu chuẩn" in page
    assert 'value="Người tốt, việc tốt"' in page
    page = words(client.post(new, FILLED, follow=True))
    assert "không kèm tiền thưởng" in page
    title = LocalTitle.objects.get()
    offer = reverse("title-offer", args=[campaign.code])
    page = words(client.post(offer, {"title": title.code}, follow=True))
    assert "Danh hiệu của địa phương, theo Quyết định số 12/QĐ-UBND." in page
    assert "Không còn danh hiệu nào để thêm" in words(client.get(offer))
    head = as_(whole.head(whole.village))
    choice = f"individual:{make_person(whole.village).pk}"
    page = head.get(f"{reverse('new-nomination')}?dot={campaign.code}")
    assert "Người tốt, việc tốt" in words(page)
    assert choice.partition(":")[2] in words(page)
    off = reverse("title-take-off", args=[campaign.code, title.code])
    assert "Đã bỏ danh hiệu" in words(client.post(off, follow=True))
    page = client.post(reverse("local-title-drop", args=[title.code]), follow=True)
    assert "Đã bỏ danh hiệu ghi nhầm" in words(page)
    assert not LocalTitle.objects.exists()


def test_danh_hieu_ke_hoach_co_neu_thi_goi_y_san(whole, client):
    prepared = make_prepared_campaign(whole)
    for name in ("Danh hiệu không nêu", "Gia đình, nông dân tiêu biểu"):
        client.post(reverse("local-title-new"), FILLED | {"name": name})
    page = words(client.get(reverse("title-offer", args=[prepared.code])))
    assert "Kế hoạch của đợt có nêu" in page
    assert "“gia đình, nông dân tiêu biểu”: ngoài phần khen thưởng, xem lại bản gốc" in page
    chosen = LocalTitle.objects.get(name="Gia đình, nông dân tiêu biểu").code
    assert f'<option value="{chosen}" selected>' in page


def test_danh_hieu_co_o_phoi_o_khen_thuong_cu_va_o_bang_nhap(whole, client):
    client.post(reverse("local-title-new"), FILLED)
    option = f'<option value="{LocalTitle.objects.get().code}">Người tốt, việc tốt</option>'
    person = make_person(whole.village)
    pages = [
        as_(whole.commune.clerk).get(reverse("blank-new")),
        client.get(reverse("entry-new", args=["individual", person.pk, "khen-thuong"])),
    ]
    assert [words(page).count(option) for page in pages] == [1, 1]
    assert "<li>Người tốt, việc tốt</li>" in words(client.get(reverse("past-awards")))


def test_thoi_ap_dung_va_van_thu_chi_xem(whole, client):
    client.post(reverse("local-title-new"), FILLED)
    end = reverse("local-title-end", args=[LocalTitle.objects.get().code])
    assert client.get(end).status_code == 200
    page = words(client.post(end, {"last": "31/5/2023", "paper": "Quyết định số 9"}, follow=True))
    assert "Thôi theo Quyết định số 9" in page
    clerk = as_(whole.commune.clerk)
    assert reverse("local-title-new") not in words(clerk.get(reverse("local-titles")))
    assert clerk.get(reverse("local-title-new")).status_code == 403


def test_con_so_va_chi_can_mot_duoc_doc_tu_cau_chu_roi_ghi(campaign, client):
    award = campaign.awards.get(form="bang_khen_tinh")
    award.criteria.all().delete()
    for order, text in enumerate(("Từ 02 sáng kiến trở lên", "Tỷ lệ hộ tham gia từ 90 % trở lên"), start=1):
        Criterion.objects.create(
            award=award, order=order, recipient="individual", group="Đạt một trong các tiêu chuẩn", text=text
        )
    page = reverse("measure-criteria", args=[campaign.code, award.form])
    shown = client.get(page).context["form"]
    first = [[field.initial for field in fields] for _, fields in shown.of_criteria()]
    assert [[row[0], str(row[1]), row[2]] for row in first] == [["A", "2", "sáng kiến"], ["A", "90", "%"]]
    sent = {
        f"{name}-{one.pk}": value
        for one in award.criteria.all()
        for name, value in (("choice", "A"), ("least", "2"), ("counted", "sáng kiến"))
    }
    alone = sent | {f"choice-{award.criteria.first().pk}": ""}
    assert "chỉ có một tiêu chuẩn" in words(client.post(page, alone))
    answer = words(client.post(page, sent, follow=True))
    assert answer.count("nhóm A: chỉ cần một") == 2
    assert answer.count("từ 2 sáng kiến trở lên") == 2
    assert Measure.objects.count() == 2
    again = client.get(page).context["form"]
    assert again.is_new is False


def test_ho_so_hoi_con_so(whole, campaign, client):
    award = campaign.awards.get(form="bang_khen_tinh")
    criterion = award.criteria.get(recipient="individual")
    Measure.objects.create(criterion=criterion, least=2, counted="giải pháp", set_by="Mai", set_on=DAY)
    head = as_(whole.head(whole.village))
    found = {"award": str(award.pk), "candidate": f"individual:{make_person(whole.village).pk}"}
    head.post(f"{reverse('new-nomination')}?dot={campaign.code}", found)
    nomination = Nomination.objects.get()
    page = reverse("dossier", args=[nomination.code])
    assert "Tiêu chuẩn cần từ 2 giải pháp trở lên." in words(head.get(page))
    sent = {
        "version": nomination.version, "address": "Thôn", "group": nomination.group,
        f"claim-{criterion.pk}": "Hai giải pháp", f"number-{criterion.pk}": "2,5", "open_matter": "none",
    }  # fmt: skip
    answer = words(head.post(page, sent, follow=True))
    assert "2,5 giải pháp: Hai giải pháp" in answer
    assert "Từ 2 giải pháp trở lên" in answer


@pytest.mark.parametrize("page", ["local-titles", "campaign-standards"])
def test_so_truy_van_khong_tang_theo_so_dong(whole, campaign, client, page):
    where = reverse(page, args=[campaign.code] if page.startswith("campaign") else [])
    counts = []
    for number in (1, 3):
        for extra in range(number - LocalTitle.objects.count()):
            client.post(reverse("local-title-new"), FILLED | {"name": f"Danh hiệu {number}{extra}"})
        for title in LocalTitle.objects.all():
            client.post(reverse("title-offer", args=[campaign.code]), {"title": title.code})
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert client.get(where).status_code == 200
        counts.append(len(found))
    assert counts[0] == counts[1]
