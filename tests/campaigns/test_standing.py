"""Kế hoạch viện dẫn văn bản đã hết hoặc chưa có hiệu lực thì nói ra, mỗi văn bản một lần."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.queries.standing import fallen_acts

PLAN = {
    "legal_bases": ["Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ", "Kế hoạch số 12/KH-UBND"],
    "contents": ["Bình xét theo Nghị định số 91/2017/NĐ-CP và Thông tư số 12/2019/TT-BNV."],
    "places": {"legal_bases[0]": {"clause": "mở đầu", "from": 10, "to": 60, "confidence": 0.95}},
}


def shown(on):
    return [(one.path, one.label, one.before, one.clause, one.starts) for one in fallen_acts(PLAN, on)]


def test_noi_mot_lan_o_cho_dau_tien():
    assert shown(date(2026, 9, 1)) == [
        ("acts[0]", "Văn bản không đúng hiệu lực", "91/2017/NĐ-CP", "mở đầu", 10),
        ("acts[1]", "Văn bản không đúng hiệu lực", "12/2019/TT-BNV", "", None),
    ]


def test_van_ban_con_hieu_luc_thi_khong_noi():
    assert shown(date(2022, 9, 1)) == []
