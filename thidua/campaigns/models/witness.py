"""Those who know whether a good deed is true (người biết việc), and what they said."""

from __future__ import annotations

from django.db import models

from thidua.campaigns.models.example import Lead
from thidua.journal.rows import Row
from thidua.org.models import Unit


class Witness(Row):
    """What somebody who knows said of a good deed (ý kiến người biết việc): true, or not as told.

    `who` is the person with the post, as words; `unit` stands when the head of a unit wrote it; `how` says
    how the officer heard it otherwise.
    """

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="witnesses")
    who = models.CharField("người biết việc", max_length=250)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    agrees = models.BooleanField("xác nhận việc có thật")
    remark = models.TextField("nói gì", blank=True)
    how = models.CharField("cách hỏi", max_length=200, blank=True)
    on = models.DateField("ngày")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["lead", "unit"],
                condition=models.Q(unit__isnull=False),
                name="campaigns_one_word_per_unit",
            )
        ]

    def __str__(self) -> str:
        return self.who
