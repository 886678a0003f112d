"""The fund of the office, year by year (quỹ thi đua, khen thưởng): figures, ceilings, what was paid."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.awards.certify import enter_fund
from thidua.awards.permissions.fund import may_enter_fund, may_see_fund
from thidua.awards.queries.fund import fund_of, fund_years
from thidua.web.actors import attempt, office_page
from thidua.web.forms.law import FundForm, fund_initial
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page

FUNDS = ("Quỹ thi đua, khen thưởng", "/co-quan/quy-khen-thuong/")


@office_page
def funds(request: OfficeRequest) -> HttpResponse:
    """The fund of each year with what has been paid and what the law says."""
    may_see_fund(request.mandate, on=request.today).require()
    context = {
        "years": fund_years(request.mandate.unit),
        "may_enter": may_enter_fund(request.mandate, on=request.today),
        "this_year": request.today.year,
        "crumbs": [HOME],
    }
    return render(request, "law/funds.html", context)


@office_page
def fund(request: OfficeRequest, year: int) -> HttpResponse:
    """Enter or correct the fund of a year."""
    may_enter_fund(request.mandate, on=request.today).require()
    row = fund_of(request.mandate.unit, year)
    form = FundForm(request.POST or None, initial=fund_initial(row, year))
    if attempt(request, form, lambda: enter_fund(form.entry, mandate=request.mandate, on=request.today)):
        messages.success(request, f"Đã ghi quỹ năm {form.cleaned_data['year']}.")
        return redirect("funds")
    return form_page(
        request, form, head=f"Quỹ thi đua, khen thưởng năm {year}", does="Ghi quỹ", back=reverse("funds"),
        crumbs=[FUNDS],
    )  # fmt: skip
