"""Doors to progress against targets and to reminders (tra cứu kết quả theo chỉ tiêu, việc đôn đốc)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.db.models import Max, QuerySet

from thidua.campaigns.models import Campaign, ProgressEntry, Reminder, Target
from thidua.org.models import Unit, User
from thidua.org.queries import open_mandates

TIMES = 3  # so many times the registered amount, and more, is asked about before it is kept


@dataclass(frozen=True)
class Progress:
    """How far one target is (kết quả của một chỉ tiêu): its last figure, and when it was told."""

    target: Target
    value: Decimal | None
    on: date | None

    @property
    def share(self) -> Fraction | None:
        """What part of the target is reached (tỷ lệ đạt), None without a figure to reach."""
        if not self.target.goal or self.value is None:
            return None
        return Fraction(self.value) / Fraction(self.target.goal)

    @property
    def percent(self) -> int:
        """The same in whole percent, rounded down: "đạt 100 %" is said only of what is reached."""
        return int((self.share or 0) * 100)

    @property
    def done(self) -> int:
        """How much of a bar of 100 is filled."""
        return min(self.percent, 100)

    @property
    def is_reached(self) -> bool:
        return self.share is not None and self.share >= 1


def bars_of(targets: Iterable[Target]) -> list[Progress]:
    """Each target with its last figure (thanh kết quả), in the order given; one query."""
    held = list(targets)
    told = ProgressEntry.objects.filter(target__in=held, value__isnull=False).order_by("on", "id")
    last = {target: (value, on) for target, value, on in told.values_list("target", "value", "on")}
    return [Progress(one, *last.get(one.pk, (None, None))) for one in held]


def targets_of_campaign(campaign: Campaign) -> QuerySet[Target]:
    """The targets of every unit whose registration was sent (mọi chỉ tiêu đã đăng ký), unit after unit."""
    found = Target.objects.filter(
        registration__campaign=campaign, registration__state__in=("submitted", "accepted")
    )
    return found.select_related("content", "registration__unit").order_by(
        "registration__unit__path", "content__order", "id"
    )


def last_value(target: Target) -> Decimal | None:
    """The figure told last on a target (số đã báo), None while there is none."""
    told = target.progress.filter(value__isnull=False).order_by("-on", "-id")
    return told.values_list("value", flat=True).first()


def odd_in(target: Target, value: Decimal) -> str:
    """What is strange about a figure (số chưa hợp lý), as a question that names the numbers; "" when nothing
    is. Căn cứ: không (quy ước nội bộ).
    """
    before = last_value(target)
    if value < 0:
        return "Số đạt được nhỏ hơn 0."
    if before is not None and value < before:
        return (
            f"Số đạt được {_said(value)} nhỏ hơn số đã báo lần trước ({_said(before)}); "
            "ô này ghi tổng đã đạt đến nay."
        )
    if target.goal and value >= TIMES * target.goal:
        return f"Số đạt được {_said(value)} gấp từ {TIMES} lần mức đăng ký ({_said(target.goal)}) trở lên."
    return ""


def _said(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def reminded_last(campaign: Campaign) -> dict[UUID, date]:
    """The day each unit was reminded last (đôn đốc lần cuối)."""
    return dict(campaign.reminders.order_by().values_list("unit_id").annotate(last=Max("on")))


def reminders_of_unit(campaign: Campaign, unit: Unit) -> QuerySet[Reminder]:
    """Every time a unit was reminded, the latest first (đã đôn đốc đơn vị)."""
    return campaign.reminders.filter(unit=unit).select_related("document")


def accounts_with_mail(units: Sequence[Unit], *, on: date) -> int:
    """How many heads of these units get the digest by e-mail (người nhận thư nhắc việc)."""
    heads = open_mandates(on).filter(unit__in=units, office__role__in=("unit_head", "village_head"))
    accounts = User.objects.filter(is_active=True, person__in=heads.values("person"))
    return accounts.filter(email_confirmed_on__isnull=False).exclude(email="").count()
