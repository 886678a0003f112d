"""The council: its sessions, a session from the agenda to its end (Hội đồng họp xét)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import deliberate
from thidua.awards.models import CouncilSession, Nomination
from thidua.awards.permissions.council import may_call, may_prepare
from thidua.awards.queries.council import (
    attendance_of,
    council_on,
    eligible_for_session,
    people_on,
    session_for,
    sessions_visible_to,
)
from thidua.awards.queries.opinion import late_objections
from thidua.campaigns.queries.campaign import campaign_for
from thidua.org.queries import chair_of, who_holds
from thidua.web.actors import attempt, office_page
from thidua.web.forms.council import (
    AgendaForm,
    AttendanceForm,
    DiscussionForm,
    EndForm,
    GuestsForm,
    MeetingForm,
)
from thidua.web.requests import OfficeRequest
from thidua.web.views.council_page import session_context, title_of

DRAFTS = {
    "giay-moi": deliberate.draft_invitation,
    "bien-ban": deliberate.draft_minutes,
    "kiem-phieu": deliberate.draft_tally_sheet,
}


@office_page
def council(request: OfficeRequest) -> HttpResponse:
    """Every session the mandate may see, the newest first."""
    page = Paginator(sessions_visible_to(request.mandate), 50).get_page(request.GET.get("trang"))
    return render(request, "council/list.html", {"meetings": page})


@office_page
def campaign_sessions(request: OfficeRequest, code: str) -> HttpResponse:
    """The sessions of one campaign, and what waits for one."""
    campaign, unit = campaign_for(request.mandate, code), request.mandate.unit
    found = sessions_visible_to(request.mandate).filter(campaign=campaign)
    context = {
        "campaign": campaign,
        "meetings": Paginator(found, 50).get_page(request.GET.get("trang")),
        "waiting_count": eligible_for_session(campaign, unit).count(),
        "may_call": may_call(request.mandate, campaign, on=request.today),
        "has_council": council_on(unit, request.today) is not None,
    }
    return render(request, "council/list.html", context)


@office_page
def plan(request: OfficeRequest, code: str) -> HttpResponse:
    """Call a session."""
    campaign, unit = campaign_for(request.mandate, code), request.mandate.unit
    may_call(request.mandate, campaign, on=request.today).require()
    people = people_on(council_on(unit, request.today), request.today)
    chair, pen = chair_of(unit, request.today), who_holds(unit, "secretary", on=request.today).first()
    first = {
        "meets_on": request.today,
        "chair": chair and chair.person_id,
        "secretary": pen and pen.person_id,
    }
    form, made = MeetingForm(request.POST or None, initial=first, people=people), []
    if attempt(request, form, lambda: made.append(deliberate.plan_session(
        campaign, meeting=form.meeting(), mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã lập phiên họp. Tiếp theo: đưa đề nghị vào chương trình.")
        return (
            redirect("session-agenda", code=made[0].code)
            if made
            else redirect("campaign-sessions", code=code)
        )
    return render(
        request, "council/plan.html", {"campaign": campaign, "form": form, "people_count": people.count()}
    )


@office_page
def session(request: OfficeRequest, code: str) -> HttpResponse:
    """The session in the room."""
    return session_page(request, session_for(request.mandate, code))


def session_page(request: OfficeRequest, meeting: CouncilSession, **bound: Any) -> HttpResponse:
    """The page of a session, perhaps with a form that was not accepted."""
    wanted = bound.pop("wanted", request.GET.get("truong-hop", ""))
    context = session_context(meeting, mandate=request.mandate, on=request.today, wanted=wanted, **bound)
    # Said on top too: the card of the form may be gone since the page was opened.
    context["refusals"] = [said for form in bound.values() for said in form.non_field_errors()]
    return render(request, "council/session.html", context)


@office_page
def agenda(request: OfficeRequest, code: str) -> HttpResponse:
    """Put nominations on the agenda."""
    meeting = session_for(request.mandate, code)
    waiting = eligible_for_session(meeting.campaign, meeting.unit)
    form = AgendaForm(request.POST or None, waiting=waiting)
    if attempt(request, form, lambda: deliberate.table_nominations(
        meeting, nominations=list(form.cleaned_data["nominations"]), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã đưa vào chương trình phiên họp.")
        return redirect("session", code=code)
    context = {
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "form": form,
        "waiting_count": waiting.count(),
        "objections": _objections(waiting),
    }
    return render(request, "council/agenda.html", context)


def _objections(waiting: Iterable[Nomination]) -> list[tuple[Nomination, list[str]]]:
    """Those waiting for the council against whom an objection came after their appraisal."""
    found = list(waiting)
    late = late_objections(found)
    return [(one, late[one.pk]) for one in found if one.pk in late]


@office_page
def attendance(request: OfficeRequest, code: str) -> HttpResponse:
    """Write down who is present."""
    meeting = session_for(request.mandate, code)
    form = AttendanceForm(request.POST or None, seats=attendance_of(meeting))
    if attempt(request, form, lambda: deliberate.mark_attendance(
        meeting, present=form.present(), why_absent=form.why_absent(), mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã điểm danh.")
        return redirect("session", code=code)
    may = may_prepare(request.mandate, meeting.unit, on=request.today)
    context = {
        "meeting": meeting,
        "meeting_title": title_of(meeting),
        "form": form,
        "guests_form": GuestsForm(initial={"guests": meeting.guests}),
        "may_prepare": may,
    }
    return render(request, "council/attendance.html", context)


def step(
    request: OfficeRequest, meeting: CouncilSession, action: Callable[[], Any], *, said: str
) -> HttpResponse:
    """Carry out a button without fields; a refusal is said on the same page."""
    form = forms.Form(request.POST)
    if attempt(request, form, action):
        messages.success(request, said)
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("session", code=meeting.code)


@office_page
@require_POST
def open_(request: OfficeRequest, code: str) -> HttpResponse:
    """Open the session."""
    meeting = session_for(request.mandate, code)
    return step(request, meeting, lambda: deliberate.open_session(
        meeting, mandate=request.mandate, on=request.today
    ), said="Phiên họp đã khai mạc.")  # fmt: skip


@office_page
@require_POST
def close(request: OfficeRequest, code: str) -> HttpResponse:
    """Close the session."""
    meeting, form = session_for(request.mandate, code), EndForm(request.POST)
    if attempt(request, form, lambda: deliberate.close_session(
        meeting, ended_at=form.cleaned_data["ended_at"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Phiên họp đã kết thúc. Tiếp theo: soạn biên bản, rồi trình kết quả.")
        return redirect("session", code=code)
    return session_page(request, meeting, end_form=form)


@office_page
@require_POST
def discussion(request: OfficeRequest, code: str) -> HttpResponse:
    """Write down the discussion."""
    meeting, form = session_for(request.mandate, code), DiscussionForm(request.POST)
    if attempt(request, form, lambda: deliberate.write_discussion(
        meeting, text=form.cleaned_data["text"], expected=form.cleaned_data["version"],
        mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã ghi diễn biến.")
        return redirect("session", code=code)
    return session_page(request, meeting, discussion_form=form)


@office_page
@require_POST
def draft_paper(request: OfficeRequest, code: str, paper: str) -> HttpResponse:
    """Draft invitation, minutes or tally sheet and go to it."""
    meeting, form, made = session_for(request.mandate, code), forms.Form(request.POST), []
    if attempt(request, form, lambda: made.append(
        DRAFTS[paper](meeting, mandate=request.mandate, on=request.today)
    )):  # fmt: skip
        messages.success(request, "Đã soạn; xem lại rồi trình ký.")
        return redirect("paper", code=made[0].code) if made else redirect("session", code=code)
    messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("session", code=code)
