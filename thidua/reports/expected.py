"""Whether what the plan expects is there (yêu cầu của kế hoạch đạt hay chưa): counted from the data, with the
names of those who owe.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Count

from thidua.campaigns.models import Campaign, Expectation
from thidua.org.models import Unit
from thidua.org.queries import taking_part
from thidua.publicity.models import AirTime

PerUnit = dict[UUID, int]
# Whose work it is where no single unit owes it.
WHO = {
    "news": "công chức văn hóa",
    "broadcasts": "công chức văn hóa",
    "role_models": "Thường trực Hội đồng",
}


@dataclass(frozen=True)
class Kept:
    """One expectation and what is there (một yêu cầu và số đã có): `owing` are the units below their number,
    empty when it counts for the campaign as a whole; of models also those that have none under way.
    `coming`: how many are under way and not done.
    """

    expectation: Expectation
    count: int
    needed: int
    owing: tuple[Unit, ...] = ()
    coming: int = 0

    @property
    def is_met(self) -> bool:
        """True when the data show it, or the officer has acknowledged it with evidence (đạt)."""
        return self.expectation.state == "settled" or self.count >= self.needed

    @property
    def says(self) -> str:
        """How far it is, as words (số đã có trên số cần)."""
        if self.expectation.per == "campaign" or self.expectation.counts in TOTALS:
            there = f"đã có {self.count:02}" if self.count else "chưa có"
            coming = f", {self.coming:02} đang làm" if self.coming else ""
            return f"{there}{coming}, cần ít nhất {self.needed:02}"
        coming = f", {self.coming} nơi đang làm" if self.coming else ""
        return f"{self.count} trên {self.needed} nơi đã đạt{coming}"

    @property
    def owed_by(self) -> list[str]:
        """Who owes it, by name (ai nợ): the units below their number, or whose work it is in the office."""
        if self.is_met:
            return []
        names = [unit.in_sentence for unit in self.owing]
        return names or [WHO.get(self.expectation.counts, "các đơn vị")]


def expected_of(campaign: Campaign, *, on: date) -> list[Kept]:
    """Every expectation that still counts, with what is there (các yêu cầu của kế hoạch); a fixed number of
    queries.
    """
    wanted = list(campaign.expectations.exclude(state="withdrawn").select_related("obligation"))
    units = list(taking_part(campaign.unit, on)) if wanted else []
    per_unit = {counts: PER_UNIT[counts](campaign) for counts in {one.counts for one in wanted} & {*PER_UNIT}}
    totals = {counts: TOTALS[counts](campaign) for counts in {one.counts for one in wanted} & {*TOTALS}}
    kept = [_kept(one, units, per_unit.get(one.counts, {}), totals.get(one.counts, 0)) for one in wanted]
    if "projects" not in per_unit:
        return kept
    coming = _by_unit("model_projects", stage="building")(campaign)
    done = per_unit["projects"]
    return [
        _with_coming(one, units, done, coming) if one.expectation.counts == "projects" else one
        for one in kept
    ]


def _with_coming(kept: Kept, units: list[Unit], done: PerUnit, coming: PerUnit) -> Kept:
    """A model takes months: who has one under way owes it all the same, but is not silent."""
    if kept.expectation.per == "campaign":
        without = tuple(unit for unit in units if not done.get(unit.pk) and not coming.get(unit.pk))
        return replace(kept, owing=without, coming=sum(coming.values()))
    return replace(kept, coming=sum(unit.pk in coming for unit in kept.owing))


def _kept(one: Expectation, units: list[Unit], per_unit: PerUnit, total: int) -> Kept:
    if one.counts in TOTALS:
        return Kept(one, total, one.needed)
    if one.per == "campaign":
        return Kept(one, sum(per_unit.values()), one.needed)
    meant = [unit for unit in units if one.per == "unit" or unit.is_village == (one.per == "village")]
    owing = tuple(unit for unit in meant if per_unit.get(unit.pk, 0) < one.needed)
    return Kept(one, len(meant) - len(owing), len(meant), owing)


def _by_unit(name: str, **state: object) -> Callable[[Campaign], PerUnit]:
    """How many of a kind each unit has in a campaign."""

    def count(campaign: Campaign) -> PerUnit:
        rows = getattr(campaign, name).filter(**state).order_by()
        return dict(rows.values_list("unit").annotate(many=Count("pk")))

    return count


def _sent(campaign: Campaign) -> PerUnit:
    """The nominations each unit has sent; a withdrawn one is none."""
    rows = campaign.nominations.exclude(state__in=UNSENT).order_by()
    return dict(rows.values_list("unit").annotate(many=Count("pk")))


def _published(name: str) -> Callable[[Campaign], int]:
    def count(campaign: Campaign) -> int:
        return int(getattr(campaign, name).filter(state="published").count())

    return count


def _aired(campaign: Campaign) -> int:
    return AirTime.objects.filter(broadcast__campaign=campaign, state="aired").count()


UNSENT = ("draft", "withdrawn")
PER_UNIT: dict[str, Callable[[Campaign], PerUnit]] = {
    "projects": _by_unit("model_projects", stage="done"),
    "registrations": _by_unit("registrations", state__in=("submitted", "accepted")),
    "reports": _by_unit("progress"),
    "reviews": _by_unit("unit_reviews", state="submitted"),
    "nominations": _sent,
}
TOTALS: dict[str, Callable[[Campaign], int]] = {
    "news": _published("announcements"),
    "broadcasts": _aired,
    "role_models": _published("role_models"),
}
