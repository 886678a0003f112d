"""Good deeds in the office: typed in, checked, set aside, looked at again (tin báo việc tốt)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.campaigns import discover
from thidua.campaigns.models import Campaign, Lead
from thidua.campaigns.permissions.example import (
    may_check_deed,
    may_make_role_model,
    may_note_deed,
    may_reopen_deed,
    may_write_role_model,
)
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.example import lead_for, leads_of, role_models_of, similar_leads
from thidua.records.queries.files import files_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import LeadFilterForm, NotedDeedForm, ReasonForm, VerifyForm
from thidua.web.requests import OfficeRequest

ROWS = 50


@office_page
def leads(request: OfficeRequest, code: str) -> HttpResponse:
    """The good deeds of a campaign; those who may not read reports see the role models."""
    campaign = campaign_for(request.mandate, code)
    may_read = may_write_role_model(request.mandate, campaign.unit, on=request.today)
    if not leads_of(request.mandate, campaign).exists() and may_read.stops:
        return redirect("campaign-role-models", code=code)
    form = LeadFilterForm(request.GET)
    typed = form.cleaned_data if form.is_valid() else {}
    found = leads_of(request.mandate, campaign, state=typed.get("buoc", ""), words=typed.get("tim", ""))
    context = {
        "campaign": campaign,
        "filter_form": form,
        "page_of_leads": Paginator(found, ROWS).get_page(request.GET.get("trang")),
        "may_note": may_note_deed(request.mandate, campaign, on=request.today),
        "tabs": tabs_of(request, campaign),
    }
    return render(request, "examples/leads.html", context)


def tabs_of(request: OfficeRequest, campaign: Campaign) -> list[dict[str, Any]]:
    """The two lists of stage 5, with how many there are; reports only for those who may read them."""
    counts = {
        "campaign-leads": ("Tin báo việc tốt", leads_of(request.mandate, campaign).count()),
        "campaign-role-models": ("Gương điển hình", role_models_of(request.mandate, campaign).count()),
    }
    tabs = []
    for name, (label, count) in counts.items():
        url = reverse(name, args=[campaign.code])
        tabs.append({"label": label, "url": url, "current": url == request.path, "count": count})
    may_read = may_write_role_model(request.mandate, campaign.unit, on=request.today)
    return tabs if may_read.is_yes else tabs[1:]


@office_page
def lead_new(request: OfficeRequest, code: str) -> HttpResponse:
    """Type in a good deed that came by telephone or on paper."""
    campaign = campaign_for(request.mandate, code)
    may_note_deed(request.mandate, campaign, on=request.today).require()
    form = NotedDeedForm(request.POST or None)
    made: list[Lead] = []
    if attempt(
        request,
        form,
        lambda: made.append(
            discover.note_good_deed(campaign, deed=form.deed(), mandate=request.mandate, on=request.today)
        ),
    ):
        messages.success(request, "Đã nhập tin báo; việc tiếp theo là hỏi lại để xác minh.")
        return redirect("lead", made[0].receipt) if made else redirect("campaign-leads", code)
    return render(request, "examples/lead_new.html", {"campaign": campaign, "form": form})


@office_page
def lead(request: OfficeRequest, receipt: str) -> HttpResponse:
    """One good deed: what was told, who was asked, what comes next."""
    return _page(request, lead_for(request.mandate, receipt))


def _page(request: OfficeRequest, found: Lead, **forms: Form) -> HttpResponse:
    mandate, on = request.mandate, request.today
    context: dict[str, Any] = {
        "lead": found,
        "photos": files_of(found, "photo"),
        "similar": similar_leads(found)[:10],
        "role_model": getattr(found, "role_model", None),
        "may_check": may_check_deed(mandate, found, on=on),
        "may_reopen": may_reopen_deed(mandate, found, on=on),
        "may_make": may_make_role_model(mandate, found, on=on),
        "verify_form": VerifyForm(initial={"checked_with": found.checked_with}, prefix="xac-minh"),
        "reject_form": ReasonForm(prefix="khong-nhan"),
        "reopen_form": ReasonForm(prefix="xem-lai"),
    }
    return render(request, "examples/lead.html", context | forms)


@office_page
def verify(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Record whom the officer asked."""
    found = lead_for(request.mandate, receipt)
    form = VerifyForm(request.POST or None, prefix="xac-minh")
    if attempt(
        request,
        form,
        lambda: discover.verify_good_deed(
            found, **form.cleaned_data, mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Đã xác minh. Việc tiếp theo là viết thành gương điển hình.")
        return redirect("lead", receipt)
    return _page(request, found, verify_form=form)


@office_page
def reject(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Set a report aside."""
    found = lead_for(request.mandate, receipt)
    form = ReasonForm(request.POST or None, prefix="khong-nhan")
    if attempt(
        request,
        form,
        lambda: discover.reject_good_deed(
            found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Đã ghi không nhận tin này.")
        return redirect("lead", receipt)
    return _page(request, found, reject_form=form)


@office_page
def reopen(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Look at a report once more."""
    found = lead_for(request.mandate, receipt)
    form = ReasonForm(request.POST or None, prefix="xem-lai")
    if attempt(
        request,
        form,
        lambda: discover.reopen_good_deed(
            found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Tin báo được mở lại để xác minh.")
        return redirect("lead", receipt)
    return _page(request, found, reopen_form=form)
