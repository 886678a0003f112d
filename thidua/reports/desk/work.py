"""What waits because the plan asks for it (việc theo kế hoạch): tasks, days to confirm, recipients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q

from thidua.campaigns.models import Assignment, Campaign
from thidua.campaigns.queries.schedule import PROPOSED
from thidua.campaigns.queries.work import UNDER_WAY
from thidua.org.models import Mandate
from thidua.reports.desk.waiting import Waiting

HEADS = ("unit_head", "village_head")
# What the officer has to settle: title, address and button, by the name of its count.
TO_ARRANGE = {
    "tasks_open": ("Chọn người làm cho {} nhiệm vụ của kế hoạch", "campaign-work", "Giao việc"),
    "recipients_open": ("Xem {} nơi nhận kế hoạch chưa rõ", "campaign-recipients", "Xem nơi nhận"),
    "days_open": ("Xác nhận {} mốc thời gian đề xuất", "campaign-schedule", "Xem mốc"),
}


def own_tasks(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """The tasks of one's own unit, or of one's own office (nhiệm vụ được giao), each with its day."""
    role = "" if mandate.holds(*HEADS) else mandate.role
    held = Assignment.objects.filter(
        unit=mandate.unit, role=role, state="doing", task__state="given",
        task__campaign__state__in=UNDER_WAY,
    )  # fmt: skip
    for part in held.select_related("task__campaign").order_by("task__due", "task__order")[:20]:
        task = part.task
        yield Waiting(
            task.text if len(task.text) <= 110 else f"{task.text[:110].rsplit(' ', 1)[0]}…",
            task.campaign.starts or on,
            "finish-task",
            (task.campaign.code, str(part.pk)),
            "Báo xong",
            note=f"Nhiệm vụ theo kế hoạch, mục {task.clause}" if task.clause else "Nhiệm vụ được giao",
            due=task.due,
        )


def to_arrange(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """What the officer still has to settle of a plan (chờ thường trực chọn): who does a task, who a recipient
    is, whether a proposed day holds.
    """
    if not mandate.holds("standing"):
        return
    under_way = Campaign.objects.filter(unit=mandate.unit, state__in=UNDER_WAY)
    counted = under_way.annotate(
        tasks_open=Count("tasks", filter=Q(tasks__state="waiting"), distinct=True),
        recipients_open=Count(
            "deliveries",
            filter=Q(deliveries__unit=None, deliveries__received_on=None, deliveries__removed_why=""),
            distinct=True,
        ),
        days_open=Count("deadlines", filter=Q(deadlines__says__startswith=PROPOSED), distinct=True),
    )
    for row in counted.values("code", "short_title", "starts", *TO_ARRANGE):
        for name, (title, address, action) in TO_ARRANGE.items():
            if row[name]:
                yield Waiting(
                    title.format(row[name]), row["starts"] or on, address, (row["code"],), action,
                    note=row["short_title"],
                )  # fmt: skip


WORK = (own_tasks, to_arrange)
