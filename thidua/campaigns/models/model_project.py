"""What a unit builds in a campaign: a model or piece of work, its stages, figures and pictures (mô hình, phần
việc).
"""

from __future__ import annotations

from datetime import date

from django.db import models

from thidua.campaigns import states
from thidua.campaigns.models.campaign import Campaign, ContentArea
from thidua.journal.rows import Row, Stateful, short_code
from thidua.org.models import Person, Unit
from thidua.records.models import Consent


class ModelProject(Stateful):
    """A model or piece of work a unit builds (mô hình, phần việc): planned, under way, done.

    `stage` says how far the work is, `state` whether everybody may see it. `shown` are the words as they were
    approved: what is rewritten later is not public before somebody else has approved it again. `writer` is
    who wrote last, and does not approve it.
    """

    STAGES = [
        ("planned", "mới đăng ký"),
        ("building", "đang làm"),
        ("done", "đã hoàn thành"),
        ("dropped", "thôi không làm"),
    ]
    table = states.MODEL_PROJECT

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="model_projects")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="model_projects")
    code = models.CharField("mã", max_length=12, unique=True, default=short_code)
    content = models.ForeignKey(
        ContentArea, on_delete=models.PROTECT, null=True, blank=True, related_name="model_projects"
    )
    title = models.CharField("tên mô hình, phần việc", max_length=250)
    description = models.TextField("mô tả, cách làm", blank=True)
    starts = models.DateField("bắt đầu từ ngày", null=True, blank=True)
    cost = models.PositiveBigIntegerField("kinh phí", null=True, blank=True)
    cost_source = models.CharField("nguồn kinh phí", max_length=250, blank=True)
    people = models.PositiveIntegerField("số người tham gia", null=True, blank=True)
    people_say = models.CharField("ai tham gia", max_length=250, blank=True)
    result = models.TextField("kết quả", blank=True)
    stage = models.CharField("tình trạng", max_length=10, choices=STAGES, default="planned")
    done_on = models.DateField("ngày hoàn thành", null=True, blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    writer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    shown = models.JSONField("lời đã duyệt", default=dict)
    published_on = models.DateField("công khai ngày", null=True)
    approved_by = models.CharField("người duyệt", max_length=250, blank=True)
    remark = models.CharField("lý do trả lại, gỡ", max_length=250, blank=True)

    class Meta:
        ordering = ["unit__path", "id"]
        indexes = [models.Index(fields=["campaign", "state"], name="campaigns_project_state")]

    def __str__(self) -> str:
        return self.title


class ModelStep(Stateful):
    """One stage of building a model (giai đoạn), with the day it shall be done."""

    table = states.MODEL_STEP

    project = models.ForeignKey(ModelProject, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField()
    text = models.CharField("giai đoạn", max_length=250)
    due = models.DateField("xong trước ngày", null=True, blank=True)
    done_on = models.DateField("ngày xong", null=True, blank=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.text

    def is_late(self, on: date) -> bool:
        """True while it is not done after its day (quá hạn)."""
        return self.state in {"waiting", "doing"} and self.due is not None and self.due < on


class ModelFigure(Row):
    """One figure of what came of a model (kết quả bằng số): what, how many, in which unit of measure."""

    project = models.ForeignKey(ModelProject, on_delete=models.CASCADE, related_name="figures")
    order = models.PositiveSmallIntegerField()
    text = models.CharField("kết quả gì", max_length=200)
    value = models.DecimalField("số", max_digits=14, decimal_places=2)
    measure = models.CharField("đơn vị tính", max_length=40, blank=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.text


class ModelPicture(Row):
    """A picture of a model before or after (ảnh trước, ảnh sau); the file hangs on it as
    `records.Attachment`.

    Everybody may see it only while each person in it agrees; see `PicturePerson`.
    """

    SIDES = [("before", "trước khi làm"), ("after", "sau khi làm")]

    project = models.ForeignKey(ModelProject, on_delete=models.CASCADE, related_name="pictures")
    code = models.CharField("mã", max_length=12, unique=True, default=short_code)
    side = models.CharField("chụp lúc nào", max_length=10, choices=SIDES)
    caption = models.CharField("lời dưới ảnh", max_length=200, blank=True)

    class Meta:
        ordering = ["-side", "id"]

    def __str__(self) -> str:
        return self.caption or f"Ảnh {self.get_side_display()}"

    @property
    def unit(self) -> Unit:
        """Whose it is: its file belongs to this unit."""
        return self.project.unit


class PicturePerson(Row):
    """Somebody who can be recognised in a picture (người trong ảnh), and whether they agree to be shown."""

    picture = models.ForeignKey(ModelPicture, on_delete=models.CASCADE, related_name="people")
    name = models.CharField("tên", max_length=200)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
