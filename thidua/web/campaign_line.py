"""Where a campaign stands on the line of stages (đợt thi đua đang ở bước nào)."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from thidua.campaigns.models import Campaign
from thidua.org.states import Level
from thidua.web.flow import STAGES

AT_WORK = {
    "draft": 6,
    "submitted": 7,
    "returned": 7,
    "eligible": 8,
    "tabled": 8,
    "passed": 9,
    "presented": 10,
}
UPPER = (Level.DISTRICT, Level.PROVINCE)
ABOVE = 9  # appraised and judged again at a level above: from here that is still the way up
LAST = len(STAGES)


def stage_now(campaign: Campaign, *, on: date) -> int:
    """The number of the stage whose desk the work lies on; one more than the last when the campaign is
    closed.
    """
    if campaign.state == "draft":
        return 2
    if campaign.state == "closed":
        return LAST + 1
    found = set(campaign.nominations.values_list("state", "holder__level").distinct().order_by())
    at_work = [_step(state, level, of=campaign) for state, level in found if state in AT_WORK]
    if at_work:
        return min(at_work)
    return _after_decisions(campaign) if found else _before_nominations(campaign, on=on)


def _step(state: str, level: str, *, of: Campaign) -> int:
    """The stage of a nomination on its way; on the desk of a level above it is still going up."""
    gone_up = level in UPPER and level != of.unit.level
    return max(AT_WORK[state], ABOVE) if gone_up else AT_WORK[state]


def _after_decisions(campaign: Campaign) -> int:
    """Handing over until everybody has the certificate, then the news, then the closing."""
    decided = campaign.nominations.filter(state="decided")
    if decided.exclude(decision_item__certificates__handed_on__isnull=False).exists():
        return 11
    return LAST if campaign.announcements.filter(state="published").exists() else 12


def _before_nominations(campaign: Campaign, *, on: date) -> int:
    if campaign.ends and on > campaign.ends:
        return 6
    due = campaign.deadlines.filter(kind="register").first()
    return 3 if due and on <= due.day else 4


def campaign_line(campaign: Campaign, *, on: date) -> list[dict[str, str]]:
    """The thirteen stages, the one at work marked, each with its page (đường mười ba bước)."""
    now = stage_now(campaign, on=on)
    return [
        {
            "name": stage.name,
            "desk": stage.desk,
            "state": "done" if stage.number < now else "now" if stage.number == now else "next",
            "url": reverse(stage.address, args=[campaign.code]),
        }
        for stage in STAGES
    ]
