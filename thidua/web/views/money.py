"""The prize money of a decision: lists, paying out, vouchers, what comes back (chi, thu hồi tiền thưởng)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards import certify
from thidua.awards.documents.certificate import payment_sheet
from thidua.awards.models import Decision
from thidua.awards.permissions.certificate import may_list_payments, may_pay
from thidua.awards.queries.amendment import owed_for
from thidua.awards.queries.certificate import own_decision, payment_for, payments_of, sees_money
from thidua.awards.queries.money import money_page, revocation_for
from thidua.records.attach import XLSX
from thidua.web.actors import attempt, office_page
from thidua.web.forms.money import NotCollectedForm, PayForm, RecoveryForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import form_page


def _own(request: OfficeRequest, code: str) -> Decision:
    """A decision of the own office for who has to do with its money."""
    decision = own_decision(request.mandate, code)
    if not sees_money(request.mandate, decision):
        raise Decision.DoesNotExist
    return decision


@office_page
def prize_money(request: OfficeRequest, code: str) -> HttpResponse:
    """Everybody's amount with its arithmetic, the lists, who was paid and how, what is owed back."""
    decision = _own(request, code)
    context = {
        "decision": decision,
        "money": money_page(decision),
        "may_list": may_list_payments(request.mandate, decision, on=request.today),
        "is_accountant": request.mandate.holds("accountant"),
    }
    return render(request, "money/decision.html", context)


@office_page
@require_POST
def draft_payments(request: OfficeRequest, code: str) -> HttpResponse:
    """Draft a payment list of those ticked, or of all who stand in none, and go to its paper."""
    decision, form = own_decision(request.mandate, code), forms.Form(request.POST)
    chosen = request.POST.getlist("chon")
    items = [item for item in decision.items.all() if str(item.order) in chosen]
    made: list[Any] = []
    if attempt(request, form, lambda: made.append(certify.draft_payment_list(
        decision, items=items or None, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã soạn danh sách chi tiền thưởng.")
        return redirect("paper", code=made[0].code) if made else redirect("prize-money", code=code)
    messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("prize-money", code=code)


@office_page
def payments_xlsx(request: OfficeRequest, code: str) -> HttpResponse:
    """The payments as a spreadsheet, for who has to do with the money."""
    decision = _own(request, code)
    shown = {"Content-Disposition": f'attachment; filename="chi-tien-thuong-{code}.xlsx"'}
    data = payment_sheet(decision, payments_of(decision))
    return HttpResponse(data, content_type=XLSX.media, headers=shown)


@office_page
def pay(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Note that the prize money of one recipient was paid out."""
    found = payment_for(request.mandate, pk)
    decision = found.item.decision
    form = PayForm(request.POST or None, initial={"payee": found.payee, "means": "cash"})
    if attempt(request, form, lambda: certify.mark_paid(
        found, mandate=request.mandate, on=request.today, **form.said
    )):  # fmt: skip
        messages.success(request, f"Đã ghi chi tiền thưởng của {found.item.name}.")
        return redirect("prize-money", code=decision.code)
    may = may_pay(request.mandate, found, on=request.today)
    context = {"decision": decision, "item": found.item, "form": form, "ruling_now": may,
               "amount_now": found.amount, "heading": "Ghi đã chi tiền thưởng",
               "submit_words": "Ghi đã chi"}  # fmt: skip
    return render(request, "certificates/note.html", context)


@office_page
def not_collected(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Note that nobody has come for the money."""
    found = payment_for(request.mandate, pk)
    may_pay(request.mandate, found, on=request.today).require()
    form = NotCollectedForm(request.POST or None, initial={"why": found.waits_because})
    back = reverse("prize-money", args=[found.item.decision.code])
    if attempt(request, form, lambda: certify.note_not_collected(
        found, why=form.cleaned_data["why"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        return redirect(back)
    return form_page(
        request, form, head=f"Tiền thưởng chưa nhận: {found.item.name}", does="Ghi chú", back=back
    )


@office_page
def take_recovery(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Note prize money of a cancelled award that came back."""
    found = revocation_for(request.mandate, pk)
    owed, back = owed_for(found), reverse("prize-money", args=[found.item.decision.code])
    form = RecoveryForm(request.POST or None, initial={"amount": owed.left})
    if attempt(request, form, lambda: certify.take_recovery(
        found, mandate=request.mandate, on=request.today, **form.cleaned_data
    )):  # fmt: skip
        messages.success(request, f"Đã ghi thu hồi tiền thưởng của {owed.name}.")
        return redirect(back)
    return form_page(
        request, form, head=f"Thu hồi tiền thưởng: {owed.name}", does="Ghi đã thu", back=back,
        explain=f"Hủy bỏ theo {found.document.title}.",
    )  # fmt: skip
