"""The work of a plan for the officer: tasks, who has them, what the plan expects (nhiệm vụ theo kế hoạch)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import assign
from thidua.campaigns.models import Campaign, Expectation, Task
from thidua.campaigns.permissions.part import may_remind
from thidua.campaigns.permissions.work import may_arrange_work, may_draw_up, may_finish
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import own_unit
from thidua.campaigns.queries.work import (
    evidence_of,
    expectation_for,
    parts_of,
    standings_of,
    task_for,
    tasks_visible_to,
    units_owing_tasks,
)
from thidua.law.ruling import Ruling
from thidua.org.queries import taking_part
from thidua.paper.sheet import write_xlsx
from thidua.records.attach import XLSX
from thidua.reports.expected import Kept, expected_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.work import ExpectationForm, GiveForm, ReasonForm, TaskForm, WhyForm, WorkFilter
from thidua.web.requests import OfficeRequest
from thidua.web.work_page import chosen, plan_links, task_rows, work_sheet


@office_page
def campaign_work(request: OfficeRequest, code: str) -> HttpResponse:
    """All tasks with who has them, and what the plan expects; a unit head goes to the own work."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    if own is not None:
        return redirect("unit-work", code=code, unit=own.code)
    form = WorkFilter(request.GET, units=taking_part(campaign.unit, request.today))
    standings = standings_of(tasks_visible_to(request.mandate, campaign), on=request.today)
    found = chosen(standings, form.cleaned_data if form.is_valid() else {}, on=request.today)
    page, links = (
        Paginator(found, 50).get_page(request.GET.get("trang")),
        plan_links(request.mandate, campaign),
    )
    context = {
        "campaign": campaign,
        "filter_form": form,
        "page_of_tasks": page,
        "tasks": task_rows(list(page), links),
        "all_tasks": standings,
        "expected": [(kept, links.to(kept.expectation.said)) for kept in _expected(request, campaign)],
        "owing": units_owing_tasks(campaign, on=request.today),
        **_rulings(request, campaign),
    }
    return render(request, "work/list.html", context)


def _rulings(request: OfficeRequest, campaign: Campaign) -> dict[str, Ruling | bool]:
    mandate, on = request.mandate, request.today
    return {
        "at_home": mandate.unit_id == campaign.unit_id,
        "may_arrange": may_arrange_work(mandate, campaign, on=on),
        "may_draw_up": may_draw_up(mandate, campaign, on=on),
        "may_remind": may_remind(mandate, campaign, on=on, missing="task"),
    }


def _expected(request: OfficeRequest, campaign: Campaign) -> list[Kept]:
    """What the plan expects, for the launching office only."""
    if request.mandate.unit_id != campaign.unit_id:
        return []
    return expected_of(campaign, on=request.today)


@office_page
def sheet(request: OfficeRequest, code: str) -> HttpResponse:
    """The tasks as a spreadsheet."""
    campaign = campaign_for(request.mandate, code)
    standings = standings_of(tasks_visible_to(request.mandate, campaign), on=request.today)
    answer = HttpResponse(write_xlsx([work_sheet(standings)]), content_type=XLSX.media)
    answer["Content-Disposition"] = f'attachment; filename="nhiem-vu-{campaign.slug}.xlsx"'
    return answer


@office_page
@require_POST
def draw_up(request: OfficeRequest, code: str) -> HttpResponse:
    """Draw the work up for a campaign that was opened before this was done at the opening."""
    campaign, form = campaign_for(request.mandate, code), forms.Form(request.POST)
    may_draw_up(request.mandate, campaign, on=request.today).require()
    if attempt(
        request, form, lambda: assign.draw_up_work(campaign, mandate=request.mandate, on=request.today)
    ):
        messages.success(request, "Đã lập danh mục việc theo kế hoạch.")
    return redirect("campaign-work", code=code)


@office_page
def new_task(request: OfficeRequest, code: str) -> HttpResponse:
    """A task that the plan does not name."""
    campaign = campaign_for(request.mandate, code)
    may_arrange_work(request.mandate, campaign, on=request.today).require()
    form = TaskForm(request.POST or None)
    made: list[Task] = []
    if attempt(request, form, lambda: made.append(assign.add_task(
        campaign, words=form.words(), mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã thêm nhiệm vụ; chọn ai làm.")
        return (
            redirect("give-task", code=code, task=made[0].code)
            if made
            else redirect("campaign-work", code=code)
        )
    return render(request, "work/new.html", {"campaign": campaign, "form": form})


@office_page
def task(request: OfficeRequest, code: str, task: str) -> HttpResponse:
    """One task: its words and those of the plan, who has it, how far each is."""
    campaign = campaign_for(request.mandate, code)
    found = task_for(request.mandate, campaign, task)
    initial = {"text": found.text, "due": found.due, "version": found.version}
    form = TaskForm(request.POST or None, initial=initial)
    may = may_arrange_work(request.mandate, campaign, on=request.today)
    if attempt(request, form, lambda: assign.change_task(
        found, words=form.words(), expected=form.cleaned_data["version"], mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã ghi lại nhiệm vụ.")
        return redirect("task", code=code, task=task)
    context = {
        "campaign": campaign,
        "task": found,
        "form": form,
        "may_arrange": may,
        **_parts(request, found),
    }
    return render(request, "work/task.html", context)


def _parts(request: OfficeRequest, found: Task) -> dict[str, Any]:
    mine = request.mandate.unit_id
    parts = [one for one in parts_of(found) if mine in {one.unit_id, found.campaign.unit_id}]
    files = evidence_of(parts)
    links = plan_links(request.mandate, found.campaign)
    return {
        "parts": [
            (one, files.get(one.pk, []), may_finish(request.mandate, one, on=request.today)) for one in parts
        ],
        "plan_url": links.to(found.said),
        "on": request.today,
    }


@office_page
def give(request: OfficeRequest, code: str, task: str) -> HttpResponse:
    """Choose who has the task."""
    campaign = campaign_for(request.mandate, code)
    found = task_for(request.mandate, campaign, task)
    may_arrange_work(request.mandate, campaign, on=request.today).require()
    form = GiveForm(request.POST or None, task=found, units=taking_part(campaign.unit, request.today))
    if attempt(request, form, lambda: assign.give_task(
        found, owners=form.owners(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã giao nhiệm vụ.")
        return redirect("task", code=code, task=task)
    return render(request, "work/give.html", {"campaign": campaign, "task": found, "form": form})


@office_page
def withdraw(request: OfficeRequest, code: str, task: str) -> HttpResponse:
    """Withdraw the task with a reason."""
    campaign = campaign_for(request.mandate, code)
    found, form = task_for(request.mandate, campaign, task), ReasonForm(request.POST or None)
    may_arrange_work(request.mandate, campaign, on=request.today).require()
    if attempt(request, form, lambda: assign.withdraw_task(
        found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã rút nhiệm vụ.")
        return redirect("campaign-work", code=code)
    return render(request, "work/withdraw.html", {"campaign": campaign, "task": found, "form": form})


@office_page
@require_POST
def restore(request: OfficeRequest, code: str, task: str) -> HttpResponse:
    """Take a withdrawn task up again."""
    campaign = campaign_for(request.mandate, code)
    found = task_for(request.mandate, campaign, task)
    assign.restore_task(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã khôi phục nhiệm vụ.")
    return redirect("task", code=code, task=task)


MOVES = {"ghi-nhan": "settled", "khong-ap-dung": "withdrawn", "theo-doi": "tracked"}


@office_page
def expectation(request: OfficeRequest, code: str, expectation: str) -> HttpResponse:
    """One expectation: the words of the plan, how it is counted, acknowledging it by hand."""
    campaign = campaign_for(request.mandate, code)
    found = expectation_for(request.mandate, campaign, expectation)
    initial = {"counts": found.counts, "per": found.per, "at_least": found.at_least}
    form = ExpectationForm(request.POST or None, initial=initial)
    if attempt(request, form, lambda: assign.change_expectation(
        found, wanted=form.wanted(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã sửa cách tính.")
        return redirect("campaign-work", code=code)
    return render(request, "work/expectation.html", _expectation(request, found, form, WhyForm()))


@office_page
@require_POST
def move_expectation(request: OfficeRequest, code: str, expectation: str, move: str) -> HttpResponse:
    """Acknowledge it with evidence, leave it out, or count it again."""
    campaign = campaign_for(request.mandate, code)
    found = expectation_for(request.mandate, campaign, expectation)
    form = WhyForm(request.POST)
    if attempt(request, form, lambda: assign.move_expectation(
        found, to=MOVES[move], why=form.cleaned_data["why"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi.")
        return redirect("campaign-work", code=code)
    initial = {"counts": found.counts, "per": found.per, "at_least": found.at_least}
    context = _expectation(request, found, ExpectationForm(initial=initial), form)
    return render(request, "work/expectation.html", context)


def _expectation(
    request: OfficeRequest, found: Expectation, form: forms.Form, why: forms.Form
) -> dict[str, Any]:
    campaign = found.campaign
    kept = next((one for one in expected_of(campaign, on=request.today) if one.expectation == found), None)
    return {
        "campaign": campaign,
        "expectation": found,
        "kept": kept,
        "form": form,
        "why_form": why,
        "plan_url": plan_links(request.mandate, campaign).to(found.said),
        "may_arrange": may_arrange_work(request.mandate, campaign, on=request.today),
    }
