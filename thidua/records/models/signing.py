"""Papers that are signed digitally: each step of the file, and the pictures that signatures show (ký số)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.journal.rows import Row
from thidua.org.models import Person, Unit
from thidua.records.models.filing import OfficialDocument

STEPS = {
    "given": "tệp chờ người ký",
    "head": "đã có chữ ký số của người ký",
    "numbered": "đã ghi số, ngày, chờ cơ quan",
    "organisation": "đã có chữ ký số của cơ quan",
}


class SignedFile(Row):
    """One step of a paper that is signed digitally (tệp ký số): its bytes, whose signature was put there.

    A step that was taken back stays on file with the day (`dropped_on`). `given` and `numbered` are files
    that wait for a signature made outside this program.
    """

    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, related_name="signed_files")
    step = models.CharField("bước", max_length=12, choices=list(STEPS.items()))
    file = models.FileField(upload_to="ky-so/%Y/%m")
    sha256 = models.CharField(max_length=64)
    holder = models.CharField("chủ chứng thư", max_length=250, blank=True)
    issuer = models.CharField("nơi cấp chứng thư", max_length=250, blank=True)
    serial = models.CharField("số hiệu chứng thư", max_length=64, blank=True)
    signed_at = models.DateTimeField("thời điểm ký", null=True)
    outside = models.BooleanField("ký ngoài phần mềm", default=False)
    reason = models.CharField("lý do tên chứng thư khác", max_length=250, blank=True)
    made_on = models.DateField("ngày ghi")
    made_by = models.CharField("người ghi", max_length=250)
    dropped_on = models.DateField("ngày bỏ", null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "step"],
                condition=Q(dropped_on__isnull=True),
                name="records_one_signed_file_per_step",
            )
        ]


class SignatureImage(Row):
    """The picture that a signature shows (ảnh chữ ký, ảnh con dấu): of a person, or the seal of a unit.

    The newest counts. `width_mm` is the real width of a seal.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True)
    file = models.FileField(upload_to="ky-so/anh")
    width_mm = models.DecimalField("chiều rộng (mm)", max_digits=4, decimal_places=1)
    set_on = models.DateField("ngày đặt")
    set_by = models.CharField("người đặt", max_length=250)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["unit", "person"], name="records_signature_image")]
