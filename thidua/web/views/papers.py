"""Papers: what lies where, the page of a paper, and every step of its life (văn bản)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns.permissions.campaign import may_take_plan
from thidua.records import draft, issue, sign
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import (
    filtered,
    next_number,
    paper_for,
    papers_visible_to,
    signers_for,
    waiting_for,
)
from thidua.web.actors import attempt, office_page
from thidua.web.effects import issue_by_purpose
from thidua.web.forms.papers import FilterForm, HandBackForm, NumberForm, ScanForm, SendForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.paper_page import paper_context

TO_DO = {
    "draft": "Xem lại, trình ký",
    "returned": "Sửa rồi trình lại",
    "for_signature": "Ký hoặc trả lại",
    "signed": "Cho số, ngày",
    "numbered": "Phát hành",
}


@office_page
def papers(request: OfficeRequest) -> HttpResponse:
    """What waits for me first, then every paper I may see."""
    form = FilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = filtered(
        papers_visible_to(request.mandate), words=asked.get("tim", ""), state=asked.get("buoc", "")
    )
    context = {
        "form": form,
        "waiting": [(one, TO_DO[one.state]) for one in waiting_for(request.mandate)[:20]],
        "page_of_papers": Paginator(found, 50).get_page(request.GET.get("trang")),
        "is_filtered": any(asked.values()),
        "may_take": may_take_plan(request.mandate, on=request.today),
    }
    return render(request, "papers/list.html", context)


@office_page
def paper(request: OfficeRequest, code: str) -> HttpResponse:
    """One paper: its pages, where it is, what can be done now."""
    return _page(request, paper_for(request.mandate, code))


def _page(request: OfficeRequest, document: OfficialDocument, **bound: forms.Form) -> HttpResponse:
    mandate, on = request.mandate, request.today
    shown = {
        "send_form": SendForm(signers=signers_for(document, on), initial={"signer": document.signer_id}),
        "hand_back_form": HandBackForm(),
        "number_form": NumberForm(following=next_number(document, on), initial={"day": on}),
        "scan_form": ScanForm(),
    }
    context = paper_context(document, mandate=mandate, on=on) | shown | bound
    return render(request, "papers/paper.html", context)


def _step(
    request: OfficeRequest, document: OfficialDocument, form: forms.Form, *, name: str, said: str,
    action: Callable[[], Any],
) -> HttpResponse:  # fmt: skip
    """Carry one step out; a refusal stays on the page of the paper with what was typed."""
    if attempt(request, form, action):
        messages.success(request, said)
        return redirect("paper", code=document.code)
    refusals = " ".join(map(str, form.non_field_errors()))
    if refusals:  # said on top too: the card of the form may be gone since the page was opened
        messages.error(request, refusals)
    return _page(request, document, **{name: form}) if name else redirect("paper", code=document.code)


@office_page
@require_POST
def send(request: OfficeRequest, code: str) -> HttpResponse:
    """Lay the paper before its signer."""
    document = paper_for(request.mandate, code)
    form = SendForm(request.POST, signers=signers_for(document, request.today))
    return _step(
        request, document, form, name="send_form", said="Đã trình ký.",
        action=lambda: sign.send_for_signature(
            document, signer=form.cleaned_data["signer"], mandate=request.mandate, on=request.today
        ),
    )  # fmt: skip


@office_page
@require_POST
def hand_back(request: OfficeRequest, code: str) -> HttpResponse:
    """Return the paper with a remark."""
    document, form = paper_for(request.mandate, code), HandBackForm(request.POST)
    return _step(
        request, document, form, name="hand_back_form", said="Đã trả lại kèm ý kiến.",
        action=lambda: sign.hand_back(
            document, remark=form.cleaned_data["remark"], mandate=request.mandate, on=request.today
        ),
    )  # fmt: skip


@office_page
@require_POST
def number(request: OfficeRequest, code: str) -> HttpResponse:
    """Give number and day."""
    document = paper_for(request.mandate, code)
    form = NumberForm(request.POST, following=next_number(document, request.today))
    return _step(
        request, document, form, name="number_form", said="Đã cho số và ngày; xem lại rồi phát hành.",
        action=lambda: issue.give_number(
            document, number_text=form.cleaned_data["number_text"], day=form.cleaned_data["day"],
            mandate=request.mandate, on=request.today,
        ),
    )  # fmt: skip


@office_page
@require_POST
def scan(request: OfficeRequest, code: str) -> HttpResponse:
    """Put in the signed and sealed scan."""
    document, form = paper_for(request.mandate, code), ScanForm(request.POST, request.FILES)
    return _step(
        request, document, form, name="scan_form", said="Đã gắn bản quét; bản này hiện trước.",
        action=lambda: issue.attach_scan(
            document, upload=form.cleaned_data["upload"], mandate=request.mandate, on=request.today
        ),
    )  # fmt: skip


MOVES: dict[str, tuple[Callable[..., object], str]] = {
    "rut-lai": (sign.take_back, "Đã rút lại; văn bản ở bàn người soạn."),
    "ky": (sign.sign, "Đã ký; văn bản sang bàn văn thư."),
    "rut-chu-ky": (sign.unsign, "Đã rút chữ ký."),
    "rut-so": (issue.take_back_number, "Đã rút số; văn bản chờ cho số lại."),
    "bo": (draft.discard, "Đã bỏ bản soạn."),
}


@office_page
@require_POST
def move(request: OfficeRequest, code: str, move: str) -> HttpResponse:
    """One of the steps that ask for nothing more."""
    document = paper_for(request.mandate, code)
    verb, said = MOVES[move]
    return _step(
        request, document, forms.Form(request.POST), name="", said=said,
        action=lambda: verb(document, mandate=request.mandate, on=request.today),
    )  # fmt: skip


@office_page
@require_POST
def release(request: OfficeRequest, code: str) -> HttpResponse:
    """Issue the paper, with what its purpose sets going."""
    document = paper_for(request.mandate, code)
    verb = issue_by_purpose(document.purpose)
    return _step(
        request, document, forms.Form(request.POST), name="", said="Đã phát hành; nội dung giữ nguyên.",
        action=lambda: verb(document, mandate=request.mandate, on=request.today),
    )  # fmt: skip
