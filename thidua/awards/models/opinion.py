"""Opinions asked of others (hiệp y): whom a campaign asks, each time they are asked, what they answer."""

from __future__ import annotations

from datetime import date

from django.db import models

from thidua.awards import states
from thidua.awards.models.nomination import Nomination
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Unit
from thidua.records.models import OfficialDocument

ADVISERS = [
    ("police", "công an"),
    ("tax", "cơ quan thuế"),
    ("insurance", "bảo hiểm xã hội"),
    ("party", "cấp ủy"),
    ("inspectorate", "thanh tra, kiểm tra"),
    ("environment", "nông nghiệp và môi trường"),
    ("neighbours", "Nhân dân nơi cư trú (niêm yết)"),
    ("other", "nơi khác"),
]


class Adviser(Row):
    """Whom a campaign asks for an opinion (nơi cần lấy ý kiến), for one form or for all of them.

    `days` are working days; a posting counts calendar days.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="advisers")
    award = models.ForeignKey(OfferedAward, on_delete=models.CASCADE, null=True, related_name="advisers")
    kind = models.CharField("loại", max_length=12, choices=ADVISERS)
    name = models.CharField("nơi được hỏi", max_length=200)
    days = models.PositiveSmallIntegerField("số ngày")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "name"], condition=models.Q(award=None), name="awards_adviser_of_campaign"
            ),
            models.UniqueConstraint(
                fields=["award", "name"],
                condition=models.Q(award__isnull=False),
                name="awards_adviser_of_form",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Consultation(Stateful):
    """One time that one body is asked about several nominations (lần lấy ý kiến): by letter or by posting.

    `how` says by which way it was asked when no letter of ours went out.
    """

    table = states.CONSULTATION

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="consultations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="consultations")
    code = models.CharField("mã", max_length=12, unique=True)
    kind = models.CharField("loại", max_length=12, choices=ADVISERS)
    name = models.CharField("nơi được hỏi", max_length=200)
    days = models.PositiveSmallIntegerField("số ngày")
    how = models.CharField("đã hỏi bằng cách", max_length=200, blank=True)
    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField("ngày hỏi", null=True)
    due_on = models.DateField("hạn trả lời", null=True)
    reminded_on = models.DateField("ngày nhắc", null=True)
    remark = models.CharField("lý do bỏ", max_length=250, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["unit", "state", "due_on"], name="awards_consultation_desk")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_posting(self) -> bool:
        """True for the opinion of the neighbours, asked by a notice on the board (niêm yết)."""
        return self.kind == "neighbours"

    def is_late(self, on: date) -> bool:
        """True while answers are open after the day they were due (quá hạn trả lời)."""
        return self.state == "asked" and self.due_on is not None and self.due_on < on


class Opinion(Row):
    """What was answered about one nomination (ý kiến hiệp y); `answer` is empty while nothing came."""

    ANSWERS = [("agrees", "đồng ý"), ("objects", "không đồng ý")]

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="opinions")
    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="opinions")
    answer = models.CharField("ý kiến", max_length=8, choices=ANSWERS, blank=True)
    reason = models.TextField("lý do", blank=True)
    replied_on = models.DateField("ngày trả lời", null=True)
    reply = models.CharField("văn bản, cách trả lời", max_length=200, blank=True)

    class Meta:
        ordering = ["nomination__sort_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "nomination"], name="awards_one_opinion_per_nomination"
            )
        ]
