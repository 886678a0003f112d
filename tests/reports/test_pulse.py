"""Each unit has one calm line that says whether it moves, the silent first, by rules kept in one place."""

from datetime import date, timedelta

import pytest

from tests.factories.commune import OPENED, make_household, make_person, make_unit
from thidua.campaigns.models import Inspection, Lead, Requirement, RoleModel
from thidua.records.models import LocalRule
from thidua.reports.pulse import pulse_of, pulse_of_unit
from thidua.reports.signs import RULES

pytestmark = pytest.mark.django_db
DAY = date(2023, 5, 10)  # the campaign began on 15 March


def lines(campaign, on=DAY):
    return {one.unit.code: one for one in pulse_of(campaign, on=on).units}


def test_the_silent_stand_first_and_the_rest_in_the_order_of_the_tree(whole, campaign):
    campaign.progress.create(unit=whole.village, text="Đã làm", on=DAY - timedelta(days=3))
    campaign.progress.create(unit=whole.body, text="Đã họp", on=DAY - timedelta(days=20))
    found = pulse_of(campaign, on=DAY)
    assert [(one.unit.code, one.word, one.sign) for one in found.units] == [
        ("ban-vang", "im lặng", "○"),
        ("truong", "im lặng", "○"),
        ("mttq", "thưa tin", "◐"),
        ("khuoi-cap", "đang chạy", "●"),
    ]
    assert (found.heard, found.total, found.quiet_days, found.is_set) == (1, 4, 15, False)


@pytest.mark.parametrize(
    ("ago", "state"), [(0, "moving"), (15, "moving"), (16, "slow"), (30, "slow"), (31, "silent")]
)
def test_a_unit_turns_slow_and_then_silent_as_days_go_by(whole, campaign, ago, state):
    campaign.progress.create(unit=whole.village, text="Đã làm", on=DAY - timedelta(days=ago))
    assert lines(campaign)["khuoi-cap"].state == state


def test_just_after_the_launch_nobody_is_called_silent(whole, campaign):
    assert {one.state for one in pulse_of(campaign, on=date(2023, 3, 20)).units} == {"slow"}
    assert {one.state for one in pulse_of(campaign, on=date(2023, 4, 1)).units} == {"silent"}


def test_the_office_sets_after_how_many_days(whole, campaign):
    LocalRule.objects.create(
        unit=whole.commune.unit,
        rule="quiet_days",
        value="5",
        paper="Quy chế",
        starts=OPENED,
        confirmed_by="CT",
    )
    campaign.progress.create(unit=whole.village, text="Đã làm", on=DAY - timedelta(days=6))
    found = pulse_of(campaign, on=DAY)
    assert (found.quiet_days, found.is_set, lines(campaign)["khuoi-cap"].state) == (5, True, "slow")


def test_the_line_names_the_last_sign_and_what_is_owed(whole, campaign):
    assert lines(campaign)["ban-vang"].says == "Chưa có tin nào; chưa đăng ký; chưa báo cáo"
    campaign.registrations.create(unit=whole.village, state="submitted", submitted_on=date(2023, 4, 2))
    visit = Inspection.objects.create(
        campaign=campaign, unit=whole.village, code="kt", day=date(2023, 4, 10), state="held", about="Sổ",
        members="Bà Mai",
    )  # fmt: skip
    Requirement.objects.create(inspection=visit, order=1, text="Ghi sổ", due=date(2023, 4, 30))
    found = pulse_of_unit(campaign, whole.village, on=DAY)
    assert found.says == "Tin gần nhất 02/4/2023 (đăng ký); chưa báo cáo; 1 yêu cầu kiểm tra quá hạn"
    assert (found.weeks_drawn, found.weeks_say) == ("□□■□□□□□", "1 trên 8 tuần qua có tin")
    assert pulse_of_unit(campaign, whole.commune.unit, on=DAY) is None


def example(whole, campaign, slug, **whose):
    return RoleModel.objects.create(
        unit=whole.commune.unit, campaign=campaign, slug=slug, name="Bà Thắm", title="Việc tốt",
        story="Kể chuyện", state="published", published_on=DAY, **whose,
    )  # fmt: skip


def test_a_good_deed_counts_for_the_village_of_its_person_and_of_its_place(whole, campaign):
    """A deed told "ở thôn Bản Vàng", or "Khuổi Cáp" without the word, is heard of in that village only."""
    example(whole, campaign, "a", person=make_person(whole.village))
    example(whole, campaign, "b", household=make_household(whole.villages[1]))
    for receipt, where in (
        ("1", "ở Bản Vàng, cạnh suối"),
        ("2", "thôn khuổi cáp"),
        ("3", "Bản Vàngg"),
        ("4", ""),
    ):
        Lead.objects.create(
            unit=whole.commune.unit, campaign=campaign, receipt=receipt, who="Ông An", what="Giúp người",
            where=where, received_on=DAY,
        )  # fmt: skip
    counted = {code: one.counts.get("good_deeds", 0) for code, one in lines(campaign).items()}
    assert counted == {"ban-vang": 2, "khuoi-cap": 2, "mttq": 0, "truong": 0}


def test_news_of_a_role_model_counts_for_its_unit(whole, campaign):
    model = example(whole, campaign, "a", person=make_person(whole.village))
    campaign.announcements.create(
        unit=whole.commune.unit, slug="tin", title="Tin", body="Bài", written_by="Khang", state="published",
        published_on=DAY, role_model=model,
    )  # fmt: skip
    assert lines(campaign)["khuoi-cap"].has == "Việc tốt 1 · Tin bài 1"


def test_every_rule_says_what_it_counts():
    assert [rule.name for rule in RULES] == [
        "Đăng ký", "Báo cáo", "Mô hình", "Nhân rộng", "Nhiệm vụ", "Việc tốt", "Tin bài", "Đề nghị",
        "Tổng kết", "Kiểm tra",
    ]  # fmt: skip
    assert all(rule.counts and rule.word for rule in RULES)


def test_the_pulse_costs_the_same_for_4_units_and_for_24(whole, campaign, django_assert_num_queries):
    with django_assert_num_queries(17):
        pulse_of(campaign, on=DAY)
    for number in range(20):
        unit = make_unit(f"Thôn Số {number}", f"so-{number}", "thon", whole.commune.unit)
        campaign.progress.create(unit=unit, text="Đã làm", on=DAY)
    with django_assert_num_queries(17):
        assert pulse_of(campaign, on=DAY).total == 24
