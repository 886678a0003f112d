"""Các ô của bảng tính, như tiến trình đọc bảng nhìn thấy."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import pytest
import xlsxwriter

from thidua.reading.files import cells
from thidua.reading.files.cells import DAMAGED, TOO_LARGE, sheets_in, word_of


def book(fill):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        fill(made)
    return out.getvalue()


def test_moi_trang_tinh_voi_dong_co_chu_va_o_gop():
    def fill(made):
        sheet = made.add_worksheet("Cá nhân")
        sheet.merge_range(0, 0, 0, 1, "DANH SÁCH")
        sheet.write_row(2, 0, ["Họ và tên", 1980])
        made.add_worksheet("Cũ").hide()
        made.add_chartsheet("Biểu đồ")

    assert sheets_in(book(fill)) == [
        {
            "name": "Cá nhân", "hidden": False, "merged": [[0, 0, 0, 1]],
            "rows": [[1, ["DANH SÁCH", ""]], [3, ["Họ và tên", "1980"]]],
        },
        {"name": "Cũ", "hidden": True, "merged": [], "rows": []},
        {"name": "Biểu đồ", "hidden": False, "merged": [], "rows": []},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        (True, "Có"), (False, "Không"), (85.0, "85"), (9.5, "9.5"), (float("inf"), "inf"), ("Lộc", "Lộc"),
        (date(2023, 6, 5), "05/6/2023"), (datetime.fromisoformat("2023-06-05T00:00"), "05/6/2023"),
        (datetime.fromisoformat("2023-06-05T07:30"), "07:30 05/6/2023"), (time(7, 30), "07:30:00"),
        (timedelta(hours=1), "1:00:00"),
    ],
)  # fmt: skip
def test_mot_o_thanh_chu(cell, word):
    assert word_of(cell) == word


def test_bang_hong_va_bang_qua_lon():
    def tall(made):
        made.add_worksheet().write(cells.MAX_ROWS + 1, 0, "x")

    def wordy(made):
        sheet = made.add_worksheet()
        for row in range(cells.MAX_LETTERS // 30_000 + 1):
            sheet.write(row, 0, "x" * 30_000)

    assert [sheets_in(data) for data in (b"PK hong", book(tall), book(wordy))] == [
        DAMAGED,
        TOO_LARGE,
        TOO_LARGE,
    ]
