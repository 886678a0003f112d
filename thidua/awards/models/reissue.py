"""A certificate given anew in place of another (cấp đổi, cấp lại): a row between the two sheets."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from thidua.awards.models.amendment import NameCorrection
from thidua.awards.models.decision import Certificate
from thidua.journal.rows import Row

REASONS = (
    ("lost", "bị mất"),
    ("damaged", "bị hư hỏng"),
    ("misprint", "in sai so với quyết định"),
    ("corrected", "tên đã được đính chính"),
)


class Reissue(Row):
    """One certificate replaced by another (cấp đổi: giấy cũ nộp lại; cấp lại: giấy cũ đã mất).

    `asked_by` is who asked for it and how the office got the request, on `asked_on`.
    """

    old = models.OneToOneField(Certificate, on_delete=models.PROTECT, related_name="replaced_by")
    new = models.OneToOneField(Certificate, on_delete=models.PROTECT, related_name="replaces")
    reason = models.CharField("lý do", max_length=10, choices=REASONS)
    why = models.CharField("cụ thể", max_length=300, blank=True)
    asked_by = models.CharField("người đề nghị", max_length=200)
    asked_on = models.DateField("ngày đề nghị")
    made_on = models.DateField("ngày cấp lại")
    correction = models.ForeignKey(
        NameCorrection, on_delete=models.PROTECT, null=True, related_name="reissues"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(old=F("new")), name="awards_reissue_is_another"),
            models.CheckConstraint(
                condition=Q(reason="corrected", correction__isnull=False)
                | (~Q(reason="corrected") & Q(correction__isnull=True)),
                name="awards_reissue_correction",
            ),
        ]

    @property
    def procedure(self) -> str:
        """What the office calls it: cấp lại when the old sheet is gone, otherwise cấp đổi."""
        return "cấp lại" if self.reason == "lost" else "cấp đổi"
