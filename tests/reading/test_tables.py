"""Bảng trong văn bản: một dòng một hàng, hoặc mỗi ô một dòng như cổng thông tin chép lại."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.files import open_file
from thidua.reading.tables import tables_of

ROWS = [["STT", "Đơn vị", "Nhiệm vụ"], ["1", "Tổ Thể thao", "Mở sân"], ["2", "Tổ Truyền thanh", "Đưa tin"]]


def tables(text):
    source = open_file("a.txt", text.encode())
    return [[[cell.text for cell in row] for row in table.rows] for table in tables_of(source)]


def test_bang_markdown():
    text = "Phân công như sau:\n\n| STT | Đơn vị | Nhiệm vụ |\n|---|:--|---|\n" + "\n".join(
        f"| {' | '.join(row)} |" for row in ROWS[1:]
    )
    assert tables(text + "\n\nTrên đây là kế hoạch.") == [ROWS]


def test_bang_word_mot_hang_mot_dong():
    assert tables("\n".join(" | ".join(row) for row in ROWS)) == [ROWS]


def test_bang_cong_thong_tin_moi_o_mot_dong():
    flat = "\n".join("|\n**" + "**\n|\n**".join(row) + "**\n|" for row in ROWS)
    assert tables(f"Đầu văn bản\n{flat}\nCuối văn bản") == [ROWS]


def test_o_nhieu_dong_va_o_trong():
    text = (
        "|\nSTT\n|\nNội dung\n|\nĐiểm\n|\n|\n1\n|\nGiữ sạch\nđường làng\n|\n|\n|\n2\n|\nTrồng cây\n|\n10\n|\n"
    )
    assert tables(text) == [
        [["STT", "Nội dung", "Điểm"], ["1", "Giữ sạch đường làng", ""], ["2", "Trồng cây", "10"]]
    ]


def test_hai_cot_dau_van_ban_khong_phai_bang():
    assert tables("UBND XÃ NÀ LÂM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 05/KH-UBND | Nà Lâm\n") == []


def test_o_biet_cho_cua_minh():
    source = open_file("a.txt", "\n".join(" | ".join(row) for row in ROWS).encode())
    cells = [cell for table in tables_of(source) for row in table.rows for cell in row]
    assert [source.text[cell.start : cell.end] for cell in cells] == [cell.text for cell in cells]


@given(st.lists(st.sampled_from(["|", "", "a", "| b | c |", "|---|---|---|", "x | y | z"]), max_size=60))
def test_bang_lon_xon_van_tra_loi(lines):
    for rows in tables("\n".join(["Đầu", *lines])):
        assert len(rows) >= 2
        assert max(len(row) for row in rows) >= 3
