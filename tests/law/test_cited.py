"""Văn bản được viện dẫn: còn đứng vào ngày ấy không."""

from __future__ import annotations

from datetime import date

import pytest

from thidua.law.cited import fallen

THEN, NOW = date(2023, 3, 15), date(2026, 9, 1)


def shown(text, on):
    return [(one.words, one.because(on)) for one in fallen(text, on)]


def test_nghi_dinh_da_het_hieu_luc():
    assert shown("Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ;", NOW) == [
        (
            "91/2017/NĐ-CP",
            "Nghị định 91/2017/NĐ-CP hết hiệu lực từ 01/01/2024; hãy dẫn văn bản đang áp dụng.",
        )
    ]


def test_luat_goi_bang_ten_va_nam():
    words = "Luật Thi đua, Khen thưởng ngày 26/11/2003"
    assert [one[0] for one in shown(f"Căn cứ {words};", NOW)] == [words]
    assert shown(f"Căn cứ {words};", THEN) == []


def test_van_ban_chua_co_hieu_luc():
    found = shown("Căn cứ Luật Thi đua, khen thưởng năm 2022;", THEN)
    assert found == [
        (
            "Luật Thi đua, khen thưởng năm 2022",
            "Luật Thi đua, khen thưởng 2022 có hiệu lực từ 01/01/2024.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2099;",
        "Theo Quyết định số 10/2024/QĐ-UBND của UBND tỉnh.",
        "",
    ],
)
def test_van_ban_con_dung_hoac_ngoai_so_thi_khong_noi(text):
    assert shown(text, NOW) == []
