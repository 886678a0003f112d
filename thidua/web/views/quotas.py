"""The quotas of a campaign: what is left, set, changed, dropped (chỉ tiêu khen thưởng)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.awards.queries.quota import standings, unit_table
from thidua.campaigns.allot import change_quota, end_quota, set_quota
from thidua.campaigns.permissions.quota import may_allot
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import own_unit
from thidua.campaigns.queries.quota import amount_says, counted_says, ended_quotas, quota_of, quotas_of
from thidua.org.queries import taking_part
from thidua.web.actors import attempt, office_page
from thidua.web.forms.quotas import ChangeQuotaForm, EndQuotaForm, QuotaForm, quota_initial
from thidua.web.requests import OfficeRequest


@office_page
def quotas(request: OfficeRequest, code: str) -> HttpResponse:
    """Every quota with what it rests on and what is left, the table of units, and what held before."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    units = [own] if own is not None else list(taking_part(campaign.unit, request.today))
    by_unit, rows = unit_table(campaign, units, on=request.today)
    now = {one.quota.pk: one for one in standings(campaign, None, on=request.today)}
    context = {
        "campaign": campaign,
        "quotas": [
            (one, counted_says(one), amount_says(one), now.get(one.pk)) for one in quotas_of(campaign)
        ],
        "columns": [(counted_says(one), amount_says(one)) for one in by_unit],
        "unit_rows": rows,
        "ended": [(one, counted_says(one), amount_says(one)) for one in ended_quotas(campaign)],
        "may_allot": may_allot(request.mandate, campaign, on=request.today),
    }
    return render(request, "quotas/quotas.html", context)


@office_page
def new_quota(request: OfficeRequest, code: str) -> HttpResponse:
    """Set a quota."""
    campaign = campaign_for(request.mandate, code)
    may_allot(request.mandate, campaign, on=request.today).require()
    units = taking_part(campaign.unit, request.today)
    form = QuotaForm(request.POST or None, campaign=campaign, units=units)
    if attempt(request, form, lambda: set_quota(
        campaign, entry=form.entry(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã đặt chỉ tiêu; mọi trang đề nghị đếm theo ngay.")
        return redirect("campaign-quotas", code)
    return render(request, "quotas/quota.html", {"campaign": campaign, "form": form, "quota": None})


@office_page
def change(request: OfficeRequest, code: str, quota: str) -> HttpResponse:
    """Change a quota: the old one stays in the history with the reason."""
    campaign = campaign_for(request.mandate, code)
    may_allot(request.mandate, campaign, on=request.today).require()
    found, units = quota_of(campaign, quota), taking_part(campaign.unit, request.today)
    first = quota_initial(found)
    form = ChangeQuotaForm(request.POST or None, campaign=campaign, units=units, initial=first)
    if attempt(request, form, lambda: change_quota(
        found, entry=form.entry(), why=form.cleaned_data["why"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã đổi chỉ tiêu; chỉ tiêu cũ còn ở lịch sử.")
        return redirect("campaign-quotas", code)
    return render(request, "quotas/quota.html", {"campaign": campaign, "form": form, "quota": found})


@office_page
def end(request: OfficeRequest, code: str, quota: str) -> HttpResponse:
    """Drop a quota with the reason."""
    campaign = campaign_for(request.mandate, code)
    may_allot(request.mandate, campaign, on=request.today).require()
    found, form = quota_of(campaign, quota), EndQuotaForm(request.POST or None)
    if attempt(request, form, lambda: end_quota(
        found, why=form.cleaned_data["why"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã thôi áp dụng chỉ tiêu.")
        return redirect("campaign-quotas", code)
    context = {
        "campaign": campaign,
        "form": form,
        "counted": counted_says(found),
        "amount": amount_says(found),
    }
    return render(request, "quotas/end.html", context)
