"""Copies of issued papers, and attached files that are signed apart (bản sao, phụ lục tách rời ký số)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.journal.rows import Row
from thidua.org.models import Mandate, Unit
from thidua.records.models.filing import NumberBook, OfficialDocument

FORMS = {"sao_y": ("SAO Y", "SY"), "sao_luc": ("SAO LỤC", "SL"), "trich_sao": ("TRÍCH SAO", "TrS")}
MEDIA = {"paper": "bản giấy", "electronic": "bản điện tử"}


class PaperCopy(Row):
    """A copy of an issued paper (bản sao y, sao lục, trích sao): its file is frozen when it is made.

    One on paper has a number in the book of copies and who signs it; an electronic one has the digital
    signature of the office instead. `excerpt` are the marks of the blocks that an extract keeps, `of_copy`
    names the copy that a sao lục is made from. A wrong one is cancelled, its number is not given again.
    """

    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, related_name="copies")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    code = models.CharField("mã", max_length=12, unique=True)
    form = models.CharField(
        "hình thức sao", max_length=10, choices=[(key, one[0]) for key, one in FORMS.items()]
    )
    medium = models.CharField("định dạng", max_length=10, choices=list(MEDIA.items()))
    of_copy = models.CharField("bản sao y làm căn cứ", max_length=200, blank=True)
    excerpt = models.JSONField("phần được trích", default=list)
    book = models.ForeignKey(NumberBook, on_delete=models.PROTECT, null=True, related_name="copies")
    number = models.PositiveIntegerField("số", null=True)
    number_text = models.CharField("số, ký hiệu", max_length=60, blank=True)
    day = models.DateField("ngày sao")
    signer = models.ForeignKey(Mandate, on_delete=models.PROTECT, null=True, related_name="+")
    signer_words = models.CharField("người ký", max_length=200, blank=True)
    recipients = models.JSONField("nơi nhận", default=list)
    file = models.FileField(upload_to="ban-sao/%Y/%m")
    sha256 = models.CharField(max_length=64)
    holder = models.CharField("chủ chứng thư", max_length=250, blank=True)
    issuer = models.CharField("nơi cấp chứng thư", max_length=250, blank=True)
    serial = models.CharField("số hiệu chứng thư", max_length=64, blank=True)
    signed_at = models.DateTimeField("thời điểm ký", null=True)
    made_on = models.DateField("ngày ghi")
    made_by = models.CharField("người ghi", max_length=250)
    cancelled_on = models.DateField("ngày hủy", null=True)
    cancelled_why = models.CharField("lý do hủy", max_length=250, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="records_one_number_per_copy"),
            models.CheckConstraint(
                condition=Q(medium="paper", number__isnull=False, signer__isnull=False, signed_at=None)
                | Q(medium="electronic", number=None, signer=None, signed_at__isnull=False),
                name="records_copy_is_signed_one_way",
            ),
        ]
        indexes = [models.Index(fields=["unit", "-day"], name="records_copies_of_unit")]

    @property
    def title(self) -> str:
        """How the copy is called (tên bản sao): “Sao y số 03/SY-UBND”."""
        name = FORMS[self.form][0].capitalize()
        return f"{name} số {self.number_text}" if self.number_text else f"{name} điện tử"


class SeparateAppendix(Row):
    """An attached file that lies apart from its paper and is signed by the office (phụ lục tách rời ký số).

    The paper itself bears both digital signatures; `title` says what the file is.
    """

    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, related_name="signed_appendices")
    title = models.CharField("tên phụ lục", max_length=200)
    file = models.FileField(upload_to="ky-so/phu-luc/%Y/%m")
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
