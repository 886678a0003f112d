"""Campaigns that run at the same time, two by two (các đợt chồng nhau): units, contents, days and people they
share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations

from thidua.awards.models import Nomination
from thidua.campaigns.models import Campaign, ContentArea, ParentMovement
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.org.models import Mandate
from thidua.org.queries import taking_part
from thidua.vietnamese.text import fold

ALIKE = 0.6  # share of words from which two contents ask for the same
MOST = 30


@dataclass(frozen=True)
class Overlap:
    """What two campaigns share (chỗ chồng nhau): days, units, contents alike, movements, people nominated in
    both as (name, address).
    """

    first: Campaign
    second: Campaign
    starts: date | None
    ends: date | None
    units: tuple[str, ...]
    contents: tuple[tuple[ContentArea, ContentArea], ...]
    movements: tuple[str, ...]
    people: tuple[tuple[str, str], ...]

    @property
    def days(self) -> int:
        """How many days both run (số ngày trùng)."""
        return (self.ends - self.starts).days + 1 if self.starts and self.ends else 0


def overlaps_of(mandate: Mandate, *, on: date) -> list[Overlap]:
    """Every two campaigns under way that this mandate sees and that run at the same time, newest first; a
    fixed number of queries but one for the units of each launching office.
    """
    found = campaigns_visible_to(mandate).filter(state__in=("open", "suspended", "reviewing"))
    running = list(found.prefetch_related("contents")[:MOST])
    units = {unit.pk: _names(unit, on) for unit in {one.unit for one in running}}
    movements, people = _movements(running), _people(running)
    pairs = []
    for first, second in combinations(running, 2):
        starts, ends = _both(first, second)
        if starts and ends and starts > ends:
            continue
        pairs.append(Overlap(
            first, second, starts, ends,
            tuple(name for code, name in units[first.unit_id].items() if code in units[second.unit_id]),
            tuple(_alike(first, second)),
            tuple(name for key, name in movements[first.pk].items() if key in movements[second.pk]),
            tuple(sorted(people[first.pk] & people[second.pk])),
        ))  # fmt: skip
    return pairs


def _names(unit: object, on: date) -> dict[object, str]:
    return {one.pk: one.name for one in taking_part(unit, on)}  # type: ignore[arg-type]


def _both(first: Campaign, second: Campaign) -> tuple[date | None, date | None]:
    """From the later beginning to the earlier end; None where neither says."""
    starts = [one for one in (first.starts, second.starts) if one]
    ends = [one for one in (first.ends, second.ends) if one]
    return max(starts, default=None), min(ends, default=None)


def _alike(first: Campaign, second: Campaign) -> Iterable[tuple[ContentArea, ContentArea]]:
    for ours in first.contents.all():
        for theirs in second.contents.all():
            words = SequenceMatcher(a=_words(ours.text), b=_words(theirs.text), autojunk=False)
            if words.quick_ratio() >= ALIKE and words.ratio() >= ALIKE:
                yield ours, theirs


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _movements(campaigns: list[Campaign]) -> dict[object, dict[str, str]]:
    found: dict[object, dict[str, str]] = defaultdict(dict)
    rows = ParentMovement.objects.filter(campaign__in=campaigns, removed_why="")
    for campaign, key, name in rows.values_list("campaign", "key", "name"):
        found[campaign][key] = name
    return found


def _people(campaigns: list[Campaign]) -> dict[object, set[tuple[str, str]]]:
    """Who is nominated in each, by the record and not by the name alone; as the papers name them."""
    rows = Nomination.objects.filter(campaign__in=campaigns).exclude(state="withdrawn").values_list(
        "campaign", "person", "collective", "household", "name", "unit__name"
    )  # fmt: skip
    named: dict[object, tuple[str, str]] = {}
    found: dict[object, set[object]] = defaultdict(set)
    for campaign, person, collective, household, name, unit in rows:
        record = person or collective or household
        named.setdefault(record, (name, unit))
        found[campaign].add(record)
    return defaultdict(set, {key: {named[one] for one in kept} for key, kept in found.items()})
