"""Bảng tính và bảng dán vào: từng dòng chữ."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.files.sheet import read_pasted, read_sheet
from thidua.reading.source import Unreadable

DAMAGED = "Bảng tính bị hỏng hoặc được đặt mật khẩu; hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại."

MACROS = (
    "Bảng tính có macro (có thể gây hại) nên không mở; hãy lưu lại thành .xlsx không có macro rồi gửi lại."
)


def xlsx(rows):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def test_bang_xlsx():
    rows = [
        ["Họ tên", "Năm sinh", "Ngày vào", "Điểm", "Đạt"],
        ["Vi Thị  Ánh", 1990, date(2015, 6, 5), 9.5, True],
        ["", "", "", "", ""],
        ["Lý Văn Tài", 85.0, datetime.fromisoformat("2016-01-02T07:30"), 0, False],
    ]
    assert read_sheet("ds.xlsx", xlsx(rows)) == [
        ["Họ tên", "Năm sinh", "Ngày vào", "Điểm", "Đạt"],
        ["Vi Thị Ánh", "1990", "05/6/2015", "9.5", "Có"],
        ["Lý Văn Tài", "85", "07:30 02/01/2016", "0", "Không"],
    ]


def test_thoi_luong_giu_nguyen():
    assert read_sheet("ds.xlsx", xlsx([[timedelta(hours=1)]]))[0][0] != ""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Họ tên\tThôn\nVi Thị Ánh\tNà Pục\n\n", [["Họ tên", "Thôn"], ["Vi Thị Ánh", "Nà Pục"]]),
        ("Họ tên;Thôn\nÁnh, Vi Thị;Nà Pục", [["Họ tên", "Thôn"], ["Ánh, Vi Thị", "Nà Pục"]]),
        ('Họ tên,Thôn\n"Ánh, Vi Thị",Nà Pục', [["Họ tên", "Thôn"], ["Ánh, Vi Thị", "Nà Pục"]]),
        ("một cột\ndòng hai", [["một cột"], ["dòng hai"]]),
        ("", []),
    ],
)
def test_bang_dan_vao(text, rows):
    assert read_pasted(text) == rows


def test_csv_va_ten_khac():
    assert read_sheet("ds.csv", b"a;b\n1;2") == [["a", "b"], ["1", "2"]]
    assert read_sheet("ds.TSV", "\ufeffa\tb".encode()) == [["a", "b"]]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("ds.xlsx", b"khong phai", DAMAGED),
        ("ds.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 hong", DAMAGED),
        ("ds.xlsx", b"PK\x03\x04 hong", DAMAGED),
        ("ds.ods", b"PK", DAMAGED),
        ("ds.numbers", b"PK", "Chưa đọc được loại bảng này; hãy lưu thành .xlsx, .xls, .ods hoặc .csv."),
        (
            "ds.xlsm",
            b"PK vbaProject.bin",
            "Chưa đọc được loại bảng này; hãy lưu thành .xlsx, .xls, .ods hoặc .csv.",
        ),
        ("ds.xlsx", b"PK xl/vbaProject.bin", MACROS),
        ("ds.csv", b"", "Tệp rỗng; hãy chọn lại đúng tệp kế hoạch."),
    ],
)
def test_bang_khong_doc_duoc(name, data, sentence):
    with pytest.raises(Unreadable) as caught:
        read_sheet(name, data)
    assert caught.value.sentence == sentence


def test_bang_qua_lon():
    with pytest.raises(Unreadable) as caught:
        read_pasted("\t" * 300)
    assert caught.value.sentence == "Bảng quá lớn (tối đa 100000 dòng, 200 cột); hãy tách nhỏ rồi gửi lại."
    with pytest.raises(Unreadable) as caught:
        read_pasted('a,"' + "x" * 200_000 + '"')
    assert caught.value.sentence == "Bảng dán vào không tách được thành cột; hãy chép lại từ Excel."


@given(st.text())
def test_chu_bat_ky_dan_vao(text):
    rows = tried(text)
    assert isinstance(rows, str) or all(any(row) for row in rows)


def tried(text):
    try:
        return read_pasted(text)
    except Unreadable as no:
        return no.sentence
