"""Ký số một tệp: chỗ ký trên trang, khóa, số và ngày, kiểm tra; ai sửa một chữ thì thấy."""

import io
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import settings as generated
from hypothesis import strategies as some
from PIL import Image, ImageChops, ImageDraw, ImageOps

from tests.factories.signing import (
    chair_key,
    holder,
    office_key,
    revoked_list,
    root,
)
from tests.paper.signed import PAPER, WHEN, key, places, printed, signed_step_by_step
from thidua.paper.model import SignatureBlock, Signatures
from thidua.paper.sign import (
    BLUE,
    HEAD,
    ORGANISATION,
    RED,
    Box,
    Difference,
    Mark,
    NoPlace,
    NotSigned,
    WrongPicture,
    check_signatures,
    corner_of,
    difference,
    ink_of,
    is_prepared,
    places_of,
    put_signature,
    seal_mark,
    signer_mark,
    signing_room,
    symbol_on,
    words_mark,
)
from thidua.paper.sign.places import POINTS
from thidua.paper.sign.reserve import box_of


@pytest.fixture(scope="module")
def steps() -> dict[str, bytes]:
    return signed_step_by_step()


def millimetres(box: Box) -> tuple[float, float, float, float]:
    return tuple(round(value / POINTS, 1) for value in (box.left, box.bottom, box.right, box.top))  # type: ignore[return-value]


def test_cho_ky_nam_giua_chuc_vu_va_ho_ten(steps: dict[str, bytes]) -> None:
    found = places(steps["printed"])
    ink = found.ink()
    seal = found.seal(ink)
    assert (found.room.page, round(found.room.height / POINTS)) == (1, 25)
    assert (round(ink.width / POINTS), round(ink.height / POINTS)) == (50, 20)
    assert (round(seal.width / POINTS), round(seal.height / POINTS)) == (36, 36)
    assert round((seal.right - ink.left) / ink.width, 3) == 0.333
    assert seal.left < ink.left
    assert symbol_on(steps["printed"]) == "KH-UBND"


def test_anh_hep_khong_cao_qua_cho_ky(steps: dict[str, bytes]) -> None:
    tall = places(steps["printed"]).ink(aspect=0.5)
    assert (round(tall.width / POINTS), round(tall.height / POINTS)) == (10, 20)


def test_bien_ban_nhieu_nguoi_ky_dung_khoi_cua_minh() -> None:
    blocks = (
        SignatureBlock(role="THƯ KÝ", name="Nông Thị Hoa"),
        SignatureBlock(role="CHỦ TỌA", name="Lý Văn An"),
    )
    pdf = printed(replace(PAPER, signature=Signatures(blocks)))
    left = signing_room(pdf, above="THƯ KÝ", below="Nông Thị Hoa")
    right = signing_room(pdf, above="CHỦ TỌA", below="Lý Văn An")
    assert left.right < right.left
    assert round(left.top) == round(right.top)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"number": "QĐ-UBND"}, "Trang đầu không có chỗ ghi số, ký hiệu."),
        ({"place": "Hà Nội"}, "Trang đầu không có chỗ ghi ngày, tháng, năm."),
        ({"below": "Ai Đó"}, "Không tìm thấy chỗ ký giữa “CHỦ TỊCH” và “Ai Đó”."),
        ({"above": ""}, "Không tìm thấy chỗ ký giữa “” và “Hoàng Văn Dũng”."),
        (
            {"above": "TM. ỦY BAN NHÂN DÂN", "below": "CHỦ TỊCH"},
            "Giữa chức vụ và họ tên không còn chỗ để ký.",
        ),
    ],
)
def test_khong_co_cho_thi_noi_ro(steps: dict[str, bytes], asked: dict[str, str], sentence: str) -> None:
    usual = {"number": "KH-UBND", "place": "Nà Lâm", "above": "CHỦ TỊCH", "below": "Hoàng Văn Dũng"}
    with pytest.raises(NoPlace) as missing:
        places_of(steps["printed"], **(usual | asked))
    assert str(missing.value) == sentence


def test_moi_buoc_chi_noi_them_vao_tep(steps: dict[str, bytes]) -> None:
    names = list(steps)
    for before, after in zip(names, names[1:], strict=False):
        assert steps[after].startswith(steps[before])
    assert [is_prepared(steps[name]) for name in names] == [False, True, True, True, True]
    assert not is_prepared(b"khong phai PDF")


def test_hai_chu_ky_deu_nguyen_ven(steps: dict[str, bytes], tmp_path: Path) -> None:
    found = check_signatures(steps["sealed"], trusted=[root().pem], when=WHEN)
    assert [
        (one.field, one.certificate.holder, one.intact, one.whole_file, one.changed, one.rests)
        for one in found.signatures
    ] == [
        (HEAD, "Hoàng Văn Dũng", True, False, "form", "trusted"),
        (ORGANISATION, "Ủy ban nhân dân xã Nà Lâm", True, True, "nothing", "trusted"),
    ]
    head, sealed = found.signatures
    assert head.fields == (ORGANISATION, "Nam", "Ngay", "So", "Thang")
    assert (head.moment, head.authority) == (WHEN, "")
    assert sealed.path == ("Gốc thử nghiệm Nà Lâm", "Ủy ban nhân dân xã Nà Lâm")
    assert sealed.revocation == "unknown"
    kept = tmp_path / "a.pdf"
    kept.write_bytes(steps["sealed"])
    seen = subprocess.run(["pdfsig", "-nocert", kept], capture_output=True, text=True, check=True).stdout
    assert seen.count("Signature is Valid.") == 2
    with pikepdf.open(kept) as opened:
        filled = {str(one.T): str(one.V) for one in opened.Root.AcroForm.Fields if one.FT == "/Tx"}
        assert filled == {
            "So": "05", "Ngay": "15", "Thang": "3", "Nam": "2023",
        }  # fmt: skip


def test_khong_co_chung_thu_goc_thi_khong_noi_hop_le(steps: dict[str, bytes]) -> None:
    found = check_signatures(steps["sealed"], trusted=[b"rac", b"-----BEGIN X-----\n!\n"], when=WHEN)
    assert [(one.intact, one.rests, one.path) for one in found.signatures] == [(True, "no_roots", ())] * 2


def test_sua_mot_chu_sau_khi_ky_thi_thay(steps: dict[str, bytes]) -> None:
    place = steps["sealed"].index(b"Nam") if b"Nam" in steps["sealed"] else 20
    for at in (place, 2000):
        changed = bytearray(steps["sealed"])
        changed[at] = changed[at] ^ 1
        found = check_signatures(bytes(changed), trusted=[], when=WHEN)
        assert found.trouble or [one.intact for one in found.signatures] == [False, False]


@generated(max_examples=6)
@given(some.integers(min_value=1000, max_value=20_000))
def test_sua_cho_nao_trong_phan_in_cung_thay(steps: dict[str, bytes], at: int) -> None:
    changed = bytearray(steps["head"])
    changed[at] = changed[at] ^ 1
    found = check_signatures(bytes(changed), trusted=[], when=WHEN)
    assert found.trouble or not found.signatures or not found.signatures[0].intact


def test_them_trang_sau_khi_ky_la_thay_doi_khong_duoc_phep(steps: dict[str, bytes]) -> None:
    from pyhanko.pdf_utils.generic import StreamObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(steps["sealed"]))
    writer.add_stream_to_page(0, writer.add_object(StreamObject(stream_data=b"0 0 300 300 re f")))
    made = io.BytesIO()
    writer.write(made)
    found = check_signatures(made.getvalue(), trusted=[root().pem], when=WHEN)
    assert [(one.intact, one.changed) for one in found.signatures] == [(True, "other"), (True, "other")]
    assert difference(steps["sealed"], made.getvalue()) == Difference("changed", 1)


def test_doi_chieu_tep_ky_ngoai(steps: dict[str, bytes]) -> None:
    other = printed(replace(PAPER, summary="Phát động đợt thi đua khác"))
    assert difference(steps["ready"], steps["head"]) is None
    assert difference(steps["numbered"], steps["sealed"]) is None
    assert difference(steps["ready"], steps["ready"]) == Difference("unsigned")
    assert difference(steps["head"], steps["sealed"]) == Difference("filled")
    assert difference(steps["ready"], other) == Difference("rewritten", 1)
    assert difference(steps["ready"], b"%PDF-1.7 hong") == Difference("rewritten", 0)
    assert difference(steps["ready"], steps["ready"] + b"\n%%EOF startxref 99999") == Difference("unreadable")


def test_hinh_chu_ky_che_noi_dung_bi_tra(steps: dict[str, bytes]) -> None:
    box = Box(0, 50, 50, 500, 700)
    covering = put_signature(
        steps["ready"], key=key(chair_key()), field="Khac", when=WHEN,
        mark=Mark(words_mark(box, lines=("che",)), box),
    )  # fmt: skip
    assert difference(steps["ready"], covering) == Difference("covers")


def test_thu_hoi_va_het_han_theo_thoi_diem_ky(steps: dict[str, bytes]) -> None:
    clear = revoked_list(on=WHEN - timedelta(days=2))
    struck = revoked_list(office_key(), on=WHEN - timedelta(days=2))
    good = check_signatures(steps["sealed"], trusted=[root().pem, clear], when=WHEN)
    bad = check_signatures(steps["sealed"], trusted=[root().pem, struck], when=WHEN)
    assert [(one.rests, one.revocation) for one in good.signatures] == [("trusted", "good")] * 2
    assert [(one.rests, one.revocation) for one in bad.signatures] == [
        ("trusted", "good"),
        ("revoked", "revoked"),
    ]


def test_goc_khac_thi_khong_tin(steps: dict[str, bytes]) -> None:
    stranger = holder("Gốc của ai đó")
    found = check_signatures(steps["sealed"], trusted=[stranger.pem], when=WHEN)
    assert {one.rests for one in found.signatures} == {"unknown"}


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "Không đọc được tệp PDF này; tệp hỏng hoặc bị sửa."),
        (b"%PDF-1.7\n" + b"1 0 obj" * 50, "Không đọc được tệp PDF này; tệp hỏng hoặc bị sửa."),
    ],
)
def test_tep_hong_khong_lam_do_phan_mem(data: bytes, trouble: str) -> None:
    found = check_signatures(data, trusted=[], when=WHEN)
    assert (found.trouble, found.signatures) == (trouble, ())


def test_tep_co_mat_khau(steps: dict[str, bytes]) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(steps["printed"])) as opened:
        opened.save(made, encryption=pikepdf.Encryption(user="a", owner="b"))
    assert check_signatures(made.getvalue(), trusted=[], when=WHEN).trouble == (
        "Tệp đặt mật khẩu; hãy gỡ mật khẩu rồi kiểm tra."
    )


def test_tep_khong_co_chu_ky(steps: dict[str, bytes]) -> None:
    found = check_signatures(steps["ready"], trusted=[], when=WHEN)
    assert (found.signatures, found.trouble, found.has_archive) == ((), "", False)


def test_ky_lai_cho_da_ky_bi_tra(steps: dict[str, bytes]) -> None:
    shown = Mark(words_mark(box_of(steps["head"], HEAD), lines=("lần hai",)))
    with pytest.raises(NotSigned, match="không ký tiếp được"):
        put_signature(steps["head"], key=key(office_key()), field=HEAD, mark=shown, when=WHEN)


def test_phu_luc_rieng_ky_o_goc_tren_ben_phai(steps: dict[str, bytes]) -> None:
    box = corner_of(steps["printed"], lines=1)
    assert millimetres(box) == (115.0, 286.9, 195.0, 291.0)
    shown = Mark(words_mark(box, lines=("Số: 05/KH-UBND; 15/03/2023; 09:30:00 +07:00",)), box)
    made = put_signature(steps["printed"], key=key(office_key()), field="PhuLuc", mark=shown, when=WHEN)
    (one,) = check_signatures(made, trusted=[root().pem], when=WHEN).signatures
    assert (one.intact, one.whole_file, one.rests) == (True, True, "trusted")


def test_con_dau_hien_dung_co_that_mau_do_dam(steps: dict[str, bytes]) -> None:
    drawn = Image.new("RGB", (200, 200), "white")
    ImageDraw.Draw(drawn).rectangle([0, 0, 199, 199], fill="black")
    kept = io.BytesIO()
    drawn.save(kept, "PNG")
    box = Box(0, 200, 60, 200 + 36 * POINTS, 60 + 36 * POINTS)
    shown = Mark(seal_mark(box, ink=ink_of(kept.getvalue(), colour=RED), lines=()), box)
    made = put_signature(steps["printed"], key=key(office_key()), field="Dau", mark=shown, when=WHEN)
    with pypdfium2.PdfDocument(made) as opened:
        opened.init_forms()
        page = opened[0].render(scale=4).to_pil().convert("RGB")
    away = ImageChops.difference(page, Image.new("RGB", page.size, RED))
    flat = away.convert("L").point([255 * (level < 8) for level in range(256)])
    left, top, right, bottom = flat.getbbox() or (0, 0, 0, 0)
    assert [round(side / 4 / POINTS) for side in (right - left, bottom - top)] == [36, 36]


def test_dong_so_cua_phu_luc_cao_10_diem(steps: dict[str, bytes]) -> None:
    box = corner_of(steps["printed"], lines=1)
    line = "Số: 05/KH-UBND; 15/03/2023; 09:30:00 +07:00"
    made = put_signature(
        steps["printed"], key=key(office_key()), field="PhuLuc", when=WHEN,
        mark=Mark(words_mark(box, lines=(line,)), box),
    )  # fmt: skip
    with pypdfium2.PdfDocument(made) as opened:
        opened.init_forms()
        page = opened[0].render(scale=4, crop=(300, 805, 0, 0)).to_pil().convert("L")
    left, top, right, bottom = ImageOps.invert(page).getbbox() or (0, 0, 0, 0)
    assert 60 < (right - left) / 4 / POINTS < 80
    assert 2 < (bottom - top) / 4 / POINTS < 4


def picture(colour: str = "black", ground: str | None = "white") -> bytes:
    mode = "RGB" if ground else "RGBA"
    drawn = Image.new(mode, (300, 120), ground or (0, 0, 0, 0))
    ImageDraw.Draw(drawn).line([(50, 90), (150, 30), (250, 90)], fill=colour, width=9)
    kept = io.BytesIO()
    drawn.save(kept, "PNG")
    return kept.getvalue()


def test_anh_chu_ky_duoc_cat_bo_nen_to_mau() -> None:
    for data in (picture(), picture(ground=None)):
        ink = ink_of(data, colour=BLUE)
        with Image.open(io.BytesIO(ink.png)) as drawn:
            colours = {point[:3] for _, point in drawn.getcolors(maxcolors=100_000) if point[3]}
            assert (colours, drawn.getchannel("A").getextrema()) == ({(11, 61, 145)}, (0, 255))
        assert 190 < ink.width < 220
    with pytest.raises(WrongPicture, match="Ảnh trắng"):
        ink_of(picture("white"), colour=BLUE)
    with pytest.raises(WrongPicture, match="Không mở được ảnh"):
        ink_of(b"khong phai anh", colour=BLUE)
    kept = io.BytesIO()
    Image.new("1", (6000, 5000)).save(kept, "PNG")
    with pytest.raises(WrongPicture, match="quá nhiều điểm ảnh"):
        ink_of(kept.getvalue(), colour=BLUE)


def test_chu_la_tren_chung_thu_khong_lam_hong_ban_ve() -> None:
    assert signer_mark(Box(0, 0, 0, 100, 50), ink=None, lines=("Người ký 😀",)).startswith(b"%PDF")
