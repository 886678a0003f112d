"""The stock of pre-printed blanks (kho phôi): what came, was printed, spoiled, given back, counted."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.awards.models.blank import Blank
from thidua.awards.models.decision import Decision
from thidua.journal.rows import Row

KINDS = (
    ("received", "nhập"),
    ("printed", "đã in"),
    ("spoiled", "hỏng"),
    ("given_back", "trả lại nơi cấp"),
    ("counted", "kiểm kê"),
)


class BlankDestruction(Row):
    """Spoiled blanks destroyed before witnesses (tiêu hủy phôi hỏng): the minutes are printed from this row.

    `present` are those who were there, a line each: full name, post.
    """

    blank = models.ForeignKey(Blank, on_delete=models.PROTECT, related_name="destructions")
    code = models.CharField("mã", max_length=12, unique=True)
    day = models.DateField("ngày hủy")
    means = models.CharField("cách hủy", max_length=120)
    present = models.TextField("người tham gia")

    class Meta:
        ordering = ["-day", "-id"]


class BlankEntry(Row):
    """One line of the stock (dòng nhập, xuất phôi): `change` in sheets, positive for what came.

    A count (kiểm kê) keeps the difference found, 0 when the book was right; nothing is edited, a mistake is
    put right by the next count. `serials` as printed on numbered sheets.
    """

    blank = models.ForeignKey(Blank, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField("việc", max_length=10, choices=KINDS)
    change = models.IntegerField("tăng, giảm (tờ)")
    day = models.DateField("ngày")
    paper = models.CharField("chứng từ", max_length=160, blank=True)
    serials = models.CharField("số sê-ri", max_length=160, blank=True)
    why = models.CharField("lý do", max_length=300, blank=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="blank_entries")
    destruction = models.ForeignKey(
        BlankDestruction, on_delete=models.PROTECT, null=True, related_name="entries"
    )
    entered_by = models.CharField("người ghi", max_length=250)

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="counted")
                | Q(kind="received", change__gt=0)
                | Q(kind__in=("printed", "spoiled", "given_back"), change__lt=0),
                name="awards_blank_entry_sign",
            )
        ]

    @property
    def sheets(self) -> int:
        """How many sheets, without the sign (số tờ)."""
        return abs(self.change)
