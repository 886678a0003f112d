"""How a criterion is checked (cách đối chiếu tiêu chuẩn): as one of several, or by a number."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.campaigns.models.campaign import Criterion
from thidua.journal.rows import Row


class Measure(Row):
    """What the office made of one criterion (cách đối chiếu): the words of the criterion stay as they are.

    Criteria of one form, group and kind of recipient with the same `choice` stand for one another: one is
    enough. `least` of `counted` ("sáng kiến", "%") must be reached; None where a person judges.
    """

    criterion = models.OneToOneField(Criterion, on_delete=models.CASCADE, related_name="measure")
    choice = models.CharField("nhóm chỉ cần một", max_length=1, blank=True)
    least = models.DecimalField("ít nhất", max_digits=12, decimal_places=2, null=True, blank=True)
    counted = models.CharField("đơn vị tính", max_length=60, blank=True)
    set_by = models.CharField("người ghi", max_length=250)
    set_on = models.DateField("ngày ghi")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(least__isnull=True) | ~Q(counted=""), name="campaigns_measure_counts_something"
            )
        ]
