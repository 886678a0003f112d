"""Giải pháp, chỉ tiêu của kế hoạch thành yêu cầu đếm được; không có số thì không bịa ra số."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from thidua.campaigns.models import Obligation
from thidua.campaigns.queries.expected import asked_in
from thidua.campaigns.queries.work import due_in


def asked(*texts: str, kind: str = "solution") -> list[tuple[str, str, int | None]]:
    found = [Obligation(kind=kind, order=order, text=text) for order, text in enumerate(texts, start=1)]
    return [(one.counts, one.per, one.at_least) for one in asked_in(found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Toàn xã xây dựng được ít nhất 01 mô hình hoặc phần việc.", [("projects", "campaign", 1)]),
        ("Mỗi thôn có tối thiểu 02 mô hình.", [("projects", "village", 2)]),
        ("Mỗi cơ quan, đơn vị có ít nhất 01 công trình.", [("projects", "body", 1)]),
        ("Nhân rộng các mô hình hay.", []),
        (
            "Viết tin, bài đăng trang thông tin và đọc trên loa truyền thanh.",
            [("news", "campaign", None), ("broadcasts", "campaign", None)],
        ),
        ("Đăng ít nhất 05 tin, bài trên cổng.", [("news", "campaign", 5)]),
        ("Các thôn đăng ký với Hội đồng.", [("registrations", "village", None)]),
        ("Hướng dẫn hộ đăng ký kinh doanh.", []),
        (
            "Các cơ quan, đơn vị, thôn tự tổng kết, đề nghị Chủ tịch khen thưởng.",
            [("reviews", "unit", None), ("nominations", "campaign", None)],
        ),
        ("Các đơn vị báo cáo kết quả hằng tháng.", [("reports", "body", None)]),
        ("Phát hiện, giới thiệu những cách làm hay.", [("role_models", "campaign", None)]),
    ],
)
def test_yeu_cau_trong_giai_phap(text: str, found: list[tuple[str, str, int | None]]) -> None:
    assert asked(text) == found


def test_cung_mot_viec_chi_tinh_mot_lan_tru_khi_khac_so() -> None:
    assert asked("Có ít nhất 01 mô hình.", "Xây dựng ít nhất 01 mô hình.", "Có ít nhất 03 mô hình.") == [
        ("projects", "campaign", 1),
        ("projects", "campaign", 3),
    ]


def test_trach_nhiem_thi_doc_ca_ai_lam() -> None:
    duty = Obligation(kind="duty", order=1, body="Các thôn", text="tổ chức thực hiện và báo cáo kết quả")
    assert [(one.counts, one.per) for one in asked_in([duty])] == [("reports", "village")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("báo cáo trước ngày 20/4/2023", "2023-04-20"),
        ("hoàn thành chậm nhất ngày 05 tháng 5 năm 2023", "2023-05-05"),
        ("thực hiện Kế hoạch số 86/KH-UBND ngày 07/3/2023", None),
        ("báo cáo kết quả về UBND xã", None),
    ],
)
def test_han_trong_cau(text: str, day: str | None) -> None:
    assert str(due_in(text) or "") == (day or "")


@given(some.lists(some.text(max_size=120), max_size=4))
def test_chu_gi_cung_doc_duoc(texts: list[str]) -> None:
    assert all(number is None or 0 <= number < 1000 for _, _, number in asked(*texts))
