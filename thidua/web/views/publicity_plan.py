"""The publicity plan of a campaign against what was done (kế hoạch tuyên truyền)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns.queries.campaign import campaign_for
from thidua.publicity import plan as verbs
from thidua.publicity.models import PublicityItem
from thidua.publicity.models.plan import COUNTED
from thidua.publicity.permissions import may_plan_publicity
from thidua.publicity.queries.plan import dropped_items, item_for, mark_for, plan_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.publicity_plan import ItemForm, MarkForm
from thidua.web.requests import OfficeRequest


@office_page
def plan(request: OfficeRequest, code: str) -> HttpResponse:
    """Who tells what, where, when, how often; how often it was done; what is behind."""
    campaign = campaign_for(request.mandate, code)
    lines = plan_of(campaign, on=request.today)
    context = {
        "campaign": campaign,
        "lines": lines,
        "behind": [line for line in lines if line.behind],
        "dropped": dropped_items(campaign),
        "may_plan": may_plan_publicity(request.mandate, campaign, on=request.today),
    }
    return render(request, "publicity/plan.html", context)


@office_page
def item_new(request: OfficeRequest, code: str) -> HttpResponse:
    """Put a line into the plan."""
    campaign = campaign_for(request.mandate, code)
    may_plan_publicity(request.mandate, campaign, on=request.today).require()
    initial = {
        "who": request.mandate.office.title,
        "starts": campaign.starts or request.today,
        "ends": campaign.ends,
        "times": 1,
    }
    form = ItemForm(request.POST or None, initial=initial)
    if attempt(
        request,
        form,
        lambda: verbs.add_item(campaign, words=form.words(), mandate=request.mandate, on=request.today),
    ):
        messages.success(request, "Đã thêm việc tuyên truyền.")
        return redirect("publicity-plan", code)
    return render(request, "publicity/plan_item.html", {"form": form, "campaign": campaign})


@office_page
def item(request: OfficeRequest, code: str) -> HttpResponse:
    """One line: change it, or see and note what was done."""
    found = item_for(request.mandate, code)
    now = {name: getattr(found, name) for name in (*verbs.FIELDS, "version")}
    form = ItemForm(request.POST or None, initial=now)
    if attempt(
        request,
        form,
        lambda: verbs.edit_item(
            found,
            words=form.words(),
            expected=form.cleaned_data["version"],
            mandate=request.mandate,
            on=request.today,
        ),
    ):
        messages.success(request, "Đã ghi lại.")
        return redirect("publicity-plan", found.campaign.code)
    return _page(request, found, form=form)


def _page(request: OfficeRequest, found: PublicityItem, **forms: Form) -> HttpResponse:
    now = {name: getattr(found, name) for name in (*verbs.FIELDS, "version")}
    context = {
        "item": found,
        "campaign": found.campaign,
        "marks": found.marks.all(),
        "counted": found.channel in COUNTED,
        "form": ItemForm(initial=now),
        "mark_form": MarkForm(initial={"day": request.today}),
        "may_plan": may_plan_publicity(request.mandate, found.campaign, on=request.today),
    }
    return render(request, "publicity/plan_item.html", context | forms)


@office_page
@require_POST
def drop(request: OfficeRequest, code: str) -> HttpResponse:
    """Take a line out of the plan."""
    found = item_for(request.mandate, code)
    verbs.drop_item(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã bỏ; lấy lại được ở cuối kế hoạch.")
    return redirect("publicity-plan", found.campaign.code)


@office_page
@require_POST
def restore(request: OfficeRequest, code: str) -> HttpResponse:
    """Put a line back."""
    found = item_for(request.mandate, code)
    verbs.restore_item(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã lấy lại việc tuyên truyền.")
    return redirect("publicity-plan", found.campaign.code)


@office_page
def mark(request: OfficeRequest, code: str) -> HttpResponse:
    """Note that a line was carried out once."""
    found = item_for(request.mandate, code)
    form = MarkForm(request.POST or None)
    if attempt(request, form, lambda: _mark(request, found, form)):
        messages.success(request, "Đã ghi lần thực hiện.")
        return redirect("publicity-item", code)
    return _page(request, found, mark_form=form)


def _mark(request: OfficeRequest, found: PublicityItem, form: MarkForm) -> None:
    day, note = form.day_and_note()
    verbs.mark_done(found, day=day, note=note, mandate=request.mandate, on=request.today)


@office_page
@require_POST
def unmark(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Delete a note made by mistake."""
    found = mark_for(request.mandate, pk)
    code = found.item.code
    verbs.unmark(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã bỏ lần ghi nhầm.")
    return redirect("publicity-item", code)
