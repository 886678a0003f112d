"""The plan of the level above, and how our criteria differ from it (đối chiếu kế hoạch cấp trên)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import assign
from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.work import may_link_parent
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.parent import campaigns_above, changes_from, parent_plan_of
from thidua.org.permissions import may_act
from thidua.web.actors import attempt, office_page
from thidua.web.forms.work import ParentForm
from thidua.web.requests import OfficeRequest


@office_page
def parent(request: OfficeRequest, code: str) -> HttpResponse:
    """Link the plan above; added, dropped and changed criteria word by word."""
    campaign = campaign_for(request.mandate, code)
    may_act(request.mandate, on=request.today, unit=campaign.unit).require()
    above = campaigns_above(request.mandate, campaign)
    form = ParentForm(request.POST or None, request.FILES or None, above=above)
    if attempt(request, form, lambda: _link(request, campaign, above, form.cleaned_data)):
        messages.success(request, "Đã gắn kế hoạch cấp trên.")
        return redirect("campaign-parent", code=code)
    linked = parent_plan_of(campaign)
    changes = changes_from(linked, campaign) if linked else []
    context = {
        "campaign": campaign,
        "linked": linked,
        "groups": changes,
        "differing": sum(group.differs for group in changes),
        "form": form,
        "may_link": may_link_parent(request.mandate, campaign, on=request.today),
    }
    return render(request, "work/parent.html", context)


def _link(request: OfficeRequest, campaign: Campaign, above: list[Campaign], said: dict[str, Any]) -> None:
    mandate, on = request.mandate, request.today
    if said.get("source"):
        source = next(one for one in above if one.code == said["source"])
        assign.link_parent(campaign, source=source, mandate=mandate, on=on)
    else:
        assign.link_parent_file(campaign, upload=said["upload"], mandate=mandate, on=on)


@office_page
@require_POST
def unlink(request: OfficeRequest, code: str) -> HttpResponse:
    """Take the link away."""
    campaign, form = campaign_for(request.mandate, code), forms.Form(request.POST)
    may_link_parent(request.mandate, campaign, on=request.today).require()
    if attempt(
        request, form, lambda: assign.unlink_parent(campaign, mandate=request.mandate, on=request.today)
    ):
        messages.success(request, "Đã bỏ gắn kế hoạch cấp trên.")
    return redirect("campaign-parent", code=code)
