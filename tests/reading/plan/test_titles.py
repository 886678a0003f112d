"""Danh hiệu của địa phương mà kế hoạch nêu: ở mục nào, chắc đến đâu."""

from __future__ import annotations

import pytest

from thidua.reading.files import open_file
from thidua.reading.plan.titles import read_titles

PLAN = """UBND XÃ NÀ LÂM
Số: 05/KH-UBND
KẾ HOẠCH
Phát động phong trào thi đua giữ rừng
UBND xã Nà Lâm ban hành kế hoạch như sau:
I. NỘI DUNG
1. Mỗi thôn có ít nhất 3 gia đình hiếu học tiêu biểu.
II. KHEN THƯỞNG
1. Giấy khen của Chủ tịch UBND xã: cho tập thể, cá nhân xuất sắc.
2. Danh hiệu “Người tốt - Việc tốt”: cho cá nhân được thôn bình chọn.
3. Bieu duong tap the Lang van hoa kieu mau.
III. TỔ CHỨC THỰC HIỆN
1. Các thôn xét người tốt, việc tốt.
"""


def titles(*names, text=PLAN):
    found = read_titles(open_file("ke-hoach.txt", text.encode()), names)
    return {name: (said.value, said.place.clause, said.place.confidence) for name, said in found.items()}


@pytest.mark.parametrize(
    ("name", "value", "clause", "confidence"),
    [
        ("Người tốt, việc tốt", "Người tốt - Việc tốt", "II.2", 0.95),
        ("NGƯỜI TỐT VIỆC TỐT", "Người tốt - Việc tốt", "II.2", 0.95),
        ("Gia đình hiếu học tiêu biểu", "gia đình hiếu học tiêu biểu", "I.1", 0.8),
        ("Làng văn hóa kiểu mẫu", "Lang van hoa kieu mau", "II.3", 0.6),
    ],
)
def test_o_muc_khen_thuong_dung_chu_thi_chac_nhat(name, value, clause, confidence):
    assert titles(name) == {name: (value, clause, confidence)}


def test_danh_hieu_khong_neu_thi_khong_co():
    assert titles("Gia đình văn hóa", "Người tốt, việc", "Hiếu học tiêu", "“”") == {
        "Người tốt, việc": ("Người tốt - Việc", "II.2", 0.95),
        "Hiếu học tiêu": ("hiếu học tiêu", "I.1", 0.8),
    }


def test_cho_neu_la_mot_doan_cua_ban_goc():
    source = open_file("ke-hoach.txt", PLAN.encode())
    (said,) = read_titles(source, ["Người tốt, việc tốt"]).values()
    assert source.text[said.place.start : said.place.end] == said.value
