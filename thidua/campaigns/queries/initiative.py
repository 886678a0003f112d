"""Doors to initiatives, and what the closing report counts of them (tra cứu sáng kiến)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from thidua.campaigns.models import Campaign, Initiative, InitiativeUse
from thidua.org.models import Mandate, Person, Unit
from thidua.org.queries import left_to
from thidua.vietnamese.text import fold


def initiatives_visible_to(mandate: Mandate, campaign: Campaign) -> QuerySet[Initiative]:
    """The initiatives a mandate may know of (sáng kiến được xem): all in the launching office; a unit sees
    its own and those recognised, which it may take over.
    """
    found = campaign.initiatives.select_related("unit", "campaign__unit")
    if mandate.unit_id == campaign.unit_id:
        return found
    return found.filter(left_to(mandate.unit) | Q(state="recognised"))


def initiatives_of(
    mandate: Mandate, campaign: Campaign, *, state: str = "", words: str = ""
) -> QuerySet[Initiative]:
    """Those, in one state when given, found by any words, with their authors and how many units apply them
    (danh sách sáng kiến); a fixed number of queries.
    """
    found = initiatives_visible_to(mandate, campaign)
    if state:
        found = found.filter(state=state)
    if words.strip():
        found = found.filter(folded__contains=fold(words.strip()))
    counted = found.annotate(places=Count("uses", distinct=True)).prefetch_related("authors__person")
    return counted.order_by("-noted_on", "-id")


def initiative_for(mandate: Mandate, campaign: Campaign, code: str) -> Initiative:
    """One initiative, or `Initiative.DoesNotExist` for who may not know of it."""
    return initiatives_visible_to(mandate, campaign).get(code=code)


def uses_of(initiative: Initiative) -> QuerySet[InitiativeUse]:
    """The units that apply an initiative (nơi áp dụng), the first in front."""
    return initiative.uses.select_related("unit")


def authors_within(unit: Unit) -> QuerySet[Person]:
    """Who of a unit may be an author (người của đơn vị), merged records left out."""
    return Person.objects.filter(left_to(unit), same_as=None).order_by("sort_key")


def initiatives_by(people: Iterable[UUID]) -> QuerySet[Initiative]:
    """What these people thought of (sáng kiến của một người, mọi hồ sơ của người ấy), newest first."""
    found = Initiative.objects.filter(authors__person__in=list(people)).exclude(state="dropped").distinct()
    return found.select_related("campaign", "unit").order_by("-noted_on", "-id")


def initiatives_from(unit: Unit) -> QuerySet[Initiative]:
    """What a unit thought of (sáng kiến của đơn vị), newest first."""
    found = Initiative.objects.filter(left_to(unit)).exclude(state="dropped")
    return found.select_related("campaign", "unit").order_by("-noted_on", "-id")


@dataclass(frozen=True)
class InitiativeCount:
    """What a report says of the initiatives of a campaign (số liệu sáng kiến)."""

    noted: int
    recognised: int
    places: int


def initiative_count(campaign: Campaign) -> InitiativeCount:
    """How many initiatives were noted and recognised, how many units apply one (số liệu sáng kiến)."""
    kept = campaign.initiatives.exclude(state="dropped")
    counts = kept.aggregate(noted=Count("pk"), recognised=Count("pk", filter=Q(state="recognised")))
    places = InitiativeUse.objects.filter(initiative__in=kept).values("unit").distinct().count()
    return InitiativeCount(counts["noted"], counts["recognised"], places)
