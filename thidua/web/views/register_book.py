"""The register of certificates of the office by year and form: a page, a book, a sheet (sổ cấp giấy khen)."""

from __future__ import annotations

from datetime import datetime, time

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from thidua.awards.documents.register import register_book, register_paper
from thidua.awards.queries.register import entries, forms_in, register_of, years_of
from thidua.org.queries import government_of
from thidua.paper.pdf import write_pdf
from thidua.records.attach import XLSX
from thidua.records.queries.rulebook import form_names
from thidua.web.actors import office_page
from thidua.web.forms.certificates import RegisterForm
from thidua.web.requests import OfficeRequest

MANY = 40


def _form(request: OfficeRequest) -> RegisterForm:
    """The filter; the register opens at its newest year."""
    known = form_names(government_of(request.mandate.unit))
    names = {form: known.get(form, form) for form in forms_in(request.mandate)}
    years = years_of(request.mandate)
    sent = request.GET if "nam" in request.GET else {"nam": str(years[0][0]) if years else ""}
    return RegisterForm(sent, years=years, names=names)


@office_page
def book(request: OfficeRequest) -> HttpResponse:
    """The register, a page at a time."""
    form = _form(request)
    found = register_of(request.mandate, form.sought)
    page = Paginator(found, MANY).get_page(request.GET.get("trang"))
    shown = entries(found[page.start_index() - 1 : page.end_index()]) if page.paginator.count else []
    context = {"form": form, "page_now": page, "entries": shown, "asked": request.GET}
    return render(request, "certificates/book.html", context)


@office_page
def book_file(request: OfficeRequest, kind: str) -> HttpResponse:
    """What was looked for, whole: to print as a book, or as a spreadsheet."""
    form = _form(request)
    found = entries(register_of(request.mandate, form.sought))
    if kind == "xlsx":
        shown = {"Content-Disposition": 'attachment; filename="so-cap-giay-khen.xlsx"'}
        return HttpResponse(register_book(found), content_type=XLSX.media, headers=shown)
    unit, stamp = government_of(request.mandate.unit), datetime.combine(request.today, time(8))
    paper = register_paper(found, unit=unit, title=_title(form))
    data = write_pdf(paper, timestamp=timezone.make_aware(stamp))
    shown = {"Content-Disposition": 'inline; filename="so-cap-giay-khen.pdf"'}
    return HttpResponse(data, content_type="application/pdf", headers=shown)


def _title(form: RegisterForm) -> str:
    sought = form.sought
    names = dict(form.fields["hinh_thuc"].choices)  # type: ignore[attr-defined]
    year = f"Năm {sought.year}" if sought.year else "Các năm"
    return f"{year}, {names[sought.form]}" if sought.form else year
