"""The movements and directives a campaign carries out, and several campaigns side by side (phong trào cấp
trên, các đợt chồng nhau).
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import assign
from thidua.campaigns.models import ParentMovement
from thidua.campaigns.permissions.work import may_link_parent
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.movements import campaigns_beside, movement_for, movements_of
from thidua.org.permissions import may_act
from thidua.reports.overlap import overlaps_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.movements import MovementForm, TieForm
from thidua.web.forms.work import ReasonForm
from thidua.web.requests import OfficeRequest
from thidua.web.work_page import plan_links


@office_page
def movements(request: OfficeRequest, code: str) -> HttpResponse:
    """What the plan carries out, with the place that says so; one more to add."""
    campaign = campaign_for(request.mandate, code)
    form = MovementForm(request.POST or None)
    if attempt(request, form, lambda: assign.add_movement(
        campaign, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã thêm vào danh sách.")
        return redirect("campaign-movements", code)
    links = plan_links(request.mandate, campaign)
    context = {
        "campaign": campaign,
        "movements": [(one, links.to(one.said)) for one in movements_of(campaign)],
        "form": form,
        "may_link": may_link_parent(request.mandate, campaign, on=request.today),
    }
    return render(request, "work/movements.html", context)


@office_page
@require_POST
def read_again(request: OfficeRequest, code: str) -> HttpResponse:
    """Read the plan for what it names once more."""
    campaign, form = campaign_for(request.mandate, code), forms.Form(request.POST)
    may_link_parent(request.mandate, campaign, on=request.today).require()
    new: list[ParentMovement] = []
    if attempt(request, form, lambda: new.extend(assign.find_movements(
        campaign, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        found = f"Đọc thêm được {len(new)}." if new else "Kế hoạch không nêu thêm phong trào, chỉ thị nào."
        messages.success(request, found)
    return redirect("campaign-movements", code)


@office_page
def movement(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """One of them: which campaign here it is; take it off when it was read wrongly."""
    campaign = campaign_for(request.mandate, code)
    found = movement_for(request.mandate, campaign, pk)
    may = may_link_parent(request.mandate, campaign, on=request.today)
    form = TieForm(
        request.POST or None, campaigns=campaigns_beside(request.mandate, campaign),
        initial={"source": found.source},
    )  # fmt: skip
    if attempt(request, form, lambda: assign.tie_movement(
        found, source=form.cleaned_data["source"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi.")
        return redirect("campaign-movements", code)
    context = {"campaign": campaign, "movement": found, "form": form, "may_link": may}
    return render(request, "work/movement.html", context | {"remove_form": ReasonForm()})


@office_page
@require_POST
def remove_movement(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Take a wrong one off, with the reason."""
    campaign = campaign_for(request.mandate, code)
    found, form = movement_for(request.mandate, campaign, pk), ReasonForm(request.POST)
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: assign.remove_movement(
        found, reason=form.cleaned_data["reason"], **acting
    )):  # fmt: skip
        messages.success(request, "Đã bỏ khỏi danh sách; thêm lại được bằng đúng tên ấy.")
        return redirect("campaign-movements", code)
    campaigns = campaigns_beside(request.mandate, campaign)
    context = {
        "campaign": campaign, "movement": found, "remove_form": form,
        "form": TieForm(campaigns=campaigns, initial={"source": found.source}),
        "may_link": may_link_parent(request.mandate, campaign, on=request.today),
    }  # fmt: skip
    return render(request, "work/movement.html", context)


@office_page
def overlaps(request: OfficeRequest) -> HttpResponse:
    """Where campaigns that run at the same time ask the same of the same people."""
    may_act(request.mandate, "standing", "chair", "vice_chair", on=request.today).require()
    return render(
        request, "campaigns/overlaps.html", {"pairs": overlaps_of(request.mandate, on=request.today)}
    )
