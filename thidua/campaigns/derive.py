"""Stage 3, the unit's half: a unit makes its own plan of the campaign's plan (kế hoạch của đơn vị)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.campaigns.documents.derive import unit_plan_paper
from thidua.campaigns.models import Campaign, ContentArea, UnitPlan, UnitPlanLine
from thidua.campaigns.permissions.derive import may_answer_plan, may_change_plan
from thidua.campaigns.permissions.part import may_speak_for, may_take_part
from thidua.campaigns.queries.part import project_of
from thidua.campaigns.queries.review import head_of
from thidua.campaigns.register import write_project
from thidua.journal.actors import Actor
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records.draft import draft
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import papers_about
from thidua.vietnamese.text import squeeze


@dataclass(frozen=True)
class PlanLine:
    """One concrete thing as typed (việc cụ thể): under which content, what, who, by when."""

    content: ContentArea
    text: str
    who: str = ""
    due: date | None = None


@dataclass(frozen=True)
class UnitPlanEntry:
    """A whole plan of a unit as typed (kế hoạch của đơn vị)."""

    lines: tuple[PlanLine, ...]
    aims: str = ""
    criteria: str = ""
    project_title: str = ""
    project_description: str = ""
    how: str = ""
    version: int | None = None


@transaction.atomic
def save_unit_plan(
    campaign: Campaign, *, entry: UnitPlanEntry, unit: Unit, mandate: Mandate, on: date
) -> UnitPlan:
    """Write a unit's own plan down (ghi kế hoạch của đơn vị); it stays with the unit until it is sent.

    Effects: the plan with its lines, the model project; a line in the journal. Raises `Refused` when the
    campaign is not open, the plan is sent, or somebody else changed it. Căn cứ: không (quy ước nội bộ).
    """
    may_take_part(mandate, unit, campaign, on=on).require()
    plan, new = UnitPlan.objects.select_related("campaign__unit", "unit").get_or_create(
        campaign=campaign, unit=unit
    )
    may_change_plan(mandate, plan, on=on).require()
    if any(line.content.campaign_id != campaign.pk for line in entry.lines):
        raise Refused(no("Nội dung thi đua không thuộc đợt này.", rule="derive:content"))
    plan.aims, plan.criteria, plan.how = entry.aims, entry.criteria, entry.how
    keep(plan, "aims", "criteria", "how", expected=None if new else entry.version)
    plan.lines.all().delete()
    for line in entry.lines:
        UnitPlanLine.objects.create(
            plan=plan, content=line.content, text=squeeze(line.text), who=squeeze(line.who), due=line.due
        )
    write_project(campaign, unit, entry.project_title, entry.project_description)
    says = f"Ghi kế hoạch của {unit.name}: {len(entry.lines)} việc."
    write("save_unit_plan", says, actor=_actor(plan, mandate), on=on, thing=plan)
    return plan


def _actor(plan: UnitPlan, mandate: Mandate) -> Actor:
    return mandate.actor(for_name=plan.unit.name if mandate.unit_id != plan.unit_id else "")


@transaction.atomic
def submit_unit_plan(plan: UnitPlan, *, mandate: Mandate, on: date) -> None:
    """Send the plan to the standing officer (gửi kế hoạch). Raises `Refused` when it says nothing, or the
    officer typed it and does not say how it came. Căn cứ: không (quy ước nội bộ).
    """
    may_change_plan(mandate, plan, on=on).require()
    if not plan.lines.exists():
        raise Refused(no("Chưa có việc cụ thể nào: hãy ghi ít nhất một việc rồi gửi.", rule="derive:empty"))
    if mandate.unit_id != plan.unit_id and not plan.how.strip():
        raise Refused(
            no("Ghi thay đơn vị thì ghi cách nhận, như “nhận bản giấy, ngày 20/3/2023”.", rule="derive:how")
        )
    says = f"{plan.unit.name} gửi kế hoạch thực hiện đợt thi đua."
    advance(plan, "submitted", actor=_actor(plan, mandate), on=on, verb="submit_unit_plan", says=says)
    plan.submitted_on, plan.remark = on, ""
    keep(plan, "submitted_on", "remark")


@transaction.atomic
def take_back_unit_plan(plan: UnitPlan, *, mandate: Mandate, on: date) -> None:
    """Take a sent plan back while nobody has read it (lấy lại). Căn cứ: không (quy ước nội bộ)."""
    may_speak_for(mandate, plan.unit, plan.campaign, on=on).require()
    says = f"{plan.unit.name} lấy lại kế hoạch để sửa."
    advance(plan, "draft", actor=_actor(plan, mandate), on=on, verb="take_back_unit_plan", says=says)


@transaction.atomic
def return_unit_plan(plan: UnitPlan, *, remark: str, mandate: Mandate, on: date) -> None:
    """Send the plan back with a remark (trả lại kèm ý kiến). Raises `Refused` without words, or when the unit
    can no longer change it. Căn cứ: không (quy ước nội bộ).
    """
    may_answer_plan(mandate, plan, on=on).require()
    if not remark.strip():
        raise Refused(no("Hãy ghi điều đơn vị cần sửa trước khi trả lại.", rule="derive:remark"))
    says = f"Trả lại kế hoạch của {plan.unit.name}: {remark}"
    advance(plan, "returned", actor=mandate.actor(), on=on, verb="return_unit_plan", says=says)
    plan.remark = remark
    keep(plan, "remark")


@transaction.atomic
def see_unit_plan(plan: UnitPlan, *, mandate: Mandate, on: date) -> None:
    """Mark the plan as read, without a remark (đã xem). Căn cứ: không (quy ước nội bộ)."""
    may_answer_plan(mandate, plan, on=on).require()
    says = f"Đã xem kế hoạch của {plan.unit.name}."
    advance(plan, "seen", actor=mandate.actor(), on=on, verb="see_unit_plan", says=says)


@transaction.atomic
def draft_unit_plan_paper(plan: UnitPlan, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the plan as a paper of the unit for its head to sign (soạn kế hoạch của đơn vị).

    Raises `Refused` before the plan was sent, while an earlier paper of it stands, and when the unit has no
    head. Căn cứ: không (quy ước nội bộ).
    """
    may_take_part(mandate, plan.unit, plan.campaign, on=on).require()
    if plan.state not in {"submitted", "seen"}:
        raise Refused(no("Gửi kế hoạch trước, rồi soạn thành văn bản.", rule="derive:draft"))
    if papers_about(plan, "unit_plan").exclude(state="cancelled").exists():
        raise Refused(no("Đã có văn bản của kế hoạch này; mở văn bản ấy, hoặc bỏ rồi soạn lại.",
                         rule="derive:paper"))  # fmt: skip
    signer = head_of(plan.unit, on=on)
    content = unit_plan_paper(plan, project=project_of(plan.campaign, plan.unit), signer=signer)
    return draft(content, purpose="unit_plan", about=plan, signer=signer, mandate=mandate, on=on)
