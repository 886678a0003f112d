"""Inspection visits: the plan, what was found, what is asked and whether it is done (kiểm tra)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseFormSet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import visit
from thidua.campaigns.models import Inspection, Requirement
from thidua.campaigns.permissions.visit import may_draft_minutes, may_inspect, may_record, may_settle
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.visit import (
    demand_for,
    evidence_of_demands,
    inspection_for,
    inspections_visible_to,
    with_demands,
)
from thidua.org.queries import taking_part, who_holds
from thidua.records.attach import attach
from thidua.records.queries.papers import papers_seen
from thidua.web.actors import attempt, office_page
from thidua.web.forms.inspections import (
    CallOffForm,
    MinutesForm,
    RemedyForm,
    VisitPlanForm,
    VisitRecordForm,
    demand_rows,
)
from thidua.web.requests import OfficeRequest

SIGNERS = ("chair", "vice_chair", "standing")


@office_page
def inspections(request: OfficeRequest, code: str) -> HttpResponse:
    """The visits of a campaign, the latest first, with what they left open."""
    campaign = campaign_for(request.mandate, code)
    found = with_demands(inspections_visible_to(request.mandate, campaign), on=request.today)
    context = {
        "campaign": campaign,
        "page_of_visits": Paginator(found, 40).get_page(request.GET.get("trang")),
        "may_inspect": may_inspect(request.mandate, campaign, on=request.today),
    }
    return render(request, "visit/list.html", context)


@office_page
def plan(request: OfficeRequest, code: str) -> HttpResponse:
    """Plan visits to several units on one day."""
    campaign = campaign_for(request.mandate, code)
    may_inspect(request.mandate, campaign, on=request.today).require()
    form = VisitPlanForm(request.POST or None, units=taking_part(campaign.unit, request.today))
    if attempt(request, form, lambda: visit.plan_inspections(
        campaign, plan=form.plan(), units=list(form.cleaned_data["units"]), mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã lên lịch kiểm tra.")
        return redirect("campaign-inspections", code=code)
    return render(request, "visit/plan.html", {"campaign": campaign, "form": form})


@office_page
def inspection(request: OfficeRequest, code: str, visited: str) -> HttpResponse:
    """One visit: written down while it is planned, followed up afterwards."""
    campaign = campaign_for(request.mandate, code)
    found = inspection_for(request.mandate, campaign, visited)
    may = may_record(request.mandate, found, on=request.today)
    if not may.is_yes:
        return _followed(request, found)
    form = VisitRecordForm(request.POST or None, initial={"held_on": found.day})
    rows = demand_rows(request.POST or None)
    if rows.is_valid() and attempt(request, form, lambda: _record(request, found, form, rows)):
        messages.success(request, f"Đã ghi kết quả kiểm tra {found.unit.name}.")
        return redirect("inspection", code=code, visited=visited)
    context = {"campaign": campaign, "visited": found, "form": form, "demands": rows}
    return render(request, "visit/record.html", context)


def _record(request: OfficeRequest, found: Inspection, form: VisitRecordForm, rows: BaseFormSet) -> None:
    visit.record_inspection(found, record=form.record(rows), mandate=request.mandate, on=request.today)


def _followed(request: OfficeRequest, found: Inspection, form: MinutesForm | None = None) -> HttpResponse:
    demands = list(found.demands.all())
    for demand in demands:
        demand.inspection = found
    files = evidence_of_demands(demands)
    signers = who_holds(found.campaign.unit, *SIGNERS, on=request.today)
    context = {
        "campaign": found.campaign,
        "visited": found,
        "demands": [
            (
                one,
                one.is_late(request.today),
                files[one.pk],
                may_settle(request.mandate, one, on=request.today),
            )
            for one in demands
        ],
        "papers": list(papers_seen(request.mandate, found, "inspection_minutes")),
        "may_draft": may_draft_minutes(request.mandate, found, on=request.today),
        "may_inspect": may_inspect(request.mandate, found.campaign, on=request.today),
        "form": form or MinutesForm(signers=signers),
    }
    return render(request, "visit/visit.html", context)


@office_page
def call_off(request: OfficeRequest, code: str, visited: str) -> HttpResponse:
    """Call a planned visit off."""
    campaign = campaign_for(request.mandate, code)
    found = inspection_for(request.mandate, campaign, visited)
    may_record(request.mandate, found, on=request.today).require()
    form = CallOffForm(request.POST or None)
    if attempt(request, form, lambda: visit.call_off_inspection(
        found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi: không kiểm tra.")
        return redirect("campaign-inspections", code=code)
    return render(request, "visit/call_off.html", {"campaign": campaign, "visited": found, "form": form})


@office_page
@require_POST
def put_back(request: OfficeRequest, code: str, visited: str) -> HttpResponse:
    """Put a visit that was called off back on the list."""
    found = inspection_for(request.mandate, campaign_for(request.mandate, code), visited)
    visit.put_back_inspection(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã đưa trở lại lịch kiểm tra.")
    return redirect("inspection", code=code, visited=visited)


@office_page
@require_POST
def minutes(request: OfficeRequest, code: str, visited: str) -> HttpResponse:
    """Draft the minutes of a visit."""
    found = inspection_for(request.mandate, campaign_for(request.mandate, code), visited)
    form = MinutesForm(request.POST, signers=who_holds(found.campaign.unit, *SIGNERS, on=request.today))
    made: list[Any] = []
    if attempt(request, form, lambda: made.append(visit.draft_inspection_minutes(
        found, signer=form.cleaned_data["signer"], mandate=request.mandate, on=request.today
    ))) and made:  # fmt: skip
        messages.success(request, "Đã lập biên bản kiểm tra; xem lại rồi trình ký.")
        return redirect("paper", code=made[0].code)
    return _followed(request, found, form)


@office_page
def settle(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Say that a requirement is done, with evidence."""
    campaign = campaign_for(request.mandate, code)
    demand = demand_for(request.mandate, campaign, pk)
    may_settle(request.mandate, demand, on=request.today).require()
    form = RemedyForm(
        request.POST or None, request.FILES or None,
        initial={"done_on": request.today, "result": demand.result},
        for_unit=request.mandate.unit_id != demand.inspection.unit_id,
    )  # fmt: skip
    if attempt(request, form, lambda: _settle(request, demand, form)):
        messages.success(request, "Đã ghi: đã khắc phục.")
        return redirect("inspection", code=code, visited=demand.inspection.code)
    return render(request, "visit/settle.html", {"campaign": campaign, "demand": demand, "form": form})


def _settle(request: OfficeRequest, demand: Requirement, form: RemedyForm) -> None:
    visit.settle_requirement(demand, remedy=form.remedy(), mandate=request.mandate, on=request.today)
    for upload in form.cleaned_data["evidence"]:
        attach(upload, about=demand, purpose="evidence", mandate=request.mandate, on=request.today)


@office_page
@require_POST
def reopen(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Say that a requirement is not done after all."""
    demand = demand_for(request.mandate, campaign_for(request.mandate, code), pk)
    visit.reopen_requirement(demand, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã mở lại yêu cầu.")
    return redirect("inspection", code=code, visited=demand.inspection.code)
