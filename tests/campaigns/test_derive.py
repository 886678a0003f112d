"""A unit makes its own plan of the campaign's plan; the commune reads it and sends it back with a remark."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.commune import make_campaign
from tests.factories.printed import require_flawless, text_of
from thidua.campaigns.derive import (
    PlanLine,
    UnitPlanEntry,
    draft_unit_plan_paper,
    return_unit_plan,
    save_unit_plan,
    see_unit_plan,
    submit_unit_plan,
    take_back_unit_plan,
)
from thidua.campaigns.models import Campaign, ModelProject
from thidua.campaigns.queries.derive import plan_of, plans_of
from thidua.campaigns.queries.part import registration_of
from thidua.campaigns.register import RegistrationEntry, TargetEntry, save_registration
from thidua.law.ruling import Refused
from thidua.records.documents import paper_of
from thidua.web.forms.unit_plan import line_rows

DAY = date(2023, 3, 22)


def entry(campaign, **more):
    first, second = campaign.contents.all()
    lines = (
        PlanLine(first, "Phát dọn 02 km đường vào khu sản xuất", "Chi hội Nông dân", date(2023, 4, 20)),
        PlanLine(first, "Trồng mới 3,5 ha hồi", "Ông Chu Văn Quyền"),
        PlanLine(second, "Tuần tra đường biên mỗi tuần một buổi", "Tổ an ninh thôn"),
    )
    return UnitPlanEntry(
        lines, "Mỗi hộ một việc.", "Hộ không có rác trước ngõ.", "Đường hoa", "Mỗi hộ một đoạn", **more
    )


def written(whole, campaign, mandate=None, **more):
    mandate = mandate or whole.head(whole.village)
    save_unit_plan(campaign, entry=entry(campaign, **more), unit=whole.village, mandate=mandate, on=DAY)
    return plan_of(campaign, whole.village)


def rule_of(action, *args, **more):
    with pytest.raises(Refused) as refused:
        action(*args, **more)
    return refused.value.ruling.rule


def test_a_plan_is_written_sent_returned_with_a_remark_and_read(whole, campaign):
    head, officer = whole.head(whole.village), whole.commune.standing
    plan = written(whole, campaign)
    submit_unit_plan(plan, mandate=head, on=DAY)
    take_back_unit_plan(plan, mandate=head, on=DAY)
    submit_unit_plan(plan, mandate=head, on=DAY)
    return_unit_plan(plan, remark="Ghi rõ ai làm.", mandate=officer, on=DAY)
    assert (plan.state, plan.remark) == ("returned", "Ghi rõ ai làm.")
    plan = written(whole, campaign, version=plan.version)
    submit_unit_plan(plan, mandate=head, on=DAY)
    see_unit_plan(plan, mandate=officer, on=DAY)
    assert (plan.state, plan.remark, plan.submitted_on, plan.lines.count()) == ("seen", "", DAY, 3)
    assert ModelProject.objects.get().title == "Đường hoa"
    rows = plans_of(campaign, on=DAY)
    assert [(row.unit.code, row.is_sent, row.lines) for row in rows] == [
        ("ban-vang", False, 0),
        ("khuoi-cap", True, 3),
        ("mttq", False, 0),
        ("truong", False, 0),
    ]


def test_what_stops_a_plan(whole, campaign):
    head, officer = whole.head(whole.village), whole.commune.standing
    other = make_campaign_named(whole)
    assert (
        rule_of(save_unit_plan, campaign, entry=entry(other), unit=whole.village, mandate=head, on=DAY)
        == "derive:content"
    )
    plan = written(whole, campaign, officer)
    assert rule_of(submit_unit_plan, plan, mandate=officer, on=DAY) == "derive:how"
    assert rule_of(draft_unit_plan_paper, plan, mandate=head, on=DAY) == "derive:draft"
    plan.lines.all().delete()
    assert rule_of(submit_unit_plan, plan, mandate=head, on=DAY) == "derive:empty"
    plan = written(whole, campaign, version=plan.version)
    submit_unit_plan(plan, mandate=head, on=DAY)
    assert rule_of(written, whole, campaign, version=plan.version) == "derive:sent"
    assert rule_of(return_unit_plan, plan, remark=" ", mandate=officer, on=DAY) == "derive:remark"
    assert rule_of(see_unit_plan, plan, mandate=head, on=DAY) == "mandate:role"
    type(campaign).objects.update(state="reviewing")
    plan = plan_of(type(campaign).objects.get(pk=campaign.pk), whole.village)
    assert rule_of(see_unit_plan, plan, mandate=officer, on=DAY) == "part:over"


def make_campaign_named(whole):
    Campaign.objects.update(slug="cu")
    return make_campaign(whole)


def test_the_officer_types_a_plan_that_came_on_paper(whole, campaign):
    officer = whole.commune.standing
    plan = written(whole, campaign, officer, how="nhận bản giấy, ngày 21/3/2023")
    submit_unit_plan(plan, mandate=officer, on=DAY)
    assert (plan.state, plan.how) == ("submitted", "nhận bản giấy, ngày 21/3/2023")


def test_the_plan_as_a_paper_of_the_village_names_the_clauses_it_answers(whole, campaign):
    head = whole.head(whole.village)
    plan = written(whole, campaign)
    submit_unit_plan(plan, mandate=head, on=DAY)
    document = draft_unit_plan_paper(plan, mandate=head, on=DAY)
    paper = paper_of(document)
    require_flawless(paper)
    assert "Thi đua lao động sản xuất (mục II.1 của kế hoạch phát động)" in text_of(paper)
    assert (document.unit, document.purpose) == (whole.village, "unit_plan")
    assert rule_of(draft_unit_plan_paper, plan, mandate=head, on=DAY) == "derive:paper"


def test_a_bare_plan_still_prints(whole, campaign):
    head = whole.head(whole.village)
    line = PlanLine(campaign.contents.first(), "Dọn đường")
    type(campaign.contents.first()).objects.update(clause="")
    plan = save_unit_plan(campaign, entry=UnitPlanEntry((line,)), unit=whole.village, mandate=head, on=DAY)
    submit_unit_plan(plan, mandate=head, on=DAY)
    require_flawless(paper_of(draft_unit_plan_paper(plan, mandate=head, on=DAY)))


def test_the_registered_targets_are_what_the_plan_begins_with(whole, campaign):
    target = TargetEntry(campaign.contents.first(), "Trồng hồi", Decimal("3.5"), "ha", date(2023, 5, 20))
    save_registration(
        campaign, entry=RegistrationEntry((target,)), unit=whole.village,
        mandate=whole.head(whole.village), on=DAY,
    )  # fmt: skip
    rows = line_rows(campaign, None, registration_of(campaign, whole.village))
    assert [(row.initial.get("text"), row.initial.get("due")) for row in rows] == [
        ("Trồng hồi: 3,5 ha", date(2023, 5, 20)),
        (None, date(2023, 5, 31)),
        (None, None),
        (None, None),
    ]
