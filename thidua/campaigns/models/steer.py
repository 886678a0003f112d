"""What changes a campaign on its way, and what it carries out: papers that extend, suspend, resume, stop or
reopen it; the movements and directives above it.
"""

from __future__ import annotations

from django.db import models

from thidua.campaigns.models.campaign import Campaign
from thidua.journal.rows import Row
from thidua.records.models import OfficialDocument


class CampaignChange(Row):
    """One change of a campaign by a paper (gia hạn, tạm dừng, tiếp tục, kết thúc sớm, mở lại): it holds from
    the day the paper is issued.

    `days` maps a kind of deadline to its new day; `before` is what stood until then, `took_effect_on` is
    empty while the paper is on its way.
    """

    KINDS = [
        ("extend", "gia hạn"),
        ("suspend", "tạm dừng"),
        ("resume", "tiếp tục"),
        ("stop", "kết thúc trước hạn"),
        ("reopen", "mở lại"),
    ]

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="changes")
    document = models.OneToOneField(
        OfficialDocument, on_delete=models.PROTECT, related_name="campaign_change"
    )
    kind = models.CharField("thay đổi", max_length=10, choices=KINDS)
    ends = models.DateField("ngày kết thúc mới", null=True, blank=True)
    days = models.JSONField("mốc mới", default=dict)
    reason = models.TextField("lý do")
    before = models.JSONField("trước đó", default=dict)
    took_effect_on = models.DateField("có hiệu lực từ", null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.get_kind_display()


class ParentMovement(Row):
    """A movement, directive or plan above that this campaign carries out (phong trào, chỉ thị cấp trên), in
    the words of the plan; `source` when that campaign runs in this installation too.

    `key` is the folded name, so that one thing named twice is one row; `removed_why` says why a person took
    a wrong one off.
    """

    KINDS = [("movement", "phong trào thi đua"), ("directive", "chỉ thị"), ("plan", "kế hoạch")]

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="movements")
    kind = models.CharField("loại", max_length=10, choices=KINDS)
    name = models.CharField("tên", max_length=300)
    key = models.CharField(max_length=300)
    said = models.TextField("lời kế hoạch", blank=True)
    clause = models.CharField("mục", max_length=60, blank=True)
    source = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="carried_out_by"
    )
    added_by = models.CharField("người thêm", max_length=250, blank=True)
    removed_why = models.CharField("lý do bỏ", max_length=250, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "key"], name="campaigns_one_movement_per_name")
        ]

    def __str__(self) -> str:
        return self.name
