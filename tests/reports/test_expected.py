"""Yêu cầu của kế hoạch đạt hay chưa, đếm từ dữ liệu đang có, và ai còn nợ."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_campaign, make_household
from tests.factories.work import make_work, part_of, task_of
from tests.publicity.honours import shown, told
from thidua.awards.models import Nomination
from thidua.campaigns.assign import (
    Result,
    finish_task,
    give_task,
    move_expectation,
    note_receipt,
    withdraw_task,
)
from thidua.campaigns.models import Campaign, Deadline, Delivery, Expectation
from thidua.campaigns.queries.owners import Owner
from thidua.publicity.broadcast import Airing, log_airing, write_bulletin
from thidua.reports.desk import waiting_for
from thidua.reports.expected import expected_of
from thidua.reports.missing import missing_in

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 24)


@pytest.fixture
def campaign(whole: Commune) -> Campaign:
    return make_work(whole, make_campaign(whole))


def standing(campaign: Campaign) -> dict[str, tuple[bool, str, list[str]]]:
    return {
        kept.expectation.counts: (kept.is_met, kept.says, kept.owed_by)
        for kept in expected_of(campaign, on=DAY)
    }


def test_chua_lam_gi_thi_neu_ten_ai_no(campaign: Campaign) -> None:
    villages = ["thôn Bản Vàng", "thôn Khuổi Cáp"]
    bodies = ["Ủy ban Mặt trận Tổ quốc xã Nà Lâm", "Trường Tiểu học Nà Lâm"]
    assert standing(campaign) == {
        "projects": (False, "0 trên 2 nơi đã đạt", villages),
        "news": (False, "chưa có, cần ít nhất 01", ["công chức văn hóa"]),
        "broadcasts": (False, "chưa có, cần ít nhất 01", ["công chức văn hóa"]),
        "reviews": (False, "0 trên 4 nơi đã đạt", [*villages, *bodies]),
        "nominations": (False, "chưa có, cần ít nhất 01", ["các đơn vị"]),
        "reports": (False, "0 trên 2 nơi đã đạt", villages),
        "registrations": (False, "0 trên 2 nơi đã đạt", villages),
    }


def test_lam_den_dau_dem_den_do(campaign: Campaign, whole: Commune) -> None:
    officer, culture = whole.commune.standing, whole.commune.culture
    for unit, stage in ((whole.village, "done"), (whole.villages[1], "building")):
        campaign.model_projects.create(unit=unit, title="Đường hoa", stage=stage)
    campaign.registrations.create(unit=whole.village, state="accepted")
    campaign.registrations.create(unit=whole.villages[1], state="draft")
    for _ in range(2):
        campaign.progress.create(unit=whole.village, text="Đã trồng", on=DAY)
    campaign.unit_reviews.create(unit=whole.body, state="submitted")
    told(campaign, culture, title="Ra quân")
    bulletin = write_bulletin(campaign, mandate=culture, on=DAY)
    log_airing(bulletin, airing=Airing(DAY, "17:30", "Loa xã"), mandate=culture, on=DAY)
    shown(campaign, officer)
    Expectation.objects.filter(counts="nominations").update(counts="role_models")
    found = {name: (met, says) for name, (met, says, _) in standing(campaign).items()}
    assert found == {
        "projects": (False, "1 trên 2 nơi đã đạt, 1 nơi đang làm"),
        "news": (True, "đã có 01, cần ít nhất 01"),
        "broadcasts": (True, "đã có 01, cần ít nhất 01"),
        "reviews": (False, "1 trên 4 nơi đã đạt"),
        "role_models": (True, "đã có 01, cần ít nhất 01"),
        "reports": (False, "1 trên 2 nơi đã đạt"),
        "registrations": (False, "1 trên 2 nơi đã đạt"),
    }
    assert standing(campaign)["projects"][2] == ["thôn Bản Vàng"]


def test_mo_hinh_tinh_cho_ca_dot_thi_neu_noi_chua_bat_tay_lam(campaign: Campaign, whole: Commune) -> None:
    Expectation.objects.filter(counts="projects").update(per="campaign", at_least=2)
    for unit, stage in ((whole.village, "done"), (whole.body, "building"), (whole.bodies[1], "planned")):
        campaign.model_projects.create(unit=unit, title="Đường hoa", stage=stage)
    assert standing(campaign)["projects"] == (
        False, "đã có 01, 01 đang làm, cần ít nhất 02", ["thôn Bản Vàng", "Trường Tiểu học Nà Lâm"],
    )  # fmt: skip


def test_de_nghi_da_gui_moi_tinh(campaign: Campaign, whole: Commune) -> None:
    for state, name in (("draft", "Hộ ông An"), ("submitted", "Hộ ông Bình")):
        Nomination.objects.create(
            campaign=campaign, unit=whole.village, holder=whole.village, award=campaign.awards.first(),
            household=make_household(whole.village, name), recipient="household", name=name, code=state,
            state=state, governed_on=DAY,
        )  # fmt: skip
    assert standing(campaign)["nominations"] == (True, "đã có 01, cần ít nhất 01", [])


def test_can_bo_ghi_nhan_thi_dat_khong_ap_dung_thi_thoi_dem(campaign: Campaign, whole: Commune) -> None:
    officer = whole.commune.standing
    for counts, to in (("news", "settled"), ("broadcasts", "withdrawn")):
        found = Expectation.objects.get(counts=counts)
        move_expectation(found, to=to, why="đăng ở cổng của huyện", mandate=officer, on=DAY)
    assert standing(campaign)["news"][0]
    assert "broadcasts" not in standing(campaign)


def test_bao_cao_tong_ket_neu_viec_chua_xong(campaign: Campaign, whole: Commune) -> None:
    part = part_of(campaign, "VI.1", "mttq")
    finish_task(part, result=Result("Xong"), mandate=whole.head(whole.body), on=DAY)
    found = {one.what: one.who for one in missing_in(campaign, on=DAY) if "hiệm vụ" in one.what}
    assert found == {
        "Nhiệm vụ chưa báo xong: Tổ chức ra quân, báo cáo trước ngày 20/4/2023 (mục VI.1)": (
            "thôn Bản Vàng, thôn Khuổi Cáp"
        ),
        "Nhiệm vụ chưa báo xong: Theo dõi, nhắc việc (mục VI.2)": "Thường trực Hội đồng",
        "Nhiệm vụ chưa giao cho ai: Hướng dẫn các thôn đăng ký (mục VI.3)": "Thường trực Hội đồng",
    }
    withdraw_task(task_of(campaign, "VI.1"), reason="trùng", mandate=whole.commune.standing, on=DAY)
    assert not any("VI.1" in one.what for one in missing_in(campaign, on=DAY) if "hiệm vụ" in one.what)


def titles(campaign: Campaign, mandate: object, on: date = DAY) -> list[tuple[str, date | None]]:
    return [
        (one.title, one.due)
        for one in waiting_for(mandate, on=on)  # type: ignore[arg-type]
        if one.address in {"finish-task", "campaign-work", "campaign-recipients", "campaign-schedule"}
    ]


def test_ban_lam_viec_hien_nhiem_vu_va_han(campaign: Campaign, whole: Commune) -> None:
    due = date(2023, 4, 20)
    assert titles(campaign, whole.head(whole.village)) == [
        ("Tổ chức ra quân, báo cáo trước ngày 20/4/2023", due)
    ]
    assert titles(campaign, whole.head(whole.bodies[1])) == []
    Deadline.objects.create(campaign=campaign, kind="session", day=due, says="đề xuất, kế hoạch không ghi")
    assert titles(campaign, whole.commune.standing) == [
        ("Theo dõi, nhắc việc", None),
        ("Chọn người làm cho 1 nhiệm vụ của kế hoạch", None),
        ("Xem 1 nơi nhận kế hoạch chưa rõ", None),
        ("Xác nhận 1 mốc thời gian đề xuất", None),
    ]


def test_lam_xong_thi_ban_trong(campaign: Campaign, whole: Commune) -> None:
    officer = whole.commune.standing
    long = "Theo dõi từng thôn, nhắc việc, tổng hợp kết quả, " * 4
    campaign.tasks.filter(clause="VI.2").update(text=long)
    assert titles(campaign, officer)[0][0].endswith("…")
    finish_task(part_of(campaign, "VI.2", "na-lam"), result=Result("Xong"), mandate=officer, on=DAY)
    give_task(task_of(campaign, "VI.3"), owners=[Owner(whole.village)], mandate=officer, on=DAY)
    note_receipt(Delivery.objects.get(unit=None), by="Bà Sen", how="ký sổ", mandate=officer, on=DAY)
    assert titles(campaign, officer) == []
    campaign.tasks.filter(clause="VI.3").update(clause="")
    notes = [
        one.note for one in waiting_for(whole.head(whole.village), on=DAY) if one.address == "finish-task"
    ]
    assert notes == ["Nhiệm vụ theo kế hoạch, mục VI.1", "Nhiệm vụ được giao"]
