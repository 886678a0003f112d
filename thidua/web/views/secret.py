"""The ballot box of a session: opened, awaited, counted, called off, and its table (hòm phiếu kín)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards import deliberate
from thidua.awards.models import BallotRound, CouncilSession
from thidua.awards.permissions.ballot import may_cast, may_hold, may_see_awaited
from thidua.awards.queries.ballot_round import (
    ballots_shown,
    has_counted,
    own_turnout,
    round_for,
    round_running,
    rounds_of,
    turnout_of,
    undecided_in,
)
from thidua.awards.queries.council import session_for
from thidua.web.actors import attempt, office_page
from thidua.web.forms.secret import RoundForm, ToPaperForm, VoidForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.council_page import title_of


@office_page
def secret(request: OfficeRequest, code: str) -> HttpResponse:
    """The ballot box of a session: what each may do with it now."""
    return _page(request, session_for(request.mandate, code))


def _page(request: OfficeRequest, meeting: CouncilSession, **bound: forms.Form) -> HttpResponse:
    running, undecided = round_running(meeting), undecided_in(meeting)
    context: dict[str, Any] = {
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "crumbs": [(title_of(meeting), reverse("session", args=[meeting.code]))],
        "may_hold": may_hold(request.mandate, meeting, on=request.today),
        "undecided_count": undecided.count(),
        "rounds_over": [one for one in rounds_of(meeting) if one.ending],
        "round_form": RoundForm(undecided=undecided),
        "void_form": VoidForm(),
        "paper_form": ToPaperForm(),
        "may_go_to_paper": not has_counted(meeting),
    }
    if running is not None:
        context |= _running(request, running)
    return render(request, "council/secret.html", context | bound)


def _running(request: OfficeRequest, running: BallotRound) -> dict[str, Any]:
    return {
        "running": running,
        "running_note": f"vòng {running.number}",
        "cases": running.cases.select_related("nomination__award"),
        "has_key": deliberate.has_key(running),
        "own": own_turnout(running, request.mandate),
        "may_cast": may_cast(request.mandate, running, on=request.today),
        **awaited_in(request, running),
    }


def awaited_in(request: OfficeRequest, running: BallotRound) -> dict[str, Any]:
    """How many ballots are missing; whose, only for who may help (còn chờ)."""
    turnout = turnout_of(running)
    waiting = [one for one in turnout if not one.has_voted]
    sees = may_see_awaited(request.mandate, running.session, on=request.today).is_yes
    return {
        "running": running,
        "awaited_count": len(waiting),
        "voters_count": len(turnout),
        "voted_count": len(turnout) - len(waiting),
        "waiting_names": ", ".join(one.person.name for one in waiting) if sees else "",
    }


@office_page
def secret_awaited(request: OfficeRequest, code: str) -> HttpResponse:
    """How many ballots are missing, asked for every few seconds; the end of the round reloads the page."""
    running = round_running(session_for(request.mandate, code))
    if running is None:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "council/secret_awaited.html", awaited_in(request, running))


def _done(
    request: OfficeRequest, meeting: CouncilSession, form: forms.Form, *, name: str, said: str,
    action: Callable[[], Any],
) -> HttpResponse:  # fmt: skip
    """Carry a form of the box out; a refusal stays on the page with what was typed."""
    if attempt(request, form, action):
        messages.success(request, said)
        return redirect("secret", code=meeting.code)
    return _page(request, meeting, **{name: form})


@office_page
@require_POST
def secret_open(request: OfficeRequest, code: str) -> HttpResponse:
    """Open the box on the chosen cases."""
    meeting = session_for(request.mandate, code)
    form = RoundForm(request.POST, undecided=undecided_in(meeting))
    said = "Hòm phiếu đã mở. Mời các thành viên bỏ phiếu trên máy của mình."
    return _done(request, meeting, form, name="round_form", said=said, action=lambda: deliberate.open_round(
        meeting, cases=list(form.cleaned_data["cases"]), mandate=request.mandate, on=request.today
    ))  # fmt: skip


@office_page
@require_POST
def secret_count(request: OfficeRequest, code: str, number: int) -> HttpResponse:
    """Close the box and count."""
    found = round_for(request.mandate, code, number)
    form = forms.Form(request.POST)
    return _done(request, found.session, form, name="count_form", said="Đã đếm phiếu.", action=lambda: (
        deliberate.count_round(found, mandate=request.mandate, on=request.today)
    ))  # fmt: skip


@office_page
@require_POST
def secret_void(request: OfficeRequest, code: str, number: int) -> HttpResponse:
    """Call the round off."""
    found, form = round_for(request.mandate, code, number), VoidForm(request.POST)
    return _done(request, found.session, form, name="void_form", said="Đã hủy vòng.", action=lambda: (
        deliberate.void_round(
            found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
        )
    ))  # fmt: skip


@office_page
@require_POST
def secret_paper(request: OfficeRequest, code: str) -> HttpResponse:
    """Go over to paper ballots."""
    meeting, form = session_for(request.mandate, code), ToPaperForm(request.POST)
    if attempt(request, form, lambda: deliberate.vote_on_paper(
        meeting, tellers=form.names(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Phiên họp chuyển sang bỏ phiếu giấy.")
        return redirect("session", code=code)
    return _page(request, meeting, paper_form=form)


@office_page
def secret_table(request: OfficeRequest, code: str, number: int) -> HttpResponse:
    """The opened ballots of a round, for anybody in the council to count again and to print."""
    found = round_for(request.mandate, code, number)
    meeting = found.session
    context = {
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "crumbs": [
            (title_of(meeting), reverse("session", args=[code])),
            ("Bỏ phiếu kín", reverse("secret", args=[code])),
        ],
        "found": found,
        "tables": ballots_shown(found, request.mandate),
    }
    return render(request, "council/secret_table.html", context)
