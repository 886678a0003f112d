"""What is kept of an achievement report to find copies of it (dấu báo cáo thành tích)."""

from __future__ import annotations

from django.db import models

from thidua.awards.models.nomination import Nomination
from thidua.journal.rows import Row


class ReportMark(Row):
    """The few numbers that stand for the report of a nomination once it was sent (dấu báo cáo): so that a new
    report is compared with all others without reading them again.
    """

    nomination = models.OneToOneField(Nomination, on_delete=models.CASCADE, related_name="mark")
    numbers = models.BinaryField("dấu")
