"""How people are kept informed outside the office pages: a digest by e-mail, a calendar of their own (thư
nhắc việc, lịch riêng).
"""

from __future__ import annotations

from django.db import models

from thidua.journal.rows import Row
from thidua.org.models import Mandate, User


class Digest(Row):
    """One e-mail with all that waits for a person (thư nhắc việc): at most one a day, to an account and to an
    address.

    A row is written before anything is sent, so that a second run sends nothing twice.
    """

    STATES = [("waiting", "chờ gửi"), ("sent", "đã gửi"), ("failed", "không gửi được")]

    account = models.ForeignKey(User, on_delete=models.CASCADE, related_name="digests")
    address = models.EmailField("địa chỉ thư")
    day = models.DateField("ngày")
    subject = models.CharField("tiêu đề", max_length=250)
    body = models.TextField("nội dung")
    state = models.CharField(max_length=10, choices=STATES, default="waiting")
    failed_why = models.CharField("vì sao không gửi được", max_length=250, blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["account", "day"], name="records_one_digest_a_day"),
            models.UniqueConstraint(fields=["address", "day"], name="records_one_digest_per_address"),
        ]


class CalendarAddress(Row):
    """The private address of somebody's calendar of deadlines (địa chỉ lịch riêng): who knows `token` may
    read it, until it is withdrawn.
    """

    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="calendars")
    token = models.CharField(max_length=64, unique=True)
    made_on = models.DateField("ngày lập")
    withdrawn_on = models.DateField("ngày thu hồi", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mandate"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="records_one_calendar_per_mandate",
            )
        ]
