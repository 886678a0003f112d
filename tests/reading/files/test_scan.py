"""Bản quét và ảnh chụp: nhận dạng từng trang, biết chỗ và biết chắc đến đâu."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.reading.files.builders import merged, pdf, photo, scanned, stamped_pdf, words_at
from thidua.reading.__main__ import main
from thidua.reading.files import open_file
from thidua.reading.files.kinds import Scanned
from thidua.reading.files.picture import page_count, page_image, page_png
from thidua.reading.files.scan import read_page, read_scan, scan_pages, scan_source
from thidua.reading.files.tesseract import NOT_INSTALLED, can_recognise, recognised
from thidua.reading.source import Unreadable

PAGE = "#set page(width: 14cm, height: 7cm, margin: 1cm)\n#set text(14pt)\n"
FIRST = PAGE + "#align(center)[*KẾ HOẠCH*]\nPhát động phong trào thi đua chào mừng ngày thành lập xã Nà Lâm\n"
SECOND = PAGE + "Nội dung thi đua của các thôn và các đoàn thể trong xã\n"
EMPTY = "Không nhận ra chữ nào trong ảnh; hãy quét lại rõ hơn (300 dpi, thẳng, đủ sáng)."
DAMAGED = "Ảnh bị hỏng, không mở được; hãy chụp hoặc quét lại rồi gửi lại."


def refusal(action):
    with pytest.raises(Unreadable) as caught:
        action()
    return caught.value.sentence


def png_head(width, height):
    """The beginning of a PNG that says it is so large."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\x00")
    chunks = (
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in (head, body)
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def words(source):
    return [line.text for line in source.lines if line.text]


def test_doc_ban_quet_hai_trang_va_bao_tien_do():
    told = []
    source = read_scan("quet.pdf", scanned(photo(FIRST), photo(SECOND)), told=lambda *step: told.append(step))
    assert told == [(1, 2), (2, 2)]
    assert (source.kind, source.pages) == ("pdf", 2)
    assert words(source) == [
        "KẾ HOẠCH",
        "Phát động phong trào thi đua chào mừng ngày thành lập",
        "xã Nà Lâm",
        "Nội dung thi đua của các thôn và các đoàn thể trong xã",
    ]
    first, *_, last = [line for line in source.lines if line.text]
    assert (first.page, last.page) == (1, 2)
    assert first.confidence > 0.8
    left, top, right, bottom = first.box
    assert 0.3 < left < right < 0.7
    assert 0 < top < bottom < 0.4


def test_anh_chup_va_tep_nhieu_trang_cua_may_quet():
    page = photo(SECOND, kind="JPEG")
    with pytest.raises(Scanned):
        open_file("anh.jpg", page)
    assert words(scan_source("anh.jpg", [read_page("anh.jpg", page, 1)]))[0].startswith("Nội dung thi đua")
    pages = scanned(page, page, page, kind="TIFF")
    assert scan_pages("a.tif", pages) == 3
    assert page_image("a.tif", pages, 3).size == page_image("anh.jpg", page, 1).size


def test_net_ve_tren_trang_khong_thanh_chu():
    drawn = FIRST + "#place(bottom, rect(width: 6cm, height: 0.8cm, fill: black))"
    assert words(scan_source("a.png", [read_page("a.png", photo(drawn), 1)]))[0] == "KẾ HOẠCH"


def test_trang_co_lop_chu_tot_thi_khong_nhan_dang_lai():
    runs = read_page("a.pdf", pdf("Kế hoạch phát động thi đua của xã"), 1)
    assert [(run.text, run.confidence) for run in runs] == [("Kế hoạch phát động thi đua của xã", None)]


def test_chuc_danh_ben_phai_noi_nhan_va_con_dau():
    """Bản quét của xã: nơi nhận bên trái, chức danh bên phải, con dấu đỏ đè lên."""
    foot = (
        PAGE + "#grid(columns: (1fr, 1fr), [_Nơi nhận:_ \\ - Như trên; \\ - Lưu: VT.], "
        "align(center)[*TRƯỞNG THÔN* #v(1cm) *Lường Văn Bách*])\n"
        "#place(top + right, dx: -3.2cm, dy: 0.2cm, circle(radius: 0.8cm, stroke: 2pt + rgb(200, 60, 70)))"
    )
    read = " ".join(words(scan_source("a.png", [read_page("a.png", photo(foot), 1)])))
    assert "Nơi nhận:" in read
    assert "TRƯỞNG THÔN" in read
    assert "Lường Văn Bách" in read


def test_trang_quet_lan_giua_trang_co_chu(monkeypatch, tmp_path):
    """Trang ký được quét rồi ghép vào tệp xuất từ Word: không được bỏ sót trang nào."""
    typed = pdf("Kế hoạch phát động thi đua của xã Nà Lâm #pagebreak() Nội dung thi đua của các thôn")
    whole = merged(typed, scanned(photo(SECOND)))
    with pytest.raises(Scanned):
        open_file("a.pdf", whole)
    read = read_scan("a.pdf", whole, told=lambda *_: None)
    assert [(line.page, line.confidence is None) for line in read.lines if line.text] == [
        (1, True), (2, True), (3, False),
    ]  # fmt: skip
    monkeypatch.setenv("PATH", str(tmp_path))
    assert open_file("a.pdf", whole).pages == 3  # chưa cài phần nhận dạng thì vẫn đọc các trang có chữ


def test_anh_trang_de_xem_ben_canh():
    png = page_png("a.pdf", pdf("Kế hoạch #pagebreak() Trang hai"), 2, width=400)
    with Image.open(io.BytesIO(png)) as image:
        assert (image.format, image.width) == ("PNG", 400)
    small = page_png("a.png", photo(PAGE, ppi=50), 1)
    with Image.open(io.BytesIO(small)) as image:
        assert image.width < 400
    assert refusal(lambda: page_png("a.pdf", pdf("a"), 2)) == (
        "Tệp không có trang 2; hãy mở lại trang này từ danh sách."
    )
    assert refusal(lambda: page_png("a.png", photo(PAGE, ppi=50), 0)) == (
        "Tệp không có trang 0; hãy mở lại trang này từ danh sách."
    )


def test_so_dong_len_sau_khi_ky_cung_hien_trong_anh():
    plain = stamped_pdf(words_at(("So:", 40, 350)), [])
    stamped = stamped_pdf(words_at(("So:", 40, 350)), [("25", 75, 346)])
    assert page_png("a.pdf", plain, 1) != page_png("a.pdf", stamped, 1)


def test_anh_xoay_theo_ghi_chu_cua_may_anh():
    page = Image.open(io.BytesIO(photo(PAGE, ppi=50)))
    out, note = io.BytesIO(), Image.Exif()
    note[0x0112] = 6
    page.save(out, "JPEG", exif=note)
    assert page_image("a.jpg", out.getvalue(), 1).size == (page.height, page.width)


@pytest.mark.parametrize("degrees", [90, 180])
def test_trang_quet_nam_ngang_hay_nguoc_dau(degrees):
    page = (
        "#set page(width: 14cm, height: 10cm, margin: 1cm)\n#set text(14pt)\n#align(center)[*KẾ HOẠCH*]\n"
        "Phát động phong trào thi đua chào mừng ngày thành lập xã Nà Lâm. Nội dung thi đua của các thôn và "
        "các đoàn thể trong xã: làm đường, giữ rừng, nộp báo cáo đúng hạn, giúp hộ nghèo, dạy con chăm học.\n"
    )
    turned = Image.open(io.BytesIO(photo(page))).rotate(degrees, expand=True)
    source = scan_source("a.png", [recognised(turned, 1)])
    assert words(source)[0] == "KẾ HOẠCH"
    assert {line.box for line in source.lines} == {None}


def test_trang_trang_khong_biet_xoay_the_nao():
    assert recognised(Image.new("RGB", (900, 600), "white"), 1) == []


def test_anh_hong_qua_lon_va_trang_trang():
    assert refusal(lambda: page_count("a.png", b"khong phai anh")) == DAMAGED
    assert refusal(lambda: page_image("a.png", photo(PAGE)[:900], 1)) == DAMAGED
    big = "Ảnh quá lớn; hãy giảm độ phân giải (300 dpi là đủ) rồi gửi lại."
    assert refusal(lambda: page_count("a.png", png_head(9_000, 9_000))) == big
    assert refusal(lambda: page_count("a.png", png_head(10_000, 10_000))) == big
    assert refusal(lambda: page_count("a.png", png_head(60_000, 60_000))) == big
    frames = io.BytesIO()
    one = Image.new("1", (8, 8))
    one.save(frames, "TIFF", save_all=True, append_images=[one] * 100)
    assert refusal(lambda: page_count("a.tif", frames.getvalue())) == (
        "Tệp ảnh có 101 trang, quá dài; hãy tách riêng kế hoạch rồi gửi lại."
    )
    blank = photo("#set page(width: 3cm, height: 3cm)\n#rect()", ppi=60)
    assert refusal(lambda: read_scan("a.png", blank, told=lambda *_: None)) == EMPTY


def test_chua_cai_phan_nhan_dang(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    page = photo(PAGE, ppi=50)
    assert not can_recognise()
    assert refusal(lambda: scan_pages("a.png", page)) == NOT_INSTALLED
    assert refusal(lambda: recognised(Image.new("RGB", (50, 50)), 1)) == NOT_INSTALLED
    assert NOT_INSTALLED.endswith("sudo apt-get install tesseract-ocr tesseract-ocr-vie")


def test_phan_nhan_dang_bao_loi(monkeypatch, tmp_path):
    broken = tmp_path / "tesseract"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(lambda: recognised(Image.new("RGB", (50, 50)), 7)) == (
        "Không nhận dạng được trang 7; hãy quét lại trang này rõ hơn rồi gửi lại."
    )


def test_dong_lenh_doc_ban_quet(tmp_path, capsys):
    path = tmp_path / "quet.png"
    path.write_bytes(photo(SECOND))
    assert main([str(path)]) == 0
    printed = capsys.readouterr()
    assert printed.err == "Nhận dạng chữ: trang 1/1\n"
    assert "Nội dung thi đua của các thôn" in printed.out


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # what the library remarks on damage
@settings(deadline=None)
@given(st.sampled_from(["a.png", "a.jpg", "a.tif"]), st.data())
def test_anh_bi_hong_cho_nao_do(name, data):
    whole = bytearray(SMALL[name])
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(1, len(whole)))])
    for one in (bytes(whole), cut):
        try:
            page_png(name, one, 1)
        except Unreadable as no:
            sentence = no.sentence
        else:
            sentence = "Mở được."
        assert sentence.endswith(".")


SMALL = {
    name: photo(PAGE + "Kế hoạch", ppi=20, kind=kind)
    for name, kind in (("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.tif", "TIFF"))
}
