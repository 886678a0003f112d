"""Trang giấy khen: trang kiểm tra, sổ cấp, trao tại lễ, cấp lại, kho phôi, khóa niêm phong."""

import json
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.session_story import DAY
from tests.awards.test_reissue import LOST, corrected, revoked
from tests.awards.test_stock import A4, WITNESSES
from tests.factories.commune import make_campaign, make_commune
from tests.web.test_decisions import as_, in_force, said
from thidua.awards.certify import Sheets, add_blank, enter_blanks, make_certificates, reissue
from thidua.awards.models import Certificate
from thidua.awards.queries.stock import left_of
from thidua.org.models import Installation
from thidua.records.models import SealKey

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=40)


@pytest.fixture
def whole():
    made = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=LATER)
    return made


@pytest.fixture
def clerk(whole):
    return as_(whole.commune.clerk)


@pytest.fixture
def three(whole) -> list[Certificate]:
    names = ("Chu Văn An", "Bế Văn Đại", "An Văn Đông")
    found = in_force(whole, make_campaign(whole, state="reviewing"), *names)
    return make_certificates(found, mandate=whole.commune.clerk, on=DAY)


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        client.get(address)
    return len(seen)


def test_trang_kiem_tra_noi_dieu_da_xay_ra(whole, client, three) -> None:
    an, dai, dong = three
    new = reissue(dai, request=LOST, mandate=whole.commune.clerk, on=LATER)
    revoked(dong)
    corrected(an, "Chu Văn Ân")
    page = {
        one.code: said(client.get(reverse("verify-certificate", args=[one.code]))) for one in (*three, new)
    }
    assert "Đã đính chính" in page[an.code]
    assert "“Chu Văn Ân”" in page[an.code]
    assert f"đã được thay bằng giấy mã {new.code} ngày 15/7/2023" in page[dai.code]
    assert (f"giấy mã {dai.code}" in page[new.code], "Có trong sổ" in page[new.code]) == (True, True)
    assert (
        f"{dong.code} đã thu hồi theo Quyết định" in page[dong.code],
        "Có trong sổ" in page[dong.code],
    ) == (
        True,
        False,
    )


def test_trang_quet_co_khoa_may_anh_va_tu_luu(whole, client, three) -> None:
    page = client.get(reverse("scan-certificate"))
    again = client.get(reverse("scan-certificate"))
    key = SealKey.objects.get()
    assert [one["Permissions-Policy"] for one in (page, again)] == [
        "camera=(self), microphone=(), geolocation=()"
    ] * 2
    assert client.get(reverse("verify"))["Permissions-Policy"].startswith("camera=()")
    assert f'data-key-id="{key.key_id}" data-public="{key.public}"' in said(page)
    worker = client.get(reverse("check-worker"))
    before = worker.content.decode()
    kept = json.loads(re.search(r"KEPT = (\[.*?\])", before).group(1))
    assert (worker["Content-Type"], worker["Cache-Control"], kept[0]) == (
        "text/javascript", "no-cache", "/kiem-tra/quet/",
    )  # fmt: skip
    for address in set(re.findall(r'(?:src|href)="(/static/[^"#]+)"', said(page))):
        assert address in kept
    SealKey.objects.update(ends=LATER)
    assert client.get(reverse("check-worker")).content.decode() != before
    assert client.get(reverse("check-manifest")).json()["start_url"] == "/kiem-tra/quet/"


def test_so_cap_loc_in_va_cung_so_truy_van(whole, clerk, three) -> None:
    an, dai, _ = three
    address = reverse("award-book")
    one, all_three = queries(clerk, f"{address}?nam=2023&tim=an+van+dong"), queries(clerk, address)
    assert one == all_three + 1  # the words are looked for in names that are read first
    reissue(dai, request=LOST, mandate=whole.commune.clerk, on=LATER)
    page = said(clerk.get(address))
    assert [name in page for name in (an.recipient, "Đã thay", "Năm 2023 (4 giấy)")] == [True] * 3
    assert "Không có giấy nào" in said(clerk.get(address, {"nam": "", "tim": "không ai"}))
    assert an.recipient in said(clerk.get(address, {"nam": "chữ"}))
    for name, starts in (("award-book-print", b"%PDF"), ("award-book-sheet", b"PK")):
        answer = clerk.get(reverse(name), {"nam": "2023", "hinh_thuc": "giay_khen_xa"})
        assert answer.content.startswith(starts)
    outsider = said(as_(whole.head(whole.village)).get(address))
    assert "Không có giấy nào" in outsider


def tapped(client, one: Certificate, **sent):
    headers = {"X-Tap": "1"} if sent.pop("by_script", False) else {}
    return client.post(
        reverse("hand-tap", args=[one.code]), {"viec": "trao", **sent}, headers=headers, follow=not headers
    )


def test_trao_tai_le_bang_mot_lan_bam(whole, three) -> None:
    an, dai, dong = three
    phone = as_(whole.commune.culture)
    list_page = reverse("handing", args=[an.item.decision.code])
    assert '<b class="num" data-handed>0</b>' in said(phone.get(list_page))
    row = said(tapped(phone, an, ngay=DAY.isoformat(), by_script=True))
    assert ("Hoàn tác" in row, "05/6/2023" in row, "<html" in row) == (True, True, False)
    again = said(tapped(phone, an, by_script=True))
    assert "Giấy này đã ghi là đã trao." in again
    assert "con trai nhận thay" in said(
        tapped(phone, dai, **{"nguoi-nhan": "Vi Văn Tú", "nhan-thay": "con trai nhận thay"})
    )
    assert "Giấy này chưa ghi là đã trao." in said(tapped(phone, dong, viec="hoan-tac"))
    assert "chưa nhận" not in said(tapped(phone, an, viec="hoan-tac", by_script=True))
    assert "Ngày trao phải từ ngày lập giấy" in said(tapped(phone, dong, ngay="2023-01-01", by_script=True))
    an.refresh_from_db()
    assert an.handed_on is None
    assert "chưa nhận" in said(as_(whole.commune.accountant).get(list_page))


def test_trao_sau_va_cap_lai_tren_trang(whole, clerk, three) -> None:
    an, dai, _ = three
    address = reverse("hand-over", args=[an.code])
    typed = {"to": "Vi Văn Tú", "instead": "vợ nhận thay", "given_on": "10/6/2023"}
    assert "hãy ghi như" in said(clerk.post(address, typed | {"given_on": "mai"}))
    assert "Vi Văn Tú (vợ nhận thay)" in said(clerk.post(address, typed, follow=True))
    ask = reverse("reissue", args=[dai.code])
    assert "In đơn đề nghị điền sẵn" in said(clerk.get(ask))
    form = {"reason": "corrected", "why": "", "asked_by": "Bế Văn Đại", "asked_on": "15/7/2023"}
    page = said(clerk.post(ask, form))
    assert ("Chưa có văn bản đính chính tên" in page, "Bế Văn Đại" in page) == (True, True)
    page = said(clerk.post(ask, form | {"reason": "damaged"}, follow=True))
    assert "giấy cũ trả lời “đã được thay”" in page
    new = Certificate.objects.get(replaces__old=dai)
    assert (new.code in page, dai.code in page) == (True, False)
    assert "đã được thay bằng giấy mã" in said(clerk.get(ask))
    printed = clerk.get(reverse("paper-print", args=["don-cap-lai", new.code, "pdf"]))
    assert printed.content.startswith(b"%PDF")


def test_kho_phoi_nhap_in_kiem_ke_huy(whole, clerk, three) -> None:
    assert "Kho chưa có phôi nào" in said(clerk.get(reverse("stock")))
    blank = add_blank(A4, mandate=whole.commune.clerk, on=DAY)
    decision = three[0].item.decision
    batch = reverse("prints-on-blank", args=[decision.code, blank.code])
    assert "Chưa ghi nhập kho phôi này" in said(clerk.get(batch))
    enter = {
        move: reverse("blank-enter", args=[blank.code, move]) for move in ("nhap", "hong", "tra", "khac")
    }
    assert clerk.get(enter["khac"]).status_code == 404
    page = said(
        clerk.post(enter["nhap"], {"number": "2", "day": "10/6/2023", "paper": "Hóa đơn 12"}, follow=True)
    )
    assert ("kho còn 2 tờ" in page, "Hóa đơn 12" in page) == (True, True)
    whole_file = reverse("print-on-blanks", args=[decision.code, blank.code])
    assert clerk.get(whole_file, follow=True).redirect_chain == [(batch, 302)]
    assert "thiếu 1 tờ" in said(clerk.post(batch))
    clerk.post(enter["nhap"], {"number": "4", "day": "10/6/2023"})
    clerk.post(batch)
    assert left_of(blank) == 3
    assert "Hãy ghi vì sao phôi hỏng" in said(clerk.post(enter["hong"], {"number": "1", "day": "10/6/2023"}))
    clerk.post(enter["hong"], {"number": "1", "day": "10/6/2023", "why": "Ố"})
    count, destroy = (reverse(name, args=[blank.code]) for name in ("blank-count", "blank-destroy"))
    assert "Sổ đang ghi còn 2 tờ." in said(clerk.get(count))
    assert "kho còn 2 tờ" in said(clerk.post(count, {"counted": "2", "why": ""}, follow=True))
    page = said(clerk.post(destroy, {"means": "cắt nhỏ", "present": WITNESSES}, follow=True))
    minutes = re.search(r'href="(/in/bien-ban-huy-phoi/[^"]+)"', page).group(1)
    assert clerk.get(minutes).content.startswith(b"%PDF")
    assert (queries(clerk, reverse("stock")), "đã hủy ngày" in page) == (
        queries(clerk, reverse("stock")),
        True,
    )
    accountant = as_(whole.commune.accountant)
    assert accountant.get(enter["nhap"]).status_code == 403
    assert "Nhập phôi" in said(accountant.get(reverse("blank-stock", args=[blank.code])))


def test_kho_phoi_va_so_kho_cung_so_truy_van_cho_mot_va_ba(whole, clerk) -> None:
    counts = []
    for number in (1, 2):
        blank = add_blank(A4, mandate=whole.commune.clerk, on=DAY)
        for _ in range(number):
            sheets = Sheets("received", 5, date(2023, 6, 5))
            enter_blanks(blank, sheets=sheets, mandate=whole.commune.clerk, on=DAY)
        counts.append(
            [queries(clerk, reverse("stock")), queries(clerk, reverse("blank-stock", args=[blank.code]))]
        )
    assert counts[0] == counts[1]


def test_khoa_niem_phong_xem_in_doi(whole, clerk, three) -> None:
    page = reverse("seal-key")
    key = SealKey.objects.get()
    shown = said(clerk.get(page))
    assert (key.key_id in shown, "Chưa có." in shown) == (True, True)
    assert "Ô này là bắt buộc" in said(clerk.post(page, {"why": ""})) or "bắt buộc" in said(
        clerk.post(page, {"why": ""})
    )
    shown = said(clerk.post(page, {"why": "Đổi máy chủ"}, follow=True))
    assert ("Đã dùng khóa mới." in shown, "Đổi máy chủ" in shown, SealKey.objects.count()) == (True, True, 2)
    assert "Khóa này mới dùng từ hôm nay" in said(clerk.post(page, {"why": "Đổi nữa"}))
    for one in SealKey.objects.all():
        assert clerk.get(reverse("seal-key-sheet", args=[one.key_id])).content.startswith(b"%PDF")
    assert as_(whole.commune.accountant).get(page).status_code == 403
    empty = said(as_(whole.district.clerk).get(page))
    assert "Chưa có khóa." in empty
