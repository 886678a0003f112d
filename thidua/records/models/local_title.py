"""Titles of the locality (danh hiệu của địa phương): set by a paper of its own, beside the national ones."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from thidua.journal.rows import Row
from thidua.org.models import Unit


class LocalTitle(Row):
    """A title that a locality sets itself (danh hiệu của địa phương), from a day to a day, by its paper.

    `code` is its id in the law books of that office and of those below. `criteria` and `prizes` map a kind
    of recipient to its criteria (a list of sentences) and to its multiplier of the base salary ("0.3").
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="local_titles")
    code = models.CharField("mã", max_length=40, unique=True)
    name = models.CharField("tên danh hiệu", max_length=200)
    level = models.CharField("cấp quyết định", max_length=10)
    recipients = models.JSONField("tặng cho", default=list)
    criteria = models.JSONField("tiêu chuẩn", default=dict)
    prizes = models.JSONField("hệ số tiền thưởng", default=dict)
    share = models.DecimalField("tỷ lệ phiếu ít nhất (%)", max_digits=5, decimal_places=2, null=True)
    paper = models.CharField("theo văn bản", max_length=250)
    starts = models.DateField("áp dụng từ ngày")
    ends = models.DateField("đến ngày", null=True, blank=True)
    end_paper = models.CharField("thôi áp dụng theo", max_length=250, blank=True)
    set_by = models.CharField("người ghi", max_length=250)
    set_on = models.DateField("ngày ghi")

    class Meta:
        ordering = ["unit__path", "starts", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"], condition=Q(ends__isnull=True), name="records_one_open_local_title"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="records_local_title_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.name
