"""Đường mười ba bước: đợt thi đua đang ở bàn ai."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_campaign, make_person
from thidua.awards.models import Nomination
from thidua.campaigns.models import Campaign, Deadline
from thidua.web.campaign_line import campaign_line, stage_now

pytestmark = pytest.mark.django_db
DURING, AFTER = date(2023, 4, 1), date(2023, 6, 5)


def nominate(campaign: Campaign, whole: Commune, state: str) -> None:
    award = campaign.awards.get(form="giay_khen_huyen")
    person = make_person(whole.village, f"Hứa Thị {state}")
    Nomination.objects.create(
        campaign=campaign,
        award=award,
        unit=whole.village,
        holder=whole.commune.unit,
        code=state[:12],
        recipient="individual",
        person=person,
        name=person.name,
        governed_on=AFTER,
        state=state,
    )


@pytest.mark.parametrize(
    ("state", "on", "number"),
    [
        ("draft", DURING, 2),
        ("open", DURING, 4),
        ("open", AFTER, 6),
        ("reviewing", AFTER, 6),
        ("closed", AFTER, 14),
    ],
)
def test_buoc_theo_tinh_trang_va_thoi_gian(whole: Commune, state: str, on: date, number: int) -> None:
    assert stage_now(make_campaign(whole, state=state), on=on) == number


def test_con_han_dang_ky_thi_dang_dang_ky(whole: Commune) -> None:
    campaign = make_campaign(whole)
    Deadline.objects.create(campaign=campaign, kind="register", day=DURING)
    assert stage_now(campaign, on=DURING) == 3


@pytest.mark.parametrize(
    ("states", "number"),
    [(["submitted", "passed"], 7), (["tabled"], 8), (["passed", "decided"], 9), (["decided", "refused"], 11)],
)
def test_buoc_theo_de_nghi_cham_nhat(whole: Commune, states: list[str], number: int) -> None:
    campaign = make_campaign(whole)
    for state in states:
        nominate(campaign, whole, state)
    assert stage_now(campaign, on=AFTER) == number


@pytest.mark.parametrize(("state", "number"), [("submitted", 9), ("tabled", 9), ("presented", 10)])
def test_ho_so_o_cap_tren_thi_xa_dang_trinh(whole: Commune, state: str, number: int) -> None:
    campaign = make_campaign(whole)
    nominate(campaign, whole, state)
    assert whole.district is not None
    campaign.nominations.update(holder=whole.district.unit)
    assert stage_now(campaign, on=AFTER) == number


def test_khong_con_ai_cho_giay_khen_thi_truyen_thong_roi_tong_ket(whole: Commune) -> None:
    campaign = make_campaign(whole)
    nominate(campaign, whole, "refused")
    assert stage_now(campaign, on=AFTER) == 12
    campaign.announcements.create(unit=whole.commune.unit, slug="tin", title="Tin", state="published")
    assert stage_now(campaign, on=AFTER) == 13


def test_moi_buoc_co_trang_cua_no(whole: Commune) -> None:
    campaign = make_campaign(whole)
    line = campaign_line(campaign, on=DURING)
    assert [stage["state"] for stage in line] == ["done"] * 3 + ["now"] + ["next"] * 9
    assert line[1]["url"] == f"/dot/{campaign.code}/phat-dong/"
