"""Who may set the rules of a campaign (quyền đặt quy tắc riêng của đợt)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.campaign import unless_closed
from thidua.law.ruling import Ruling
from thidua.org.models import Mandate
from thidua.org.permissions import may_regulate


def may_set_rules(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate set a rule for the campaign alone (đặt quy tắc riêng)? Who may set those of the office
    that runs it, until the campaign is summed up.
    """
    ruling = may_regulate(mandate, campaign.unit, on=on)
    return unless_closed(ruling, campaign, what="đặt quy tắc riêng của đợt")
