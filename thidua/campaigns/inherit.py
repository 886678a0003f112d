"""What an ended unit was running goes to the unit that carries on (chuyển đợt thi đua cho đơn vị kế thừa)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.campaign import may_inherit
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.org.models import Mandate, Unit


@transaction.atomic
def take_over_campaigns(unit: Unit, *, mandate: Mandate, on: date) -> list[Campaign]:
    """Take over the campaigns an ended unit had not summed up (nhận đợt thi đua đang dở) and return them.

    Effects: each belongs to the heir of the unit; what was issued keeps the old name. Raises `Refused` for
    anybody but the standing officer of the heir. Căn cứ: không (quy ước nội bộ) - nghị quyết sắp xếp đơn vị
    hành chính.
    """
    may_inherit(mandate, unit, on=on).require()
    taken = list(Campaign.objects.filter(unit=unit).exclude(state="closed").order_by("id"))
    for campaign in taken:
        campaign.unit = mandate.unit
        keep(campaign, "unit")
        says = f"{mandate.unit.name} nhận đợt thi đua đang dở của {unit.name}."
        write("take_over_campaigns", says, actor=mandate.actor(), on=on, thing=campaign)
    return taken
