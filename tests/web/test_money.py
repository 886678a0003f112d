"""Trang tiền thưởng, sổ quỹ, đọc soát, nơi nhận: làm được bằng trình duyệt, thấy được điều cần thấy."""

import html
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.outcomes import honoured
from tests.awards.session_story import eligible, held, numbered, sent
from tests.factories.commune import as_, make_campaign, make_person
from thidua.awards.certify import draft_payment_list
from thidua.awards.decide import draft_decision
from thidua.awards.models import FundEntry, Payment
from thidua.awards.queries.decision import decision_items
from thidua.org.models import Installation
from thidua.records.models import Message, OfficialDocument

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)
MOVEMENT = {
    "kind": "allocation", "day": "05/6/2023", "amount": "5.000.000", "says": "Cấp quỹ", "paper": "QĐ 08",
    "means": "",
}  # fmt: skip


@pytest.fixture
def decision(whole):
    return honoured(whole, make_campaign(whole, state="reviewing"))


def said(answer) -> str:
    return html.unescape(answer.content.decode())


def post(client, name, *args, **data):
    return client.post(reverse(name, args=args), data, follow=True)


def page(client, name, *args) -> str:
    return said(client.get(reverse(name, args=args)))


def test_ke_toan_lap_danh_sach_mot_phan_chi_roi_huy_ghi_chi(whole, decision):
    client = as_(whole.commune.accountant)
    post(client, "draft-payments", decision.code, chon=["2"])
    payment = Payment.objects.get()
    assert payment.item.order == 2
    assert "Ghi đã chi" in page(client, "prize-money", decision.code)
    post(client, "not-collected", payment.pk, why="đi làm ăn xa")
    assert "đi làm ăn xa" in page(client, "prize-money", decision.code)
    refused = said(post(client, "pay", payment.pk, payee="Người khác", means="bank"))
    assert "ghi giấy ủy quyền" in refused
    given = {"payee": "Hà Văn Nhận", "means": "bank", "receipt": "UNC-7", "authority": "giấy ngày 03/6/2023"}
    shown = said(post(client, "pay", payment.pk, **given))
    assert all(word in shown for word in ("chuyển khoản", "UNC-7", "nhận thay: giấy ngày 03/6/2023"))
    line = FundEntry.objects.get()
    voucher = client.get(reverse("payment-voucher", args=[line.pk]))
    assert voucher.content.startswith(b"%PDF")
    assert ">Hủy dòng<" in page(client, "ledger", 2023)
    undone = said(post(client, "ledger-reverse", line.pk, reason="Ghi nhầm người"))
    assert "hủy dòng 1" in undone
    assert "chưa chi" in page(client, "prize-money", decision.code)
    assert ">Hủy dòng<" not in page(client, "ledger", 2023)
    clerk = as_(whole.commune.clerk)
    assert "Ghi đã chi" not in page(clerk, "prize-money", decision.code)
    assert as_(whole.commune.culture).get(reverse("prize-money", args=[decision.code])).status_code == 404


def test_so_quy_ghi_in_tai_va_khoa(whole):
    client = as_(whole.commune.accountant)
    assert client.get(reverse("ledger", args=[2023])).status_code == 404
    assert "Chọn loại thu, chi" in said(post(client, "ledger-entry", 2023, **MOVEMENT | {"amount": "0"}))
    shown = said(post(client, "ledger-entry", 2023, **MOVEMENT))
    assert "5.000.000" in shown
    assert "khóa được từ ngày 31/12/2023" in shown
    refused = said(post(client, "ledger-close", 2023))
    assert "khóa được từ ngày 31/12/2023" in refused
    sheet = client.get(reverse("ledger-sheet", args=[2023]))
    assert openpyxl.load_workbook(BytesIO(sheet.content)).active["H2"].value == 5_000_000
    assert client.get(reverse("ledger-paper", args=[2023])).content.startswith(b"%PDF")
    Installation.objects.update(working_day=date(2024, 1, 10))
    assert "đã khóa sổ" in said(post(client, "ledger-close", 2023))
    assert "Số dư năm 2023 chuyển sang" in page(client, "ledger", 2024)
    assert "đã khóa ngày 10/01/2024" in said(post(client, "ledger-entry", 2023, **MOVEMENT))
    post(client, "ledger-reopen", 2023, reason="Còn phiếu chưa ghi")
    assert "Khóa sổ" in page(client, "ledger", 2023)
    assert "Sổ quỹ năm 2023" in page(client, "funds")
    assert as_(whole.head(whole.village)).get(reverse("ledger", args=[2023])).status_code == 403


def test_huy_bo_dinh_chinh_va_thu_hoi_qua_trang(whole, decision):
    office, items = whole.commune, decision_items(decision)
    money, clerk = as_(office.accountant), as_(office.clerk)
    post(money, "draft-payments", decision.code)
    payment = Payment.objects.get(item__order=2)
    post(money, "pay", payment.pk, payee=payment.item.name, receipt="PC-1")
    standing = as_(office.standing)
    post(
        standing,
        "paper-draft",
        "thu-hoi",
        decision.code,
        items=[items[1].pk, items[2].pk],
        reason="Kê khai sai",
    )
    paper = numbered(OfficialDocument.objects.get(purpose="revocation"), office)
    post(clerk, "paper-issue", paper.code)
    assert page(standing, "decision", decision.code).count("đã hủy bỏ") == 2
    shown = page(money, "prize-money", decision.code)
    assert ("Tiền phải thu hồi" in shown, "Ghi đã thu" in shown) == (True, True)
    row = paper.revocations.get(paid__gt=0)
    assert "Thu hồi 230.000 đồng tiền thưởng của" in page(money, "desk")
    post(money, "take-recovery", row.pk, amount="230.000", receipt="PT-1")
    assert "đã thu đủ" in page(money, "prize-money", decision.code)
    person = items[1].nomination.person
    told = page(standing, "record", "individual", person.pk)
    assert f"đã hủy bỏ theo Quyết định số {paper.number_text}" in told
    data = {"kind": "content", "name-1": str(items[3].pk), "right-1": "Hộ bà Chu Thị Quyền"}
    post(standing, "paper-draft", "dinh-chinh", decision.code, **data)
    fixed = numbered(OfficialDocument.objects.get(purpose="correction"), office)
    post(clerk, "paper-issue", fixed.code)
    shown = page(standing, "decision", decision.code)
    assert "Hộ bà Chu Thị Quyền" in shown
    assert "quyết định ghi: Hộ ông Chu Văn Quyền" in shown


def test_cong_van_thu_hoi_tien_soan_o_trang_tien(whole, decision):
    office, items = whole.commune, decision_items(decision)
    money = as_(office.accountant)
    assert "Công văn thu hồi tiền thưởng" not in page(money, "prize-money", decision.code)
    post(money, "draft-payments", decision.code)
    payment = Payment.objects.get(item__order=2)
    post(money, "pay", payment.pk, payee=payment.item.name)
    post(as_(office.standing), "paper-draft", "thu-hoi", decision.code, items=[items[1].pk], reason="Sai")
    paper = numbered(OfficialDocument.objects.get(purpose="revocation"), office)
    post(as_(office.clerk), "paper-issue", paper.code)
    assert "Công văn thu hồi tiền thưởng" in page(money, "prize-money", decision.code)
    said_by = {"until": "20/6/2023", "signer": str(office.chair.pk)}
    post(money, "paper-draft", "thu-hoi-tien", decision.code, **said_by)
    assert OfficialDocument.objects.get(purpose="money_recall").kind == "cong_van"


def drafted(whole, *names):
    campaign = make_campaign(whole, state="reviewing")
    found = [eligible(whole, campaign, make_person(whole.village, name)) for name in names]
    waiting = sent(held(campaign, found, whole.commune), whole.commune)
    return draft_decision(waiting, mandate=whole.commune.standing, on=DAY)


def test_doc_soat_tung_dong_va_chu_tich_thay(whole):
    decision = drafted(whole, "Lộc Văn Tài", "Vi Thị Én")
    clerk, chair = as_(whole.commune.clerk), as_(whole.commune.chair)
    shown = page(clerk, "decision-proof", decision.code)
    assert shown.count("Hồ sơ chưa có năm sinh") == 2
    assert "hãy tích vào dòng đã đọc" in said(post(clerk, "decision-proof", decision.code))
    marks = [part.split('"')[0] for part in shown.split('name="doc" value="')[1:]]
    post(clerk, "decision-proof", decision.code, doc=marks[:1])
    for name, code in (("decision", decision.code), ("paper", decision.document.code)):
        assert 'Còn <b class="num">1</b> trên 2 dòng chưa đọc soát' in page(chair, name, code)
    post(clerk, "decision-proof", decision.code, doc=marks)
    assert "Đủ 2 dòng" in page(chair, "decision", decision.code)
    assert "Chưa ghi số cấp quỹ năm 2023" in page(chair, "decision", decision.code)
    culture = as_(whole.commune.culture)
    assert culture.get(reverse("decision-proof", args=[decision.code])).status_code == 404


def test_noi_nhan_chua_xac_nhan_thi_nhac(whole, decision):
    clerk = as_(whole.commune.clerk)
    assert "nơi chưa xác nhận đã nhận" in page(clerk, "decision", decision.code)
    assert "Đã nhắc 1 nơi nhận" in said(post(clerk, "remind-receivers", decision.code))
    assert "đã được nhắc trong hôm nay" in said(post(clerk, "remind-receivers", decision.code))
    Message.objects.update(read_on=DAY, read_by="Trưởng thôn")
    assert "Tất cả đã xác nhận đã nhận" in page(clerk, "decision", decision.code)


def test_cac_trang_hoi_du_lieu_mot_so_lan_nhu_nhau(whole, decision):
    client = as_(whole.commune.accountant)
    draft_payment_list(decision, mandate=whole.commune.accountant, on=DAY)
    payments, counts = list(Payment.objects.order_by("item__order")), []
    for some in (payments[:1], payments[1:3]):
        for payment in some:
            post(client, "pay", payment.pk, payee=payment.item.name, authority="giấy")
        found = []
        for name, key in (("prize-money", decision.code), ("ledger", 2023), ("funds", None)):
            with CaptureQueriesContext(connection) as queries:
                page(client, name, *([key] if key else []))
            found.append(len(queries))
        counts.append(found)
    assert counts[0] == counts[1]
