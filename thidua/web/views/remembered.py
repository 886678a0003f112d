"""Old awards and disciplines on the record page: enter, correct, remove, take back (điều ghi từ giấy cũ)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards import remember as verbs
from thidua.awards.models import PastAward, Remembered
from thidua.awards.queries.history import remembered_for
from thidua.org.identify import Somebody, kind_of, record_within
from thidua.org.permissions import may_keep_record
from thidua.org.queries import government_of
from thidua.records.queries.files import files_of
from thidua.web.actors import attempt
from thidua.web.forms.people import FORMS, DisciplineForm, PastAwardForm, RemoveForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import form_page, settings_page
from thidua.web.views.records import ENTRIES, RECORDS

NAMES = {"khen-thuong": "khen thưởng cũ", "ky-luat": "kỷ luật"}


def _place(row: Somebody) -> str:
    return reverse("record", args=[kind_of(row), row.pk])


def _crumbs(row: Somebody) -> list[tuple[str, str]]:
    return [RECORDS, (row.name, _place(row))]


def _scans(found: Remembered) -> list[dict[str, str]]:
    return [{"name": kept.name, "url": reverse("file", args=[kept.pk])} for kept in files_of(found)]


@settings_page(may_keep_record)
def entry_new(request: OfficeRequest, kind: str, pk: UUID, what: str) -> HttpResponse:
    """Enter an old award or a discipline of one candidate."""
    found = record_within(request.mandate, kind=kind, pk=pk)
    office = government_of(request.mandate.unit)
    form = FORMS[ENTRIES[what]](request.POST or None, request.FILES or None, office=office)

    def enter() -> None:
        acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
        _file(form, verbs.remember(found, words=form.words, **acting), acting)

    if attempt(request, form, enter):
        messages.success(request, f"Đã ghi {NAMES[what]} của {found.name}.")
        return redirect(_place(found))
    return form_page(
        request, form, head=f"Ghi {NAMES[what]}: {found.name}", does="Ghi", back=_place(found),
        crumbs=_crumbs(found), explain="Ghi đúng như trên giấy; thẩm định và so trùng sẽ dùng đến.",
    )  # fmt: skip


def _file(form: PastAwardForm | DisciplineForm, entry: Remembered, acting: dict[str, Any]) -> None:
    """Keep the scan, where one was chosen."""
    upload = form.cleaned_data.get("upload")
    if upload and isinstance(entry, PastAward):
        verbs.file_award_paper(entry, upload=upload, **acting)


@settings_page(may_keep_record)
def entry(request: OfficeRequest, what: str, pk: UUID) -> HttpResponse:
    """Correct an entry, with the reason."""
    found = remembered_for(request.mandate, ENTRIES[what], pk)
    place = _place(found.candidate)
    office = government_of(request.mandate.unit)
    form = FORMS[ENTRIES[what]](request.POST or None, request.FILES or None, entry=found, office=office)

    def put_right() -> None:
        said = form.cleaned_data
        acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
        verbs.correct(found, words=form.words, reason=said["reason"], expected=said["version"], **acting)
        _file(form, found, acting)

    if attempt(request, form, put_right):
        messages.success(request, f"Đã sửa {NAMES[what]}.")
        return redirect(place)
    return form_page(
        request, form, head=f"Sửa {NAMES[what]}: {found.candidate.name}", does="Ghi lại", back=place,
        crumbs=_crumbs(found.candidate), scans=_scans(found),
    )  # fmt: skip


@settings_page(may_keep_record)
def entry_out(request: OfficeRequest, what: str, pk: UUID) -> HttpResponse:
    """Remove an entry, with the reason."""
    found = remembered_for(request.mandate, ENTRIES[what], pk)
    place = _place(found.candidate)
    form = RemoveForm(request.POST or None)
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: verbs.remove(found, reason=form.cleaned_data["reason"], **acting)):
        messages.success(request, f"Đã bỏ {NAMES[what]}; lấy lại được ở cuối trang.")
        return redirect(place)
    return form_page(
        request, form, head=f"Bỏ {NAMES[what]}: {found.candidate.name}", does="Bỏ", back=place,
        crumbs=_crumbs(found.candidate), explain=str(found),
    )  # fmt: skip


@require_POST
@settings_page(may_keep_record)
def entry_back(request: OfficeRequest, what: str, pk: UUID) -> HttpResponse:
    """Let a removed entry stand again."""
    found = remembered_for(request.mandate, ENTRIES[what], pk)
    verbs.take_back(found, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã lấy lại {NAMES[what]}.")
    return redirect(_place(found.candidate))
