"""The steps in which a plan was gone over, kept so that each can be taken back (các bước xem lại)."""

from __future__ import annotations

from django.db import models

from thidua.campaigns.models.campaign import PlanIntake
from thidua.journal.rows import Row


class PlanStep(Row):
    """One step of going over a plan (bước xem lại): who did what, and what stood there before.

    Steps of one click share `batch`, the number of its first step. `changes` holds the proposals as they
    were: `{"pk", "value", "state", "step"}`, or only `pk` for one that was added. A corrected boundary keeps
    everything: `before` has the reading, stretches and boundaries, `changes` whole rows.
    """

    intake = models.ForeignKey(PlanIntake, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField("bước")
    batch = models.PositiveIntegerField("lần bấm")
    says = models.CharField("việc đã làm", max_length=300)
    by = models.CharField("người làm", max_length=250)
    on = models.DateField("ngày")
    changes = models.JSONField("trước đó", default=list)
    before = models.JSONField("bản đọc trước đó", default=dict)
    is_undone = models.BooleanField("đã hoàn tác", default=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["intake", "number"], name="campaigns_one_number_per_step")
        ]
