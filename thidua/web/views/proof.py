"""A draft decision read against the records, and where an issued one was sent (đọc soát, nơi nhận)."""

from __future__ import annotations

from datetime import datetime, time

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.awards import decide, inform
from thidua.awards.documents.proof import proof_paper
from thidua.awards.models import Decision
from thidua.awards.permissions.decision import may_proof_read
from thidua.awards.queries.decision import decision_for
from thidua.awards.queries.proof import proof_of
from thidua.paper.pdf import write_pdf
from thidua.records.documents import findings_of
from thidua.web.actors import attempt, office_page
from thidua.web.requests import OfficeRequest

READS = ("standing", "clerk", "chair", "vice_chair")  # birth years and earlier awards are not for all


@office_page
def proof(request: OfficeRequest, code: str) -> HttpResponse:
    """Every line beside its identity record; tick what was read."""
    found = _own(request, code)
    form = forms.Form(request.POST if request.method == "POST" else None)
    marks = request.POST.getlist("doc")
    read: list[int] = []
    if attempt(request, form, lambda: read.append(decide.proof_read(
        found, marks=marks, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, f"Đã ghi đọc soát {read[0]} dòng." if read else "Đã ghi đọc soát.")
        return redirect("decision-proof", code=code)
    context = {
        "decision": found,
        "proof": proof_of(found, day=found.decided_on or request.today),
        "findings": findings_of(found.document) if found.document else [],
        "may_read": may_proof_read(request.mandate, found, on=request.today),
        "form": form,
    }
    return render(request, "decisions/proof.html", context)


def _own(request: OfficeRequest, code: str) -> Decision:
    found = decision_for(request.mandate, code)
    if request.mandate.unit_id != found.unit_id or not request.mandate.holds(*READS):
        raise Decision.DoesNotExist
    return found


@office_page
def proof_pdf(request: OfficeRequest, code: str) -> HttpResponse:
    """The same on paper, to read with a pen and sign."""
    found = _own(request, code)
    paper = proof_paper(found, proof_of(found, day=found.decided_on or request.today), on=request.today)
    stamp = datetime.combine(request.today, time(8), tzinfo=timezone.get_default_timezone())
    answer = HttpResponse(write_pdf(paper, timestamp=stamp), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="phieu-doc-soat-{code}.pdf"'
    return answer


@office_page
@require_POST
def remind_receivers(request: OfficeRequest, code: str) -> HttpResponse:
    """Remind the units that have not acknowledged the decision."""
    found, form, told = decision_for(request.mandate, code), forms.Form(request.POST), []
    if attempt(request, form, lambda: told.append(inform.remind_receivers(
        found, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, f"Đã nhắc {told[0]} nơi nhận." if told else "Đã nhắc nơi nhận.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("decision", code=code)
