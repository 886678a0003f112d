"""Who is not considered in a year (danh sách chưa xét khen thưởng): listed, entered, taken in, removed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards import exclude as verbs
from thidua.awards.queries.exclusion import exclusion_for, exclusions_of, list_stops, years_listed
from thidua.org.permissions import may_keep_record
from thidua.paper.sheet import Sheet, write_xlsx
from thidua.records.attach import XLSX
from thidua.records.models import Run
from thidua.records.queries.settings import kept_sheet
from thidua.web.actors import attempt
from thidua.web.forms.exclusions import ExclusionForm, ExclusionSheetForm
from thidua.web.forms.people import RemoveForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page, settings_page

LISTED = ("Danh sách chưa xét khen thưởng", "/co-quan/chua-xet/")
PER_PAGE = 50


def _acting(request: OfficeRequest) -> dict[str, Any]:
    return {"mandate": request.mandate, "on": request.today}


@settings_page(may_keep_record)
def exclusions(request: OfficeRequest) -> HttpResponse:
    """The list of a year, those that were removed below, and the years there are."""
    unit, asked = request.mandate.unit, request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else request.today.year
    found = exclusions_of(unit, year)
    shown = {
        "year": year,
        "years": years_listed(unit),
        "page_of_lines": Paginator(found.filter(state="kept"), PER_PAGE).get_page(request.GET.get("trang")),
        "removed": found.filter(state="removed")[:PER_PAGE],
        "stops": list_stops(unit, on=request.today),
        "crumbs": [HOME],
    }
    return render(request, "people/exclusions.html", shown)


@settings_page(may_keep_record)
def exclusion_new(request: OfficeRequest) -> HttpResponse:
    """Enter one line."""
    form = ExclusionForm(request.POST or None, initial={"year": request.today.year})
    if attempt(request, form, lambda: verbs.exclude(form.words, listed=form.listed, **_acting(request))):
        messages.success(request, "Đã ghi; đề nghị trùng tên sẽ được báo.")
        return _to_year(form)
    return form_page(
        request, form, head="Ghi người chưa xét khen thưởng", does="Ghi", back=reverse("exclusions"),
        crumbs=[LISTED], explain="Ghi đúng như văn bản của nơi gửi; không cần người ấy có hồ sơ ở đây.",
    )  # fmt: skip


def _to_year(form: Form) -> HttpResponse:
    return redirect(f"{reverse('exclusions')}?nam={form.cleaned_data['year']}")


@settings_page(may_keep_record)
def exclusions_import(request: OfficeRequest) -> HttpResponse:
    """Paste or upload a whole list."""
    first = {"year": request.today.year}
    form = ExclusionSheetForm(request.POST or None, request.FILES or None, initial=first)
    kept: list[Run] = []
    if attempt(request, form, lambda: kept.append(
        verbs.keep_exclusions(form.cleaned_data["lines"], listed=form.listed, **_acting(request))
    )):  # fmt: skip
        return redirect("exclusions-preview", kept[0].pk) if kept else redirect("exclusions")
    shown = {"form": form, "columns": verbs.COLUMNS, "most": verbs.MOST_ROWS, "crumbs": [HOME, LISTED]}
    return render(request, "people/exclusions_import.html", shown)


@settings_page(may_keep_record)
def exclusions_preview(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The rows as they were understood; one button takes all of them in."""
    run = kept_sheet(request.mandate, verbs.KIND, pk)
    form = Form(request.POST if request.method == "POST" else None)
    if attempt(request, form, lambda: verbs.take_in_exclusions(run, **_acting(request))):
        messages.success(request, "Đã nhập danh sách.")
        return redirect(f"{reverse('exclusions')}?nam={run.data['listed']['year']}")
    rows = verbs.exclusion_rows_kept(run, on=request.today)
    shown = {
        "run": run,
        "form": form,
        "listed": run.data["listed"],
        "faulty": [row for row in rows if row.fault],
        "right": [row for row in rows if not row.fault][:PER_PAGE],
        "right_number": sum(not row.fault for row in rows),
        "crumbs": [HOME, LISTED],
    }
    return render(request, "people/exclusions_preview.html", shown)


@settings_page(may_keep_record)
def exclusions_faults(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The sheet as it came with a column that says what is wrong."""
    run = kept_sheet(request.mandate, verbs.KIND, pk)
    return _sheet(verbs.error_sheet(verbs.exclusion_rows_kept(run, on=request.today)), "chua-xet-loi.xlsx")


@settings_page(may_keep_record)
def exclusions_template(request: OfficeRequest) -> HttpResponse:
    """An empty sheet with the right columns."""
    return _sheet(Sheet("Chưa xét", verbs.COLUMNS, ()), "mau-chua-xet.xlsx")


def _sheet(sheet: Sheet, name: str) -> HttpResponse:
    response = HttpResponse(write_xlsx([sheet]), content_type=XLSX.media)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@settings_page(may_keep_record)
def exclusion_out(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Take somebody off the list, with the reason."""
    found, form = exclusion_for(request.mandate, pk), RemoveForm(request.POST or None)
    back = f"{reverse('exclusions')}?nam={found.year}"
    if attempt(request, form, lambda: verbs.lift_exclusion(found, **form.cleaned_data, **_acting(request))):
        messages.success(request, f"Đã bỏ {found.name} khỏi danh sách; đưa lại được ở cuối trang.")
        return redirect(back)
    return form_page(
        request, form, head=f"Bỏ khỏi danh sách: {found.name}", does="Bỏ khỏi danh sách", back=back,
        crumbs=[LISTED], explain="Có kết luận không vi phạm, hoặc ghi nhầm: ghi rõ lý do, số văn bản.",
    )  # fmt: skip


@require_POST
@settings_page(may_keep_record)
def exclusion_back(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Put a removed line back."""
    found = exclusion_for(request.mandate, pk)
    verbs.put_back(found, **_acting(request))
    messages.success(request, f"Đã đưa lại {found.name} vào danh sách.")
    return redirect(f"{reverse('exclusions')}?nam={found.year}")
