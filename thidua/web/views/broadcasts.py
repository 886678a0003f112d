"""Loudspeaker bulletins in the office: made from facts, edited, printed, logged (bản tin phát thanh)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.campaigns.queries.campaign import campaign_for
from thidua.publicity import broadcast
from thidua.publicity.documents import SYLLABLES_PER_MINUTE, bulletin_of
from thidua.publicity.models import Broadcast
from thidua.publicity.permissions import may_begin_news, may_write_news
from thidua.publicity.queries import broadcast_for
from thidua.web.actors import attempt, office_page
from thidua.web.forms.publicity import AiringForm, BulletinForm
from thidua.web.requests import OfficeRequest


@office_page
def bulletin_new(request: OfficeRequest, code: str) -> HttpResponse:
    """A script made from the campaign, its role models and decisions, to be edited before it is kept."""
    campaign = campaign_for(request.mandate, code)
    may_begin_news(request.mandate, campaign, on=request.today).require()
    form = BulletinForm(request.POST or None, initial=asdict(bulletin_of(campaign, on=request.today)))
    made: list[Broadcast] = []
    if attempt(
        request,
        form,
        lambda: made.append(
            broadcast.write_bulletin(
                campaign, bulletin=form.bulletin(), mandate=request.mandate, on=request.today
            )
        ),
    ):
        messages.success(request, "Đã ghi bản tin. In ra hoặc tải về để đọc.")
        return redirect("bulletin", made[0].code) if made else redirect("campaign-news", code)
    return render(request, "publicity/bulletin_form.html", {"form": form, "campaign": campaign})


@office_page
def bulletin(request: OfficeRequest, code: str) -> HttpResponse:
    """One bulletin to read aloud, and when it was."""
    return _page(request, broadcast_for(request.mandate, code))


def _page(request: OfficeRequest, found: Broadcast, **forms: Form) -> HttpResponse:
    context: dict[str, Any] = {
        "broadcast": found,
        "campaign": found.campaign,
        "paragraphs": [part for part in found.script.split("\n") if part.strip()],
        "airings": [{**one, "day": date.fromisoformat(one["day"])} for one in found.aired],
        "pace": SYLLABLES_PER_MINUTE,
        "may_write": may_write_news(request.mandate, found.campaign, on=request.today),
        "airing_form": AiringForm(initial={"day": request.today}),
    }
    return render(request, "publicity/bulletin.html", context | forms)


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
    return _page(request, found, airing_form=form)


@office_page
def text(request: OfficeRequest, code: str) -> HttpResponse:
    """The script as a plain text file."""
    found = broadcast_for(request.mandate, code)
    lines = [found.title, "", *found.script.splitlines(), ""]
    response = HttpResponse("\r\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="ban-tin-{found.code}.txt"'
    return response
