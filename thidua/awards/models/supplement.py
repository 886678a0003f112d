"""What a dossier brings and what it is sent back for: evidence of its claims, supplements (minh chứng, bổ
sung).
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.awards.models.nomination import Claim, Nomination
from thidua.journal.rows import Row
from thidua.org.models import Unit
from thidua.records.models import Attachment


class Evidence(Row):
    """One piece of evidence of a claim (minh chứng): a file, or a thing the campaign has on file already.

    `about`, `about_id` name that thing as papers do, `slug` its page where it has one of its own; `says` is
    how it is called.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="evidence")
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, related_name="+")
    about = models.CharField(max_length=60, blank=True)
    about_id = models.UUIDField(null=True)
    slug = models.CharField(max_length=80, blank=True)
    says = models.CharField("minh chứng", max_length=300)
    added_on = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="awards_evidence_is_one_thing",
                condition=Q(attachment__isnull=False, about="", about_id=None)
                | Q(attachment=None, about_id__isnull=False) & ~Q(about=""),
            ),
            models.UniqueConstraint(
                fields=["claim", "attachment"],
                condition=Q(attachment__isnull=False),
                name="awards_file_once_per_claim",
            ),
            models.UniqueConstraint(
                fields=["claim", "about_id"],
                condition=Q(about_id__isnull=False),
                name="awards_thing_once_per_claim",
            ),
        ]


class Supplement(Row):
    """One return of a dossier for supplement (lần trả lại để bổ sung) by one office, until it comes back.

    `used` counts the days of the time limit that had passed when it went back: the days at the unit count for
    nobody. Without points the whole dossier is open to the unit.
    """

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="supplements")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField("lần")
    returned_on = models.DateField("ngày trả lại")
    used = models.PositiveSmallIntegerField("số ngày thẩm định đã dùng")
    remark = models.TextField("ý kiến", blank=True)
    answered_on = models.DateField("ngày nhận lại", null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "unit", "number"], name="awards_one_number_per_supplement"
            ),
            models.UniqueConstraint(
                fields=["nomination", "unit"],
                condition=Q(answered_on=None),
                name="awards_one_open_supplement",
            ),
        ]


class SupplementPoint(Row):
    """One part of the dossier to supplement (phần cần bổ sung): what is asked, what stood there, what came.

    `place` is the id of the part in `queries.supplement`; `before` and `after` are its words at the return
    and when the dossier came back.
    """

    supplement = models.ForeignKey(Supplement, on_delete=models.CASCADE, related_name="points")
    place = models.CharField(max_length=60)
    label = models.CharField("phần", max_length=300)
    asks = models.TextField("cần bổ sung gì")
    before = models.TextField("trước", blank=True)
    after = models.TextField("sau", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["supplement", "place"], name="awards_one_point_per_place")
        ]
