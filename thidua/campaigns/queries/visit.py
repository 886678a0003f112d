"""Doors to inspection visits and what they ask for (tra cứu kiểm tra)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from thidua.campaigns.models import Campaign, Inspection, Requirement
from thidua.org.models import Mandate, Unit
from thidua.records.models import Attachment


def inspections_visible_to(mandate: Mandate, campaign: Campaign) -> QuerySet[Inspection]:
    """The visits a mandate may know of (cuộc kiểm tra được xem): all in the launching office, else those to
    the own unit.
    """
    found = campaign.inspections.select_related("unit", "campaign__unit")
    return found if mandate.unit_id == campaign.unit_id else found.filter(unit=mandate.unit)


def with_demands(found: QuerySet[Inspection], *, on: date) -> QuerySet[Inspection]:
    """The visits with how many requirements they left, how many are open and late (yêu cầu còn lại)."""
    counted = found.annotate(
        asked=Count("demands"),
        still=Count("demands", filter=Q(demands__state="open")),
        late=Count("demands", filter=Q(demands__state="open", demands__due__lt=on)),
    )
    return counted.order_by("-day", "unit__path", "id")


def inspection_for(mandate: Mandate, campaign: Campaign, code: str) -> Inspection:
    """One visit, for its own unit and the launching office, else `Inspection.DoesNotExist`."""
    return inspections_visible_to(mandate, campaign).get(code=code)


def demand_for(mandate: Mandate, campaign: Campaign, pk: UUID) -> Requirement:
    """One requirement, for its own unit and the launching office, else `Requirement.DoesNotExist`."""
    found = Requirement.objects.select_related("inspection__unit", "inspection__campaign__unit")
    return found.get(pk=pk, inspection__in=inspections_visible_to(mandate, campaign))


def evidence_of_demands(demands: Iterable[Requirement]) -> dict[UUID, list[Attachment]]:
    """The evidence of each requirement (minh chứng khắc phục); one query for all."""
    keys = [one.pk for one in demands]
    files: dict[UUID, list[Attachment]] = {pk: [] for pk in keys}
    for file in Attachment.objects.filter(about=Requirement._meta.label_lower, about_id__in=keys):
        files[file.about_id].append(file)
    return files


def open_demands(unit: Unit) -> QuerySet[Requirement]:
    """What inspections still ask of a unit (yêu cầu chưa khắc phục), what is due first in front."""
    held = Requirement.objects.filter(
        inspection__unit=unit, state="open", inspection__campaign__state__in=("open", "reviewing")
    )
    return held.select_related("inspection__campaign").order_by("due", "order")
