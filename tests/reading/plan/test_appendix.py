"""Thang điểm ở phụ lục: nhóm, dòng, điểm, và phụ lục kèm theo văn bản nào."""

from __future__ import annotations


def test_thang_diem_theo_nhom(text_of, read):
    assert read(text_of("nganh_doc_thang_diem")).as_json()["appendix"] == {
        "title": "THANG ĐIỂM THI ĐUA",
        "attached_to": "Kèm theo Kế hoạch số 217/KH-BHXH ngày 02/5/2018 của Bảo hiểm xã hội huyện Mai Đà",
        "columns": ["STT", "TIÊU CHÍ", "ĐIỂM TỐI ĐA", "CÁCH CHẤM"],
        "groups": [
            {
                "group": "ĐẠI LÝ THU",
                "points": "100",
                "rows": [
                    {"no": "1", "text": "Số người tăng mới", "points": "60"},
                    {"no": "2", "text": "Quyết toán biên lai đúng ngày", "points": "40"},
                ],
            },
            {
                "group": "VIÊN CHỨC",
                "points": "100",
                "rows": [{"no": "1", "text": "Tỷ lệ hoàn thành chỉ tiêu của xã phụ trách", "points": "100"}],
            },
        ],
    }


TABLE = """KẾ HOẠCH
Phát động phong trào thi đua giữ rừng
I. NỘI DUNG
1. Tuần rừng.
II. CÁCH CHẤM
{head}
{row}
Nơi nhận:
- Lưu: VT.
"""


def test_bang_diem_khong_chia_nhom_o_giua_ke_hoach(read):
    text = TABLE.format(head="| TT | Nội dung | Điểm |", row="| 1 | Tuần rừng đủ buổi | 10 |")
    assert read(text).as_json()["appendix"] == {
        "title": None,
        "attached_to": None,
        "columns": ["TT", "Nội dung", "Điểm"],
        "groups": [
            {
                "group": None,
                "points": None,
                "rows": [{"no": "1", "text": "Tuần rừng đủ buổi", "points": "10"}],
            }
        ],
    }


def test_bang_khong_cho_diem_khong_phai_thang_diem(read):
    text = TABLE.format(head="| TT | Nội dung | Thời gian |", row="| 1 | Tuần rừng | Thứ Sáu |")
    assert read(text).appendix is None


def test_bang_khong_co_cot_so_thu_tu(read):
    text = TABLE.format(head="| Nội dung | Điểm | Ghi chú |", row="| Tuần rừng | 10 | |")
    rows = read(text).as_json()["appendix"]["groups"][0]["rows"]
    assert rows == [{"no": None, "text": "Tuần rừng", "points": "10"}]
