"""Appendices that lie apart from their paper, signed by the office (phụ lục tách rời ký số)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from thidua.records.documents.copies import appendices_in
from thidua.records.models import OfficialDocument
from thidua.records.open_key import opened
from thidua.records.permissions import may_sign_appendix
from thidua.records.queries.copies import appendices_of, appendix_for
from thidua.records.queries.papers import paper_for
from thidua.records.queries.signing import signed_file
from thidua.records.sign_appendix import Part, drop_appendix, part_of_paper, part_sent, sign_appendix
from thidua.records.sign_digitally import Pen
from thidua.vietnamese.text import slug
from thidua.web.actors import attempt, office_page
from thidua.web.forms.copies import AppendixForm
from thidua.web.requests import OfficeRequest
from thidua.web.today import now


@sensitive_post_parameters("secret")
@office_page
def appendices(request: OfficeRequest, code: str) -> HttpResponse:
    """The signed appendices of a paper; the clerk signs another."""
    document = paper_for(request.mandate, code)
    titles = [f"{one.label} {one.title}".strip() for one in appendices_in(document)]
    form = AppendixForm(request.POST or None, request.FILES or None, titles=titles)
    if request.method == "POST":
        may_sign_appendix(request.mandate, document, on=request.today).require()
    if attempt(request, form, lambda: _sign(request, document, form)):
        messages.success(request, "Đã ký số phụ lục; tệp nằm ở dưới.")
        return redirect("paper-appendices", code=code)
    context = {
        "document": document,
        "form": form,
        "appendices": appendices_of(document),
        "sealed": signed_file(document, "organisation"),
        "may_sign": may_sign_appendix(request.mandate, document, on=request.today),
    }
    return render(request, "copies/appendices.html", context)


def _sign(request: OfficeRequest, document: OfficialDocument, form: AppendixForm) -> None:
    with opened(form.key_source(), seal=True) as key:
        pen = Pen(key, now(request.installation), form.cleaned_data["reason"])
        part = _part(document, form)
        sign_appendix(document, part=part, pen=pen, mandate=request.mandate, on=request.today)


def _part(document: OfficialDocument, form: AppendixForm) -> Part:
    said = form.cleaned_data
    if said["part"] == "file":
        return part_sent(said["upload"], title=said["title"])
    return part_of_paper(document, int(said["part"]))


@office_page
def appendix_file(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The file of one signed appendix."""
    kept = appendix_for(request.mandate, pk)
    with kept.file.open("rb") as held:
        answer = HttpResponse(held.read(), content_type="application/pdf")
    name = slug(kept.title)[:80].strip("-") or "phu-luc"
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


@office_page
@require_POST
def drop(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Take a signed appendix away before the paper is issued."""
    kept, form = appendix_for(request.mandate, pk), forms.Form(request.POST)
    if attempt(request, form, lambda: drop_appendix(kept, mandate=request.mandate, on=request.today)):
        messages.success(request, "Đã bỏ phụ lục; tệp cũ vẫn lưu trong hồ sơ.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("paper-appendices", code=kept.document.code)
