"""Pieces of news and what they said before (tin bài)."""

from __future__ import annotations

from django.db import models

from thidua.campaigns.models import Campaign, RoleModel
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Person, Unit
from thidua.publicity import states


class Announcement(Stateful):
    """A piece of news of a campaign (tin bài) on the public pages and in the feeds.

    `folded` is title, lead and body without marks, to search by; `remark` why it came back from who approves.
    """

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
    folded = models.TextField(blank=True, editable=False)
    writer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    written_by = models.CharField("người viết", max_length=250)
    approved_by = models.CharField("người duyệt", max_length=250, blank=True)
    remark = models.CharField("lý do trả lại", max_length=250, blank=True)
    published_on = models.DateField("ngày đăng", null=True)
    withdrawn_why = models.CharField("lý do gỡ", max_length=250, blank=True)

    class Meta:
        ordering = [models.F("published_on").desc(nulls_first=True), "-id"]
        constraints = [models.UniqueConstraint(fields=["unit", "slug"], name="publicity_one_slug_per_unit")]
        indexes = [models.Index(fields=["unit", "state", "published_on"], name="publicity_news_out")]

    def __str__(self) -> str:
        return self.title


class NewsVersion(Row):
    """What a piece said before it was corrected (bản trước khi đính chính), and what was corrected."""

    news = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="versions")
    title = models.CharField("tiêu đề", max_length=250)
    lead = models.TextField("tóm tắt", blank=True)
    body = models.TextField("nội dung")
    corrected_on = models.DateField("ngày đính chính")
    corrected = models.CharField("đính chính điều gì", max_length=250)
    corrected_by = models.CharField("người đính chính", max_length=250)

    class Meta:
        ordering = ["-id"]
