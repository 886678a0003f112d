"""One model as everybody sees it, and its pictures (mô hình, phần việc trên cổng)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from thidua.paper.share import ShareWords
from thidua.publicity.queries.projects import public_model, public_model_picture, public_was_model
from thidua.web.requests import OfficeRequest
from thidua.web.views.public import gone_if, light, office_of, shown_to_all
from thidua.web.views.share import shared


@shown_to_all
@gone_if(public_was_model)
def model(request: OfficeRequest, code: str) -> HttpResponse:
    """One model as it was approved; once taken down it says nothing any more."""
    found = public_model(office_of(request), code)
    return render(request, "portal/project.html", {"model": found, "campaign": found.project.campaign})


@shown_to_all
def picture(request: OfficeRequest, code: str, picture: str) -> HttpResponse:
    """A picture of a model, as long as everybody in it agrees."""
    return light(public_model_picture(office_of(request), code, picture))


@shown_to_all
def share(request: OfficeRequest, code: str) -> HttpResponse:
    """The picture shown where the page is shared: the name of the model, and whose it is."""
    unit = office_of(request)
    found = public_model(unit, code)
    return shared(ShareWords(f"Mô hình của {found.unit.in_sentence}", found.title, unit.name))
