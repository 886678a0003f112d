"""Slips to cut from a sheet of A4."""

from datetime import UTC, datetime

import pypdfium2
import pytest

from thidua.paper.glyphs import MissingGlyphs
from thidua.paper.slip import Slip, write_slips

NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)
LOGIN = Slip(
    "PHIẾU TÀI KHOẢN",
    (("Họ và tên:", "Vi Thị Lan"), ("Tên đăng nhập:", "vi.lan"), ("Mật khẩu:", "hoa-ban-nuoc-suoi")),
    note="Đổi mật khẩu ngay lần đăng nhập đầu tiên.",
    url="https://nalam.example.vn/dang-nhap",
)
REGISTRATION = Slip("PHIẾU ĐĂNG KÝ THI ĐUA", (("Hộ gia đình:", ""), ("Thôn:", "Nà Pheo")))


def texts(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


@pytest.mark.parametrize(("per_page", "pages"), [(4, [4, 4, 1]), (8, [8, 1])])
def test_slips_fill_the_sheets_in_order(per_page, pages):
    printed = texts(write_slips([LOGIN] * 9, timestamp=NOON, per_page=per_page))
    assert [page.count("PHIẾU TÀI KHOẢN") for page in printed] == pages


def test_an_empty_value_is_a_dotted_line_to_write_on():
    (page,) = texts(write_slips([REGISTRATION], timestamp=NOON))
    assert "Hộ gia đình:" in page
    assert "." * 20 in page.replace(" ", "")
    assert "Nà Pheo" in page


def test_a_letter_without_a_glyph_is_refused():
    with pytest.raises(MissingGlyphs):
        write_slips([Slip("A", (("🎖", ""),))], timestamp=NOON)
