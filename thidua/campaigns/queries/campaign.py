"""Doors to campaigns and to plans that were put in (tra cứu đợt thi đua, bản kế hoạch đã tải lên)."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from thidua.campaigns.models import Campaign, PlanIntake
from thidua.org.models import Mandate, Unit
from thidua.org.queries import left_to
from thidua.records.queries.wordings import Words, words_of


def _above(unit: Unit) -> list[str]:
    """The paths of the units above, from the top of the tree."""
    codes = unit.path.rstrip("/").split("/")[:-1]
    return ["/".join(codes[: count + 1]) + "/" for count in range(len(codes))]


def campaigns_visible_to(mandate: Mandate) -> QuerySet[Campaign]:
    """The campaigns a mandate may know of (đợt thi đua được xem): those of its own office, and once they are
    open those launched above it or below it. A draft is seen only in the office that prepares it.
    """
    unit = mandate.unit
    return Campaign.objects.filter(
        left_to(unit)
        | ~Q(state="draft") & (Q(unit__path__in=_above(unit)) | Q(unit__path__startswith=unit.path))
    ).select_related("unit", "plan")


def campaign_words(campaign: Campaign, unit: Unit | None = None) -> Words:
    """The standing sentences of the papers of a campaign (câu mẫu của đợt), as its office had them on its
    first day, or has them now while it has none; `unit` where another level writes.
    """
    return words_of(unit or campaign.unit, on=campaign.starts or date.max)


def dossier_day(campaign: Campaign) -> date | None:
    """The last day on which units hand in their dossiers (hạn nhận hồ sơ), None where none was set."""
    return campaign.deadlines.filter(kind="review").values_list("day", flat=True).first()


def campaign_for(mandate: Mandate, code: str) -> Campaign:
    """The campaign with this code, or `Campaign.DoesNotExist` when the mandate may not know of it."""
    return campaigns_visible_to(mandate).get(code=code)


def campaign_in_full(mandate: Mandate, code: str) -> Campaign:
    """The campaign with everything its plan says (đợt thi đua và nội dung kế hoạch), in a fixed number of
    queries.
    """
    parts = ("contents", "obligations", "groups", "deadlines", "awards__criteria")
    return campaigns_visible_to(mandate).prefetch_related(*parts).get(code=code)


def intake_for(mandate: Mandate, code: str) -> PlanIntake:
    """The plan with this code, or `PlanIntake.DoesNotExist` for anybody outside the office that put it in."""
    return PlanIntake.objects.select_related("unit", "campaign").get(unit=mandate.unit, code=code)


def earlier_campaigns(mandate: Mandate) -> QuerySet[Campaign]:
    """Campaigns whose plan a new one may be written from (đợt trước, kế hoạch cấp trên)."""
    return campaigns_visible_to(mandate).exclude(state="draft")


def intake_of(mandate: Mandate, campaign: Campaign) -> PlanIntake | None:
    """What was read of a campaign's plan, for the office that put it in."""
    return PlanIntake.objects.filter(campaign=campaign, unit=mandate.unit).first()


def unfinished_intakes(mandate: Mandate) -> QuerySet[PlanIntake]:
    """Plans read but not yet made a campaign (kế hoạch đang xem dở)."""
    return PlanIntake.objects.filter(unit=mandate.unit, campaign__isnull=True).order_by("-added_on", "-id")
