"""Pháp luật thay đổi giữa hai ngày."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law.changes import HEADINGS, changes
from thidua.law.load import SUBJECTS, load_books

BOOKS = load_books()
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_ngay_cap_huyen_khong_con() -> None:
    found = changes(BOOKS, date(2025, 6, 30), date(2025, 7, 1))
    assert ([act.id for act in found.began], [act.id for act in found.ended]) == (
        ["nd-152-2025", "nd-129-2025", "qd-638-bnv"],
        ["nd-98-2023"],
    )
    gone = [one.name for one in found.rules if one.heading == HEADINGS["forms"] and one.after is None]
    assert gone == ["Giấy khen của Chủ tịch Ủy ban nhân dân huyện"]


def test_luong_co_so_doi_ngay_mot_thang_bay() -> None:
    found = changes(BOOKS, date(2023, 6, 30), date(2023, 7, 1))
    assert [(one.name, one.before.value["amount"], one.after.value["amount"]) for one in found.rules] == [
        ("Mức lương cơ sở", 1_490_000, 1_800_000)
    ]


def test_cung_noi_dung_nhung_can_cu_khac_thi_chi_noi_doi_can_cu() -> None:
    found = changes(BOOKS, date(2025, 6, 30), date(2025, 7, 1))
    kept = {one.name for one in found.rules if one.heading == HEADINGS["authority"] and one.only_grounds}
    assert "Giấy khen của Chủ tịch Ủy ban nhân dân xã" in kept


def test_ngay_sau_khong_duoc_som_hon_ngay_truoc() -> None:
    with pytest.raises(ValueError, match="Ngày sau phải muộn hơn ngày trước"):
        changes(BOOKS, date(2025, 7, 1), date(2025, 6, 30))


def test_moi_so_deu_co_tieu_de() -> None:
    assert set(HEADINGS) == set(SUBJECTS)


def test_quy_dinh_doi_gia_tri_thi_cau_dien_giai_cung_doi() -> None:
    """Else the officer would read the same sentence before and after, and not see what changed."""
    mute = [
        f"{subject} {entry.id} {later.start}"
        for subject in SUBJECTS
        for entry in BOOKS.subjects[subject].values()
        for earlier, later in pairwise(entry.versions)
        if dict(earlier.value) != dict(later.value)
        and (earlier.says, earlier.note) == (later.says, later.note)
    ]
    assert mute == []


@given(DAYS)
def test_trong_mot_ngay_khong_co_gi_thay_doi(day: date) -> None:
    assert not changes(BOOKS, day, day)


@given(DAYS, st.integers(1, 900), st.integers(1, 900))
def test_dieu_thay_doi_qua_hai_chang_khong_bi_bo_sot(day: date, first: int, second: int) -> None:
    middle, last = day + timedelta(first), day + timedelta(first + second)
    steps = {
        (one.heading, one.name)
        for since, until in ((day, middle), (middle, last))
        for one in changes(BOOKS, since, until).rules
    }
    assert {(one.heading, one.name) for one in changes(BOOKS, day, last).rules} <= steps
