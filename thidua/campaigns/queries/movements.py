"""What the plan of a campaign names above it (tra cứu phong trào, chỉ thị cấp trên), and campaigns side by
side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from thidua.campaigns.models import Campaign, ParentMovement
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.org.models import Mandate
from thidua.reading.movements import NamedAbove, movements_in


@dataclass(frozen=True)
class Found:
    """One thing the plan names, and where (chỗ trong kế hoạch): the words and their clause."""

    named: NamedAbove
    said: str
    clause: str


def named_in(campaign: Campaign) -> list[Found]:
    """Every movement, directive and plan named in the contents, duties and grounds, each once, at the first
    place.
    """
    kept: dict[str, Found] = {}
    for said, clause in _passages(campaign):
        for named in movements_in(said, own=f"{campaign.theme} {campaign.title}"):
            kept.setdefault(named.key, Found(named, said, clause))
    return list(kept.values())


def _passages(campaign: Campaign) -> Iterator[tuple[str, str]]:
    yield from ((part, "") for part in campaign.parent_says.split("; ") if part)
    yield from campaign.contents.values_list("text", "clause")
    yield from campaign.obligations.values_list("text", "clause")
    yield from ((str(text), "") for text in (*campaign.purposes, *campaign.requirements))


def movements_of(campaign: Campaign) -> QuerySet[ParentMovement]:
    """What the campaign carries out (phong trào, chỉ thị đợt này thực hiện), those taken off left out."""
    return campaign.movements.filter(removed_why="").select_related("source__unit").order_by("kind", "id")


def movement_for(mandate: Mandate, campaign: Campaign, pk: UUID) -> ParentMovement:
    """One of them, for the launching office, else `ParentMovement.DoesNotExist`."""
    found = ParentMovement.objects.select_related("campaign__unit", "source")
    return found.get(pk=pk, campaign=campaign, campaign__unit=mandate.unit)


def campaigns_beside(mandate: Mandate, campaign: Campaign) -> QuerySet[Campaign]:
    """The other campaigns a movement may be tied to (đợt có ở đây)."""
    return campaigns_visible_to(mandate).exclude(pk=campaign.pk).exclude(state="draft")
