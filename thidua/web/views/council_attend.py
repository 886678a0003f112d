"""Around the table: who sits for a member, the sheet of one who is away, guests (dự thay, khách mời)."""

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
from thidua.awards.deliberate.written import SHEET
from thidua.awards.models import Attendance
from thidua.awards.permissions.council import may_prepare
from thidua.awards.queries.council import seat_at, session_for
from thidua.awards.queries.recusal import settings_of
from thidua.awards.queries.seat import people_to_seat
from thidua.records.queries.files import files_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.council import GuestsForm, SheetForm, SubstituteForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.council_page import title_of


@office_page
def seat(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """The place of one member: who sits there instead, the sheet of one who is away."""
    place = seat_at(session_for(request.mandate, code), pk)
    first = {"person": place.substitute_id, "paper": place.substitute_paper}
    form = SubstituteForm(request.POST or None, initial=first, people=people_to_seat(place.session.unit))
    if attempt(request, form, lambda: deliberate.send_substitute(
        place.session, member=place.member, mandate=request.mandate, on=request.today, **form.cleaned_data
    )):  # fmt: skip
        messages.success(
            request, "Đã ghi người dự thay." if form.cleaned_data["person"] else "Đã bỏ người dự thay."
        )
        return redirect("session-attendance", code=code)
    return _page(request, place, form=form)


def _page(request: OfficeRequest, place: Attendance, **bound: forms.Form) -> HttpResponse:
    meeting = place.session
    context: dict[str, Any] = {
        "meeting": meeting,
        "place": place,
        "crumbs": [("Điểm danh", reverse("session-attendance", args=[meeting.code]))],
        "meeting_title": title_of(meeting),
        "substitutes_vote": settings_of(meeting).substitutes,
        "may_prepare": may_prepare(request.mandate, meeting.unit, on=request.today),
        "sheets": files_of(place, SHEET) if request.mandate.holds("secretary", "standing") else [],
        "sheet_form": SheetForm(),
    }
    return render(request, "council/seat.html", context | bound)


@office_page
@require_POST
def sheet(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Keep the signed sheet of a written opinion."""
    place = seat_at(session_for(request.mandate, code), pk)
    form = SheetForm(request.POST, request.FILES)
    if attempt(request, form, lambda: deliberate.file_opinion_sheet(
        place.session, member=place.member, upload=form.cleaned_data["upload"], mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã lưu phiếu lấy ý kiến.")
        return redirect("session-seat", code=code, pk=pk)
    return _page(
        request, place, sheet_form=form, form=SubstituteForm(people=people_to_seat(place.session.unit))
    )


@office_page
@require_POST
def guests(request: OfficeRequest, code: str) -> HttpResponse:
    """Write down who is invited without a vote."""
    meeting, form = session_for(request.mandate, code), GuestsForm(request.POST)
    if attempt(request, form, lambda: deliberate.note_guests(
        meeting, guests=form.cleaned_data["guests"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi khách mời.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("session-attendance", code=code)
