"""How many may be put forward, and what a list of names should look like (chỉ tiêu khen thưởng)."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from django.db import models
from django.db.models import Q

from thidua.campaigns.models.campaign import RECIPIENT_KINDS, Campaign, OfferedAward
from thidua.journal.rows import Row, short_code
from thidua.org.models import Unit
from thidua.reading.outline import clause_words

GROUPS = [
    ("workers", "người lao động trực tiếp"),
    ("women", "nữ"),
    ("minorities", "người dân tộc thiểu số"),
    ("firsts", "người được khen lần đầu"),
]


class Quota(Row):
    """One quota of a campaign (chỉ tiêu khen thưởng), never rewritten: a change ends it and makes another.

    A cap counts names of one form (`award`, None for all forms together) and one kind of recipient ("" for
    collectives, individuals and households together), in the whole campaign, in each unit or in one `unit`;
    it is a `number`, or a `percent` of `base`, which `base_says` describes. A share is the least percentage
    of a list that should belong to `group`: it never refuses anybody. `says` and `clause` are the words
    of the plan it comes from, `paper` the text it rests on otherwise.
    """

    KINDS = [
        ("cap", "không quá"),
        ("year", "không quá trong một năm"),
        ("once", "mỗi đối tượng một lần trong đời"),
        ("share", "tỷ lệ nên đạt trong danh sách"),
    ]
    SCOPES = [
        ("all", "cả đợt"),
        ("each", "mỗi đơn vị"),
        ("village", "mỗi thôn"),
        ("body", "mỗi cơ quan, đoàn thể"),
        ("unit", "riêng một đơn vị"),
    ]
    OVER = [("warn", "cảnh báo, cán bộ thẩm định ghi lý do"), ("block", "không cho đề nghị thêm")]

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="quotas")
    code = models.CharField("mã", max_length=12, unique=True, default=short_code)
    kind = models.CharField("loại", max_length=10, choices=KINDS)
    scope = models.CharField("phạm vi", max_length=10, choices=SCOPES, default="all")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    award = models.ForeignKey(OfferedAward, on_delete=models.CASCADE, null=True, related_name="quotas")
    recipient = models.CharField("đối tượng", max_length=12, choices=RECIPIENT_KINDS, blank=True)
    group = models.CharField("nhóm", max_length=12, choices=GROUPS, blank=True)
    number = models.PositiveIntegerField("số lượng", null=True)
    percent = models.DecimalField("tỷ lệ phần trăm", max_digits=5, decimal_places=2, null=True)
    base = models.PositiveIntegerField("cơ số", null=True)
    base_says = models.CharField("cơ số là", max_length=250, blank=True)
    over = models.CharField("khi vượt", max_length=6, choices=OVER, default="warn")
    says = models.TextField("lời kế hoạch", blank=True)
    clause = models.CharField("mục", max_length=60, blank=True)
    paper = models.CharField("theo văn bản", max_length=250, blank=True)
    set_by = models.CharField("người đặt", max_length=250)
    set_on = models.DateField("ngày đặt")
    ended_by = models.CharField("người thôi áp dụng", max_length=250, blank=True)
    ended_on = models.DateField("thôi áp dụng từ", null=True)
    ended_why = models.CharField("lý do thôi", max_length=250, blank=True)

    class Meta:
        ordering = ["award__order", "kind", "scope", "recipient", "id"]
        indexes = [models.Index(fields=["campaign", "ended_on"], name="campaigns_quota_in_force")]
        constraints = [
            models.CheckConstraint(
                name="campaigns_quota_number_or_percent",
                condition=Q(kind="once", number=None, percent=None)
                | Q(kind="share", number=None, percent__isnull=False)
                | Q(kind__in=("cap", "year"), number__isnull=False, percent=None)
                | Q(kind="cap", number=None, percent__isnull=False),
            ),
            models.CheckConstraint(
                name="campaigns_quota_percent",
                condition=Q(percent__isnull=True) | Q(percent__gt=0, percent__lte=100),
            ),
            models.CheckConstraint(
                name="campaigns_quota_unit",
                condition=Q(scope="unit", unit__isnull=False) | Q(~Q(scope="unit"), unit=None),
            ),
        ]

    @property
    def limit(self) -> int | None:
        """How many the cap allows (mức), None while the base of a percentage is not known; a part of one does
        not count.
        """
        if self.percent is None or self.kind == "share":
            return self.number
        if self.base is None:
            return None
        return int((self.percent * self.base / 100).to_integral_value(ROUND_FLOOR))

    def asked_of(self, people: int) -> int:
        """How many of so many names a share asks for (số cần có), rounded up."""
        share = self.percent or Decimal(0)
        return int((share * people / 100).to_integral_value(ROUND_CEILING))

    def is_for(self, unit: Unit) -> bool:
        """True when the quota counts the names of that unit (áp dụng cho đơn vị)."""
        if self.scope == "unit":
            return self.unit_id == unit.pk
        return self.scope in ("all", "each") or (self.scope == "village") == unit.is_village

    @property
    def rests_on(self) -> str:
        """What the quota rests on, as a source (căn cứ)."""
        return f"{clause_words(self.clause)} của kế hoạch" if self.clause and not self.paper else self.paper
