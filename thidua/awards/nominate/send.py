"""Send a dossier, take it back, withdraw the nomination (gửi, lấy lại, rút đề nghị)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.models import Nomination
from thidua.awards.nominate.acting import actor_for
from thidua.awards.permissions.dossier import may_submit
from thidua.awards.permissions.nomination import may_take_back, may_withdraw
from thidua.awards.queries.lawful import due_day
from thidua.journal.lifecycle import advance, keep
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate


@transaction.atomic
def submit_nomination(nomination: Nomination, *, mandate: Mandate, on: date) -> None:
    """Send the dossier to the People's Committee, or again after supplementing it (gửi hồ sơ); its clock
    starts.

    Effects: on the standing officer's desk with the day by which it is to be appraised. Raises `Refused` with
    the first point of the checklist that stops it, or when the office has not confirmed its time limit.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84; thời hạn thẩm định theo quy tắc địa phương.
    """
    nomination.governed_on = on
    may_submit(mandate, nomination, on=on).require()
    holder = nomination.campaign.unit if nomination.state == "draft" else nomination.holder
    due = due_day(holder, on=on)
    actor = actor_for(mandate, unit=nomination.unit)
    says = f"{nomination.unit.name} gửi hồ sơ đề nghị {nomination.award.title} cho {nomination.name}."
    advance(nomination, "submitted", actor=actor, on=on, verb="submit_nomination", says=says)
    nomination.holder, nomination.submitted_on, nomination.due_on, nomination.remark = holder, on, due, ""
    keep(nomination, "holder", "submitted_on", "due_on", "remark", "governed_on")


@transaction.atomic
def take_back_nomination(nomination: Nomination, *, mandate: Mandate, on: date) -> None:
    """Take a sent dossier back (lấy lại hồ sơ) while nobody has taken it up. Căn cứ: không (quy ước nội
    bộ).
    """
    may_take_back(mandate, nomination, on=on).require()
    actor, says = (
        actor_for(mandate, unit=nomination.unit),
        f"Lấy lại hồ sơ đề nghị của {nomination.name} để sửa.",
    )
    advance(nomination, "draft", actor=actor, on=on, verb="take_back_nomination", says=says)
    nomination.holder, nomination.due_on = nomination.unit, None
    keep(nomination, "holder", "due_on")


@transaction.atomic
def withdraw_nomination(nomination: Nomination, *, reason: str, mandate: Mandate, on: date) -> None:
    """Withdraw the nomination for good (rút đề nghị) with the reason. Căn cứ: không (quy ước nội bộ)."""
    may_withdraw(mandate, nomination, on=on).require()
    if not reason.strip():
        raise Refused(no("Hãy ghi lý do rút đề nghị.", rule="nominate:reason"))
    actor, says = (
        actor_for(mandate, unit=nomination.unit),
        f"Rút đề nghị của {nomination.name}: {reason.strip()}",
    )
    advance(nomination, "withdrawn", actor=actor, on=on, verb="withdraw_nomination", says=says)
    nomination.remark = reason.strip()
    keep(nomination, "remark")
    nomination.appraisals.filter(concluded_on=None).update(
        concluded_on=on, remark=f"Đơn vị rút: {reason.strip()}"
    )
