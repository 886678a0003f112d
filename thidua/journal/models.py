"""What happened: the append-only, hash-chained journal (nhật ký)."""

from django.db import models

from thidua.journal.rows import Row, Stateful, StateTable

__all__ = ["Chain", "JournalEntry", "Row", "StateTable", "Stateful"]


class JournalEntry(models.Model):
    """One thing that happened (dòng nhật ký): who, in which mandate, what, to what, when; tied to the line
    before it.

    Names and keys are copied as words: no foreign key, so an entry never changes when a table does.
    `on` is the working day of the office, `at` the real time of the machine.
    """

    number = models.BigIntegerField("số thứ tự", primary_key=True)
    at = models.DateTimeField("thời điểm")
    on = models.DateField("ngày làm việc")
    verb = models.CharField("việc", max_length=60)
    says = models.TextField("nội dung")
    thing = models.CharField("loại đối tượng", max_length=40)
    thing_id = models.UUIDField("mã đối tượng", null=True)
    unit_id = models.UUIDField("mã đơn vị", null=True)
    actor_kind = models.CharField(max_length=10)
    actor_name = models.CharField("người thực hiện", max_length=200)
    actor_office = models.CharField("chức vụ", max_length=200, blank=True)
    actor_unit = models.CharField("đơn vị", max_length=200, blank=True)
    actor_mandate_id = models.UUIDField(null=True)
    actor_for = models.CharField("thay cho", max_length=200, blank=True)
    data = models.JSONField(default=dict)
    before = models.CharField("dấu của dòng trước", max_length=64)
    mark = models.CharField("dấu của dòng", max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["thing_id", "number"], name="journal_thing"),
            models.Index(fields=["unit_id", "number"], name="journal_unit"),
        ]


class Chain(models.Model):
    """The end of the chain: one row, locked while a line is written so that two writers never take one
    number.
    """

    last_number = models.BigIntegerField(default=0)
    last_mark = models.CharField(max_length=64, default="")
