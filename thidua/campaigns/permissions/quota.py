"""Who may set the quotas of a campaign (quyền đặt chỉ tiêu khen thưởng)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.campaign import unless_closed
from thidua.law.ruling import Ruling
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_allot(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate set quotas (đặt chỉ tiêu)? The standing officer of the launching office, until the
    campaign is summed up.
    """
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    return unless_closed(ruling, campaign, what="đặt chỉ tiêu khen thưởng")
