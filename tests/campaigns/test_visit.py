"""Inspection visits: planned, written down with what is asked by when, followed up until it is done."""

from datetime import date

import pytest

from tests.factories.printed import require_flawless
from thidua.campaigns.models import Inspection, Requirement
from thidua.campaigns.queries.visit import inspection_for, inspections_visible_to, open_demands, with_demands
from thidua.campaigns.visit import (
    Remedy,
    VisitPlan,
    VisitRecord,
    call_off_inspection,
    draft_inspection_minutes,
    plan_inspections,
    put_back_inspection,
    record_inspection,
    reopen_requirement,
    settle_requirement,
)
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.documents.printing import paper_of

pytestmark = pytest.mark.django_db
DAY, LATER = date(2023, 4, 20), date(2023, 5, 4)
PLAN = VisitPlan(
    date(2023, 4, 25), "Sổ theo dõi; mô hình đã đăng ký", "Bà Hoàng Thị Mai, Thường trực Hội đồng"
)
RECORD = VisitRecord(
    date(2023, 4, 25), "Đã làm 600 m đường", "Chưa ghi sổ", "Ông Hứa Văn Sinh, Trưởng thôn", "08:00", "10:30",
    "Nhà văn hóa thôn",
    (("Lập sổ theo dõi từng hộ", date(2023, 5, 2)), ("Gửi ảnh mô hình", date(2023, 5, 20))),
)  # fmt: skip


def refused_by(action) -> str:
    with pytest.raises(Refused) as refused:
        action()
    return refused.value.ruling.rule


@pytest.fixture
def planned(whole, campaign) -> Inspection:
    return plan_inspections(
        campaign, plan=PLAN, units=[whole.village], mandate=whole.commune.standing, on=DAY
    )[0]


@pytest.fixture
def held(whole, planned) -> Inspection:
    record_inspection(planned, record=RECORD, mandate=whole.commune.standing, on=LATER)
    return planned


def test_a_round_is_planned_for_several_units_at_once(whole, campaign):
    office = whole.commune.standing
    made = plan_inspections(campaign, plan=PLAN, units=whole.villages, mandate=office, on=DAY)
    assert [(one.unit.code, one.state, one.day) for one in made] == [
        ("khuoi-cap", "planned", PLAN.day), ("ban-vang", "planned", PLAN.day)
    ]  # fmt: skip
    assert JournalEntry.objects.latest("number").says == (
        "Lên lịch kiểm tra ngày 25/4/2023: Thôn Khuổi Cáp, Thôn Bản Vàng."
    )


def test_a_plan_needs_units_that_take_part_words_and_a_day_to_come(whole, campaign, planned):
    def plan(plan=PLAN, units=(whole.villages[1],), mandate=whole.commune.standing):
        return lambda: plan_inspections(campaign, plan=plan, units=units, mandate=mandate, on=DAY)

    assert refused_by(plan(units=())) == "visit:plan"
    assert refused_by(plan(VisitPlan(PLAN.day, " ", "Bà Mai"))) == "visit:plan"
    assert refused_by(plan(VisitPlan(PLAN.day, "Sổ", ""))) == "visit:plan"
    assert refused_by(plan(VisitPlan(date(2023, 4, 19), "Sổ", "Bà Mai"))) == "visit:plan"
    assert refused_by(plan(units=[whole.commune.unit])) == "visit:outside"
    assert refused_by(plan(units=[whole.village])) == "visit:twice"
    assert refused_by(plan(mandate=whole.head(whole.village))) == "mandate:role"
    campaign.state = "closed"
    assert refused_by(plan()) == "visit:campaign"


def test_what_was_found_leaves_requirements_with_the_unit(whole, campaign, held):
    assert (held.state, held.held_on, held.faults) == ("held", RECORD.held_on, "Chưa ghi sổ")
    asked = [(one.text, one.is_late(LATER)) for one in open_demands(whole.village)]
    assert asked == [("Lập sổ theo dõi từng hộ", True), ("Gửi ảnh mô hình", False)]
    row = with_demands(inspections_visible_to(whole.commune.standing, campaign), on=LATER).get()
    assert (row.asked, row.still, row.late) == (2, 2, 1)


@pytest.mark.parametrize(
    "record",
    [
        VisitRecord(date(2023, 5, 5), "Đã làm"),
        VisitRecord(PLAN.day, " "),
        VisitRecord(PLAN.day, "Đã làm", demands=(("Lập sổ", date(2023, 4, 1)),)),
    ],
)
def test_a_record_says_what_was_seen_on_a_day_that_has_come(whole, planned, record):
    office = whole.commune.standing
    assert (
        refused_by(lambda: record_inspection(planned, record=record, mandate=office, on=LATER))
        == "visit:record"
    )


def test_a_visit_is_written_down_once(whole, held):
    office = whole.commune.standing
    assert (
        refused_by(lambda: record_inspection(held, record=RECORD, mandate=office, on=LATER)) == "visit:state"
    )


def test_a_visit_is_called_off_and_put_back(whole, planned):
    office = {"mandate": whole.commune.standing, "on": DAY}
    assert refused_by(lambda: call_off_inspection(planned, reason=" ", **office)) == "visit:reason"
    call_off_inspection(planned, reason="Mưa lũ", **office)
    assert (planned.state, planned.remark) == ("called_off", "Mưa lũ")
    put_back_inspection(planned, **office)
    assert (planned.state, planned.remark) == ("planned", "")


def test_the_unit_says_that_a_requirement_is_done_and_takes_it_back(whole, held):
    demand, head = held.demands.first(), {"mandate": whole.head(whole.village), "on": LATER}
    assert refused_by(lambda: settle_requirement(demand, remedy=Remedy("", LATER), **head)) == "visit:remedy"
    early = Remedy("Đã lập sổ", date(2023, 4, 24))
    assert refused_by(lambda: settle_requirement(demand, remedy=early, **head)) == "visit:remedy"
    settle_requirement(demand, remedy=Remedy("Đã lập sổ", LATER), **head)
    assert (demand.state, demand.done_on, demand.result) == ("done", LATER, "Đã lập sổ")
    reopen_requirement(demand, **head)
    assert (demand.state, demand.done_on, demand.result) == ("open", None, "Đã lập sổ")


def test_the_officer_types_for_the_unit_and_says_how_it_came(whole, held):
    demand, office = held.demands.first(), {"mandate": whole.commune.standing, "on": LATER}
    silent = Remedy("Đã lập sổ", LATER)
    assert refused_by(lambda: settle_requirement(demand, remedy=silent, **office)) == "visit:remedy"
    settle_requirement(demand, remedy=Remedy("Đã lập sổ", LATER, "gọi điện 04/5/2023"), **office)
    assert JournalEntry.objects.latest("number").actor_for == "Thôn Khuổi Cáp"


def test_another_village_does_not_find_the_visit(whole, campaign, held):
    with pytest.raises(Inspection.DoesNotExist):
        inspection_for(whole.head(whole.villages[1]), campaign, held.code)
    demand, other = held.demands.first(), whole.head(whole.villages[1])
    said = Remedy("Đã lập sổ", LATER)
    assert (
        refused_by(lambda: settle_requirement(demand, remedy=said, mandate=other, on=LATER)) == "mandate:unit"
    )


def test_the_minutes_hold_what_was_written_down(whole, held):
    office = {"signer": whole.commune.standing, "mandate": whole.commune.standing, "on": LATER}
    paper = draft_inspection_minutes(held, **office)
    require_flawless(paper_of(paper))
    words = " ".join(paper_of(paper).words())
    assert "Thời gian bắt đầu: 08 giờ 00 phút, ngày 25 tháng 4 năm 2023." in words
    assert "Lập sổ theo dõi từng hộ" in words
    assert refused_by(lambda: draft_inspection_minutes(held, **office)) == "visit:minutes"


def test_minutes_come_after_the_record(whole, planned):
    office = {"signer": whole.commune.standing, "mandate": whole.commune.standing, "on": LATER}
    assert refused_by(lambda: draft_inspection_minutes(planned, **office)) == "visit:state"
    bare = VisitRecord(PLAN.day, "Đã làm 5 việc")
    record_inspection(planned, record=bare, mandate=whole.commune.standing, on=LATER)
    require_flawless(paper_of(draft_inspection_minutes(planned, **office)))
    assert not Requirement.objects.exists()
