"""The plan: which way it comes, what was read beside its source, and making a campaign of it (kế hoạch)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.campaigns import intake as intakes
from thidua.campaigns.models import PlanIntake
from thidua.campaigns.permissions.campaign import may_take_plan
from thidua.campaigns.queries.campaign import campaign_for, earlier_campaigns, intake_for, intake_of
from thidua.campaigns.queries.campaign_parts import short_title
from thidua.campaigns.queries.plan import proposal_for, settled
from thidua.web.actors import attempt, office_page
from thidua.web.forms.plan import AcceptForm, AddForm, AnswerForm, NewPlanForm, award_choices
from thidua.web.plan_page import Failure, plan_context
from thidua.web.requests import OfficeRequest


@office_page
def new_plan(request: OfficeRequest) -> HttpResponse:
    """Which of the three ways, and the file."""
    may_take_plan(request.mandate, on=request.today).require()
    form = NewPlanForm(
        request.POST or None, request.FILES or None, earlier=earlier_campaigns(request.mandate)
    )
    made: list[PlanIntake] = []
    if attempt(request, form, lambda: made.append(_taken(request, form.cleaned_data))):
        return redirect("plan", code=made[0].code) if made else redirect("campaigns")
    return render(request, "plan/new.html", {"form": form})


def _taken(request: OfficeRequest, asked: dict[str, Any]) -> PlanIntake:
    if asked["way"] == "new" and not asked["upload"]:
        return intakes.begin_plan(source=asked["source"], mandate=request.mandate, on=request.today)
    return intakes.take_plan(asked["upload"], way=asked["way"], mandate=request.mandate, on=request.today)


@office_page
def plan(request: OfficeRequest, code: str) -> HttpResponse:
    """The source at the left, what was understood at the right."""
    return _page(request, intake_for(request.mandate, code))


def _page(request: OfficeRequest, intake: PlanIntake, **more: Any) -> HttpResponse:
    context = plan_context(intake, mandate=request.mandate, on=request.today, **more)
    return render(request, "plan/plan.html", context)


@office_page
@require_POST
def answer(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Accept, correct, skip or reopen one thing."""
    proposal, form = proposal_for(request.mandate, code, pk), AnswerForm(request.POST)
    if attempt(request, form, lambda: intakes.settle(
        proposal, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        return _back(code, f"y-{pk}")
    failure = Failure(pk, " ".join(map(str, form.non_field_errors())), request.POST.get("value", ""))
    return _page(request, proposal.intake, failure=failure)


def _back(code: str, place: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('plan', args=[code])}#{place}")


@office_page
@require_POST
def section(request: OfficeRequest, code: str, section: str) -> HttpResponse:
    """Accept all of a section."""
    intake, form = intake_for(request.mandate, code), forms.Form(request.POST)
    if attempt(request, form, lambda: intakes.settle_section(
        intake, section=section, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã nhận cả phần.")
    return _back(code, f"phan-{section}")


@office_page
@require_POST
def suggestions(request: OfficeRequest, code: str) -> HttpResponse:
    """Apply every suggestion at once."""
    intake, form = intake_for(request.mandate, code), forms.Form(request.POST)
    if attempt(
        request, form, lambda: intakes.apply_suggestions(intake, mandate=request.mandate, on=request.today)
    ):
        messages.success(request, "Đã áp dụng các gợi ý.")
    return _back(code, "can-quyet")


@office_page
@require_POST
def add(request: OfficeRequest, code: str) -> HttpResponse:
    """Add what the plan lacks or the reader missed."""
    intake = intake_for(request.mandate, code)
    form = AddForm(request.POST, awards=award_choices(settled(intake).get("awards") or []))
    if attempt(request, form, lambda: intakes.add_item(
        intake, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã thêm vào kế hoạch.")
        return redirect("plan", code=code)
    return _page(request, intake, add_form=form)


@office_page
def accept(request: OfficeRequest, code: str) -> HttpResponse:
    """Make the draft campaign: short title, and for an original its number, day and signer."""
    intake = intake_for(request.mandate, code)
    if intake.campaign:
        return redirect("campaign", code=intake.campaign.code)
    read = settled(intake)
    initial = {"short_title": short_title(read.get("title") or ""), **_printed_facts(read)}
    form = AcceptForm(request.POST or None, intake=intake, initial=initial)
    made: list[str] = []
    if attempt(request, form, lambda: made.append(_accepted(request, intake, form.cleaned_data))):
        messages.success(request, "Đã nhận làm đợt thi đua; xem lại mốc thời gian rồi trình ký kế hoạch.")
        return redirect("campaign", code=made[0]) if made else redirect("campaigns")
    return render(request, "plan/accept.html", {"intake": intake, "form": form, "read": read})


def _printed_facts(read: dict[str, Any]) -> dict[str, str]:
    """Number and signer as they stand on the paper; a blank number stays blank."""
    signer, number = read.get("signer") or {}, str(read.get("number") or "")
    words = " ".join(part for part in (signer.get("role"), signer.get("name")) if part)
    return {"signer_words": words, "number_text": "" if number.startswith("/") else number}


def _accepted(request: OfficeRequest, intake: PlanIntake, told: dict[str, Any]) -> str:
    facts = intakes.PlanFacts(**told)
    return intakes.accept_plan(intake, facts=facts, mandate=request.mandate, on=request.today).code


@office_page
@require_POST
def discard(request: OfficeRequest, code: str) -> HttpResponse:
    """Stop, and remove what was read."""
    intake, form = intake_for(request.mandate, code), forms.Form(request.POST)
    if attempt(
        request, form, lambda: intakes.discard_plan(intake, mandate=request.mandate, on=request.today)
    ):
        messages.success(request, "Đã dừng; bản vừa đọc không được giữ lại.")
        return redirect("plan-new")
    return redirect("plan", code=code)


@office_page
def campaign_plan(request: OfficeRequest, code: str) -> HttpResponse:
    """From a campaign to what was read of its plan, or to the plan itself."""
    campaign = campaign_for(request.mandate, code)
    intake = intake_of(request.mandate, campaign)
    if intake is not None:
        return redirect("plan", code=intake.code)
    return redirect("paper", code=campaign.plan.code) if campaign.plan else redirect("campaign", code=code)
