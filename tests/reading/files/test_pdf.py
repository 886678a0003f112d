"""PDF của cơ quan: cột, số và ngày đóng sau khi ký, trang xoay ngang, bản quét có lớp chữ hỏng."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.reading.files.builders import numbered_objects, pdf, photo, scanned, stamped_pdf, words_at
from thidua.reading.files import open_file
from thidua.reading.files.kinds import Scanned
from thidua.reading.source import Unreadable

NUMBER = words_at(
    ("So:", 40, 350), ("/KH-UBND", 110, 350), ("Na Lam, ngay", 300, 350), ("thang 3 nam 2023", 410, 350)
)


def shown(data):
    return [line.text for line in open_file("a.pdf", data).lines if line.text]


def test_so_va_ngay_dong_len_sau_khi_ky_dung_dung_cho():
    data = stamped_pdf(NUMBER, [("25", 75, 346), ("08", 385, 346)])
    assert shown(data) == ["So: 25 /KH-UBND   Na Lam, ngay 08 thang 3 nam 2023"]


def test_so_dong_tren_dong_cham():
    content = words_at(("So:.........../KH-UBND ngay 08 thang 3 nam 2023", 40, 350))
    assert shown(stamped_pdf(content, [("7", 70, 346)])) == [
        "So:... 7 ...../KH-UBND ngay 08 thang 3 nam 2023"
    ]


def test_chu_ki_so_hien_tren_trang_khong_phai_noi_dung():
    data = stamped_pdf(NUMBER, [("Nguoi ky: Van A", 300, 200), ("Gio ky: 08:30", 300, 180)])
    assert shown(data) == ["So:   /KH-UBND   Na Lam, ngay   thang 3 nam 2023"]


def test_chu_dong_o_cho_trong_thanh_dong_rieng():
    data = stamped_pdf(NUMBER, [("KHAN", 300, 200)])
    assert shown(data) == ["So:   /KH-UBND   Na Lam, ngay   thang 3 nam 2023", "KHAN"]
    over = stamped_pdf(NUMBER, [("BAN", 112, 348)])
    assert shown(over)[-1] == "BAN"  # đè lên chữ khác thì không chen vào giữa dòng


def test_duong_dan_khong_phai_dau_dong():
    assert shown(stamped_pdf(NUMBER, [("an", 75, 346)], kind="Link")) == [
        "So:   /KH-UBND   Na Lam, ngay   thang 3 nam 2023"
    ]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_trang_xoay_van_biet_cho(turn):
    content = words_at(("Ke hoach phat dong thi dua", 40, 350))
    line = next(one for one in open_file("a.pdf", stamped_pdf(content, [], turn=turn)).lines if one.text)
    left, top, right, bottom = line.box
    middle = (left + right) / 2 < 0.5, (top + bottom) / 2 < 0.5
    assert line.text == "Ke hoach phat dong thi dua"
    assert middle == {0: (True, True), 90: (False, True), 180: (False, False), 270: (True, False)}[turn]


def test_bang_ba_cot_tach_theo_vi_tri():
    body = "Dong thuong cua van ban dai cho den sat le ben phai cua trang in nay"
    rows = [(body, 40, 380 - 14 * place) for place in range(6)]
    table = [("1", 40, 280), ("Nop bao cao dung han cho thuong truc", 80, 280), ("10", 420, 280)]
    assert shown(stamped_pdf(words_at(*rows, *table), [])) == [
        *[body] * 6, "1   Nop bao cao dung han cho thuong truc   10",
    ]  # fmt: skip


def test_moi_co_trang_co_le_rieng():
    markup = "#set page(width: 20cm)\n" + "Một dòng đủ dài để chạm lề phải của trang giấy. " * 6
    wide = "#set page(width: 40cm)\n" + "Một dòng đủ dài để chạm lề phải của trang giấy rộng hơn nhiều. " * 6
    rooms = [line.room for line in open_file("a.pdf", pdf(markup + "\n" + wide)).lines if line.text]
    assert min(rooms[:2]) < 12


def test_ban_quet_va_lop_chu_cua_may_quet():
    page = photo("#set page(width: 12cm, height: 8cm)\nKế hoạch thi đua")
    with pytest.raises(Scanned):
        open_file("a.pdf", scanned(page, page))
    guess = words_at(*((f"Ke hoach thi dua nam 2023 khong dau dong {n}", 40, 380 - 15 * n) for n in range(9)))
    assert shown(stamped_pdf(guess, []))[0] == "Ke hoach thi dua nam 2023 khong dau dong 0"
    with pytest.raises(Scanned):
        open_file("a.pdf", _under_picture(guess))


def _under_picture(content):
    """Lớp chữ đoán của máy quét nằm dưới một ảnh phủ cả trang."""
    out = io.BytesIO()
    Image.new("L", (30, 20), 255).save(out, "JPEG")
    data = out.getvalue()
    content += " q 600 0 0 400 0 0 cm /I Do Q"
    resources = b"/Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >>"
    image = b"/Width 30 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
    return numbered_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R %s >>" % resources,
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /XObject /Subtype /Image %s /Length %d >>\nstream\n%s\nendstream"
            % (image, len(data), data),
        ]
    )


def test_phong_chu_hong_thi_nhan_dang_lai():
    lost = words_at(("\\001\\002\\003\\004\\005\\006\\016\\017" * 6, 40, 350))
    with pytest.raises(Scanned):
        open_file("a.pdf", stamped_pdf(lost, []))


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([b"<<", b">>", b"[", b"]", b"/Kids", b"/Page", b"3 0 R", b"2 0 R", b"(a)", b"9"]),
        max_size=25,
    )
)
def test_cau_truc_pdf_bat_ky(pieces):
    data = numbered_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b" ".join(pieces),
        ]
    )
    with pytest.raises(Unreadable) as caught:
        open_file("a.pdf", data)
    assert caught.value.sentence.endswith(".")


def in_old_font(data: bytes, name: str) -> bytes:
    """The same file, its font called as an old one is (đổi tên phông)."""
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one:
                one.BaseFont = pikepdf.Name(f"/ABCDEF+{name}")
        opened.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("font", "seen"),
    [
        (".VnTimeH", "KẾ HOẠCH PHÁT ĐỘNG THI ĐUA"),
        (".VnTime", "kế hoạch phát động thi đua"),
        ("Tinos-Regular", "kế hoạch phát động thi đua"),
    ],
)
def test_phong_vntimeh_viet_chu_thuong_ma_thay_chu_hoa(font: str, seen: str) -> None:
    data = in_old_font(pdf("kÕ ho¹ch ph¸t ®éng thi ®ua"), font)
    assert open_file("a.pdf", data).text.strip() == seen
