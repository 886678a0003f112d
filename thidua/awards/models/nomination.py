"""Who is put forward, with the dossier, and what the appraisal found (đề nghị, hồ sơ, thẩm định)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.awards import states
from thidua.campaigns.models import Campaign, Criterion, OfferedAward
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Collective, Household, Person, Unit
from thidua.records.models import OfficialDocument
from thidua.vietnamese.text import fold, name_sort_key

VERDICTS = [("yes", "đạt"), ("no", "không đạt"), ("judge", "cần người xem xét")]


class Nomination(Stateful):
    """A nomination (đề nghị khen thưởng): one row that travels; `holder` is the unit whose desk it is on.

    `name` and `address` are the words that go on papers. `governed_on` is the day whose law applies.
    `has_open_matter` is None until somebody answered; then `open_matter` names the kind
    (law.eligibility.MATTERS). `sections` are the parts of a report that was written under the headings of its
    form; `report` is always the whole as one text.
    """

    table = states.NOMINATION

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="nominations")
    award = models.ForeignKey(
        OfferedAward, on_delete=models.PROTECT, related_name="nominations", verbose_name="hình thức"
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="nominations", verbose_name="nơi đề nghị"
    )
    holder = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="held_nominations", verbose_name="đang ở"
    )
    code = models.CharField("mã hồ sơ", max_length=12, unique=True)
    recipient = models.CharField("đối tượng", max_length=12, choices=RECIPIENT_KINDS)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="nominations")
    collective = models.ForeignKey(
        Collective, on_delete=models.PROTECT, null=True, related_name="nominations"
    )
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, related_name="nominations")
    group = models.CharField("nhóm tiêu chuẩn", max_length=250, blank=True)
    name = models.CharField("tên ghi trên văn bản", max_length=250)
    sort_key = models.CharField(max_length=500, editable=False)
    folded = models.TextField(editable=False)
    address = models.CharField("chức vụ, đơn vị hoặc địa chỉ", max_length=300, blank=True)
    achievement = models.TextField("tóm tắt thành tích", blank=True)
    report = models.TextField("báo cáo thành tích", blank=True)
    sections = models.JSONField("các mục của báo cáo", default=dict)
    achieved_from = models.DateField("thành tích từ ngày", null=True, blank=True)
    achieved_to = models.DateField("thành tích đến ngày", null=True, blank=True)
    previous_awards = models.TextField("khen thưởng đã nhận", blank=True)
    has_open_matter = models.BooleanField("đang bị xem xét kỷ luật, thanh tra, xác minh đơn thư", null=True)
    open_matter = models.CharField("việc đang xem xét", max_length=20, blank=True)
    initiative = models.CharField("sáng kiến, giải pháp", max_length=250, blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    entered_by = models.CharField("người nhập thay", max_length=250, blank=True)
    late_reason = models.CharField("lý do nhận hồ sơ nộp muộn", max_length=300, blank=True)
    governed_on = models.DateField("ngày áp dụng pháp luật")
    submitted_on = models.DateField("ngày gửi", null=True)
    due_on = models.DateField("hạn thẩm định", null=True)
    remark = models.TextField("nội dung cần bổ sung", blank=True)

    class Meta:
        ordering = ["sort_key", "id"]
        indexes = [
            models.Index(fields=["campaign", "sort_key"], name="awards_nomination_list"),
            models.Index(fields=["holder", "state"], name="awards_nomination_desk"),
        ]
        constraints = [
            models.CheckConstraint(
                name="awards_one_recipient",
                condition=Q(recipient="individual", person__isnull=False, collective=None, household=None)
                | Q(recipient="collective", person=None, collective__isnull=False, household=None)
                | Q(recipient="household", person=None, collective=None, household__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["award", "person"],
                condition=Q(person__isnull=False) & ~Q(state="withdrawn"),
                name="awards_person_once_per_form",
            ),
            models.UniqueConstraint(
                fields=["award", "collective"],
                condition=Q(collective__isnull=False) & ~Q(state="withdrawn"),
                name="awards_collective_once_per_form",
            ),
            models.UniqueConstraint(
                fields=["award", "household"],
                condition=Q(household__isnull=False) & ~Q(state="withdrawn"),
                name="awards_household_once_per_form",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.key_the_name()
        super().save(*args, **kwargs)

    def key_the_name(self) -> None:
        """Keep in step what the row is found and sorted by; rows saved in bulk call it themselves."""
        self.sort_key = name_sort_key(self.name)
        self.folded = fold(f"{self.name} {self.address} {self.achievement}")

    @property
    def candidate(self) -> Person | Collective | Household:
        """Who is nominated (đối tượng)."""
        found = self.person or self.collective or self.household
        assert found is not None  # the check constraint awards_one_recipient
        return found


class Claim(Row):
    """What the nominee shows for one criterion (minh chứng theo tiêu chuẩn): evidence, or an explanation;
    `number` where the criterion counts something.
    """

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="claims")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="claims")
    text = models.TextField("minh chứng hoặc giải trình", blank=True)
    number = models.DecimalField("con số", max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta:
        ordering = ["criterion__order"]
        constraints = [models.UniqueConstraint(fields=["nomination", "criterion"], name="awards_one_claim")]


class DossierItem(Row):
    """A part of the dossier (thành phần hồ sơ), by the id of the law book; its file is an `Attachment` or our
    paper.
    """

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="dossier")
    part = models.CharField("thành phần", max_length=40)
    note = models.CharField("ghi chú", max_length=250, blank=True)
    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+")
    added_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["nomination", "part"], name="awards_one_item_per_part")
        ]


class Confirmation(Row):
    """The confirmation of an achievement report by the proposing level (xác nhận của cấp trình)."""

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="confirmations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    by = models.CharField("người xác nhận", max_length=250)
    on = models.DateField("ngày xác nhận")
    text = models.TextField("ý kiến", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["nomination", "unit"], name="awards_one_confirmation_per_unit")
        ]


class Appraisal(Row):
    """The appraisal of one nomination at one level (thẩm định)."""

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="appraisals")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="appraisals")
    by = models.CharField("người thẩm định", max_length=250)
    opened_on = models.DateField("ngày bắt đầu")
    due_on = models.DateField("hạn", null=True)
    concluded_on = models.DateField("ngày kết luận", null=True)
    conclusion = models.CharField(
        "kết luận",
        max_length=12,
        blank=True,
        choices=[
            ("eligible", "đủ điều kiện"),
            ("ineligible", "không đủ điều kiện"),
            ("returned", "trả lại để bổ sung"),
        ],
    )
    remark = models.TextField("ý kiến", blank=True)

    class Meta:
        ordering = ["id"]


class Finding(Row):
    """One finding of an appraisal (nhận định): computed from the law book or a criterion, judged by a person.

    `verdict` is what the machine found, `judged` a person's finding where it cannot tell, with the reason.
    """

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="findings")
    order = models.PositiveSmallIntegerField()
    rule = models.CharField("quy tắc", max_length=60)
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, null=True, related_name="+")
    verdict = models.CharField("kết quả", max_length=6, choices=VERDICTS)
    weight = models.CharField(
        "mức", max_length=6, choices=[("block", "bắt buộc"), ("warn", "cảnh báo"), ("inform", "thông tin")]
    )
    because = models.TextField("vì sao")
    source = models.CharField("căn cứ", max_length=300, blank=True)
    confirmed = models.BooleanField("đã xác nhận văn bản gốc", default=True)
    judged = models.BooleanField("người thẩm định kết luận", null=True)
    judged_why = models.TextField("lý do", blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["appraisal", "order"], name="awards_finding_order")]
