"""Loudspeaker bulletins in the office: from facts to the log of readings (bản tin phát thanh)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards.queries.public import public_honours
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.example import public_role_model
from thidua.publicity import broadcast, sound
from thidua.publicity.documents import (
    Bulletin,
    bulletin_about,
    bulletin_from,
    bulletin_of,
    bulletin_of_honours,
)
from thidua.publicity.models import Broadcast
from thidua.publicity.permissions import may_begin_news, may_record, may_write_news
from thidua.publicity.queries import broadcast_for, public_piece
from thidua.publicity.queries.loudspeaker import (
    clusters_of,
    desk_of,
    recordings_of,
    slots_of,
    speaking_run,
    translations_of,
)
from thidua.vietnamese.spoken import long_sentences
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import ReasonForm
from thidua.web.forms.loudspeakers import AiringForm, ReadingsForm, RecordingForm
from thidua.web.forms.publicity import BulletinForm
from thidua.web.requests import OfficeRequest


def _words(request: OfficeRequest, campaign: Campaign) -> Bulletin:
    """What the script is made from: `?tin=`, `?guong=`, `?quyet-dinh=`, else the campaign as it stands."""
    asked, on = request.GET, request.today
    if asked.get("tin"):
        return bulletin_from(public_piece(campaign.unit, asked["tin"]), on=on)
    if asked.get("guong"):
        return bulletin_about(public_role_model(campaign.unit, asked["guong"]), campaign, on=on)
    for honours in public_honours(campaign):
        if honours.decision.code == asked.get("quyet-dinh"):
            return bulletin_of_honours(honours, campaign, on=on)
    return bulletin_of(campaign, on=on)


@office_page
def bulletin_new(request: OfficeRequest, code: str) -> HttpResponse:
    """A script made from the campaign, a role model, news, a decision; edited before it is kept."""
    campaign, on = campaign_for(request.mandate, code), request.today
    may_begin_news(request.mandate, campaign, on=on).require()
    words = _words(request, campaign)
    form = BulletinForm(request.POST or None, initial={"title": words.title, "script": words.script})
    made: list[Broadcast] = []
    if attempt(
        request,
        form,
        lambda: made.append(
            broadcast.write_bulletin(
                campaign, bulletin=form.bulletin(words.role_model), mandate=request.mandate, on=on
            )
        ),
    ):
        messages.success(request, "Đã ghi bản tin. Xếp lịch, thu âm, hoặc in ra để đọc.")
        return redirect("bulletin", made[0].code) if made else redirect("campaign-news", code)
    return render(request, "publicity/bulletin_form.html", {"form": form, "campaign": campaign})


@office_page
def bulletin(request: OfficeRequest, code: str) -> HttpResponse:
    """One bulletin: the script, its sound, when it is and was read."""
    return bulletin_page(request, broadcast_for(request.mandate, code))


def bulletin_page(request: OfficeRequest, found: Broadcast, **forms: Form) -> HttpResponse:
    """The page of a bulletin with its forms, some of them as they were just sent."""
    desk, clusters = desk_of(found.unit), clusters_of(found.unit)
    kept = translations_of(found)
    context: dict[str, Any] = {
        "broadcast": found,
        "campaign": found.campaign,
        "paragraphs": [part for part in found.script.split("\n") if part.strip()],
        "long": long_sentences(found.script),
        "slots": slots_of(found),
        "desk": desk,
        "clusters": clusters,
        "languages": [(name, kept.get(name)) for name in desk.languages],
        "may_write": may_write_news(request.mandate, found.campaign, on=request.today),
        "may_record": may_record(request.mandate, found, on=request.today),
        "airing_form": AiringForm(initial={"day": request.today}),
        "readings_form": ReadingsForm(
            clusters=clusters, prefix="lich", initial={"first": request.today, "last": request.today}
        ),
        "recording_form": RecordingForm(languages=desk.languages, prefix="thu"),
        "stop_form": ReasonForm(prefix="thoi"),
    }
    return render(request, "publicity/bulletin.html", context | sound_context(found) | forms)


def sound_context(found: Broadcast) -> dict[str, Any]:
    """The recordings, and how far the machine is."""
    return {
        "broadcast": found,
        "recordings": recordings_of(found),
        "run": speaking_run(found),
        "presses": sound.presses(),
    }


@office_page
def edit(request: OfficeRequest, code: str) -> HttpResponse:
    """Change the words to be read."""
    found = broadcast_for(request.mandate, code)
    may_write_news(request.mandate, found.campaign, on=request.today).require()
    now = {"title": found.title, "script": found.script, "mark": found.mark}
    form = BulletinForm(request.POST or None, initial=now)
    if attempt(
        request,
        form,
        lambda: broadcast.edit_bulletin(
            found,
            bulletin=form.bulletin(),
            expected=form.cleaned_data["mark"],
            mandate=request.mandate,
            on=request.today,
        ),
    ):
        messages.success(request, "Đã ghi lại bản tin.")
        return redirect("bulletin", code)
    context = {"form": form, "broadcast": found, "campaign": found.campaign}
    return render(request, "publicity/bulletin_form.html", context)


@office_page
def log(request: OfficeRequest, code: str) -> HttpResponse:
    """Note when a bulletin was read out."""
    found = broadcast_for(request.mandate, code)
    form = AiringForm(request.POST or None)
    if attempt(
        request,
        form,
        lambda: broadcast.log_airing(found, airing=form.airing(), mandate=request.mandate, on=request.today),
    ):
        messages.success(request, "Đã ghi lần phát.")
        return redirect("bulletin", code)
    return bulletin_page(request, found, airing_form=form)


@office_page
def readings(request: OfficeRequest, code: str) -> HttpResponse:
    """Put a bulletin on the timetable of a cluster."""
    found = broadcast_for(request.mandate, code)
    form = ReadingsForm(request.POST or None, clusters=clusters_of(found.unit), prefix="lich")
    if attempt(
        request,
        form,
        lambda: broadcast.plan_readings(
            found, cluster=form.chosen(), span=form.span(), mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Đã xếp lịch phát.")
        return redirect("bulletin", code)
    return bulletin_page(request, found, readings_form=form)


@office_page
def stop(request: OfficeRequest, code: str) -> HttpResponse:
    """A bulletin is not to be read any more."""
    found = broadcast_for(request.mandate, code)
    form = ReasonForm(request.POST or None, prefix="thoi")
    if attempt(
        request,
        form,
        lambda: broadcast.stop_bulletin(
            found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Bản tin thôi phát; lịch chưa phát đã bỏ.")
        return redirect("bulletin", code)
    return bulletin_page(request, found, stop_form=form)


@office_page
@require_POST
def resume(request: OfficeRequest, code: str) -> HttpResponse:
    """A bulletin may be read again."""
    broadcast.resume_bulletin(broadcast_for(request.mandate, code), mandate=request.mandate, on=request.today)
    messages.success(request, "Bản tin phát lại được; hãy xếp lịch mới.")
    return redirect("bulletin", code)


@office_page
def text(request: OfficeRequest, code: str) -> HttpResponse:
    """The script as a plain text file."""
    found = broadcast_for(request.mandate, code)
    lines = [found.title, "", *found.script.splitlines(), ""]
    response = HttpResponse("\r\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="ban-tin-{found.code}.txt"'
    return response
