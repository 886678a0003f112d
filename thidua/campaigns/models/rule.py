"""What a campaign sets for itself where the law leaves it open (quy tắc riêng của đợt)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.campaigns.models.campaign import Campaign
from thidua.journal.rows import Row


class CampaignRule(Row):
    """A local rule with a value for one campaign alone (quy tắc riêng của đợt), never rewritten: a change
    ends it and makes another. Without one the rule of the office holds.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="own_rules")
    rule = models.CharField("quy tắc", max_length=60)
    value = models.CharField("giá trị", max_length=60)
    paper = models.CharField("theo văn bản", max_length=250)
    set_by = models.CharField("người đặt", max_length=250)
    set_on = models.DateField("áp dụng từ ngày")
    ended_by = models.CharField("người thôi áp dụng", max_length=250, blank=True)
    ended_on = models.DateField("thôi áp dụng từ", null=True)

    class Meta:
        ordering = ["rule", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "rule"],
                condition=Q(ended_on__isnull=True),
                name="campaigns_one_open_own_rule",
            )
        ]
