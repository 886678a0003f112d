"""The plan of publicity of a campaign, and what was done of it by hand (kế hoạch tuyên truyền)."""

from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from thidua.campaigns.models import Campaign
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Unit
from thidua.publicity import states

CHANNELS = [
    ("news", "tin bài trên trang công khai"),
    ("broadcast", "phát thanh trên loa"),
    ("role_model", "giới thiệu gương điển hình"),
    ("posting", "niêm yết, khẩu hiệu, băng rôn"),
    ("meeting", "họp thôn, sinh hoạt đoàn thể"),
    ("other", "cách khác"),
]
RHYTHMS = [("whole", "cả đợt"), ("week", "mỗi tuần"), ("month", "mỗi tháng")]
COUNTED = ("news", "broadcast", "role_model")  # what the program counts by itself


class PublicityItem(Stateful):
    """One line of the publicity plan (việc tuyên truyền): who tells what, where, from when to when, how
    often.
    """

    table = states.ITEM

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="publicity_items")
    code = models.CharField("mã", max_length=12, unique=True)
    who = models.CharField("ai làm", max_length=200)
    what = models.CharField("nội dung", max_length=250)
    channel = models.CharField("cách làm", max_length=12, choices=CHANNELS)
    where = models.CharField("ở đâu", max_length=200, blank=True)
    starts = models.DateField("từ ngày")
    ends = models.DateField("đến ngày")
    times = models.PositiveSmallIntegerField("số lần", validators=[MinValueValidator(1)])
    rhythm = models.CharField("nhịp", max_length=6, choices=RHYTHMS)

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="publicity_item_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.what


class PublicityMark(Row):
    """One time a line of the plan was carried out (lần thực hiện), where the program cannot count it."""

    item = models.ForeignKey(PublicityItem, on_delete=models.PROTECT, related_name="marks")
    day = models.DateField("ngày")
    note = models.CharField("việc đã làm", max_length=250)
    noted_by = models.CharField("người ghi", max_length=250)

    class Meta:
        ordering = ["day", "id"]
