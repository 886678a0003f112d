"""Inspection visits during a campaign and what they ask of a unit (kiểm tra việc thực hiện, yêu cầu sau kiểm
tra).
"""

from __future__ import annotations

from datetime import date

from django.db import models

from thidua.campaigns import states
from thidua.campaigns.models.campaign import Campaign
from thidua.journal.rows import Stateful
from thidua.org.models import Unit


class Inspection(Stateful):
    """One visit to one unit (cuộc kiểm tra): planned for a day, then what was seen and said there."""

    table = states.INSPECTION

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="inspections")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="inspections")
    code = models.CharField("mã", max_length=12, unique=True)
    day = models.DateField("ngày dự kiến")
    about = models.TextField("nội dung kiểm tra")
    members = models.TextField("thành phần đoàn")
    held_on = models.DateField("ngày kiểm tra", null=True)
    held_from = models.CharField("bắt đầu lúc", max_length=10, blank=True)
    held_to = models.CharField("kết thúc lúc", max_length=10, blank=True)
    held_at = models.CharField("địa điểm", max_length=200, blank=True)
    hosts = models.TextField("đại diện đơn vị", blank=True)
    strengths = models.TextField("kết quả, ưu điểm", blank=True)
    faults = models.TextField("hạn chế, thiếu sót", blank=True)
    remark = models.CharField("lý do", max_length=250, blank=True)

    class Meta:
        ordering = ["-day", "unit__path"]
        indexes = [models.Index(fields=["campaign", "day"], name="campaigns_inspection_day")]

    def __str__(self) -> str:
        return f"Kiểm tra {self.unit.name}"


class Requirement(Stateful):
    """What a visit asks of the unit (yêu cầu sau kiểm tra), by a day, followed up until it is done."""

    table = states.REQUIREMENT

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="demands")
    order = models.PositiveSmallIntegerField()
    text = models.TextField("yêu cầu")
    due = models.DateField("hạn")
    result = models.TextField("kết quả khắc phục", blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    done_on = models.DateField("ngày xong", null=True)
    done_by = models.CharField("người ghi", max_length=250, blank=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.text

    @property
    def unit(self) -> Unit:
        """Whose it is: evidence attached to it belongs to this unit."""
        return self.inspection.unit

    def is_late(self, on: date) -> bool:
        """True while it is open after its day (quá hạn)."""
        return self.state == "open" and self.due < on
