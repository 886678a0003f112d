"""One unit registers: written, sent, taken back, returned, received (đăng ký của một đơn vị)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from thidua.campaigns.models import Campaign, ContentArea, ModelProject, Registration, Target
from thidua.campaigns.permissions.part import (
    may_change_registration,
    may_receive,
    may_return,
    may_speak_for,
    may_take_part,
)
from thidua.campaigns.queries.targets import doubts_of
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.vietnamese.text import fold


@dataclass(frozen=True)
class TargetEntry:
    """One target as typed (chỉ tiêu): under which content, how much of what, by when, against what there is
    (`base`); `id` when it stands already, `sure` when a person has answered what looked odd.
    """

    content: ContentArea
    text: str
    goal: Decimal | None = None
    measure: str = ""
    due: date | None = None
    id: UUID | None = None
    base: Decimal | None = None
    sure: bool = False


@dataclass(frozen=True)
class RegistrationEntry:
    """A whole registration as typed (bản đăng ký): targets, the model or piece of work, and by which way it
    came.
    """

    targets: tuple[TargetEntry, ...]
    project_title: str = ""
    project_description: str = ""
    note: str = ""
    how: str = ""
    version: int | None = field(default=None, compare=False)


@transaction.atomic
def save_registration(
    campaign: Campaign, *, entry: RegistrationEntry, unit: Unit, mandate: Mandate, on: date
) -> Registration:
    """Write a unit's registration down (ghi đăng ký); it stays with the unit until it is sent.

    Effects: the registration, its targets and the model project; a line in the journal, which names the odd
    targets a person confirmed. Raises `Refused` when the campaign is not open, the registration is sent, a
    target looks odd and nobody confirmed it, or one that already has results would disappear.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 17 (tổ chức phong trào); việc đăng ký là quy ước của địa
    phương.
    """
    may_take_part(mandate, unit, campaign, on=on).require()
    confirmed = _confirmed_doubts(campaign, entry.targets)
    registration, new = Registration.objects.select_related("campaign", "unit").get_or_create(
        campaign=campaign, unit=unit
    )
    if not new:
        may_change_registration(mandate, registration, on=on).require()
    registration.note, registration.how = entry.note, entry.how
    keep(registration, "note", "how", expected=None if new else entry.version)
    _write_targets(registration, entry.targets)
    write_project(campaign, unit, entry.project_title, entry.project_description)
    write(
        "save_registration",
        f"Ghi đăng ký thi đua của {unit.name}: {len(entry.targets)} chỉ tiêu.",
        actor=mandate.actor(for_name=unit.name if mandate.unit_id != unit.pk else ""),
        on=on,
        thing=registration,
        data={"confirmed": confirmed} if confirmed else None,
    )
    return registration


def _confirmed_doubts(campaign: Campaign, entries: tuple[TargetEntry, ...]) -> list[str]:
    """What looked odd and a person confirmed; what nobody confirmed is refused, a negative amount always."""
    confirmed: list[str] = []
    for entry in entries:
        if min(entry.goal or 0, entry.base or 0) < 0:
            raise Refused(no(f"Chỉ tiêu “{entry.text}”: số không thể âm.", rule="register:negative"))
        doubts = doubts_of(entry, campaign)
        if doubts and not entry.sure:
            raise Refused(no(f"Chỉ tiêu “{entry.text}”: {' '.join(doubts)}", rule="register:odd"))
        confirmed += doubts
    return confirmed


def _write_targets(registration: Registration, entries: tuple[TargetEntry, ...]) -> None:
    standing = {target.pk: target for target in registration.targets.all()}
    same = {(target.content_id, fold(target.text)): target for target in standing.values()}
    meant = [
        standing.get(one.id) if one.id else same.get((one.content.pk, fold(one.text))) for one in entries
    ]
    kept = {target.pk for target in meant if target}
    for target in (target for pk, target in standing.items() if pk not in kept):
        if target.progress.exists():
            raise Refused(
                no(f"Chỉ tiêu “{target.text}” đã có kết quả báo cáo, không bỏ được.", rule="register:kept")
            )
        target.delete()
    for entry, held in zip(entries, meant, strict=True):
        if entry.content.campaign_id != registration.campaign_id:
            raise Refused(no("Nội dung thi đua không thuộc đợt này.", rule="register:content"))
        target = held or Target(registration=registration)
        target.content, target.text, target.goal = entry.content, entry.text, entry.goal
        target.measure, target.due, target.base = entry.measure, entry.due, entry.base
        target.save()


def write_project(campaign: Campaign, unit: Unit, title: str, description: str) -> None:
    """Keep the one model or piece of work a unit builds (ghi mô hình, phần việc); no title changes nothing.

    Căn cứ: không (quy ước nội bộ).
    """
    if not title:
        return
    project = ModelProject.objects.filter(campaign=campaign, unit=unit).first()
    project = project or ModelProject(campaign=campaign, unit=unit)
    project.title, project.description = title, description
    project.save()


@transaction.atomic
def submit_registration(registration: Registration, *, mandate: Mandate, on: date) -> None:
    """Send the registration to the standing officer (gửi đăng ký). Raises `Refused` when it has no target.

    Căn cứ: không (quy ước nội bộ).
    """
    may_take_part(mandate, registration.unit, registration.campaign, on=on).require()
    if not registration.targets.exists():
        raise Refused(
            no("Chưa có chỉ tiêu nào: hãy ghi ít nhất một chỉ tiêu rồi gửi.", rule="register:empty")
        )
    advance(
        registration,
        "submitted",
        actor=mandate.actor(),
        on=on,
        verb="submit_registration",
        says=f"{registration.unit.name} gửi đăng ký thi đua.",
    )
    registration.submitted_on, registration.remark = on, ""
    keep(registration, "submitted_on", "remark")


@transaction.atomic
def take_back_registration(registration: Registration, *, mandate: Mandate, on: date) -> None:
    """Take a sent registration back while nobody has received it (lấy lại). Căn cứ: không
    (quy ước nội bộ).
    """
    may_speak_for(mandate, registration.unit, registration.campaign, on=on).require()
    advance(
        registration,
        "draft",
        actor=mandate.actor(),
        on=on,
        verb="take_back_registration",
        says=f"{registration.unit.name} lấy lại đăng ký để sửa.",
    )


@transaction.atomic
def return_registration(registration: Registration, *, remark: str, mandate: Mandate, on: date) -> None:
    """Return a registration to the unit with what to change (trả lại). Raises `Refused` once the campaign is
    over.

    Căn cứ: không (quy ước nội bộ).
    """
    may_return(mandate, registration.campaign, on=on).require()
    advance(
        registration,
        "returned",
        actor=mandate.actor(),
        on=on,
        verb="return_registration",
        says=f"Trả lại đăng ký của {registration.unit.name}: {remark}",
    )
    registration.remark = remark
    keep(registration, "remark")


@transaction.atomic
def accept_registration(registration: Registration, *, mandate: Mandate, on: date) -> None:
    """Receive a registration (nhận đăng ký). Căn cứ: không (quy ước nội bộ)."""
    may_receive(mandate, registration.campaign, on=on).require()
    advance(
        registration,
        "accepted",
        actor=mandate.actor(),
        on=on,
        verb="accept_registration",
        says=f"Nhận đăng ký thi đua của {registration.unit.name}.",
    )
