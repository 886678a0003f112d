"""A model or piece of work of a unit: written down, rewritten, its stages told (mô hình, phần việc)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from thidua.campaigns.models import Campaign, ContentArea, ModelFigure, ModelProject, ModelStep
from thidua.campaigns.permissions.model_project import may_begin_project, may_write_project
from thidua.campaigns.queries.model_project import acting_for
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import nfc, squeeze

FIELDS = (
    "content", "title", "description", "starts", "cost", "cost_source", "people", "people_say", "how",
)  # fmt: skip
MOST_ROWS = 20


@dataclass(frozen=True)
class StepWords:
    """One stage as typed (giai đoạn); `id` when it stood there before."""

    text: str
    due: date | None = None
    id: UUID | None = None


@dataclass(frozen=True)
class FigureWords:
    """One figure of the result as typed (kết quả bằng số)."""

    text: str
    value: Decimal
    measure: str = ""


@dataclass(frozen=True)
class ProjectWords:
    """What is written about a model (nội dung mô hình): what, stages, cost and its source in đồng, people,
    figures; `how` by which way it came when the officer types for a unit.
    """

    title: str
    description: str = ""
    content: ContentArea | None = None
    starts: date | None = None
    cost: int | None = None
    cost_source: str = ""
    people: int | None = None
    people_say: str = ""
    steps: tuple[StepWords, ...] = ()
    figures: tuple[FigureWords, ...] = ()
    how: str = ""


@transaction.atomic
def begin_project(
    campaign: Campaign, *, words: ProjectWords, unit: Unit, mandate: Mandate, on: date
) -> ModelProject:
    """Write down a model a unit will build or builds (ghi mô hình mới); returns it, not yet public.

    Raises `Refused` without a name, for a cost without a source, too many rows, and when the officer types
    for the unit without the way it came. Căn cứ: không (quy ước nội bộ).
    """
    may_begin_project(mandate, unit, campaign, on=on).require()
    project = ModelProject(campaign=campaign, unit=unit)
    _fill(project, words, mandate)
    project.save(force_insert=True)
    _write_rows(project, words)
    says = f"{unit.name} ghi mô hình “{project.title}”."
    write("begin_project", says, actor=acting_for(unit, mandate), on=on, thing=project)
    return project


@transaction.atomic
def edit_project(
    project: ModelProject, *, words: ProjectWords, expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Rewrite what is said of a model (sửa mô hình); who rewrites it does not approve it.

    What everybody sees of it stays as it was approved. Raises `Refused` as `begin_project` does, on a stale
    form, and for a stage left out that is done. Căn cứ: không (quy ước nội bộ).
    """
    may_write_project(mandate, project, on=on).require()
    before = project.title
    _fill(project, words, mandate)
    keep(project, *FIELDS, "writer", expected=expected)
    _write_rows(project, words)
    says = f"{project.unit.name} sửa mô hình “{before}”."
    write("edit_project", says, actor=acting_for(project.unit, mandate), on=on, thing=project)


def _fill(project: ModelProject, words: ProjectWords, mandate: Mandate) -> None:
    for_unit = mandate.unit_id != project.unit_id
    for fault, sentence in (
        (not words.title.strip(), "Hãy ghi tên mô hình, phần việc."),
        (bool(words.cost) and not words.cost_source.strip(), "Hãy ghi kinh phí lấy từ nguồn nào."),
        (max(len(words.steps), len(words.figures)) > MOST_ROWS, f"Ghi tối đa {MOST_ROWS} dòng mỗi bảng."),
        (for_unit and not words.how.strip(), "Hãy ghi nhận tin của đơn vị bằng cách nào."),
        (
            words.content is not None and words.content.campaign_id != project.campaign_id,
            "Nội dung thi đua không thuộc đợt này.",
        ),
    ):
        if fault:
            raise Refused(no(sentence, rule="project:words"))
    for name in ("title", "cost_source", "people_say", "how"):
        setattr(project, name, squeeze(getattr(words, name)))
    for name in ("content", "starts", "cost", "people"):
        setattr(project, name, getattr(words, name))
    project.description = nfc(words.description).strip()
    project.writer = mandate.person


def _write_rows(project: ModelProject, words: ProjectWords) -> None:
    """The stages as typed, those known keeping their state; the figures anew."""
    known = {step.pk: step for step in project.steps.all()}
    _drop(step for pk, step in known.items() if pk not in {one.id for one in words.steps})
    for order, typed in enumerate(words.steps, start=1):
        step = known.get(typed.id) if typed.id else None
        step = step or ModelStep(project=project)
        step.order, step.text, step.due = order, squeeze(typed.text), typed.due
        step.save()
    project.figures.all().delete()
    for order, figure in enumerate(words.figures, start=1):
        ModelFigure.objects.create(
            project=project, order=order, text=squeeze(figure.text), value=figure.value,
            measure=squeeze(figure.measure),
        )  # fmt: skip


def _drop(steps: Iterable[ModelStep]) -> None:
    for step in steps:
        if step.state == "done":
            raise Refused(no(f"Giai đoạn “{step.text}” đã xong, không bỏ được.", rule="project:step"))
        step.delete()


@transaction.atomic
def move_step(step: ModelStep, *, to: str, done_on: date | None = None, mandate: Mandate, on: date) -> None:
    """Say how far a stage of a model is (tình trạng giai đoạn): under way, done on a day, given up.

    Raises `Refused` for a day to come, and for a move the table does not have. Căn cứ: không (quy ước nội
    bộ).
    """
    project = step.project
    may_write_project(mandate, project, on=on).require()
    day = (done_on or on) if to == "done" else None
    if day is not None and day > on:
        raise Refused(no(f"Ngày xong {vn_date(day)} chưa tới.", rule="project:future"))
    actor = acting_for(project.unit, mandate)
    says = f"{project.unit.name}, mô hình “{project.title}”: {step.text} – {step.table.says.get(to, to)}."
    advance(step, to, actor=actor, on=on, verb="move_step", says=says)
    step.done_on = day
    keep(step, "done_on")
    project.writer = mandate.person
    keep(project, "writer")
