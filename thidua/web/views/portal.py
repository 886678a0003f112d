"""The lists of the portal: news, role models, roll of honour, models, days, papers, search (cổng thi đua)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.awards.queries.public import public_honours
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.example import public_role_models
from thidua.org.models import Unit
from thidua.publicity.queries import public_campaign, public_campaigns, public_news, public_papers
from thidua.publicity.queries.days import public_days, public_readings
from thidua.publicity.queries.projects import models_map, public_models
from thidua.publicity.queries.search import found_on_portal, words_of
from thidua.web.requests import OfficeRequest
from thidua.web.views.public import office_of, roll_of, shown_to_all, sized

ROWS, TABS = 20, 12


@shown_to_all
def all_news(request: OfficeRequest) -> HttpResponse:
    """All news, newest first."""
    page = Paginator(public_news(office_of(request)), ROWS).get_page(request.GET.get("trang"))
    return render(request, "portal/all_news.html", {"page": page})


@shown_to_all
def all_role_models(request: OfficeRequest) -> HttpResponse:
    """All role models, newest first."""
    page = Paginator(public_role_models(office_of(request)), ROWS).get_page(request.GET.get("trang"))
    return render(request, "portal/all_role_models.html", {"page": page})


def _of_campaigns(request: OfficeRequest, page: str) -> dict[str, Any]:
    """The campaign asked for by `?dot=`, else the newest, and a tab for each of the last ones."""
    unit: Unit = office_of(request)
    known = list(public_campaigns(unit)[:TABS])
    asked = request.GET.get("dot", "")
    found: Campaign | None = public_campaign(unit, asked) if asked else next(iter(known), None)
    tabs = [
        {"label": one.short_title, "url": f"{reverse(page)}?dot={one.slug}", "current": one == found}
        for one in known
    ]
    return {"campaign": found, "campaign_tabs": tabs if len(tabs) > 1 else []}


@shown_to_all
def roll(request: OfficeRequest) -> HttpResponse:
    """The roll of honour, campaign by campaign."""
    context = _of_campaigns(request, "public-roll")
    found = context["campaign"]
    shown = roll_of(public_honours(found)) if found else []
    return render(request, "portal/roll_page.html", context | {"roll": shown})


@shown_to_all
def projects(request: OfficeRequest) -> HttpResponse:
    """The models units build, campaign by campaign: every unit as on a wall map, then each model."""
    context = _of_campaigns(request, "public-projects")
    found = context["campaign"]
    shown = public_models(found) if found else []
    tiles = models_map(found, shown, on=request.today) if found else []
    return render(request, "portal/projects.html", context | {"models": shown, "tiles": tiles})


@shown_to_all
def papers(request: OfficeRequest) -> HttpResponse:
    """The papers everybody may read, campaign by campaign."""
    context = _of_campaigns(request, "public-papers")
    found = context["campaign"]
    shown = sized(public_papers(found)) if found else []
    return render(request, "portal/papers.html", context | {"papers": shown})


@shown_to_all
def calendar(request: OfficeRequest) -> HttpResponse:
    """The days to come, the days of this year gone by, and what the loudspeakers read next."""
    unit, on = office_of(request), request.today
    days = public_days(unit, on=on)
    context = {
        "coming": [one for one in days if one.day >= on],
        "gone": [one for one in reversed(days) if one.day < on],
        "readings": public_readings(unit, on=on),
    }
    return render(request, "portal/calendar.html", context)


@shown_to_all
def search(request: OfficeRequest) -> HttpResponse:
    """What has all these words, with marks or without."""
    asked = request.GET.get("q", "")[:200]
    hits = found_on_portal(office_of(request), asked)
    page = Paginator(hits, ROWS).get_page(request.GET.get("trang"))
    return render(
        request, "portal/search.html", {"asked": asked, "page": page, "looked": bool(words_of(asked))}
    )
