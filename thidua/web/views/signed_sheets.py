"""The certificates of a decision as files that are signed digitally (giấy khen ký số)."""

from __future__ import annotations

import tempfile
from zipfile import ZIP_STORED, ZipFile

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import certify
from thidua.awards.models import SignedCertificate
from thidua.awards.queries.certificate import certificate_for, own_decision
from thidua.awards.queries.signed import (
    bytes_of_signed,
    certificates_to_sign,
    head_alone,
    sheets_with_signatures,
    signed_by_both,
    signed_certificate,
    signed_counts,
)
from thidua.records.check_signatures import Asked, ask_for_signature_check
from thidua.vietnamese.text import slug
from thidua.web.actors import attempt, office_page
from thidua.web.jobs import check_signatures_of
from thidua.web.requests import OfficeRequest
from thidua.web.today import now

PAGE, BUNDLE = 50, 200


@office_page
def signed_sheets(request: OfficeRequest, code: str) -> HttpResponse:
    """How far the certificates of a decision are signed, each with its file."""
    decision, mandate = own_decision(request.mandate, code), request.mandate
    found = Paginator(sheets_with_signatures(decision), PAGE).get_page(request.GET.get("trang"))
    waiting = certificates_to_sign(mandate).filter(item__decision=decision).count()
    context = {
        "decision": decision,
        "sheets": found,
        "counts": signed_counts(decision),
        "waiting": waiting,
        "to_take_back": head_alone(decision, mandate, on=request.today).count(),
        "bundles": range(1, -(-signed_by_both(decision).count() // BUNDLE) + 1),
    }
    return render(request, "signing/signed_sheets.html", context)


@office_page
@require_POST
def take_back(request: OfficeRequest, code: str) -> HttpResponse:
    """Take the own signature back where the office has not signed yet."""
    decision, form, done = own_decision(request.mandate, code), forms.Form(request.POST), []
    if attempt(request, form, lambda: done.append(
        certify.unsign_certificates(decision, mandate=request.mandate, on=request.today)
    )):  # fmt: skip
        messages.success(request, f"Đã rút chữ ký số ở {done[0]} giấy." if done else "Đã rút chữ ký số.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("signed-sheets", code=code)


@office_page
def signed_file_of(request: OfficeRequest, code: str) -> HttpResponse:
    """The signed file of one certificate as it stands."""
    kept = _of(request, code)
    name = f"{slug(kept.certificate.recipient)[:60].strip('-') or 'giay'}-{code}.pdf"
    shown = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(bytes_of_signed(kept), content_type="application/pdf", headers=shown)


@office_page
@require_POST
def check_sheet(request: OfficeRequest, code: str) -> HttpResponse:
    """Check the signatures of one certificate; the report is the own one of who asks."""
    kept, form, made = _of(request, code), forms.Form(request.POST), []
    asked = Asked(f"Giấy của {kept.certificate.recipient}, mã {code}.pdf", bytes_of_signed(kept))
    if attempt(request, form, lambda: made.append(ask_for_signature_check(
        asked, when=now(request.installation), mandate=request.mandate, on=request.today
    ))) and made:  # fmt: skip
        if made[0].state != "done":
            check_signatures_of.enqueue(str(made[0].pk))
        return redirect("signature-report", pk=made[0].pk)
    return redirect("signed-sheets", code=kept.certificate.item.decision.code)


@office_page
def bundle(request: OfficeRequest, code: str, part: int) -> HttpResponseBase:
    """The finished files of a decision as one .zip, two hundred at a time."""
    decision = own_decision(request.mandate, code)
    files = list(signed_by_both(decision)[(part - 1) * BUNDLE : part * BUNDLE]) if part else []
    if not files:
        raise Http404("Chưa có giấy nào đủ hai chữ ký.")
    held = _zipped(files)
    name = f"giay-ky-so-{decision.code}-{part}.zip"
    return FileResponse(held, as_attachment=True, filename=name, content_type="application/zip")


def _zipped(files: list[SignedCertificate]) -> tempfile._TemporaryFileWrapper[bytes]:
    """The files in decision order; a PDF does not shrink, so nothing is compressed."""
    held = tempfile.NamedTemporaryFile(suffix=".zip")  # noqa: SIM115 - the answer closes it
    with ZipFile(held, "w", ZIP_STORED) as archive:
        for kept in files:
            sheet = kept.certificate
            name = slug(sheet.recipient)[:60].strip("-")
            archive.writestr(f"{sheet.item.order:03}-{name}-{sheet.code}.pdf", bytes_of_signed(kept))
    held.seek(0)
    return held


def _of(request: OfficeRequest, code: str) -> SignedCertificate:
    kept = signed_certificate(certificate_for(request.mandate, code), "head", "organisation")
    if kept is None:
        raise Http404("Giấy này chưa có chữ ký số.")
    return kept
