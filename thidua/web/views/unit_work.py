"""The work of one unit, on a phone: what it has to do, by when, what it expects of itself (việc của đơn
vị).
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.campaigns import assign
from thidua.campaigns.models import Assignment
from thidua.campaigns.permissions.work import may_finish
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import unit_in
from thidua.campaigns.queries.schedule import deadlines_left
from thidua.campaigns.queries.work import deliveries_of, evidence_of, part_for, work_of
from thidua.records.attach import attach
from thidua.reports.expected import expected_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.work import FinishForm, ReasonForm
from thidua.web.requests import OfficeRequest
from thidua.web.work_page import plan_links

FOR_UNITS = ("register", "report", "review")


@office_page
def unit_work(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """Everything the plan asks of one unit."""
    campaign = campaign_for(request.mandate, code)
    of = unit_in(campaign, request.mandate, unit, on=request.today)
    parts, links = list(work_of(of, [campaign])), plan_links(request.mandate, campaign)
    files = evidence_of(parts)
    days = [one for one in deadlines_left(campaign, on=request.today) if one.deadline.kind in FOR_UNITS]
    owed = [kept for kept in expected_of(campaign, on=request.today) if of in kept.owing and not kept.is_met]
    context = {
        "campaign": campaign,
        "of": of,
        "parts": [(one, files.get(one.pk, []), links.to(one.task.said)) for one in parts],
        "open_count": sum(one.state == "doing" for one in parts),
        "days": [one for one in days if not one.is_proposed],
        "owed": owed,
        "delivery": deliveries_of(campaign).filter(unit=of).first(),
        "is_own": request.mandate.unit_id == of.pk,
    }
    return render(request, "work/unit.html", context)


@office_page
def finish(request: OfficeRequest, code: str, pk: Any) -> HttpResponse:
    """Say that a task is done, with evidence."""
    campaign = campaign_for(request.mandate, code)
    part = part_for(request.mandate, campaign, pk)
    may = may_finish(request.mandate, part, on=request.today)
    form = FinishForm(
        request.POST or None, request.FILES or None, part=part,
        for_another=request.mandate.unit_id != part.unit_id,
    )  # fmt: skip
    if attempt(request, form, lambda: _finish(request, part, form)):
        messages.success(request, "Đã ghi: xong nhiệm vụ.")
        return redirect(_back(request, part))
    context = {"campaign": campaign, "part": part, "form": form, "may_finish": may}
    links, files = plan_links(request.mandate, campaign), evidence_of([part])
    context |= {
        "plan_url": links.to(part.task.said),
        "files_of_part": files.get(part.pk),
    }
    return render(request, "work/finish.html", context | {"back_url": _back(request, part)})


def _finish(request: OfficeRequest, part: Assignment, form: FinishForm) -> None:
    assign.finish_task(part, result=form.result(), mandate=request.mandate, on=request.today)
    for upload in form.cleaned_data["evidence"]:
        attach(upload, about=part, purpose="evidence", mandate=request.mandate, on=request.today)


def _back(request: OfficeRequest, part: Assignment) -> str:
    """The page one came from: the own unit's work, the task for the officer, the desk for an office."""
    campaign = part.task.campaign
    if part.role and not request.mandate.holds("standing"):
        return reverse("desk")
    if request.mandate.unit_id == part.unit_id and not part.role:
        return reverse("unit-work", args=[campaign.code, part.unit.code])
    return reverse("task", args=[campaign.code, part.task.code])


@office_page
def reopen(request: OfficeRequest, code: str, pk: Any) -> HttpResponse:
    """Say that a task is not done after all."""
    campaign = campaign_for(request.mandate, code)
    part, form = part_for(request.mandate, campaign, pk), ReasonForm(request.POST or None)
    may_finish(request.mandate, part, on=request.today).require()
    if attempt(request, form, lambda: assign.reopen_task(
        part, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã mở lại nhiệm vụ.")
        return redirect(_back(request, part))
    context = {"campaign": campaign, "part": part, "form": form, "back_url": _back(request, part)}
    return render(request, "work/reopen.html", context)
