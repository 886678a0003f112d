"""What an issued correction or revocation changes (đính chính, hủy bỏ): rows beside the decision, which
itself stays as it was issued.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.awards.models.decision import DecisionItem
from thidua.journal.rows import Row
from thidua.records.models import OfficialDocument


class Revocation(Row):
    """One recipient whose award a paper cancels (hủy bỏ khen thưởng), in force from `day`, the day of that
    issued paper; while it is a draft there is no day and the award stands.

    `paid` is what had been paid out on that day and is to be given back, in đồng.
    """

    item = models.ForeignKey(DecisionItem, on_delete=models.PROTECT, related_name="revocations")
    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, related_name="revocations")
    reason = models.TextField("lý do")
    day = models.DateField("hủy bỏ từ ngày", null=True)
    paid = models.PositiveIntegerField("phải thu hồi (đồng)", default=0)

    class Meta:
        ordering = ["item__order"]
        constraints = [
            models.UniqueConstraint(fields=["document", "item"], name="awards_revoked_once_in_a_paper"),
            models.UniqueConstraint(
                fields=["item"], condition=Q(day__isnull=False), name="awards_revoked_once"
            ),
        ]


class NameCorrection(Row):
    """The right name of one recipient by a correction (đính chính tên), in force from `day`, the day of that
    issued paper; later certificates and lists read it, the decision keeps what it said.
    """

    item = models.ForeignKey(DecisionItem, on_delete=models.PROTECT, related_name="name_corrections")
    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, related_name="name_corrections")
    said = models.CharField("đã ghi", max_length=250)
    right = models.CharField("đính chính là", max_length=250)
    day = models.DateField("đính chính từ ngày", null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "item"], name="awards_name_corrected_once_in_a_paper")
        ]
