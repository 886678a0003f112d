"""The stock of blanks: what is left, what comes and goes, counts, destruction (kho phôi)."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.awards import certify
from thidua.awards.models import BlankDestruction
from thidua.awards.permissions.blank import may_keep_blanks
from thidua.awards.queries.blank import blank_for
from thidua.awards.queries.stock import entries_of, left_of, stock_of, to_destroy
from thidua.org.queries import government_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.stock import MOVES, CountForm, DestroyForm, SheetsForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import form_page, settings_page

STOCK = ("Kho phôi", "/phoi/kho/")
HEADS = {"nhap": "Nhập phôi", "hong": "Ghi phôi hỏng", "tra": "Trả lại phôi"}
MANY = 40


@office_page
def stock(request: OfficeRequest) -> HttpResponse:
    """The stock of the office by form and year."""
    unit = government_of(request.mandate.unit)
    context = {
        "years": stock_of(request.mandate),
        "may_keep": may_keep_blanks(request.mandate, unit, on=request.today),
    }
    return render(request, "blanks/stock.html", context)


@office_page
def blank_stock(request: OfficeRequest, code: str) -> HttpResponse:
    """The book of one blank, the newest line first."""
    found = blank_for(request.mandate, code)
    context = {
        "blank": found,
        "left": left_of(found),
        "entries": Paginator(entries_of(found), MANY).get_page(request.GET.get("trang")),
        "spoiled": sum(one.sheets for one in to_destroy(found)),
        "destructions": found.destructions.all(),
        "may_keep": may_keep_blanks(request.mandate, found.unit, on=request.today),
    }
    return render(request, "blanks/blank_stock.html", context)


@settings_page(may_keep_blanks)
def enter(request: OfficeRequest, code: str, move: str) -> HttpResponse:
    """Sheets that came, were spoiled or were given back."""
    if move not in MOVES:
        raise Http404
    found = blank_for(request.mandate, code)
    form = SheetsForm(request.POST or None, initial={"day": request.today})
    if attempt(request, form, lambda: certify.enter_blanks(
        found, sheets=form.sheets(MOVES[move]), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã ghi sổ; kho còn {left_of(found)} tờ.")
        return redirect("blank-stock", code=code)
    head, back = f"{HEADS[move]}: {found}", reverse("blank-stock", args=[code])
    return form_page(request, form, head=head, does="Ghi sổ", back=back, crumbs=[STOCK])


@settings_page(may_keep_blanks)
def count(request: OfficeRequest, code: str) -> HttpResponse:
    """A count of what lies in the cupboard."""
    found = blank_for(request.mandate, code)
    form = CountForm(request.POST or None)
    if attempt(request, form, lambda: certify.count_blanks(
        found, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã ghi kiểm kê; kho còn {left_of(found)} tờ.")
        return redirect("blank-stock", code=code)
    head, back = f"Kiểm kê: {found}", reverse("blank-stock", args=[code])
    explain = f"Sổ đang ghi còn {left_of(found)} tờ."
    return form_page(request, form, head=head, does="Ghi kiểm kê", back=back, crumbs=[STOCK], explain=explain)


@settings_page(may_keep_blanks)
def destroy(request: OfficeRequest, code: str) -> HttpResponse:
    """All spoiled sheets are destroyed; the minutes are printed afterwards."""
    found, made = blank_for(request.mandate, code), list[BlankDestruction]()
    form = DestroyForm(request.POST or None)
    if attempt(request, form, lambda: made.append(certify.destroy_blanks(
        found, **form.cleaned_data, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã ghi hủy phôi; in biên bản ở dưới để ký.")
        return redirect("blank-stock", code=code)
    head, back = f"Hủy phôi hỏng: {found}", reverse("blank-stock", args=[code])
    explain = f"{sum(one.sheets for one in to_destroy(found))} tờ hỏng đang chờ hủy."
    return form_page(request, form, head=head, does="Ghi đã hủy", back=back, crumbs=[STOCK], explain=explain)
