"""Pre-printed blanks of an office (phôi giấy khen, bằng khen)."""

from __future__ import annotations

from django.db import models

from thidua.awards import states
from thidua.journal.rows import Stateful
from thidua.org.models import Unit
from thidua.records.models import Attachment


class Blank(Stateful):
    """A pre-printed blank (phôi) for one award form: its sheet in mm, and where each field is printed.

    `spots` are `paper.blank.Spot` as plain values; `shift_x`, `shift_y` in mm meet what the printer is off.
    """

    table = states.BLANK

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="blanks")
    code = models.CharField("mã", max_length=12, unique=True)
    name = models.CharField("tên phôi", max_length=120)
    form = models.CharField("hình thức", max_length=40)
    width = models.DecimalField("chiều rộng (mm)", max_digits=5, decimal_places=1)
    height = models.DecimalField("chiều cao (mm)", max_digits=5, decimal_places=1)
    starts = models.DateField("dùng từ ngày")
    ends = models.DateField("dùng đến ngày", null=True)
    spots = models.JSONField("vị trí các ô")
    shift_x = models.DecimalField("dịch sang phải (mm)", max_digits=4, decimal_places=1, default=0)
    shift_y = models.DecimalField("dịch xuống (mm)", max_digits=4, decimal_places=1, default=0)
    scan = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-starts", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="awards_blank_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.name
