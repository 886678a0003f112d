"""The wall of the room (màn hình phòng họp), and a session that does not take place (hủy, hoãn)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards import deliberate
from thidua.awards.models import CouncilSession
from thidua.awards.permissions.council import may_run
from thidua.awards.queries.council import session_for
from thidua.awards.queries.recusal import is_withheld
from thidua.awards.queries.room import room_of
from thidua.law.ruling import Refused, no
from thidua.web.actors import attempt, office_page
from thidua.web.forms.council import AdjournForm, CancelForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.council_page import title_of
from thidua.web.views.office import form_page


@office_page
def room(request: OfficeRequest, code: str) -> HttpResponse:
    """The whole screen."""
    return render(request, "council/room.html", _context(request, session_for(request.mandate, code)))


@office_page
def now(request: OfficeRequest, code: str) -> HttpResponse:
    """What changed, asked for every few seconds."""
    return render(request, "council/room_now.html", _context(request, session_for(request.mandate, code)))


def _context(request: OfficeRequest, meeting: CouncilSession) -> dict[str, Any]:
    shown = room_of(meeting)
    # on one's own telephone too, nothing is shown of a case one takes no part in
    mine = shown.case is None or not is_withheld(request.mandate, shown.case)
    return {
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "room": shown,
        "mine": mine,
        "may_run": may_run(request.mandate, meeting, on=request.today),
        "steps_here": meeting.mode != "secret",
    }


@office_page
@require_POST
def move(request: OfficeRequest, code: str, move: str) -> HttpResponse:
    """The secretary calls the next case, or fixes the result of the one at hand, without leaving the wall."""
    meeting, form = session_for(request.mandate, code), forms.Form(request.POST)
    if not attempt(request, form, lambda: _move(request, meeting, move)):
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("session-room", code=code)


def _move(request: OfficeRequest, meeting: CouncilSession, move: str) -> None:
    shown = room_of(meeting)
    case = shown.following if move == "mo" else shown.case
    if case is None or meeting.mode == "secret":
        raise Refused(no("Không có trường hợp nào để chuyển; xem trang phiên họp.", rule="room:none"))
    verb = deliberate.open_case if move == "mo" else deliberate.close_case
    verb(case, mandate=request.mandate, on=request.today)


@office_page
def cancel(request: OfficeRequest, code: str) -> HttpResponse:
    """Call a session off before it opens."""
    meeting, form = session_for(request.mandate, code), CancelForm(request.POST or None)
    if attempt(request, form, lambda: deliberate.cancel_session(
        meeting, mandate=request.mandate, on=request.today, **form.cleaned_data
    )):  # fmt: skip
        messages.success(request, "Đã hủy phiên họp; các hồ sơ chờ phiên khác.")
        return redirect("campaign-sessions", code=meeting.campaign.code)
    return form_page(
        request, form, head="Hủy phiên họp", does="Hủy phiên họp", back=reverse("session", args=[code]),
        crumbs=[(title_of(meeting), reverse("session", args=[code]))],
        explain="Hồ sơ trong chương trình trở về danh sách chờ Hội đồng.",
    )  # fmt: skip


@office_page
def adjourn(request: OfficeRequest, code: str) -> HttpResponse:
    """Hold an open session on another day."""
    meeting, form = session_for(request.mandate, code), AdjournForm(request.POST or None)
    if attempt(request, form, lambda: deliberate.adjourn_session(
        meeting, mandate=request.mandate, on=request.today, **form.cleaned_data
    )):  # fmt: skip
        messages.success(request, "Đã hoãn phiên họp; gửi lại giấy mời và điểm danh hôm họp.")
        return redirect("session", code=code)
    return form_page(
        request, form, head="Hoãn phiên họp", does="Hoãn phiên họp", back=reverse("session", args=[code]),
        crumbs=[(title_of(meeting), reverse("session", args=[code]))],
        explain="Điểm danh và ý kiến đã ghi bỏ đi; chương trình giữ nguyên.",
    )  # fmt: skip
