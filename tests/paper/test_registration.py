"""The sheet handed to a village: a page per unit, its name and what it has written so far, a code to scan."""

from datetime import UTC, datetime

import pypdfium2

from thidua.paper.registration import RegistrationSheet, write_registration_sheets

NOON = datetime(2023, 3, 20, 5, tzinfo=UTC)


def sheet(unit, **more):
    facts = {
        "office": "Ủy ban nhân dân xã Nà Lâm",
        "campaign": "Thi đua chào mừng 90 năm",
        "due": "31/3/2023",
        "rows": (
            ("1. Thi đua lao động sản xuất", "Trồng hồi", "2", "3,5", "ha", "20/5/2023"),
            ("2. Giữ gìn an ninh biên giới", "", "", "", "", ""),
        ),
        "project": "",
        "pledge": "Đơn vị cam kết thực hiện đúng nội dung đã đăng ký.",
        "url": "https://thidua.example/dk/abcd2345/khuoi-cap/",
    }
    return RegistrationSheet(unit=unit, **facts | more)


def words_of(pdf, page):
    return " ".join(pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_range().split())


def test_every_unit_has_a_page_of_its_own():
    pdf = write_registration_sheets(
        [sheet("Thôn Khuổi Cáp"), sheet("Thôn Bản Vàng", due="", project="Đường hoa")], timestamp=NOON
    )
    assert len(pypdfium2.PdfDocument(pdf)) == 2
    first, second = words_of(pdf, 0), words_of(pdf, 1)
    assert "Đơn vị: Thôn Khuổi Cáp" in first
    assert "Gửi lại trước ngày 31/3/2023." in first
    assert "Trồng hồi" in first
    assert "Đơn vị: Thôn Bản Vàng" in second
    assert "Gửi lại" not in second
    assert "Đường hoa" in second


def test_the_same_sheets_give_the_same_bytes():
    one = [sheet("Thôn Khuổi Cáp")]
    assert write_registration_sheets(one, timestamp=NOON) == write_registration_sheets(one, timestamp=NOON)
