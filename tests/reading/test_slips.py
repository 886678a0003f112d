"""Lỗi nghi ngờ: chỉ ra chỗ, nói vì sao, không tự sửa."""

from __future__ import annotations

import pytest

from tests.reading.test_plans import CAMPAIGNS

HELD = ("thiếu số", "thiếu ngày")  # a blank left on purpose is said, and is no false alarm
CLEAN = [name for name in CAMPAIGNS if name not in ("2023", "2023-huyen", "phong_quet_sai_dau")]


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


def test_chuc_vu_viet_hoa_sai_dau_thi_goi_y_chu_hoa(text_of, read):
    found = shown(read(text_of("phong_quet_sai_dau")))
    assert found == [("cuối văn bản", "chính tả", "TRƯỜNG PHÒNG", "TRƯỞNG PHÒNG")]


@pytest.mark.parametrize("name", CLEAN)
def test_ke_hoach_sach_thi_khong_bao_gi(name, text_of, read):
    assert [one for one in shown(read(text_of(name))) if one[1] not in HELD] == []


@pytest.mark.parametrize(
    "content",
    [
        "Phân công tuyên truyền tới thôn.",
        "Đưa tin lên Zalo, Facebook, cổng thông tin điện tử.",
        "Thực hiện Hướng dẫn số 12/SNV-TĐKT và Công văn số 5/KH-UBND.",
        "Sân sáng đèn, lớp nào cũng có cây.",
        "Trước ngày 01/5/2023 đăng ký xong.",
        "Giúp hộ ông Lò Văn Pánh, bà Sùng Thị Dở ở bản Pa Hạ.",
    ],
)
def test_viet_dung_thi_khong_bao(content, read):
    assert shown(read(PLAN.format(content=content, standard="Giữ rừng tốt."))) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("05/KH-UBND", "05/QĐ-UBND", ("đầu văn bản", "ký hiệu", "05/QĐ-UBND", "05/KH-UBND")),
        ("15/8/2023", "15/02/2023", ("II", "ngày đã qua", "đến hết ngày 15/02/2023", "")),
        (
            "giữ rừng\n",
            "giữ rừng\nThực hiện Công văn số 9/UBND-NN ngày 05/4/2023 của UBND huyện về giữ rừng;\n",
            ("mở đầu", "ngày sai", "05/4/2023", ""),
        ),
    ],
)
def test_ngay_va_ky_hieu_khong_khop(old, new, problem, read):
    text = PLAN.format(content="Tuần rừng.", standard="Giữ rừng tốt.").replace(old, new, 1)
    assert shown(read(text)) == [problem]


def test_so_cua_quyet_dinh_ban_hanh_khong_bi_ngo(text_of, read):
    assert shown(read(text_of("kem_quyet_dinh"))) == []


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
        ("Toàn nghành vào cuộc.", ("I.1", "chính tả", "nghành", "")),
        ("Trồng rừng, giữ rừg đầu nguồn.", ("I.1", "chính tả", "rừg", "rừng")),
        ("Củng cố, giử gìn mốc giới.", ("I.1", "chính tả", "giử gìn", "giữ gìn")),
        ("Kiểm tra tong thôn.", ("I.1", "chính tả", "tong", "trong")),
        ("Làm tốt công tuyên truyền.", ("I.1", "chính tả", "công", "công tác")),
        ("Tuần rừng văn hóa- xã hội.", ("I.1", "khoảng trắng", "hóa- xã", "hóa - xã")),
        ("Tuần rừng , trồng cây.", ("I.1", "khoảng trắng", "rừng ,", "rừng,")),
        ("Theo Kế hoạch số 12/QĐ-UBND.", ("I.1", "ký hiệu", "Kế hoạch số 12/QĐ", "")),
        ("Đăng ký trước ngày 01/02/2023.", ("I.1", "ngày đã qua", "01/02/2023", "")),
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
