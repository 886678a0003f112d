"""Draw the work up from the plan when the campaign opens (lập danh mục việc theo kế hoạch)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction

from thidua.campaigns.assign.deliver import deliver_plan
from thidua.campaigns.assign.movements import note_movements
from thidua.campaigns.models import Assignment, Campaign, Expectation, Obligation, Task
from thidua.campaigns.permissions.work import may_draw_up
from thidua.campaigns.queries.expected import asked_in
from thidua.campaigns.queries.owners import Directory, Owner, directory_of, owners_in
from thidua.campaigns.queries.work import due_in
from thidua.journal.actors import Actor
from thidua.journal.lifecycle import advance
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.org.models import Mandate
from thidua.vietnamese.text import squeeze


@transaction.atomic
def draw_up_work(campaign: Campaign, *, mandate: Mandate, on: date) -> None:
    """Make tasks of the plan's responsibilities, expectations of what can be counted in it, and send the plan
    to its recipients (lập danh mục việc theo kế hoạch).

    Effects: tasks, given where the plan's words name units or offices here, waiting for the officer where
    not; expectations; the movements and directives it names; the distribution list with a message to each
    unit on it. Raises `Refused` when they
    stand already. Căn cứ: không (quy ước nội bộ).
    """
    may_draw_up(mandate, campaign, on=on).require()
    obligations = list(campaign.obligations.all())
    directory = directory_of(campaign.unit, on=on)
    deliver_plan(campaign, directory=directory, mandate=mandate, on=on)
    note_movements(campaign, actor=mandate.actor(), on=on)
    tasks = list(_tasks(campaign, obligations, directory))
    for task, owners in tasks:
        _give(task, owners, actor=mandate.actor(), on=on)
    for asked in asked_in(obligations):
        Expectation.objects.create(
            campaign=campaign, obligation=asked.obligation, code=short_code(), clause=asked.obligation.clause,
            said=asked.obligation.text, counts=asked.counts, per=asked.per, at_least=asked.at_least,
        )  # fmt: skip
    waiting = sum(task.state == "waiting" for task, _ in tasks)
    says = f"Lập {len(tasks)} nhiệm vụ theo kế hoạch, {waiting} nhiệm vụ chờ chọn người làm."
    write("draw_up_work", says, actor=mandate.actor(), on=on, thing=campaign)


def _tasks(
    campaign: Campaign, obligations: Iterable[Obligation], directory: Directory
) -> Iterator[tuple[Task, tuple[Owner, ...]]]:
    """One task per line of each responsibility, in the order of the plan, and whom its words mean."""
    clauses = list(campaign.plan.clauses.values_list("label", "text")) if campaign.plan else []
    order = 0
    for duty in (one for one in obligations if one.kind == "duty"):
        owners = owners_in(duty.body, directory)
        for line in filter(None, map(squeeze, duty.text.split("\n"))):
            order += 1
            due = due_in(line)
            task = Task.objects.create(
                campaign=campaign, obligation=duty, code=short_code(), order=order,
                clause=_clause_of(line, clauses) or duty.clause, body=duty.body, unclear=owners.unclear,
                said=line, text=line[:1].upper() + line[1:], due=due,
                due_says="theo kế hoạch" if due else "",
            )  # fmt: skip
            yield task, owners.found


def _give(task: Task, owners: tuple[Owner, ...], *, actor: Actor, on: date) -> None:
    """Put the task into the hands of those whom the plan names; without any it waits for the officer."""
    parts = [Assignment.objects.create(task=task, unit=owner.unit, role=owner.role) for owner in owners]
    if parts:
        says = f"Giao nhiệm vụ “{task.text[:100]}” cho {len(parts)} nơi theo lời kế hoạch."
        advance(task, "given", actor=actor, on=on, verb="draw_up_work", says=says)


def _clause_of(line: str, clauses: Iterable[tuple[str, str]]) -> str:
    """The innermost clause of the plan that holds the line, "" when none does."""
    holding = [label for label, text in clauses if line in squeeze(text)]
    return max(holding, key=lambda label: label.count("."), default="")
