"""Offices with an installation of their own (đơn vị trao đổi): own key sheet, theirs, comparing keys."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.paper.qr import qr_pictures
from thidua.records.models import Partner
from thidua.records.package import (
    Sheet,
    add_partner,
    confirm_key,
    end_partner,
    may_confirm_key,
    may_exchange,
    may_keep_partners,
    sheet_of,
)
from thidua.records.permissions import may_keep_key
from thidua.records.queries.packages import open_key, partner_of, partners_of
from thidua.records.seal import fingerprint
from thidua.web.actors import attempt, office_page
from thidua.web.forms.decisions import WordsForm
from thidua.web.forms.exchange import ConfirmKeyForm, SheetForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page

PARTNERS = ("Đơn vị trao đổi", "/co-quan/trao-doi/")


@office_page
def partners(request: OfficeRequest) -> HttpResponse:
    """The own key sheet and the partners."""
    unit = request.mandate.unit
    context = {
        "partners": partners_of(unit),
        "sheet": _sheet(request),
        "may_keep": may_keep_partners(request.mandate, unit, on=request.today),
        "may_keep_key": may_keep_key(request.mandate, unit, on=request.today),
        "may_exchange": may_exchange(request.mandate, unit, on=request.today),
        "crumbs": [HOME],
    }
    return render(request, "exchange/partners.html", context)


def _sheet(request: OfficeRequest) -> Sheet | None:
    """The own key sheet, None while the office has no key."""
    unit = request.mandate.unit
    key = open_key(unit)
    return sheet_of(key) if key and unit.is_government else None


@office_page
def key_picture(request: OfficeRequest) -> HttpResponse:
    """The own key sheet as a square code."""
    sheet = _sheet(request)
    if sheet is None:
        raise Http404
    return HttpResponse(qr_pictures([sheet.line])[0], content_type="image/png")


@office_page
def partner_new(request: OfficeRequest) -> HttpResponse:
    """Enter a partner by its key line."""
    may_keep_partners(request.mandate, request.mandate.unit, on=request.today).require()
    form, made = SheetForm(request.POST or None), []
    if attempt(request, form, lambda: made.append(
        add_partner(form.cleaned_data["line"], mandate=request.mandate, on=request.today)
    )):  # fmt: skip
        return redirect("partner", pk=made[0].pk) if made else redirect("partners")
    explain = "Khai xong còn phải đối chiếu khóa với đơn vị kia một lần, qua điện thoại hoặc bản giấy."
    return form_page(
        request, form, head="Khai đơn vị trao đổi", does="Khai", explain=explain,
        back=reverse("partners"), crumbs=[PARTNERS],
    )  # fmt: skip


@office_page
def partner(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """One partner: its fingerprint, and the form that says it was compared."""
    found = partner_of(request.mandate, pk)
    form = ConfirmKeyForm(request.POST or None)
    if attempt(request, form, lambda: confirm_key(
        found, how=form.cleaned_data["how"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã đối chiếu khóa; từ nay nhận được gói của {found.office.name}.")
        return redirect("partners")
    context = {
        "partner": found,
        "groups": fingerprint(bytes.fromhex(found.public)).split(),
        "before": _before(found),
        "form": form,
        "may_confirm": may_confirm_key(request.mandate, found, on=request.today),
        "may_keep": may_keep_partners(request.mandate, found.unit, on=request.today),
        "crumbs": [HOME, PARTNERS],
    }
    return render(request, "exchange/partner.html", context)


def _before(found: Partner) -> Partner | None:
    """The confirmed key that this one would replace."""
    others = partners_of(found.unit).filter(their_id=found.their_id, ended_on=None).exclude(pk=found.pk)
    return others.exclude(confirmed_on=None).first()


@office_page
def partner_end(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """End the key of a partner."""
    found = partner_of(request.mandate, pk)
    may_keep_partners(request.mandate, found.unit, on=request.today).require()
    form = WordsForm(request.POST or None, label="Lý do thôi dùng khóa")
    if attempt(request, form, lambda: end_partner(
        found, why=form.cleaned_data["words"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã thôi dùng khóa này.")
        return redirect("partners")
    return form_page(
        request, form, head=f"Thôi dùng khóa của {found.office.name}", does="Thôi dùng",
        back=reverse("partner", args=[pk]), crumbs=[PARTNERS],
    )  # fmt: skip
