"""Has anything been changed behind our back? The page that asks and shows how far the check is (kiểm tra
toàn vẹn).
"""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.org.queries import government_of
from thidua.records.integrity import ask_for_check
from thidua.records.permissions import may_check
from thidua.records.queries.settings import checks_of
from thidua.web.actors import attempt, office_page
from thidua.web.jobs import check_everything
from thidua.web.requests import OfficeRequest


@office_page
def integrity(request: OfficeRequest) -> HttpResponse:
    """The last checks; a new one runs in the background, and a stopped one is started again."""
    unit = government_of(request.mandate.unit)
    may_check(request.mandate, unit, on=request.today).require()
    form = forms.Form(request.POST if request.method == "POST" else None)
    if attempt(request, form, lambda: _start(request)):
        return redirect("integrity")
    checks = list(checks_of(unit)[:10])
    context = {"unit": unit, "checks": checks, "latest": checks[0] if checks else None}
    name = "office/integrity_progress.html" if request.headers.get("HX-Request") else "office/integrity.html"
    return render(request, name, context)


def _start(request: OfficeRequest) -> None:
    unit = government_of(request.mandate.unit)
    standing = checks_of(unit).exclude(state="done").first()
    run = standing or ask_for_check(unit, mandate=request.mandate, on=request.today)
    check_everything.enqueue(str(run.pk))
