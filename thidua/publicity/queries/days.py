"""The days everybody may know of (lịch công khai): when campaigns begin and end, what is read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from thidua.campaigns.models import Campaign
from thidua.org.models import Unit
from thidua.publicity.models import AirTime
from thidua.publicity.queries.loudspeaker import public_slots
from thidua.publicity.queries.public import public_campaigns

AHEAD = 7  # days of the loudspeakers
MANY = 60


@dataclass(frozen=True)
class PublicDay:
    """One day of a campaign (mốc công khai)."""

    day: date
    says: str
    campaign: Campaign


def public_days(unit: Unit, *, on: date) -> list[PublicDay]:
    """First and last days of the campaigns and the days they celebrate (mốc của phong trào), from a year ago
    on, in their order.
    """
    found = [
        PublicDay(day, says, campaign)
        for campaign in public_campaigns(unit)
        for day, says in (
            (campaign.starts, "Bắt đầu phong trào"),
            (campaign.ends, "Kết thúc phong trào"),
            (campaign.celebrated_on, "Ngày kỷ niệm"),
        )
        if day is not None and day >= on - timedelta(days=365)
    ]
    return sorted(found, key=lambda one: (one.day, one.says))


def public_readings(unit: Unit, *, on: date) -> QuerySet[AirTime]:
    """What the loudspeakers read in the days to come (lịch phát thanh)."""
    slots = public_slots().filter(unit=unit, state="planned", day__gte=on, day__lt=on + timedelta(days=AHEAD))
    return slots.select_related("broadcast").order_by("day", "hour", "where")[:MANY]
