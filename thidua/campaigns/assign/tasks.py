"""Give, correct, finish, reopen and withdraw tasks (giao, sửa, báo xong, mở lại, rút nhiệm vụ)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Assignment, Campaign, Task
from thidua.campaigns.permissions.work import may_arrange_work, may_finish
from thidua.campaigns.queries.owners import Owner
from thidua.journal.actors import Actor
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.text import squeeze


@dataclass(frozen=True)
class TaskWords:
    """A task as typed (nhiệm vụ): what is asked, by when."""

    text: str
    due: date | None = None


@dataclass(frozen=True)
class Result:
    """What was done (kết quả): words, the day, and by which way it came when the officer writes it down."""

    text: str
    done_on: date | None = None
    how: str = ""


@transaction.atomic
def add_task(campaign: Campaign, *, words: TaskWords, mandate: Mandate, on: date) -> Task:
    """Add a task that the plan does not name (thêm nhiệm vụ); it waits until it is given to somebody.

    Raises `Refused` without words. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, campaign, on=on).require()
    last = campaign.tasks.order_by("-order").values_list("order", flat=True).first() or 0
    task = Task.objects.create(
        campaign=campaign, code=short_code(), order=last + 1, text=_said(words.text, "nhiệm vụ"),
        due=words.due, due_says="cơ quan đặt" if words.due else "",
    )  # fmt: skip
    write("add_task", f"Thêm nhiệm vụ: {task.text[:160]}", actor=mandate.actor(), on=on, thing=task)
    return task


@transaction.atomic
def change_task(task: Task, *, words: TaskWords, expected: int | None, mandate: Mandate, on: date) -> None:
    """Correct what a task asks or its day (sửa nhiệm vụ); the words of the plan stay beside it.

    `expected` is the version the form was opened with. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, task.campaign, on=on).require()
    before = {"text": task.text, "due": str(task.due or "")}
    if words.due != task.due:
        task.due, task.due_says = words.due, "cơ quan đặt" if words.due else ""
    task.text = _said(words.text, "nhiệm vụ")
    keep(task, "text", "due", "due_says", expected=expected)
    says = f"Sửa nhiệm vụ: {task.text[:160]}"
    write("change_task", says, actor=mandate.actor(), on=on, thing=task, data={"before": before})


@transaction.atomic
def give_task(task: Task, *, owners: Sequence[Owner], mandate: Mandate, on: date) -> None:
    """Say who has the task (giao, giao lại): exactly these, in place of those before.

    Effects: new assignments; those left out are withdrawn, unless they have done it. Raises `Refused` when
    nobody is named or a unit lies outside the campaign. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, task.campaign, on=on).require()
    if not owners:
        raise Refused(no("Chưa chọn ai làm nhiệm vụ này.", rule="task:nobody"))
    outside = [one.unit.name for one in owners if not one.unit.path.startswith(task.campaign.unit.path)]
    if outside:
        raise Refused(no(f"Ngoài phạm vi của đợt thi đua: {', '.join(outside)}.", rule="task:outside"))
    held = {(part.unit_id, part.role): part for part in task.assignments.select_related("unit", "task")}
    wanted = {(one.unit.pk, one.role): one for one in owners}
    actor = mandate.actor()
    for key, owner in wanted.items():
        _hand_to(task, owner, held.get(key), actor=actor, on=on)
    for key, part in held.items():
        if key not in wanted and part.state == "doing":
            _withdraw(part, "giao lại cho nơi khác", actor=actor, on=on)
    task.unclear = ""
    keep(task, "unclear")
    names = ", ".join(str(Assignment(unit=one.unit, role=one.role)) for one in wanted.values())
    says = f"Giao nhiệm vụ “{task.text[:100]}” cho {names}."
    if task.state == "waiting":
        advance(task, "given", actor=actor, on=on, verb="give_task", says=says)
    else:
        write("give_task", says, actor=actor, on=on, thing=task)


def _hand_to(task: Task, owner: Owner, part: Assignment | None, *, actor: Actor, on: date) -> None:
    if part is None:
        Assignment.objects.create(task=task, unit=owner.unit, role=owner.role)
    elif part.state == "withdrawn":
        says = f"Giao lại nhiệm vụ cho {part.who}."
        advance(part, "doing", actor=actor, on=on, verb="give_task", says=says)


def _withdraw(part: Assignment, reason: str, *, actor: Actor, on: date) -> None:
    part.remark = reason[:250]
    keep(part, "remark")
    says = f"Thôi giao cho {part.who}: {reason}"
    advance(part, "withdrawn", actor=actor, on=on, verb="give_task", says=says)


@transaction.atomic
def withdraw_task(task: Task, *, reason: str, mandate: Mandate, on: date) -> None:
    """Withdraw a task with its reason (rút nhiệm vụ); nobody owes it any more, results stay.

    Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, task.campaign, on=on).require()
    task.remark = _said(reason, "lý do rút")[:250]
    keep(task, "remark")
    says = f"Rút nhiệm vụ “{task.text[:100]}”: {task.remark}"
    advance(task, "withdrawn", actor=mandate.actor(), on=on, verb="withdraw_task", says=says)


@transaction.atomic
def restore_task(task: Task, *, mandate: Mandate, on: date) -> None:
    """Take a withdrawn task up again (khôi phục nhiệm vụ), with those who had it. Căn cứ: không (quy ước nội
    bộ).
    """
    may_arrange_work(mandate, task.campaign, on=on).require()
    to = "given" if task.assignments.exclude(state="withdrawn").exists() else "waiting"
    says = f"Khôi phục nhiệm vụ “{task.text[:100]}”."
    advance(task, to, actor=mandate.actor(), on=on, verb="restore_task", says=says)


@transaction.atomic
def finish_task(part: Assignment, *, result: Result, mandate: Mandate, on: date) -> None:
    """Say that the task is done (báo xong), with what came of it; evidence is attached afterwards.

    Raises `Refused` without words, with a day to come, or when the officer writes for a unit and does not say
    how it came. Căn cứ: không (quy ước nội bộ).
    """
    may_finish(mandate, part, on=on).require()
    done_on = result.done_on or on
    if done_on > on:
        raise Refused(no("Ngày xong không thể sau hôm nay.", rule="task:future"))
    for_another = mandate.unit_id != part.unit_id
    if for_another and not result.how.strip():
        raise Refused(
            no("Ghi thay đơn vị thì ghi cách nhận, ví dụ “nhận qua điện thoại, ngày 05/6/2023”.",
               rule="task:how")
        )  # fmt: skip
    part.result, part.done_on = _said(result.text, "đã làm được gì"), done_on
    part.how, part.done_by, part.remark = squeeze(result.how)[:200], str(mandate)[:250], ""
    keep(part, "result", "done_on", "how", "done_by", "remark")
    actor = mandate.actor(for_name=part.who if for_another else "")
    says = f"{part.who} xong nhiệm vụ “{part.task.text[:100]}”."
    advance(part, "done", actor=actor, on=on, verb="finish_task", says=says)


@transaction.atomic
def reopen_task(part: Assignment, *, reason: str, mandate: Mandate, on: date) -> None:
    """Say that the task is not done after all (mở lại), with the reason; what was written stays to be
    corrected.

    Căn cứ: không (quy ước nội bộ).
    """
    may_finish(mandate, part, on=on).require()
    part.remark = _said(reason, "lý do mở lại")[:250]
    keep(part, "remark")
    actor = mandate.actor(for_name=part.who if mandate.unit_id != part.unit_id else "")
    says = f"Mở lại nhiệm vụ của {part.who}: {part.remark}"
    advance(part, "doing", actor=actor, on=on, verb="reopen_task", says=says)


def _said(words: str, what: str) -> str:
    if not words.strip():
        raise Refused(no(f"Hãy ghi {what}.", rule="task:words"))
    return squeeze(words)
