"""The desk: what waits for the one who acts, by when, and what just happened (việc của tôi)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards.queries.council import lines_shown
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.journal.queries import entries_of
from thidua.org.models import Mandate
from thidua.org.queries import tree_of
from thidua.records.issue import acknowledge
from thidua.records.queries.messages import message_for
from thidua.reports.desk import Waiting, waiting_for
from thidua.reports.pulse import pulse_of
from thidua.vietnamese.dates import vn_date
from thidua.web.actors import office_page
from thidua.web.campaign_line import campaign_line
from thidua.web.requests import OfficeRequest
from thidua.web.views.paper_page import told

RUNNING = ("draft", "open", "reviewing")


@office_page
def desk(request: OfficeRequest) -> HttpResponse:
    """What waits for me, soonest first; where the campaign stands; who is silent; what just happened."""
    waiting = waiting_for(request.mandate, on=request.today)
    running = campaigns_visible_to(request.mandate).filter(state__in=RUNNING)[:3]
    campaigns = list(running)
    context = {
        "rows_of_desk": [_row(one, place) for place, one in enumerate(waiting)],
        "running": [_standing(campaign, request.today) for campaign in campaigns],
        "pulse": _pulse(request.mandate, campaigns, request.today),
        "history": _history(request.mandate),
        "sub": _sub(waiting, request.today),
    }
    return render(request, "desk/desk.html", context)


def _row(one: Waiting, place: int) -> dict[str, Any]:
    return {
        "title": one.title,
        "note": one.note,
        "since": one.since,
        "due": one.due,
        "action": one.action,
        "url": reverse(one.address, args=one.arguments),
        "primary": place == 0,
    }


def _standing(campaign: Campaign, on: date) -> dict[str, Any]:
    return {"campaign": campaign, "line": campaign_line(campaign, on=on)}


def _pulse(mandate: Mandate, campaigns: list[Campaign], on: date) -> dict[str, Any] | None:
    """The silent units of the own open campaign, for the standing officer."""
    own = [c for c in campaigns if c.state == "open" and c.unit_id == mandate.unit_id]
    if not own or not mandate.holds("standing"):
        return None
    found = pulse_of(own[0], on=on)
    return {"campaign": own[0], "of": found, "words": f"{found.heard} trên {found.total} đang chạy"}


def _history(mandate: Mandate) -> list[dict[str, str]]:
    """The last lines of the office; the own unit needs no naming."""
    lines = [told(entry) for entry in lines_shown(mandate, entries_of(tree_of(mandate.unit)))[:6]]
    return [line | {"unit": ""} if line["unit"] == mandate.unit.name else line for line in lines]


def _sub(waiting: list[Waiting], on: date) -> str:
    late = sum(one.due is not None and one.due <= on for one in waiting)
    words = f"{len(waiting)} việc đang chờ" if waiting else "không có việc nào đang chờ"
    return f"{vn_date(on)} · {words}{f', {late} việc đến hạn' if late else ''}"


@office_page
def message(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """One message to my unit; opening it is not yet confirming it."""
    return render(request, "desk/message.html", {"message_read": message_for(request.mandate, pk)})


@office_page
@require_POST
def acknowledge_message(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Confirm that the message was received."""
    acknowledge(message_for(request.mandate, pk), mandate=request.mandate, on=request.today)
    messages.success(request, "Đã xác nhận đã nhận.")
    return redirect("desk")
