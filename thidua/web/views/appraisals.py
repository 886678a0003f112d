"""Appraisal: what waits by due date, the findings of one dossier, and how it ends (thẩm định)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import appraise as verbs
from thidua.awards.models import Appraisal, Nomination
from thidua.awards.permissions.nomination import may_appraise, may_reopen, may_return_again, may_work_on
from thidua.awards.queries.criteria import said_of
from thidua.awards.queries.evidence import evidence_by_claim
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.nomination import (
    appraisal_open,
    appraisals_due,
    appraised,
    last_appraisal,
    nomination_for,
)
from thidua.awards.queries.supplement import labels_of, supplements_of
from thidua.campaigns.queries.campaign import campaign_for
from thidua.web.actors import attempt, office_page
from thidua.web.evidence_links import links_of
from thidua.web.forms.appraisals import ConclusionForm, JudgementsForm
from thidua.web.forms.dossiers import ReturnForm
from thidua.web.requests import OfficeRequest


@office_page
def campaign_appraisals(request: OfficeRequest, code: str) -> HttpResponse:
    """What waits on this office's desk, the earliest deadline first, and what it has concluded."""
    campaign = campaign_for(request.mandate, code)
    waiting = Paginator(appraisals_due(request.mandate, campaign), 50).get_page(request.GET.get("trang"))
    context = {
        "campaign": campaign,
        "waiting": waiting,
        "done": appraised(request.mandate, campaign)[:50],
        "is_officer": request.mandate.role == "standing",
    }
    return render(request, "appraisals/list.html", context)


@office_page
def appraisal(request: OfficeRequest, code: str) -> HttpResponse:
    """The findings of one dossier: what the law says, what a person must say."""
    nomination = nomination_for(request.mandate, code)
    found = appraisal_open(nomination, request.mandate.unit)
    if found is None:
        return _closed(request, nomination)
    form = JudgementsForm(request.POST or None, findings=list(found.findings.all()))
    if attempt(request, form, lambda: _record(request, found, form)):
        messages.success(request, "Đã ghi nhận định.")
        return redirect("appraisal", code)
    return render(request, "appraisals/appraisal.html", _context(request, nomination, found, form))


def _record(request: OfficeRequest, found: Appraisal, form: JudgementsForm) -> None:
    verbs.record_judgements(found, judgements=form.judgements(), mandate=request.mandate, on=request.today)


def _closed(request: OfficeRequest, nomination: Nomination) -> HttpResponse:
    context = {
        "nomination": nomination,
        "campaign": nomination.campaign,
        "last": last_appraisal(nomination, request.mandate.unit),
        "may_appraise": may_appraise(request.mandate, nomination, on=request.today),
        "may_reopen": may_reopen(request.mandate, nomination, on=request.today),
    }
    return render(request, "appraisals/closed.html", context)


def _findings(nomination: Nomination, found: Appraisal, form: JudgementsForm) -> list[dict[str, Any]]:
    """Each finding beside what the dossier claims and shows for it, with the two fields of its judgement."""
    shown_for = nomination.claims.select_related("criterion__measure")
    claims: dict[UUID | None, str] = {claim.criterion_id: said_of(claim) for claim in shown_for}
    shown = evidence_by_claim(nomination)
    return [
        {
            "finding": finding,
            "claim": claims.get(finding.criterion_id, ""),
            "evidence": links_of(nomination, shown.get(finding.criterion_id, [])),
            "holds": form[f"holds-{finding.pk}"] if f"holds-{finding.pk}" in form.fields else None,
            "why": form[f"why-{finding.pk}"] if f"why-{finding.pk}" in form.fields else None,
        }
        for finding in found.findings.all()
    ]


def _context(
    request: OfficeRequest, nomination: Nomination, found: Appraisal, form: JudgementsForm
) -> dict[str, Any]:
    return {
        "nomination": nomination,
        "campaign": nomination.campaign,
        "appraisal": found,
        "form": form,
        "findings": _findings(nomination, found, form),
        "open_points": verbs.open_points(found),
        "conclusion_form": ConclusionForm(),
        "supplements": supplements_of(nomination),
        "may_return": may_return_again(nomination, request.mandate.unit, on=request.today),
        "principles": rulebook_of(request.mandate.unit, on=nomination.governed_on).principles(),
    }


@office_page
def return_dossier(request: OfficeRequest, code: str) -> HttpResponse:
    """Send the dossier back: a sentence for each part to supplement, only those are open to the unit."""
    nomination = nomination_for(request.mandate, code)
    found = appraisal_open(nomination, request.mandate.unit)
    if found is None:
        return redirect("appraisal", code)
    may_return_again(nomination, request.mandate.unit, on=request.today).require()
    may_work_on(request.mandate, found, on=request.today).require()
    form = ReturnForm(request.POST or None, labels=labels_of(nomination), suggested=_suggested(found))
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: verbs.return_for_supplement(
        found, remark=form.cleaned_data["remark"], points=form.points(), **acting
    )):  # fmt: skip
        messages.success(request, f"{nomination.name}: Đã trả lại để bổ sung; đơn vị thấy ngay.")
        return redirect("campaign-appraisals", nomination.campaign.code)
    context = {"nomination": nomination, "campaign": nomination.campaign, "form": form}
    return render(request, "appraisals/return.html", context)


def _suggested(found: Appraisal) -> dict[str, str]:
    """What a person wrote where a criterion did not hold, as a first sentence for that part."""
    return {
        f"claim:{finding.criterion_id}": finding.judged_why
        for finding in found.findings.all()
        if finding.criterion_id and finding.judged is False
    }


ENDINGS: dict[str, tuple[Callable[..., None], str, str]] = {
    "du-dieu-kien": (verbs.conclude_eligible, "remark", "Đã kết luận đủ điều kiện; hồ sơ chờ Hội đồng."),
    "khong-du-dieu-kien": (verbs.conclude_ineligible, "reason", "Đã kết luận không đủ điều kiện."),
}


@office_page
@require_POST
def conclude(request: OfficeRequest, code: str, ending: str) -> HttpResponse:
    """Conclude: eligible, or not eligible with the reason."""
    nomination = nomination_for(request.mandate, code)
    found = appraisal_open(nomination, request.mandate.unit)
    if found is None:
        return redirect("appraisal", code)
    form, (verb, word, said) = ConclusionForm(request.POST), ENDINGS[ending]
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: verb(found, **{word: form.cleaned_data["words"]}, **acting)):
        messages.success(request, f"{nomination.name}: {said}")
        return redirect("campaign-appraisals", nomination.campaign.code)
    judged = JudgementsForm(findings=list(found.findings.all()))
    context = _context(request, nomination, found, judged) | {"conclusion_form": form}
    return render(request, "appraisals/appraisal.html", context)
