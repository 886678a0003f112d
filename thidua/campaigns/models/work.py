"""From the plan to the work: tasks and who has them, what the plan expects, who gets the plan, the plan
above.
"""

from __future__ import annotations

from datetime import date

from django.db import models

from thidua.campaigns import states
from thidua.campaigns.models.campaign import Campaign, Obligation
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Unit
from thidua.org.states import ROLE_CHOICES
from thidua.records.models import Message


class Task(Stateful):
    """A task (nhiệm vụ) that the plan lays on somebody, tied to its clause.

    `said` are the words of the plan, "" for a task the office added; `text` is what is asked now. `body` is
    who does it in the words of the plan; `unclear` what of it nobody here answers to, for the officer to
    settle.
    """

    table = states.TASK

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="tasks")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, related_name="tasks")
    code = models.CharField("mã", max_length=12, unique=True)
    order = models.PositiveSmallIntegerField()
    clause = models.CharField("mục", max_length=60, blank=True)
    body = models.CharField("ai làm (lời kế hoạch)", max_length=300, blank=True)
    unclear = models.CharField("chưa rõ là ai", max_length=300, blank=True)
    said = models.TextField("lời kế hoạch", blank=True)
    text = models.TextField("nhiệm vụ")
    due = models.DateField("hạn", null=True, blank=True)
    due_says = models.CharField("hạn theo", max_length=200, blank=True)
    remark = models.CharField("lý do", max_length=250, blank=True)

    class Meta:
        ordering = ["order", "id"]
        indexes = [models.Index(fields=["campaign", "state"], name="campaigns_task_state")]

    def __str__(self) -> str:
        return self.text


class Assignment(Stateful):
    """A task in the hands of one unit (việc được giao), or of one office of the launching committee: `role`.

    `how` says by which way the result came when the officer wrote it down; evidence (minh chứng) hangs on it
    as `records.Attachment`.
    """

    table = states.ASSIGNMENT

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField("chức vụ", max_length=20, choices=ROLE_CHOICES, blank=True)
    result = models.TextField("kết quả", blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    done_on = models.DateField("ngày xong", null=True, blank=True)
    done_by = models.CharField("người ghi", max_length=250, blank=True)
    remark = models.CharField("lý do", max_length=250, blank=True)

    class Meta:
        ordering = ["unit__path", "role"]
        constraints = [
            models.UniqueConstraint(fields=["task", "unit", "role"], name="campaigns_one_assignment_per_unit")
        ]

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        """Who has it (ai làm): the unit, or the office within the committee."""
        return self.get_role_display() if self.role else self.unit.name

    def is_late(self, on: date) -> bool:
        """True while it is open after its day (quá hạn)."""
        return self.state == "doing" and self.task.due is not None and self.task.due < on


class Expectation(Stateful):
    """What the plan expects and the data can tell (yêu cầu đếm được của kế hoạch): how many of what, by whom.

    `at_least` is the number of the plan, None where it names none: then one is enough, and the page says so.
    """

    COUNTS = [
        ("projects", "mô hình, phần việc hoàn thành"),
        ("news", "tin, bài đã đăng"),
        ("broadcasts", "lượt phát thanh"),
        ("registrations", "đăng ký thi đua"),
        ("reports", "báo cáo kết quả"),
        ("reviews", "bản tổng kết của đơn vị"),
        ("nominations", "đề nghị khen thưởng"),
        ("role_models", "gương điển hình được công khai"),
    ]
    PER = [
        ("campaign", "cả đợt"),
        ("unit", "mỗi đơn vị, thôn"),
        ("village", "mỗi thôn"),
        ("body", "mỗi cơ quan, đơn vị"),
    ]
    table = states.EXPECTATION

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="expectations")
    obligation = models.ForeignKey(
        Obligation, on_delete=models.PROTECT, null=True, related_name="expectations"
    )
    code = models.CharField("mã", max_length=12, unique=True)
    clause = models.CharField("mục", max_length=60, blank=True)
    said = models.TextField("lời kế hoạch")
    counts = models.CharField("đếm gì", max_length=20, choices=COUNTS)
    per = models.CharField("tính cho", max_length=10, choices=PER)
    at_least = models.PositiveIntegerField("ít nhất", null=True, blank=True)
    remark = models.TextField("lý do, minh chứng", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "obligation", "counts"], name="campaigns_expect_once")
        ]

    def __str__(self) -> str:
        return self.get_counts_display()

    @property
    def needed(self) -> int:
        """How many are enough (số cần có)."""
        return self.at_least if self.at_least is not None else 1


class Delivery(Row):
    """One recipient of the plan (nơi nhận): told through `message` when it is a unit here, else by hand.

    Whoever confirmed is in the message; `received_on`, `received_by`, `how` hold what the officer noted.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="deliveries")
    order = models.PositiveSmallIntegerField()
    words = models.CharField("nơi nhận (lời kế hoạch)", max_length=300)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_deliveries"
    )
    message = models.OneToOneField(Message, on_delete=models.PROTECT, null=True, related_name="delivery")
    received_on = models.DateField("ngày nhận", null=True, blank=True)
    received_by = models.CharField("ai nhận", max_length=200, blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    removed_why = models.CharField("lý do bỏ khỏi danh sách", max_length=250, blank=True)

    class Meta:
        ordering = ["order", "unit__path"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "unit"],
                condition=models.Q(unit__isnull=False),
                name="campaigns_one_delivery_per_unit",
            )
        ]

    def __str__(self) -> str:
        return self.unit.name if self.unit else self.words

    @property
    def got_on(self) -> date | None:
        """The day the plan was received (ngày nhận), None while nobody said so."""
        return self.received_on or (self.message.read_on if self.message else None)

    @property
    def got_by(self) -> str:
        return self.received_by or (self.message.read_by if self.message else "")


class ParentPlan(Row):
    """The plan of the level above that this campaign carries out (kế hoạch cấp trên), for comparing criteria.

    Either a campaign launched above in this installation (`source`), or a file and what the reader understood
    of it.
    """

    campaign = models.OneToOneField(Campaign, on_delete=models.PROTECT, related_name="parent_plan")
    source = models.ForeignKey(Campaign, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField("tên", max_length=250)
    sha256 = models.CharField(max_length=64, blank=True)
    file = models.FileField(upload_to="ke-hoach-tren/%Y/%m", blank=True)
    reading = models.JSONField("kết quả đọc", default=dict)
    linked_on = models.DateField("ngày gắn")
    linked_by = models.CharField("người gắn", max_length=250)
