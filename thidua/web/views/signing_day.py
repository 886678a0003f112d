"""The papers of the day: what waits for a signature as one file to print, and the numbers in one grid
(trình ký hôm nay).
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from thidua.paper.bind import bound
from thidua.paper.pdf import write_pdf
from thidua.records.documents import file_of_paper
from thidua.records.permissions import may_number
from thidua.records.queries.numbering import numbers_ahead
from thidua.reports.signing_day import SigningDay, by_signer, signing_day, signing_list
from thidua.web.actors import attempt, office_page
from thidua.web.forms.signing_day import NumberRow, number_rows
from thidua.web.requests import OfficeRequest

PER_PAGE = 30


@office_page
def today(request: OfficeRequest) -> HttpResponse:
    """What is to be signed, numbered, issued; the grid saves each row by itself."""
    day = signing_day(request.mandate)
    rows = _rows(request, day)
    form, saved = forms.Form(request.POST if request.method == "POST" else None), []
    chosen = [row for row in rows if row.is_chosen]
    if attempt(request, form, lambda: saved.extend(_save(request, chosen))):
        _tell(request, rows, saved)
        if not any(row.form.errors for row in chosen):
            return redirect("signing-day")
        day, kept = signing_day(request.mandate), {row.ahead.document.code: row for row in rows}
        rows = [kept.get(row.ahead.document.code, row) for row in _rows(request, day, fresh=True)]
    page = Paginator(day.to_sign, PER_PAGE).get_page(request.GET.get("trang"))
    context: dict[str, Any] = {
        "day": day, "page": page, "groups": by_signer(list(page)), "rows": rows, "form": form,
        "wrong": sum(bool(row.form.errors) for row in chosen), "more": len(day.signed) - len(rows),
    }  # fmt: skip
    return render(request, "papers/signing_day.html", context)


def _rows(request: OfficeRequest, day: SigningDay, *, fresh: bool = False) -> list[NumberRow]:
    """The rows of the grid, for who may give numbers."""
    on, data = request.today, request.POST if request.method == "POST" and not fresh else None
    papers = [one for one in day.signed if not may_number(request.mandate, one, on=on).stops]
    return number_rows(numbers_ahead(papers[:PER_PAGE], year=on.year), on=on, data=data)


def _tell(request: OfficeRequest, rows: list[NumberRow], saved: list[NumberRow]) -> None:
    """Say which papers have their numbers, and which rows are gone since somebody else was quicker."""
    if saved:
        messages.success(request, f"Đã cho số: {', '.join(row.ahead.document.number_text for row in saved)}.")
    here = {row.ahead.document.code for row in rows}
    gone = len(set(request.POST.getlist("dong")) - here)
    if gone:
        messages.warning(request, f"{gone} văn bản trong bảng vừa được người khác cho số hoặc rút chữ ký.")


def _save(request: OfficeRequest, rows: list[NumberRow]) -> list[NumberRow]:
    release = "phat-hanh" in request.POST
    return [row for row in rows if row.save(release=release, mandate=request.mandate, on=request.today)]


@office_page
def today_pdf(request: OfficeRequest) -> HttpResponse:
    """The list and the papers behind it, as one file: those of this page."""
    papers = signing_day(request.mandate).to_sign
    page = list(Paginator(papers, PER_PAGE).get_page(request.GET.get("trang")))
    if not page:
        raise Http404("Không có văn bản nào chờ ký.")
    stamp = datetime.combine(request.today, time(8), tzinfo=timezone.get_default_timezone())
    cover = signing_list(page, unit=request.mandate.unit, on=request.today)
    files = [write_pdf(cover, timestamp=stamp), *(file_of_paper(paper, "pdf") for paper in page)]
    shown = {"Content-Disposition": f'inline; filename="trinh-ky-{request.today:%Y%m%d}.pdf"'}
    return HttpResponse(bound(files), content_type="application/pdf", headers=shown)
