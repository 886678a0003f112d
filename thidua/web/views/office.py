"""The settings of an office (thiết lập cơ quan): what is there, what is still missing, and who may look."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from thidua.awards.permissions.fund import may_see_fund
from thidua.awards.queries.setup import SetupStep, setup_steps
from thidua.law.ruling import Ruling
from thidua.org.permissions import may_appoint, may_arrange, may_keep_record
from thidua.org.queries import government_of
from thidua.records.permissions import may_check, may_keep_key
from thidua.reports.permissions import may_read_journal
from thidua.web.actors import View, office_page
from thidua.web.design import sample_context
from thidua.web.requests import OfficeRequest

May = Callable[..., Ruling]
HOME = ("Cơ quan", "/co-quan/")
GUARDED = {"people": may_appoint, "accounts": may_arrange}  # other settings may be read by everybody


def settings_page(may: May) -> Callable[[View], View]:
    """A page of the settings for those to whom `may` says yes for their committee (trang thiết lập)."""

    def decorate(view: View) -> View:
        @office_page
        @wraps(view)
        def checked(request: OfficeRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            may(request.mandate, government_of(request.mandate.unit), on=request.today).require()
            return view(request, *args, **kwargs)

        return checked

    return decorate


def form_page(request: OfficeRequest, form: Any, **shown: Any) -> HttpResponse:
    """A page with one form: `head`, `does` (button), `back` (address), perhaps `explain`, `crumbs`."""
    crumbs = [HOME, *shown.pop("crumbs", [])]
    return render(request, "office/form_page.html", {"form": form, "crumbs": crumbs, **shown})


@office_page
def settings_index(request: OfficeRequest) -> HttpResponse:
    """All settings with what is still missing, in the order of the work; links only to what may be opened."""
    mandate, on = request.mandate, request.today
    unit = government_of(mandate.unit)
    steps = setup_steps(mandate, unit, on)
    closed = {page for page, may in GUARDED.items() if may(mandate, unit, on=on).stops}
    first = next((step for step in steps if step.missing), None)
    shown = {
        "unit": unit,
        "agenda": [_setting(step, is_first=step is first, closed=step.page in closed) for step in steps],
        "first": first,
        "may_do_first": first is not None and first.page not in closed,
        "done": sum(not step.missing for step in steps),
        "may_arrange": may_arrange(mandate, unit, on=on),
        "may_keep": may_keep_record(mandate, unit, on=on),
        "may_check": may_check(mandate, unit, on=on),
        "may_read_journal": may_read_journal(mandate, on=on),
        "may_see_fund": may_see_fund(mandate, on=on),
        "may_keep_key": may_keep_key(mandate, unit, on=on),
    }
    return render(request, "office/index.html", shown)


def _setting(step: SetupStep, *, is_first: bool, closed: bool) -> dict[str, str]:
    state = "now" if is_first else "next" if step.missing else "done"
    url = "" if closed else reverse(step.page)
    return {"title": step.name, "note": step.missing or step.has, "url": url, "state": state}


def design_page(request: OfficeRequest) -> HttpResponse:
    """Every piece on one page, for developers only."""
    return render(request, "design/pieces.html", sample_context())
