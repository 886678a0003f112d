"""Number books (sổ đăng ký văn bản): what is open, the next number, a new book, the books of a new year."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.org.permissions import may_keep_books
from thidua.org.queries import government_of
from thidua.records.books import carry_books_over, open_book, set_next_number
from thidua.records.queries.settings import book_of, books_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.settings import KIND_CHOICES, BookForm, NextNumberForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page, settings_page

BOOKS = ("Sổ văn bản", "/co-quan/so-van-ban/")


@office_page
def books(request: OfficeRequest) -> HttpResponse:
    """The books of the own People's Committee, the newest year first."""
    unit = government_of(request.mandate.unit)
    names = dict(KIND_CHOICES)
    found = [(book, ", ".join(names.get(kind, kind) for kind in book.kinds)) for book in books_of(unit)]
    year = request.today.year
    has_year = {book.year for book, _ in found}
    shown = {
        "books": found,
        "year": year if year not in has_year and year - 1 in has_year else None,
        "may_keep": may_keep_books(request.mandate, unit, on=request.today),
        "crumbs": [HOME],
    }
    return render(request, "office/books.html", shown)


@settings_page(may_keep_books)
def book_new(request: OfficeRequest) -> HttpResponse:
    """Open a book."""
    unit = government_of(request.mandate.unit)
    form = BookForm(request.POST or None, initial={"year": request.today.year, "suffix": unit.symbol})
    if attempt(request, form, lambda: open_book(
        unit, words=form.words, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã mở {form.cleaned_data['name']} năm {form.cleaned_data['year']}.")
        return redirect("books")
    return form_page(request, form, head="Mở sổ văn bản", does="Mở sổ", back=reverse("books"), crumbs=[BOOKS])


@settings_page(may_keep_books)
def book_next(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Set the next number of a book."""
    book = book_of(request.mandate, pk)
    form = NextNumberForm(request.POST or None, initial={"number": book.next_number})
    if attempt(request, form, lambda: set_next_number(
        book, number=form.cleaned_data["number"], why=form.cleaned_data["why"],
        mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, f"Số tiếp theo của {book} là {form.cleaned_data['number']:02}.")
        return redirect("books")
    return form_page(
        request,
        form,
        head=f"Số tiếp theo của {book}",
        does="Đặt số tiếp theo",
        back=reverse("books"),
        crumbs=[BOOKS],
    )


@require_POST
@settings_page(may_keep_books)
def books_carry(request: OfficeRequest) -> HttpResponse:
    """Open this year the same books as last year."""
    unit, year = government_of(request.mandate.unit), request.today.year
    count = carry_books_over(unit, year=year, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã mở {count} sổ năm {year}, bắt đầu từ số 01.")
    return redirect("books")
