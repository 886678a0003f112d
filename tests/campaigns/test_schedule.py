"""Mốc thời gian tính lùi từ lễ trao thưởng theo ngày làm việc; số ngày là của cơ quan."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.factories.commune import Commune, make_campaign
from thidua.campaigns.launch import confirm_deadlines, count_back, move_deadline
from thidua.campaigns.models import Campaign, Deadline
from thidua.campaigns.queries.schedule import (
    days_back,
    deadline_in,
    deadlines_left,
    doubts_of,
    steps_back,
    working_days_before,
)
from thidua.law.clock import is_working_day, working_days_between
from thidua.law.local import LocalValue
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 10)


@pytest.fixture
def campaign(whole: Commune) -> Campaign:
    campaign = make_campaign(whole)
    for kind, day in (("session", date(2023, 6, 9)), ("ceremony", date(2023, 6, 15))):
        campaign.deadlines.create(kind=kind, day=day, says="đề xuất, kế hoạch không ghi")
    return campaign


def held(campaign: Campaign) -> list[tuple[str, date, str]]:
    return list(campaign.deadlines.values_list("kind", "day", "says"))


def test_so_ngay_lay_tu_quy_che_da_xac_nhan_cho_luat_khong_noi_thi_de_trong() -> None:
    confirmed = {"appraisal_days": LocalValue("7", "Quy chế Hội đồng TĐKT")}
    steps = steps_back(confirmed, on=DAY)
    assert [(step.before, step.kind, step.days, step.confirmed) for step in steps] == [
        ("ceremony", "session", None, False),
        ("session", "review", 7, True),
    ]


def test_so_ngay_truoc_le_lay_tu_quy_tac_neu_co_quan_da_dat() -> None:
    step = steps_back({"session_days": LocalValue("12", "Quy chế số 5")}, on=DAY)[0]
    assert (step.kind, step.days, step.source, step.confirmed) == ("session", 12, "Quy chế số 5", True)


def test_chua_xac_nhan_thi_chi_la_de_xuat_va_noi_ro() -> None:
    step = steps_back({}, on=DAY)[1]
    assert (step.days, step.confirmed) == (10, False)
    assert step.source.startswith("Đề xuất, chưa có căn cứ")


def test_tinh_lui_bo_qua_ngay_nghi() -> None:
    # From Saturday 29 August to Wednesday 2 September 2026 nobody works.
    assert working_days_before(date(2026, 9, 4), 2) == date(2026, 8, 28)
    assert days_back(date(2023, 6, 15), {"session": 3, "review": 5}) == {
        "ceremony": date(2023, 6, 15),
        "session": date(2023, 6, 12),
        "review": date(2023, 6, 5),
    }
    assert days_back(date(2023, 6, 15), {"review": 5}) == {"ceremony": date(2023, 6, 15)}


@given(some.dates(date(2022, 1, 1), date(2026, 12, 31)), some.integers(1, 40))
def test_dem_lui_roi_dem_toi_thi_ve_cho_cu(day: date, days: int) -> None:
    found = working_days_before(day, days)
    assert is_working_day(found)
    assert working_days_between(found, day) == days - (not is_working_day(day))


def test_can_bo_dat_so_ngay_va_ghi_moc(campaign: Campaign, whole: Commune) -> None:
    days = {"session": 4, "review": 5}
    count_back(campaign, ceremony=date(2023, 6, 15), days=days, mandate=whole.commune.standing, on=DAY)
    assert held(campaign) == [
        ("review", date(2023, 6, 2), "tính lùi 5 ngày làm việc"),
        ("session", date(2023, 6, 9), "tính lùi 4 ngày làm việc"),
        ("ceremony", date(2023, 6, 15), "cơ quan đặt"),
    ]


def test_tinh_lui_ra_truoc_ngay_ket_thuc_thi_khong_ghi(campaign: Campaign, whole: Commune) -> None:
    days = {"session": 4, "review": 10}
    with pytest.raises(Refused) as refused:
        count_back(campaign, ceremony=date(2023, 6, 15), days=days, mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == (
        "Tính lùi ra ngày không sau ngày kết thúc đợt 31/5/2023: "
        "đơn vị tổng kết, gửi hồ sơ đề nghị 26/5/2023. "
        "Hãy bớt số ngày hoặc lùi ngày trao thưởng."
    )


def test_xac_nhan_tung_moc_de_xuat(campaign: Campaign, whole: Commune) -> None:
    confirm_deadlines(campaign, kinds=["session"], mandate=whole.commune.standing, on=DAY)
    assert [says for _, _, says in held(campaign)] == [
        "cơ quan xác nhận mốc đề xuất",
        "đề xuất, kế hoạch không ghi",
    ]
    with pytest.raises(Refused, match="Chưa chọn mốc đề xuất nào"):
        confirm_deadlines(campaign, kinds=["session"], mandate=whole.commune.standing, on=DAY)


def test_doi_moc_phai_co_ly_do(campaign: Campaign, whole: Commune) -> None:
    officer, deadline = whole.commune.standing, deadline_in(campaign, "ceremony")
    with pytest.raises(Refused, match="Hãy ghi lý do dời mốc thời gian"):
        move_deadline(deadline, day=date(2023, 6, 19), reason=" ", mandate=officer, on=DAY)
    move_deadline(deadline, day=date(2023, 6, 19), reason="trùng họp huyện", mandate=officer, on=DAY)
    assert held(campaign)[-1] == ("ceremony", date(2023, 6, 19), "dời từ 15/6/2023: trùng họp huyện")


@pytest.mark.parametrize("role", ["chair", "clerk", "admin"])
def test_chi_thuong_truc_doi_moc(campaign: Campaign, whole: Commune, role: str) -> None:
    with pytest.raises(Refused):
        move_deadline(
            deadline_in(campaign, "ceremony"),
            day=DAY,
            reason="x",
            mandate=whole.commune.mandates[role],
            on=DAY,
        )


def test_da_tong_ket_thi_khong_doi_moc(campaign: Campaign, whole: Commune) -> None:
    Campaign.objects.update(state="closed")
    with pytest.raises(Refused, match="đã tổng kết"):
        confirm_deadlines(Campaign.objects.get(), kinds=["session"], mandate=whole.commune.standing, on=DAY)


def test_con_bao_nhieu_ngay_lam_viec(campaign: Campaign) -> None:
    left = [
        (one.deadline.kind, one.days, one.is_proposed)
        for one in deadlines_left(campaign, on=date(2023, 6, 8))
    ]
    assert left == [("session", 1, True), ("ceremony", 5, True)]


def test_nam_chua_co_lich_nghi_thi_noi_ro(campaign: Campaign) -> None:
    assert doubts_of(campaign, on=DAY) == ()
    Deadline.objects.filter(kind="ceremony").update(day=date(2031, 6, 15))
    assert doubts_of(Campaign.objects.get(), on=date(2031, 1, 2)) == (
        "Chưa có lịch nghỉ lễ, Tết năm 2031: chỉ tính thứ Bảy và Chủ nhật là ngày nghỉ.",
    )
    assert doubts_of(Campaign.objects.get(), on=date(2032, 1, 2)) == ()
