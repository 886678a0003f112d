"""Where a record behind a figure is looked at (trang của từng dòng số liệu), if the reader may open it."""

from __future__ import annotations

from django.urls import reverse

from thidua.campaigns.models import Campaign
from thidua.org.models import Mandate
from thidua.reports.behind import Line

# kind of line -> the name of its page, and whether the address begins with the campaign.
_PAGES = {
    "registration": ("unit-registration", True),
    "progress": ("unit-progress", True),
    "review": ("unit-review", True),
    "project": ("project", False),
    "replication": ("replication", False),
    "initiative": ("initiative", True),
    "nomination": ("nomination", False),
    "lead": ("lead", False),
    "role_model": ("role-model", False),
    "news": ("news", False),
    "bulletin": ("bulletin", False),
}
_OF_A_UNIT = ("registration", "progress", "review")


def page_of_line(line: Line, campaign: Campaign, mandate: Mandate) -> str:
    """The address of a record, "" where only others may open it: a unit's pages are its own and the launching
    office's, what the office writes is the office's. A list holds only dossiers and leads that may be seen.
    """
    ours = mandate.unit_id == campaign.unit_id
    own = line.kind in _OF_A_UNIT and line.key == mandate.unit.code
    if not (ours or own or line.kind == "nomination"):
        return ""
    name, in_campaign = _PAGES[line.kind]
    return reverse(name, args=[campaign.code, line.key] if in_campaign else [line.key])
