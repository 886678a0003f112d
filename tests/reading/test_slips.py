"""Lỗi nghi ngờ: chỉ ra chỗ, nói vì sao, không tự sửa."""

from __future__ import annotations

import pytest


def shown(reading):
    return [(one.clause, one.kind, one.before, one.after) for one in reading.problems]


def test_ke_hoach_2023_con_nhung_cho_can_xem(text_of, read):
    assert shown(read(text_of("2023"))) == [
        ("đầu văn bản", "thiếu số", "Số: /KH-UBND", ""),
        ("đầu văn bản", "thiếu ngày", "Nà Lâm, ngày tháng 3 năm 2023", ""),
        ("mở đầu", "sai cấp", "trên địa bàn huyện", "trên địa bàn xã"),
        ("II.4", "chính tả", "bút phá", "bứt phá"),
        ("II.5", "chính tả", "thể trận", "thế trận"),
        ("V.2.1.1", "sai cấp", "UBND xã, thị trấn", "UBND xã"),
        ("V.2.1.2.a", "vượt thời gian", "6 tháng đầu năm 2023", "đến hết ngày 31/5/2023"),
        ("V.2.2.a", "vượt thời gian", "6 tháng đầu năm 2023", "đến hết ngày 31/5/2023"),
        ("cuối văn bản", "chính tả", "Phong Nội vụ", "Phòng Nội vụ"),
    ]


@pytest.mark.parametrize("name", ["2026", "cap_tinh", "khong_dau", "theo_nhom", "truong_hoc"])
def test_ke_hoach_sach_thi_khong_bao_gi(name, text_of, read):
    assert shown(read(text_of(name))) == []


PLAN = """UBND XÃ NÀ LÂM
Số: 05/KH-UBND
Nà Lâm, ngày 02 tháng 3 năm 2023
KẾ HOẠCH
Phát động phong trào thi đua giữ rừng
I. NỘI DUNG THI ĐUA
1. {content}
II. THỜI GIAN THI ĐUA
Từ ngày 01/4/2023 đến hết ngày 15/8/2023.
III. KHEN THƯỞNG
1. Giấy khen của Chủ tịch UBND xã
{standard}
"""


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("Làm tốt công tác tuyên tuyền.", ("I.1", "chính tả", "tuyên tuyền", "tuyên truyền")),
        ("Khen thuởng kịp thời.", ("I.1", "chính tả", "Khen thuởng", "Khen thưởng")),
        ("Lưu đ ộng tới thôn.", ("I.1", "chính tả", "đ ộng", "động")),
        ("Xong trước ngày 31/6/2023.", ("I.1", "ngày sai", "31/6/2023", "30/6/2023")),
        ("Giữ rừng “xanh mãi.", ("I.1", "dấu ngoặc", "Giữ rừng “xanh mãi.", "")),
    ],
)
def test_loi_trong_noi_dung(content, problem, read):
    assert shown(read(PLAN.format(content=content, standard="Giữ rừng tốt, không để cháy."))) == [problem]


@pytest.mark.parametrize(
    ("standard", "before"),
    [
        ("Hoàn thành nhiệm vụ năm 2023.", "năm 2023"),
        ("Hoàn thành chỉ tiêu quý III 2023.", "quý III 2023"),
        ("Vượt chỉ tiêu 9 tháng đầu năm 2023.", "9 tháng đầu năm 2023"),
        ("Vượt chỉ tiêu 6 tháng đầu năm 2023.", None),
        ("Vượt chỉ tiêu năm 2022.", None),
    ],
)
def test_tieu_chuan_vuot_thoi_gian_thi_dua(standard, before, read):
    found = shown(read(PLAN.format(content="Giữ rừng.", standard=standard)))
    expected = [("III.1", "vượt thời gian", before, "đến hết ngày 15/8/2023")] if before else []
    assert found == expected


def test_chua_ghi_thang_nam(read):
    text = PLAN.format(content="Giữ rừng.", standard="Tốt.").replace(
        "ngày 02 tháng 3 năm 2023", "ngày 02 tháng năm "
    )
    assert [one.why for one in read(text).problems] == [
        "Thời gian ban hành chưa ghi tháng; ghi khi ký ban hành."
    ]
    text = PLAN.format(content="Giữ rừng.", standard="Tốt.").replace("tháng 3 năm 2023", "tháng 3 năm ")
    assert [one.why for one in read(text).problems] == [
        "Thời gian ban hành chưa ghi năm; ghi khi ký ban hành."
    ]
