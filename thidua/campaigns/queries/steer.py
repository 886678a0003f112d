"""The changes a campaign has seen (tra cứu gia hạn, tạm dừng, mở lại), and to whom they are told."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from thidua.campaigns.models import Campaign, CampaignChange
from thidua.org.models import Unit
from thidua.org.queries import taking_part


def changes_of(campaign: Campaign) -> QuerySet[CampaignChange]:
    """Every change with its paper, newest first (các lần thay đổi); drafts that were dropped are left out."""
    return campaign.changes.select_related("document").exclude(document__state="cancelled")


def change_on_its_way(campaign: Campaign) -> CampaignChange | None:
    """The change whose paper is not issued yet (văn bản thay đổi đang soạn), None when there is none."""
    return changes_of(campaign).filter(took_effect_on__isnull=True).first()


def suspended_by(campaign: Campaign) -> str:
    """The paper that suspends a campaign now, as cited (văn bản tạm dừng); "" when it is not suspended."""
    if campaign.state != "suspended":
        return ""
    found = changes_of(campaign).filter(kind="suspend", took_effect_on__isnull=False).first()
    return found.document.cited if found else ""


def units_to_inform(campaign: Campaign, *, on: date) -> list[Unit]:
    """Everybody who has the plan or takes part (nơi cần biết), each once."""
    told = {
        one.unit.pk: one.unit
        for one in campaign.deliveries.filter(removed_why="", unit__isnull=False).select_related("unit")
        if one.unit
    }
    return list((told | {unit.pk: unit for unit in taking_part(campaign.unit, on)}).values())
