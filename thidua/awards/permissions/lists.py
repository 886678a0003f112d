"""Who may hand in a whole list of nominees (quyền nhập danh sách đề nghị)."""

from __future__ import annotations

from datetime import date

from thidua.awards.permissions.nomination import UNDER_WAY, may_nominate
from thidua.campaigns.models import Campaign
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act


def may_hand_in(mandate: Mandate, campaign: Campaign, unit: Unit | None, *, on: date) -> Ruling:
    """May this mandate hand in a list (nhập danh sách)? A head for the own unit; the standing officer for
    any, or with `unit` None for several at once.
    """
    if unit is not None:
        return may_nominate(mandate, unit, campaign, on=on)
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    if ruling.is_yes and campaign.state not in UNDER_WAY:
        return no(
            f"Đợt thi đua {campaign.state_says}; không nhận đề nghị khen thưởng.", rule="nominate:campaign"
        )
    return ruling
