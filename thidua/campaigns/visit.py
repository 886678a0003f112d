"""Stage 4, inspection: visits are planned, written down, and followed up until what they ask for is done
(kiểm tra việc thực hiện).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.campaigns.documents.visit import inspection_minutes
from thidua.campaigns.models import Campaign, Inspection, Requirement
from thidua.campaigns.permissions.visit import may_draft_minutes, may_inspect, may_record, may_settle
from thidua.campaigns.queries.review import head_of
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.queries import taking_part
from thidua.records.draft import draft
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import papers_about
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import nfc, squeeze


@dataclass(frozen=True)
class VisitPlan:
    """A round of visits as planned (lịch kiểm tra): day, what is looked at, who comes."""

    day: date
    about: str
    members: str


@dataclass(frozen=True)
class VisitRecord:
    """What was seen and said at a visit (kết quả kiểm tra); `demands` are (what is asked, by which day)."""

    held_on: date
    strengths: str
    faults: str = ""
    hosts: str = ""
    held_from: str = ""
    held_to: str = ""
    held_at: str = ""
    demands: tuple[tuple[str, date], ...] = ()


@transaction.atomic
def plan_inspections(
    campaign: Campaign, *, plan: VisitPlan, units: Sequence[Unit], mandate: Mandate, on: date
) -> list[Inspection]:
    """Plan visits to these units on one day (lên lịch kiểm tra).

    Effects: a visit for each unit, a line in the journal. Raises `Refused` without units, what is looked at
    or who comes, for a day in the past, and for a unit that takes no part or has a visit planned on that day.
    Căn cứ: không (quy ước nội bộ).
    """
    may_inspect(mandate, campaign, on=on).require()
    _require_plan(plan, units, on=on)
    _require_free(campaign, plan, units, on=on)
    made = [
        Inspection.objects.create(
            campaign=campaign, unit=unit, code=short_code(), day=plan.day, about=nfc(plan.about).strip(),
            members=nfc(plan.members).strip(),
        )
        for unit in units
    ]  # fmt: skip
    says = f"Lên lịch kiểm tra ngày {vn_date(plan.day)}: {', '.join(unit.name for unit in units)}."
    write("plan_inspections", says, actor=mandate.actor(), on=on, thing=campaign)
    return made


def _require_plan(plan: VisitPlan, units: Sequence[Unit], *, on: date) -> None:
    for fault, sentence in (
        (not units, "Chưa chọn đơn vị nào để kiểm tra."),
        (not plan.about.strip(), "Hãy ghi kiểm tra những gì."),
        (not plan.members.strip(), "Hãy ghi thành phần đoàn kiểm tra."),
        (plan.day < on, f"Ngày kiểm tra {vn_date(plan.day)} đã qua; hãy chọn ngày từ hôm nay."),
    ):
        if fault:
            raise Refused(no(sentence, rule="visit:plan"))


def _require_free(campaign: Campaign, plan: VisitPlan, units: Sequence[Unit], *, on: date) -> None:
    known = {unit.pk for unit in taking_part(campaign.unit, on)}
    outside = [unit.name for unit in units if unit.pk not in known]
    if outside:
        raise Refused(no(f"Không tham gia đợt thi đua này: {', '.join(outside)}.", rule="visit:outside"))
    held = campaign.inspections.filter(day=plan.day, state="planned", unit__in=units).select_related("unit")
    if held:
        named = ", ".join(one.unit.name for one in held)
        raise Refused(no(f"Ngày {vn_date(plan.day)} đã có lịch kiểm tra: {named}.", rule="visit:twice"))


@transaction.atomic
def record_inspection(inspection: Inspection, *, record: VisitRecord, mandate: Mandate, on: date) -> None:
    """Write down what a visit found and asks for (ghi kết quả kiểm tra).

    Effects: the visit is held, its requirements lie with the unit, each with its day. Raises `Refused` for a
    day to come, without findings, and for a requirement due before the visit.
    Căn cứ: không (quy ước nội bộ).
    """
    may_record(mandate, inspection, on=on).require()
    _require_record(record, on=on)
    inspection.held_on, inspection.held_at = record.held_on, squeeze(record.held_at)
    inspection.held_from, inspection.held_to = record.held_from, record.held_to
    inspection.strengths, inspection.faults = nfc(record.strengths).strip(), nfc(record.faults).strip()
    inspection.hosts = nfc(record.hosts).strip()
    keep(inspection, "held_on", "held_at", "held_from", "held_to", "strengths", "faults", "hosts")
    for order, (text, due) in enumerate(record.demands, start=1):
        Requirement.objects.create(inspection=inspection, order=order, text=nfc(text).strip(), due=due)
    advance(
        inspection, "held", actor=mandate.actor(), on=on, verb="record_inspection",
        says=f"Kiểm tra {inspection.unit.name} ngày {vn_date(record.held_on)}: "
        f"{len(record.demands)} yêu cầu.",
    )  # fmt: skip


def _require_record(record: VisitRecord, *, on: date) -> None:
    early = [text for text, due in record.demands if due < record.held_on]
    for fault, sentence in (
        (record.held_on > on, f"Ngày kiểm tra {vn_date(record.held_on)} chưa tới; hãy ghi ngày đã kiểm tra."),
        (not record.strengths.strip(), "Hãy ghi kết quả đã thấy khi kiểm tra."),
        (bool(early), f"Hạn của yêu cầu “{''.join(early[:1])[:80]}” ở trước ngày kiểm tra."),
    ):
        if fault:
            raise Refused(no(sentence, rule="visit:record"))


@transaction.atomic
def call_off_inspection(inspection: Inspection, *, reason: str, mandate: Mandate, on: date) -> None:
    """Call a planned visit off with its reason (không kiểm tra nữa); it can be put back.

    Căn cứ: không (quy ước nội bộ).
    """
    may_record(mandate, inspection, on=on).require()
    why = squeeze(reason)[:250]
    if not why:
        raise Refused(no("Hãy ghi vì sao không kiểm tra.", rule="visit:reason"))
    says = f"Không kiểm tra {inspection.unit.name} ngày {vn_date(inspection.day)}: {why}"
    advance(inspection, "called_off", actor=mandate.actor(), on=on, verb="call_off_inspection", says=says)
    inspection.remark = why
    keep(inspection, "remark")


@transaction.atomic
def put_back_inspection(inspection: Inspection, *, mandate: Mandate, on: date) -> None:
    """Put a visit that was called off back on the list (kiểm tra lại theo lịch). Căn cứ: không (quy ước nội
    bộ).
    """
    may_inspect(mandate, inspection.campaign, on=on).require()
    says = f"Trở lại lịch kiểm tra {inspection.unit.name} ngày {vn_date(inspection.day)}."
    advance(inspection, "planned", actor=mandate.actor(), on=on, verb="put_back_inspection", says=says)
    inspection.remark = ""
    keep(inspection, "remark")


@dataclass(frozen=True)
class Remedy:
    """What was done about a requirement (kết quả khắc phục), when, by which way the officer heard of it."""

    result: str
    done_on: date
    how: str = ""


@transaction.atomic
def settle_requirement(demand: Requirement, *, remedy: Remedy, mandate: Mandate, on: date) -> None:
    """Say that what a visit asked for is done (báo đã khắc phục); evidence is attached afterwards.

    Raises `Refused` without what was done, for a day to come or before the visit, and when the officer types
    for the unit without the way it came. Căn cứ: không (quy ước nội bộ).
    """
    may_settle(mandate, demand, on=on).require()
    unit = demand.inspection.unit
    for_unit = mandate.unit_id != unit.pk
    held_on = demand.inspection.held_on or remedy.done_on
    for fault, sentence in (
        (not remedy.result.strip(), "Hãy ghi đã làm gì để khắc phục."),
        (not held_on <= remedy.done_on <= on, "Ngày xong phải từ ngày kiểm tra đến hôm nay."),
        (for_unit and not remedy.how.strip(), "Hãy ghi nhận tin của đơn vị bằng cách nào."),
    ):
        if fault:
            raise Refused(no(sentence, rule="visit:remedy"))
    actor = mandate.actor(for_name=unit.name if for_unit else "")
    demand.result, demand.done_on = nfc(remedy.result).strip(), remedy.done_on
    demand.how, demand.done_by = squeeze(remedy.how)[:200], str(mandate)[:250]
    keep(demand, "result", "done_on", "how", "done_by")
    says = f"{unit.name} khắc phục sau kiểm tra: {demand.text[:120]}"
    advance(demand, "done", actor=actor, on=on, verb="settle_requirement", says=says)


@transaction.atomic
def reopen_requirement(demand: Requirement, *, mandate: Mandate, on: date) -> None:
    """Take back that a requirement is done (chưa xong, mở lại); what was written stays.

    Căn cứ: không (quy ước nội bộ).
    """
    may_settle(mandate, demand, on=on).require()
    says = f"Mở lại yêu cầu sau kiểm tra của {demand.inspection.unit.name}: {demand.text[:120]}"
    advance(demand, "open", actor=mandate.actor(), on=on, verb="reopen_requirement", says=says)
    demand.done_on = None
    keep(demand, "done_on")


@transaction.atomic
def draft_inspection_minutes(
    inspection: Inspection, *, signer: Mandate, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft the minutes of a visit (lập biên bản kiểm tra) from what was written down.

    Raises `Refused` before the visit was written down, and while there are minutes already. Căn cứ: Nghị định
    30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9.
    """
    may_draft_minutes(mandate, inspection, on=on).require()
    if papers_about(inspection, "inspection_minutes").exclude(state="cancelled").exists():
        raise Refused(no("Đã có biên bản của cuộc kiểm tra này; hãy mở biên bản ấy.", rule="visit:minutes"))
    head, demands = head_of(inspection.unit, on=on), list(inspection.demands.all())
    content = inspection_minutes(inspection, demands, head=head, signer=signer)
    return draft(
        content, purpose="inspection_minutes", about=inspection, signer=signer, mandate=mandate, on=on
    )
