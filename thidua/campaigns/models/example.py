"""What is worth spreading: good deeds reported and the role models made of them (nêu gương)."""

from __future__ import annotations

from typing import Any

from django.db import models

from thidua.campaigns import states
from thidua.campaigns.models.campaign import Campaign
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Collective, Household, Person, Unit
from thidua.records.models import Consent
from thidua.vietnamese.names import without_honorific
from thidua.vietnamese.text import fold, squeeze


class Lead(Stateful):
    """A good deed somebody reported (gương người tốt, việc tốt được phát hiện), before anybody checked it.

    A visitor gives a name and telephone only if they want to. `receipt` is the code the reporter keeps.
    `home` is the unit where it happened, `asked` the unit whose head was asked whether it is true.
    `joined_to` is the report of the same deed that goes on: a pointer, so that they can be taken apart again.
    """

    table = states.LEAD

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="leads")
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="leads"
    )
    receipt = models.CharField("mã tin báo", max_length=12, unique=True)
    who = models.CharField("ai làm việc tốt", max_length=200)
    folded = models.CharField(max_length=200, editable=False, db_index=True)
    where = models.CharField("ở đâu", max_length=200, blank=True)
    what = models.TextField("việc gì")
    reporter = models.CharField("người báo tin", max_length=200, blank=True)
    reporter_telephone = models.CharField("điện thoại người báo", max_length=20, blank=True)
    how = models.CharField("cách nhận", max_length=200, blank=True)
    received_on = models.DateField("ngày nhận")
    checked_with = models.CharField("đã hỏi ai", max_length=250, blank=True)
    checked_on = models.DateField("ngày xác minh", null=True)
    remark = models.TextField("kết luận", blank=True)
    home = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="told_leads",
        verbose_name="thôn, đơn vị",
    )
    asked = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="asked_leads",
        verbose_name="nơi được hỏi",
    )
    asked_on = models.DateField("ngày hỏi", null=True, blank=True)
    joined_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="joined",
        verbose_name="gộp vào tin",
    )

    class Meta:
        ordering = ["-received_on", "-id"]

    def __str__(self) -> str:
        return self.who

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the name to search by, without marks and without Ông, Bà, in step with the name."""
        self.folded = fold(without_honorific(self.who))
        super().save(*args, **kwargs)


class VisitorMark(Row):
    """A good deed was just sent from this sender (dấu người gửi), so that nobody floods the office.

    `sender` is a keyed hash of the network address, never the address; rows older than a day are deleted.
    The age of a row is in its time-ordered key.
    """

    sender = models.CharField(max_length=64, db_index=True)


class RoleModel(Stateful):
    """A role model (điển hình tiên tiến) with its page; public only while consent stands."""

    table = states.ROLE_MODEL

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="role_models")
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="role_models"
    )
    lead = models.OneToOneField(
        Lead, on_delete=models.PROTECT, null=True, blank=True, related_name="role_model"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="role_models"
    )
    collective = models.ForeignKey(
        Collective, on_delete=models.PROTECT, null=True, blank=True, related_name="role_models"
    )
    household = models.ForeignKey(
        Household, on_delete=models.PROTECT, null=True, blank=True, related_name="role_models"
    )
    slug = models.SlugField("địa chỉ trang", max_length=80)
    name = models.CharField("tên", max_length=200)
    place = models.CharField("đơn vị, thôn", max_length=200, blank=True)
    title = models.CharField("tên bài", max_length=250)
    story = models.TextField("câu chuyện")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")
    published_on = models.DateField("ngày công khai", null=True)
    folded = models.TextField(blank=True, editable=False)

    class Meta:
        ordering = [models.F("published_on").desc(nulls_first=True), "-id"]
        constraints = [models.UniqueConstraint(fields=["unit", "slug"], name="campaigns_role_model_slug")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: Any) -> None:
        """Keep the words to search by, without marks, in step with the page."""
        self.folded = fold(squeeze(f"{self.name} {self.place} {self.title} {self.story}"))
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)

    @property
    def has_consent(self) -> bool:
        """True while the person or the guardian agrees to be shown (còn đồng ý công khai)."""
        return self.consent is not None and self.consent.withdrawn_on is None
