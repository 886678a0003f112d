"""What happened before this office kept its work here: old awards, disciplines (khen thưởng, kỷ luật cũ)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from thidua.awards import states
from thidua.journal.rows import Stateful
from thidua.org.models import Collective, Household, Person, Unit
from thidua.vietnamese.dates import vn_date

DECIDING_LEVELS = [
    ("trung_uong", "cấp Nhà nước, bộ, ngành trung ương"),
    ("tinh", "cấp tỉnh"),
    ("huyen", "cấp huyện"),
    ("xa", "cấp xã"),
    ("don_vi", "cơ quan, đơn vị, đoàn thể"),
]


class Remembered(Stateful):
    """Something entered about one candidate from an old paper (điều ghi từ giấy tờ cũ).

    `unit` is the office that keeps it, `name` the words on the old paper. What was entered by mistake is
    removed with its reason (`why`) and can be taken back; nothing is deleted.
    """

    table = states.REMEMBERED

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="nơi giữ")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="%(class)ss")
    collective = models.ForeignKey(Collective, on_delete=models.PROTECT, null=True, related_name="%(class)ss")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, related_name="%(class)ss")
    name = models.CharField("tên ghi trên giấy", max_length=250)
    entered_on = models.DateField("ngày ghi")
    entered_by = models.CharField("người ghi", max_length=250)
    why = models.TextField("lý do sửa, bỏ", blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_of_one",
                condition=Q(person__isnull=False, collective=None, household=None)
                | Q(person=None, collective__isnull=False, household=None)
                | Q(person=None, collective=None, household__isnull=False),
            )
        ]

    @property
    def candidate(self) -> Person | Collective | Household:
        """Whom it is about (đối tượng)."""
        found = self.person or self.collective or self.household
        assert found is not None  # the check constraint of_one
        return found


class PastAward(Remembered):
    """An award of before, from its paper (khen thưởng cũ): what, by whom, for what, with which prize.

    `form` is an id of the law books where the award is one of them, else "" and the words of `title` stand
    alone. `amount` in đồng, None where the paper says nothing.
    """

    form = models.CharField("hình thức trong sổ luật", max_length=40, blank=True)
    title = models.CharField("hình thức, danh hiệu", max_length=250)
    decision = models.CharField("số quyết định", max_length=80)
    decided_on = models.DateField("ngày quyết định")
    decided_by = models.CharField("người, cơ quan quyết định", max_length=250)
    level = models.CharField("cấp quyết định", max_length=12, choices=DECIDING_LEVELS)
    achievement = models.TextField("thành tích", blank=True)
    achieved_from = models.DateField("thành tích từ ngày", null=True, blank=True)
    achieved_to = models.DateField("thành tích đến ngày", null=True, blank=True)
    amount = models.PositiveIntegerField("tiền thưởng (đồng)", null=True, blank=True)

    class Meta(Remembered.Meta):
        ordering = ["-decided_on", "-id"]
        constraints = [
            *Remembered.Meta.constraints,
            *(
                models.UniqueConstraint(
                    fields=[kind, "decision", "decided_on", "title"],
                    condition=Q(state="kept", **{f"{kind}__isnull": False}),
                    name=f"awards_past_award_once_{kind}",
                )
                for kind in ("person", "collective", "household")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, Quyết định số {self.decision} ngày {vn_date(self.decided_on)}"


class Discipline(Remembered):
    """A discipline (kỷ luật): its form, from a day to a day, and the paper that says so.

    `ends` is None while its end is not known: it counts as running. Only those who appraise may see it.
    """

    form = models.CharField("hình thức kỷ luật", max_length=200)
    starts = models.DateField("từ ngày")
    ends = models.DateField("hết hiệu lực ngày", null=True, blank=True)
    paper = models.CharField("theo văn bản", max_length=250)

    class Meta(Remembered.Meta):
        ordering = ["-starts", "-id"]
        constraints = [
            *Remembered.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="awards_discipline_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        until = f" đến {vn_date(self.ends)}" if self.ends else ""
        return f"{self.form}, từ {vn_date(self.starts)}{until}, {self.paper}"
