"""What the two stories are made of: everybody once, working days only, every stage of the house."""

import pytest

from thidua.demo.days import CALENDARS, LAST_DAY, YEARS, working_day_after
from thidua.demo.people import (
    BODIES,
    COMMUNE_OFFICERS,
    DISTRICT_OFFICERS,
    PROVINCE_OFFICERS,
    villages_in,
)
from thidua.demo.story import STAGES
from thidua.demo.tales import tale_of
from thidua.law.clock import is_working_day
from thidua.org.states import ROLES
from thidua.web import flow


def characters(year):
    officers = (*COMMUNE_OFFICERS, *DISTRICT_OFFICERS, *PROVINCE_OFFICERS)
    heads = [body.head for body in (*BODIES, *villages_in(year))]
    return [officer.who for officer in officers] + heads


def test_the_story_has_the_thirteen_stages_in_their_order() -> None:
    assert list(STAGES) == [stage.id for stage in flow.STAGES] == list(LAST_DAY)


@pytest.mark.parametrize("year", YEARS)
def test_the_office_works_on_working_days_only(year) -> None:
    days = vars(CALENDARS[year])
    assert [name for name, day in days.items() if not is_working_day(day)] == []
    assert [stage for stage in STAGES if not is_working_day(working_day_after(stage, year))] == []
    assert list(days.values()) == sorted(days.values())


@pytest.mark.parametrize("year", YEARS)
def test_nobody_shares_a_name_or_an_account(year) -> None:
    who = characters(year)
    assert len({one.username for one in who}) == len({one.name for one in who}) == len(who)


def test_there_is_an_account_for_every_role_of_the_commune() -> None:
    held = {officer.role for officer in COMMUNE_OFFICERS} | {"admin", "unit_head", "village_head"}
    assert held == set(ROLES)


@pytest.mark.parametrize(
    ("year", "villages", "forms"),
    [
        (2023, 8, {"giay_khen_xa": 5, "giay_khen_huyen": 4, "bang_khen_tinh": 3}),
        (2026, 18, {"giay_khen_xa": 9, "bang_khen_tinh": 3}),
    ],
)
def test_twelve_are_put_forward_of_all_three_kinds(year, villages, forms) -> None:
    tale = tale_of(year)
    assert len(villages_in(year)) == villages
    proposed = [nominee.form for nominee in tale.nominees]
    assert {form: proposed.count(form) for form in proposed} == forms
    assert {nominee.recipient for nominee in tale.nominees} == {"collective", "individual", "household"}
    assert sorted(nominee.fate for nominee in tale.nominees if nominee.fate) == ["ineligible", "returned"]
    assert len(tale.deeds) == 4


@pytest.mark.parametrize("year", YEARS)
def test_two_villages_stay_silent_and_one_of_them_registers_late(year) -> None:
    tale = tale_of(year)
    heads = {body.head.username for body in (*BODIES, *villages_in(year))}
    silent = heads - {pledge.head for pledge in tale.pledges}
    assert len(silent) == 2
    assert tale.late.head in silent
    assert {nominee.head for nominee in tale.nominees} <= heads - silent
