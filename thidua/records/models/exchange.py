"""Exchange with offices that run an installation of their own (trao đổi gói hồ sơ, edXML)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.journal.rows import Row
from thidua.org.models import Unit
from thidua.records.models.filing import OfficialDocument


class Partner(Row):
    """An office with an installation of its own (đơn vị trao đổi) and the public key by which it seals.

    `unit` exchanges with it; `office` is the row that stands for it here, `their_id` its key over there.
    The key counts from the day a person compared it (`confirmed_on`); another key is another row.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="partners")
    office = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="cơ quan")
    their_id = models.UUIDField("mã ở nơi gửi")
    key_id = models.CharField("số hiệu khóa", max_length=16)
    public = models.CharField("khóa công khai", max_length=64)
    added_on = models.DateField("ngày khai")
    added_by = models.CharField("người khai", max_length=250)
    confirmed_on = models.DateField("ngày đối chiếu", null=True)
    confirmed_by = models.CharField("người đối chiếu", max_length=250, blank=True)
    confirmed_how = models.CharField("đối chiếu bằng cách", max_length=250, blank=True)
    ended_on = models.DateField("thôi dùng từ ngày", null=True)
    ended_why = models.CharField("lý do thôi dùng", max_length=250, blank=True)

    class Meta:
        ordering = ["office__path", "-added_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "their_id"],
                condition=Q(ended_on__isnull=True, confirmed_on__isnull=False),
                name="records_one_confirmed_key",
            ),
            models.UniqueConstraint(
                fields=["unit", "their_id", "key_id"],
                condition=Q(ended_on__isnull=True),
                name="records_partner_key_once",
            ),
        ]

    @property
    def is_confirmed(self) -> bool:
        """True while the key counts (khóa đã đối chiếu, còn dùng)."""
        return self.confirmed_on is not None and self.ended_on is None


class Package(Row):
    """A package file that was sent or taken in (gói hồ sơ), kept as it is; its key is the one in the file.

    `digest` is the SHA-256 of its tag manifest: what the seal covers, and what an answer names. `subject_id`
    is the key of the submission it is about; `data` counts how often each nomination was sent.
    """

    KINDS = [
        ("submission", "gói trình"),
        ("supplement", "gói bổ sung"),
        ("withdrawal", "gói xin rút hồ sơ"),
        ("amendment", "gói đính chính, hủy bỏ"),
        ("receipt", "giấy tiếp nhận"),
        ("return", "gói trả lại để bổ sung"),
        ("answer", "gói trả lời"),
    ]

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="packages")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="packages")
    direction = models.CharField(max_length=10, choices=[("sent", "gửi đi"), ("received", "nhận về")])
    kind = models.CharField("loại gói", max_length=12, choices=KINDS)
    subject_id = models.UUIDField(db_index=True)
    answers = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    digest = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField("cỡ (byte)")
    file = models.FileField(upload_to="goi/%Y/%m")
    data = models.JSONField(default=dict)
    note = models.TextField("ghi chú", blank=True)
    on = models.DateField("ngày")
    by = models.CharField("người lập, người tiếp nhận", max_length=250)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["unit", "subject_id"], name="records_package_subject")]


class OrganCode(Row):
    """The identifier of a body on the national exchange axis (mã định danh), as its own paper gives it.

    Căn cứ: Quyết định 20/2020/QĐ-TTg; none is ever made up here.
    """

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="organ_code")
    code = models.CharField("mã định danh", max_length=35, unique=True)
    paper = models.CharField("theo văn bản", max_length=250, blank=True)
    set_on = models.DateField("ngày ghi")
    set_by = models.CharField("người ghi", max_length=250)


class Envelope(Row):
    """An edXML message that was taken in or written (bản tin edXML), kept as it is beside its paper.

    `document_code` is its DocumentId, "" where the sender left it out; a status message has its `status`.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="envelopes")
    direction = models.CharField(max_length=10, choices=[("sent", "gửi đi"), ("received", "nhận về")])
    document = models.ForeignKey(
        OfficialDocument, on_delete=models.PROTECT, null=True, related_name="envelopes"
    )
    document_code = models.CharField("mã văn bản", max_length=120, blank=True)
    organ = models.CharField("mã cơ quan kia", max_length=60, blank=True)
    status = models.CharField("trạng thái", max_length=2, blank=True)
    says = models.TextField("nội dung", blank=True)
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to="edxml/%Y/%m")
    on = models.DateField("ngày")
    by = models.CharField("người lập, người nhận", max_length=250)

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "direction", "sha256"], name="records_envelope_once")
        ]
