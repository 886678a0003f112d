"""The settings of an office (thiết lập cơ quan): what is there, what is still missing, and who may look."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.awards.queries.setup import setup_steps
from thidua.law.ruling import Ruling
from thidua.org.queries import government_of
from thidua.web.actors import View, office_page
from thidua.web.design import sample_context
from thidua.web.requests import OfficeRequest

May = Callable[..., Ruling]
HOME = ("Cơ quan", "/co-quan/")


def settings_page(may: May) -> Callable[[View], View]:
    """A page of the settings for those to whom `may` says yes for their committee (trang thiết lập)."""

    def decorate(view: View) -> View:
        @office_page
        @wraps(view)
        def checked(request: OfficeRequest, *args: Any, **kwargs: Any) -> HttpResponse:
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
    """All settings with what is still missing, in the order of the work."""
    unit = government_of(request.mandate.unit)
    steps = setup_steps(request.mandate, unit, request.today)
    first = next((step for step in steps if step.missing), None)
    agenda = [
        {
            "title": step.name,
            "note": step.missing or step.has,
            "url": reverse(step.page),
            "state": "now" if step is first else "next" if step.missing else "done",
        }
        for step in steps
    ]
    shown = {"unit": unit, "agenda": agenda, "first": first, "done": sum(not step.missing for step in steps)}
    return render(request, "office/index.html", shown)


def design_page(request: OfficeRequest) -> HttpResponse:
    """Every piece on one page, for developers only."""
    return render(request, "design/pieces.html", sample_context())
