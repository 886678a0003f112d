"""Copies of issued papers: made on paper or electronically, their book (bản sao, sổ đăng ký bản sao)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from thidua.law.ruling import Refused
from thidua.org.queries import who_holds
from thidua.records.copy_paper import cancel_copy, copy_electronically, copy_on_paper
from thidua.records.documents.copies import original_of, parts_of
from thidua.records.models import OfficialDocument
from thidua.records.models.copying import FORMS
from thidua.records.open_key import opened
from thidua.records.permissions import may_copy, may_keep_copies, may_seal_copy
from thidua.records.queries.copies import copies_in, copies_of, copy_for, copy_years
from thidua.records.queries.papers import paper_for
from thidua.records.sign_digitally import Pen
from thidua.records.states import CHAIRS, HEADS
from thidua.web.actors import attempt, office_page
from thidua.web.forms.copies import CancelCopyForm, ElectronicCopyForm, PaperCopyForm
from thidua.web.requests import OfficeRequest
from thidua.web.today import now

PAGE = 50
SLUGS = {"sao-y": "sao_y", "sao-luc": "sao_luc", "trich-sao": "trich_sao"}


@office_page
def of_paper(request: OfficeRequest, code: str) -> HttpResponse:
    """The copies the own body made of a paper, and which can be made."""
    document, mandate = paper_for(request.mandate, code), request.mandate
    may_copy(mandate, document, on=request.today).require()
    context = {
        "document": document,
        "copies": copies_of(document, mandate)[:100],
        "parts": bool(parts_of(document)),
        "no_original": _why_not(document, electronic=False),
        "no_electronic": _why_not(document, electronic=True),
        "may_seal": may_seal_copy(mandate, document, on=request.today),
    }
    return render(request, "copies/of_paper.html", context)


def _why_not(document: OfficialDocument, *, electronic: bool) -> str:
    """Why the paper cannot be copied whole, "" when it can."""
    try:
        original_of(document, electronic=electronic)
    except Refused as refused:
        return str(refused.ruling.because)
    return ""


@office_page
def on_paper(request: OfficeRequest, code: str, form: str) -> HttpResponse:
    """Make a copy that is printed, signed and sealed."""
    document, mandate = paper_for(request.mandate, code), request.mandate
    may_copy(mandate, document, on=request.today).require()
    roles = CHAIRS if mandate.unit.is_government else HEADS
    asked = PaperCopyForm(
        request.POST or None, signers=who_holds(mandate.unit, *roles, on=request.today),
        **_asked(document, form),
    )  # fmt: skip
    if attempt(request, asked, lambda: copy_on_paper(
        document, mandate=mandate, on=request.today,
        wanted=asked.wanted(asked.cleaned_data["signer"], asked.cleaned_data["recipients"]),
    )):  # fmt: skip
        messages.success(request, "Đã lập bản sao; in ra, ký và đóng dấu.")
        return redirect("paper-copies", code=code)
    return _form(request, document, asked, electronic=False)


@sensitive_post_parameters("secret")
@office_page
def electronic(request: OfficeRequest, code: str, form: str) -> HttpResponse:
    """Make an electronic copy with the signature of the office."""
    document = paper_for(request.mandate, code)
    may_seal_copy(request.mandate, document, on=request.today).require()
    asked = ElectronicCopyForm(
        request.POST or None, request.FILES or None, seal=True, **_asked(document, form)
    )
    if attempt(request, asked, lambda: _sign(request, document, asked)):
        messages.success(request, "Đã lập bản sao điện tử có chữ ký số của cơ quan.")
        return redirect("paper-copies", code=code)
    return _form(request, document, asked, electronic=True)


def _sign(request: OfficeRequest, document: OfficialDocument, asked: ElectronicCopyForm) -> None:
    with opened(asked.key_source(), seal=True) as key:
        pen = Pen(key, now(request.installation), asked.cleaned_data["reason"])
        copy_electronically(
            document, wanted=asked.wanted(), pen=pen, mandate=request.mandate, on=request.today
        )


def _asked(document: OfficialDocument, form: str) -> dict[str, Any]:
    """What the form of this copy needs to know."""
    if form not in SLUGS:
        raise Http404("Không có hình thức sao này.")
    parts = parts_of(document) if form == "trich-sao" else []
    return {"form_of_copy": SLUGS[form], "parts": parts}


def _form(
    request: OfficeRequest,
    document: OfficialDocument,
    asked: PaperCopyForm | ElectronicCopyForm,
    *,
    electronic: bool,
) -> HttpResponse:
    head = FORMS[asked.form_of_copy][0].capitalize()
    context = {"document": document, "form": asked, "head": head, "electronic": electronic}
    return render(request, "copies/make.html", context)


@office_page
def copy_file(request: OfficeRequest, code: str) -> HttpResponse:
    """The file of one copy."""
    copy = copy_for(request.mandate, code)
    may_keep_copies(request.mandate, on=request.today).require()
    with copy.file.open("rb") as held:
        answer = HttpResponse(held.read(), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="ban-sao-{code}.pdf"'
    return answer


@office_page
def cancel(request: OfficeRequest, code: str) -> HttpResponse:
    """Cancel a copy that is wrong, with the reason."""
    copy = copy_for(request.mandate, code)
    may_keep_copies(request.mandate, on=request.today).require()
    form = CancelCopyForm(request.POST or None)
    if attempt(request, form, lambda: cancel_copy(
        copy, why=form.cleaned_data["why"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã hủy {copy.title.lower()}; số không cho lại.")
        return redirect("paper-copies", code=copy.document.code)
    return render(request, "copies/cancel.html", {"copy": copy, "form": form})


@office_page
def book(request: OfficeRequest) -> HttpResponse:
    """The book of copies of the own body, year by year."""
    may_keep_copies(request.mandate, on=request.today).require()
    unit = request.mandate.unit
    years = copy_years(unit)
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else request.today.year
    found = Paginator(copies_in(unit, year=year), PAGE).get_page(request.GET.get("trang"))
    return render(request, "copies/book.html", {"copies": found, "year": year, "years": years})
