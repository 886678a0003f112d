"""Stage 3: a unit registers on chosen contents, with targets and the model it will build
(đăng ký thi đua).
"""

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
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit


@dataclass(frozen=True)
class TargetEntry:
    """One target as typed (chỉ tiêu): under which content, how much of what, by when; `id` when it stands
    already.
    """

    content: ContentArea
    text: str
    goal: Decimal | None = None
    measure: str = ""
    due: date | None = None
    id: UUID | None = None


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

    Effects: the registration, its targets and the model project; a line in the journal. Raises `Refused` when
    the campaign is not open, the registration is sent, or a target that already has results would disappear.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 17 (tổ chức phong trào); việc đăng ký là quy ước của địa
    phương.
    """
    may_take_part(mandate, unit, campaign, on=on).require()
    registration, new = Registration.objects.select_related("campaign", "unit").get_or_create(
        campaign=campaign, unit=unit
    )
    if not new:
        may_change_registration(mandate, registration, on=on).require()
    registration.note, registration.how = entry.note, entry.how
    keep(registration, "note", "how", expected=None if new else entry.version)
    _write_targets(registration, entry.targets)
    _write_project(registration, entry)
    write(
        "save_registration",
        f"Ghi đăng ký thi đua của {unit.name}: {len(entry.targets)} chỉ tiêu.",
        actor=mandate.actor(for_name=unit.name if mandate.unit_id != unit.pk else ""),
        on=on,
        thing=registration,
    )
    return registration


def _write_targets(registration: Registration, entries: tuple[TargetEntry, ...]) -> None:
    standing = {target.pk: target for target in registration.targets.all()}
    kept = {entry.id for entry in entries if entry.id}
    gone = [target for pk, target in standing.items() if pk not in kept]
    for target in gone:
        if target.progress.exists():
            raise Refused(
                no(f"Chỉ tiêu “{target.text}” đã có kết quả báo cáo, không bỏ được.", rule="register:kept")
            )
        target.delete()
    for entry in entries:
        if entry.content.campaign_id != registration.campaign_id:
            raise Refused(no("Nội dung thi đua không thuộc đợt này.", rule="register:content"))
        target = (standing.get(entry.id) if entry.id else None) or Target(registration=registration)
        target.content, target.text, target.goal = entry.content, entry.text, entry.goal
        target.measure, target.due = entry.measure, entry.due
        target.save()


def _write_project(registration: Registration, entry: RegistrationEntry) -> None:
    project = ModelProject.objects.filter(campaign=registration.campaign, unit=registration.unit).first()
    if not entry.project_title:
        return
    project = project or ModelProject(campaign=registration.campaign, unit=registration.unit)
    project.title, project.description = entry.project_title, entry.project_description
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
