"""Who is silent (nhịp của phong trào): each unit that owes something, with its last sign of life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.part import participation
from thidua.org.models import Unit


@dataclass(frozen=True)
class Silent:
    """A unit that owes a registration or a report (đơn vị còn im lặng)."""

    unit: Unit
    owes: str
    last_sign: date | None


@dataclass(frozen=True)
class Pulse:
    """How many units move (nhịp): those heard of, all of them, and the silent ones, calmly listed."""

    heard: int
    total: int
    silent: tuple[Silent, ...]


def pulse_of(campaign: Campaign, *, on: date) -> Pulse:
    """The pulse of a campaign (nhịp của phong trào): a unit is heard of when it registered and reported."""
    rows = participation(campaign, on=on)
    silent = tuple(
        Silent(
            row.unit,
            "chưa đăng ký" if not row.has_registered else "chưa báo cáo",
            row.last_report or (row.registration.submitted_on if row.registration else None),
        )
        for row in rows
        if not (row.has_registered and row.has_reported)
    )
    return Pulse(len(rows) - len(silent), len(rows), silent)
