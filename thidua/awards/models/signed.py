"""Certificates that are signed digitally (giấy khen ký số): each step of the file."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.awards.models.decision import Certificate
from thidua.journal.rows import Row

STEPS = {"head": "đã có chữ ký số của người ký", "organisation": "đã có chữ ký số của cơ quan"}


class SignedCertificate(Row):
    """One step of a certificate that is signed digitally (giấy khen ký số): its bytes, whose signature was
    put there. A signature that was taken back stays on file with the day (`dropped_on`).
    """

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="signed_files")
    step = models.CharField("bước", max_length=12, choices=list(STEPS.items()))
    file = models.FileField(upload_to="ky-so/giay/%Y/%m")
    sha256 = models.CharField(max_length=64)
    holder = models.CharField("chủ chứng thư", max_length=250)
    issuer = models.CharField("nơi cấp chứng thư", max_length=250, blank=True)
    serial = models.CharField("số hiệu chứng thư", max_length=64, blank=True)
    signed_at = models.DateTimeField("thời điểm ký")
    reason = models.CharField("lý do tên chứng thư khác", max_length=250, blank=True)
    made_on = models.DateField("ngày ghi")
    made_by = models.CharField("người ghi", max_length=250)
    dropped_on = models.DateField("ngày bỏ", null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "step"],
                condition=Q(dropped_on__isnull=True),
                name="awards_one_signed_certificate_per_step",
            )
        ]
