"""The fairness gauge while names are ticked: of a list of nominations, of an agenda (thước công bằng)."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from thidua.awards.models import Nomination
from thidua.awards.queries.council import eligible_for_session, session_for
from thidua.awards.queries.fairness import fairness_of, judged_in
from thidua.awards.queries.nomination import narrowed
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for
from thidua.web.actors import office_page
from thidua.web.forms.council import AgendaForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.nominations import filter_of


@office_page
def list_balance(request: OfficeRequest) -> HttpResponse:
    """Of the ticked dossiers, or of the whole filtered list while none is ticked."""
    code = request.GET.get("dot", "")
    campaign = campaign_for(request.mandate, code) if code else None
    ticked = [one for one in request.GET.getlist("chon") if one.isalnum()]
    listed = narrowed(request.mandate, filter_of(request, campaign).wanted(), campaign=campaign)
    found = listed.filter(code__in=ticked) if ticked else listed
    return _gauge(request, found, campaign, "Cân đối các hồ sơ đã chọn" if ticked else "")


@office_page
def agenda_balance(request: OfficeRequest, code: str) -> HttpResponse:
    """Of what a session judges already, with the waiting dossiers that are ticked."""
    meeting = session_for(request.mandate, code)
    form = AgendaForm(request.GET, waiting=eligible_for_session(meeting.campaign, meeting.unit))
    form.is_valid()
    found = judged_in(meeting, form.cleaned_data.get("nominations"))
    return _gauge(request, found, meeting.campaign, "Cân đối chương trình")


def _gauge(
    request: OfficeRequest, found: QuerySet[Nomination], campaign: Campaign | None, title: str
) -> HttpResponse:
    context = {
        "fairness": fairness_of(found, campaign=campaign, on=request.today),
        "balance_title": title,
    }
    return render(request, "nominations/balance.html", context)
