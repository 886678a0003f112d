"""Trang phôi giấy khen: thêm, đặt ô bằng số, in thử, in cả loạt, in lại một giấy."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.session_story import DAY
from tests.factories.commune import make_campaign
from tests.paper.test_certificate import pages
from tests.web.certificate_doors import sent_places
from tests.web.test_decisions import as_, in_force, said
from thidua.awards.certify import BlankFacts, add_blank, end_blank, make_certificates
from thidua.awards.models import Blank, Certificate

pytestmark = pytest.mark.django_db
A4 = BlankFacts("Phôi 2023", "giay_khen_xa", Decimal(297), Decimal(210), date(2023, 1, 1))
TYPED = {
    "name": "Phôi nhà in Cao Sơn",
    "form": "giay_khen_xa",
    "width": "297",
    "height": "210",
    "starts": "01/01/2023",
}


@pytest.fixture
def clerk(whole):
    return as_(whole.commune.clerk)


@pytest.fixture
def blank(whole) -> Blank:
    return add_blank(A4, mandate=whole.commune.clerk, on=DAY)


@pytest.fixture
def decision(whole):
    found = in_force(whole, make_campaign(whole, state="reviewing"), "Lộc Văn Tài", "Vi Văn Tú")
    make_certificates(found, mandate=whole.commune.clerk, on=DAY)
    return found


def test_chua_co_phoi_thi_noi_phai_lam_gi(clerk) -> None:
    assert "Chưa có phôi nào" in said(clerk.get(reverse("blanks")))


def test_them_phoi_roi_den_trang_dat_o(clerk) -> None:
    page = said(clerk.post(reverse("blank-new"), TYPED, follow=True))
    blank = Blank.objects.get()
    assert (blank.name, f"Khổ {297} × {210} mm" in page) == ("Phôi nhà in Cao Sơn", True)
    assert "Phôi nhà in Cao Sơn" in said(clerk.get(reverse("blanks")))


def test_kho_sai_thi_giu_chu_da_go(clerk) -> None:
    page = said(clerk.post(reverse("blank-new"), TYPED | {"width": "50"}))
    assert ("Khổ phôi mỗi chiều từ 100 đến 420 mm" in page, "Phôi nhà in Cao Sơn" in page) == (True, True)


def test_dat_o_bang_so(clerk, blank: Blank) -> None:
    places = sent_places(blank) | {"version": "0", "o-0-x": "44.5", "o-0-y": "90", "shift_x": "-1.5"}
    del places["o-2-used"]
    page = said(clerk.post(reverse("blank", args=[blank.code]), places, follow=True))
    blank.refresh_from_db()
    first = blank.spots[0]
    assert ("Đã lưu vị trí in." in page, first["x"], first["y"], blank.shift_x) == (
        True,
        44.5,
        90.0,
        Decimal("-1.5"),
    )
    assert "achievement" not in [spot["field"] for spot in blank.spots]
    assert "không in" in page


def test_chon_kieu_chu_thu_phap_cho_ten(clerk, blank: Blank) -> None:
    address = reverse("blank", args=[blank.code])
    clerk.post(address, sent_places(blank) | {"version": "0", "o-0-font": "script"}, follow=True)
    blank.refresh_from_db()
    assert [spot["font"] for spot in blank.spots[:2]] == ["script", "serif"]
    page = said(clerk.post(address, sent_places(blank) | {"version": "1", "o-0-font": "comic"}))
    assert ("comic không phải là một trong các lựa chọn" in page, "Đã lưu vị trí in." in page) == (
        True,
        False,
    )


def test_o_ra_ngoai_thi_noi_o_nao_va_giu_so_da_go(clerk, blank: Blank) -> None:
    places = sent_places(blank) | {"version": "0", "o-0-x": "200"}
    page = said(clerk.post(reverse("blank", args=[blank.code]), places))
    assert "Ô “Tên người, tập thể, hộ được khen” ra ngoài phôi 297 × 210 mm" in page
    assert 'value="200"' in page


def test_so_sai_thi_mo_dung_o_va_noi(clerk, blank: Blank) -> None:
    places = sent_places(blank) | {"version": "0", "o-1-size": "chữ"}
    page = said(clerk.post(reverse("blank", args=[blank.code]), places))
    opened = [part.split(">")[0] for part in page.split("<details") if "blank-field" in part.split(">")[0]]
    assert ["open" in one.split() for one in opened] == [place == 1 for place in range(11)]


def test_trang_can_chinh_va_in_thu(clerk, blank: Blank) -> None:
    for name, words in (("blank-calibration", "Số sổ vàng"), ("blank-sample", "Ông Nguyễn Văn Thử Phôi")):
        answer = clerk.get(reverse(name, args=[blank.code]))
        ((_, text),) = pages(answer.content)
        assert (answer["Content-Type"], words in text) == ("application/pdf", True)


def test_chu_khong_vua_o_thi_noi_ra_chu_khong_hong(clerk, blank: Blank) -> None:
    blank.spots = [{**blank.spots[0], "width": 12, "lines": 1}]
    blank.save()
    page = said(clerk.get(reverse("blank-sample", args=[blank.code]), follow=True))
    assert "quá dài so với ô “Tên người, tập thể, hộ được khen”" in page


def test_in_ca_loat_tu_so_khen_thuong(clerk, blank: Blank, decision) -> None:
    register = said(clerk.get(reverse("award-register", args=[decision.code])))
    assert "In tất cả lên Phôi 2023" in register
    printed = pages(clerk.get(reverse("print-on-blanks", args=[decision.code, blank.code])).content)
    assert [text.split("\r\n")[0].split()[-1] for _, text in printed] == ["Tài", "Tú"]


def test_phoi_thoi_dung_khong_in_duoc_nua(whole, clerk, blank: Blank, decision) -> None:
    end_blank(blank, mandate=whole.commune.clerk, on=DAY)
    assert clerk.get(reverse("print-on-blanks", args=[decision.code, blank.code])).status_code == 404
    page = said(clerk.post(reverse("blank-move", args=[blank.code, "dung-lai"]), follow=True))
    assert "Đã dùng lại phôi." in page
    assert "Đã thôi dùng phôi." in said(
        clerk.post(reverse("blank-move", args=[blank.code, "thoi-dung"]), follow=True)
    )


def test_chua_lap_giay_khen_thi_khong_co_gi_de_in(whole, clerk, blank: Blank) -> None:
    found = in_force(whole, make_campaign(whole, state="reviewing"), "Lộc Văn Tài")
    page = said(clerk.get(reverse("print-on-blanks", args=[found.code, blank.code]), follow=True))
    assert "Chưa lập giấy khen của quyết định này." in page


@pytest.mark.parametrize("on_blank", [True, False])
def test_in_lai_mot_giay_thi_ghi_ly_do(clerk, blank: Blank, decision, on_blank: bool) -> None:
    certificate = Certificate.objects.order_by("item__order").first()
    address = reverse("reprint", args=[certificate.code])
    assert "Giấy trắng, in cả khung và chữ" in said(clerk.get(address))
    typed = {"reason": "Kẹt giấy", "blank": blank.code if on_blank else ""}
    answer = clerk.post(address, typed, follow=True)
    ((_, text),) = pages(answer.content)
    assert ("GIẤY KHEN" in text, "Lộc Văn Tài" in text) == (not on_blank, True)
    assert "In lại giấy của Lộc Văn Tài" in said(clerk.get(reverse("award-register", args=[decision.code])))


def test_in_lai_khong_ly_do_thi_khong_duoc(clerk, decision) -> None:
    certificate = Certificate.objects.first()
    answer = clerk.post(reverse("reprint", args=[certificate.code]), {"reason": " ", "blank": ""})
    assert (answer.status_code, "bắt buộc" in said(answer)) == (200, True)


def test_sua_mo_ta_va_anh_nen(clerk, blank: Blank) -> None:
    from tests.awards.test_blanks import photo

    page = said(
        clerk.post(reverse("blank-describe", args=[blank.code]), TYPED | {"version": "0"}, follow=True)
    )
    assert "Đã sửa mô tả phôi." in page
    page = said(clerk.post(reverse("blank-scan", args=[blank.code]), {"scan": photo()}, follow=True))
    blank.refresh_from_db()
    assert f'src="{reverse("file", args=[blank.scan.pk])}"' in page
    assert clerk.get(reverse("file", args=[blank.scan.pk]))["Content-Type"] == "image/png"


def test_ke_toan_xem_duoc_nhung_khong_sua(whole, blank: Blank) -> None:
    accountant = as_(whole.commune.accountant)
    page = said(accountant.get(reverse("blank", args=[blank.code])))
    assert ("Lưu vị trí in" in page, "Việc này của: Văn thư" in page) == (False, True)
    assert accountant.get(reverse("blank-new")).status_code == 403


def test_danh_sach_va_so_can_cung_so_truy_van(whole, clerk, decision) -> None:
    counts = []
    for number in (1, 3):
        while Blank.objects.count() < number:
            add_blank(A4, mandate=whole.commune.clerk, on=DAY)
        for address in (reverse("blanks"), reverse("award-register", args=[decision.code])):
            clerk.get(address)
            with CaptureQueriesContext(connection) as queries:
                clerk.get(address)
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
