"""Submitting upward and answering downward (trình cấp trên, trả lời cấp dưới)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import submit
from thidua.awards.models import Submission
from thidua.awards.permissions import submission as permissions
from thidua.awards.permissions.packages import may_answer_by_file, may_ask_back, may_send_by_file
from thidua.awards.queries.cited import changed_awards, issued_since
from thidua.awards.queries.council import session_for
from thidua.awards.queries.decision import has_decision
from thidua.awards.queries.lawful import unseen_grounds
from thidua.awards.queries.nomination import nomination_for
from thidua.awards.queries.packages import came_by_file, goes_by_file, resent
from thidua.awards.queries.submission import (
    destination,
    items_of,
    ready_to_submit,
    received_open,
    returned_to,
    submission_for,
    submissions_visible_to,
)
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for
from thidua.law.ruling import Refused, Ruling
from thidua.org.models import Unit
from thidua.org.queries import who_holds
from thidua.records.models import Package
from thidua.records.queries.packages import SEES_PACKAGES, packages_about
from thidua.web.actors import attempt, office_page
from thidua.web.forms.decisions import DraftSubmissionForm, SignerForm, WordsForm
from thidua.web.requests import OfficeRequest

ANSWERS: dict[str, tuple[Callable[..., object], Callable[..., Ruling], str, str, str, str]] = {
    "tra-lai": (
        submit.return_to_lower, permissions.may_return, "reason", "Trả lại cấp dưới để bổ sung",
        "Cần bổ sung những gì", "Đã trả lại hồ sơ cho cấp dưới.",
    ),
    "trinh-lai": (
        submit.resend, permissions.may_resend, "note", "Trình lại cấp trên",
        "Đã bổ sung những gì", "Đã trình lại cấp trên.",
    ),
    "khong-khen-thuong": (
        submit.refuse, permissions.may_refuse, "reason", "Không khen thưởng",
        "Lý do", "Đã trả lời; các cấp và đơn vị được báo.",
    ),
}  # fmt: skip


@office_page
def campaign_submissions(request: OfficeRequest, code: str) -> HttpResponse:
    """What waits to go up, what came from below, what was submitted."""
    campaign = campaign_for(request.mandate, code)
    found = submissions_visible_to(request.mandate).filter(campaign=campaign)
    context = {
        "campaign": campaign,
        "ready": ready_rows(request, campaign),
        "received": received_open(request.mandate, campaign),
        "returned": returned_to(request.mandate, campaign),
        "submissions": Paginator(found, 50).get_page(request.GET.get("trang")),
    }
    return render(request, "submissions/list.html", context)


def ready_rows(request: OfficeRequest, campaign: Campaign) -> list[dict[str, Any]]:
    """Each form that waits, where it goes, and whether the tờ trình may be drafted now (chờ trình)."""
    unit, on = request.mandate.unit, request.today
    if not submissions_open_to(request):
        return []
    signers = who_holds(unit, "chair", "vice_chair", on=on)
    return [
        {
            "ready": one, "to": _goes_to(unit, one.award.form, request),
            "ruling": permissions.may_submit_results(request.mandate, one.session, on=on),
            "form": DraftSubmissionForm(
                initial={"meeting": one.session.code, "form": one.award.form}, signers=signers,
                auto_id=f"{one.session.code}_{one.award.form}_%s",
            ),
        }
        for one in ready_to_submit(campaign, unit)
    ]  # fmt: skip


def submissions_open_to(request: OfficeRequest) -> bool:
    """True for the officers of a People's Committee who know of its results (người của cơ quan)."""
    return request.mandate.unit.is_government and not request.mandate.holds("admin")


def _goes_to(unit: Unit, form: str, request: OfficeRequest) -> dict[str, Any]:
    """Where a form goes, or the sentence of the law why it cannot."""
    try:
        to_unit = destination(unit, form, on=request.today)
    except Refused as refused:
        return {"ruling": refused.ruling}
    return {"unit": to_unit, "own": to_unit.pk == unit.pk}


@office_page
@require_POST
def draft(request: OfficeRequest, code: str) -> HttpResponse:
    """Draft the tờ trình for one form and go to its paper."""
    campaign_for(request.mandate, code)
    signers = who_holds(request.mandate.unit, "chair", "vice_chair", on=request.today)
    form, made = DraftSubmissionForm(request.POST, signers=signers), []
    if attempt(request, form, lambda: made.append(_draft(request, form))):
        messages.success(request, "Đã soạn tờ trình; xem lại rồi trình ký, phát hành.")
        return (
            redirect("submission", code=made[0].code) if made else redirect("campaign-submissions", code=code)
        )
    messages.error(request, " ".join(map(str, form.non_field_errors())) or "Chưa chọn hình thức để trình.")
    return redirect("campaign-submissions", code=code)


def _draft(request: OfficeRequest, form: DraftSubmissionForm) -> Submission:
    said, on = form.cleaned_data, request.today
    meeting = session_for(request.mandate, said["meeting"])
    own = destination(meeting.unit, said["form"], on=on).pk == meeting.unit_id
    signer = None if own else said["signer"]
    return submit.draft_submission(meeting, form=said["form"], signer=signer, mandate=request.mandate, on=on)


@office_page
def submission(request: OfficeRequest, code: str) -> HttpResponse:
    """One submission: its paper, its list with the answers, what comes next."""
    found = submission_for(request.mandate, code)
    items = items_of(found)
    signers = who_holds(found.unit, "chair", "vice_chair", on=request.today)
    context = {
        "submission": found,
        "items": items,
        "award_title": items[0].nomination.award.title if items else "",
        "unseen": unseen_grounds(found.unit, "submission", on=found.sent_on or request.today),
        "may_drop": permissions.may_drop_submission(request.mandate, found, on=request.today),
        "to_own_chair": found.unit_id == found.to_unit_id,
        "decisions": has_decision(found),
        "signer_form": SignerForm(signers=signers),
        **by_file(request, found),
    }
    return render(request, "submissions/submission.html", context)


def by_file(request: OfficeRequest, found: Submission) -> dict[str, Any]:
    """What the page says of packages (gói hồ sơ): to whom, from whom, which there are, what may be made."""
    mandate, on = request.mandate, request.today
    packages = [one for one in packages_about(mandate.unit, found.pk) if mandate.role in SEES_PACKAGES]
    partner = goes_by_file(found) if mandate.unit_id == found.unit_id else None
    came = came_by_file(found) if mandate.unit_id == found.to_unit_id else None
    return {
        "partner": partner,
        "came": came,
        "not_told": issued_since(found, mandate.unit) if came else [],
        "sent_packages": packages,
        "new_for_package": _new_for_package(found, packages) if partner else "",
        "may_send": may_send_by_file(mandate, found, on=on) if partner else None,
        "may_ask": may_ask_back(mandate, found, on=on),
        "may_answer": may_answer_by_file(mandate, found, on=on),
        "elsewhere": found.state == "sent" and mandate.unit_id == found.unit_id != found.to_unit_id
        and not who_holds(found.to_unit, "standing", on=on).exists(),
    }  # fmt: skip


def _new_for_package(found: Submission, packages: list[Package]) -> str:
    """What the next package upward would be (gói sẽ lập), "" while there is nothing new to send."""
    if not any(one.direction == "sent" for one in packages):
        return "Lập gói trình"
    if resent(found):
        return "Lập gói bổ sung"
    return "Lập gói đính chính, hủy bỏ" if changed_awards(found) else ""


@office_page
@require_POST
def drop(request: OfficeRequest, code: str) -> HttpResponse:
    """Drop a submission that was not sent."""
    found, form = submission_for(request.mandate, code), forms.Form(request.POST)
    if attempt(
        request, form, lambda: submit.drop_submission(found, mandate=request.mandate, on=request.today)
    ):
        messages.success(request, "Đã bỏ tờ trình; các trường hợp lại chờ trình.")
        return redirect("campaign-submissions", code=found.campaign.code)
    messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("submission", code=code)


@office_page
def answer(request: OfficeRequest, code: str, kind: str) -> HttpResponse:
    """Give a dossier back, submit it again, or say no: each with its words."""
    nomination, today = nomination_for(request.mandate, code), request.today
    verb, may, name, title, label, said = ANSWERS[kind]
    form = WordsForm(request.POST or None, label=label)
    ruling = may(request.mandate, nomination, on=today)
    if attempt(request, form, lambda: verb(
        nomination, mandate=request.mandate, on=today, **{name: form.cleaned_data["words"]}
    )):  # fmt: skip
        messages.success(request, said)
        return redirect("campaign-submissions", code=nomination.campaign.code)
    context = {"nomination": nomination, "form": form, "ruling_now": ruling, "heading": title}
    return render(request, "submissions/answer.html", context)
