"""One case before the council: recusals, votes, ballots, the result (biểu quyết một trường hợp)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards import deliberate
from thidua.awards.models import Case
from thidua.awards.queries.council import case_for, member_in, seats_of, voters_of
from thidua.awards.queries.recusal import is_withheld
from thidua.web.actors import attempt, office_page
from thidua.web.forms.council import BallotsForm, HandsForm, MyVoteForm, RecuseForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.council import session_page, step
from thidua.web.views.council_page import voting_context

MOVES = {
    "mo": (deliberate.open_case, "Đã đưa ra biểu quyết."),
    "chot": (deliberate.close_case, "Đã có kết quả."),
    "mo-lai": (deliberate.reopen_case, "Đã mở lại để sửa."),
    "lai": (deliberate.vote_again, "Đã đưa ra biểu quyết lượt nữa."),
    "bo-ra": (deliberate.untable_nomination, "Đã đưa ra khỏi chương trình."),
}


def _to(case: Case) -> HttpResponse:
    return redirect(f"{reverse('session', args=[case.session.code])}?truong-hop={case.order}")


@office_page
@require_POST
def move(request: OfficeRequest, code: str, pk: UUID, move: str) -> HttpResponse:
    """Call a case, fix its result, open it again, or take it off the agenda."""
    case, (verb, said) = case_for(request.mandate, code, pk), MOVES[move]
    after = step(
        request, case.session, lambda: verb(case, mandate=request.mandate, on=request.today), said=said
    )
    return after if move == "bo-ra" else _to(case)


@office_page
def votes(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """How many voices are missing, asked for every few seconds; a result reloads the page."""
    case = case_for(request.mandate, code, pk)
    if not case.is_open:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if is_withheld(request.mandate, case):
        return HttpResponse(status=204)  # nothing is put in its place
    return render(request, "council/votes.html", {"voting": voting_context(case, seats_of(case))})


def _filled(
    request: OfficeRequest, case: Case, form: forms.Form, *, name: str, said: str, action: Any
) -> HttpResponse:
    """Carry a form of the case out; a refusal stays on the page with what was typed."""
    if attempt(request, form, action):
        messages.success(request, said)
        return _to(case)
    return session_page(request, case.session, wanted=str(case.order), **{name: form})


@office_page
@require_POST
def vote(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """A member votes."""
    case, form = case_for(request.mandate, code, pk), MyVoteForm(request.POST)
    return _filled(request, case, form, name="my_vote_form", said="Đã ghi ý kiến của bạn.", action=lambda: (
        deliberate.cast_vote(case, mandate=request.mandate, on=request.today, **form.cleaned_data)
    ))  # fmt: skip


@office_page
@require_POST
def hands(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """The secretary writes a show of hands down."""
    case = case_for(request.mandate, code, pk)
    form = HandsForm(request.POST, seats=seats_of(case))
    return _filled(request, case, form, name="hands_form", said="Đã ghi kết quả giơ tay.", action=lambda: (
        deliberate.record_votes(case, choices=form.choices(), mandate=request.mandate, on=request.today)
    ))  # fmt: skip


@office_page
@require_POST
def ballots(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """The tellers enter what they counted."""
    case, form = case_for(request.mandate, code, pk), BallotsForm(request.POST)
    return _filled(request, case, form, name="ballots_form", said="Đã ghi số phiếu.", action=lambda: (
        deliberate.record_ballots(case, counted=form.counted(), mandate=request.mandate, on=request.today)
    ))  # fmt: skip


@office_page
@require_POST
def recuse(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """A member takes no part in this case."""
    case = case_for(request.mandate, code, pk)
    form = RecuseForm(request.POST, members=voters_of(case.session))
    return _filled(request, case, form, name="recuse_form", said="Đã ghi không tham gia.", action=lambda: (
        deliberate.recuse(case, mandate=request.mandate, on=request.today, **form.cleaned_data)
    ))  # fmt: skip


@office_page
@require_POST
def unrecuse(request: OfficeRequest, code: str, pk: UUID, member: UUID) -> HttpResponse:
    """A member takes part after all."""
    case = case_for(request.mandate, code, pk)
    step(request, case.session, lambda: deliberate.unrecuse(
        case, member=member_in(case.session, member), mandate=request.mandate, on=request.today
    ), said="Đã bỏ ghi không tham gia.")  # fmt: skip
    return _to(case)
