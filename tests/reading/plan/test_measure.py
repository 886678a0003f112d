"""Con số, lựa chọn đọc từ câu chữ của tiêu chuẩn: chỉ là đề xuất, người xem lại."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.plan.measure import is_choice, least_in


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Có từ 03 sáng kiến trở lên được công nhận", "3", "sáng kiến"),
        ("Tỷ lệ hộ tham gia từ 92,5 % trở lên", "92.5", "%"),
        ("Đạt 98 phần trăm trở lên", "98", "%"),
        ("Đóng góp ít nhất 5.000.000 đồng và 20 ngày công", "5000000", "đồng"),
        ("Hiến tối thiểu 100 m2 đất", "100", "m²"),
        ("Có 02 năm liên tục trở lên hoàn thành xuất sắc", "2", "năm liên tục"),
        ("Có ít nhất 01 mô hình hoặc phần việc", "1", "mô hình"),
    ],
)
def test_con_so_doc_duoc(text: str, number: str, counted: str) -> None:
    found = least_in(text)
    assert found is not None
    assert (found.number, found.counted) == (Decimal(number), counted)


@pytest.mark.parametrize(
    "text", ["Từ 01/01/2023 đến nay", "Tham gia đủ các buổi", "Từ 5 trở lên", "Quyết định số 12", ""]
)
def test_ngay_so_van_ban_khong_phai_muc(text: str) -> None:
    assert least_in(text) is None


def test_chi_can_mot_doc_tu_cau_dan() -> None:
    groups = ("Đạt một trong các tiêu chuẩn sau", "Đối với cá nhân", "một trong 03 điều kiện")
    assert [is_choice(group) for group in groups] == [True, False, True]


@given(st.text())
def test_chu_nao_cung_doc_duoc(text: str) -> None:
    found = least_in(text)
    assert found is None or found.counted
