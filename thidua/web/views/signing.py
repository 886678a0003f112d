"""Digital signing of a paper, here or outside, and the pictures that signatures show (ký số)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from thidua.law.ruling import Ruling
from thidua.records.models import OfficialDocument
from thidua.records.open_key import opened
from thidua.records.permissions import may_seal, may_set_signature_image, may_sign
from thidua.records.queries.papers import paper_for
from thidua.records.queries.signing import bytes_of, image_of, signed_file
from thidua.records.set_image import set_signature_image
from thidua.records.sign_digitally import give_out, seal_with_key, sign_with_key, take_signed
from thidua.vietnamese.text import slug
from thidua.web.actors import attempt, office_page
from thidua.web.forms.signing import InkForm, KeyForm, SealForm, SignedForm
from thidua.web.requests import OfficeRequest
from thidua.web.today import now


def _is_seal(document: OfficialDocument) -> bool:
    return document.state == "numbered"


def _may(request: OfficeRequest, document: OfficialDocument) -> Ruling:
    may = may_seal if _is_seal(document) else may_sign
    return may(request.mandate, document, on=request.today)


def _page(request: OfficeRequest, document: OfficialDocument, **bound: forms.Form) -> HttpResponse:
    seal = _is_seal(document)
    person = None if seal else request.mandate.person
    context = {
        "document": document,
        "is_seal": seal,
        "key_form": KeyForm(seal=seal),
        "signed_form": SignedForm(),
        "given": signed_file(document, "numbered" if seal else "given"),
        "head": signed_file(document, "head"),
        "image": image_of(document.unit, person),
    }
    return render(request, "papers/sign.html", context | bound)


@sensitive_post_parameters("secret")
@office_page
def sign_here(request: OfficeRequest, code: str) -> HttpResponse:
    """Sign with a key on this machine: the signer's own, then the clerk with that of the organisation."""
    document = paper_for(request.mandate, code)
    _may(request, document).require()
    form = KeyForm(request.POST or None, request.FILES or None, seal=_is_seal(document))
    if attempt(request, form, lambda: _sign(request, document, form)):
        messages.success(request, "Đã ký số; tệp đã ký nằm ở trang này.")
        return redirect("paper", code=code)
    return _page(request, document, key_form=form)


def _sign(request: OfficeRequest, document: OfficialDocument, form: KeyForm) -> None:
    seal = _is_seal(document)
    verb = seal_with_key if seal else sign_with_key
    with opened(form.key_source(), seal=seal) as key:
        verb(
            document, key=key, when=now(request.installation), mandate=request.mandate, on=request.today,
            reason=form.cleaned_data["reason"],
        )  # fmt: skip


@office_page
@require_POST
def give(request: OfficeRequest, code: str) -> HttpResponse:
    """Make the file that is signed with a tool outside."""
    document = paper_for(request.mandate, code)
    form = forms.Form(request.POST)
    if attempt(request, form, lambda: give_out(document, mandate=request.mandate, on=request.today)):
        messages.success(request, "Tệp để ký đã sẵn sàng; tải về, ký rồi đưa lại ở đây.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("paper-sign", code=code)


@office_page
def given_file(request: OfficeRequest, code: str) -> HttpResponse:
    """Download the file that waits for a signature outside."""
    document = paper_for(request.mandate, code)
    _may(request, document).require()
    kept = signed_file(document, "numbered" if _is_seal(document) else "given")
    if kept is None:
        raise Http404
    answer = HttpResponse(bytes_of(kept), content_type="application/pdf")
    name = slug(f"de-ky {document.subject}")[:80].strip("-")
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer


@office_page
@require_POST
def take(request: OfficeRequest, code: str) -> HttpResponse:
    """Take the file that was signed outside."""
    document = paper_for(request.mandate, code)
    _may(request, document).require()
    form = SignedForm(request.POST, request.FILES)
    if attempt(request, form, lambda: take_signed(
        document, upload=form.cleaned_data["upload"], mandate=request.mandate, on=request.today,
        reason=form.cleaned_data["reason"],
    )):  # fmt: skip
        messages.success(request, "Đã nhận tệp đã ký; nội dung đúng với tệp đã tải.")
        return redirect("paper", code=code)
    return _page(request, document, signed_form=form)


@office_page
def images(request: OfficeRequest) -> HttpResponse:
    """The picture of the own signature, and for the clerk the seal."""
    form = InkForm(request.POST or None, request.FILES or None)
    return _images(request, form, "ink_form", seal=False)


@office_page
@require_POST
def seal_image(request: OfficeRequest) -> HttpResponse:
    """Put in the picture of the seal."""
    return _images(request, SealForm(request.POST, request.FILES), "seal_form", seal=True)


def _images(request: OfficeRequest, form: forms.Form, name: str, *, seal: bool) -> HttpResponse:
    if attempt(request, form, lambda: set_signature_image(
        form.cleaned_data["upload"], seal=seal, width_mm=form.cleaned_data["width_mm"],
        mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã đặt ảnh; các lần ký số sau dùng ảnh này.")
        return redirect("signature-images")
    mandate = request.mandate
    context: dict[str, Any] = {
        "ink_form": InkForm(),
        "seal_form": SealForm(),
        "ink": image_of(mandate.unit, mandate.person),
        "seal": image_of(mandate.unit, None),
        "may_seal": may_set_signature_image(mandate, seal=True, on=request.today),
    }
    return render(request, "office/signature_images.html", context | {name: form})


@office_page
def image_file(request: OfficeRequest, whose: str) -> HttpResponse:
    """The own signature, or the seal for the clerk: shown to nobody else."""
    seal = whose == "con-dau"
    may_set_signature_image(request.mandate, seal=seal, on=request.today).require()
    image = image_of(request.mandate.unit, None if seal else request.mandate.person)
    if image is None:
        raise Http404
    with image.file.open("rb") as held:
        answer = HttpResponse(held.read(), content_type="image/png")
    answer["Cache-Control"] = "private, no-store"
    return answer
