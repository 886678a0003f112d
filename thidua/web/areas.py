"""What the law leaves to the locality (điều địa phương quyết định): `areas.yaml`, with what stands now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.urls import reverse

from thidua.awards.queries.areas import Stand, last_lines, latest_campaign, stands_of
from thidua.campaigns.models import Campaign
from thidua.journal.models import JournalEntry
from thidua.org.models import Unit
from thidua.records.queries.settings import RuleChange, rule_changes

FILE = Path(__file__).parent / "areas.yaml"
RULE_VERBS = {"confirm_rule", "lift_rule"}


@dataclass(frozen=True)
class Area:
    """One thing the law leaves open (điều để ngỏ): in words, without it, where it is set.

    `places` maps an address (name, name#anchor or name/argument) to its words, `rules` is an area of local
    rules or one of them, `verbs` are the journal's words for a change. Work stops for a `needed` one that is
    not set; `by_law` is only looked at.
    """

    id: str
    group: str
    name: str
    open: str
    default: str
    places: dict[str, str]
    rules: str
    verbs: tuple[str, ...]
    needed: bool
    by_law: bool


@dataclass(frozen=True)
class AreaNow:
    """An area as it stands on a day (điều địa phương quyết định): what holds, where to set it."""

    area: Area
    stand: Stand
    places: tuple[tuple[str, str], ...]
    line: JournalEntry | None

    @property
    def badge(self) -> tuple[str, str]:
        """The state of the area in words and the kind of its badge."""
        if self.area.by_law:
            return "theo luật", "info"
        if self.stand.is_set:
            return "đã đặt", "ok"
        return "chưa đặt", "wait" if self.area.needed else ""


@cache
def areas() -> tuple[Area, ...]:
    """Every area in the order of the page (danh mục)."""
    rows: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        Area(
            id=row["id"],
            group=row["group"],
            name=row["name"],
            open=row["open"],
            default=row["default"],
            places=row.get("places", {}),
            rules=row.get("rules", ""),
            verbs=tuple(row.get("verbs", ())),
            needed=row.get("needed", False),
            by_law=row.get("by_law", False),
        )
        for row in rows
    )


def areas_on(unit: Unit, *, on: date) -> tuple[Campaign | None, list[AreaNow]]:
    """All areas of an office on a day, and the campaign that those set per campaign are shown of."""
    campaign = latest_campaign(unit)
    stands = stands_of(unit, campaign, on=on)
    lines = last_lines(unit, (verb for area in areas() for verb in area.verbs if verb not in RULE_VERBS))
    changes = rule_changes(unit)
    return campaign, [
        AreaNow(
            area,
            stands[area.id],
            tuple((_address(place, campaign), words) for place, words in area.places.items()),
            _last(area, lines, changes),
        )
        for area in areas()
    ]


def _address(place: str, campaign: Campaign | None) -> str:
    """The address of a page; one that belongs to a campaign is the list of campaigns while there is none."""
    name, _, anchor = place.partition("#")
    name, _, argument = name.partition("/")
    if name in ("rankings", "title-offer") or name.startswith("campaign-"):
        return reverse(name, args=[campaign.code]) if campaign else reverse("campaigns")
    address = reverse(name, args=[argument] if argument else [])
    return f"{address}#{anchor}" if anchor else address


def _last(area: Area, lines: dict[str, JournalEntry], changes: list[RuleChange]) -> JournalEntry | None:
    """The last line of the journal that touches the area."""
    found = [lines[verb] for verb in area.verbs if verb in lines]
    own = {each.rules for each in areas()}
    for one in changes:
        rules = one.proposal.id if one.proposal.id in own else one.proposal.area
        if one.line is not None and rules == area.rules:
            found.append(one.line)
    return max(found, key=lambda line: line.number, default=None)
