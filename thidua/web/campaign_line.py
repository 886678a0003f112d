"""Where a campaign stands on the line of stages (đợt thi đua đang ở bước nào)."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from thidua.campaigns.models import Campaign
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
LAST = len(STAGES)


def stage_now(campaign: Campaign, *, on: date) -> int:
    """The number of the stage whose desk the work lies on; one more than the last when the campaign is
    closed.
    """
    if campaign.state == "draft":
        return 2
    if campaign.state == "closed":
        return LAST + 1
    states = set(campaign.nominations.values_list("state", flat=True).distinct().order_by())
    at_work = [AT_WORK[state] for state in states if state in AT_WORK]
    if at_work:
        return min(at_work)
    if states:
        return 12 if campaign.decisions.filter(state="issued").exists() else 11
    return _before_nominations(campaign, on=on)


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
