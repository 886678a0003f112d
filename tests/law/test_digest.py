"""Luật của một ngày như cán bộ đọc: theo từng phần, mỗi câu có điều khoản và dấu chưa xác nhận."""

from datetime import date

from thidua.law.changes import HEADINGS
from thidua.law.digest import days_off, law_of, plain
from thidua.law.load import load_books

BOOKS = load_books()
IN_2026 = date(2026, 11, 20)
TRANSITION = (
    "Hồ sơ tiếp nhận ngày …, trước 01/10/2026: áp dụng Luật 06/2022/QH15; nếu quy định mới có lợi hơn thì áp "
    "dụng quy định mới."
)


def told(day: date, subject: str) -> dict[str, tuple[str, str, bool]]:
    part = next(part for part in law_of(BOOKS, day) if part.id == subject)
    return {one.name: (one.says, one.source, one.confirmed) for one in part.rules}


def test_moi_phan_cua_so_deu_co_cho_ngay_hom_nay() -> None:
    assert [part.heading for part in law_of(BOOKS, IN_2026)] == list(HEADINGS.values())


def test_truoc_nam_2020_so_chua_co_gi() -> None:
    assert law_of(BOOKS, date(2019, 12, 31)) == ()


def test_muc_luong_co_so_va_dieu_kiem_tra_chua_xac_nhan() -> None:
    assert told(IN_2026, "salary")["Mức lương cơ sở"][1:] == ("Nghị định 161/2026/NĐ-CP", True)
    transition = told(IN_2026, "rules")["R02 Hồ sơ chuyển tiếp sang luật mới"]
    assert transition == (
        TRANSITION,
        "Luật 06/2026/QH16 sửa đổi Luật Thi đua, khen thưởng, Điều 4",
        False,
    )


def test_hinh_thuc_cap_huyen_thoi_co_tu_01_7_2025() -> None:
    huyen = "Giấy khen của Chủ tịch Ủy ban nhân dân huyện"
    assert huyen in told(date(2025, 6, 30), "forms")
    assert huyen not in told(date(2025, 7, 1), "forms")


def test_quy_dinh_dua_vao_van_ban_phai_ra_soat_thi_tro_lai_chua_xac_nhan() -> None:
    day = date(2027, 3, 1)
    assert told(day, "regimes")["Các cấp chính quyền"][2] is True
    assert told(day, "principles")["Không cần mức thấp trước mức cao"][2] is False


def test_khong_con_dau_ngoac_cho_may_dien() -> None:
    rules = [version for entry in BOOKS.subjects["rules"].values() for version in entry.versions]
    assert [plain(version) for version in rules if "{" in plain(version)] == []


def test_ngay_nghi_trong_nam_theo_thu_tu() -> None:
    found = days_off(2026)
    assert [one.day for one in found] == sorted(one.day for one in found)
    assert date(2026, 11, 24) in [one.day for one in found]
    assert days_off(2031) == ()
