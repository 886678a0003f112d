"""The seal key of the office: which one, its fingerprint, replaced with a reason (khóa niêm phong)."""

from __future__ import annotations

from datetime import datetime, time

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from thidua.org.queries import government_of
from thidua.paper.pdf import write_pdf
from thidua.records.documents.seal_key import key_sheet
from thidua.records.permissions import may_keep_key
from thidua.records.queries.seal import keys_of
from thidua.records.seal import fingerprint, replace_key
from thidua.web.actors import attempt
from thidua.web.forms.certificates import KeyForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import settings_page


@settings_page(may_keep_key)
def seal_key(request: OfficeRequest) -> HttpResponse:
    """The key in use and the old ones; another one is begun here."""
    unit = government_of(request.mandate.unit)
    keys = [(key, fingerprint(bytes.fromhex(key.public))) for key in keys_of(unit)]
    current = next((pair for pair in keys if pair[0].ends is None), None)
    form = KeyForm(request.POST or None) if current else forms.Form(request.POST or None)
    if attempt(request, form, lambda: replace_key(
        unit, why=form.cleaned_data.get("why", ""), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã dùng khóa mới. In phiếu khóa mới và sao lưu thư mục khóa của máy chủ.")
        return redirect("seal-key")
    context = {"unit": unit, "keys": keys, "current": current, "form": form}
    return render(request, "office/seal_key.html", context)


@settings_page(may_keep_key)
def sheet(request: OfficeRequest, key: str) -> HttpResponse:
    """The sheet of one key, to print, stamp and post."""
    found = keys_of(government_of(request.mandate.unit)).get(key_id=key)
    said = fingerprint(bytes.fromhex(found.public))
    paper = key_sheet(found, fingerprint=said, clerk=request.mandate.person.name)
    stamp = timezone.make_aware(datetime.combine(request.today, time(8)))
    shown = {"Content-Disposition": f'inline; filename="khoa-niem-phong-{key}.pdf"'}
    return HttpResponse(write_pdf(paper, timestamp=stamp), content_type="application/pdf", headers=shown)
