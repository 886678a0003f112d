"""Award decisions: drafted from a submission, computed anew, dropped (quyết định khen thưởng)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import decide
from thidua.awards.models import Submission
from thidua.awards.permissions.decision import may_draft_decision, may_rewrite_decision
from thidua.awards.queries.certificate import sees_money
from thidua.awards.queries.decision import (
    decision_for,
    decision_items,
    decisions_visible_to,
    presented_in,
    waiting_for_decision,
)
from thidua.awards.queries.lawful import unseen_grounds
from thidua.awards.queries.submission import submission_for
from thidua.campaigns.queries.campaign import campaign_for
from thidua.org.queries import who_holds
from thidua.web.actors import attempt, office_page
from thidua.web.forms.decisions import SignerForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.proof import READS

MOVES = {
    "soan-lai": (decide.rewrite_decision, "Đã tính lại theo hôm nay và soạn lại quyết định."),
    "bo": (decide.drop_decision, "Đã bỏ dự thảo; tờ trình lại chờ quyết định."),
}


@office_page
def campaign_decisions(request: OfficeRequest, code: str) -> HttpResponse:
    """What waits for the chair, and the decisions of the campaign."""
    campaign = campaign_for(request.mandate, code)
    found = decisions_visible_to(request.mandate).filter(campaign=campaign)
    context = {
        "campaign": campaign,
        "waiting": [_waiting(request, one) for one in waiting_for_decision(request.mandate, campaign)],
        "decisions": Paginator(found, 50).get_page(request.GET.get("trang")),
    }
    return render(request, "decisions/list.html", context)


def _waiting(request: OfficeRequest, submission: Submission) -> dict[str, Any]:
    """A submission on the chair's desk, who is in it, and whether the decision may be drafted."""
    signers = who_holds(submission.to_unit, "chair", "vice_chair", on=request.today)
    return {
        "submission": submission,
        "nominations": presented_in(submission),
        "ruling": may_draft_decision(request.mandate, submission, on=request.today),
        "form": SignerForm(signers=signers, auto_id=f"{submission.code}_%s"),
    }


@office_page
@require_POST
def draft(request: OfficeRequest, code: str) -> HttpResponse:
    """Draft the decision on a submission."""
    submission = submission_for(request.mandate, code)
    signers = who_holds(submission.to_unit, "chair", "vice_chair", on=request.today)
    form, made = SignerForm(request.POST, signers=signers), []
    if attempt(request, form, lambda: made.append(decide.draft_decision(
        submission, signer=form.cleaned_data["signer"], mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã dự thảo quyết định kèm danh sách và tiền thưởng.")
        return redirect("decision", code=made[0].code) if made else redirect("submission", code=code)
    messages.error(request, " ".join(map(str, form.non_field_errors())) or "Hãy chọn người ký.")
    return redirect("campaign-decisions", code=submission.campaign.code)


@office_page
def decision(request: OfficeRequest, code: str) -> HttpResponse:
    """One decision: who gets what and how it was computed, its paper, what comes next."""
    found = decision_for(request.mandate, code)
    items = decision_items(found)
    context = {
        "decision": found,
        "items": items,
        "award_title": items[0].nomination.award.title if items else "",
        "may_rewrite": may_rewrite_decision(request.mandate, found, on=request.today),
        "unseen": unseen_grounds(found.unit, "decision", on=found.decided_on or request.today),
        "may_read_proof": request.mandate.holds(*READS),
        "is_own": request.mandate.unit_id == found.unit_id,
        "shows_money": sees_money(request.mandate, found) or found.state == "issued",
    }
    return render(request, "decisions/decision.html", context)


@office_page
@require_POST
def move(request: OfficeRequest, code: str, move: str) -> HttpResponse:
    """Compute a draft anew, or drop it."""
    found, form, (verb, said) = decision_for(request.mandate, code), forms.Form(request.POST), MOVES[move]
    if attempt(request, form, lambda: verb(found, mandate=request.mandate, on=request.today)):
        messages.success(request, said)
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    if move == "bo" and form.is_valid():
        return redirect("campaign-decisions", code=found.campaign.code)
    return redirect("decision", code=code)
