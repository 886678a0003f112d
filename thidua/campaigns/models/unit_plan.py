"""A unit's own plan that carries the campaign's plan out: what it does under each content, who, by when."""

from __future__ import annotations

from django.db import models

from thidua.campaigns import states
from thidua.campaigns.models.campaign import Campaign, ContentArea
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Unit


class UnitPlan(Stateful):
    """The own plan of a unit (kế hoạch của đơn vị) that answers the plan of the campaign clause by clause.

    The model it builds is the `ModelProject` it registered. `how` says by which way it came when the officer
    typed it.
    """

    table = states.UNIT_PLAN

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="unit_plans")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="unit_plans")
    aims = models.TextField("mục đích, yêu cầu", blank=True)
    criteria = models.TextField("tiêu chí riêng", blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    submitted_on = models.DateField("ngày gửi", null=True, blank=True)
    remark = models.TextField("ý kiến trả lại", blank=True)

    class Meta:
        ordering = ["unit__path"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "unit"], name="campaigns_one_plan_per_unit")
        ]


class UnitPlanLine(Row):
    """One concrete thing a unit does under a content of the campaign (việc cụ thể): what, who, by when."""

    plan = models.ForeignKey(UnitPlan, on_delete=models.CASCADE, related_name="lines")
    content = models.ForeignKey(ContentArea, on_delete=models.PROTECT, related_name="plan_lines")
    text = models.CharField("việc cụ thể", max_length=500)
    who = models.CharField("ai làm", max_length=200, blank=True)
    due = models.DateField("xong trước ngày", null=True, blank=True)

    class Meta:
        ordering = ["content__order", "id"]

    def __str__(self) -> str:
        return self.text
