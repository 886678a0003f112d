"""The plan: which way it comes, what was read beside its source, and making a campaign of it (kế hoạch)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.campaigns import intake as intakes
from thidua.campaigns.models import PlanIntake
from thidua.campaigns.permissions.campaign import may_take_plan
from thidua.campaigns.queries.campaign import campaign_for, earlier_campaigns, intake_for, intake_of
from thidua.campaigns.queries.campaign_parts import short_title
from thidua.campaigns.queries.plan import proposals_of, settled
from thidua.campaigns.queries.scan import scans_of
from thidua.reading.files.kinds import Scanned
from thidua.web.actors import attempt, office_page
from thidua.web.forms.plan import AcceptForm, AddForm, NewPlanForm, award_choices
from thidua.web.jobs import read_scan
from thidua.web.plan_page import OPEN_ONLY, Wish, plan_at, plan_context
from thidua.web.requests import OfficeRequest


@office_page
def new_plan(request: OfficeRequest) -> HttpResponse:
    """Which of the three ways, and the file."""
    may_take_plan(request.mandate, on=request.today).require()
    form = NewPlanForm(
        request.POST or None, request.FILES or None, earlier=earlier_campaigns(request.mandate)
    )
    made: list[str] = []
    if attempt(request, form, lambda: made.append(_taken(request, form.cleaned_data))):
        return redirect(made[0] if made else "campaigns")
    return render(request, "plan/new.html", {"form": form, "scans": scans_of(request.mandate)[:10]})


def _taken(request: OfficeRequest, asked: dict[str, Any]) -> str:
    """Take the plan in and say where it goes on: with what was read, or with recognising a scan."""
    if asked["way"] == "new" and not asked["upload"]:
        begun = intakes.begin_plan(source=asked["source"], mandate=request.mandate, on=request.today)
        return reverse("plan", args=[begun.code])
    told = {"way": asked["way"], "mandate": request.mandate, "on": request.today}
    try:
        return reverse("plan", args=[intakes.take_plan(asked["upload"], **told).code])
    except Scanned:
        asked["upload"].seek(0)
        run = intakes.begin_scan(asked["upload"], **told)
        read_scan.enqueue(str(run.pk))
        return reverse("scan", args=[run.pk])


@office_page
def plan(request: OfficeRequest, code: str) -> HttpResponse:
    """The source at the left, what was understood at the right."""
    return _page(request, intake_for(request.mandate, code))


def _page(request: OfficeRequest, intake: PlanIntake, **more: Any) -> HttpResponse:
    asked = request.GET
    wish = Wish(open_only=asked.get("xem") == OPEN_ONLY, edit=asked.get("sua", ""), **more)
    context = plan_context(intake, mandate=request.mandate, on=request.today, wish=wish)
    return render(request, "plan/plan.html", context)


@office_page
@require_POST
def section(request: OfficeRequest, code: str, section: str) -> HttpResponse:
    """Accept all of a section."""
    intake, form = intake_for(request.mandate, code), forms.Form(request.POST)
    if attempt(request, form, lambda: intakes.settle_section(
        intake, section=section, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã nhận cả phần.")
    return plan_at(code, f"phan-{section}")


@office_page
@require_POST
def suggestions(request: OfficeRequest, code: str) -> HttpResponse:
    """Apply every suggestion at once."""
    intake, form = intake_for(request.mandate, code), forms.Form(request.POST)
    if attempt(
        request, form, lambda: intakes.apply_suggestions(intake, mandate=request.mandate, on=request.today)
    ):
        messages.success(request, "Đã áp dụng các gợi ý; từng gợi ý vẫn hoàn tác được.")
    return plan_at(code, "thanh")


@office_page
@require_POST
def add(request: OfficeRequest, code: str) -> HttpResponse:
    """Add what the plan lacks or the reader missed."""
    intake = intake_for(request.mandate, code)
    form = AddForm(request.POST, awards=award_choices(proposals_of(intake)))
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
