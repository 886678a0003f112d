"""Many registrations at once: the grid, printed sheets, the table both ways (đăng ký của nhiều đơn vị)."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.campaigns import register
from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.part import may_receive
from thidua.campaigns.queries.campaign import campaign_for, campaign_in_full
from thidua.campaigns.queries.part import Participation, lists_waiting, participation, registration_list_for
from thidua.campaigns.queries.registration_rows import COLUMNS
from thidua.paper.registration import write_registration_sheets
from thidua.paper.sheet import Sheet, write_xlsx
from thidua.records.attach import XLSX
from thidua.web.actors import attempt, office_page
from thidua.web.forms.registration_grid import GridForm, UnitRows, grid_rows
from thidua.web.forms.registration_list import ConfirmForm
from thidua.web.forms.settings import SheetForm
from thidua.web.registration_sheets import faulty_sheet, printed_sheets, registration_table
from thidua.web.requests import OfficeRequest

UNITS_PER_PAGE = 10


def _campaign(request: OfficeRequest, code: str) -> Campaign:
    """The campaign with what its plan says, for its own standing officer."""
    campaign = campaign_in_full(request.mandate, code)
    may_receive(request.mandate, campaign, on=request.today).require()
    return campaign


@office_page
def grid(request: OfficeRequest, code: str) -> HttpResponse:
    """Type what many units said on paper or by telephone; all of it is written, or nothing."""
    campaign = _campaign(request, code)
    data = request.POST if request.method == "POST" else None
    page, standing = _units(request, campaign)
    rows = grid_rows(campaign, [(one.unit, one.registration, one.project) for one in standing], data)
    form = GridForm(data, today=request.today)
    wrong = [one.unit.name for one in rows if data is not None and not one.is_valid]
    if not wrong and attempt(request, form, lambda: _write(request, campaign, form, rows)):
        return redirect("registration-grid", code=code)
    context = {
        "campaign": campaign,
        "form": form,
        "units_of_page": rows,
        "page": page,
        "wrong": wrong,
    }
    return render(request, "part/grid.html", context)


def _units(request: OfficeRequest, campaign: Campaign) -> tuple[Page[Participation], list[Participation]]:
    """The units of this page that have not sent yet; those of the form, once it is sent."""
    found = participation(campaign, on=request.today, with_targets=True)
    page = Paginator([one for one in found if not one.has_registered], UNITS_PER_PAGE).get_page(
        request.GET.get("trang")
    )
    codes = set(request.POST.getlist("unit"))
    return page, [one for one in found if one.unit.code in codes] if codes else list(page)


def _write(request: OfficeRequest, campaign: Campaign, form: GridForm, rows: list[UnitRows]) -> None:
    receive = "keep" not in request.POST
    written = register.register_many(
        campaign, entries=[(one.unit, one.entry(form.cleaned_data)) for one in rows if one.is_typed],
        receive=receive, mandate=request.mandate, on=request.today,
    )  # fmt: skip
    done = "ghi và nhận" if receive else "ghi, chưa nhận"
    messages.success(request, f"Đã {done} đăng ký của {len(written)} đơn vị.")


@office_page
def sheets(request: OfficeRequest, code: str) -> HttpResponse:
    """The sheets to hand out, a page per unit, each with a code that leads to the unit's own form."""
    campaign = _campaign(request, code)
    wanted = request.GET.getlist("don-vi")
    units = [one for one in participation(campaign, on=request.today, with_targets=True)
             if not wanted or one.unit.code in wanted]  # fmt: skip
    addresses = {
        one.unit.code: request.build_absolute_uri(reverse("scanned-registration", args=[code, one.unit.code]))
        for one in units
    }
    made_at = timezone.make_aware(datetime.combine(request.today, time()))
    pdf = write_registration_sheets(printed_sheets(campaign, units, addresses), timestamp=made_at)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="phieu-dang-ky.pdf"'
    return response


@office_page
def table(request: OfficeRequest, code: str) -> HttpResponse:
    """What is registered as a table, with an empty row per content for who has not: also the template."""
    campaign = _campaign(request, code)
    units = participation(campaign, on=request.today, with_targets=True)
    return _file("dang-ky-thi-dua", registration_table(campaign, units))


def _file(name: str, sheet: Sheet) -> HttpResponse:
    response = HttpResponse(write_xlsx([sheet]), content_type=XLSX.media)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


@office_page
def take_table(request: OfficeRequest, code: str) -> HttpResponse:
    """Upload or paste the filled table; tables that were left are found here again."""
    campaign = _campaign(request, code)
    form = SheetForm(request.POST or None, request.FILES or None)
    kept: list[Any] = []
    if attempt(request, form, lambda: kept.append(register.keep_list(
        campaign, rows=form.cleaned_data["lines"], mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        return redirect("registration-list", kept[0].pk) if kept else redirect("registration-table-in", code)
    context = {"campaign": campaign, "form": form, "columns": COLUMNS, "waiting": lists_waiting(campaign)}
    return render(request, "part/table_in.html", context)


@office_page
def table_preview(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Every row as it was understood, what is wrong or odd in it; one button writes all of them."""
    run, campaign = registration_list_for(request.mandate, pk)
    lines = register.lines_kept(run, campaign, on=request.today) if run.state == "waiting" else []
    odd = sum(bool(line.doubts) for line in lines)
    form = ConfirmForm(request.POST if request.method == "POST" else None, odd=odd)
    if attempt(request, form, lambda: register.take_list(
        run, campaign=campaign, sure=form.cleaned_data.get("sure", False),
        receive=form.cleaned_data["receive"], mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã ghi đăng ký của các đơn vị trong bảng.")
        return redirect("campaign-registrations", campaign.code)
    context = {
        "run": run,
        "campaign": campaign,
        "form": form,
        "lines_of_page": Paginator(lines, 100).get_page(request.GET.get("trang")),
        "faults": sum(bool(line.fault) for line in lines),
        "odd": odd,
    }
    return render(request, "part/table_preview.html", context)


@office_page
def table_faults(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The whole table with what stops each row, to correct in Excel and bring back."""
    run, campaign = registration_list_for(request.mandate, pk)
    lines = register.lines_kept(run, campaign, on=request.today) if run.state == "waiting" else []
    return _file("bang-dang-ky-can-sua", faulty_sheet(lines))


@office_page
@require_POST
def drop_table(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Drop a table that was not taken in."""
    run, campaign = registration_list_for(request.mandate, pk)
    form = forms.Form(request.POST)
    if attempt(request, form, lambda: register.drop_list(
        run, campaign=campaign, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã bỏ bảng; chưa ghi dòng nào.")
    return redirect("registration-table-in", campaign.code)


@office_page
def scanned(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """Where the code on a printed sheet leads: the own form, or which of one's offices to take up first."""
    campaign = campaign_for(request.mandate, code)
    place = reverse("unit-registration", args=[code, unit])
    if request.mandate.unit.code == unit or request.mandate.unit_id == campaign.unit_id:
        return redirect(place)
    other = next((one for one in request.mandates if one.unit.code == unit), None)
    context = {"campaign": campaign, "other": other, "place": place}
    return render(request, "part/scanned.html", context, status=200 if other else 404)
