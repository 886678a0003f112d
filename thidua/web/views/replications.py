"""Units that do as others: noted, what came of it, given up (nhân rộng mô hình, cách làm)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import discover
from thidua.campaigns.models import Campaign, Replication
from thidua.campaigns.permissions.model_project import may_replicate, may_write_replication
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import own_unit
from thidua.campaigns.queries.replication import (
    models_to_follow,
    replicated_in,
    replication_for,
    replications_in,
    ways_to_follow,
)
from thidua.law.ruling import Ruling
from thidua.org.queries import taking_part
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import ReasonForm
from thidua.web.forms.model_projects import OutcomeForm, ReplicationForm
from thidua.web.requests import OfficeRequest

ROWS = 40


def _may_note(request: OfficeRequest, campaign: Campaign) -> Ruling:
    own = own_unit(campaign, request.mandate, on=request.today)
    unit = own or taking_part(campaign.unit, request.today).first() or campaign.unit
    return may_replicate(request.mandate, unit, campaign, on=request.today)


@office_page
def replications(request: OfficeRequest, code: str) -> HttpResponse:
    """Who did as whom during a campaign, and what came of it."""
    campaign = campaign_for(request.mandate, code)
    found = replications_in(request.mandate, campaign)
    context = {
        "campaign": campaign,
        "page_of_copies": Paginator(found, ROWS).get_page(request.GET.get("trang")),
        "counted": replicated_in(campaign),
        "may_note": _may_note(request, campaign),
    }
    return render(request, "projects/replications.html", context)


@office_page
def replication_new(request: OfficeRequest, code: str) -> HttpResponse:
    """Note that a unit does as another (`?mo-hinh=` a model, `?guong=` a role model)."""
    campaign = campaign_for(request.mandate, code)
    _may_note(request, campaign).require()
    own = own_unit(campaign, request.mandate, on=request.today)
    models, ways = models_to_follow(request.mandate, campaign), ways_to_follow(campaign)
    form = ReplicationForm(
        request.POST or None, units=taking_part(campaign.unit, request.today), projects=models,
        role_models=ways, for_unit=own is None,
        initial={
            "since": request.today, "project": models.filter(code=request.GET.get("mo-hinh", "")).first(),
            "role_model": ways.filter(slug=request.GET.get("guong", "")).first(),
        },
    )  # fmt: skip
    if attempt(request, form, lambda: discover.replicate(
        campaign, taking=form.taking(), unit=own or form.cleaned_data["unit"], mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã ghi nơi làm theo. Có kết quả thì ghi tiếp ở đây.")
        return redirect("campaign-replications", code)
    return render(request, "projects/replication_new.html", {"campaign": campaign, "form": form})


@office_page
def replication(request: OfficeRequest, code: str) -> HttpResponse:
    """One case: what came of it is written here."""
    found = replication_for(request.mandate, code)
    form = _outcome_form(request, found, request.POST or None)
    if attempt(request, form, lambda: discover.tell_outcome(
        found, outcome=form.outcome(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi kết quả nhân rộng.")
        return redirect("replication", code)
    return _page(request, found, form=form)


def _outcome_form(request: OfficeRequest, found: Replication, data: Any = None) -> OutcomeForm:
    now = {"text": found.outcome, "value": found.value, "measure": found.measure, "how": found.how}
    return OutcomeForm(data, initial=now, for_unit=request.mandate.unit_id != found.unit_id)


def _page(request: OfficeRequest, found: Replication, **forms: Form) -> HttpResponse:
    context: dict[str, Any] = {
        "copy": found,
        "campaign": found.campaign,
        "may_write": may_write_replication(request.mandate, found, on=request.today),
        "form": _outcome_form(request, found),
        "drop_form": ReasonForm(prefix="thoi"),
    }
    return render(request, "projects/replication.html", context | forms)


@office_page
def drop(request: OfficeRequest, code: str) -> HttpResponse:
    """Say that the unit does not do likewise any more."""
    found = replication_for(request.mandate, code)
    form = ReasonForm(request.POST or None, prefix="thoi")
    if attempt(request, form, lambda: discover.give_up_replication(
        found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi thôi làm theo.")
        return redirect("replication", code)
    return _page(request, found, drop_form=form)


@office_page
@require_POST
def resume(request: OfficeRequest, code: str) -> HttpResponse:
    """Take back that it was given up, or done."""
    found = replication_for(request.mandate, code)
    discover.resume_replication(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã ghi làm theo tiếp.")
    return redirect("replication", code)
