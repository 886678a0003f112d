"""The days of a campaign: confirm what was proposed, count back from the ceremony, move one (mốc thời
gian).
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns.launch import confirm_deadlines, move_deadline
from thidua.campaigns.launch import count_back as count_days_back
from thidua.campaigns.models import Campaign, Deadline
from thidua.campaigns.permissions.part import may_remind
from thidua.campaigns.permissions.work import may_schedule
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.rules import local_in
from thidua.campaigns.queries.schedule import DayLeft, deadline_in, deadlines_left, doubts_of, steps_back
from thidua.org.permissions import may_act
from thidua.web.actors import attempt, office_page
from thidua.web.forms.work import ConfirmDaysForm, CountBackForm, MoveDayForm
from thidua.web.requests import OfficeRequest
from thidua.web.work_page import plan_links

# The reminder that belongs to a deadline: what is owed, and its word in the address.
REMINDERS = {
    "register": ("registration", "dang-ky"),
    "report": ("report", "bao-cao"),
    "review": ("review", "tong-ket"),
}
BY_PLAN = "theo kế hoạch: "


@office_page
def schedule(request: OfficeRequest, code: str) -> HttpResponse:
    """The days with what is left of each; proposed ones are confirmed one by one."""
    campaign = campaign_for(request.mandate, code)
    may_act(request.mandate, on=request.today, unit=campaign.unit).require()
    form = ConfirmDaysForm(request.POST or None, campaign=campaign)
    if attempt(request, form, lambda: confirm_deadlines(
        campaign, kinds=form.cleaned_data["kinds"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã xác nhận các mốc đã chọn.")
        return redirect("campaign-schedule", code=code)
    return _page(request, campaign, form=form)


def _page(request: OfficeRequest, campaign: Campaign, **more: forms.Form) -> HttpResponse:
    links = plan_links(request.mandate, campaign)
    context: dict[str, Any] = {
        "campaign": campaign,
        "days": [
            (one, links.to(_said(one.deadline)), _reminder(request, campaign, one))
            for one in deadlines_left(campaign, on=request.today)
        ],
        "doubts": doubts_of(campaign, on=request.today),
        "form": ConfirmDaysForm(campaign=campaign),
        "back_form": _back_form(request, campaign),
        "may_schedule": may_schedule(request.mandate, campaign, on=request.today),
    }
    return render(request, "work/schedule.html", context | more)


def _said(deadline: Deadline) -> str:
    """The words of the plan for a day it names itself, "" for any other."""
    return deadline.says.removeprefix(BY_PLAN) if deadline.says.startswith(BY_PLAN) else ""


def _reminder(request: OfficeRequest, campaign: Campaign, one: DayLeft) -> str:
    """The address word of the reminder that belongs to a day the office set, "" when none may go out."""
    owed, address = REMINDERS.get(one.deadline.kind, ("", ""))
    if not owed or one.is_proposed:
        return ""
    ruling = may_remind(request.mandate, campaign, on=request.today, missing=owed)
    return address if ruling.is_yes else ""


def _back_form(request: OfficeRequest, campaign: Campaign, data: Any = None) -> CountBackForm:
    held = {one.kind: one.day for one in campaign.deadlines.all()}
    ceremony = held.get("ceremony") or campaign.celebrated_on
    steps = steps_back(local_in(campaign, on=request.today), on=request.today)
    return CountBackForm(data, steps=steps, ceremony=ceremony)


@office_page
@require_POST
def count_back(request: OfficeRequest, code: str) -> HttpResponse:
    """Count the days before the ceremony back."""
    campaign = campaign_for(request.mandate, code)
    may_schedule(request.mandate, campaign, on=request.today).require()
    form = _back_form(request, campaign, request.POST)
    if attempt(request, form, lambda: count_days_back(
        campaign, ceremony=form.cleaned_data["ceremony"], days=form.days(), mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã tính lùi và ghi các mốc.")
        return redirect("campaign-schedule", code=code)
    return _page(request, campaign, back_form=form)


@office_page
def move_day(request: OfficeRequest, code: str, kind: str) -> HttpResponse:
    """Move one day with its reason."""
    campaign = campaign_for(request.mandate, code)
    may_schedule(request.mandate, campaign, on=request.today).require()
    deadline = deadline_in(campaign, kind)
    form = MoveDayForm(request.POST or None, initial={"day": deadline.day})
    if attempt(request, form, lambda: move_deadline(
        deadline, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã dời mốc thời gian.")
        return redirect("campaign-schedule", code=code)
    return render(request, "work/move_day.html", {"campaign": campaign, "deadline": deadline, "form": form})
