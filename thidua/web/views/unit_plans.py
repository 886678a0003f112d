"""The units' own plans: who has one, writing, sending, reading it, sending it back (kế hoạch của đơn vị)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.forms import BaseFormSet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import derive
from thidua.campaigns.models import Campaign, UnitPlan
from thidua.campaigns.permissions.derive import may_answer_plan, may_change_plan
from thidua.campaigns.permissions.part import may_take_part
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.derive import plan_of, plans_of
from thidua.campaigns.queries.part import own_unit, project_of, registration_of, unit_in
from thidua.org.models import Unit
from thidua.records.queries.papers import papers_about
from thidua.web.actors import attempt, office_page
from thidua.web.forms.part import RemarkForm
from thidua.web.forms.unit_plan import UnitPlanForm, line_rows, plan_initial
from thidua.web.requests import OfficeRequest


@office_page
def unit_plans(request: OfficeRequest, code: str) -> HttpResponse:
    """Which units have a plan of their own; a unit head goes straight to the own one."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    if own is not None:
        return redirect("unit-plan", code=code, unit=own.code)
    rows = plans_of(campaign, on=request.today)
    done = sum(row.is_sent for row in rows)
    context = {
        "campaign": campaign,
        "plans": rows,
        "done": done,
        "total": len(rows),
        "done_words": f"{done} trên {len(rows)} đơn vị",
        "is_ours": request.mandate.unit_id == campaign.unit_id,
    }
    return render(request, "part/plans.html", context)


@office_page
def unit_plan(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """A unit's plan: written here until it is sent, shown afterwards."""
    campaign = campaign_for(request.mandate, code)
    of = unit_in(campaign, request.mandate, unit, on=request.today)
    plan = plan_of(campaign, of)
    context = _shown(request, campaign, of, plan)
    if context["may_write"].stops:
        return render(request, "part/plan.html", context | {"remark_form": RemarkForm()})
    form, lines = _forms(request, campaign, of, plan)
    if lines.is_valid() and attempt(request, form, lambda: _save(request, campaign, of, form, lines)):
        return redirect("unit-plan", code=code, unit=unit)
    return render(request, "part/plan_form.html", context | {"form": form, "lines": lines})


def _shown(request: OfficeRequest, campaign: Campaign, of: Unit, plan: UnitPlan | None) -> dict[str, Any]:
    mandate, on = request.mandate, request.today
    may_write = may_change_plan(mandate, plan, on=on) if plan else may_take_part(mandate, of, campaign, on=on)
    return {
        "campaign": campaign,
        "of": of,
        "plan": plan,
        "may_write": may_write,
        "may_answer": may_answer_plan(mandate, plan, on=on) if plan else None,
        "may_draft": may_take_part(mandate, of, campaign, on=on),
        "project": project_of(campaign, of),
        "papers_of_plan": papers_about(plan, "unit_plan") if plan else (),
    }


def _forms(
    request: OfficeRequest, campaign: Campaign, of: Unit, plan: UnitPlan | None
) -> tuple[UnitPlanForm, BaseFormSet]:
    data = request.POST or None
    initial = plan_initial(plan, project_of(campaign, of))
    form = UnitPlanForm(data, initial=initial, for_unit=request.mandate.unit_id != of.pk)
    return form, line_rows(campaign, plan, registration_of(campaign, of), data)


def _save(
    request: OfficeRequest, campaign: Campaign, of: Unit, form: UnitPlanForm, lines: BaseFormSet
) -> None:
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    plan = derive.save_unit_plan(campaign, entry=form.entry(lines), unit=of, **acting)
    if "send" in request.POST:
        derive.submit_unit_plan(plan, **acting)
        messages.success(request, f"Đã gửi kế hoạch của {of.name}.")
    else:
        messages.success(request, "Đã ghi lại; kế hoạch chưa gửi.")


MOVES = {
    "lay-lai": (derive.take_back_unit_plan, "Đã lấy lại để sửa."),
    "da-xem": (derive.see_unit_plan, "Đã ghi: đã xem kế hoạch của đơn vị."),
    "van-ban": (derive.draft_unit_plan_paper, "Đã soạn văn bản; xem ở mục Văn bản bên cạnh, rồi trình ký."),
}


def _plan(request: OfficeRequest, code: str, unit: str) -> tuple[Campaign, UnitPlan]:
    campaign = campaign_for(request.mandate, code)
    plan = plan_of(campaign, unit_in(campaign, request.mandate, unit, on=request.today))
    if plan is None:
        raise Http404("Đơn vị chưa ghi kế hoạch.")
    return campaign, plan


@office_page
@require_POST
def move_plan(request: OfficeRequest, code: str, unit: str, move: str) -> HttpResponse:
    """Take a plan back, mark it as read, or draft its paper."""
    _, plan = _plan(request, code, unit)
    form = forms.Form(request.POST)
    verb, said = MOVES[move]
    if attempt(request, form, lambda: verb(plan, mandate=request.mandate, on=request.today)):
        messages.success(request, said)
    for error in form.non_field_errors():
        messages.error(request, str(error))
    return redirect("unit-plan", code=code, unit=unit)


@office_page
@require_POST
def return_plan(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """Send a plan back with a remark."""
    campaign, plan = _plan(request, code, unit)
    form = RemarkForm(request.POST)
    if attempt(request, form, lambda: derive.return_unit_plan(
        plan, remark=form.cleaned_data["remark"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã trả lại kế hoạch cho {plan.unit.name}.")
        return redirect("unit-plans", code=code)
    context = _shown(request, campaign, plan.unit, plan)
    return render(request, "part/plan.html", context | {"remark_form": form})
