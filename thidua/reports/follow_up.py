"""How the council followed a campaign up (theo dõi, đôn đốc, kiểm tra): sentences and rows of its reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from thidua.campaigns.models import Campaign, Reminder, Requirement
from thidua.reports.pulse import Pulse, pulse_of


def letters_of(campaign: Campaign) -> int:
    """How many reminder letters were drafted (số công văn đôn đốc)."""
    return campaign.reminders.filter(document__isnull=False).values("document").distinct().count()


def followed_up(campaign: Campaign) -> Iterator[str]:
    """What was done besides letters, as sentences (nhắc trực tiếp, kiểm tra); nothing where nothing was."""
    counted = Counter(campaign.reminders.exclude(way="letter").order_by().values_list("way", flat=True))
    if counted:
        ways = ", ".join(f"{says} {counted[way]:02}" for way, says in Reminder.WAYS if counted[way])
        yield f"Ngoài công văn, đã nhắc trực tiếp {counted.total():02} lượt đơn vị ({ways})."
    held = campaign.inspections.filter(state="held").count()
    if held:
        states = Counter(
            Requirement.objects.filter(inspection__campaign=campaign)
            .order_by()
            .values_list("state", flat=True)
        )
        yield (
            f"Đã kiểm tra {held:02} cuộc; ra {states.total():02} yêu cầu, "
            f"đơn vị đã khắc phục {states['done']:02}."
        )


def pulse_says(campaign: Campaign, *, on: date) -> Iterator[str]:
    """Which units move and which are silent, as sentences (nhịp của phong trào)."""
    found = pulse_of(campaign, on=on)
    if not found.units:
        return
    yield (
        f"Đến ngày báo cáo, {found.heard:02} trên {found.total:02} đơn vị có tin trong "
        f"{found.quiet_days} ngày gần nhất."
    )
    if found.silent:
        yield f"Đơn vị cần giúp, đã lâu chưa có tin: {_named(found)}."


def _named(found: Pulse) -> str:
    return ", ".join(one.unit.in_sentence for one in found.silent)
