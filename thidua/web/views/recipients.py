"""The distribution list of the plan: who has it, who has not said so (nơi nhận kế hoạch)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import assign
from thidua.campaigns.models import Campaign, Delivery
from thidua.campaigns.permissions.part import may_remind
from thidua.campaigns.permissions.work import may_arrange_work
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.work import deliveries_of, delivery_for, units_without_receipt
from thidua.org.permissions import may_act
from thidua.org.queries import units_below
from thidua.web.actors import attempt, office_page
from thidua.web.forms.work import ReasonForm, ReceiptForm, RecipientForm
from thidua.web.requests import OfficeRequest
from thidua.web.work_page import plan_links


@office_page
def recipients(request: OfficeRequest, code: str) -> HttpResponse:
    """The list, and one more unit to add."""
    campaign = campaign_for(request.mandate, code)
    may_act(request.mandate, on=request.today, unit=campaign.unit).require()
    form = RecipientForm(request.POST or None, units=units_below(campaign.unit, request.today))
    if attempt(request, form, lambda: assign.add_recipient(
        campaign, unit=form.cleaned_data["unit"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã gửi kế hoạch tới đơn vị.")
        return redirect("campaign-recipients", code=code)
    return render(request, "work/recipients.html", _list(request, campaign, form))


def _list(request: OfficeRequest, campaign: Campaign, form: forms.Form) -> dict[str, Any]:
    held = list(deliveries_of(campaign))
    links = plan_links(request.mandate, campaign)
    got = sum(one.got_on is not None for one in held)
    return {
        "campaign": campaign,
        "form": form,
        "deliveries": [(one, links.to(one.words)) for one in held],
        "got": got,
        "all": len(held),
        "got_words": f"{got} trên {len(held)} nơi đã nhận",
        "silent": units_without_receipt(campaign),
        "may_arrange": may_arrange_work(request.mandate, campaign, on=request.today),
        "may_remind": may_remind(request.mandate, campaign, on=request.today, missing="receipt"),
    }


@office_page
def recipient(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """One recipient: note that it has the plan, say which unit it is, take it off the list."""
    campaign = campaign_for(request.mandate, code)
    found, form = delivery_for(request.mandate, campaign, pk), ReceiptForm(request.POST or None)
    if attempt(request, form, lambda: assign.note_receipt(
        found, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi nhận đã nhận kế hoạch.")
        return redirect("campaign-recipients", code=code)
    return _one(request, found, form=form)


def _one(request: OfficeRequest, found: Delivery, **more: forms.Form) -> HttpResponse:
    campaign = found.campaign
    context = {
        "campaign": campaign,
        "delivery": found,
        "form": ReceiptForm(),
        "place_form": RecipientForm(units=units_below(campaign.unit, request.today)),
        "remove_form": ReasonForm(),
        "may_arrange": may_arrange_work(request.mandate, campaign, on=request.today),
        "plan_url": plan_links(request.mandate, campaign).to(found.words),
    }
    return render(request, "work/recipient.html", context | more)


@office_page
@require_POST
def place(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Say which unit is meant."""
    campaign = campaign_for(request.mandate, code)
    found = delivery_for(request.mandate, campaign, pk)
    form = RecipientForm(request.POST, units=units_below(campaign.unit, request.today))
    if attempt(request, form, lambda: assign.place_recipient(
        found, unit=form.cleaned_data["unit"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã gửi kế hoạch tới đơn vị.")
        return redirect("campaign-recipients", code=code)
    return _one(request, found, place_form=form)


@office_page
@require_POST
def remove(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Take it off the list with a reason."""
    campaign = campaign_for(request.mandate, code)
    found, form = delivery_for(request.mandate, campaign, pk), ReasonForm(request.POST)
    if attempt(request, form, lambda: assign.remove_recipient(
        found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã bỏ khỏi danh sách nơi nhận.")
        return redirect("campaign-recipients", code=code)
    return _one(request, found, remove_form=form)
