"""Stages 3 and 4: units register and report, the silent are reminded (đăng ký, theo dõi, đôn đốc)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.files.base import ContentFile

from thidua.campaigns.derive import (
    PlanLine,
    UnitPlanEntry,
    save_unit_plan,
    see_unit_plan,
    submit_unit_plan,
)
from thidua.campaigns.queries.part import project_of, targets_of
from thidua.campaigns.register import (
    RegistrationEntry,
    TargetEntry,
    accept_registration,
    save_registration,
    submit_registration,
)
from thidua.campaigns.track import (
    ProgressReport,
    ProjectState,
    draft_reminder,
    report_progress,
    silent_units,
    update_project,
)
from thidua.demo.story.papers import carry_for
from thidua.demo.story.visits import a_village_is_visited, the_silent_are_called
from thidua.demo.story.work import tasks_are_done, the_plan_is_received
from thidua.demo.tales import Goal, Pledge, tale_of
from thidua.demo.world import World
from thidua.org.models import Mandate, Unit
from thidua.records.attach import attach
from thidua.vietnamese.dates import vn_date


def units_register(world: World) -> None:
    """Stage 3 (đăng ký): every unit but the two silent villages registers; the officer receives all."""
    the_plan_is_received(world)
    for pledge in tale_of(world.year).pledges:
        _register(world, pledge, by=world.heads[pledge.head], on=world.days.register)
    first, second = tale_of(world.year).pledges[:2]
    _derive(world, first, read=True)
    _derive(world, second, read=False)


def _derive(world: World, pledge: Pledge, *, read: bool) -> None:
    """A plan of the unit itself, made of what it registered; the officer has read it, or will."""
    campaign, head, on = world.running, world.heads[pledge.head], world.days.register
    contents = {area.order: area for area in campaign.contents.all()}
    lines = tuple(PlanLine(contents[one.content], one.text, str(head), campaign.ends) for one in pledge.goals)
    entry = UnitPlanEntry(lines, project_title=pledge.project, project_description=pledge.description)
    plan = save_unit_plan(campaign, entry=entry, unit=head.unit, mandate=head, on=on)
    submit_unit_plan(plan, mandate=head, on=on)
    if read:
        see_unit_plan(plan, mandate=world.commune["standing"], on=on)


def _register(world: World, pledge: Pledge, *, by: Mandate, on: date) -> None:
    campaign, officer, unit = world.running, world.commune["standing"], world.heads[pledge.head].unit
    contents = {area.order: area for area in campaign.contents.all()}
    targets = tuple(
        TargetEntry(contents[goal.content], goal.text, Decimal(goal.goal), goal.measure, campaign.ends)
        for goal in pledge.goals
    )
    how = f"nhận bản giấy ngày {vn_date(on)}" if by.unit_id != unit.pk else ""
    entry = RegistrationEntry(targets, pledge.project, pledge.description, how=how)
    registration = save_registration(campaign, entry=entry, unit=unit, mandate=by, on=on)
    submit_registration(registration, mandate=by, on=on)
    accept_registration(registration, mandate=officer, on=on)


def the_campaign_runs(world: World) -> None:
    """Stage 4 (theo dõi): the silent are reminded, one registers late on paper, the others report."""
    tale, days = tale_of(world.year), world.days
    _remind(world, "registration", on=days.reminded)
    _register(world, tale.late, by=world.commune["standing"], on=days.late)
    for pledge in tale.pledges:
        _report(world, pledge, head=world.heads[pledge.head])
    tasks_are_done(world)
    a_village_is_visited(world)
    _remind(world, "report", on=days.reminded_again)
    the_silent_are_called(world)


def _remind(world: World, missing: str, *, on: date) -> None:
    """The letter in the council's book, signed by the deputy, to exactly the units that are silent."""
    officer, deputy = world.commune["standing"], world.commune["vice_chair"]
    campaign = world.running
    silent = silent_units(campaign, missing, on=on)
    letter = draft_reminder(campaign, missing=missing, units=silent, signer=deputy, mandate=officer, on=on)
    carry_for(world.commune, letter, drafter="standing", on=on)


def _report(world: World, pledge: Pledge, *, head: Mandate) -> None:
    """What was reached on each target, with a list as evidence on the first; the model where it is done."""
    campaign, unit, on = world.running, head.unit, world.days.reported
    written = {target.text: target for target in targets_of(campaign, unit)}
    for number, goal in enumerate(pledge.goals):
        report = ProgressReport(goal.said, written[goal.text], value=Decimal(goal.reached))
        entry = report_progress(campaign, report=report, unit=unit, mandate=head, on=on)
        if number == 0:
            attach(_evidence(goal, unit), about=entry, purpose="evidence", mandate=head, on=on)
    project = project_of(campaign, unit)
    assert project is not None  # every pledge names a model
    state = ProjectState("done", pledge.result, on) if pledge.result else ProjectState("building")
    update_project(project, to=state, mandate=head, on=on)


def _evidence(goal: Goal, unit: Unit) -> ContentFile[bytes]:
    said = f"{unit.name}\n{goal.text}: {goal.reached} {goal.measure}\n{goal.said}\n"
    return ContentFile(said.encode(), name="minh-chung.txt")
