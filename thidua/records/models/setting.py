"""What the office set for itself (quy tắc địa phương, câu của cơ quan)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from thidua.journal.rows import Row
from thidua.org.models import Unit


class LocalRule(Row):
    """A rule the office set where the law is silent (quy tắc địa phương), with the paper it rests on."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="local_rules")
    rule = models.CharField("quy tắc", max_length=60)
    value = models.CharField("giá trị", max_length=60)
    paper = models.CharField("theo văn bản", max_length=250)
    starts = models.DateField("áp dụng từ ngày")
    ends = models.DateField("đến ngày", null=True, blank=True)
    confirmed_by = models.CharField("người xác nhận", max_length=250)

    class Meta:
        ordering = ["unit__path", "rule", "starts"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "rule"], condition=Q(ends__isnull=True), name="records_one_open_local_rule"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="records_local_rule_ends_after_start",
            ),
        ]


class Wording(Row):
    """A sentence of the office in place of ours (câu của cơ quan) in papers from a day on; "" is ours again.

    The latest row not after the day counts; none is ever changed.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="wordings")
    phrase = models.CharField("câu mẫu", max_length=60)
    text = models.TextField("câu của cơ quan", blank=True)
    starts = models.DateField("áp dụng từ ngày")
    set_on = models.DateField("ngày sửa")
    set_by = models.CharField("người sửa", max_length=250)

    class Meta:
        ordering = ["starts", "id"]
        indexes = [models.Index(fields=["unit", "phrase", "starts"], name="records_wording_by_day")]
