"""The keys by which an office seals what it sends out (khóa niêm phong): the public halves."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.journal.rows import Row
from thidua.org.models import Unit


class SealKey(Row):
    """The public half of an Ed25519 key of an office (khóa niêm phong), from a day to a day.

    `key_id` is the first 16 hex digits of the SHA-256 of the 32 bytes of the public key; `public` these bytes
    in hex. The private half lies in a file of the installation, never in the database.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="seal_keys")
    key_id = models.CharField("số hiệu khóa", max_length=16, unique=True)
    public = models.CharField("khóa công khai", max_length=64)
    starts = models.DateField("dùng từ ngày")
    ends = models.DateField("đến hết ngày", null=True)
    ended_why = models.CharField("lý do thôi dùng", max_length=250, blank=True)

    class Meta:
        ordering = ["unit__path", "-starts", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(ends__isnull=True), name="records_one_open_seal_key"
            )
        ]
