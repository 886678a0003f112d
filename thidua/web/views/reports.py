"""Reports: the figures of a campaign, what is missing, the closing report, the journal (báo cáo, nhật ký)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.awards.queries.council import lines_shown
from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.campaign import may_take_plan
from thidua.campaigns.queries.campaign import campaign_for, campaigns_visible_to
from thidua.campaigns.queries.review import lessons_of
from thidua.journal.queries import entries_of
from thidua.org.queries import tree_of, who_holds
from thidua.paper.blocks import Chart
from thidua.paper.sheet import write_xlsx
from thidua.records.attach import XLSX
from thidua.reports.behind import behind, figure_named
from thidua.reports.breakdown import (
    award_rows,
    awards_chart,
    content_rows,
    people_chart,
    share_chart,
    unit_rows,
    units_chart,
)
from thidua.reports.conclude import draft_closing_report
from thidua.reports.documents import follows_province
from thidua.reports.figures import PARTS, Figure, figures_of
from thidua.reports.missing import missing_for
from thidua.reports.permissions import may_conclude, may_read_journal, may_read_statistics
from thidua.reports.tables import campaign_sheets
from thidua.web.actors import attempt, office_page
from thidua.web.evidence_pages import page_of_line
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
        "may_read_statistics": may_read_statistics(request.mandate, on=request.today),
        "may_take": may_take_plan(request.mandate, on=request.today),
    }
    return render(request, "reports/reports.html", shown)


@office_page
def campaign_report(request: OfficeRequest, code: str) -> HttpResponse:
    """The figures, what is missing, and the closing report when its time has come."""
    campaign = campaign_for(request.mandate, code)
    signers = who_holds(campaign.unit, "chair", "vice_chair", on=request.today)
    form = ClosingForm(
        request.POST or None,
        signers=signers,
        told=lessons_of(campaign),
        by_outline=follows_province(campaign, on=request.today),
    )
    made: list[Any] = []
    if attempt(request, form, lambda: made.append(draft_closing_report(
        campaign, lessons=form.cleaned_data["lessons"], signer=form.cleaned_data["signer"],
        mandate=request.mandate, on=request.today,
    ))):  # fmt: skip
        messages.success(request, "Đã soạn báo cáo tổng kết; xem lại rồi trình ký.")
        return redirect("paper", code=made[0].code) if made else redirect("campaign-report", code=code)
    may = may_conclude(request.mandate, campaign, on=request.today)
    context = {"campaign": campaign, "may_conclude": may, "form": form}
    return render(request, "reports/campaign.html", context | _told(request, campaign))


def _in_parts(figures: list[Figure]) -> list[tuple[str, list[Figure]]]:
    """The figures under the headings of the page, headings without any left out."""
    parts = [(name, [one for one in figures if one.part == part]) for part, name in PARTS.items()]
    return [(name, found) for name, found in parts if found]


def _told(request: OfficeRequest, campaign: Campaign) -> dict[str, Any]:
    """The figures, the tables by content, unit and form, charts with anything to show, what is missing."""
    figures = figures_of(campaign, on=request.today)
    missing = missing_for(request.mandate, campaign, on=request.today)
    units, awards = unit_rows(campaign, on=request.today), award_rows(campaign)
    charts = (share_chart(figures), units_chart(units), awards_chart(awards), people_chart(figures))
    return {
        "parts": _in_parts(figures),
        "missing": missing,
        "unfinished": sum(one.blocks for one in missing),
        "contents": content_rows(campaign),
        "units": units,
        "award_rows": awards,
        "charts": [(chart.caption, bars_shown(chart)) for chart in charts if chart.bars],
    }


def bars_shown(chart: Chart) -> list[dict[str, Any]]:
    """The bars of a chart for the page: words and lengths in parts of a thousand."""
    return [
        {"label": bar.label, "says": bar.says, "filled": round(filled * 1000), "whole": round(whole * 1000)}
        for bar, (filled, whole) in zip(chart.bars, chart.shares(), strict=True)
    ]


@office_page
def figure(request: OfficeRequest, code: str, figure: str) -> HttpResponse:
    """One figure with the records behind it, page by page."""
    campaign = campaign_for(request.mandate, code)
    found = figure_named(campaign, figure, on=request.today)
    records = behind(found, campaign, mandate=request.mandate, on=request.today)
    page = Paginator(records.rows, 50).get_page(request.GET.get("trang"))
    lines = [records.line(row) for row in page]
    context = {
        "campaign": campaign,
        "figure": found,
        "hidden": records.hidden,
        "page_of_records": page,
        "lines": [(line, page_of_line(line, campaign, request.mandate)) for line in lines],
    }
    return render(request, "reports/figure.html", context)


@office_page
def figures_sheet(request: OfficeRequest, code: str) -> HttpResponse:
    """The figures as a workbook: all, by content, by unit, by form, what is missing."""
    campaign = campaign_for(request.mandate, code)
    missing = missing_for(request.mandate, campaign, on=request.today)
    sheets = campaign_sheets(campaign, missing, on=request.today)
    answer = HttpResponse(write_xlsx(sheets), content_type=XLSX.media)
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
