"""Doors to model projects, what is shown of them, and who owes one (tra cứu mô hình, phần việc)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from thidua.campaigns.models import Campaign, ModelPicture, ModelProject, ModelStep
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.journal.actors import Actor
from thidua.org.models import Mandate, Unit
from thidua.org.queries import taking_part
from thidua.records.models import Attachment

ALIVE = ("building", "done")
WITH = ("steps", "figures", "pictures__people__consent", "replications__unit")


def projects_visible_to(mandate: Mandate) -> QuerySet[ModelProject]:
    """The models a mandate may know of (mô hình được xem): in the launching office all, elsewhere the own
    ones and those everybody may see.
    """
    ours = Q(campaign__unit=mandate.unit) | Q(unit=mandate.unit) | Q(state="published")
    found = ModelProject.objects.filter(ours, campaign__in=campaigns_visible_to(mandate).order_by())
    return found.select_related("unit", "campaign__unit", "content", "writer")


def projects_of(mandate: Mandate, campaign: Campaign) -> QuerySet[ModelProject]:
    """The models of a campaign (mô hình của đợt), unit by unit, with how many stages are done and how many
    did likewise.
    """
    found = projects_visible_to(mandate).filter(campaign=campaign).order_by("unit__path", "id")
    meant = ~Q(steps__state="dropped")
    return found.prefetch_related(*WITH).annotate(
        all_steps=Count("steps", filter=meant, distinct=True),
        done_steps=Count("steps", filter=Q(steps__state="done"), distinct=True),
        copied=Count("replications", filter=~Q(replications__state="dropped"), distinct=True),
    )


def project_for(mandate: Mandate, code: str) -> ModelProject:
    """The model with this code, or `ModelProject.DoesNotExist`."""
    return projects_visible_to(mandate).prefetch_related(*WITH).get(code=code)


def step_for(mandate: Mandate, pk: UUID) -> ModelStep:
    """One stage of a model, or `ModelStep.DoesNotExist`."""
    found = ModelStep.objects.select_related("project__unit", "project__campaign__unit")
    return found.get(pk=pk, project__in=projects_visible_to(mandate))


def picture_for(mandate: Mandate, code: str) -> ModelPicture:
    """One picture of a model, or `ModelPicture.DoesNotExist`."""
    found = ModelPicture.objects.select_related("project__unit", "project__campaign__unit")
    return found.prefetch_related("people__consent").get(code=code, project__in=projects_visible_to(mandate))


def agreed_by_all(picture: ModelPicture) -> bool:
    """True while each person in the picture agrees to be shown (mọi người trong ảnh đồng ý)."""
    return all(one.consent is not None and one.consent.withdrawn_on is None for one in picture.people.all())


@dataclass(frozen=True)
class Shown:
    """One picture with its file (ảnh và tệp), and whether each person in it agrees."""

    picture: ModelPicture
    file: Attachment
    agreed: bool


def pictures_of(project: ModelProject) -> list[Shown]:
    """The pictures of a model, before and after (ảnh trước, ảnh sau), two queries for any number."""
    return shown_pictures(project.pictures.all())


def shown_pictures(pictures: Iterable[ModelPicture]) -> list[Shown]:
    """These pictures with their files, those without a file left out (ảnh còn tệp); one query for all."""
    kept = list(pictures)
    files: dict[UUID, list[Attachment]] = defaultdict(list)
    label = ModelPicture._meta.label_lower
    for file in Attachment.objects.filter(about=label, about_id__in=[one.pk for one in kept]):
        files[file.about_id].append(file)
    return [Shown(one, files[one.pk][0], agreed_by_all(one)) for one in kept if files[one.pk]]


def words_of(project: ModelProject) -> dict[str, Any]:
    """What everybody would see of a model as it is now (nội dung sẽ công khai), as plain values to keep."""
    return {
        **{name: getattr(project, name) for name in ("title", "description", "result", "stage")},
        **{name: getattr(project, name) for name in ("cost", "cost_source", "people", "people_say")},
        "starts": _day(project.starts),
        "done_on": _day(project.done_on),
        "steps": [
            {"text": one.text, "state": one.state, "due": _day(one.due), "done_on": _day(one.done_on)}
            for one in project.steps.all()
            if one.state != "dropped"
        ],
        "figures": [
            {"text": one.text, "value": _plain(one.value), "measure": one.measure}
            for one in project.figures.all()
        ],
        "pictures": [{"code": one.code, "caption": one.caption} for one in project.pictures.all()],
        "copies": [
            {"unit": one.unit.name, "since": _day(one.since), "outcome": one.outcome,
             "value": _plain(one.value), "measure": one.measure}
            for one in project.replications.all()
            if one.state != "dropped"
        ],
    }  # fmt: skip


def has_changed(project: ModelProject) -> bool:
    """True when a model that everybody sees was rewritten since it was approved (có phần sửa chờ duyệt)."""
    return project.state == "published" and words_of(project) != project.shown


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def acting_for(unit: Unit, mandate: Mandate) -> Actor:
    """Who acts, and for which unit when it is not the own one (ghi thay đơn vị)."""
    return mandate.actor(for_name=unit.name if mandate.unit_id != unit.pk else "")


@dataclass(frozen=True)
class Standing:
    """Where the units stand with their models (các đơn vị và mô hình): done, under way, only promised,
    none.
    """

    done: tuple[Unit, ...]
    building: tuple[Unit, ...]
    promised: tuple[Unit, ...]
    none: tuple[Unit, ...]


def models_by_unit(campaign: Campaign, *, on: date) -> Standing:
    """Which units have a model done, under way, only promised, or none (đơn vị nào còn nợ mô hình); each
    unit once, by the farthest of its models. Two queries.
    """
    far: dict[UUID, set[str]] = defaultdict(set)
    for key, told in campaign.model_projects.order_by().values_list("unit_id", "stage"):
        far[key].add(told)
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in taking_part(campaign.unit, on):
        stages = ("done", "building", "planned")
        found[next((stage for stage in stages if stage in far[unit.pk]), "none")].append(unit)
    return Standing(*(tuple(found[stage]) for stage in ("done", "building", "planned", "none")))
