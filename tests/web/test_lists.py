"""Nhập, xuất danh sách đề nghị trên trang: xem trước, đặt cho nhiều dòng, ghi, tải bảng có cột “Lỗi”."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.awards.dossiers import DAY, started
from tests.factories.commune import make_campaign, make_commune, make_household, make_person
from tests.web.test_nominations import as_, words
from thidua.awards.models import Nomination
from thidua.org.models import Installation
from thidua.paper.sheet import Sheet, write_xlsx
from thidua.records.models import Run
from thidua.web.views.nomination_sheet import COLUMNS

pytestmark = pytest.mark.django_db
ROWS = "Họ và tên\tĐơn vị\tHình thức\tThành tích\n"
UNSURE = ROWS + "Tô Minh An\tThôn Khuổi Cáp\t\tlàm đường\nBà Nông Hạnh\tThôn Khuổi Cáp\t\ttrồng hoa\n"
HOW = "nhận bản Excel ngày 01/6/2023"


@pytest.fixture
def whole():
    whole = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=DAY)
    return whole


@pytest.fixture
def officer(whole):
    return as_(whole.commune.standing)


def handed_in(client, campaign, text):
    url = reverse("nominations-hand-in", args=[campaign.code])
    return client.post(url, {"pasted": text, "how": HOW}, follow=True)


def test_xem_truoc_dat_cho_nhieu_dong_roi_ghi(officer, campaign):
    page = words(handed_in(officer, campaign, UNSURE))
    assert "2 dòng chưa rõ hoặc sai" in page
    assert "Chưa ghi hình thức; chọn hình thức cho dòng này." in page
    run = Run.objects.get()
    settle = reverse("settle-list", args=[run.pk])
    nothing = words(officer.post(settle, {"award": "Giấy khen của Chủ tịch UBND xã"}))
    assert "Hãy đánh dấu các dòng và chọn điều cần đặt cho các dòng đó." in nothing
    said = {"chon": ["0", "1"], "award": "Giấy khen của Chủ tịch UBND xã", "honorific": "Bà", "hien": "xem"}
    page = words(officer.post(settle, said, follow=True))
    assert "Cả 2 dòng đều rõ." in page
    done = officer.post(reverse("nominations-list", args=[run.pk]), {}, follow=True)
    assert "Đã lập 2 đề nghị từ danh sách." in words(done)
    assert set(Nomination.objects.values_list("name", "how")) == {("Tô Minh An", HOW), ("Nông Hạnh", HOW)}
    assert "Đã lập 2 đề nghị" in words(officer.get(reverse("nominations-list", args=[run.pk])))
    assert officer.post(settle, said).status_code == 302


def test_bo_dong_lay_lai_bo_ca_danh_sach(officer, campaign):
    handed_in(officer, campaign, UNSURE)
    run = Run.objects.get()
    settle = reverse("settle-list", args=[run.pk])
    officer.post(settle, {"chon": ["0", "7", "x"], "viec": "bo"})
    page = words(officer.get(reverse("nominations-list", args=[run.pk]) + "?hien=bo"))
    assert ("Tô Minh" in page, "Nông" in page) == (True, False)
    officer.post(settle, {"chon": ["0"], "viec": "lay-lai", "hien": "bo"})
    assert Run.objects.get().data["left_out"] == []
    page = words(officer.get(reverse("nominations-hand-in", args=[campaign.code])))
    assert "danh sách dán vào" in page
    page = words(officer.post(reverse("drop-list", args=[run.pk]), follow=True))
    assert "Đã bỏ danh sách; chưa ghi dòng nào." in page
    assert not Run.objects.exists()


def test_bang_co_cot_loi_sua_roi_nhap_lai(officer, campaign):
    handed_in(officer, campaign, UNSURE)
    answer = officer.get(reverse("list-faults", args=[Run.objects.get().pk]))
    book = load_workbook(BytesIO(answer.content))
    head, first, second = book.active.iter_rows(values_only=True)
    assert (head[2], head[-1]) == ("Tên", "Lỗi")
    assert (first[2], first[-1]) == (
        "Tô Minh An",
        "Chưa ghi hình thức; chọn hình thức cho dòng này. Chưa rõ Ông hay Bà; chọn danh xưng cho dòng này.",
    )
    assert second[1] == "Bà"
    for row in (2, 3):
        book.active.cell(row, 2).value = "Bà"
        book.active.cell(row, 11).value = "GK huyện"
    out = BytesIO()
    book.save(out)
    upload = SimpleUploadedFile("da-sua.xlsx", out.getvalue())
    url = reverse("nominations-hand-in", args=[campaign.code])
    page = words(officer.post(url, {"sheet": upload, "how": HOW}, follow=True))
    assert "Cả 2 dòng đều rõ." in page
    assert "da-sua.xlsx" in page


def test_xuat_ra_roi_nhap_vao_dot_khac_khong_mat_gi(whole, officer, campaign):
    cuc = make_person(
        whole.village, "Hoàng Thị Cúc", honorific="Bà", birth_year=1980, position="Chi hội trưởng",
        ethnicity="Tày", is_direct_worker=True, is_leader=True,
    )  # fmt: skip
    for who, text in ((cuc, "=1+1"), (make_household(whole.villages[1]), "Hiến 200 m² đất\nlàm đường")):
        made = started(whole, who, campaign=campaign)
        Nomination.objects.filter(pk=made.pk).update(achievement=text)
    sent_out = officer.get(f"{reverse('nominations-sheet')}?dot={campaign.code}").content
    other = make_other(whole, campaign)
    url = reverse("nominations-hand-in", args=[other.code])
    officer.post(url, {"sheet": SimpleUploadedFile("xuat.xlsx", sent_out), "how": HOW})
    page = officer.post(reverse("nominations-list", args=[Run.objects.get().pk]), follow=True)
    assert "Đã lập 2 đề nghị từ danh sách." in words(page)
    again = officer.get(f"{reverse('nominations-sheet')}?dot={other.code}").content
    assert rows_of(again) == rows_of(sent_out)
    assert Nomination.objects.filter(campaign=other, person=cuc).count() == 1


def make_other(whole, campaign):
    campaign.slug = "dot-truoc"
    campaign.save()
    return make_campaign(whole)


def rows_of(book):
    """What a list says, without codes and states."""
    return [row[1:13] for row in load_workbook(BytesIO(book)).active.iter_rows(values_only=True)]


def test_cong_thuc_cua_nguoi_la_van_la_chu(whole, campaign):
    made = write_xlsx([Sheet("Thử", COLUMNS[:2], (("=1+1", "@x"),))])
    assert load_workbook(BytesIO(made)).active["A2"].data_type == "s"


def test_bang_mau_co_cac_hinh_thuc_cua_dot(officer, campaign):
    answer = officer.get(reverse("nominations-template", args=[campaign.code]))
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet["C1"].value == "Tên"
    assert any("Giấy khen của Chủ tịch UBND huyện" in str(rule.formula1)
               for rule in sheet.data_validations.dataValidation)  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"pasted": ""}, "Hãy chọn một tệp, hoặc dán danh sách (một trong hai)."),
        ({"pasted": "a\tb\n1\t2"}, "Không tìm thấy dòng nào có tên"),
        ({"sheet": ("a.xlsx", b"hong")}, "Bảng tính bị hỏng hoặc được đặt mật khẩu"),
        ({"sheet": ("a.docx", b"PK")}, "Chưa đọc được loại bảng này"),
    ],
)
def test_tep_khong_dung_thi_noi_ro(officer, campaign, sent, says):
    if "sheet" in sent:
        sent = {"sheet": SimpleUploadedFile(*sent["sheet"])}
    page = words(officer.post(reverse("nominations-hand-in", args=[campaign.code]), {**sent, "how": HOW}))
    assert says in page
    assert HOW in page


def test_truong_thon_khong_chon_don_vi_va_khong_thay_danh_sach_cua_nguoi_khac(whole, officer, campaign):
    handed_in(officer, campaign, UNSURE)
    village = as_(whole.head(whole.village), "truong-thon")
    page = words(village.get(reverse("nominations-hand-in", args=[campaign.code])))
    assert ("Nhận bằng cách nào" in page, "danh sách dán vào" in page) == (False, False)
    assert village.get(reverse("nominations-list", args=[Run.objects.get().pk])).status_code == 404
    clerk = as_(whole.commune.clerk, "van-thu")
    assert "Việc này của" in words(clerk.get(reverse("nominations-hand-in", args=[campaign.code])))


def test_danh_sach_dai_ghi_o_phia_sau(whole, officer, campaign):
    rows = "".join(f"Lộc Văn {a}{b}\tkhuoi-cap\tGK xã\t\n" for a in "ABCDEFGHIKLMN" for b in "aeiouyăâêôơư")
    handed_in(officer, campaign, ROWS + rows)
    run = Run.objects.get()
    page = words(officer.post(reverse("nominations-list", args=[run.pk]), follow=True))
    assert re.search("Đã ghi xong|Đang ghi 156 dòng", page)
    part = officer.get(reverse("nominations-list", args=[run.pk]), headers={"HX-Request": "true"})
    assert "<html" not in words(part)


def test_so_cau_hoi_khong_tang_theo_so_dong(officer, campaign):
    handed_in(officer, campaign, ROWS + "Lộc Văn Tài\tkhuoi-cap\tGK xã\t\n")
    names = "".join(f"Lộc Văn {name}\tkhuoi-cap\tGK xã\t\n" for name in ("An", "Bình", "Cư"))
    handed_in(officer, campaign, ROWS + names)
    counted = []
    for run in Run.objects.order_by("id"):
        with CaptureQueriesContext(connection) as caught:
            officer.get(reverse("nominations-list", args=[run.pk]))
        counted.append(len(caught))
    assert counted[0] == counted[1]
