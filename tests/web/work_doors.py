"""The doors of the work of a plan: tasks, expectations, recipients, days (việc theo kế hoạch)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.web.door import PLAN, Door, Of, posts, upload
from tests.web.pulse_doors import PULSE


def _running(of: Of) -> tuple[Any, ...]:
    return (of.running.code,)


def _judging(of: Of) -> tuple[Any, ...]:
    return (of.judging.code,)


def _unit(of: Of) -> tuple[Any, ...]:
    return (of.running.code, of.whole.village.code)


def _thing(name: str, *more: Any) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (of.running.code, getattr(of, name).code, *more)


WORK = (
    Door("campaign-work", _running),
    Door("work-sheet", _running),
    posts("draw-up-work", _judging, "standing"),
    Door("task-new", _running, "standing"),
    Door("task", _thing("task"), "standing", lambda of: {"version": of.task.version}),
    Door("give-task", _thing("waiting_task"), "standing",
         lambda of: {"units": [str(of.whole.village.pk)]}),
    Door("withdraw-task", _thing("task"), "standing"),
    posts("restore-task", _thing("withdrawn_task"), "standing"),
    Door("expectation", _thing("expectation"), "standing",
         lambda of: {"counts": "role_models", "per": "campaign"}),
    posts("move-expectation", _thing("expectation", "ghi-nhan"), "standing"),
    Door("unit-work", _unit),
    Door("finish-task", lambda of: (of.running.code, of.part.pk), "village_head standing",
         lambda of: {"done_on": "05/6/2023"}),
    Door("reopen-task", lambda of: (of.running.code, of.done_part.pk), "unit_head standing"),
    Door("campaign-recipients", _running, "standing",
         lambda of: {"unit": str(of.whole.bodies[1].pk)}),
    Door("recipient", lambda of: (of.running.code, of.delivery.pk), "standing",
         lambda of: {"by": "Trưởng thôn"}),
    posts("place-recipient", lambda of: (of.running.code, of.open_delivery.pk), "standing",
          data=lambda of: {"unit": str(of.whole.bodies[1].pk)}),
    posts("remove-recipient", lambda of: (of.running.code, of.delivery.pk), "standing"),
    Door("campaign-schedule", _running, "standing", lambda of: {"kinds": ["session"]}),
    posts("count-back", _running, "standing", data=lambda of: {"ceremony": "15/6/2023"}),
    Door("move-deadline", lambda of: (of.running.code, "session"), "standing",
         lambda of: {"day": "12/6/2023"}),
    Door("campaign-parent", _running, "standing",
         lambda of: {"upload": upload(PLAN.encode(), "kh.txt")}),
    posts("unlink-parent", _running, "standing"),
    *PULSE,
)  # fmt: skip
