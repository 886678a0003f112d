"""A plan that came as a scan or photo: how far reading is, and what was recognised (bản quét)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.campaigns import intake as intakes
from thidua.campaigns.permissions.campaign import may_take_plan
from thidua.campaigns.queries.scan import PageRead, is_doubtful, pages_read, scan_for
from thidua.reading.files.picture import page_png
from thidua.reading.source import Unreadable
from thidua.records.models import Run
from thidua.web.actors import attempt, office_page
from thidua.web.jobs import read_scan
from thidua.web.requests import OfficeRequest


@office_page
def scan(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """How far it is; left and opened again it shows the same."""
    return _page(request, pk, forms.Form())


def _page(request: OfficeRequest, pk: UUID, form: forms.Form) -> HttpResponse:
    run = scan_for(request.mandate, pk)
    allowed = may_take_plan(request.mandate, on=request.today)
    context = {"run": run, "pages": pages_read(run), "may_take": allowed, "form": form}
    part = "plan/scan_progress.html" if request.headers.get("HX-Request") else "plan/scan.html"
    return render(request, part, context)


@office_page
@require_POST
def go_on(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Read on after a stop."""
    run, form = scan_for(request.mandate, pk), forms.Form(request.POST)
    if attempt(
        request, form, lambda: intakes.go_on_with_scan(run, mandate=request.mandate, on=request.today)
    ):
        read_scan.enqueue(str(run.pk))
        return redirect("scan", pk=pk)
    return _page(request, pk, form)


@office_page
@require_POST
def take(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Take in what was recognised."""
    run, form = scan_for(request.mandate, pk), forms.Form(request.POST)
    made: list[str] = []
    if attempt(request, form, lambda: made.append(
        intakes.take_scan(run, mandate=request.mandate, on=request.today).code
    )):  # fmt: skip
        return redirect("plan", code=made[0]) if made else redirect("campaigns")
    return _page(request, pk, form)


@office_page
@require_POST
def discard(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Stop, and remove the scan."""
    run, form = scan_for(request.mandate, pk), forms.Form(request.POST)
    if attempt(request, form, lambda: intakes.discard_scan(run, mandate=request.mandate, on=request.today)):
        messages.success(request, "Đã dừng; bản quét không được giữ lại.")
        return redirect("plan-new")
    return _page(request, pk, form)


@office_page
def page(request: OfficeRequest, pk: UUID, number: int) -> HttpResponse:
    """The picture of a page beside what was recognised on it, each line with how sure it is."""
    run = scan_for(request.mandate, pk)
    found = next((one for one in pages_read(run) if one.number == number), None)
    if found is None:
        raise Http404(f"Trang {number} chưa đọc.")
    return render(request, "plan/scan_page.html", _page_context(run, found))


def _page_context(run: Run, found: PageRead) -> dict[str, Any]:
    name, number = run.data["name"], found.number
    return {
        "run": run,
        "page_read": found,
        "lines": [(line.text, line.confidence, is_doubtful(line)) for line in found.written],
        "said": f"{name}, trang {number} trên {run.total}",
        "crumbs": [("Đọc bản quét", reverse("scan", args=[run.pk]))],
        "pictures": [reverse("scan-picture", args=[run.pk, number])],
        "earlier": number - 1 or None,
        "later": number + 1 if number < run.done else None,
    }


@office_page
def picture(request: OfficeRequest, pk: UUID, number: int) -> HttpResponse:
    """The picture of one page."""
    run = scan_for(request.mandate, pk)
    try:
        with run.file.open("rb") as kept:
            data = page_png(run.data["name"], kept.read(), number)
    except Unreadable as unreadable:
        raise Http404(unreadable.sentence) from unreadable
    return HttpResponse(data, content_type="image/png", headers={"Cache-Control": "private, max-age=3600"})
