"""Papers, their books of numbers and their files (văn bản, sổ đăng ký, tệp đính kèm)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.journal.rows import Row, Stateful
from thidua.org.models import Mandate, Person, Unit
from thidua.records import states


class Attachment(Row):
    """A file somebody put in (tệp đính kèm), kept by its content: name as given, SHA-256, size in bytes.

    `about` and `about_id` say what it belongs to, e.g. ("campaigns.progressentry", key).
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=60)
    about_id = models.UUIDField(db_index=True)
    purpose = models.CharField("dùng làm", max_length=40, blank=True)
    name = models.CharField("tên tệp", max_length=200)
    kind = models.CharField("loại tệp", max_length=80)
    size = models.PositiveIntegerField("cỡ (byte)")
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to="dinh-kem/%Y/%m")
    added_on = models.DateField("ngày thêm")
    added_by = models.CharField("người thêm", max_length=200)

    class Meta:
        ordering = ["id"]


class NumberBook(Row):
    """A book of numbers (sổ đăng ký văn bản đi): one series per unit, year and set of kinds.

    `kinds` are kinds of papers ("*" for all); a council has its own book and symbol. Căn cứ: Điều 15 Nghị
    định 30/2020/NĐ-CP.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="books")
    year = models.PositiveSmallIntegerField("năm")
    name = models.CharField("tên sổ", max_length=120)
    series = models.CharField(
        "loại sổ", max_length=20,
        choices=[("office", "của cơ quan"), ("council", "của Hội đồng"), ("copy", "đăng ký bản sao")],
    )  # fmt: skip
    kinds = models.JSONField("loại văn bản", default=list)
    suffix = models.CharField("ký hiệu cơ quan", max_length=40)
    next_number = models.PositiveIntegerField("số tiếp theo", default=1)

    class Meta:
        ordering = ["unit__path", "-year", "name"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "name"], name="records_one_book_per_name")
        ]

    def __str__(self) -> str:
        return f"{self.name} năm {self.year}"


class OfficialDocument(Stateful):
    """A paper (văn bản): draft, for signature, signed, numbered, issued; once issued it is frozen for good.

    `origin` tells whether we lay it out ("ours") or it was issued elsewhere and its file is the original
    ("original"). `content` is `paper.Document` as JSON; DOCX and PDF are frozen with their SHA-256 at issue.
    """

    table = states.DOCUMENT

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="documents", verbose_name="cơ quan ban hành"
    )
    code = models.CharField("mã", max_length=12, unique=True)
    kind = models.CharField(
        "loại", max_length=20, choices=[(k, v[0] or "CÔNG VĂN") for k, v in states.KINDS.items()]
    )
    purpose = models.CharField("dùng để", max_length=40)
    about = models.CharField(max_length=60, blank=True)
    about_id = models.UUIDField(null=True, db_index=True)
    series = models.CharField(max_length=20, default="office")
    origin = models.CharField(
        max_length=10, choices=[("ours", "soạn ở đây"), ("original", "đã ban hành sẵn")], default="ours"
    )
    subject = models.TextField("trích yếu")
    content = models.JSONField("nội dung", null=True)
    drafted_by = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+", null=True)
    drafted_on = models.DateField("ngày soạn")
    signer = models.ForeignKey(
        Mandate, on_delete=models.PROTECT, related_name="+", null=True, verbose_name="người ký"
    )
    signed_on = models.DateField("ngày ký", null=True)
    remark = models.TextField("ý kiến trả lại", blank=True)
    book = models.ForeignKey(NumberBook, on_delete=models.PROTECT, null=True, related_name="documents")
    number = models.PositiveIntegerField("số", null=True)
    number_text = models.CharField("số, ký hiệu", max_length=60, blank=True)
    day = models.DateField("ngày văn bản", null=True)
    issued_on = models.DateField("ngày phát hành", null=True)
    signer_words = models.CharField("người ký (trên văn bản)", max_length=200, blank=True)
    docx = models.FileField(upload_to="van-ban/%Y/%m", null=True)
    pdf = models.FileField(upload_to="van-ban/%Y/%m", null=True)
    docx_sha256 = models.CharField(max_length=64, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    scan = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, related_name="+")
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")

    class Meta:
        ordering = ["-drafted_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["book", "number"],
                condition=Q(number__isnull=False, book__isnull=False),
                name="records_one_number_per_book",
            ),
            models.CheckConstraint(
                condition=Q(number_text="", day__isnull=True) | ~Q(number_text="") & Q(day__isnull=False),
                name="records_number_and_day_together",
            ),
        ]
        indexes = [models.Index(fields=["unit", "state"], name="records_unit_state")]

    def __str__(self) -> str:
        return self.subject

    @property
    def cited(self) -> str:
        """As a paper cites it the first time (viện dẫn lần đầu): type, number, day, issuer and summary.

        Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.b.
        """
        from thidua.vietnamese.dates import long_date

        name = (states.KINDS[self.kind][0] or "Công văn").capitalize()
        dated = f" số {self.number_text} {long_date(self.day)}" if self.number_text and self.day else ""
        return f"{name}{dated} của {self.unit.name} {self.subject[:1].lower()}{self.subject[1:]}"

    @property
    def title(self) -> str:
        """Type, number and day as one cites it (e.g. “Kế hoạch số 12/KH-UBND ngày 15/3/2023”)."""
        from thidua.vietnamese.dates import vn_date

        name = (states.KINDS[self.kind][0] or "Công văn").capitalize()
        if not self.number_text or self.day is None:
            return f"{name} (chưa có số)"
        return f"{name} số {self.number_text} ngày {vn_date(self.day)}"


class Clause(Row):
    """A numbered clause of a paper (điều khoản của văn bản), e.g. `V.2.1.2.a`; others point to it as their
    ground.
    """

    document = models.ForeignKey(OfficialDocument, on_delete=models.CASCADE, related_name="clauses")
    label = models.CharField("mục", max_length=60)
    text = models.TextField("nội dung")
    position = models.PositiveIntegerField("thứ tự")

    class Meta:
        ordering = ["position"]


class Withheld(Row):
    """A person who may not read a paper before it is issued (chưa được xem bản soạn): it tells what
    that person took no part in.
    """

    document = models.ForeignKey(OfficialDocument, on_delete=models.CASCADE, related_name="withheld")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "person"], name="records_withheld_once"),
        ]
