"""Open dossiers of an ended unit go to the unit that carries on (chuyển hồ sơ cho đơn vị kế thừa)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from thidua.awards.models import Appraisal, CouncilSession, Decision, Nomination, Submission
from thidua.awards.queries.inherit import DONE
from thidua.campaigns.permissions.campaign import may_inherit
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.org.models import Mandate, Unit
from thidua.vietnamese.dates import vn_date


@dataclass(frozen=True)
class TakenOver:
    """What was taken over (đã nhận): how many dossiers, submissions; how many sessions and drafts fell."""

    dossiers: int
    submissions: int
    sessions_cancelled: int
    drafts_cancelled: int


@transaction.atomic
def take_over_dossiers(unit: Unit, *, mandate: Mandate, on: date) -> TakenOver:
    """Take over the dossiers an ended unit held or had proposed (nhận hồ sơ đang dở); return the counts.

    Effects: sessions of its council that were not closed fall, their cases wait for a council again; drafts
    of decisions and submissions fall; dossiers, appraisals, submissions and closed sessions of campaigns that
    go on belong to the heir. What was issued keeps the old name. Raises `Refused` for anybody but the
    standing officer of the heir. Căn cứ: Thông tư 15/2025/TT-BNV (chưa xác nhận); nghị quyết sắp xếp đơn vị
    hành chính.
    """
    may_inherit(mandate, unit, on=on).require()
    heir = unit.heir
    assert heir is not None  # may_inherit asked it
    sessions = _drop_sessions(unit, mandate=mandate, on=on)
    drafts = _drop_drafts(unit, mandate=mandate, on=on)
    dossiers = _move_dossiers(unit, heir, mandate=mandate, on=on)
    Appraisal.objects.filter(unit=unit, concluded_on=None).update(unit=heir)
    CouncilSession.objects.filter(unit=unit, state="closed").exclude(campaign__state="closed").update(
        unit=heir
    )
    sent = Submission.objects.filter(state="sent")
    moved = sent.filter(Q(unit=unit) | Q(to_unit=unit)).count()
    sent.filter(unit=unit).update(unit=heir)
    sent.filter(to_unit=unit).update(to_unit=heir)
    done = TakenOver(dossiers, moved, sessions, drafts)
    says = f"{heir.name} nhận {dossiers} hồ sơ, {moved} việc trình đang dở của {unit.name}."
    write("take_over_dossiers", says, actor=mandate.actor(), on=on, thing=unit, data=vars(done))
    return done


def _drop_sessions(unit: Unit, *, mandate: Mandate, on: date) -> int:
    """Cancel the sessions the old council had not closed; their cases wait for the heir's council."""
    found = list(CouncilSession.objects.filter(unit=unit, state__in=("planned", "open")))
    for session in found:
        says = f"Hủy phiên họp ngày {vn_date(session.meets_on)}: {unit.name} đã kết thúc hoạt động."
        for case in session.cases.filter(nomination__state="tabled").select_related("nomination"):
            advance(
                case.nomination,
                "eligible",
                actor=mandate.actor(),
                on=on,
                verb="take_over_dossiers",
                says=says,
            )
        for state in ("planned", "cancelled"):
            if session.state != state:
                advance(session, state, actor=mandate.actor(), on=on, verb="take_over_dossiers", says=says)
    return len(found)


def _drop_drafts(unit: Unit, *, mandate: Mandate, on: date) -> int:
    """Cancel what the ended office had only drafted; its chair can no longer sign."""
    decisions = list(Decision.objects.filter(unit=unit, state="draft"))
    submissions = list(Submission.objects.filter(unit=unit, state="draft"))
    says = f"Bỏ dự thảo: {unit.name} đã kết thúc hoạt động."
    for decision in decisions:
        decision.items.all().delete()
        advance(decision, "cancelled", actor=mandate.actor(), on=on, verb="take_over_dossiers", says=says)
    for submission in submissions:
        advance(submission, "cancelled", actor=mandate.actor(), on=on, verb="take_over_dossiers", says=says)
    return len(decisions) + len(submissions)


def _move_dossiers(unit: Unit, heir: Unit, *, mandate: Mandate, on: date) -> int:
    """Give the open dossiers to the heir, each with its line in the journal."""
    found = Nomination.objects.filter(Q(unit=unit) | Q(holder=unit)).exclude(state__in=DONE)
    rows = list(found.select_related("unit", "holder"))
    for nomination in rows:
        nomination.unit = heir if nomination.unit_id == unit.pk else nomination.unit
        nomination.holder = heir if nomination.holder_id == unit.pk else nomination.holder
        keep(nomination, "unit", "holder")
        says = f"Hồ sơ của {nomination.name} chuyển từ {unit.name} sang {heir.name}, đơn vị kế thừa."
        write("take_over_dossiers", says, actor=mandate.actor(), on=on, thing=nomination)
    return len(rows)
