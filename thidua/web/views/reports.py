"""Reports: the figures of a campaign, what is missing, the closing report, the journal (báo cáo, nhật ký)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.awards.queries.council import lines_shown
from thidua.campaigns.permissions.campaign import may_take_plan
from thidua.campaigns.queries.campaign import campaign_for, campaigns_visible_to
from thidua.journal.queries import entries_of
from thidua.org.queries import tree_of, who_holds
from thidua.paper.sheet import Sheet, write_xlsx
from thidua.records.attach import XLSX
from thidua.reports.conclude import draft_closing_report
from thidua.reports.documents import value_of
from thidua.reports.figures import figures_of
from thidua.reports.missing import missing_for
from thidua.reports.permissions import may_conclude, may_read_journal
from thidua.web.actors import attempt, office_page
from thidua.web.forms.reports import ClosingForm, JournalFilter
from thidua.web.requests import OfficeRequest
from thidua.web.views.paper_page import told


@office_page
def reports(request: OfficeRequest) -> HttpResponse:
    """The campaigns with their reports."""
    page = Paginator(campaigns_visible_to(request.mandate), 50).get_page(request.GET.get("trang"))
    shown = {
        "page_of_campaigns": page,
        "may_read_journal": may_read_journal(request.mandate, on=request.today),
        "may_take": may_take_plan(request.mandate, on=request.today),
    }
    return render(request, "reports/reports.html", shown)


@office_page
def campaign_report(request: OfficeRequest, code: str) -> HttpResponse:
    """The figures, what is missing, and the closing report when its time has come."""
    campaign = campaign_for(request.mandate, code)
    signers = who_holds(campaign.unit, "chair", "vice_chair", on=request.today)
    form = ClosingForm(request.POST or None, signers=signers)
    made: list[Any] = []
    if attempt(request, form, lambda: made.append(draft_closing_report(
        campaign, lessons=form.cleaned_data["lessons"], signer=form.cleaned_data["signer"],
        mandate=request.mandate, on=request.today,
    ))):  # fmt: skip
        messages.success(request, "Đã soạn báo cáo tổng kết; xem lại rồi trình ký.")
        return redirect("paper", code=made[0].code) if made else redirect("campaign-report", code=code)
    missing = missing_for(request.mandate, campaign, on=request.today)
    context = {
        "campaign": campaign,
        "figures": [(figure, value_of(figure)) for figure in figures_of(campaign, on=request.today)],
        "missing": missing,
        "unfinished": sum(one.blocks for one in missing),
        "may_conclude": may_conclude(request.mandate, campaign, on=request.today),
        "form": form,
    }
    return render(request, "reports/campaign.html", context)


@office_page
def figures_sheet(request: OfficeRequest, code: str) -> HttpResponse:
    """The figures as a spreadsheet."""
    campaign = campaign_for(request.mandate, code)
    rows = tuple(
        (f.name, f.value, "" if f.of is None else f.of, f.measure, f.how)
        for f in figures_of(campaign, on=request.today)
    )
    sheet = Sheet("Số liệu", ("Nội dung", "Kết quả", "Trên", "Đơn vị", "Cách tính"), rows)
    answer = HttpResponse(write_xlsx([sheet]), content_type=XLSX.media)
    answer["Content-Disposition"] = f'attachment; filename="so-lieu-{campaign.slug}.xlsx"'
    return answer


@office_page
def journal(request: OfficeRequest) -> HttpResponse:
    """What happened in the office, newest first."""
    may_read_journal(request.mandate, on=request.today).require()
    form = JournalFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = entries_of(tree_of(request.mandate.unit), words=wanted.get("words", ""), day=wanted.get("day"))
    page = Paginator(lines_shown(request.mandate, found), 50).get_page(request.GET.get("trang"))
    context = {"filter_form": form, "page_of_entries": page, "entries": [told(entry) for entry in page]}
    return render(request, "journal/journal.html", context)
