"""Who may put the nominees of a group in order (quyền chấm điểm, xếp hạng)."""

from __future__ import annotations

from datetime import date

from thidua.awards.permissions.nomination import UNDER_WAY
from thidua.campaigns.models import Campaign
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_rank(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate set the table, score and place (chấm điểm, xếp hạng)? The standing officer of the
    launching office, until the campaign is closed.
    """
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    if ruling.is_yes and campaign.state not in UNDER_WAY:
        return no(f"Đợt thi đua {campaign.state_says}; không chấm điểm, xếp hạng nữa.", rule="rank:campaign")
    return ruling
