"""Doors to the units' own plans (tra cứu kế hoạch của đơn vị)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from thidua.campaigns.models import Campaign, UnitPlan
from thidua.org.models import Unit
from thidua.org.queries import taking_part


@dataclass(frozen=True)
class PlanOfUnit:
    """One unit and its own plan, if any (đơn vị và kế hoạch)."""

    unit: Unit
    plan: UnitPlan | None
    lines: int

    @property
    def is_sent(self) -> bool:
        return self.plan is not None and self.plan.state in {"submitted", "seen"}


def plans_of(campaign: Campaign, *, on: date) -> list[PlanOfUnit]:
    """Every unit that takes part and its plan, in the order of the tree; two queries for any number."""
    plans = {one.unit_id: one for one in campaign.unit_plans.annotate(how_many=Count("lines"))}
    return [
        PlanOfUnit(unit, plans.get(unit.pk), getattr(plans.get(unit.pk), "how_many", 0))
        for unit in taking_part(campaign.unit, on)
    ]


def plan_of(campaign: Campaign, unit: Unit) -> UnitPlan | None:
    """The own plan of a unit with its lines, None while there is none."""
    found = campaign.unit_plans.filter(unit=unit).select_related("unit", "campaign__unit", "campaign__plan")
    return found.prefetch_related("lines__content").first()
