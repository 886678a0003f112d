"""What was done to a plan under review, step by step, and taking a step back (các bước xem lại, hoàn tác)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from thidua.campaigns.models import PlanIntake, PlanStep, Proposal
from thidua.campaigns.permissions.campaign import may_settle
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate

KEPT = ("value", "state", "step")
WHOLE = ("position", "kind", "path", "label", "value", "before", "after", "why", "clause", "starts", "ends",
         "confidence", "state", "step")  # fmt: skip
Image = dict[str, Any]


def lock(intake: PlanIntake) -> None:
    """Let nobody else change this plan until the transaction ends (giữ kế hoạch khi đang ghi).

    Căn cứ: không (quy ước nội bộ).
    """
    PlanIntake.objects.select_for_update().get(pk=intake.pk)


def image_of(proposal: Proposal, fields: Iterable[str] = KEPT) -> Image:
    """A proposal as it stands, to be put back later (hình của một mục). Căn cứ: không (quy ước nội bộ)."""
    return {"pk": str(proposal.pk), **{name: getattr(proposal, name) for name in fields}}


def next_number(intake: PlanIntake) -> int:
    """The number of the next step (số bước kế tiếp). Căn cứ: không (quy ước nội bộ)."""
    return 1 + (intake.steps.aggregate(last=Max("number"))["last"] or 0)


@transaction.atomic
def undo(intake: PlanIntake, *, number: int, mandate: Mandate, on: date) -> list[str]:
    """Take back everything of the click to which this step belongs (hoàn tác cả lần bấm).

    Effects: the proposals stand as before; a corrected boundary brings back the whole former reading. Returns
    the keys of the proposals that changed. Raises `Refused` when something was changed since. Căn cứ: không
    (quy ước nội bộ).
    """
    step = _step(intake, number, mandate=mandate, on=on)
    batch = intake.steps.filter(batch=step.batch, is_undone=False).order_by("-number")
    touched = [pk for one in batch for pk in _take_back(one)]
    _tell(batch[0], mandate=mandate, on=on, how_many=len(batch))
    batch.update(is_undone=True)
    return touched


@transaction.atomic
def undo_one(intake: PlanIntake, *, number: int, mandate: Mandate, on: date) -> list[str]:
    """Take back one step alone (hoàn tác một chỗ), also out of a click that did many at once.

    Returns the keys of the proposals that changed. Raises `Refused` when something was changed since. Căn cứ:
    không (quy ước nội bộ).
    """
    step = _step(intake, number, mandate=mandate, on=on)
    touched = _take_back(step)
    _tell(step, mandate=mandate, on=on, how_many=1)
    step.is_undone = True
    step.save(update_fields=["is_undone"])
    return touched


def _step(intake: PlanIntake, number: int, *, mandate: Mandate, on: date) -> PlanStep:
    may_settle(mandate, intake, on=on).require()
    lock(intake)
    step = intake.steps.filter(number=number, is_undone=False).first()
    if step is None:
        raise Refused(no("Việc này đã được hoàn tác rồi; hãy xem trang như đang hiện.", rule="plan:undone"))
    return step


def _take_back(step: PlanStep) -> list[str]:
    """Put the proposals of a step back as they were."""
    if step.before:
        return _read_as_before(step)
    stand = {str(one.pk): one for one in step.intake.proposals.filter(step=step.number)}
    if set(stand) != {image["pk"] for image in step.changes}:
        raise _changed_since(step)
    for image in step.changes:
        proposal = stand[image["pk"]]
        if "state" not in image:
            proposal.delete()
            continue
        for name in KEPT:
            setattr(proposal, name, image[name])
        proposal.save(update_fields=KEPT)
    return list(stand)


def _read_as_before(step: PlanStep) -> list[str]:
    """Bring back the reading before a boundary was corrected; nothing may have been done since."""
    intake = step.intake
    if intake.steps.filter(number__gt=step.number, is_undone=False).exists():
        raise _changed_since(step)
    for name, value in step.before.items():
        setattr(intake, name, value)
    intake.save(update_fields=list(step.before))
    intake.proposals.all().delete()
    Proposal.objects.bulk_create(
        Proposal(pk=image["pk"], intake=intake, **{name: image[name] for name in WHOLE})
        for image in step.changes
    )
    return [image["pk"] for image in step.changes]


def _changed_since(step: PlanStep) -> Refused:
    later = step.intake.steps.filter(number__gt=step.number, is_undone=False).last()
    then = f" Sau đó {later.by} đã làm: {later.says}" if later else ""
    return Refused(
        no(f"Chưa hoàn tác được việc này.{then} Hãy hoàn tác việc làm sau trước.", rule="plan:later")
    )


def _tell(step: PlanStep, *, mandate: Mandate, on: date, how_many: int) -> None:
    more = f" (và {how_many - 1} việc cùng lần bấm)" if how_many > 1 else ""
    says = f"Hoàn tác: {step.says}{more}"
    write("undo", says, actor=mandate.actor(), on=on, thing=step.intake, data={"step": step.number})
