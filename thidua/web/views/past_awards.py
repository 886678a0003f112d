"""Take in a sheet of old awards (nhập khen thưởng cũ): upload, look at each row, take it in whole."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.awards.remember import (
    COLUMNS,
    KIND,
    MOST_ROWS,
    PastRow,
    error_sheet,
    keep_past_awards,
    past_rows_kept,
    take_in_past_awards,
)
from thidua.org.permissions import may_keep_record
from thidua.org.queries import government_of
from thidua.paper.sheet import Sheet, write_xlsx
from thidua.records.attach import XLSX
from thidua.records.models import Run
from thidua.records.queries.rulebook import form_names
from thidua.records.queries.settings import kept_sheet
from thidua.web.actors import attempt
from thidua.web.forms.doubts import DoubtsForm, past_doubts
from thidua.web.forms.settings import SheetForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, settings_page
from thidua.web.views.records import RECORDS

FIRST = 50  # right rows shown; those with a fault or a doubt are all shown


@settings_page(may_keep_record)
def past_awards(request: OfficeRequest) -> HttpResponse:
    """Paste or upload the sheet."""
    form = SheetForm(request.POST or None, request.FILES or None)
    kept: list[Run] = []
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: kept.append(keep_past_awards(form.cleaned_data["lines"], **acting))):
        return redirect("past-awards-preview", kept[0].pk) if kept else redirect("records", "individual")
    shown = {
        "form": form,
        "columns": COLUMNS,
        "most": MOST_ROWS,
        "forms": form_names(government_of(request.mandate.unit)).values(),
        "back": reverse("records", args=["individual"]),
        "crumbs": [HOME, RECORDS],
    }
    return render(request, "people/past_awards.html", shown)


def _rows(request: OfficeRequest, run: Run) -> list[PastRow]:
    if run.state != "waiting":
        return []
    return past_rows_kept(run, mandate=request.mandate, on=request.today)


@settings_page(may_keep_record)
def preview(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The rows as they were understood; doubts are answered here, and one button takes all of them in."""
    run = kept_sheet(request.mandate, KIND, pk)
    rows = _rows(request, run)
    form = DoubtsForm(request.POST if request.method == "POST" else None, doubts=past_doubts(rows))
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: take_in_past_awards(run, answers=form.answers, **acting)):
        messages.success(request, f"Đã nhập {run.total} khen thưởng cũ.")
        return redirect("records", "individual")
    right = [row for row in rows if not row.faults and not row.needs_choice]
    shown = {
        "run": run,
        "form": form,
        "faulty": [row for row in rows if row.faults],
        "doubtful": form.beside(row for row in rows if row.needs_choice),
        "right": right[:FIRST],
        "right_number": len(right),
        "crumbs": [HOME, RECORDS],
    }
    return render(request, "people/past_awards_preview.html", shown)


@settings_page(may_keep_record)
def faults(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The sheet as it came with a column that says what is wrong, to correct and return."""
    run = kept_sheet(request.mandate, KIND, pk)
    return _sheet(error_sheet(_rows(request, run)), "khen-thuong-cu-loi.xlsx")


@settings_page(may_keep_record)
def template(request: OfficeRequest) -> HttpResponse:
    """An empty sheet with the right columns."""
    return _sheet(Sheet("Khen thưởng cũ", COLUMNS, ()), "mau-khen-thuong-cu.xlsx")


def _sheet(sheet: Sheet, name: str) -> HttpResponse:
    response = HttpResponse(write_xlsx([sheet]), content_type=XLSX.media)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
