"""A campaign handed over to the archive: made in the background, fetched, checked, dropped (lưu trữ)."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for
from thidua.records.models import Run
from thidua.reports import archive
from thidua.reports.archive.pieces import pieces_of, unfinished
from thidua.reports.archive.retention import term_of
from thidua.reports.folders import FOLDERS
from thidua.reports.permissions import may_archive
from thidua.web.actors import attempt, office_page
from thidua.web.forms.archive import ArchiveForm
from thidua.web.jobs import check_archive, pack_archive
from thidua.web.ranges import kept_file_answer
from thidua.web.requests import OfficeRequest

SHOWN = 6  # paper-only things named on the page


def _own(request: OfficeRequest, code: str) -> Campaign:
    campaign = campaign_for(request.mandate, code)
    may_archive(request.mandate, campaign, on=request.today).require()
    return campaign


@office_page
def campaign_archive(request: OfficeRequest, code: str) -> HttpResponse:
    """What would be handed over, how long it is kept, and the files made so far."""
    campaign = _own(request, code)
    runs = list(archive.archives_of(campaign)[:20])
    if request.headers.get("HX-Request"):
        return render(request, "reports/archive_runs.html", {"campaign": campaign, "runs": runs})
    form = ArchiveForm(request.POST or None, initial=_said_before(runs))
    if attempt(request, form, lambda: _begin(request, campaign, form)):
        return redirect("campaign-archive", code)
    context = {"campaign": campaign, "form": form, "runs": runs, **_inside(request, campaign, runs)}
    return render(request, "reports/archive.html", context)


def _inside(request: OfficeRequest, campaign: Campaign, runs: list[Run]) -> dict[str, Any]:
    """What the file holds, step by step, what lies on paper, how long it is kept, which files are behind."""
    pieces = pieces_of(campaign, request.mandate)
    on_paper = [piece for piece in pieces if piece.file is None]
    counted = Counter(piece.folder for piece in pieces)
    return {
        "steps": [(folder, counted[place]) for place, folder in enumerate(FOLDERS)],
        "on_paper": on_paper,
        "more_on_paper": len(on_paper) - SHOWN,
        "total": len(pieces),
        "unfinished": unfinished(campaign, request.mandate),
        "term": term_of(campaign, on=request.today),
        "outdated": {run.pk for run in runs if archive.is_outdated(run, pieces)},
    }


def _said_before(runs: list[Run]) -> dict[str, str]:
    """Nothing is typed twice: what was said of the last file."""
    return {name: runs[0].data[name] for name in ("file_code", "kept_at")} if runs else {}


def _begin(request: OfficeRequest, campaign: Campaign, form: ArchiveForm) -> None:
    run = archive.order_archive(campaign, **form.cleaned_data, mandate=request.mandate, on=request.today)
    pack_archive.enqueue(str(run.pk))


@office_page
def archive_file(request: OfficeRequest, pk: UUID) -> HttpResponseBase:
    """The file itself, which a broken download may go on with."""
    run = archive.archive_for(request.mandate, pk)
    if run.state != "done":
        raise Http404("Chưa lập xong.")
    name = f"ho-so-luu-tru-{run.data['campaign']}-{run.started_on:%Y%m%d}.zip"
    return kept_file_answer(request, run.file, media="application/zip", name=name)


def _look(request: OfficeRequest, run: Run) -> None:
    archive.ask_to_check(run, mandate=request.mandate, on=request.today)
    check_archive.enqueue(str(run.pk), on=request.today.isoformat())


@office_page
@require_POST
def archive_check(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Look in the background whether a file is whole."""
    run, form = archive.archive_for(request.mandate, pk), forms.Form(request.POST)
    if attempt(request, form, lambda: _look(request, run)):
        messages.success(request, "Máy đang kiểm tra; kết quả hiện bên cạnh hồ sơ.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("campaign-archive", run.data["campaign"])


@office_page
@require_POST
def archive_remove(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Stop, or drop a file."""
    run, form = archive.archive_for(request.mandate, pk), forms.Form(request.POST)
    if attempt(request, form, lambda: archive.remove_archive(run, mandate=request.mandate, on=request.today)):
        messages.success(request, "Đã bỏ; văn bản, tệp của đợt vẫn còn nguyên.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("campaign-archive", run.data["campaign"])
