"""The campaign as its plan describes it: contents, obligations, groups, awards offered,
criteria, deadlines.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from thidua.campaigns import states
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Unit
from thidua.records.models import OfficialDocument

SURE = 0.95  # from here on a value read from a plan counts as clear until somebody corrects it
RECIPIENT_KINDS = [("collective", "tập thể"), ("individual", "cá nhân"), ("household", "hộ gia đình")]


class Campaign(Stateful):
    """A campaign (phong trào thi đua): launched by a unit through a plan, open from a day to a day."""

    table = states.CAMPAIGN

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="campaigns", verbose_name="nơi phát động"
    )
    slug = models.SlugField("địa chỉ trang", max_length=80)
    code = models.CharField("mã", max_length=12, unique=True)
    title = models.TextField("tên phong trào")
    short_title = models.CharField("tên gọn", max_length=200)
    theme = models.TextField("chủ đề", blank=True)
    occasion = models.TextField("nhân dịp", blank=True)
    plan = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="campaigns")
    launched_level = models.CharField("cấp phát động", max_length=10)
    parent_says = models.TextField("thực hiện kế hoạch của cấp trên", blank=True)
    starts = models.DateField("từ ngày", null=True, blank=True)
    ends = models.DateField("đến ngày", null=True, blank=True)
    celebrated_on = models.DateField("ngày kỷ niệm", null=True, blank=True)
    purposes = models.JSONField("mục đích", default=list)
    requirements = models.JSONField("yêu cầu", default=list)
    signer_says = models.CharField("người ký kế hoạch", max_length=200, blank=True)
    recipients = models.JSONField("nơi nhận", default=list)
    closing_paper = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = [models.F("starts").desc(nulls_first=True), "-id"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "slug"], name="campaigns_one_slug_per_unit"),
            models.CheckConstraint(
                condition=Q(starts__isnull=True) | Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="campaigns_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.short_title


class PlanIntake(Row):
    """One plan document put in (bản kế hoạch đã tải lên): its source text and what the reader understood.

    `way` is how it came: a draft of ours, a paper already issued (its file is the original), or nothing yet,
    then `file` is empty and it is written section by section. `lines` say how each line of the text stands
    on its page, `stretches` which paragraphs they make ([from, to, clause]), `boundaries` what a person
    corrected of that ([offset, kind]).
    """

    WAYS = [("draft", "dự thảo của cơ quan"), ("original", "đã ban hành"), ("new", "soạn mới tại đây")]

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="intakes")
    code = models.CharField("mã", max_length=12, unique=True)
    name = models.CharField("tên tệp", max_length=200)
    way = models.CharField("đến bằng cách", max_length=10, choices=WAYS, default="draft")
    kind = models.CharField("loại tệp", max_length=20)
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to="ke-hoach/%Y/%m")
    text = models.TextField("văn bản gốc")
    reading = models.JSONField("kết quả đọc", default=dict)
    lines = models.JSONField("các dòng", default=list)
    pages = models.PositiveIntegerField("số trang", default=1)
    stretches = models.JSONField("các đoạn", default=list)
    boundaries = models.JSONField("ranh giới đã sửa", default=list)
    added_by = models.CharField("người tải lên", max_length=250)
    added_on = models.DateField("ngày tải lên")
    campaign = models.OneToOneField(Campaign, on_delete=models.PROTECT, null=True, related_name="intake")


class Proposal(Row):
    """One thing the reader proposes (đề xuất của bộ đọc), tied to its clause; a person accepts, corrects or
    skips it.

    `path` names the field, e.g. `contents[0]` or `awards[1].criteria[0].text[0]`; `value` is the text
    understood. Problems have `kind` "problem" with `before` and `after`. `starts`, `ends` count characters of
    the source. `step` is the number of the last step that changed it, 0 when nobody has.
    """

    intake = models.ForeignKey(PlanIntake, on_delete=models.CASCADE, related_name="proposals")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=[("value", "nội dung"), ("problem", "chỗ cần xem")])
    path = models.CharField(max_length=120)
    label = models.CharField("là gì", max_length=200)
    value = models.TextField("đọc được", blank=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    why = models.TextField(blank=True)
    clause = models.CharField("mục", max_length=60, blank=True)
    starts = models.PositiveIntegerField(null=True)
    ends = models.PositiveIntegerField(null=True)
    confidence = models.FloatField(null=True)
    state = models.CharField(
        max_length=10,
        default="open",
        choices=[("open", "chưa xem"), ("accepted", "đã nhận"), ("edited", "đã sửa"), ("skipped", "bỏ qua")],
    )
    step = models.PositiveIntegerField("bước sau cùng", default=0)

    class Meta:
        ordering = ["position"]

    @property
    def is_clear(self) -> bool:
        """True when nobody needs to look any more (đã rõ): a person answered, or the reader is sure of a
        value.
        """
        return self.state != "open" or self.kind == "value" and (self.confidence or 0) >= SURE


class ContentArea(Row):
    """One content of the campaign (nội dung thi đua), tied to its clause."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="contents")
    order = models.PositiveSmallIntegerField()
    text = models.TextField("nội dung")
    short = models.CharField("gọi tắt", max_length=160)
    clause = models.CharField("mục", max_length=60, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["campaign", "order"], name="campaigns_content_order")]


class Obligation(Row):
    """What the plan asks somebody to do (việc phải làm): a solution, a target, or a responsibility of a
    body.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="obligations")
    kind = models.CharField(
        max_length=10, choices=[("solution", "giải pháp"), ("target", "chỉ tiêu"), ("duty", "trách nhiệm")]
    )
    order = models.PositiveSmallIntegerField()
    body = models.CharField("ai làm", max_length=300, blank=True)
    text = models.TextField("nội dung")
    clause = models.CharField("mục", max_length=60, blank=True)

    class Meta:
        ordering = ["kind", "order"]


class EligibleGroup(Row):
    """A group that may be commended (đối tượng khen thưởng) in the words of the plan."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="groups")
    order = models.PositiveSmallIntegerField()
    text = models.TextField("đối tượng")
    clause = models.CharField("mục", max_length=60, blank=True)

    class Meta:
        ordering = ["order"]


class OfferedAward(Row):
    """An award form the campaign offers (hình thức khen thưởng): `form` is the id of the law book.

    `delegated`: the plan leaves the standard to the chair of that level; until it is set by a paper
    (`standard_paper`, `standard_set_on`) nobody can be nominated for it.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="awards")
    order = models.PositiveSmallIntegerField()
    form = models.CharField("hình thức", max_length=40)
    title = models.CharField("tên trong kế hoạch", max_length=250)
    level = models.CharField("cấp quyết định", max_length=10)
    delegated = models.BooleanField("giao cho Chủ tịch quy định", default=False)
    lead = models.TextField("câu dẫn", blank=True)
    clause = models.CharField("mục", max_length=60, blank=True)
    standard_paper = models.ForeignKey(
        OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+"
    )
    standard_set_on = models.DateField("ngày quy định tiêu chuẩn", null=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "form"], name="campaigns_one_offer_per_form")
        ]

    @property
    def has_standard(self) -> bool:
        """True when somebody may be nominated: the plan sets the standard, or the chair has set it."""
        return not self.delegated or self.standard_set_on is not None


class Criterion(Row):
    """One criterion of an award form for a group (tiêu chuẩn khen thưởng), tied to its clause."""

    award = models.ForeignKey(OfferedAward, on_delete=models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    recipient = models.CharField("cho", max_length=12, choices=RECIPIENT_KINDS)
    group = models.CharField("nhóm", max_length=250, blank=True)
    text = models.TextField("tiêu chuẩn")
    clause = models.CharField("mục", max_length=60, blank=True)

    class Meta:
        ordering = ["order"]


class Deadline(Row):
    """A day by which something is due (mốc thời gian): registration, report, unit review, nominations,
    ceremony.
    """

    KINDS = [
        ("register", "đăng ký thi đua"),
        ("report", "báo cáo kết quả"),
        ("review", "đơn vị tổng kết, gửi hồ sơ đề nghị"),
        ("session", "Hội đồng họp xét"),
        ("ceremony", "trao thưởng"),
    ]

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField("việc", max_length=20, choices=KINDS)
    day = models.DateField("hạn")
    says = models.CharField("căn cứ", max_length=250, blank=True)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "kind"], name="campaigns_one_deadline_per_kind")
        ]
