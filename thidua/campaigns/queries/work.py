"""Doors to tasks, expectations and the distribution list (tra cứu nhiệm vụ, yêu cầu, nơi nhận)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from thidua.campaigns.models import Assignment, Campaign, Delivery, Expectation, PlanIntake, Task
from thidua.org.models import Mandate, Unit
from thidua.org.queries import taking_part
from thidua.records.models import Attachment
from thidua.vietnamese.dates import find_dates
from thidua.vietnamese.text import even, squeeze

UNDER_WAY = frozenset({"open", "reviewing"})
_BY = re.compile(r"\b(?:truoc|cham nhat|han|het|xong)\b")


@dataclass(frozen=True)
class Standing:
    """How far a task is (tình hình một nhiệm vụ): who has it, how many have done it, who is late."""

    task: Task
    parts: tuple[Assignment, ...]
    on: date

    @property
    def done(self) -> int:
        return sum(part.state == "done" for part in self.parts)

    @property
    def total(self) -> int:
        return len(self.parts)

    @property
    def late(self) -> tuple[Assignment, ...]:
        return tuple(part for part in self.parts if part.is_late(self.on))

    @property
    def state(self) -> str:
        """waiting, withdrawn, done, late or doing: what the list is filtered by (tình trạng)."""
        if self.task.state != "given":
            return self.task.state
        if self.total and self.done == self.total:
            return "done"
        return "late" if self.late else "doing"


def due_in(text: str) -> date | None:
    """The day by which a passage asks for something (hạn trong câu), None when it names none."""
    plain = even(text)
    for found in find_dates(text):
        if found.value and _BY.search(plain, max(found.start - 30, 0), found.start):
            return found.value
    return None


def tasks_visible_to(mandate: Mandate, campaign: Campaign) -> QuerySet[Task]:
    """The tasks a mandate may know of (nhiệm vụ được xem): all in the launching office, else those of the
    own unit.
    """
    found = campaign.tasks.all()
    if mandate.unit_id == campaign.unit_id:
        return found
    mine = Assignment.objects.filter(unit=mandate.unit).exclude(state="withdrawn")
    return found.filter(pk__in=mine.values("task")).exclude(state="withdrawn")


def task_for(mandate: Mandate, campaign: Campaign, code: str) -> Task:
    """The task with this code, or `Task.DoesNotExist` when the mandate may not know of it."""
    return tasks_visible_to(mandate, campaign).select_related("campaign__unit", "obligation").get(code=code)


def standings_of(tasks: QuerySet[Task], *, on: date) -> list[Standing]:
    """How far each task is; a fixed number of queries."""
    parts = Assignment.objects.exclude(state="withdrawn").select_related("unit")
    found = tasks.prefetch_related(Prefetch("assignments", queryset=parts, to_attr="held"))
    return [Standing(task, tuple(_with(task, task.held)), on) for task in found]


def _with(task: Task, parts: Iterable[Assignment]) -> Iterable[Assignment]:
    """The parts knowing their task, without asking again for each."""
    for part in parts:
        part.task = task
        yield part


def parts_of(task: Task) -> list[Assignment]:
    """Everybody who has or had a task (ai được giao), withdrawn ones last."""
    found = task.assignments.select_related("unit").order_by("unit__path", "role")
    return sorted(_with(task, found), key=lambda part: part.state == "withdrawn")


def part_for(mandate: Mandate, campaign: Campaign, pk: UUID) -> Assignment:
    """One assignment, for its own unit and the launching office, else `Assignment.DoesNotExist`."""
    found = Assignment.objects.select_related("task__campaign__unit", "unit").get(
        pk=pk, task__campaign=campaign
    )
    if mandate.unit_id not in {found.unit_id, campaign.unit_id}:
        raise Assignment.DoesNotExist
    return found


def work_of(unit: Unit, campaigns: Iterable[Campaign], *, role: str = "") -> QuerySet[Assignment]:
    """What a unit, or one office of it, has in hand (việc được giao), what is due first in front."""
    held = Assignment.objects.filter(task__campaign__in=list(campaigns), unit=unit, role=role)
    return (
        held.exclude(state="withdrawn")
        .exclude(task__state="withdrawn")
        .select_related("task__campaign__unit", "unit")
        .order_by("state", "task__due", "task__order")
    )


def units_owing_tasks(campaign: Campaign, *, on: date) -> list[Unit]:
    """The units with a task whose day has come and that is not done (đến hạn mà chưa xong)."""
    owing = Assignment.objects.filter(
        task__campaign=campaign, task__state="given", task__due__lte=on, state="doing", role=""
    )
    units = Unit.objects.filter(pk__in=owing.values("unit")).exclude(pk=campaign.unit_id)
    return list(units.order_by("path"))


def deliveries_of(campaign: Campaign) -> QuerySet[Delivery]:
    """The distribution list of the plan (nơi nhận), without those taken off it."""
    return campaign.deliveries.filter(removed_why="").select_related("unit", "message")


def delivery_for(mandate: Mandate, campaign: Campaign, pk: UUID) -> Delivery:
    """One recipient, for the launching office only, else `Delivery.DoesNotExist`."""
    if mandate.unit_id != campaign.unit_id:
        raise Delivery.DoesNotExist
    found = Delivery.objects.select_related("unit", "message", "campaign__unit", "campaign__plan")
    return found.get(pk=pk, campaign=campaign)


def units_without_receipt(campaign: Campaign) -> list[Unit]:
    """The bodies and villages here that have not said they got the plan (chưa xác nhận đã nhận)."""
    silent = deliveries_of(campaign).filter(
        Q(message__read_on=None), unit__path__startswith=campaign.unit.path, received_on=None
    )
    return [one.unit for one in silent.exclude(unit=None) if one.unit is not None]


def units_without_review(campaign: Campaign, *, on: date) -> list[Unit]:
    """The units that have not sent their own closing (chưa gửi bản tổng kết)."""
    sent = campaign.unit_reviews.filter(state="submitted").values("unit")
    return list(taking_part(campaign.unit, on).exclude(pk__in=sent))


def expectation_for(mandate: Mandate, campaign: Campaign, code: str) -> Expectation:
    """One expectation, for the launching office only, else `Expectation.DoesNotExist`."""
    if mandate.unit_id != campaign.unit_id:
        raise Expectation.DoesNotExist
    return Expectation.objects.select_related("campaign__unit").get(campaign=campaign, code=code)


def places_in_plan(intake: PlanIntake) -> dict[str, UUID]:
    """Where each passage stands on the page of the plan (chỗ trong trang đọc kế hoạch): its words, or its
    clause where the plan is an original, to the proposal.
    """
    held = intake.proposals.filter(kind="value").exclude(value="").order_by("-position")
    found = {}
    for words, clause, pk in held.values_list("value", "clause", "pk"):
        if intake.way == "original" and clause:  # a plan laid out here may number its clauses anew
            found[clause] = pk
        found[squeeze(words)] = pk
    return found


def evidence_of(parts: Iterable[Assignment]) -> dict[UUID, list[Attachment]]:
    """The evidence of each assignment (minh chứng); one query for all."""
    found: dict[UUID, list[Attachment]] = {}
    for file in Attachment.objects.filter(about_id__in=[part.pk for part in parts]):
        found.setdefault(file.about_id, []).append(file)
    return found
