"""edXML (gói tin văn bản): the book of messages, a paper out, a paper in, identifiers of bodies."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.org.models import Unit
from thidua.records.edxml import (
    STATUSES,
    PaperMessage,
    keep_edxml,
    may_exchange_edxml,
    may_set_organ,
    read_run,
    send_edxml,
    send_status,
    set_organ_code,
    take_in_edxml,
)
from thidua.records.models import Envelope, OfficialDocument, Run
from thidua.records.queries.packages import (
    edxml_file,
    edxml_preview,
    envelope_for,
    envelopes_of,
    organ_codes,
    organ_for,
    unit_with_organ,
    waiting_edxml,
)
from thidua.records.queries.papers import paper_for
from thidua.records.receive import Original
from thidua.records.states import KINDS
from thidua.vietnamese.text import same_text
from thidua.web.actors import attempt, office_page
from thidua.web.forms.exchange import EnvelopeForm, FileForm, IncomingForm, OrganForm, StatusForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page

ENVELOPES = ("Gói tin edXML", "/edxml/")
ORGANS = ("Mã định danh", "/co-quan/ma-dinh-danh/")


@office_page
def envelopes(request: OfficeRequest) -> HttpResponse:
    """The book of messages and what waits to be filed."""
    context = {
        "book": Paginator(envelopes_of(request.mandate), 50).get_page(request.GET.get("trang")),
        "waiting": waiting_edxml(request.mandate)[:50],
        "may_exchange": may_exchange_edxml(request.mandate, request.mandate.unit, on=request.today),
        "crumbs": [HOME],
    }
    return render(request, "exchange/envelopes.html", context)


@office_page
def download(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The message as it was made or received."""
    found = envelope_for(request.mandate, pk)
    response = HttpResponse(edxml_file(found), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{found.pk}.edxml"'
    return response


@office_page
def envelope(request: OfficeRequest, code: str) -> HttpResponse:
    """Make the message of an issued paper."""
    document = paper_for(request.mandate, code)
    may_exchange_edxml(request.mandate, document.unit, on=request.today).require()
    units = organ_codes(request.mandate.unit).exclude(pk=document.unit_id)
    form, made = EnvelopeForm(request.POST or None, units=units), []
    if attempt(request, form, lambda: made.append(send_edxml(
        document, to=list(form.cleaned_data["to"]), mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã lập gói tin edXML; tải về ở sổ gói tin.")
        return redirect("envelopes")
    return form_page(
        request, form, head="Tải edXML", does="Lập gói tin", explain=document.title,
        back=reverse("paper", args=[code]), crumbs=[ENVELOPES],
    )  # fmt: skip


@office_page
def receive(request: OfficeRequest) -> HttpResponse:
    """Upload a message: a status is filed at once, a paper is looked at first."""
    may_exchange_edxml(request.mandate, request.mandate.unit, on=request.today).require()
    form = FileForm(
        request.POST or None, request.FILES or None, label="Tệp edXML", accept=".edxml,.xml",
        help_text="Tệp tải về từ trục liên thông hoặc phần mềm quản lý văn bản, tối đa 60 MB.",
    )  # fmt: skip
    made: list[Run | Envelope] = []
    if attempt(request, form, lambda: made.append(keep_edxml(
        form.cleaned_data["upload"], mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        if made and isinstance(made[0], Run):
            return redirect("edxml-preview", pk=made[0].pk)
        messages.success(request, "Đã ghi trạng thái vào văn bản.")
        return redirect("envelopes")
    return form_page(
        request, form, head="Nhận edXML", does="Đọc gói tin", back=reverse("envelopes"), crumbs=[ENVELOPES]
    )


@office_page
def receive_preview(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """What was read of a paper; a person corrects it and files it."""
    run = edxml_preview(request.mandate, pk)
    if run.state != "waiting":
        return redirect("envelopes")
    message, _ = read_run(run)
    units = organ_codes(request.mandate.unit)
    form = IncomingForm(request.POST or None, units=units, initial=_read(message, units))
    made: list[OfficialDocument] = []
    if attempt(request, form, lambda: made.append(take_in_edxml(
        run, original=_original(form), mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã vào sổ văn bản đến.")
        return redirect("paper", code=made[0].code) if made else redirect("envelopes")
    context = {
        "message": message, "form": form, "crumbs": [HOME, ENVELOPES],
        "may_exchange": may_exchange_edxml(request.mandate, request.mandate.unit, on=request.today),
    }  # fmt: skip
    return render(request, "exchange/incoming.html", context)


def _read(message: PaperMessage, units: object) -> dict[str, object]:
    """What the message says, for the form."""
    named = [one for one in list(units) if same_text(one.name, message.sender.name)]  # type: ignore[call-overload]
    found: Unit | None = unit_with_organ(message.sender.code) or (named[0] if named else None)
    kinds = {name.lower() or "công văn": kind for kind, (name, _) in KINDS.items()}
    return {
        "unit": found, "kind": kinds.get(message.type_name.lower(), "cong_van"),
        "number_text": message.number_text, "day": message.day, "subject": message.subject,
        "signer_words": " ".join(filter(None, [message.competence, message.position, message.signer])),
    }  # fmt: skip


def _original(form: IncomingForm) -> Original:
    said = form.cleaned_data
    return Original(
        said["unit"], said["kind"], "incoming", said["number_text"], said["day"], said["subject"],
        said["signer_words"],
    )  # fmt: skip


@office_page
def status(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Tell the sender what became of its paper."""
    found = envelope_for(request.mandate, pk)
    may_exchange_edxml(request.mandate, found.unit, on=request.today).require()
    form = StatusForm(
        request.POST or None, statuses=[(one, f"{one}: {says}") for one, says in STATUSES.items()]
    )
    if attempt(request, form, lambda: send_status(
        found, status=form.cleaned_data["status"], why=form.cleaned_data["says"], mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã lập gói trạng thái; tải về ở sổ gói tin.")
        return redirect("envelopes")
    return form_page(
        request, form, head="Báo trạng thái", does="Lập gói trạng thái", explain=found.says,
        back=reverse("envelopes"), crumbs=[ENVELOPES],
    )  # fmt: skip


@office_page
def organs(request: OfficeRequest) -> HttpResponse:
    """The identifiers of the own office, those above and below."""
    context = {
        "units": Paginator(organ_codes(request.mandate.unit), 100).get_page(request.GET.get("trang")),
        "may_set": may_set_organ(request.mandate, request.mandate.unit, on=request.today),
        "crumbs": [HOME],
    }
    return render(request, "exchange/organs.html", context)


@office_page
def organ(request: OfficeRequest, code: str) -> HttpResponse:
    """Write one identifier down."""
    unit = organ_for(request.mandate, code)
    may_set_organ(request.mandate, unit, on=request.today).require()
    kept = getattr(unit, "organ_code", None)
    first = {"code": kept.code, "paper": kept.paper} if kept else {}
    form = OrganForm(request.POST or None, initial=first)
    if attempt(request, form, lambda: set_organ_code(
        unit, mandate=request.mandate, on=request.today, **form.cleaned_data
    )):  # fmt: skip
        messages.success(request, f"Đã ghi mã định danh của {unit.name}.")
        return redirect("organs")
    explain = "Ghi đúng như văn bản giao mã của tỉnh hoặc bộ; phần mềm không tự đặt mã."
    return form_page(
        request, form, head=f"Mã định danh của {unit.short_name}", does="Ghi mã", explain=explain,
        back=reverse("organs"), crumbs=[ORGANS],
    )  # fmt: skip
