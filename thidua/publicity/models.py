"""What is told to the public: news on the portal, bulletins for the loudspeakers (tuyên truyền)."""

from __future__ import annotations

import hashlib

from django.db import models

from thidua.campaigns.models import Campaign, RoleModel
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Unit
from thidua.publicity import states


class Announcement(Stateful):
    """A piece of news of a campaign (tin bài) on the public pages and in the Atom feed."""

    table = states.ANNOUNCEMENT

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="announcements")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="announcements")
    role_model = models.ForeignKey(
        RoleModel, on_delete=models.PROTECT, null=True, blank=True, related_name="announcements"
    )
    slug = models.SlugField("địa chỉ trang", max_length=80)
    title = models.CharField("tiêu đề", max_length=250)
    lead = models.TextField("tóm tắt", blank=True)
    body = models.TextField("nội dung")
    written_by = models.CharField("người viết", max_length=250)
    published_on = models.DateField("ngày đăng", null=True)
    withdrawn_why = models.CharField("lý do gỡ", max_length=250, blank=True)

    class Meta:
        ordering = [models.F("published_on").desc(nulls_first=True), "-id"]
        constraints = [models.UniqueConstraint(fields=["unit", "slug"], name="publicity_one_slug_per_unit")]

    def __str__(self) -> str:
        return self.title


class Broadcast(Row):
    """A loudspeaker bulletin (bản tin phát thanh): its script to be read aloud, and when it was aired."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="broadcasts")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="broadcasts")
    code = models.CharField("mã", max_length=12, unique=True)
    title = models.CharField("tên bản tin", max_length=250)
    script = models.TextField("lời đọc")
    minutes = models.DecimalField("số phút", max_digits=5, decimal_places=1)
    written_by = models.CharField("người soạn", max_length=250)
    written_on = models.DateField("ngày soạn")
    aired = models.JSONField("các lần phát", default=list)

    class Meta:
        ordering = ["-written_on", "-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def mark(self) -> str:
        """The seal of what the bulletin says now (dấu nội dung): a form opened with another one is stale."""
        return hashlib.sha256(f"{self.title}\x1f{self.script}".encode()).hexdigest()[:20]
