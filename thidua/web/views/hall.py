"""The hall: guests, how names are read, seats, and the handing over in the order of calling (hội trường)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.awards import certify
from thidua.awards.models import Ceremony, Certificate
from thidua.awards.permissions import ceremony as permissions
from thidua.awards.queries.ceremony import (
    Call,
    calls_in,
    ceremony_for,
    groups_of,
    guests_of,
    place_in,
    record_of,
    sheets_of,
)
from thidua.org.establish import note_reading
from thidua.org.models import Mandate
from thidua.web.actors import attempt, office_page
from thidua.web.forms.ceremony import GuestsForm, MoveSeatForm, ReadingsForm, guests_said
from thidua.web.requests import OfficeRequest


@office_page
def guests(request: OfficeRequest, code: str) -> HttpResponse:
    """The list of guests, a line each."""
    found = ceremony_for(request.mandate, code)
    may = permissions.may_change_ceremony(request.mandate, found, on=request.today)
    sent = request.POST if request.method == "POST" else None
    form = GuestsForm(sent, initial={"guests": guests_said([one for one, _ in guests_of(found)])})
    if attempt(request, form, lambda: certify.set_guests(
        found, guests=form.cleaned_data["guests"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi danh sách khách mời.")
        return redirect("ceremony", code=code)
    context = {"ceremony": found, "campaign": found.campaign, "form": form, "ruling_now": may}
    return render(request, "ceremony/form.html", context | {"heading": "Khách mời"})


@office_page
def readings(request: OfficeRequest, code: str) -> HttpResponse:
    """How the names are read aloud: all for the office, the own ones for the head of a unit."""
    found = ceremony_for(request.mandate, code)
    calls = _read_by(request.mandate, calls_in(groups_of(found)))
    sent = request.POST if request.method == "POST" else None
    form = ReadingsForm(sent, calls=calls)
    if attempt(request, form, lambda: _note(request, form)):
        messages.success(request, "Đã ghi cách đọc tên vào hồ sơ của từng người.")
        return redirect("ceremony", code=code)
    context = {"ceremony": found, "campaign": found.campaign, "form": form, "heading": "Cách đọc tên"}
    return render(request, "ceremony/readings.html", context)


def _read_by(mandate: Mandate, calls: Sequence[Call]) -> list[Call]:
    """The names this mandate may say how to read."""
    if mandate.holds("standing", "culture", "clerk"):
        return [call for call in calls if call.item.nomination.unit.path.startswith(mandate.unit.path)]
    own = mandate.unit_id if mandate.holds("unit_head", "village_head") else None
    records = ((call, record_of(call.item.nomination)) for call in calls)
    return [call for call, record in records if record is not None and record.unit_id == own]


def _note(request: OfficeRequest, form: ReadingsForm) -> None:
    for call, said in form.said():
        record = record_of(call.item.nomination)
        assert record is not None  # the form asks only for names with a record
        note_reading(record, said_as=said, mandate=request.mandate, on=request.today)


@office_page
def seats(request: OfficeRequest, code: str) -> HttpResponse:
    """The hall as it is taken; seats are given here."""
    found = ceremony_for(request.mandate, code)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if attempt(request, form, lambda: certify.assign_seats(
        found, afresh=request.POST.get("viec") == "lai", mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã xếp chỗ.")
        return redirect("ceremony-seats", code=code)
    context = {
        "ceremony": found,
        "campaign": found.campaign,
        "form": form,
        "hall": _hall(found),
        "may_change": permissions.may_change_ceremony(request.mandate, found, on=request.today),
    }
    return render(request, "ceremony/seats.html", context)


def _hall(found: Ceremony) -> list[dict[str, object]]:
    """Every taken seat row by row, with whose it is."""
    taken = found.places.select_related("item__nomination", "guest")
    rows: dict[int, list[dict[str, object]]] = {}
    for one in taken:
        who = one.item or one.guest
        assert who is not None  # the table holds one of the two
        rows.setdefault(one.row, []).append(
            {"place": one, "who": who.name, "is_guest": one.guest is not None}
        )
    return [{"heading": f"Hàng {row}", "taken": rows[row]} for row in sorted(rows)]


@office_page
def seat(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Another chair for somebody."""
    found = ceremony_for(request.mandate, code)
    place = place_in(found, pk)
    may = permissions.may_change_ceremony(request.mandate, found, on=request.today)
    form = MoveSeatForm(request.POST or None, initial={"row": place.row, "seat": place.seat})
    if attempt(request, form, lambda: certify.move_seat(
        found, place=place, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã đổi chỗ.")
        return redirect("ceremony-seats", code=code)
    who = place.item or place.guest
    context = {"ceremony": found, "campaign": found.campaign, "form": form, "ruling_now": may}
    shown = {"heading": f"Đổi chỗ của {who.name if who else ''}", "to_seats": True}
    return render(request, "ceremony/form.html", context | shown)


@office_page
def handing(request: OfficeRequest, code: str) -> HttpResponse:
    """The handing over in the order of calling, on a phone; what other offices give is only named."""
    found = ceremony_for(request.mandate, code)
    groups, sheets = groups_of(found), sheets_of(found)
    named = [(group, [(turn, _rows(turn, sheets)) for turn in group.turns]) for group in groups]
    context = {
        "ceremony": found,
        "campaign": found.campaign,
        "named": named,
        "total": len(sheets),
        "handed": sum(one.handed_on is not None for one in sheets.values()),
        "may_hand": permissions.may_hand_at(request.mandate, found, on=request.today),
    }
    return render(request, "ceremony/handing.html", context)


def _rows(turn: Sequence[Call], sheets: dict[UUID, Certificate]) -> list[tuple[Call, Certificate | None]]:
    return [(call, sheets.get(call.item.pk)) for call in turn]
