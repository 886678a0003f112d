"""Trưởng thôn ghi mô hình trên điện thoại, cán bộ duyệt, ai cũng xem; thôn khác làm theo; tệp lạ có câu."""

import io
from html import unescape

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.factories.commune import as_, make_campaign
from tests.factories.models import DAY, again, begun, copied, photo, pictured, published
from tests.factories.work import make_work
from tests.publicity.honours import shown
from tests.reading.files.builders import zipped
from tests.web.looking import page
from tests.web.model_doors import NO_ROWS
from thidua.campaigns import discover
from thidua.campaigns.models import ModelPicture, ModelProject, Replication
from thidua.journal.models import JournalEntry
from thidua.org.models import Installation

pytestmark = pytest.mark.django_db
ROWS = NO_ROWS | {"giai-doan-TOTAL_FORMS": "2", "con-so-TOTAL_FORMS": "1"}


@pytest.fixture(autouse=True)
def _day(whole):
    Installation.objects.update(is_demo=True, working_day=DAY)


@pytest.fixture
def head(whole):
    return as_(whole.head(whole.village))


@pytest.fixture
def officer(whole):
    return as_(whole.commune.standing)


def said(answer) -> str:
    return unescape(answer.content.decode())


def sent(client, name, *args, **data) -> str:
    answer = client.post(reverse(name, args=args), data)
    return answer.url if answer.status_code == 302 else said(answer)


# Trên điện thoại của trưởng thôn


def test_truong_thon_chi_can_ghi_ten_roi_gan_anh_va_ghi_giai_doan(head, whole, campaign):
    assert "Chưa có mô hình nào ở đây" in page(head, "campaign-projects", campaign.code)
    form = page(head, "project-new", campaign.code)
    assert ("Nhận bằng cách nào" in form, "Chọn đơn vị" in form) == (False, False)
    typed = ROWS | {"title": "Vườn mẫu", "giai-doan-0-text": "Họp thôn", "giai-doan-0-due": "01/6/2023",
                    "con-so-0-text": "Hộ làm", "con-so-0-value": "12,5", "con-so-0-measure": "hộ",
                    "cost": "12.000.000", "cost_source": "dân góp"}  # fmt: skip
    sent(head, "project-new", campaign.code, **typed)
    project = ModelProject.objects.get()
    text = page(head, "project", project.code)
    for words in ("Vườn mẫu", "quá hạn", "12,5 hộ", "12.000.000 đồng, dân góp", "Chưa có ảnh."):
        assert words in text
    step = project.steps.get()
    sent(head, "project-step", step.pk, to="done", done_on="")
    assert "đã xong" in page(head, "project", project.code)
    picture = {"photo": photo(), "side": "before", "people": "Chu Thị Lụa\n", "caption": "Đất trống"}
    sent(head, "project-picture", project.code, **picture)
    assert "chưa đồng ý, chưa hiện công khai" in page(head, "project", project.code)
    sent(head, "project-picture-agree", ModelPicture.objects.get().code, how="nói trực tiếp")
    assert "chưa đồng ý, chưa hiện công khai" not in page(head, "project", project.code)
    sent(head, "project-stage", project.code, stage="building", result="", done_on="")
    assert page(head, "project", project.code).count("Trình duyệt công khai") == 1
    assert "Vườn mẫu" in page(head, "unit-progress", campaign.code, whole.village.code)


def test_can_bo_ghi_thay_don_vi_chon_o_danh_sach(officer, whole, campaign):
    typed = NO_ROWS | {"title": "Tủ sách", "unit": whole.body.pk, "how": "nhận bản giấy"}
    assert "Chọn đơn vị" in page(officer, "project-new", campaign.code)
    sent(officer, "project-new", campaign.code, **typed)
    project = ModelProject.objects.get()
    assert (project.unit, project.how) == (whole.body, "nhận bản giấy")
    url = sent(officer, "project-edit", project.code, **typed | {"title": "Tủ sách bản em", "version": "0"})
    assert (url, ModelProject.objects.get().title) == (
        reverse("project", args=[project.code]),
        "Tủ sách bản em",
    )


def test_gui_hai_lan_chi_ghi_mot(head, campaign):
    typed = NO_ROWS | {"title": "Vườn mẫu", "once": "mot-lan"}
    urls = {sent(head, "project-new", campaign.code, **typed) for _ in range(2)}
    assert (ModelProject.objects.count(), len(urls)) == (1, 2)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Trường này là bắt buộc."),
        ({"cost": "5.000", "cost_source": ""}, "Hãy ghi kinh phí lấy từ nguồn nào."),
        ({"giai-doan-0-due": "01/6/2023"}, "Ghi giai đoạn làm gì, hoặc xóa ngày ở dòng này."),
        ({"con-so-0-text": "Hộ làm"}, "Ghi số của kết quả này; chưa có số thì xóa dòng."),
        ({"con-so-0-value": "3"}, "Ghi đó là kết quả gì, hoặc xóa số ở dòng này."),
    ],
)
def test_thieu_gi_co_cau_noi_va_giu_moi_chu_da_go(head, campaign, change, sentence):
    typed = ROWS | {"title": "Vườn mẫu", "description": "Chữ đã gõ"} | change
    text = sent(head, "project-new", campaign.code, **typed)
    assert (sentence in text, "Chữ đã gõ" in text, ModelProject.objects.count()) == (True, True, 0)


def big() -> bytes:
    return b"\xff\xd8\xff" + b"\0" * (30 * 1024 * 1024)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("anh.jpg", big, "Tệp lớn hơn 25 MB; hãy tách nhỏ hoặc giảm dung lượng rồi gửi lại."),
        ("anh.jpg", lambda: zipped(**{"a.txt": "x"}),
         "Tệp nén không phải là Word hay Excel; chỉ nhận .pdf, .docx, .xlsx, .png, .jpg, .txt."),
        ("../../../\u202egpj.exe", lambda: photo().read(), "nội dung là .jpg"),
        ("hong.jpg", lambda: photo().read()[:60],
         "Ảnh bị hỏng, không mở được; hãy chụp hoặc lưu lại ảnh rồi gửi."),
    ],
)  # fmt: skip
def test_anh_khong_nhan_duoc_thi_noi_vi_sao_loi_da_go_con_nguyen(head, whole, campaign, name, data, sentence):
    project = begun(whole, campaign)
    typed = {
        "photo": ContentFile(data(), name=name),
        "side": "before",
        "caption": "Lời đã gõ 🌸",
        "nobody": "on",
    }
    text = sent(head, "project-picture", project.code, **typed)
    assert (sentence in text, "Lời đã gõ 🌸" in text, ModelPicture.objects.count()) == (True, True, 0)


def test_chu_la_khong_lam_hong_trang(head, officer, whole, campaign):
    hostile = "<script>alert(1)</script> \u202eđảo ngược\u202c 🌸 " + "ư" * 4900
    typed = NO_ROWS | {"title": "<b>Vườn</b> 🌸", "description": hostile}
    sent(head, "project-new", campaign.code, **typed)
    project = ModelProject.objects.get()
    text = head.get(reverse("project", args=[project.code])).content.decode()
    assert ("&lt;b&gt;Vườn&lt;/b&gt; 🌸" in text, "<script>alert(1)" in text) == (True, False)
    long = sent(head, "project-new", campaign.code, **typed | {"description": "ư" * 5001})
    assert "5001" in long


# Duyệt, công khai


def test_can_bo_duyet_roi_ai_cung_xem_anh_chi_hien_khi_dong_y(officer, head, whole, campaign):
    project = begun(whole, campaign)
    mine = whole.head(whole.village)
    seen, hidden = pictured(project, mine, "Lộc Văn Tài", how="nói"), pictured(project, mine, "Chu Thị Lụa")
    sent(head, "project-offer", project.code)
    assert "ở bàn Thường trực Hội đồng" in page(officer, "campaign-projects", campaign.code)
    sent(officer, "project-publish", project.code)
    text = page(Client(), "public-project", project.code)
    for words in ("Tuyến đường hoa", "12.000.000 đồng, dân góp, xã hỗ trợ cây giống",
                  "42 người: 42 hộ của thôn", "1,2 km", "Họp thôn", "Đầu thôn"):  # fmt: skip
        assert words in text
    address = [reverse("public-project-picture", args=[project.code, one.code]) for one in (seen, hidden)]
    assert [Client().get(one).status_code for one in address] == [200, 404]
    assert Client().get(address[0])["Content-Type"] == "image/jpeg"
    drawn = Client().get(reverse("share-project", args=[project.code]))
    assert Image.open(io.BytesIO(drawn.content)).size == (1200, 630)
    out = {"person": seen.people.get().pk, "reason": ""}
    assert sent(head, "project-picture-out", seen.code, **out) == reverse("project", args=[project.code])
    assert Client().get(address[0]).status_code == 404
    assert "Đầu thôn" not in page(Client(), "public-project", project.code)


def test_tra_lai_duyet_phan_sua_go_va_viet_lai(officer, head, whole, campaign):
    project = begun(whole, campaign)
    discover.offer_project(project, mandate=whole.head(whole.village), on=DAY)
    assert "Xin xem lại:" in sent(officer, "project-hand-back", project.code, **{"tra-reason": ""})
    sent(officer, "project-hand-back", project.code, **{"tra-reason": "Ghi rõ số hộ"})
    assert "Ghi rõ số hộ" in page(head, "project", project.code)
    sent(officer, "project-publish", project.code)
    sent(head, "project-stage", project.code, stage="done", result="Xong 1,2 km", done_on="")
    assert "Có phần sửa chờ duyệt" in page(head, "project", project.code)
    assert "có phần sửa chờ duyệt" in page(officer, "campaign-projects", campaign.code)
    assert "Xong 1,2 km" not in page(Client(), "public-project", project.code)
    sent(officer, "project-renew", project.code)
    assert "Xong 1,2 km" in page(Client(), "public-project", project.code)
    assert "Xin xem lại:" in sent(officer, "project-withdraw", project.code, **{"go-reason": ""})
    sent(officer, "project-withdraw", project.code, **{"go-reason": "Sai số"})
    page(Client(), "public-project", project.code, status=410)
    page(Client(), "public-project", "khong-co", status=404)
    sent(head, "project-reopen", project.code)
    assert ModelProject.objects.get().state == "draft"


def test_tu_choi_thi_cau_noi_hien_tren_bieu_mau(head, whole, campaign):
    project = begun(whole, campaign)
    text = sent(head, "project-stage", project.code, stage="done", result=" ", done_on="")
    assert ("Mô hình đã xong thì ghi kết quả" in text, "Tuyến đường hoa" in text) == (True, True)
    step = project.steps.first()
    assert "Ngày xong 07/6/2023 chưa tới." in sent(
        head, "project-step", step.pk, to="done", done_on="07/6/2023"
    )
    picture = pictured(project, whole.head(whole.village))
    assert "Hãy ghi vì sao bỏ ảnh." in sent(head, "project-picture-out", picture.code, person="", reason="")
    assert "Mọi người trong ảnh này" in sent(head, "project-picture-agree", picture.code, how="nói")
    typed = NO_ROWS | {"title": "Tên khác", "version": "0"}
    assert "Nội dung đã được người khác sửa" in sent(head, "project-edit", project.code, **typed)


# Kế hoạch yêu cầu, danh mục, bản đồ


def test_trang_mo_hinh_noi_ke_hoach_yeu_cau_gi_va_ai_con_no(officer, whole):
    campaign = make_work(whole, make_campaign(whole))
    begun(whole, campaign)
    text = page(officer, "campaign-projects", campaign.code)
    for words in (
        "ít nhất 01 mô hình",
        "0 trên 2 nơi đã đạt, 1 nơi đang làm",
        "Còn nợ: thôn Bản Vàng, thôn Khuổi Cáp",
    ):
        assert words in text


def test_danh_muc_in_ra_duoc(officer, whole, campaign):
    copied(whole, campaign, begun(whole, campaign))
    assert "Danh mục mô hình, phần việc" in page(officer, "campaign-projects", campaign.code)
    for form, first in (("pdf", b"%PDF-"), ("docx", b"PK")):
        answer = officer.get(reverse("paper-print", args=["danh-muc-mo-hinh", campaign.code, form]))
        assert answer.content.startswith(first)


def test_ban_do_mo_hinh_co_moi_noi_va_nhe(whole, campaign):
    published(whole, campaign)
    answer = Client().get(reverse("public-projects"))
    text = answer.content.decode()
    assert ("1 đang làm" in text, text.count('class="tile tile-none"'), len(answer.content) < 60_000) == (
        True, 3, True,
    )  # fmt: skip
    assert f"/mo-hinh/{ModelProject.objects.get().code}/" in page(Client(), "sitemap")


# Nhân rộng


def test_thon_khac_lam_theo_va_ghi_ket_qua(officer, whole, campaign):
    project = published(whole, campaign)
    other = as_(whole.head(whole.villages[1]))
    address = reverse("replication-new", args=[campaign.code])
    assert f'value="{project.pk}" selected' in said(other.get(address, {"mo-hinh": project.code}))
    assert "Chọn một mô hình, hoặc một gương điển hình." in sent(
        other, "replication-new", campaign.code, since="05/6/2023"
    )
    sent(other, "replication-new", campaign.code, project=project.pk, since="05/6/2023", what="Trồng hoa")
    copy = Replication.objects.get()
    assert "Có đơn vị tính thì ghi cả số." in sent(other, "replication", copy.code, text="Được", measure="km")
    sent(other, "replication", copy.code, text="Trồng 800 m", value="0,8", measure="km")
    for words in ("Trồng 800 m", "0,8 km", "đã có kết quả"):
        assert words in page(officer, "campaign-replications", campaign.code)
    assert "Trồng 800 m" in page(officer, "project", project.code)
    sent(other, "replication-resume", copy.code)
    assert "Xin xem lại:" in sent(other, "replication-drop", copy.code, **{"thoi-reason": ""})
    sent(other, "replication-drop", copy.code, **{"thoi-reason": "Hết giống"})
    assert "Hết giống" in page(other, "replication", copy.code)
    sent(officer, "project-renew", project.code)
    assert "Trồng 800 m" not in page(Client(), "public-project", project.code)


def test_can_bo_ghi_noi_lam_theo_guong_dien_hinh(officer, whole, campaign):
    way = shown(campaign, whole.commune.standing)
    typed = {"unit": whole.villages[1].pk, "role_model": way.pk, "since": "05/6/2023", "how": "gọi điện"}
    sent(officer, "replication-new", campaign.code, **typed)
    assert "gương Ông Lộc Văn Tài" in page(officer, "campaign-replications", campaign.code)
    assert JournalEntry.objects.order_by("number").last().says.endswith("từ ngày 05/6/2023.")
    assert whole.villages[1].name in page(officer, "role-model", way.slug)
    assert whole.villages[1].name in page(Client(), "public-role-model", way.slug)


def test_danh_sach_va_trang_ton_nhu_nhau_cho_mot_va_ba(officer, whole, campaign):
    counts = []
    for _ in range(2):
        for _ in range(len(counts) + 1):
            project = published(whole, campaign)
            pictured(
                again(project, whole.head(whole.village)), whole.head(whole.village), "Chu Thị Lụa", how="nói"
            )
            copied(whole, campaign, project)
            discover.renew_project(
                again(project, whole.commune.standing), mandate=whole.commune.standing, on=DAY
            )
        counts.append([])
        for name in ("campaign-projects", "campaign-replications", "replication-new"):
            with CaptureQueriesContext(connection) as queries:
                page(officer, name, campaign.code)
            counts[-1].append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            page(Client(), "public-projects")
        counts[-1].append(len(queries))
    assert (ModelProject.objects.count(), counts[0]) == (3, counts[1])


def test_mo_hinh_cho_duyet_nam_tren_ban_nguoi_duyet_duoc(officer, whole, campaign):
    project = begun(whole, campaign)
    discover.offer_project(project, mandate=whole.head(whole.village), on=DAY)
    for client, there in (
        (officer, True),
        (as_(whole.commune.chair), True),
        (as_(whole.commune.clerk), False),
    ):
        assert ("Duyệt công khai mô hình: Tuyến đường hoa" in page(client, "desk")) is there
