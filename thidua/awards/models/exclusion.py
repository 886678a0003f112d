"""Who is not considered in a year (danh sách chưa xét khen thưởng trong năm)."""

from __future__ import annotations

from django.db import models

from thidua.awards import states
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.journal.rows import Stateful
from thidua.org.models import Unit
from thidua.vietnamese.name_keys import written_key


class Exclusion(Stateful):
    """One line of a year's list, as another body sent it (dòng danh sách chưa xét khen thưởng): by its words,
    for most of those named have no record here and need none.

    `name_key` is what a nominee's name is compared with. A line entered by mistake, or lifted since, is
    removed with its reason (`why`) and can be taken back; nothing is deleted.
    """

    table = states.REMEMBERED

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="nơi giữ")
    year = models.PositiveSmallIntegerField("năm")
    kind = models.CharField("đối tượng", max_length=12, choices=RECIPIENT_KINDS)
    name = models.CharField("tên", max_length=250)
    name_key = models.CharField(max_length=250, editable=False)
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True, blank=True)
    place = models.CharField("đơn vị, nơi ở", max_length=250, blank=True)
    reason = models.CharField("lý do chưa xét", max_length=250)
    sender = models.CharField("nơi gửi danh sách", max_length=200)
    paper = models.CharField("theo văn bản", max_length=250)
    entered_on = models.DateField("ngày ghi")
    entered_by = models.CharField("người ghi", max_length=250)
    why = models.TextField("lý do bỏ", blank=True)

    class Meta:
        ordering = ["-year", "name", "id"]
        indexes = [models.Index(fields=["unit", "year", "name_key"], name="awards_exclusion_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.key_the_name()
        super().save(*args, **kwargs)

    def key_the_name(self) -> None:
        """Keep what the name is compared by in step; rows saved in bulk call it themselves."""
        self.name_key = written_key(self.name)
