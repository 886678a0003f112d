"""Bản sao giấy: thể thức bản sao ngay sau văn bản, hết chỗ thì sang trang; trích sao giữ đầu đề, người ký."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests.paper.papers import decision
from tests.paper.signed import PAPER, PRINTED, printed, signed_step_by_step
from thidua.paper.copied import CopyFoot, NotCopied, choices_of, extract, pages_of, write_copy
from thidua.paper.model import Letterhead, SignatureBlock, Signatures
from thidua.paper.sign import check_signatures

HEAD = Letterhead(
    body=("ỦY BAN NHÂN DÂN", "XÃ NÀ LÂM"), number="03", symbol="SY-UBND", place="Nà Lâm",
    day=date(2023, 3, 20),
)  # fmt: skip
FOOT = CopyFoot(
    "SAO Y", HEAD, SignatureBlock("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH", name="Nông Văn Tư"),
    ("Thôn Nà Pheo", "Lưu: VT"),
)  # fmt: skip
BORNE = (
    "ỦY BAN NHÂN DÂN SAO Y XÃ NÀ LÂM Số: 03/SY-UBND Nà Lâm, ngày 20 tháng 3 năm 2023 Nơi nhận: TM. ỦY BAN "
    "NHÂN DÂN - Thôn Nà Pheo; KT. CHỦ TỊCH - Lưu: VT. PHÓ CHỦ TỊCH Nông Văn Tư"
)


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


def letters(text: str) -> list[str]:
    """Các chữ không kể thứ tự: hai cột đọc xen nhau."""
    return sorted(text.split())


def test_the_thuc_ban_sao_nam_ngay_sau_van_ban_con_cho() -> None:
    short = replace(PAPER, body=PAPER.body[:2], appendices=())
    before, (after,) = pages(printed(short))[0], pages(write_copy(printed(short), FOOT, timestamp=PRINTED))
    assert letters(after) == letters(f"{before} {BORNE}")


def test_het_cho_thi_the_thuc_ban_sao_sang_trang_sau() -> None:
    full = replace(PAPER, body=PAPER.body[:4], appendices=())
    copied = pages(write_copy(printed(full), FOOT, timestamp=PRINTED))
    assert letters(copied[-1]) == letters(BORNE)
    assert copied[:-1] == pages(printed(full))


def test_ban_in_tu_tep_ky_so_con_hinh_chu_ky_khong_con_chu_ky_so() -> None:
    sealed = signed_step_by_step()["sealed"]
    copied = write_copy(sealed, FOOT, timestamp=PRINTED)
    assert check_signatures(copied, trusted=(), when=PRINTED).signatures == ()
    assert "Người ký: Hoàng Văn Dũng" in pages(copied)[1]
    with pikepdf.open(io.BytesIO(copied)) as opened:
        assert "/AcroForm" not in opened.Root


def test_ban_quet_la_anh_thanh_trang_pdf() -> None:
    held = io.BytesIO()
    Image.new("RGB", (1654, 2339), "white").save(held, "PNG")
    copied = pages(write_copy(pages_of(held.getvalue()), FOOT, timestamp=PRINTED))
    assert letters(copied[-1]) == letters(BORNE)
    assert pages_of(b"%PDF-1.7 nguyen ven") == b"%PDF-1.7 nguyen ven"
    with pytest.raises(NotCopied, match="Không mở được bản quét"):
        pages_of(b"khong phai anh")
    with pytest.raises(NotCopied, match="Không mở được tệp của văn bản"):
        write_copy(b"%PDF-1.7 hong", FOOT, timestamp=PRINTED)


def test_trich_sao_mot_nguoi_trong_danh_sach() -> None:
    paper = decision(5)
    parts = choices_of(paper)
    assert [part.mark for part in parts][:5] == ["b0", "b1", "b2", "b3", "p0-0r0"]
    (name,) = [part.mark for part in parts if "Vương Đức Thuận" in part.words]
    made = extract(paper, frozenset({"b0", name}))
    assert (made.body, made.grounds, made.summary) == (paper.body[:1], paper.grounds, paper.summary)
    (table,) = made.appendices[0].blocks
    assert ([row[1] for row in table.rows], table.total_row) == (["Ông Vương Đức Thuận"], None)
    assert made.signature.note == "(Đã ký)"


def test_trich_sao_bo_phu_luc_khong_trich_va_giu_moi_nguoi_ky() -> None:
    several = Signatures((SignatureBlock(role="THƯ KÝ", name="Nông Thị Hoa"),))
    made = extract(replace(PAPER, signature=several), frozenset({"b1"}))
    assert (made.appendices, len(made.body)) == ((), 1)
    assert [one.note for one in made.signature.blocks] == ["(Đã ký)"]
    assert extract(replace(PAPER, signature=None), frozenset()).signature is None
