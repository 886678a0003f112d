"""The scan of what was signed on paper: the pledge of all units, the sheet of one (giao ước, phiếu đã ký)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.campaigns import register
from thidua.campaigns.permissions.part import may_file_signed
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import registration_of, unit_in
from thidua.records.queries.files import files_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.files import UploadField
from thidua.web.requests import OfficeRequest


class ScanForm(forms.Form):
    """The scan or photo of the signed paper."""

    upload = UploadField(label="Bản chụp, bản quét có chữ ký")


@office_page
def pledge(request: OfficeRequest, code: str) -> HttpResponse:
    """The signed pledge of a campaign."""
    campaign = campaign_for(request.mandate, code)
    back = reverse("campaign-registrations", args=[code])
    return _page(request, campaign, head="Giao ước đã ký", back=back, context={"campaign": campaign})


@office_page
def sheet(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """The signed sheet of a unit."""
    campaign = campaign_for(request.mandate, code)
    found = registration_of(campaign, unit_in(campaign, request.mandate, unit, on=request.today))
    if found is None:
        raise Http404("Đơn vị chưa đăng ký.")
    back = reverse("unit-registration", args=[code, unit])
    head = f"Bản đăng ký đã ký: {found.unit.short_name}"
    return _page(request, found, head=head, back=back, context={"campaign": campaign})


def _page(
    request: OfficeRequest, thing: Any, *, head: str, back: str, context: dict[str, Any]
) -> HttpResponse:
    form = ScanForm(request.POST or None, request.FILES or None)
    if attempt(request, form, lambda: register.file_signed(
        thing, upload=form.cleaned_data["upload"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã gắn bản có chữ ký.")
        return redirect(request.path)
    kept = files_of(thing, *register.SIGNED.values())
    shown = {
        "form": form,
        "head": head,
        "back": back,
        "may_file": may_file_signed(request.mandate, thing, on=request.today),
        "scans": [{"name": one.name, "url": reverse("file", args=[one.pk]), "note": one.added_by}
                  for one in kept],
    }  # fmt: skip
    return render(request, "part/signed.html", context | shown)
