"""What search engines may know (sơ đồ trang cho máy tìm kiếm)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.campaigns.queries.example import public_role_models
from thidua.publicity.queries import public_campaigns, public_news
from thidua.publicity.queries.projects import public_codes
from thidua.web.requests import OfficeRequest
from thidua.web.views.public import office_of, shown_to_all

MANY = 5000
PAGES = (
    "public-home",
    "public-all-news",
    "public-role-models",
    "public-roll",
    "public-projects",
    "public-calendar",
    "public-papers",
    "report-good-deed",
    "verify",
)


@shown_to_all
def sitemap(request: OfficeRequest) -> HttpResponse:
    """The address of every public page; a page that was taken down is not in it."""
    unit = office_of(request)
    places = [
        *((reverse(name), None) for name in PAGES),
        *((reverse("public-campaign", args=[one.slug]), None) for one in public_campaigns(unit)[:MANY]),
        *(
            (reverse(page, args=[slug]), day)
            for page, rows, key in (
                ("public-news", public_news(unit), "slug"),
                ("public-role-model", public_role_models(unit), "slug"),
                ("public-project", public_codes(unit), "code"),
            )
            for slug, day in rows.values_list(key, "published_on")[:MANY]
        ),
    ]
    shown = [{"url": request.build_absolute_uri(place), "day": day} for place, day in places]
    return render(request, "portal/sitemap.xml", {"places": shown}, content_type="application/xml")


@shown_to_all
def robots(request: OfficeRequest) -> HttpResponse:
    """The public pages may be looked through; search results and receipts are not for machines."""
    lines = [
        "User-agent: *",
        "Disallow: /tim-kiem/",
        "Disallow: /bao-viec-tot/",
        "Disallow: /kiem-tra/",
        "Disallow: /loa/",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
