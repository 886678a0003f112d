"""Độ chắc chắn: ghi dưới tiêu đề của mình thì chắc, suy ra thì kém hơn, chữ quét mờ thì kém nữa."""

from __future__ import annotations

from dataclasses import replace

from thidua.reading.files import open_file
from thidua.reading.plan import read_plan

PLAN = """UBND XÃ NÀ LÂM
Số: 05/KH-UBND
Nà Lâm, ngày 02 tháng 3 năm 2023
KẾ HOẠCH
Phát động phong trào thi đua giữ rừng
UBND xã Nà Lâm phát động phong trào thi đua giữ rừng trong các thôn, cụ thể như sau:
I. NỘI DUNG THI ĐUA
1. Tuần rừng mỗi tuần một buổi.
2. Trồng ít nhất 05 ha rừng.
"""


def source():
    return open_file("a.txt", PLAN.encode())


def confidence(read_from):
    return {path: place["confidence"] for path, place in read_plan(read_from).as_json()["places"].items()}


def test_ghi_ro_chac_hon_suy_ra():
    sure = confidence(source())
    assert (sure["contents[0]"], sure["targets[0]"], sure["eligible.groups[0]"]) == (0.95, 0.85, 0.8)


def test_dong_quet_mo_lam_giam_do_chac():
    clear = source()
    lines = tuple(
        replace(line, confidence=0.5 if line.text.startswith("1. ") else 0.9) for line in clear.lines
    )
    sure = confidence(replace(clear, lines=lines))
    assert (sure["contents[0]"], sure["contents[1]"], sure["title"]) == (0.47, 0.85, 0.85)


def test_van_ban_khong_quet_giu_nguyen():
    assert read_plan(source()) == read_plan(replace(source(), lines=source().lines))
