"""Trang lễ trao thưởng: chuẩn bị, hội trường, trao theo thứ tự xướng tên, ảnh trao thưởng."""

import html
import io
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.awards.ceremonies import DAY, FACTS, arranged
from tests.awards.outcomes import not_commended
from tests.awards.session_story import numbered
from tests.awards.test_reissue import revoked
from tests.factories.commune import make_campaign, make_commune
from tests.web.ceremony_doors import CEREMONY, picture
from tests.web.test_decisions import as_, in_force, said
from thidua.awards import certify
from thidua.awards.inform import send_refusal_notice
from thidua.awards.models import Ceremony, Certificate
from thidua.awards.queries.award_photos import photos_of, public_photos
from thidua.awards.queries.ceremony import ceremony_of
from thidua.awards.queries.certificate import public_certificate
from thidua.org.models import Installation, Person
from thidua.records.models import Message, OfficialDocument

pytestmark = pytest.mark.django_db
NAMES = ("An Văn Đông", "Bế Văn Đại", "Ksor H'Nhan")


@pytest.fixture
def whole():
    made = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=DAY)
    return made


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


@pytest.fixture
def ceremony(whole, campaign) -> Ceremony:
    """Three awarded with certificates, two guests, a hall."""
    certify.make_certificates(in_force(whole, campaign, *NAMES), mandate=whole.commune.clerk, on=DAY)
    return arranged(whole, campaign)


@pytest.fixture
def culture(whole):
    return as_(whole.commune.culture)


def at(name: str, ceremony: Ceremony, *more: object) -> str:
    return reverse(name, args=[ceremony.code, *more])


def sheets() -> list[Certificate]:
    return list(Certificate.objects.order_by("item__order"))


def test_chuan_bi_le_tu_trang_trao_thuong(whole, campaign, culture) -> None:
    page = reverse("campaign-ceremony", args=[campaign.code])
    assert page in said(culture.get(reverse("campaign-certificates", args=[campaign.code])))
    assert "Chưa có lễ trao" in said(culture.get(page))
    assert "ngày giờ và chỗ ngồi hiện ở đây" in said(as_(whole.head(whole.village)).get(page))
    new = reverse("ceremony-new", args=[campaign.code])
    first = said(culture.get(new))
    assert "Hội trường Ủy ban nhân dân xã Nà Lâm" in first
    refused = said(culture.post(new, CEREMONY | {"rows": "", "starts": "tám giờ"}))
    assert ("Giờ ghi như 08:00 hoặc 8h30." in refused, "tám giờ" in refused) == (True, True)
    refused = said(culture.post(new, CEREMONY | {"rows": ""}))
    assert "Ghi cả số hàng (đến 40) và số ghế mỗi hàng (đến 16), hoặc để trống cả hai." in refused
    shown = said(culture.post(new, CEREMONY | {"starts": "8h30"}, follow=True))
    assert ("8 giờ 30 phút, Thứ Hai 05/6/2023" in shown, "Chưa có ai được xướng tên" in shown) == (True, True)
    made = ceremony_of(campaign)
    cancelled = said(culture.post(at("ceremony-cancel", made), {"why": "Mưa lũ"}, follow=True))
    assert "Lễ đã hủy" in cancelled
    assert "Có thể chuẩn bị lễ khác" in said(culture.get(at("ceremony", made)))


def test_chuong_trinh_nguoi_trao_khach_moi_ghi_o_trang(ceremony, culture) -> None:
    rows = {"muc-TOTAL_FORMS": "2", "muc-INITIAL_FORMS": "0", "muc-0-starts": "9h", "muc-0-what": "Chào cờ"}
    page = at("ceremony-programme", ceremony)
    assert "Chương trình đề xuất" in said(culture.get(page))
    assert "Giờ ghi như 08:00 hoặc 8h30." in said(culture.post(page, rows))
    culture.post(page, rows | {"muc-0-starts": "9h00", "muc-1-what": "Bế mạc", "muc-1-who": "Khang"})
    assert [(one.what, one.who) for one in ceremony.steps.all()] == [("Chào cờ", ""), ("Bế mạc", "Khang")]
    assert "Lấy lại chương trình đề xuất" in said(culture.get(page))
    culture.post(page, {"muc-TOTAL_FORMS": "0", "muc-INITIAL_FORMS": "0", "de-xuat": "1"})
    assert ceremony.steps.count() == 0
    culture.post(at("ceremony-givers", ceremony), {"nhom-1": "Bí thư Đảng ủy"})
    assert "Bí thư Đảng ủy trao" in said(culture.get(at("ceremony", ceremony)))
    guests = at("ceremony-guests", ceremony)
    assert "Nông Thị Khách, Phó Chủ tịch" in said(culture.get(guests))
    assert "Dòng 2 thiếu họ tên" in said(culture.post(guests, {"guests": "Vi Văn Một\n, Bí thư"}))
    culture.post(guests, {"guests": "Vi Văn Một\n\nLý Thị Hai, Bí thư, thôn Bản Vàng"})
    assert [*ceremony.guests.values_list("name", "post")] == [
        ("Vi Văn Một", ""), ("Lý Thị Hai", "Bí thư, thôn Bản Vàng")
    ]  # fmt: skip


def test_truong_thon_ghi_cach_doc_ten_nguoi_thon_minh(whole, ceremony) -> None:
    page, head = at("ceremony-readings", ceremony), as_(whole.head(whole.village))
    shown = said(head.get(page))
    assert html.unescape(shown).count("Khó đọc: Ksor, H'Nhan. Hỏi người được khen cách đọc.") == 1
    item = Certificate.objects.get(item__name="Ksor H'Nhan").item
    head.post(page, {f"doc-{item.pk}": "Cơ-so Hơ Nhan"})
    assert Person.objects.get(name="Ksor H'Nhan").said_as == "Cơ-so Hơ Nhan"
    other = said(as_(whole.head(whole.villages[1])).get(page))
    assert "Không có tên nào để ghi" in other
    assert "Không có tên nào để ghi" in said(as_(whole.commune.accountant).get(page))
    shown = said(head.get(at("ceremony", ceremony)))
    assert ("Lời nhắn Zalo" in shown, "Người được trao:" in shown) == (True, True)


def test_xep_cho_doi_cho_va_in_so_do(whole, ceremony, culture) -> None:
    page = at("ceremony-seats", ceremony)
    assert "5 người chưa có chỗ" in said(culture.get(at("ceremony", ceremony)))
    assert "Chưa xếp chỗ cho ai" in said(culture.get(page))
    plan = reverse("paper-print", args=["so-do-cho-ngoi", ceremony.code, "pdf"])
    assert "Chưa xếp chỗ; hãy xếp chỗ rồi in sơ đồ." in said(culture.get(plan))
    assert "Ghế 2: Hoàng Văn Mời" in said(culture.post(page, {"viec": "them"}, follow=True))
    assert culture.get(plan).content.startswith(b"%PDF")
    place = ceremony.places.get(guest__name="Hoàng Văn Mời")
    shown = said(
        culture.post(at("ceremony-seat", ceremony, place.pk), {"row": "3", "seat": "4"}, follow=True)
    )
    assert "Ghế 4: Hoàng Văn Mời" in shown
    wrong = said(culture.post(at("ceremony-seat", ceremony, place.pk), {"row": "9", "seat": "1"}))
    assert "Hội trường có 3 hàng, mỗi hàng 4 ghế." in wrong
    certify.change_ceremony(Ceremony.objects.get(), facts=FACTS, mandate=whole.commune.culture, on=DAY)
    assert "Lễ này chưa xếp chỗ" in said(culture.get(page))
    assert "Lễ này không xếp chỗ" in said(as_(whole.head(whole.village)).get(page))


def test_trao_theo_phieu_xuong_ten_so_khong_doi_khi_bam(whole, ceremony, culture) -> None:
    page = at("ceremony-handing", ceremony)
    shown = said(culture.get(page))
    assert [name in shown for name in ("Lượt 1", "Lượt 2", "3. ")] == [True] * 3
    last = sheets()[-1]
    sent = {"viec": "trao", "le": ceremony.code, "so": "3"}
    row = said(culture.post(reverse("hand-tap", args=[last.code]), sent, headers={"X-Tap": "1"}))
    assert ("3. " in row, 'name="le"' in row, "Hoàn tác" in row) == (True, True, True)
    undone = culture.post(reverse("hand-tap", args=[last.code]), sent | {"viec": "hoan-tac"})
    assert undone["Location"] == page
    assert culture.post(reverse("hand-tap", args=[last.code]), {"viec": "trao"})["Location"] == reverse(
        "handing", args=[last.item.decision.code]
    )
    held = said(culture.post(at("ceremony-move", ceremony, "da-to-chuc"), follow=True))
    assert "2 giấy chưa trao: in" in held
    later = reverse("paper-print", args=["danh-sach-nhan-sau", ceremony.code, "docx"])
    assert culture.get(later).content.startswith(b"PK")
    again = said(culture.post(at("ceremony-move", ceremony, "da-to-chuc"), follow=True))
    assert "không sửa được nữa" in again
    assert "đang chuẩn bị" in said(culture.post(at("ceremony-move", ceremony, "mo-lai"), follow=True))


def test_cung_so_truy_van_voi_mot_va_ba_nguoi(whole, campaign, culture) -> None:
    def asked(address: str) -> int:
        culture.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert culture.get(address).status_code == 200
        return len(seen)

    pages = ("ceremony", "ceremony-handing", "ceremony-photos", "ceremony-readings", "ceremony-seats")
    clerk = whole.commune.clerk
    decision = in_force(whole, campaign, *NAMES)
    certify.make_certificates(decision, mandate=clerk, on=DAY)
    made = arranged(whole, campaign)
    certify.assign_seats(made, mandate=whole.commune.culture, on=DAY)
    three = [asked(at(page, made)) for page in pages]
    for one in sheets()[1:]:
        revoked(one, day=DAY)
        made.places.filter(item=one.item).delete()
    assert [asked(at(page, made)) for page in pages] == three


def test_anh_trao_thuong_mat_noi_chup_cong_khai_khi_dong_y(whole, ceremony, culture, client) -> None:
    sheet = sheets()[0]
    page = at("award-photos", ceremony, sheet.item.pk)
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x9286] = "Nhà ông A"
    Image.new("RGB", (2400, 1800), "#336699").save(held, "JPEG", exif=exif)
    photo = ContentFile(held.getvalue(), name="../../le trao.jpg")
    culture.post(page, {"photos": [photo, picture("#112233")]})
    assert "2" in said(culture.get(at("ceremony-photos", ceremony)))
    wrong = said(culture.post(page, {"photos": ContentFile(b"PK\x03\x04khong phai anh", name="anh.jpg")}))
    assert ("field-error" in wrong, photos_of(sheet.item).count()) == (True, 2)
    public = reverse("verify-certificate", args=[sheet.code])
    assert "/anh/" not in said(client.get(public))
    assert "Hãy ghi ai" not in said(
        culture.post(at("award-photos-agree", ceremony, sheet.item.pk), {}, follow=True)
    )
    agreed = {"person_name": "An Văn Đông", "how": "ký phiếu", "given_on": "05/6/2023"}
    shown = said(culture.post(at("award-photos-agree", ceremony, sheet.item.pk), agreed, follow=True))
    assert "An Văn Đông, ký phiếu, ngày 05/6/2023" in shown
    twice = said(culture.post(at("award-photos-agree", ceremony, sheet.item.pk), agreed, follow=True))
    assert "Đã ghi đồng ý công khai ảnh của khen thưởng này." in twice
    address = next(part for part in said(client.get(public)).split('"') if "/anh/" in part)
    seen = client.get(address)
    with Image.open(io.BytesIO(seen.content)) as kept:
        assert (kept.size, dict(kept.getexif())) == ((640, 480), {})
    shown = said(
        culture.post(at("award-photos-hide", ceremony, sheet.item.pk), {"reason": "đổi ý"}, follow=True)
    )
    assert "Đã rút lại; ảnh không còn trên trang công khai." in shown
    assert client.get(address).status_code == 404
    none = said(culture.post(at("award-photos-hide", ceremony, sheet.item.pk), {}, follow=True))
    assert "không có gì để rút lại" in none


def test_bo_anh_nhieu_anh_qua_va_giay_da_thu_hoi(whole, ceremony, culture, client) -> None:
    sheet, other = sheets()[:2]
    by = {"mandate": whole.commune.culture, "on": DAY}
    photo, *_ = certify.put_award_photos(
        sheet.item, uploads=[picture(f"#{place * 8:02x}4466") for place in range(30)], **by
    )
    page = at("award-photos", ceremony, sheet.item.pk)
    shown = said(culture.post(page, {"photos": picture("#ffffff")}))
    assert "Mỗi khen thưởng giữ nhiều nhất 30 ảnh" in shown
    wrong = culture.post(at("award-photo-out", ceremony, other.item.pk, photo.pk))
    assert "Ảnh này không còn ở đây" in said(wrong)
    culture.post(at("award-photo-out", ceremony, sheet.item.pk, photo.pk))
    assert culture.get(reverse("file", args=[photo.pk])).status_code == 404
    words = {"person_name": "An", "how": "ký phiếu", "given_on": "05/6/2023"}
    culture.post(at("award-photos-agree", ceremony, sheet.item.pk), words)
    public = reverse("verify-certificate", args=[sheet.code])
    assert said(client.get(public)).count("/anh/") == 29
    revoked(sheet, day=DAY + timedelta(days=-1))
    assert public_photos(public_certificate(sheet.code)) == []
    outsider = said(as_(whole.commune.accountant).get(at("award-photos", ceremony, other.item.pk)))
    assert "Lưu ảnh" not in outsider


def test_bao_ket_qua_soan_mot_lan_cho_moi_don_vi_ghi_da_bao(whole, campaign) -> None:
    client, page = as_(whole.commune.standing), reverse("campaign-notices", args=[campaign.code])
    assert "Chưa gửi thông báo nào" in said(client.get(page))
    not_commended(whole, campaign)
    shown = said(client.get(page))
    assert "3 trường hợp không được khen của 1 đơn vị chưa có thông báo." in shown
    draft = reverse("draft-notices", args=[campaign.code])
    assert "Đã soạn 1 thông báo; trình ký ở Giấy tờ." in said(client.post(draft, follow=True))
    again = said(client.post(draft, {"lan": "2"}, follow=True))
    assert "Mọi trường hợp không được khen đều đã có thông báo." in again
    paper = OfficialDocument.objects.get(purpose="refusal_notice")
    send_refusal_notice(numbered(paper, whole.commune), mandate=whole.commune.clerk, on=DAY)
    told = reverse("note-told", args=[campaign.code, Message.objects.get().pk])
    shown = said(client.get(told))
    assert ("Lời nhắn Zalo" in shown, "chưa xem" in said(client.get(page))) == (True, True)
    shown = said(client.post(told, {"how": "giao bản in cho trưởng thôn"}, follow=True))
    assert "giao bản in cho trưởng thôn, 05/6/2023" in shown
    assert "đã nhận thông báo này rồi" in said(client.post(told, {"how": "gọi điện"}))
