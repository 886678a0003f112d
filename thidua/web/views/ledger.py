"""The ledger of the fund (sổ quỹ khen thưởng): its lines, entries by hand, undoing, closing, print, Excel."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.awards import certify
from thidua.awards.documents.ledger import ledger_paper, ledger_sheet, voucher_paper
from thidua.awards.models import FundYear
from thidua.awards.permissions.fund import (
    may_close_year,
    may_keep_ledger,
    may_reopen_year,
    may_reverse,
    may_see_fund,
)
from thidua.awards.queries.fund import entry_for, fund_now, fund_of, ledger_lines, promised
from thidua.org.models import Mandate
from thidua.org.queries import who_holds
from thidua.paper.model import Document
from thidua.paper.pdf import write_pdf
from thidua.records.attach import XLSX
from thidua.web.actors import attempt, office_page
from thidua.web.forms.money import MovementForm, ReasonForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.funds import FUNDS
from thidua.web.views.office import HOME, form_page


def _row(request: OfficeRequest, year: int) -> FundYear:
    """The ledger of a year of the own office, for who has to do with money there."""
    may_see_fund(request.mandate, on=request.today).require()
    found = fund_of(request.mandate.unit, year)
    if found is None:
        raise FundYear.DoesNotExist
    return found


@office_page
def ledger(request: OfficeRequest, year: int) -> HttpResponse:
    """Every line of a year with the balance after it."""
    row, mandate, on = _row(request, year), request.mandate, request.today
    context = {
        "fund": fund_now(row),
        "page": Paginator(ledger_lines(row)[::-1], 50).get_page(request.GET.get("trang")),
        "promised": promised(row.unit, year),
        "year_words": str(year),
        "may_keep": may_keep_ledger(mandate, on=on),
        "may_close": may_close_year(mandate, row, on=on),
        "may_reopen": may_reopen_year(mandate, row, on=on),
        "crumbs": [HOME, FUNDS],
    }
    return render(request, "money/ledger.html", context)


@office_page
def entry(request: OfficeRequest, year: int) -> HttpResponse:
    """Book money in or out by hand."""
    may_keep_ledger(request.mandate, on=request.today).require()
    form = MovementForm(request.POST or None, initial={"day": request.today})
    if attempt(request, form, lambda: certify.book_movement(
        form.movement, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi vào sổ quỹ.")
        return redirect("ledger", year=form.cleaned_data["day"].year)
    back = reverse("ledger", args=[year]) if fund_of(request.mandate.unit, year) else reverse("funds")
    return form_page(
        request, form, head="Ghi thu, chi quỹ khen thưởng", does="Ghi vào sổ", back=back, crumbs=[FUNDS],
        explain="Dòng đã ghi không sửa được; ghi nhầm thì hủy bằng một dòng ngược lại. Tiền thưởng của "
                "từng người ghi ở trang tiền thưởng của quyết định.",
    )  # fmt: skip


@office_page
def reverse_line(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Undo one line by a line of the opposite amount."""
    found = entry_for(request.mandate, pk)
    may_reverse(request.mandate, found, on=request.today).require()
    form, back = ReasonForm(request.POST or None), reverse("ledger", args=[found.fund_year.year])
    if attempt(request, form, lambda: certify.reverse_entry(
        found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã hủy dòng {found.number}; dòng cũ vẫn còn trong sổ.")
        return redirect(back)
    return form_page(
        request, form, head=f"Hủy dòng {found.number} của sổ quỹ", does="Hủy dòng này", back=back,
        explain=f"{found.says}: một dòng ngược dấu được ghi thêm.", crumbs=[FUNDS],
    )  # fmt: skip


@office_page
@require_POST
def close(request: OfficeRequest, year: int) -> HttpResponse:
    """Close the ledger of a year; what is left goes over."""
    row, form = _row(request, year), forms.Form(request.POST)
    if attempt(request, form, lambda: certify.close_year(row, mandate=request.mandate, on=request.today)):
        messages.success(request, f"Đã khóa sổ quỹ năm {year}.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("ledger", year=year)


@office_page
def reopen(request: OfficeRequest, year: int) -> HttpResponse:
    """Open a closed ledger again."""
    row, form = _row(request, year), ReasonForm(request.POST or None)
    may_reopen_year(request.mandate, row, on=request.today).require()
    if attempt(request, form, lambda: certify.reopen_year(
        row, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã mở lại sổ quỹ năm {year}.")
        return redirect("ledger", year=year)
    return form_page(
        request, form, head=f"Mở lại sổ quỹ năm {year}", does="Mở lại sổ", crumbs=[FUNDS],
        back=reverse("ledger", args=[year]),
        explain="Số dư đã chuyển sang năm sau được ghi ngược lại ở cả hai sổ.",
    )  # fmt: skip


@office_page
def sheet(request: OfficeRequest, year: int) -> HttpResponse:
    """The ledger as a spreadsheet."""
    row = _row(request, year)
    shown = {"Content-Disposition": f'attachment; filename="so-quy-{year}.xlsx"'}
    return HttpResponse(ledger_sheet(row, ledger_lines(row)), content_type=XLSX.media, headers=shown)


@office_page
def paper(request: OfficeRequest, year: int) -> HttpResponse:
    """The ledger as PDF, to print and file."""
    row = _row(request, year)
    content = ledger_paper(fund_now(row), ledger_lines(row), **_signers(request))
    return _pdf(request, content, f"so-quy-{year}")


@office_page
def voucher(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The voucher of one payment as PDF."""
    may_see_fund(request.mandate, on=request.today).require()
    found = entry_for(request.mandate, pk)
    if found.payment is None:
        raise type(found).DoesNotExist
    return _pdf(request, voucher_paper(found, **_signers(request)), f"phieu-chi-{found.number}")


def _signers(request: OfficeRequest) -> dict[str, Mandate | None]:
    unit, on = request.mandate.unit, request.today
    return {role: who_holds(unit, role, on=on).first() for role in ("accountant", "chair")}


def _pdf(request: OfficeRequest, content: Document, name: str) -> HttpResponse:
    stamp = datetime.combine(request.today, time(8), tzinfo=timezone.get_default_timezone())
    shown = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(write_pdf(content, timestamp=stamp), content_type="application/pdf", headers=shown)
