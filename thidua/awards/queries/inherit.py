"""What an ended unit left undone (việc còn dở của đơn vị đã kết thúc)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from thidua.awards.models import Nomination, Submission
from thidua.campaigns.models import Campaign
from thidua.org.models import Unit

DONE = ("decided", "refused", "withdrawn", "failed")


@dataclass(frozen=True)
class Undone:
    """How many campaigns, dossiers and submissions wait to be taken over (số việc dở)."""

    campaigns: int
    dossiers: int
    submissions: int

    def __bool__(self) -> bool:
        return bool(self.campaigns or self.dossiers or self.submissions)


def undone_of(unit: Unit) -> Undone:
    """Count what an ended unit left undone (đếm việc dở)."""
    here = Q(unit=unit)
    return Undone(
        Campaign.objects.filter(here).exclude(state="closed").count(),
        Nomination.objects.filter(here | Q(holder=unit)).exclude(state__in=DONE).count(),
        Submission.objects.filter(here | Q(to_unit=unit), state="sent").count(),
    )
