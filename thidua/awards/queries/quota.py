"""How far the quotas of a campaign are used (chỉ tiêu còn bao nhiêu): counted live, in a fixed number of
queries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from thidua.awards.models import Nomination
from thidua.awards.queries.nomination import GONE
from thidua.campaigns.models import Campaign, OfferedAward, Quota
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.campaigns.queries.quota import quotas_of
from thidua.org.models import Unit

COUNTED = ("cap", "year")


@dataclass(frozen=True)
class Standing:
    """One cap as it stands now (tình hình một chỉ tiêu), for a unit or, with None, for the whole campaign."""

    quota: Quota
    unit: Unit | None
    used: int

    @property
    def limit(self) -> int | None:
        return self.quota.limit

    @property
    def left(self) -> int | None:
        """How many are still free (còn lại), negative when there are too many."""
        return None if self.limit is None else self.limit - self.used

    @property
    def is_over(self) -> bool:
        return self.left is not None and self.left < 0

    @property
    def is_full(self) -> bool:
        return self.left is not None and self.left <= 0

    @property
    def says(self) -> str:
        """The standing in words (còn 2/5 …)."""
        named = what_counts(self.quota)
        if self.left is None:
            return f"{named}: đã đề nghị {self.used}, chưa ghi cơ số để tính mức"
        if self.is_over:
            return f"vượt {-self.left}: đã đề nghị {self.used}/{self.limit} {named}"
        return f"còn {self.left}/{self.limit} {named}"


@dataclass(frozen=True)
class UnitRow:
    """One unit in the table of quotas (chỉ tiêu theo đơn vị): a standing per quota, None where one does not
    hold for it.
    """

    unit: Unit
    standings: tuple[Standing | None, ...]


class Counts:
    """The nominations of a campaign by form, kind and unit (số đã đề nghị), and those of the year: two
    queries at most.
    """

    def __init__(self, campaign: Campaign, *, year: int | None = None) -> None:
        alive = Nomination.objects.exclude(state__in=GONE).order_by()
        self._now = _counter(alive.filter(campaign=campaign), "award_id")
        self._year = (
            _counter(alive.filter(campaign__unit=campaign.unit_id, governed_on__year=year), "award__form")
            if year
            else Counter()
        )

    def of(self, quota: Quota, unit: Unit | None) -> int:
        """How many names a quota counts, in one unit or in all."""
        wanted: object = None
        if quota.award is not None:
            wanted = quota.award.form if quota.kind == "year" else quota.award_id
        counts = self._year if quota.kind == "year" else self._now
        return sum(
            number
            for (award, recipient, of), number in counts.items()
            if wanted in (None, award)
            and quota.recipient in ("", recipient)
            and (unit is None or of == unit.pk)
        )


Key = tuple[object, str, object]


def _counter(found: object, award: str) -> Counter[Key]:
    rows = found.values_list(award, "recipient", "unit_id").annotate(number=Count("pk"))  # type: ignore[attr-defined]
    return Counter({(form, recipient, unit): number for form, recipient, unit, number in rows})


def what_counts(quota: Quota) -> str:
    """The names a quota counts, in few words (Giấy khen xã cho cá nhân)."""
    award = quota.award.title.replace(" của Chủ tịch UBND", "") if quota.award else "đề nghị"
    kinds = dict(RECIPIENT_KINDS)
    return f"{award} cho {kinds.get(quota.recipient, 'tập thể, cá nhân, hộ')}"


def standings(
    campaign: Campaign, unit: Unit | None, *, on: date, quotas: Iterable[Quota] | None = None
) -> list[Standing]:
    """The caps as they stand (chỉ tiêu hiện còn): those that hold for the unit, the common ones counted over
    the whole campaign; without a unit only the common ones. `quotas` are those of the campaign, where they
    are at hand.
    """
    of_campaign = quotas_of(campaign) if quotas is None else quotas
    found = [quota for quota in of_campaign if quota.kind in COUNTED]
    return _standings(found, Counts(campaign, year=_year(found, on)), unit) if found else []


def _year(found: Iterable[Quota], on: date) -> int | None:
    return on.year if any(quota.kind == "year" for quota in found) else None


def _standings(found: Iterable[Quota], counts: Counts, unit: Unit | None) -> list[Standing]:
    if unit is None:
        return [
            Standing(quota, quota.unit, counts.of(quota, quota.unit))
            for quota in found
            if quota.scope in ("all", "unit")
        ]
    mine = ((quota, None if quota.scope == "all" else unit) for quota in found if quota.is_for(unit))
    return [Standing(quota, where, counts.of(quota, where)) for quota, where in mine]


def unit_table(campaign: Campaign, units: Sequence[Unit], *, on: date) -> tuple[list[Quota], list[UnitRow]]:
    """The quotas that hold for single units, and how each unit stands (bảng chỉ tiêu theo đơn vị); units for
    which none holds are left out.
    """
    found = [quota for quota in quotas_of(campaign) if quota.kind in COUNTED and quota.scope != "all"]
    if not found:
        return [], []
    counts = Counts(campaign, year=_year(found, on))
    rows = (UnitRow(unit, tuple(_in_unit(quota, unit, counts) for quota in found)) for unit in units)
    return found, [row for row in rows if any(row.standings)]


def _in_unit(quota: Quota, unit: Unit, counts: Counts) -> Standing | None:
    return Standing(quota, unit, counts.of(quota, unit)) if quota.is_for(unit) else None


def caps_on(award: OfferedAward, recipient: str, unit: Unit, *, on: date) -> list[Standing]:
    """The caps that count one more name of this form, kind and unit (chỉ tiêu liên quan)."""
    return [
        one
        for one in standings(award.campaign, unit, on=on)
        if one.quota.award_id in (None, award.pk) and one.quota.recipient in ("", recipient)
    ]


def once_in_a_life(award: OfferedAward, recipient: str) -> list[Quota]:
    """The quotas by which this form is given only once to anybody (một lần trong đời)."""
    found = quotas_of(award.campaign).filter(kind="once")
    return [one for one in found if one.award_id in (None, award.pk) and one.recipient in ("", recipient)]


def shares_in(quotas: Iterable[Quota]) -> dict[str, Quota]:
    """The shares that a campaign aims at (tỷ lệ nên đạt), by group, among its quotas."""
    return {one.group: one for one in quotas if one.kind == "share"}
