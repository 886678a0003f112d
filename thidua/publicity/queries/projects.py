"""The models of a campaign as everybody sees them: as approved, pictures only with consent (mô hình công
khai).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from thidua.campaigns.models import Campaign, ModelPicture, ModelProject
from thidua.campaigns.queries.model_project import ALIVE, shown_pictures
from thidua.campaigns.states import MODEL_STEP
from thidua.org.models import Unit
from thidua.org.queries import left_to, taking_part
from thidua.records.models import Attachment

MOST = 200
STAGES = dict(ModelProject.STAGES)


@dataclass(frozen=True)
class PublicStep:
    """One stage as approved (giai đoạn): what, its state in words, the day it was or shall be done."""

    text: str
    says: str
    is_done: bool
    day: date | None


@dataclass(frozen=True)
class PublicFigure:
    """One figure as approved (con số)."""

    text: str
    value: Decimal
    measure: str


@dataclass(frozen=True)
class PublicCopy:
    """A unit that does likewise, as approved (nơi làm theo)."""

    unit: str
    since: date
    outcome: str
    value: Decimal | None
    measure: str


@dataclass(frozen=True)
class PublicModel:
    """One model as it was approved (mô hình công khai), with the pictures everybody in them agrees to."""

    project: ModelProject
    unit: Unit
    said: dict[str, Any]
    pictures: tuple[ModelPicture, ...]

    @property
    def code(self) -> str:
        return self.project.code

    @property
    def title(self) -> str:
        return str(self.said["title"])

    @property
    def is_done(self) -> bool:
        return bool(self.said["stage"] == "done")

    @property
    def stage_says(self) -> str:
        return STAGES[self.said["stage"]]

    @property
    def starts(self) -> date | None:
        return _day(self.said["starts"])

    @property
    def done_on(self) -> date | None:
        return _day(self.said["done_on"])

    @property
    def steps(self) -> list[PublicStep]:
        return [
            PublicStep(
                one["text"], MODEL_STEP.says[one["state"]], one["state"] == "done",
                _day(one["done_on"] or one["due"]),
            )
            for one in self.said["steps"]
        ]  # fmt: skip

    @property
    def figures(self) -> list[PublicFigure]:
        return [
            PublicFigure(one["text"], Decimal(one["value"]), one["measure"]) for one in self.said["figures"]
        ]

    @property
    def copies(self) -> list[PublicCopy]:
        return [
            PublicCopy(
                one["unit"], date.fromisoformat(one["since"]), one["outcome"],
                Decimal(one["value"]) if one["value"] else None, one["measure"],
            )
            for one in self.said["copies"]
        ]  # fmt: skip


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _published() -> QuerySet[ModelProject]:
    """Approved, under way or done; what is only promised is not shown."""
    found = ModelProject.objects.filter(state="published", stage__in=ALIVE).exclude(campaign__state="draft")
    return found.select_related("unit", "campaign")


def _pictured(found: QuerySet[ModelProject]) -> QuerySet[ModelProject]:
    return found.prefetch_related(
        Prefetch("pictures", ModelPicture.objects.prefetch_related("people__consent"))
    )


def _as_approved(found: Iterable[ModelProject]) -> list[PublicModel]:
    """Each with its pictures; the files of all pictures in one query."""
    projects = list(found)
    pictures = [
        one
        for project in projects
        for one in project.pictures.all()
        if one.code in {kept["code"] for kept in project.shown["pictures"]}
    ]
    seen = [one.picture for one in shown_pictures(pictures) if one.agreed]
    return [
        PublicModel(
            one, one.unit, one.shown, tuple(picture for picture in seen if picture.project_id == one.pk)
        )
        for one in projects
    ]


def public_models(campaign: Campaign) -> list[PublicModel]:
    """The models of a campaign everybody may see (mô hình công khai), unit by unit, in a fixed number of
    queries.
    """
    found = _published().filter(campaign=campaign).order_by("unit__path", "id")
    return _as_approved(_pictured(found)[:MOST])


def public_codes(unit: Unit) -> QuerySet[ModelProject]:
    """The models of the office everybody may see (mô hình công khai của cơ quan), the newest first, for lists
    of addresses.
    """
    return _published().filter(left_to(unit, field="campaign__unit")).order_by("-published_on", "-id")


def public_model(unit: Unit, code: str) -> PublicModel:
    """One model everybody may see, or `ModelProject.DoesNotExist`."""
    return _as_approved([_pictured(public_codes(unit)).get(code=code)])[0]


def public_was_model(unit: Unit, code: str) -> bool:
    """True when this model was shown once and has been taken down (mô hình đã gỡ)."""
    return ModelProject.objects.filter(campaign__unit=unit, code=code, published_on__isnull=False).exists()


def public_model_picture(unit: Unit, code: str, picture: str) -> Attachment:
    """One picture of a model everybody may see, or `Attachment.DoesNotExist`: gone as soon as somebody in it
    takes the consent back.
    """
    found = public_model(unit, code)
    for one in shown_pictures(one for one in found.pictures if one.code == picture):
        return one.file
    raise Attachment.DoesNotExist


@dataclass(frozen=True)
class Tile:
    """One unit on the map of models (ô trên bản đồ mô hình): its models, and how far the farthest is."""

    unit: Unit
    models: tuple[PublicModel, ...]

    @property
    def state(self) -> str:
        """The look of the tile: done, under way, nothing to show."""
        if not self.models:
            return "none"
        return "moving" if any(one.is_done for one in self.models) else "slow"

    @property
    def says(self) -> str:
        done = sum(one.is_done for one in self.models)
        said = [f"{done} đã hoàn thành"] if done else []
        under_way = len(self.models) - done
        return ", ".join([*said, *([f"{under_way} đang làm"] if under_way else [])]) or "chưa có"


def models_map(campaign: Campaign, models: list[PublicModel], *, on: date) -> list[tuple[str, list[Tile]]]:
    """Every unit that takes part with its models (bản đồ mô hình), villages first, in the order of the tree;
    a unit that has ended since is shown while it has models. One query.
    """
    units = {unit.pk: unit for unit in taking_part(campaign.unit, on)}
    units |= {one.unit.pk: one.unit for one in models}
    tiles = [
        Tile(unit, tuple(one for one in models if one.unit.pk == unit.pk))
        for unit in sorted(units.values(), key=lambda unit: unit.path)
    ]
    groups = (
        ("Thôn", [tile for tile in tiles if tile.unit.is_village]),
        ("Cơ quan, đơn vị", [tile for tile in tiles if not tile.unit.is_village]),
    )
    return [(name, found) for name, found in groups if found]
