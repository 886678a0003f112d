"""The loudspeaker desk of the office: pace, languages, clusters, timetable, log (bàn phát thanh)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.org.queries import government_of
from thidua.publicity import broadcast
from thidua.publicity.permissions import may_keep_loudspeakers
from thidua.publicity.queries.loudspeaker import (
    broadcast_log,
    cluster_for,
    clusters_of,
    desk_of,
    ended_clusters,
    slot_for,
    timetable,
)
from thidua.vietnamese.dates import parse_date
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import ReasonForm
from thidua.web.forms.loudspeakers import ClusterForm, DeskForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import form_page

ROWS = 50
DESK = ("Bàn phát thanh", "/ban-phat-thanh/")


@office_page
def desk(request: OfficeRequest) -> HttpResponse:
    """The week ahead, the clusters with the address of their feed, how the office reads."""
    unit = government_of(request.mandate.unit)
    begins = _monday(request)
    found = desk_of(unit)
    context = {
        "unit": unit,
        "begins": begins,
        "ends": begins + timedelta(days=6),
        "before": begins - timedelta(days=7),
        "after": begins + timedelta(days=7),
        "slots": timetable(unit, begins=begins),
        "clusters": clusters_of(unit),
        "ended": ended_clusters(unit),
        "found": found,
        "may_keep": may_keep_loudspeakers(request.mandate, unit, on=request.today),
    }
    return render(request, "loudspeakers/desk.html", context)


def _monday(request: OfficeRequest) -> date:
    """The first day of the week asked for, of this week without one."""
    day = parse_date(request.GET.get("tuan", "")) or request.today
    return day - timedelta(days=day.weekday())


@office_page
def log(request: OfficeRequest) -> HttpResponse:
    """Everything that was read, newest first."""
    unit = government_of(request.mandate.unit)
    page = Paginator(broadcast_log(unit), ROWS).get_page(request.GET.get("trang"))
    return render(request, "loudspeakers/log.html", {"unit": unit, "page": page, "crumbs": [DESK]})


@office_page
def settings(request: OfficeRequest) -> HttpResponse:
    """Pace, voice, other languages."""
    unit = government_of(request.mandate.unit)
    may_keep_loudspeakers(request.mandate, unit, on=request.today).require()
    now = desk_of(unit)
    initial = {"pace": now.pace, "voice": now.voice, "languages": ", ".join(now.languages)}
    form = DeskForm(request.POST or None, initial=initial)
    if attempt(
        request,
        form,
        lambda: broadcast.set_desk(unit, words=form.words(), mandate=request.mandate, on=request.today),
    ):
        messages.success(request, "Đã đặt bàn phát thanh.")
        return redirect("loudspeakers")
    explain = "Lời chào, câu mở đầu và câu kết của bản tin sửa ở Cơ quan, Câu chữ trên giấy tờ."
    return form_page(request, form, head="Cách đọc", does="Ghi", back=DESK[1], explain=explain, crumbs=[DESK])


@office_page
def cluster_new(request: OfficeRequest) -> HttpResponse:
    """Enter a cluster."""
    unit = government_of(request.mandate.unit)
    may_keep_loudspeakers(request.mandate, unit, on=request.today).require()
    form = ClusterForm(request.POST or None, initial={"days": list("0123456"), "hours": ["05:30", "17:30"]})
    if attempt(
        request,
        form,
        lambda: broadcast.add_cluster(unit, words=form.words(), mandate=request.mandate, on=request.today),
    ):
        messages.success(request, "Đã thêm cụm loa.")
        return redirect("loudspeakers")
    return form_page(request, form, head="Thêm cụm loa", does="Thêm", back=DESK[1], crumbs=[DESK])


@office_page
def cluster(request: OfficeRequest, code: str) -> HttpResponse:
    """Change a cluster."""
    found = cluster_for(request.mandate, code)
    may_keep_loudspeakers(request.mandate, found.unit, on=request.today).require()
    initial = {
        "name": found.name, "place": found.place, "days": list(found.days), "hours": found.hours
    }  # fmt: skip
    form = ClusterForm(request.POST or None, initial=initial)
    if attempt(
        request,
        form,
        lambda: broadcast.edit_cluster(found, words=form.words(), mandate=request.mandate, on=request.today),
    ):
        messages.success(request, "Đã sửa cụm loa.")
        return redirect("loudspeakers")
    return form_page(request, form, head=found.name, does="Ghi lại", back=DESK[1], crumbs=[DESK])


@office_page
@require_POST
def end_cluster(request: OfficeRequest, code: str) -> HttpResponse:
    """A cluster is no longer used."""
    broadcast.end_cluster(cluster_for(request.mandate, code), mandate=request.mandate, on=request.today)
    messages.success(request, "Đã thôi dùng cụm loa.")
    return redirect("loudspeakers")


@office_page
@require_POST
def reuse_cluster(request: OfficeRequest, code: str) -> HttpResponse:
    """A cluster is used again."""
    broadcast.reuse_cluster(cluster_for(request.mandate, code), mandate=request.mandate, on=request.today)
    messages.success(request, "Đã dùng lại cụm loa.")
    return redirect("loudspeakers")


@office_page
def drop(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Take one reading off the timetable or out of the log, with the reason."""
    slot = slot_for(request.mandate, pk)
    form = ReasonForm(request.POST or None)
    if attempt(
        request,
        form,
        lambda: broadcast.drop_reading(
            slot, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Đã bỏ lần phát.")
        return redirect("bulletin", slot.broadcast.code)
    context = {"form": form, "slot": slot, "broadcast": slot.broadcast, "campaign": slot.broadcast.campaign}
    return render(request, "loudspeakers/drop.html", context)
