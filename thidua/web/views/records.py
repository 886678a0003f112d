"""The record of a person, a collective, a household over years and units (hồ sơ), and how it is looked up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards.models import Discipline, PastAward, Remembered
from thidua.awards.queries.history import (
    histories,
    nominations_of,
    remembered_of,
    role_models_of,
    told_of,
)
from thidua.awards.queries.nomination import visible_to
from thidua.campaigns.queries.initiative import initiatives_by
from thidua.org.identify import (
    Somebody,
    alike,
    drop_identity_number,
    identity_of,
    keep_identity_number,
    record_within,
    records_of,
    records_within,
    unmerge_record,
)
from thidua.org.identify.find import known_of
from thidua.org.identify.identity import same_ids
from thidua.org.models import CANDIDATES
from thidua.org.permissions import may_keep_record
from thidua.org.queries import government_of, person_named
from thidua.web.actors import attempt
from thidua.web.forms.people import IdentityForm, RecordFilter
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page, settings_page
from thidua.web.views.paper_page import told

RECORDS = ("Hồ sơ khen thưởng", "/co-quan/ho-so/")
KIND_NAMES = dict(CANDIDATES)
ENTRIES: dict[str, type[Remembered]] = {"khen-thuong": PastAward, "ky-luat": Discipline}


@settings_page(may_keep_record)
def records(request: OfficeRequest, kind: str = "individual") -> HttpResponse:
    """The records of one kind, found by name."""
    wanted = RecordFilter(request.GET or None)
    words = wanted.cleaned_data["ten"] if wanted.is_bound and wanted.is_valid() else ""
    found = records_within(request.mandate, kind=kind, words=words)
    shown = {
        "page": Paginator(found, 50).get_page(request.GET.get("trang")),
        "kind": kind,
        "wanted": wanted,
        "tabs": kind_tabs("records", kind),
        "crumbs": [HOME],
    }
    return render(request, "people/records.html", shown)


def kind_tabs(page: str, kind: str) -> list[dict[str, Any]]:
    """One tab per kind of recipient."""
    return [
        {"label": name.capitalize(), "url": reverse(page, args=[key]), "current": key == kind}
        for key, name in CANDIDATES
    ]


@settings_page(may_keep_record)
def record(request: OfficeRequest, kind: str, pk: UUID) -> HttpResponse:
    """Everything known of one candidate: awards, disciplines, nominations, role models, other records."""
    found = record_within(request.mandate, kind=kind, pk=pk)
    known = histories([found])[found.pk]
    shown = _beside(request, found) | {
        "record": found,
        "kind": kind,
        "kind_name": KIND_NAMES[kind],
        "awards": known.told,
        "disciplines": known.disciplines,
        "removed": _removed(found),
        "nominations": nominations_of(found),
        "seen": set(
            visible_to(request.mandate).filter(pk__in=nominations_of(found)).values_list("pk", flat=True)
        ),
        "role_models": role_models_of(found),
        "initiatives": initiatives_by(same_ids(found)) if kind == "individual" else (),
        "history": [told(entry) for entry in told_of(found)[:30]],
        "crumbs": [HOME, (RECORDS[0], reverse("records", args=[kind]))],
    }
    return render(request, "people/record.html", shown)


def _removed(found: Somebody) -> list[dict[str, Any]]:
    """What was entered and removed, as the page takes it back."""
    return [
        {"what": what, "entry": entry}
        for what, table in ENTRIES.items()
        for entry in remembered_of(found, table, "removed")
    ]


def _beside(request: OfficeRequest, found: Somebody) -> dict[str, Any]:
    """The other records of the same somebody, and those that may be."""
    main = identity_of(found)
    path = government_of(found.unit).path
    own = records_of(found)
    likely = alike(known_of(main, {}), unit=main.unit, path=path)
    return {
        "main": main,
        "own": [one for one in own if one.pk != found.pk],
        "likely": [match for match in likely if match.row not in own],
        "units": list(dict.fromkeys(one.unit for one in own)),
        "may_keep": may_keep_record(request.mandate, found.unit, on=request.today),
    }


@require_POST
@settings_page(may_keep_record)
def unmerge(request: OfficeRequest, kind: str, pk: UUID) -> HttpResponse:
    """Let a merged record stand by itself again."""
    found = record_within(request.mandate, kind=kind, pk=pk)
    unmerge_record(found, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã tách hồ sơ {found.name}; mọi thứ trở lại như trước khi gộp.")
    return redirect("record", kind, pk)


@settings_page(may_keep_record)
def identity_number(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Keep what tells a person from a namesake."""
    found = person_named(request.mandate, pk)
    back = reverse("record", args=["individual", pk])
    form = IdentityForm(request.POST or None, initial={"ground": found.identity_ground})
    if attempt(request, form, lambda: keep_identity_number(
        found, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã ghi dấu số căn cước của {found.name}.")
        return redirect(back)
    return form_page(
        request, form, head="Số căn cước", does="Ghi", back=back, crumbs=[RECORDS, (found.name, back)],
        explain="Chỉ để phân biệt người trùng tên. Không hiện cho ai khác, không có trong tệp xuất ra.",
    )  # fmt: skip


@require_POST
@settings_page(may_keep_record)
def identity_number_out(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Forget what was kept of an identity number."""
    found = person_named(request.mandate, pk)
    drop_identity_number(found, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã bỏ dấu số căn cước của {found.name}.")
    return redirect("record", "individual", pk)
