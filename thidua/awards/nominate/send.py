"""Send a dossier, take it back, withdraw the nomination (gửi, lấy lại, rút đề nghị)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.models import Nomination
from thidua.awards.nominate.acting import actor_for
from thidua.awards.nominate.mark import keep_mark
from thidua.awards.permissions.dossier import is_late, may_submit, may_take_late
from thidua.awards.permissions.nomination import may_take_back, may_withdraw
from thidua.awards.queries.lawful import due_day
from thidua.awards.queries.supplement import days_used, open_supplement, words_of
from thidua.journal.lifecycle import advance, keep
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate


@transaction.atomic
def submit_nomination(nomination: Nomination, *, late_reason: str = "", mandate: Mandate, on: date) -> None:
    """Send the dossier to the People's Committee, or again after supplementing it (gửi hồ sơ); its clock
    starts, or runs on.

    Effects: on the standing officer's desk with the day by which it is to be appraised; what was supplemented
    is kept beside what stood there. Raises `Refused` with the first point of the checklist that stops it,
    after the campaign's day without the officer's `late_reason`, or when the office has not confirmed its
    time limit. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84; thời hạn thẩm định theo quy tắc địa phương.
    """
    nomination.governed_on = on
    late = is_late(nomination, on=on)
    asked = may_take_late if late and late_reason.strip() else may_submit
    asked(mandate, nomination, on=on).require()
    _answer_supplement(nomination, on=on)
    holder = nomination.campaign.unit if nomination.state == "draft" else nomination.holder
    due = due_day(holder, on=on, used=days_used(nomination, holder.pk))
    actor = actor_for(mandate, unit=nomination.unit)
    says = f"{nomination.unit.name} gửi hồ sơ đề nghị {nomination.award.title} cho {nomination.name}."
    if late:
        nomination.late_reason = late_reason.strip()
        says = f"{says} Nộp muộn: {nomination.late_reason}"
    advance(nomination, "submitted", actor=actor, on=on, verb="submit_nomination", says=says)
    nomination.holder, nomination.submitted_on, nomination.due_on, nomination.remark = holder, on, due, ""
    keep(nomination, "holder", "submitted_on", "due_on", "remark", "governed_on", "late_reason")
    keep_mark(nomination)


def _answer_supplement(nomination: Nomination, *, on: date) -> None:
    """Keep what each part says now beside what it said when the dossier came back."""
    supplement = open_supplement(nomination)
    if supplement is None:
        return
    now = words_of(nomination)
    for point in supplement.points.all():
        point.after = now.get(point.place, "")
        point.save(update_fields=["after"])
    supplement.answered_on = on
    supplement.save(update_fields=["answered_on"])


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
