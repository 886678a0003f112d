"""Certificates, the register, the handing over, prize money (giấy khen, sổ khen thưởng, chi tiền thưởng)."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import certify
from thidua.awards.documents.certificate import print_certificates, register_sheet
from thidua.awards.models import Certificate
from thidua.awards.permissions import certificate as permissions
from thidua.awards.queries.blank import blanks_for, reprints_of
from thidua.awards.queries.certificate import (
    certificate_for,
    certificates_of,
    issued_decisions,
    own_decision,
    paid_total,
    register_rows,
    sees_money,
)
from thidua.awards.queries.lawful import unsure_printing
from thidua.awards.queries.prints import AT_ONCE, prints_of
from thidua.campaigns.queries.campaign import campaign_for
from thidua.paper.certificate import TooLong
from thidua.paper.glyphs import MissingGlyphs
from thidua.records.attach import XLSX
from thidua.web.actors import attempt, office_page
from thidua.web.requests import OfficeRequest


@office_page
def campaign_certificates(request: OfficeRequest, code: str) -> HttpResponse:
    """The issued decisions of a campaign, and how far certificates and money are."""
    campaign = campaign_for(request.mandate, code)
    rows = list(issued_decisions(request.mandate, campaign))
    context = {"campaign": campaign, "decisions": rows, "own_unit": request.mandate.unit_id}
    return render(request, "certificates/list.html", context)


@office_page
def register(request: OfficeRequest, code: str) -> HttpResponse:
    """The register of one decision: certificates, who has them, who was paid."""
    decision, mandate, on = own_decision(request.mandate, code), request.mandate, request.today
    items = register_rows(decision)
    context = {
        "decision": decision,
        "items": items,
        "unsure": unsure_printing(decision.decided_on or on),
        "to_hand": sum(not one.handed_on for item in items for one in item.certificates.all()),
        "made": sum(bool(item.certificates.all()) for item in items),
        "may_make": permissions.may_make_certificates(mandate, decision, on=on),
        "shows_money": sees_money(mandate, decision),
        "paid": paid_total(decision),
        "may_hand": mandate.holds("clerk", "standing", "culture"),
        "may_pay": mandate.holds("accountant"),
        "blanks": blanks_for(decision, on=on),
        "reprints": reprints_of(decision),
        "prints": prints_of(decision),
    }
    return render(request, "certificates/register.html", context)


@office_page
@require_POST
def make(request: OfficeRequest, code: str) -> HttpResponse:
    """Make the certificates of a decision."""
    decision, form = own_decision(request.mandate, code), forms.Form(request.POST)
    if attempt(request, form, lambda: certify.make_certificates(
        decision, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã lập {decision.sheet} theo thứ tự của quyết định.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("award-register", code=code)


def _pdf(request: OfficeRequest, certificates: list[Certificate], name: str) -> HttpResponse:
    """The certificates as a file to look at; words that do not fit are said instead."""
    try:
        data = print_certificates(certificates, base=request.build_absolute_uri("/"))
    except (TooLong, MissingGlyphs) as fault:
        messages.error(request, str(fault))
        return redirect("award-register", code=certificates[0].item.decision.code)
    shown = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(data, content_type="application/pdf", headers=shown)


@office_page
def all_pdf(request: OfficeRequest, code: str) -> HttpResponse:
    """All certificates of a decision as one PDF, in its order; many are set in the background."""
    decision = own_decision(request.mandate, code)
    found = list(certificates_of(decision))
    if not found:
        messages.error(request, f"Chưa lập {decision.sheet} của quyết định này.")
        return redirect("award-register", code=code)
    if len(found) > AT_ONCE:
        return redirect("prints", code=code)
    return _pdf(request, found, f"giay-khen-{code}")


@office_page
def one_pdf(request: OfficeRequest, code: str) -> HttpResponse:
    """One certificate as PDF."""
    return _pdf(request, [certificate_for(request.mandate, code)], f"giay-khen-{code}")


@office_page
def register_xlsx(request: OfficeRequest, code: str) -> HttpResponse:
    """The register as a spreadsheet."""
    data = register_sheet(list(certificates_of(own_decision(request.mandate, code))))
    shown = {"Content-Disposition": f'attachment; filename="so-khen-thuong-{code}.xlsx"'}
    return HttpResponse(data, content_type=XLSX.media, headers=shown)


@office_page
@require_POST
def hand_over_chosen(request: OfficeRequest, code: str) -> HttpResponse:
    """Note for all ticked certificates that the recipient has them."""
    own_decision(request.mandate, code)
    found = [certificate_for(request.mandate, one) for one in request.POST.getlist("chon")]
    form = forms.Form(request.POST)
    if found and attempt(request, form, lambda: [
        certify.hand_over(one, to=one.item.name, mandate=request.mandate, on=request.today) for one in found
    ]):  # fmt: skip
        messages.success(request, f"Đã ghi trao {len(found)} giấy.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())) or "Hãy tích vào giấy đã trao.")
    return redirect("award-register", code=code)
