"""Campaigns: the list, one campaign with all its plan says, its deadlines, and its launch (đợt thi đua, phát
động).
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns.intake import reopen_plan
from thidua.campaigns.launch import open_campaign, set_deadlines
from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.campaign import (
    has_what_a_plan_needs,
    may_open,
    may_prepare,
    may_reopen,
    may_take_plan,
)
from thidua.campaigns.queries.campaign import (
    campaign_for,
    campaign_in_full,
    campaigns_visible_to,
    unfinished_intakes,
)
from thidua.records.queries.papers import history_of, papers_about
from thidua.vietnamese.dates import vn_date
from thidua.web.actors import attempt, office_page
from thidua.web.campaign_line import campaign_line
from thidua.web.forms.plan import DeadlinesForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.paper_page import life_line, told
from thidua.web.work_page import plan_links


@office_page
def campaigns(request: OfficeRequest) -> HttpResponse:
    """Every campaign I may see, and plans that were read but not yet accepted."""
    page = Paginator(campaigns_visible_to(request.mandate), 50).get_page(request.GET.get("trang"))
    context = {
        "page_of_campaigns": page,
        "unfinished": unfinished_intakes(request.mandate)[:20],
        "may_take": may_take_plan(request.mandate, on=request.today),
    }
    return render(request, "campaigns/list.html", context)


@office_page
def campaign(request: OfficeRequest, code: str) -> HttpResponse:
    """One campaign: where it stands and all its plan says."""
    found = campaign_in_full(request.mandate, code)
    links, obligations = plan_links(request.mandate, found), list(found.obligations.all())
    context = {
        "campaign": found,
        "contents": [(one, links.to(one.text)) for one in found.contents.all()],
        "awards": [(one, links.to(one.clause)) for one in found.awards.all()],
        "line": campaign_line(found, on=request.today),
        "facts": _facts(found),
        "papers": papers_about(found)[:20],
        "history": [told(entry) for entry in history_of(found.pk)[:30]],
        "may_prepare": may_prepare(request.mandate, found, on=request.today),
        "solutions": [(one, links.to(one.text)) for one in obligations if one.kind == "solution"],
        "duties": [(one, links.to(one.text.partition("\n")[0])) for one in obligations if one.kind == "duty"],
    }
    return render(request, "campaigns/campaign.html", context)


def _facts(found: Campaign) -> list[tuple[str, str]]:
    starts = vn_date(found.starts) if found.starts else "ngày phát động"
    return [
        ("Tên phong trào", found.title),
        ("Chủ đề", found.theme),
        ("Nơi phát động", found.unit.name),
        ("Thời gian", f"{starts} – {vn_date(found.ends) if found.ends else 'chưa ghi'}"),
        ("Kế hoạch", found.plan.title if found.plan else ""),
        ("Theo", found.parent_says),
    ]


@office_page
def deadlines(request: OfficeRequest, code: str) -> HttpResponse:
    """Set the days by which something is due, before the campaign opens."""
    found = campaign_for(request.mandate, code)
    may_prepare(request.mandate, found, on=request.today).require()
    form = DeadlinesForm(request.POST or None, campaign=found)
    if attempt(request, form, lambda: set_deadlines(
        found, days=form.days(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi các mốc thời gian.")
        return redirect("campaign-launch", code=code)
    return render(request, "campaigns/deadlines.html", {"campaign": found, "form": form})


@office_page
def launch(request: OfficeRequest, code: str) -> HttpResponse:
    """What is still needed before the campaign opens, and opening it when its plan was issued elsewhere."""
    found = campaign_in_full(request.mandate, code)
    form = forms.Form(request.POST if request.method == "POST" else None)
    plan = found.plan
    if plan and attempt(request, form, lambda: open_campaign(
        plan, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã mở đợt thi đua; trang công khai đã hiện.")
        return redirect("campaign", code=code)
    return render(request, "campaigns/launch.html", _launch_context(request, found, form))


@office_page
@require_POST
def reopen(request: OfficeRequest, code: str) -> HttpResponse:
    """Back to what was read, to correct it and accept anew."""
    found, form = campaign_for(request.mandate, code), forms.Form(request.POST)
    made: list[str] = []
    if attempt(
        request,
        form,
        lambda: made.append(reopen_plan(found, mandate=request.mandate, on=request.today).code),
    ):
        messages.success(request, "Đã trở về bước đọc kế hoạch; sửa xong hãy nhận lại.")
        return redirect("plan", code=made[0]) if made else redirect("campaigns")
    messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("campaign-launch", code=code)


def _launch_context(request: OfficeRequest, found: Campaign, form: forms.Form) -> dict[str, Any]:
    return {
        "campaign": found,
        "line": campaign_line(found, on=request.today),
        "form": form,
        "complete": has_what_a_plan_needs(found, on=request.today),
        "life": life_line(found.plan) if found.plan else [],
        "may_open": may_open(request.mandate, found, on=request.today),
        "may_prepare": may_prepare(request.mandate, found, on=request.today),
        "may_reopen": may_reopen(request.mandate, found, on=request.today),
    }
