"""The fund of an office, year by year (quỹ thi đua, khen thưởng): a figure a year, not a ledger."""

from __future__ import annotations

from django.db import models

from thidua.journal.rows import Row
from thidua.law.paying import AREAS
from thidua.org.models import Unit


class FundYear(Row):
    """The fund of one office in one year (quỹ của một năm), in đồng, with the paper it rests on.

    `regular` is the regular spending of the budget, `organising` what campaigns, reviews and meetings cost.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="fund_years")
    year = models.PositiveSmallIntegerField("năm")
    area = models.CharField("khu vực", max_length=10, choices=list(AREAS.items()))
    regular = models.PositiveBigIntegerField("chi thường xuyên trong năm (đồng)")
    fund = models.PositiveBigIntegerField("quỹ thi đua, khen thưởng (đồng)")
    organising = models.PositiveBigIntegerField("chi tổ chức phong trào (đồng)", default=0)
    paper = models.CharField("theo văn bản", max_length=250)
    entered_by = models.CharField("người ghi", max_length=250)
    entered_on = models.DateField("ngày ghi")

    class Meta:
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="awards_one_fund_a_year")]
