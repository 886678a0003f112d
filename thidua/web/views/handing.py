"""The handing over at the ceremony, on a phone: one tap for a name, taken back by another (trao tại lễ)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import certify
from thidua.awards.models import Certificate
from thidua.awards.permissions import certificate as permissions
from thidua.awards.queries.certificate import certificate_for, certificates_of, own_decision
from thidua.org.permissions import may_act
from thidua.web.actors import attempt, office_page
from thidua.web.forms.certificates import HandOverForm, ReissueForm, TapForm
from thidua.web.requests import OfficeRequest


@office_page
def handing(request: OfficeRequest, code: str) -> HttpResponse:
    """Who has the certificate and who has not, in the order of the decision."""
    decision = own_decision(request.mandate, code)
    found = list(certificates_of(decision))
    context = {
        "decision": decision,
        "sheets": found,
        "handed": sum(one.handed_on is not None for one in found),
        "may_hand": may_act(
            request.mandate, "clerk", "standing", "culture", on=request.today, unit=decision.unit
        ),
    }
    return render(request, "certificates/handing.html", context)


@office_page
@require_POST
def tap(request: OfficeRequest, code: str) -> HttpResponse:
    """One tap: handed over, or taken back; a phone that had no network sends it later, once."""
    found, form = certificate_for(request.mandate, code), TapForm(request.POST)
    done = attempt(request, form, lambda: _tapped(request, found, form))
    said = " ".join(str(one) for field in form.errors.values() for one in field)
    now = certificate_for(request.mandate, code)
    if request.headers.get("X-Tap"):
        at, number = form.cleaned_data.get("le"), form.cleaned_data.get("so")
        context = {"sheet": now, "said": said, "may_hand": True, "at": at, "number": number}
        return render(request, "certificates/hand_row.html", context)
    if not done:
        messages.error(request, said)
    if form.cleaned_data.get("le"):
        return redirect("ceremony-handing", code=form.cleaned_data["le"])
    return redirect("handing", code=now.item.decision.code)


def _tapped(request: OfficeRequest, found: Certificate, form: TapForm) -> None:
    if form.cleaned_data["viec"] == "hoan-tac":
        certify.undo_hand_over(found, mandate=request.mandate, on=request.today)
        return
    certify.hand_over(
        found, to=form.cleaned_data["nguoi-nhan"] or found.recipient,
        instead=form.cleaned_data["nhan-thay"], given_on=form.cleaned_data["ngay"],
        mandate=request.mandate, on=request.today,
    )  # fmt: skip


@office_page
def hand_over(request: OfficeRequest, code: str) -> HttpResponse:
    """Note to whom a certificate was handed over, perhaps days later."""
    found = certificate_for(request.mandate, code)
    start = {"to": found.item.name, "given_on": request.today}
    form = HandOverForm(request.POST or None, initial=start)
    if attempt(request, form, lambda: certify.hand_over(
        found, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã ghi trao giấy của {found.item.name}.")
        return redirect("award-register", code=found.item.decision.code)
    may = permissions.may_hand_over(request.mandate, found, on=request.today)
    return _note(request, found, form, ruling_now=may, heading="Ghi đã trao giấy", submit_words="Ghi đã trao")


@office_page
def reissue(request: OfficeRequest, code: str) -> HttpResponse:
    """Another sheet in place of this one."""
    found, made = certificate_for(request.mandate, code), list[Certificate]()
    form = ReissueForm(request.POST or None, initial={"asked_on": request.today})
    if attempt(request, form, lambda: made.append(certify.reissue(
        found, request=form.request, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        words = f" mã {made[0].code}" if made else ""
        messages.success(request, f"Đã lập giấy mới{words}; giấy cũ trả lời “đã được thay”.")
        return redirect("award-register", code=found.item.decision.code)
    may = permissions.may_reissue(request.mandate, found, on=request.today)
    return _note(
        request, found, form, ruling_now=may, heading="Cấp đổi, cấp lại", submit_words="Lập giấy mới",
        asks_again=True,
    )  # fmt: skip


def _note(request: OfficeRequest, found: Certificate, form: forms.Form, **shown: Any) -> HttpResponse:
    """The page with one form about one certificate."""
    context = {"decision": found.item.decision, "item": found.item, "form": form, "sheet": found, **shown}
    return render(request, "certificates/note.html", context)
