"""Many certificates as one file, set in the background, left and found again (in cả loạt)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import certify
from thidua.awards.models import Blank, Decision
from thidua.awards.permissions.certificate import may_make_certificates
from thidua.awards.queries.blank import blanks_for
from thidua.awards.queries.certificate import certificates_of, own_decision
from thidua.awards.queries.prints import print_for, print_of
from thidua.awards.queries.stock import is_counted, left_of
from thidua.web.actors import attempt, office_page
from thidua.web.jobs import print_certificates
from thidua.web.requests import OfficeRequest


@office_page
def prints(request: OfficeRequest, code: str, blank: str = "") -> HttpResponse:
    """Begin a batch, or see how far it is; left and opened again it shows the same."""
    decision = own_decision(request.mandate, code)
    sheet = blanks_for(decision, on=request.today).get(code=blank) if blank else None
    form = forms.Form(request.POST if request.method == "POST" else None)
    if attempt(request, form, lambda: _begin(request, decision, sheet)):
        return redirect(request.path)
    context = {
        "decision": decision,
        "blank": sheet,
        "run": print_of(decision, sheet),
        "count": certificates_of(decision).count(),
        "left": left_of(sheet) if sheet and is_counted(sheet) else None,
        "form": form,
        "may_make": may_make_certificates(request.mandate, decision, on=request.today),
    }
    part = (
        "certificates/prints_progress.html"
        if request.headers.get("HX-Request")
        else "certificates/prints.html"
    )
    return render(request, part, context)


def _begin(request: OfficeRequest, decision: Decision, blank: Blank | None) -> None:
    base = request.build_absolute_uri("/")
    run = certify.order_prints(decision, blank=blank, base=base, mandate=request.mandate, on=request.today)
    print_certificates.enqueue(str(run.pk))


@office_page
def prints_file(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """The file, once all sheets are in it."""
    run = print_for(request.mandate, pk)
    if run.state != "done":
        raise Http404("Chưa in xong.")
    shown = {"Content-Disposition": f'inline; filename="giay-khen-{run.data["decision"]}.pdf"'}
    with run.file.open("rb") as kept:
        return HttpResponse(kept.read(), content_type="application/pdf", headers=shown)


@office_page
@require_POST
def prints_remove(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Stop, or remove the file."""
    run, form = print_for(request.mandate, pk), forms.Form(request.POST)
    if attempt(request, form, lambda: certify.remove_prints(run, mandate=request.mandate, on=request.today)):
        messages.success(request, "Đã bỏ bản in; giấy đã lập vẫn còn.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("award-register", code=run.data["decision"])
