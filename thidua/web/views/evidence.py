"""Evidence of one claim: files and things on file, added and taken off (minh chứng của một tiêu chuẩn)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import nominate as verbs
from thidua.awards.models import Claim
from thidua.awards.permissions.nomination import may_edit
from thidua.awards.queries.evidence import claim_of, evidence_by_claim, evidence_of
from thidua.awards.queries.nomination import nomination_for
from thidua.web.actors import attempt, office_page
from thidua.web.evidence_links import links_of, offered_to
from thidua.web.forms.dossiers import EvidenceForm
from thidua.web.requests import OfficeRequest


@office_page
def evidence(request: OfficeRequest, code: str, criterion: UUID) -> HttpResponse:
    """Add files, or tick what the campaign has on file already."""
    found = nomination_for(request.mandate, code)
    may_edit(request.mandate, found, on=request.today).require()
    claim = claim_of(found, criterion)
    things = offered_to(request.mandate, found)
    form = EvidenceForm(request.POST or None, request.FILES or None, things=things)
    if attempt(request, form, lambda: _add(request, claim, form)):
        messages.success(request, "Đã gắn minh chứng.")
        return redirect("claim-evidence", code, criterion)
    shown = links_of(found, evidence_by_claim(found).get(criterion, []))
    context = {"nomination": found, "campaign": found.campaign, "claim": claim, "form": form, "shown": shown}
    return render(request, "nominations/evidence.html", context)


def _add(request: OfficeRequest, claim: Claim, form: EvidenceForm) -> None:
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    for upload in form.cleaned_data["uploads"]:
        verbs.attach_evidence(claim, upload=upload, **acting)
    for thing in form.cited():
        verbs.cite_evidence(claim, thing=thing, **acting)


@office_page
@require_POST
def drop_evidence(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """Take one piece of evidence off."""
    found = evidence_of(nomination_for(request.mandate, code), pk)
    criterion = found.claim.criterion_id
    verbs.drop_evidence(found, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã bỏ minh chứng “{found.says}”.")
    return redirect("claim-evidence", code, criterion)
