"""Ký số văn bản: người có thẩm quyền, rồi cơ quan; ký ngoài rồi đưa lại; tệp ký là bản gốc."""

import hashlib
import subprocess
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from pytest_django import Settings

from tests.factories.commune import Commune
from tests.factories.papers import DAY, make_paper
from tests.factories.signing import PASSPHRASE, Holder, holder, root
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.paper.sign import (
    HEAD,
    ORGANISATION,
    Archival,
    Box,
    Key,
    Mark,
    file_key,
    put_signature,
    words_mark,
)
from thidua.paper.sign.reserve import box_of
from thidua.records.documents import findings_of_file
from thidua.records.issue import give_number, issue, take_back_number
from thidua.records.models import OfficialDocument, SignedFile
from thidua.records.open_key import Source, archival, opened, sources
from thidua.records.queries.papers import frozen_file
from thidua.records.queries.signing import bytes_of, signed_file
from thidua.records.set_image import set_signature_image
from thidua.records.sign import hand_back, take_back, unsign
from thidua.records.sign_digitally import give_out, seal_with_key, sign_with_key, take_signed

pytestmark = pytest.mark.django_db
WHEN = datetime(2023, 3, 15, 2, 30, tzinfo=UTC)


def key(of: Holder) -> Key:
    return file_key(of.p12(), passphrase=PASSPHRASE)


def chair_signs(paper: OfficialDocument, whole: Commune, of: Holder | None = None, **more: str) -> SignedFile:
    own = of or holder(whole.commune.chair.person.name, is_rsa=True)
    return sign_with_key(paper, key=key(own), when=WHEN, mandate=whole.commune.chair, on=DAY, **more)


def office_seals(
    paper: OfficialDocument, whole: Commune, of: Holder | None = None, **more: str
) -> SignedFile:
    own = of or holder(whole.commune.unit.name)
    return seal_with_key(
        paper, key=key(own), when=WHEN + timedelta(hours=1), mandate=whole.commune.clerk, on=DAY, **more
    )


def because(refused: pytest.ExceptionInfo[Refused]) -> str:
    return str(refused.value)


def picture(*, seal: bool) -> ContentFile[bytes]:
    drawn = Image.new("RGB", (400, 400 if seal else 160), "white")
    pen = ImageDraw.Draw(drawn)
    if seal:
        pen.ellipse([4, 4, 395, 395], outline="red", width=12)
    else:
        pen.line([(20, 120), (140, 20), (240, 140), (380, 60)], fill="black", width=10)
    kept = BytesIO()
    drawn.save(kept, "PNG")
    return ContentFile(kept.getvalue(), "anh.png")


def upload(data: bytes, name: str = "da-ky.pdf") -> ContentFile[bytes]:
    return ContentFile(data, name)


def outside(given: bytes, of: Holder, field: str) -> bytes:
    """Chữ ký đặt bằng công cụ khác, vào chỗ dành sẵn."""
    box = box_of(given, field)
    return put_signature(
        given, key=key(of), field=field, mark=Mark(words_mark(box, lines=("ký ngoài",))), when=WHEN
    )


def test_ky_so_cho_so_ky_co_quan_phat_hanh(whole: Commune, tmp_path: Path) -> None:
    office = whole.commune
    set_signature_image(picture(seal=False), seal=False, width_mm=Decimal(50), mandate=office.chair, on=DAY)
    set_signature_image(picture(seal=True), seal=True, width_mm=Decimal(36), mandate=office.clerk, on=DAY)
    paper = make_paper(whole, until="for_signature")
    head = chair_signs(paper, whole)
    assert (paper.state, head.holder, head.issuer) == (
        "signed",
        office.chair.person.name,
        "Gốc thử nghiệm Nà Lâm",
    )
    give_number(paper, day=DAY, mandate=office.clerk, on=DAY)
    sealed = bytes_of(office_seals(paper, whole))
    issue(paper, mandate=office.clerk, on=DAY)
    pdf = frozen_file(paper, "pdf")
    assert pdf == sealed
    assert paper.pdf_sha256 == hashlib.sha256(sealed).hexdigest()
    assert pdf.startswith(bytes_of(head))
    assert [one.rule for one in findings_of_file(pdf)] == [
        "people-capital"
    ]  # in the words of the plan, not ours
    words = tmp_path / "van-ban.pdf"
    words.write_bytes(pdf)
    seen = subprocess.run(["pdfsig", "-nocert", words], capture_output=True, text=True, check=True).stdout
    assert seen.count("Signature is Valid.") == 2
    told = subprocess.run(["pdftotext", "-layout", words, "-"], capture_output=True, text=True, check=True)
    line = next(" ".join(row.split()) for row in told.stdout.splitlines() if "Số:" in row)
    assert line == "Số: 01/KH-UBND Nà Lâm, ngày 15 tháng 3 năm 2023"
    assert [entry.verb for entry in JournalEntry.objects.filter(thing_id=paper.pk).order_by("number")] == [
        "draft", "send_for_signature", "sign", "sign_digitally", "give_number", "sign_digitally", "issue",
    ]  # fmt: skip


def test_khong_co_khoa_thi_ky_tay_nhu_cu(whole: Commune) -> None:
    paper = make_paper(whole, until="issued")
    assert (SignedFile.objects.count(), b"/ByteRange" in frozen_file(paper, "pdf")) == (0, False)


def test_chi_co_chu_ky_nguoi_ky_van_phat_hanh_duoc_de_in_ra_dong_dau(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    head = bytes_of(chair_signs(paper, whole))
    give_number(paper, day=DAY, mandate=whole.commune.clerk, on=DAY)
    issue(paper, mandate=whole.commune.clerk, on=DAY)
    pdf = frozen_file(paper, "pdf")
    assert (pdf.startswith(head), pdf == head) == (True, False)


def test_chung_thu_nguoi_khac_phai_co_ly_do(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    stranger = holder("Lê Văn Thử")
    with pytest.raises(Refused) as refused:
        chair_signs(paper, whole, stranger)
    name = whole.commune.chair.person.name
    assert because(refused) == (
        f"Chứng thư cấp cho “Lê Văn Thử”, không phải “{name}”. Nếu vẫn đúng người, hãy ghi lý do rồi gửi lại."
    )
    kept = chair_signs(paper, whole, stranger, reason="Chứng thư ghi tên cũ")
    assert (kept.holder, kept.reason) == ("Lê Văn Thử", "Chứng thư ghi tên cũ")


def test_khoa_co_quan_chi_ky_sau_va_chi_van_thu(whole: Commune) -> None:
    paper = make_paper(whole, until="numbered")
    with pytest.raises(Refused) as refused:
        office_seals(paper, whole)
    assert refused.value.ruling.source == "Điều 32 khoản 2 Nghị định 30/2020/NĐ-CP"
    with pytest.raises(Refused) as refused:
        seal_with_key(
            paper, key=key(holder(whole.commune.unit.name)), when=WHEN, mandate=whole.commune.chair, on=DAY
        )
    assert because(refused) == "Việc này của: Văn thư. Bạn đang làm với tư cách Chủ tịch UBND xã Nà Lâm."


def test_nguoi_khac_khong_ky_thay(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    with pytest.raises(Refused):
        sign_with_key(paper, key=key(holder("X")), when=WHEN, mandate=whole.commune.clerk, on=DAY)
    with pytest.raises(Refused):
        give_out(paper, mandate=whole.commune.clerk, on=DAY)


def test_chung_thu_het_han_khong_ky_duoc(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    old = holder(whole.commune.chair.person.name, ends=datetime(2023, 1, 1, tzinfo=UTC))
    with pytest.raises(Refused) as refused:
        chair_signs(paper, whole, old)
    assert because(refused).endswith("đã hết hạn 01/01/2023; hãy gia hạn rồi ký.")
    assert paper.state == "for_signature"


def test_rut_chu_ky_rut_so_bo_tep_da_ky(whole: Commune) -> None:
    office = whole.commune
    paper = make_paper(whole, until="for_signature")
    chair_signs(paper, whole)
    give_number(paper, day=DAY, mandate=office.clerk, on=DAY)
    office_seals(paper, whole)
    take_back_number(paper, mandate=office.clerk, on=DAY)
    assert (signed_file(paper, "organisation"), signed_file(paper, "head") is None) == (None, False)
    unsign(paper, mandate=office.chair, on=DAY)
    assert signed_file(paper, "head") is None
    assert SignedFile.objects.filter(document=paper, dropped_on=DAY).count() == 2


def test_ky_hieu_in_san_thi_so_phai_theo(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    chair_signs(paper, whole)
    with pytest.raises(Refused) as refused:
        give_number(paper, number_text="45/QĐ-UBND", day=DAY, mandate=whole.commune.clerk, on=DAY)
    assert because(refused) == (
        "Bản đã ký số in sẵn ký hiệu “KH-UBND”; hãy ghi số như 45/KH-UBND, hoặc rút chữ ký để soạn lại."
    )
    give_number(paper, number_text="45/KH-UBND", day=DAY, mandate=whole.commune.clerk, on=DAY)
    assert paper.number_text == "45/KH-UBND"


def test_ky_ngoai_roi_dua_lai_ca_hai_chu_ky(whole: Commune) -> None:
    office = whole.commune
    paper = make_paper(whole, until="for_signature")
    given = bytes_of(give_out(paper, mandate=office.chair, on=DAY))
    signed = outside(given, holder(office.chair.person.name, is_rsa=True), HEAD)
    kept = take_signed(paper, upload=upload(signed), mandate=office.chair, on=DAY)
    assert (paper.state, kept.outside, kept.signed_at) == ("signed", True, WHEN)
    give_number(paper, day=DAY, mandate=office.clerk, on=DAY)
    numbered = bytes_of(give_out(paper, mandate=office.clerk, on=DAY))
    sealed = outside(numbered, holder(office.unit.name), ORGANISATION)
    take_signed(paper, upload=upload(sealed), mandate=office.clerk, on=DAY)
    issue(paper, mandate=office.clerk, on=DAY)
    assert frozen_file(paper, "pdf") == sealed


def test_tep_ky_ngoai_khong_dung_bi_tra(whole: Commune) -> None:
    office = whole.commune
    paper = make_paper(whole, until="for_signature")
    other = make_paper(whole, until="for_signature")
    chair = holder(office.chair.person.name, is_rsa=True)

    def refusal(data: bytes, name: str = "da-ky.pdf") -> str:
        with pytest.raises(Refused) as refused:
            take_signed(paper, upload=upload(data, name), mandate=office.chair, on=DAY)
        return because(refused)

    assert refusal(b"%PDF-1.7") == "Hãy tải tệp để ký ở trang này trước, ký tệp đó rồi gửi lại."
    given = bytes_of(give_out(paper, mandate=office.chair, on=DAY))
    theirs = bytes_of(give_out(other, mandate=office.chair, on=DAY))
    signed = outside(given, chair, HEAD)
    box = Box(0, 300, 100, 400, 140)
    twice = put_signature(
        signed,
        key=key(office_key_of(whole)),
        field="Them",
        mark=Mark(words_mark(box, lines=("x",)), box),
        when=WHEN,
    )
    changed = bytearray(signed)
    changed[len(given) + 300] ^= 1
    assert refusal(given).startswith("Tệp chưa có chữ ký số mới nào.")
    assert refusal(outside(theirs, chair, HEAD)).startswith("Tệp không phải là tệp đã tải từ trang này")
    assert refusal(b"Xin chao", "a.txt") == "Tệp ký số phải là tệp PDF."
    assert refusal(twice) == "Tệp có 2 chữ ký mới; mỗi bước chỉ một người ký."
    assert refusal(outside(given, holder("Lê Văn Thử"), HEAD)).startswith("Chứng thư cấp cho “Lê Văn Thử”")
    old = holder(office.chair.person.name, ends=datetime(2023, 1, 1, tzinfo=UTC))
    forged = put_signature(
        given, key=key(old), field=HEAD, mark=Mark(words_mark(box_of(given, HEAD), lines=("x",))),
        when=datetime(2022, 6, 1, tzinfo=UTC),
    )  # fmt: skip
    assert refusal(forged) == (
        "Chữ ký ghi ngày 01/6/2022, trước ngày tạo tệp 15/3/2023. Hãy chỉnh lại đồng hồ máy, tải lại tệp "
        "rồi ký."
    )


def office_key_of(whole: Commune) -> Holder:
    return holder(whole.commune.unit.name)


def test_hai_nguoi_cung_dua_tep_mot_luc_chi_mot_tep_duoc_nhan(whole: Commune) -> None:
    office = whole.commune
    paper = make_paper(whole, until="for_signature")
    given = bytes_of(give_out(paper, mandate=office.chair, on=DAY))
    signed = outside(given, holder(office.chair.person.name, is_rsa=True), HEAD)
    other_tab = OfficialDocument.objects.get(pk=paper.pk)
    take_signed(paper, upload=upload(signed), mandate=office.chair, on=DAY)
    with pytest.raises(Refused) as refused:
        take_signed(other_tab, upload=upload(signed), mandate=office.chair, on=DAY)
    assert refused.value.ruling.rule in ("sign:given", "state:stale")
    assert SignedFile.objects.filter(document=paper, step="head").count() == 1


def test_rut_lai_hay_tra_lai_thi_tep_da_tai_khong_dung_nua(whole: Commune) -> None:
    office = whole.commune
    first, second = (make_paper(whole, until="for_signature") for _ in range(2))
    for paper in (first, second):
        give_out(paper, mandate=office.chair, on=DAY)
    take_back(first, mandate=office.standing, on=DAY)
    hand_back(second, remark="Sửa ngày", mandate=office.chair, on=DAY)
    assert [signed_file(paper, "given") for paper in (first, second)] == [None, None]


def test_nguon_khoa_theo_cai_dat(settings: Settings, tmp_path: Path) -> None:
    assert (sources(seal=True), sources(seal=False), archival()) == (["file"], ["file"], Archival())
    kept = tmp_path / "co-quan.p12"
    kept.write_bytes(holder("Cơ quan thử").p12())
    settings.SEAL_KEY, settings.PKCS11_MODULE, settings.PKCS11_SEAL = str(kept), "/khong/co.so", "con-dau"
    assert (sources(seal=True), sources(seal=False)) == (["file", "office", "token"], ["file"])
    with opened(Source("office", secret=PASSPHRASE), seal=True) as found:
        assert found.certificate.holder == "Cơ quan thử"
    assert PASSPHRASE not in repr(Source("office", b"x", PASSPHRASE))
    for source, sentence in (
        (Source("office", secret="sai"), "Không mở được tệp khóa: sai mật khẩu"),
        (Source("token", secret="1"), "Không tìm thấy thiết bị “con-dau”"),
    ):
        with pytest.raises(Refused, match=sentence), opened(source, seal=True):
            raise AssertionError("mở được")
    kept.unlink()
    with (
        pytest.raises(Refused, match="Không đọc được tệp khóa của cơ quan"),
        opened(source_office(), seal=True),
    ):
        raise AssertionError("mở được")


def source_office() -> Source:
    return Source("office", secret=PASSPHRASE)


def test_chung_thu_goc_nam_trong_thu_muc(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "goc").mkdir()
    (tmp_path / "goc" / "goc.pem").write_bytes(root().pem)
    settings.TRUST, settings.TIMESTAMP_AUTHORITY = tmp_path / "goc", "http://127.0.0.1:1"
    assert archival() == Archival("B-T", "http://127.0.0.1:1", (root().pem,))


@pytest.mark.parametrize(
    ("width", "data", "sentence"),
    [
        (Decimal(90), b"", "Chiều rộng con dấu thật từ 20 đến 50 mm; hãy đo lại."),
        (Decimal(36), b"khong phai anh", "Không mở được ảnh; hãy chọn ảnh .png hoặc .jpg."),
        (Decimal(36), b"0" * 26_300_000, "Ảnh lớn quá; hãy thu nhỏ rồi gửi lại."),
    ],
)
def test_anh_con_dau_sai(whole: Commune, width: Decimal, data: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        set_signature_image(
            ContentFile(data, "a.png"), seal=True, width_mm=width, mandate=whole.commune.clerk, on=DAY
        )
    assert because(refused) == sentence


def test_anh_con_dau_chi_van_thu_dat(whole: Commune) -> None:
    with pytest.raises(Refused):
        set_signature_image(
            picture(seal=True), seal=True, width_mm=Decimal(36), mandate=whole.commune.chair, on=DAY
        )
