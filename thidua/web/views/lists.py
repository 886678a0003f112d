"""A unit's whole list of nominees: hand it in, look at every line, take it in (nhập danh sách đề nghị)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards import nominate as verbs
from thidua.awards.nominate.listed import Checked, campaign_of, check_lines
from thidua.awards.permissions.lists import may_hand_in
from thidua.awards.queries.lists import list_for, lists_waiting
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import own_unit
from thidua.campaigns.queries.review import offered_awards
from thidua.org.models import Unit
from thidua.org.queries import taking_part
from thidua.paper.sheet import Sheet, write_xlsx
from thidua.reading.roll import HEAD
from thidua.records.attach import XLSX
from thidua.records.models import Run
from thidua.vietnamese.dates import vn_date
from thidua.web.actors import attempt, office_page
from thidua.web.forms.lists import ListForm, SettleForm
from thidua.web.jobs import file_nominations
from thidua.web.requests import OfficeRequest
from thidua.web.views.nomination_sheet import FAULTS, fault_rows, list_columns

PER_PAGE = 100
AT_ONCE = 150  # a longer list is taken in beside the page
SHOWS = {"": "Tất cả", "xem": "Cần xem", "dung": "Đúng", "bo": "Đã bỏ"}


@office_page
def hand_in(request: OfficeRequest, code: str) -> HttpResponse:
    """Upload or paste the list; lists that were left are found here again."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    form = ListForm(
        request.POST or None,
        request.FILES or None,
        units=taking_part(campaign.unit, request.today),
        own=own,
        initial={"how": f"nhận bản Excel ngày {vn_date(request.today)}"},
    )
    kept: list[Run] = []
    if attempt(request, form, lambda: kept.append(_kept(request, campaign, form))):
        return redirect("nominations-list", kept[0].pk) if kept else redirect("nominations-hand-in", code)
    context = {
        "campaign": campaign,
        "form": form,
        "may": may_hand_in(request.mandate, campaign, own, on=request.today),
        "waiting": lists_waiting(request.mandate, campaign),
        "columns": list_columns(()),
    }
    return render(request, "nominations/import.html", context)


def _kept(request: OfficeRequest, campaign: Campaign, form: ListForm) -> Run:
    words = verbs.ListWords(form.name, form.chosen, form.cleaned_data.get("how", ""))
    return verbs.keep_list(campaign, roll=form.roll, words=words, mandate=request.mandate, on=request.today)


@office_page
def look(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Every line as it was understood, with what stops it; one button takes all of them in."""
    run = list_for(request.mandate, pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if attempt(request, form, lambda: _file(request, run)):
        run.refresh_from_db()
        if run.state == "done":
            messages.success(request, run.says)
            return redirect("campaign-nominations", campaign_of(run).code)
        return redirect("nominations-list", pk)
    return _page(request, run, form)


def _file(request: OfficeRequest, run: Run) -> None:
    """Take a short list in at once, a long one beside the page."""
    if run.total <= AT_ONCE:
        verbs.file_many(run, mandate=request.mandate, on=request.today)
        return
    verbs.ask_to_file(run, mandate=request.mandate, on=request.today)
    file_nominations.enqueue(str(run.pk))


def _page(request: OfficeRequest, run: Run, form: forms.Form) -> HttpResponse:
    campaign = campaign_of(run)
    context: dict[str, Any] = {"run": run, "campaign": campaign, "form": form}
    if run.state != "waiting":
        asked = request.headers.get("HX-Request")
        return render(
            request, "nominations/list_progress.html" if asked else "nominations/import_running.html", context
        )
    context |= {
        **_lines(request, run),
        "settle": _settle_form(request, run, campaign, None),
        "passed": [one for one in run.data["passed"] if one["why"] != HEAD],
        "unknown": run.data["unknown"],
    }
    return render(request, "nominations/import_preview.html", context)


def _lines(request: OfficeRequest, run: Run) -> dict[str, Any]:
    """The lines of one tab, and how many each tab has."""
    checked, wanted = check_lines(run, on=request.today), request.GET.get("hien", "")
    counts = {kind: sum(kind in ("", _kind(one)) for one in checked) for kind in SHOWS}
    shown = [one for one in checked if wanted in ("", _kind(one))]
    return {
        "page_of_lines": Paginator(shown, PER_PAGE).get_page(request.GET.get("trang")),
        "counts": counts,
        "to_look": counts["xem"],
        "to_file": counts["dung"],
        "wanted": wanted,
        "tabs": [
            {"label": label, "url": f"?hien={kind}", "current": kind == wanted, "count": counts[kind]}
            for kind, label in SHOWS.items()
        ],
    }


def _kind(one: Checked) -> str:
    return "bo" if one.left_out else "xem" if one.faults else "dung"


def _settle_form(request: OfficeRequest, run: Run, campaign: Campaign, data: Any) -> SettleForm:
    own = own_unit(campaign, request.mandate, on=request.today)
    units: list[Unit] = [] if own or run.data["unit"] else list(taking_part(campaign.unit, request.today))
    ready = [award for award in offered_awards(campaign) if award.has_standard]
    return SettleForm(data, awards=ready, units=units, lines=len(run.data["rows"]))


@office_page
@require_POST
def settle(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Set form, recipient, honorific, unit for the ticked lines; leave lines out or take them back."""
    run = list_for(request.mandate, pk)
    if run.state != "waiting":
        return redirect("nominations-list", pk)
    form = _settle_form(request, run, campaign_of(run), request.POST)
    if not attempt(request, form, lambda: _settled(request, run, form)):
        return _page(request, run, form)
    shown = request.POST.get("hien", "")
    back = reverse("nominations-list", args=[pk])
    return redirect(f"{back}?hien={quote(shown)}" if shown in SHOWS and shown else back)


def _settled(request: OfficeRequest, run: Run, form: SettleForm) -> None:
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    move = request.POST.get("viec", "dat")
    if move in ("bo", "lay-lai"):
        verbs.leave_out(run, places=form.places(), out=move == "bo", **acting)
    else:
        verbs.settle_lines(run, places=form.places(), says=form.cleaned_data, **acting)


@office_page
@require_POST
def drop(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Drop a list that is not taken in."""
    run, form = list_for(request.mandate, pk), forms.Form(request.POST)
    code = campaign_of(run).code
    if attempt(request, form, lambda: verbs.drop_list(run, mandate=request.mandate, on=request.today)):
        messages.success(request, "Đã bỏ danh sách; chưa ghi dòng nào.")
        return redirect("nominations-hand-in", code)
    return _page(request, run, form)


@office_page
def faults(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The whole list with what stops each line, to correct in Excel and hand in again."""
    run = list_for(request.mandate, pk)
    checked = check_lines(run, on=request.today) if run.state == "waiting" else []
    columns = (*list_columns(()), FAULTS)
    return _sheet("danh-sach-can-sua", Sheet("Danh sách cần sửa", columns, fault_rows(checked)))


@office_page
def template(request: OfficeRequest, code: str) -> HttpResponse:
    """An empty list with the right columns, and the forms of the campaign to choose from."""
    campaign = campaign_for(request.mandate, code)
    columns = list_columns([award.title for award in offered_awards(campaign)])
    return _sheet("mau-danh-sach-de-nghi", Sheet("Đề nghị khen thưởng", columns))


def _sheet(name: str, sheet: Sheet) -> HttpResponse:
    response = HttpResponse(write_xlsx([sheet]), content_type=XLSX.media)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response
