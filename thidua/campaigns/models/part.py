"""Taking part: registrations with targets, progress, reminders, the unit's own review."""

from __future__ import annotations

from django.db import models

from thidua.campaigns import states
from thidua.campaigns.models.campaign import Campaign, ContentArea
from thidua.campaigns.models.model_project import ModelProject
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Unit
from thidua.records.models import Message, OfficialDocument


class Registration(Stateful):
    """A unit's registration (đăng ký thi đua); `how` says by which way it came when the
    officer typed it in.
    """

    table = states.REGISTRATION

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="registrations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="registrations")
    note = models.TextField("cam kết, ghi chú", blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    submitted_on = models.DateField("ngày gửi", null=True)
    remark = models.TextField("ý kiến trả lại", blank=True)

    class Meta:
        ordering = ["unit__path"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "unit"], name="campaigns_one_registration_per_unit")
        ]


class Target(Row):
    """What a unit sets itself (chỉ tiêu) under a content: an amount in a unit of measure, by a day; `base`
    is what there is at the start.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="targets")
    content = models.ForeignKey(ContentArea, on_delete=models.PROTECT, related_name="targets")
    text = models.CharField("chỉ tiêu", max_length=250)
    goal = models.DecimalField("mức đăng ký", max_digits=14, decimal_places=2, null=True, blank=True)
    measure = models.CharField("đơn vị tính", max_length=40, blank=True)
    base = models.DecimalField("hiện có", max_digits=14, decimal_places=2, null=True, blank=True)
    due = models.DateField("hoàn thành trước ngày", null=True, blank=True)

    class Meta:
        ordering = ["content__order", "id"]


class ProgressEntry(Row):
    """One report of progress (kết quả thực hiện) by a unit, on a target, on its model, or in general.

    Evidence (minh chứng) hangs on it as `records.Attachment`.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="progress")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="progress")
    target = models.ForeignKey(
        Target, on_delete=models.PROTECT, null=True, blank=True, related_name="progress"
    )
    project = models.ForeignKey(
        ModelProject, on_delete=models.PROTECT, null=True, blank=True, related_name="progress"
    )
    value = models.DecimalField("đã đạt", max_digits=14, decimal_places=2, null=True, blank=True)
    text = models.TextField("kết quả")
    on = models.DateField("ngày báo cáo")
    how = models.CharField("cách nhận", max_length=200, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["campaign", "unit", "on"], name="campaigns_progress_unit")]


class Reminder(Row):
    """A unit was reminded (đôn đốc): by a letter, a message on its desk, in the Zalo group or by telephone;
    evidence that the council followed up.
    """

    MISSING = [
        ("registration", "đăng ký"),
        ("report", "báo cáo"),
        ("receipt", "xác nhận đã nhận kế hoạch"),
        ("task", "kết quả nhiệm vụ đã đến hạn"),
        ("review", "bản tổng kết của đơn vị"),
        ("sign", "tình hình thực hiện"),
    ]
    WAYS = [
        ("letter", "công văn"),
        ("message", "nhắn trên phần mềm"),
        ("zalo", "nhắn qua Zalo"),
        ("telephone", "gọi điện"),
    ]

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="reminders")
    document = models.ForeignKey(
        OfficialDocument, on_delete=models.PROTECT, null=True, related_name="reminders"
    )
    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="reminders")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reminders")
    missing = models.CharField("còn thiếu", max_length=20, choices=MISSING)
    way = models.CharField("đôn đốc bằng", max_length=10, choices=WAYS, default="letter")
    said = models.TextField("lời đôn đốc", blank=True)
    by = models.CharField("người đôn đốc", max_length=250, blank=True)
    on = models.DateField("ngày")

    class Meta:
        ordering = ["-on", "-id"]


class UnitReview(Stateful):
    """A unit's own closing (tổng kết của đơn vị, mục III.5): results, own commendations, its judging meeting.

    `results` maps a target's key to a sentence; `commended` lists {name, kind, reason} of those the unit
    commends within its own power; `present`, `chair`, `secretary` describe the meeting (họp xét) whose
    minutes we print.
    """

    table = states.UNIT_REVIEW

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="unit_reviews")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="unit_reviews")
    summary = models.TextField("kết quả chung", blank=True)
    lessons = models.TextField("bài học, kiến nghị", blank=True)
    results = models.JSONField(default=dict)
    commended = models.JSONField("đơn vị tự biểu dương", default=list)
    met_on = models.DateField("ngày họp xét", null=True, blank=True)
    met_from = models.CharField("bắt đầu lúc", max_length=10, blank=True)
    met_to = models.CharField("kết thúc lúc", max_length=10, blank=True)
    met_at = models.CharField("địa điểm", max_length=200, blank=True)
    chair = models.CharField("chủ trì", max_length=200, blank=True)
    secretary = models.CharField("thư ký", max_length=200, blank=True)
    invited = models.PositiveIntegerField("số người được triệu tập", null=True, blank=True)
    present = models.PositiveIntegerField("số người có mặt", null=True, blank=True)
    minutes = models.TextField("diễn biến", blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    submitted_on = models.DateField("ngày gửi", null=True)
    remark = models.TextField("ý kiến trả lại", blank=True)

    class Meta:
        ordering = ["unit__path"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "unit"], name="campaigns_one_review_per_unit")
        ]
