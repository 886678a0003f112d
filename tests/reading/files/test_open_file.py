"""Mở tệp của cơ quan: đọc được thì có dòng và vị trí, không đọc được thì có câu nói rõ."""

# ruff: noqa: E501 - a line of a plan, and a sentence to a person, stays on one line

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.files.builders import W, docx, locked_pdf, p, pdf, zipped
from thidua.reading.files import open_file
from thidua.reading.files.archive import Archive
from thidua.reading.plan import read_plan
from thidua.reading.source import Unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64
DAMAGED = "Tệp .docx bị hỏng hoặc không phải tệp Word; hãy mở lại bằng Word, lưu thành .docx mới rồi gửi lại."
BOMB = "Tệp nén bất thường (có thể gây hại) nên không mở; hãy lưu lại bằng Word rồi gửi lại."
RENAMED_PHOTO = "Tệp thực ra là ảnh đã đổi tên; hãy gửi lại đúng tên ảnh (.jpg, .png), hoặc bản .docx."
HEIC = "Ảnh HEIC của iPhone chưa đọc được; hãy lưu ảnh thành .jpg rồi gửi lại."
PHOTO = "Tệp là ảnh chụp, không có lớp chữ; hãy gửi bản .docx, hoặc để máy nhận dạng chữ từng trang."
NOT_WORD = "Tệp .docx này không phải văn bản Word; hãy mở đúng tệp kế hoạch và lưu thành .docx."
UNKNOWN = "Chưa đọc được loại tệp này ({}); hãy lưu kế hoạch thành .docx, .pdf, .txt hoặc .md, hoặc chụp ảnh .jpg, .png."
SCAN = "Tệp PDF là bản quét, không có lớp chữ; hãy gửi bản .docx, hoặc PDF xuất thẳng từ Word, hoặc để máy nhận dạng chữ từng trang."
TOO_BIG = "Tệp lớn hơn {} MB; hãy tách nhỏ hoặc giảm dung lượng rồi gửi lại."
RENAMED = "Tệp thực ra là Word cũ (.doc) đã đổi tên; hãy đặt lại đuôi .doc rồi gửi lại."
INDENTED = "#set par(first-line-indent: (amount: 2em, all: true))\n"
NOT_UNICODE = (
    "Tệp văn bản không dùng mã Unicode (UTF-8); hãy mở lại bằng Word hoặc Notepad và lưu với mã UTF-8."
)


def refusal(name, data, **limits):
    with pytest.raises(Unreadable) as caught:
        open_file(name, data, **limits)
    assert str(caught.value) == caught.value.sentence
    return caught.value.sentence


def outcome(name, data):
    """What a person gets: the reading, or the sentence of the refusal."""
    try:
        return read_plan(open_file(name, data)).is_campaign_plan
    except Unreadable as no:
        return no.sentence


def is_answer(result):
    return isinstance(result, bool) or result.endswith(".")


def lines(source):
    assert [source.text[line.start : line.start + len(line.text)] for line in source.lines] == [
        line.text for line in source.lines
    ]
    return [line.text for line in source.lines if line.text.strip()]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "Tệp rỗng; hãy chọn lại đúng tệp kế hoạch."),
        ("a.docx", b"\x00\x00 \n", "Tệp rỗng; hãy chọn lại đúng tệp kế hoạch."),
        ("a.md", "\u200b \u200b".encode(), None),
        ("a.txt", "Kế hoạch".encode("cp1258", "replace") + b"\xff", NOT_UNICODE),
        ("a.txt", b"a\x00b", "Tệp không phải văn bản; hãy chọn đúng tệp kế hoạch."),
        ("a.docx", b"\xff\xd8\xff\xe0 JFIF", RENAMED_PHOTO),
        ("a.pdf", b"\x89PNG\r\n\x1a\n....", RENAMED_PHOTO),
        ("anh.heic", b"anh", HEIC),
        ("a.pdf", b"....ftypheic....", HEIC),
        ("a.JPG", b"anh", PHOTO),
        (
            "a.docx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
        ),
        (
            "a.docx",
            OLE,
            RENAMED,
        ),
        ("a.docx", b"khong phai zip", DAMAGED),
        (
            "a.docx",
            zipped(**{"xl/workbook.xml": "<a/>"}),
            NOT_WORD,
        ),
        ("a.docx", zipped(**{"word/document.xml": "<a><b>"}), DAMAGED),
        ("a.docx", docx(""), "Tệp không có chữ nào; hãy kiểm tra lại tệp đã chọn."),
        ("a.pdf", b"%PDF-1.4 hong", "Tệp PDF bị hỏng, không mở được; hãy xuất lại PDF từ Word rồi gửi lại."),
        ("a.pdf", locked_pdf(), "Tệp PDF được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại."),
        (
            "a.zip",
            b"PK",
            UNKNOWN.format("“.zip”"),
        ),
        (
            "kehoach",
            b"abc",
            UNKNOWN.format("không có phần mở rộng"),
        ),
    ],
)
def test_khong_doc_duoc_thi_noi_ro(name, data, sentence):
    if sentence is None:
        assert open_file(name, data).kind == "md"
    else:
        assert refusal(name, data) == sentence


def test_tep_qua_lon():
    assert refusal("a.txt", b"a" * 2048, max_bytes=1024) == TOO_BIG.format("0,000976562")
    assert refusal("a.txt", b"a" * (20 * 1024 * 1024 + 1)) == TOO_BIG.format(20)
    long = "Tệp văn bản quá dài, không giống một bản kế hoạch; hãy kiểm tra lại tệp."
    assert refusal("a.txt", b"a " * 400_001) == long
    assert refusal("a.docx", docx(p("a " * 400_001))) == (
        "Tệp Word quá dài, không giống một bản kế hoạch; hãy tách riêng kế hoạch rồi gửi lại."
    )


def test_van_ban_thuong():
    source = open_file("Kế hoạch.TXT", "\ufeffMục I\r\n  a\r\rb\fc".encode())
    assert (source.kind, lines(source)) == ("txt", ["Mục I", "  a", "b\fc"])
    assert [line.page for line in source.lines] == [1, 1, 1, 2]
    assert open_file("a.txt", "Kế hoạch".encode("utf-16")).text == "Kế hoạch"


def test_dong_xuong_hang_theo_le():
    text = "\n".join(["một dòng đầy đủ chữ cho tới sát lề bên phải của trang"] * 12 + ["ngắn"])
    rooms = [line.room for line in open_file("a.txt", text.encode()).lines]
    assert rooms == [0] * 12 + [49]


def test_docx_danh_so_tu_dong():
    body = (
        p("MỤC ĐÍCH", level=0) + p("Mục đích", level=1) + p("Ý một", level=4) + p("Yêu cầu", level=1)
        + p("Con", level=2) + p("Con nữa", level=2) + p("a", level=3) + p("b", level=3) + p("Không số", level=5)
        + p("NỘI DUNG", level=0) + p("Lại từ đầu", level=1) + p("Gạch", style="Gach") + p("Thường", style="Thuong")
        + p("", level=1) + p("Sau mục trống", level=1)
    )  # fmt: skip
    assert lines(open_file("a.docx", docx(body))) == [
        "I. MỤC ĐÍCH", "1. Mục đích", "- Ý một", "2. Yêu cầu", "2.1. Con", "2.2. Con nữa", "a) a", "b) b", "Không số",
        "II. NỘI DUNG", "1. Lại từ đầu", "- Gạch", "Thường", "3. Sau mục trống",
    ]  # fmt: skip


def test_docx_sua_doi_bang_va_khung():
    body = (
        "<w:p><w:r><w:t>Giữ </w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText><w:t>bỏ</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>thêm</w:t><w:tab/><w:t>cột</w:t><w:br/><w:t>dòng</w:t><w:noBreakHyphen/></w:r></w:ins></w:p>"
        f"<w:tbl><w:tr><w:tc>{p('Ô một')}</w:tc><w:tc>{p('Ô hai')}</w:tc></w:tr></w:tbl>"
        f"<w:p><w:r><w:pict><w:txbxContent>{p('Trong khung')}</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert lines(open_file("a.docx", docx(body))) == [
        "Giữ thêm    cột",
        "dòng-",
        "Ô một | Ô hai",
        "Trong khung",
    ]


def test_docx_khong_co_phan_danh_so():
    data = zipped(
        **{
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{p("Chữ", level=0)}</w:body></w:document>'
        }
    )
    assert lines(open_file("a.docx", data)) == ["Chữ"]


def test_docx_gay_hai():
    assert refusal("a.docx", docx(p("a"), **{"word/media/x.bin": b"\x00" * 4_000_000})) == BOMB
    assert refusal("a.docx", zipped(**{f"p{n}": "" for n in range(5001)})) == BOMB
    entities = '<!DOCTYPE a [<!ENTITY b "bbbb">]><w:document xmlns:w="x"><w:p>&b;</w:p></w:document>'
    assert refusal("a.docx", zipped(**{"word/document.xml": entities})) == BOMB
    with pytest.raises(Unreadable) as caught:
        Archive(zipped(a="x" * 100), max_part=99).read("a")
    assert caught.value.sentence == BOMB


def test_docx_hong_ben_trong():
    whole = bytearray(docx(p("Một đoạn văn đủ dài để nén. " * 40)))
    place = whole.find(b"word/document.xml") + len("word/document.xml")
    whole[place + 20 : place + 30] = b"\xff" * 10
    assert refusal("a.docx", bytes(whole)) == DAMAGED
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    locked = out.getvalue()
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = locked.find(mark) + (6 if mark.endswith(b"\x04") else 8)
        locked = locked[:at] + b"\x01\x00" + locked[at + 2 :]
    assert (
        refusal("a.docx", locked)
        == "Tệp được đặt mật khẩu hoặc nén lạ; hãy bỏ mật khẩu, lưu lại rồi gửi lại."
    )


def test_pdf_co_lop_chu():
    source = open_file(
        "a.pdf",
        pdf(INDENTED + "UBND XÃ NÀ LÂM\n\n1. Mục đích của đợt thi đua\n#pagebreak()\nTrang sau"),
    )
    assert (source.kind, source.pages) == ("pdf", 2)
    assert [(line.page, line.text) for line in source.lines if line.text] == [
        (1, "UBND XÃ NÀ LÂM"), (1, "1. Mục đích của đợt thi đua"), (2, "Trang sau"),
    ]  # fmt: skip


def test_pdf_hai_cot_cach_xa():
    source = open_file(
        "a.pdf", pdf("#box(width: 100%)[UBND XÃ NÀ LÂM #h(1fr) CỘNG HÒA XÃ HỘI]\n\nMột dòng thường.")
    )
    first = next(line.text for line in source.lines if line.text)
    assert first.split("   ")[0].strip() == "UBND XÃ NÀ LÂM"


def test_pdf_ban_quet_va_qua_dai():
    assert refusal("a.pdf", pdf("#rect(width: 3cm)")) == SCAN
    assert refusal("a.pdf", pdf("#for n in range(301) { pagebreak() }")) == (
        "Tệp PDF có 302 trang, quá dài; hãy tách riêng kế hoạch (tối đa 300 trang)."
    )


def test_pdf_chu_ngoai_bang_ma_co_ban():
    assert "Kế hoạch thi đua năm nay" in open_file("a.pdf", pdf("Kế hoạch thi đua năm nay 𝒳")).text


@settings(deadline=None)
@given(st.sampled_from(["a.txt", "a.md", "a.docx", "a.pdf", "a.doc", "a"]), st.binary(max_size=400))
def test_byte_bat_ky(name, data):
    assert is_answer(outcome(name, data))


GOOD = {
    "a.docx": docx(p("Kế hoạch phát động phong trào thi đua", level=0)),
    "a.pdf": pdf("Kế hoạch phát động phong trào thi đua"),
}


@settings(deadline=None)
@given(st.sampled_from(sorted(GOOD)), st.data())
def test_tep_that_bi_hong(name, data):
    whole = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(1, len(whole)))])
    assert is_answer(outcome(name, bytes(whole)))
    assert is_answer(outcome(name, cut))
