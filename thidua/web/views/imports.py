"""Take in a sheet of units or people (nhập bảng): paste or upload, look at it, then take it in whole."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.org.establish.rows import PEOPLE_COLUMNS, UNIT_COLUMNS
from thidua.org.permissions import may_arrange
from thidua.paper.sheet import Sheet, write_xlsx
from thidua.records.models import Run
from thidua.records.queries.settings import preview_of
from thidua.records.take_in import SAYS, keep_rows, rows_kept, take_in, what_of
from thidua.web.actors import attempt
from thidua.web.forms.doubts import DoubtsForm, people_doubts
from thidua.web.forms.settings import SheetForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, settings_page
from thidua.web.views.people import PEOPLE
from thidua.web.views.units import UNITS

COLUMNS = {"units": UNIT_COLUMNS, "people": PEOPLE_COLUMNS}
CRUMBS = {"units": UNITS, "people": PEOPLE}


@settings_page(may_arrange)
def import_rows(request: OfficeRequest, what: str) -> HttpResponse:
    """Paste or upload the sheet."""
    form = SheetForm(request.POST or None, request.FILES or None)
    kept: list[Run] = []
    if attempt(request, form, lambda: kept.append(keep_rows(
        form.cleaned_data["lines"], what=what, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        return redirect("import-preview", pk=kept[0].pk) if kept else redirect(what)
    shown = {
        "form": form,
        "what": what,
        "says": SAYS[what],
        "columns": COLUMNS[what],
        "crumbs": [HOME, CRUMBS[what]],
    }
    return render(request, "office/import.html", {**shown, "back": reverse(what)})


@settings_page(may_arrange)
def import_preview(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The rows as they were understood, with the fault of each; one button takes all of them in."""
    run = preview_of(request.mandate, pk)
    what = what_of(run)
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    lines = rows_kept(run, **acting) if run.state == "waiting" else []
    form = DoubtsForm(request.POST if request.method == "POST" else None, doubts=people_doubts(lines))
    done: list[int] = []
    if attempt(request, form, lambda: done.append(take_in(run, answers=form.answers, **acting))):
        messages.success(request, f"Đã nhập {sum(done)} {SAYS[what]}.")
        return redirect(what)
    shown = {
        "run": run,
        "what": what,
        "lines": form.beside(lines),
        "form": form,
        "faults": sum(bool(line.fault) for line in lines),
        "doubts": len(form.fields),
        "back": reverse(what),
        "again": reverse("import-rows", args=[what]),
        "crumbs": [HOME, CRUMBS[what]],
    }
    return render(request, "office/import_preview.html", shown)


@settings_page(may_arrange)
def import_template(request: OfficeRequest, what: str) -> HttpResponse:
    """An empty sheet with the right columns."""
    made = write_xlsx([Sheet(SAYS[what].capitalize(), COLUMNS[what], ())])
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    response = HttpResponse(made, content_type=kind)
    response["Content-Disposition"] = (
        f'attachment; filename="mau-{"don-vi" if what == "units" else "nguoi"}.xlsx"'
    )
    return response
