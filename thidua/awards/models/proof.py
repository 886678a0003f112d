"""Who has read a line of a draft decision against the identity record (đọc soát dự thảo quyết định)."""

from __future__ import annotations

from django.db import models

from thidua.awards.models.decision import Decision
from thidua.awards.models.nomination import Nomination
from thidua.journal.rows import Row


class ProofReading(Row):
    """One line read and found right (đã đọc soát), as it stood: `mark` seals what was shown side by side.

    When the line or the record changes the mark no longer fits, and only that line is read anew.
    """

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="readings")
    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="readings")
    mark = models.CharField(max_length=64)
    read_by = models.CharField("người đọc soát", max_length=250)
    read_on = models.DateField("ngày đọc soát")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "nomination", "mark"], name="awards_one_proof_reading"
            )
        ]
