"""Progress against the targets of every unit, as bars (tiến độ theo chỉ tiêu)."""

from __future__ import annotations

from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import own_unit
from thidua.campaigns.queries.track import bars_of, targets_of_campaign
from thidua.web.actors import office_page
from thidua.web.requests import OfficeRequest

PER_PAGE = 60


@office_page
def targets(request: OfficeRequest, code: str) -> HttpResponse:
    """The targets with their last figures, unit after unit; a unit head goes to the own page."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    if own is not None:
        return redirect("unit-progress", code=code, unit=own.code)
    page = Paginator(targets_of_campaign(campaign), PER_PAGE).get_page(request.GET.get("trang"))
    bars = groupby(bars_of(page), key=lambda bar: bar.target.registration.unit)
    context = {
        "campaign": campaign,
        "page_of_targets": page,
        "units": [(unit, list(rows)) for unit, rows in bars],
    }
    return render(request, "pulse/targets.html", context)
