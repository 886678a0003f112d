"""Ngày tháng trên văn bản: cách viết và cách đọc."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.dates import WrittenDate, find_dates, long_date, parse_date, vn_date

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2023, 6, 5), "05/6/2023", "ngày 05 tháng 6 năm 2023"),
        (date(2026, 2, 28), "28/02/2026", "ngày 28 tháng 02 năm 2026"),
        (date(2025, 1, 9), "09/01/2025", "ngày 09 tháng 01 năm 2025"),
        (date(2025, 11, 18), "18/11/2025", "ngày 18 tháng 11 năm 2025"),
    ],
)
def test_viet_ngay_nhu_tren_cong_van(day, short, long):
    assert vn_date(day) == short
    assert long_date(day) == long


@given(DAYS)
def test_viet_roi_doc_lai_duoc_dung_ngay(day):
    assert parse_date(vn_date(day)) == day
    assert parse_date(long_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert [found.value for found in find_dates(f"Họp từ {vn_date(day)}; hết {long_date(day)}.")] == [
        day,
        day,
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("09/3/2023", date(2023, 3, 9)),
        ("9.3.2023", date(2023, 3, 9)),
        ("31-5-2023", date(2023, 5, 31)),
        ("đến hết ngày 31/5/2023", date(2023, 5, 31)),
        ("NGÀY 5 THÁNG 6 NĂM 2023", date(2023, 6, 5)),
        ("31/02/2023", None),
        ("2023-02-31", None),
        ("từ 01/5/2023 đến 31/5/2023", None),
        ("hôm nào đó", None),
        ("", None),
    ],
)
def test_doc_mot_ngay(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nà Lâm, ngày tháng 3 năm 2023", (None, 3, 2023)),
        ("Nà Lâm, ngày …… tháng ..... năm 2023", (None, None, 2023)),
        ("ngày 20 tháng 02 năm ", (20, 2, None)),
        ("từ tháng 10/2025", (None, 10, 2025)),
        ("trong tháng 9 năm 2026", (None, 9, 2026)),
        ("từ 24/2", (24, 2, None)),
    ],
)
def test_phan_bo_trong_la_khong_co(text, parts):
    (found,) = find_dates(text)
    assert (found.day, found.month, found.year) == parts
    assert found.value is None


@pytest.mark.parametrize(
    "text", ["mục 1.2", "số 113/KH-UBND", "3-4 mô hình", "2.1.1", "99/99/2023", "3.500.000 đồng"]
)
def test_khong_phai_ngay(text):
    assert list(find_dates(text)) == []


def test_nam_thieu_lay_theo_ngay_sau():
    first, second = find_dates("từ 24/2 đến 22/3/2014")
    assert first.with_year(second.year).value == date(2014, 2, 24)
    assert second.with_year(1999) == second


def test_ngay_khong_co_that():
    assert WrittenDate(30, 2, 2023, 0, 0).value is None


@given(st.text())
def test_van_ban_bat_ky_khong_lam_hong(text):
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
    parse_date(text)
