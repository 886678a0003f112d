"""Initiatives (sáng kiến): who thought of it, what it brought, who recognised it, where it is applied."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from thidua.campaigns import states
from thidua.campaigns.models.campaign import Campaign
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Person, Unit
from thidua.vietnamese.text import fold

LEVELS = [
    ("co_so", "cấp cơ sở"),
    ("huyen", "cấp huyện"),
    ("tinh", "cấp tỉnh"),
    ("bo_nganh", "cấp bộ, ngành"),
]


class Initiative(Stateful):
    """A way of doing things that somebody thought of (sáng kiến), its effect and its recognition.

    `amount` and `measure` are the effect as a figure, `effect` in words. `recognised_by`, `paper`, `level`
    and `recognised_on` are of the paper that recognises it.
    """

    table = states.INITIATIVE

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="initiatives")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="initiatives", verbose_name="nơi có sáng kiến"
    )
    code = models.CharField("mã", max_length=12, unique=True)
    title = models.CharField("tên sáng kiến", max_length=250)
    what = models.TextField("nội dung, cách làm")
    effect = models.TextField("hiệu quả", blank=True)
    amount = models.DecimalField("con số", max_digits=14, decimal_places=2, null=True, blank=True)
    measure = models.CharField("đơn vị tính", max_length=40, blank=True)
    applied_from = models.DateField("áp dụng từ ngày", null=True, blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    noted_on = models.DateField("ngày ghi")
    recognised_by = models.CharField("nơi công nhận", max_length=250, blank=True)
    paper = models.CharField("văn bản công nhận", max_length=120, blank=True)
    level = models.CharField("cấp công nhận", max_length=10, choices=LEVELS, blank=True)
    recognised_on = models.DateField("ngày công nhận", null=True, blank=True)
    remark = models.CharField("lý do", max_length=250, blank=True)
    folded = models.TextField(editable=False)

    class Meta:
        ordering = ["-noted_on", "-id"]
        indexes = [models.Index(fields=["campaign", "-noted_on"], name="campaigns_initiative_list")]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the words to search by, without marks, in step."""
        self.folded = fold(f"{self.title} {self.what}")
        fields = kwargs.get("update_fields")
        if isinstance(fields, list | tuple | set):
            kwargs["update_fields"] = {*fields, "folded"}
        super().save(*args, **kwargs)


class InitiativeAuthor(Row):
    """An author of an initiative (tác giả, đồng tác giả), with the share of the work when it was agreed."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="authors")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="initiatives_of")
    share = models.PositiveSmallIntegerField(
        "phần đóng góp, %",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["initiative", "person"], name="campaigns_author_once")]

    def __str__(self) -> str:
        return f"{self.person.name} ({self.share} %)" if self.share else self.person.name


class InitiativeUse(Row):
    """A unit that applies an initiative (nơi áp dụng), since when and with what result."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="uses")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="initiatives_applied")
    since = models.DateField("áp dụng từ ngày")
    result = models.TextField("kết quả", blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "unit"], name="campaigns_initiative_once_per_unit")
        ]

    def __str__(self) -> str:
        return self.unit.name
