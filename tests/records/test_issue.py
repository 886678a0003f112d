"""Cho số, rút số, phát hành, gắn bản có dấu, xác nhận đã nhận."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from tests.factories.commune import Commune
from tests.factories.papers import DAY, make_paper, plan_content
from thidua.law.ruling import Refused
from thidua.org.models import Unit
from thidua.paper.model import Appendix, Document, p
from thidua.paper.pdf import pdf_words
from thidua.records.documents import OWN_DAY, OWN_NUMBER, paper_of
from thidua.records.draft import draft, rewrite
from thidua.records.issue import acknowledge, attach_scan, give_number, issue, take_back_number
from thidua.records.letterheads import unit_letterhead
from thidua.records.models import Message, NumberBook, OfficialDocument
from thidua.records.queries.papers import frozen_file, is_as_issued
from thidua.records.sign import send_for_signature, sign

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def number(paper: OfficialDocument, whole: Commune, **given: object) -> None:
    give_number(paper, **({"day": DAY} | given), mandate=whole.commune.clerk, on=DAY)  # type: ignore[arg-type]


def unit_paper(whole: Commune) -> OfficialDocument:
    head = whole.head(whole.body)
    paper = draft(
        plan_content(head), purpose="unit_submission", about=None, signer=head, mandate=head, on=DAY
    )
    send_for_signature(paper, mandate=head, on=DAY)
    sign(paper, mandate=head, on=DAY)
    return paper


def test_so_tiep_theo_cua_so(whole: Commune) -> None:
    first, second = make_paper(whole, until="numbered"), make_paper(whole, until="numbered")
    assert [first.number_text, second.number_text] == ["01/KH-UBND", "02/KH-UBND"]
    assert first.title == "Kế hoạch số 01/KH-UBND ngày 15/3/2023"


def test_so_co_the_bat_dau_tu_so_bat_ky(whole: Commune) -> None:
    NumberBook.objects.filter(unit=whole.commune.unit).update(next_number=112)
    assert make_paper(whole, until="numbered").number_text == "112/KH-UBND"


def test_so_ghi_nhu_he_thong_van_ban_da_cap(whole: Commune) -> None:
    paper = make_paper(whole, until="signed")
    number(paper, whole, number_text="45/KH-UBND")
    assert (paper.number, paper.number_text) == (45, "45/KH-UBND")
    assert make_paper(whole, until="numbered").number == 46


def test_hai_van_thu_cung_cho_so_khong_trung(whole: Commune) -> None:
    papers = [make_paper(whole, until="signed") for _ in range(2)]
    stale = [OfficialDocument.objects.get(pk=paper.pk) for paper in papers]
    for paper in stale:
        number(paper, whole)
    assert [paper.number for paper in stale] == [1, 2]


def test_mot_van_ban_khong_nhan_hai_so(whole: Commune) -> None:
    paper = make_paper(whole, until="signed")
    other_tab = OfficialDocument.objects.get(pk=paper.pk)
    number(paper, whole)
    with pytest.raises(Refused) as refused:
        number(other_tab, whole)
    assert (
        str(refused.value) == "Việc này vừa được người khác xử lý. Hãy tải lại trang để xem tình trạng mới."
    )


def test_so_da_cho_thi_khong_cho_lai(whole: Commune) -> None:
    make_paper(whole, until="numbered")
    paper = make_paper(whole, until="signed")
    with pytest.raises(Refused) as refused:
        number(paper, whole, number=1)
    assert str(refused.value) == (
        "Số 1 trong Sổ văn bản đi năm 2023 đã cho văn bản khác. Hãy để trống để lấy số tiếp theo."
    )


def test_co_so_du_lieu_la_chot_cuoi_cua_so(whole: Commune) -> None:
    first, second = make_paper(whole, until="numbered"), make_paper(whole, until="signed")
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficialDocument.objects.filter(pk=second.pk).update(
            book=first.book, number=1, number_text="01/KH-UBND", day=DAY
        )


def test_so_tu_do_duoc_bo_qua_khi_toi_luot(whole: Commune) -> None:
    paper = make_paper(whole, until="signed")
    number(paper, whole, number=2)
    NumberBook.objects.filter(pk=paper.book_id).update(next_number=2)
    assert make_paper(whole, until="numbered").number == 3


def test_so_ghi_sai_dang(whole: Commune) -> None:
    paper = make_paper(whole, until="signed")
    with pytest.raises(Refused) as refused:
        number(paper, whole, number_text="KH-UBND/45")
    assert str(refused.value) == "“KH-UBND/45” không bắt đầu bằng số. Hãy ghi như 45/KH-UBND."
    with pytest.raises(Refused):
        number(paper, whole, number_text=f"{'9' * 40}/KH-UBND")  # no database holds such a number


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2023, 3, 14), "Ngày văn bản 14/3/2023 trước ngày ký 15/3/2023. Hãy ghi từ ngày ký trở đi."),
        (date(2023, 3, 16), "Ngày văn bản 16/3/2023 chưa tới."),
    ],
)
def test_ngay_van_ban_tu_ngay_ky_den_hom_nay(whole: Commune, day: date, says: str) -> None:
    paper = make_paper(whole, until="signed")
    with pytest.raises(Refused) as refused:
        number(paper, whole, day=day)
    assert str(refused.value) == says


def test_chua_mo_so_thi_noi_ro(whole: Commune) -> None:
    NumberBook.objects.filter(unit=whole.commune.unit).delete()
    paper = make_paper(whole, until="signed")
    with pytest.raises(Refused) as refused:
        number(paper, whole)
    assert str(refused.value) == (
        "Ủy ban nhân dân xã Nà Lâm chưa mở sổ cho loại văn bản này năm 2023. "
        "Hãy mở sổ ở Cơ quan › Sổ văn bản."
    )


def test_so_rieng_cho_mot_loai_van_ban_duoc_uu_tien(whole: Commune) -> None:
    NumberBook.objects.create(
        unit=whole.commune.unit, year=2023, name="Sổ kế hoạch", series="office", kinds=["ke_hoach"],
        suffix="UBND", next_number=7,
    )  # fmt: skip
    assert make_paper(whole, until="numbered").number_text == "07/KH-UBND"


def test_don_vi_khong_co_van_thu_tu_cho_so_va_co_so_rieng(whole: Commune) -> None:
    papers = [unit_paper(whole), unit_paper(whole)]
    for paper in papers:
        give_number(paper, day=DAY, mandate=whole.head(whole.body), on=DAY)
    assert [paper.number for paper in papers] == [1, 2]


def test_ky_hieu_lay_tu_so_khi_van_ban_chua_ghi(whole: Commune) -> None:
    paper = make_paper(whole)
    content = Document.from_json(paper.content)
    head = type(content.letterhead)(body=content.letterhead.body, place="Nà Lâm")
    rewrite(
        paper, content=Document(kind="ke_hoach", letterhead=head, type_name="KẾ HOẠCH", summary="Thi đua"),
        mandate=whole.commune.standing, on=DAY,
    )  # fmt: skip
    send_for_signature(paper, mandate=whole.commune.standing, on=DAY)
    sign(paper, mandate=whole.commune.chair, on=DAY)
    number(paper, whole)
    assert paper.number_text == "01/KH-UBND"


@pytest.mark.parametrize("role", ["standing", "chair", "accountant", "admin"])
def test_chi_van_thu_cho_so_va_phat_hanh(whole: Commune, role: str) -> None:
    signed, numbered = make_paper(whole, until="signed"), make_paper(whole, until="numbered")
    with pytest.raises(Refused):
        give_number(signed, day=DAY, mandate=whole.commune.mandates[role], on=DAY)
    with pytest.raises(Refused):
        issue(numbered, mandate=whole.commune.mandates[role], on=DAY)


def test_rut_so_thi_so_cuoi_duoc_dung_lai(whole: Commune) -> None:
    paper = make_paper(whole, until="numbered")
    take_back_number(paper, mandate=whole.commune.clerk, on=DAY)
    assert (paper.state, paper.number_text, paper.day, paper.book) == ("signed", "", None, None)
    assert make_paper(whole, until="numbered").number == 1


def test_rut_so_o_giua_thi_de_trong(whole: Commune) -> None:
    first = make_paper(whole, until="numbered")
    make_paper(whole, until="numbered")
    take_back_number(first, mandate=whole.commune.clerk, on=DAY)
    assert make_paper(whole, until="numbered").number == 3


def test_phat_hanh_dong_bang_docx_va_pdf(whole: Commune) -> None:
    paper = make_paper(whole, until="issued")
    paper.refresh_from_db()
    pdf = frozen_file(paper, "pdf")
    assert (paper.state, paper.issued_on) == ("issued", DAY)
    assert hashlib.sha256(pdf).hexdigest() == paper.pdf_sha256
    assert pdf_words(pdf) == Document.from_json(paper.content).words()
    assert paper_of(paper).letterhead.number_line == "Số: 01/KH-UBND"
    assert paper_of(paper).letterhead.place_line == "Nà Lâm, ngày 15 tháng 3 năm 2023"


def test_van_ban_dan_chieu_so_va_ngay_cua_chinh_no(whole: Commune) -> None:
    office = whole.commune
    list_ = Appendix(
        "DANH SÁCH", f"(Kèm theo Kế hoạch số {OWN_NUMBER} ngày {OWN_DAY})", (p("Thôn Khuổi Cáp"),)
    )
    content = plan_content(office.chair, appendices=(list_,))
    paper = draft(
        content, purpose="campaign_plan", about=None, signer=office.chair, mandate=office.standing, on=DAY
    )
    blank = paper_of(paper).appendices[0].reference
    assert blank.split() == ["(Kèm", "theo", "Kế", "hoạch", "số", "/KH-UBND", "ngày", "tháng", "năm", ")"]
    paper.number_text, paper.day = "05/KH-UBND", DAY
    assert (
        paper_of(paper).appendices[0].reference
        == "(Kèm theo Kế hoạch số 05/KH-UBND ngày 15 tháng 3 năm 2023)"
    )


def test_da_phat_hanh_thi_khong_sua_duoc(whole: Commune) -> None:
    paper = make_paper(whole, until="issued")
    with pytest.raises(Refused) as refused:
        rewrite(paper, content=plan_content(whole.commune.chair), mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == "Văn bản đã phát hành, không làm được việc này ở bước đó."


def test_tep_da_phat_hanh_bi_sua_hoac_mat_thi_lo(whole: Commune) -> None:
    changed, lost, sound = (make_paper(whole, until="issued") for _ in range(3))
    Path(changed.pdf.path).write_bytes(b"%PDF-khac")
    Path(lost.docx.path).unlink()
    with pytest.raises(Refused) as refused:
        frozen_file(changed, "pdf")
    assert str(refused.value) == (
        "Tệp PDF của Kế hoạch số 01/KH-UBND ngày 15/3/2023 không còn đúng như khi phát hành. "
        "Hãy lấy lại tệp từ "
        "bản sao lưu và báo người quản trị."
    )
    assert [is_as_issued(paper) for paper in (changed, lost, sound)] == [False, False, True]
    assert frozen_file(sound, "docx")[:2] == b"PK"


def test_ban_quet_co_dau_duoc_gan_sau_khi_phat_hanh(whole: Commune) -> None:
    paper = make_paper(whole, until="issued")
    scan = ContentFile(PDF, name="ke hoach co dau.pdf")
    attach_scan(paper, upload=scan, mandate=whole.commune.clerk, on=DAY)
    assert paper.scan is not None
    assert (paper.scan.name, paper.scan.purpose) == ("ke hoach co dau.pdf", "scan")


def test_ban_quet_phai_la_pdf_hoac_anh(whole: Commune) -> None:
    paper = make_paper(whole, until="issued")
    with pytest.raises(Refused) as refused:
        attach_scan(
            paper, upload=ContentFile("chữ".encode(), name="a.txt"), mandate=whole.commune.clerk, on=DAY
        )
    assert str(refused.value) == "Bản quét phải là tệp PDF hoặc ảnh. Hãy quét lại rồi gửi."


def test_chua_phat_hanh_thi_chua_gan_ban_quet(whole: Commune) -> None:
    paper = make_paper(whole, until="numbered")
    with pytest.raises(Refused):
        attach_scan(paper, upload=ContentFile(PDF, name="a.pdf"), mandate=whole.commune.clerk, on=DAY)


def test_don_vi_xac_nhan_da_nhan(whole: Commune) -> None:
    message = Message.objects.create(
        unit=whole.commune.unit, to_unit=whole.village, subject="Kế hoạch phát động", body="", sent_on=DAY
    )
    head = whole.head(whole.village)
    acknowledge(message, mandate=head, on=DAY)
    acknowledge(message, mandate=head, on=date(2023, 3, 20))
    assert (message.read_on, message.read_by) == (DAY, "Hứa Văn Sinh, Trưởng thôn")
    with pytest.raises(Refused):
        acknowledge(message, mandate=whole.head(whole.body), on=DAY)


def test_a_unit_that_gets_an_abbreviation_later_writes_it_from_then_on(whole: Commune) -> None:
    head = whole.head(whole.body)
    numbers = []
    for symbol in ("", "MTTQ"):
        Unit.objects.filter(pk=whole.body.pk).update(symbol=symbol)
        content = replace(plan_content(head), kind="to_trinh", letterhead=unit_letterhead(whole.body))
        paper = draft(content, purpose="unit_submission", about=None, signer=head, mandate=head, on=DAY)
        send_for_signature(paper, mandate=head, on=DAY)
        sign(paper, mandate=head, on=DAY)
        paper = OfficialDocument.objects.get(pk=paper.pk)
        give_number(paper, day=DAY, mandate=head, on=DAY)
        numbers.append(paper.number_text)
    assert numbers == ["01/TTr", "02/TTr-MTTQ"]
