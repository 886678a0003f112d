"""The DOCX that comes back from Word: what was changed there, and what of it is taken over (bản Word đã
sửa).
"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.records.documents import paper_of
from thidua.records.draft import accept_differences, compare_edited
from thidua.records.models import OfficialDocument
from thidua.records.permissions import may_rewrite
from thidua.records.queries.papers import comparison_of, paper_for
from thidua.web.actors import attempt, office_page
from thidua.web.forms.papers import DifferencesForm, EditedForm
from thidua.web.requests import OfficeRequest


@office_page
def edited(request: OfficeRequest, code: str) -> HttpResponse:
    """Upload the DOCX edited in Word; what differs is shown next."""
    document = paper_for(request.mandate, code)
    may_rewrite(request.mandate, document, on=request.today).require()
    form = EditedForm(request.POST or None, request.FILES or None)
    made: list[str] = []
    if attempt(request, form, lambda: made.append(_compared(request, document, form))):
        return redirect("paper-differences", code=code, run=made[0]) if made else redirect("paper", code=code)
    return render(request, "papers/edited.html", {"document": document, "form": form})


def _compared(request: OfficeRequest, document: OfficialDocument, form: EditedForm) -> str:
    run = compare_edited(
        document, upload=form.cleaned_data["upload"], mandate=request.mandate, on=request.today
    )
    return str(run.pk)


@office_page
def differences(request: OfficeRequest, code: str, run: UUID) -> HttpResponse:
    """What was changed in Word: wording can be taken over, names, amounts and dates cannot."""
    document = paper_for(request.mandate, code)
    comparison = comparison_of(document, run)
    form = DifferencesForm(request.POST or None, comparison=comparison, paper=paper_of(document))
    if attempt(request, form, lambda: accept_differences(
        document, chosen=form.chosen(), mandate=request.mandate, on=request.today,
        expected=comparison.data["version"],
    )):  # fmt: skip
        messages.success(request, f"Đã nhận {len(form.chosen())} chỗ sửa.")
        return redirect("paper", code=code)
    shown = {"document": document, "form": form, "findings": comparison.data.get("findings", [])}
    return render(request, "papers/differences.html", shown)
