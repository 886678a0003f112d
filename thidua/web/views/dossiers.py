"""One nomination: its page, its dossier, confirmation, parts, and every step of its unit (hồ sơ đề nghị)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import nominate as verbs
from thidua.awards.appraise import open_appraisal, reopen_appraisal
from thidua.awards.models import Nomination
from thidua.awards.permissions.dossier import checklist, may_submit, may_take_late
from thidua.awards.permissions.nomination import (
    may_appraise,
    may_confirm,
    may_edit,
    may_edit_whole,
    may_reopen,
    may_take_back,
    may_withdraw,
)
from thidua.awards.queries.criteria import criterion_of, said_of
from thidua.awards.queries.evidence import evidence_by_claim
from thidua.awards.queries.lawful import parts_of
from thidua.awards.queries.nomination import flagged, nomination_for
from thidua.awards.queries.opinion import opinions_about
from thidua.awards.queries.supplement import open_places, open_supplement, supplements_of, written_sections
from thidua.campaigns.queries.rules import rulebook_in
from thidua.law.ruling import Ruling
from thidua.records.queries.files import files_of
from thidua.records.queries.papers import history_of
from thidua.web.actors import attempt, office_page
from thidua.web.dossier_parts import part_rows
from thidua.web.evidence_links import links_of
from thidua.web.forms.dossiers import LateForm, OtherFormForm
from thidua.web.forms.nominations import ConfirmForm, DossierForm, PartForm, ReasonForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.paper_page import told

Action = Callable[..., object]


@office_page
def nomination(request: OfficeRequest, code: str) -> HttpResponse:
    """The full page: who, for what, where, by when, what is missing, what happened."""
    found = nomination_for(request.mandate, code)
    return render(request, "nominations/nomination.html", _context(request, found))


def _context(request: OfficeRequest, found: Nomination) -> dict[str, Any]:
    parts = parts_of(found)
    points = checklist(
        found, typed_by_officer=request.mandate.unit_id != found.unit_id and found.state == "draft"
    )
    return _rulings(request, found) | {
        "nomination": found,
        "campaign": found.campaign,
        "claims": _claims(found),
        "points": points,
        "missing": [point for point in points if not point.done],
        "parts": part_rows(found, parts, points),
        "sections": written_sections(found) if found.sections else [],
        "supplements": supplements_of(found),
        "opinions": opinions_about(found) if request.mandate.unit.is_government else [],
        "files": files_of(found),
        "confirmations": found.confirmations.select_related("unit"),
        "confirmed_here": found.confirmations.filter(unit=request.mandate.unit).exists(),
        "appraisals": found.appraisals.select_related("unit"),
        "history": [told(entry) for entry in history_of(found.pk)[:30]],
        "part_form": PartForm(parts=parts),
        "confirm_form": ConfirmForm(),
    }


def _claims(found: Nomination) -> list[dict[str, Any]]:
    """Each claim with its evidence, and whether evidence may be added now."""
    shown, allowed = evidence_by_claim(found), open_places(found)
    return [
        {
            "claim": claim,
            "said": said_of(claim),
            "asked": criterion_of(claim.criterion),
            "evidence": links_of(found, shown.get(claim.criterion_id, [])),
            "is_open": allowed is None or f"claim:{claim.criterion_id}" in allowed,
        }
        for claim in found.claims.select_related("criterion__measure")
    ]


QUESTIONS: dict[str, Callable[..., Ruling]] = {
    "may_edit": may_edit,
    "may_edit_whole": may_edit_whole,
    "may_submit": may_submit,
    "may_take_late": may_take_late,
    "may_take_back": may_take_back,
    "may_withdraw": may_withdraw,
    "may_confirm": may_confirm,
    "may_appraise": may_appraise,
    "may_reopen": may_reopen,
}


def _rulings(request: OfficeRequest, found: Nomination) -> dict[str, Any]:
    """What this mandate may do with the dossier now, each with its reason."""
    return {name: may(request.mandate, found, on=request.today) for name, may in QUESTIONS.items()}


@office_page
def dossier(request: OfficeRequest, code: str) -> HttpResponse:
    """Write the dossier; what was sent back is flagged beside."""
    found = nomination_for(request.mandate, code)
    may_edit(request.mandate, found, on=request.today).require()
    book = rulebook_in(found.campaign, found.unit, on=found.governed_on)
    for_unit = request.mandate.unit_id != found.unit_id
    form = DossierForm(request.POST or None, nomination=found, for_unit=for_unit)
    if attempt(request, form, lambda: _save(request, found, form)):
        messages.success(request, "Đã ghi hồ sơ.")
        return redirect("nomination", code)
    context = {
        "nomination": found,
        "campaign": found.campaign,
        "form": form,
        "flagged": flagged(found),
        "supplement": open_supplement(found),
        "prescribed": book.report_form(),
        "most_words": book.shelf.local.chosen("report_words"),
        "words_by": book.shelf.local.paper_of("report_words"),
        "words_now": len(found.report.split()),
    }
    return render(request, "nominations/dossier.html", context)


def _save(request: OfficeRequest, found: Nomination, form: DossierForm) -> None:
    verbs.save_dossier(found, entry=form.entry(found), mandate=request.mandate, on=request.today)


@office_page
@require_POST
def part(request: OfficeRequest, code: str) -> HttpResponse:
    """File one part of the dossier: a file, or that it came on paper."""
    found = nomination_for(request.mandate, code)
    form = PartForm(request.POST, request.FILES, parts=parts_of(found))
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: verbs.file_part(found, **form.cleaned_data, **acting)):
        messages.success(request, "Đã nộp thành phần hồ sơ.")
        return redirect("nomination", code)
    return render(request, "nominations/nomination.html", _context(request, found) | {"part_form": form})


@office_page
@require_POST
def confirm(request: OfficeRequest, code: str) -> HttpResponse:
    """Confirm the achievement report."""
    found, form = nomination_for(request.mandate, code), ConfirmForm(request.POST)
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: verbs.confirm_report(found, text=form.cleaned_data["text"], **acting)):
        messages.success(request, "Đã xác nhận báo cáo thành tích.")
        return redirect("nomination", code)
    return render(request, "nominations/nomination.html", _context(request, found) | {"confirm_form": form})


def _asked(
    request: OfficeRequest, found: Nomination, form: forms.Form, *, page: str, said: str, action: Action
) -> HttpResponse:
    """A page with one question about a dossier: carry out what was answered, or ask (again)."""
    if attempt(request, form, lambda: action(mandate=request.mandate, on=request.today)):
        messages.success(request, said)
        return redirect("nomination", found.code)
    shown = {"nomination": found, "campaign": found.campaign, "form": form}
    return render(request, page, shown)


@office_page
def late(request: OfficeRequest, code: str) -> HttpResponse:
    """Take a dossier after the day, with the reason."""
    found = nomination_for(request.mandate, code)
    may_take_late(request.mandate, found, on=request.today).require()
    form, said = LateForm(request.POST or None), "Đã nhận hồ sơ nộp muộn."
    return _asked(request, found, form, page="nominations/late.html", said=said, action=lambda **by: (
        verbs.submit_nomination(found, late_reason=form.cleaned_data["reason"], **by)
    ))  # fmt: skip


@office_page
def other_form(request: OfficeRequest, code: str) -> HttpResponse:
    """Turn the dossier to another form of the campaign."""
    found = nomination_for(request.mandate, code)
    may_edit_whole(request.mandate, found, on=request.today).require()
    form = OtherFormForm(request.POST or None, nomination=found)
    said = "Đã đổi hình thức; giấy tờ ghi hình thức cũ cần soạn lại."
    return _asked(request, found, form, page="nominations/other_form.html", said=said, action=lambda **by: (
        verbs.propose_for(found, award=form.cleaned_data["award"], **by)
    ))  # fmt: skip


@office_page
def withdraw(request: OfficeRequest, code: str) -> HttpResponse:
    """Withdraw the nomination with the reason."""
    found = nomination_for(request.mandate, code)
    may_withdraw(request.mandate, found, on=request.today).require()
    form, said = ReasonForm(request.POST or None), f"Đã rút đề nghị của {found.name}."
    return _asked(request, found, form, page="nominations/withdraw.html", said=said, action=lambda **by: (
        verbs.withdraw_nomination(found, reason=form.cleaned_data["reason"], **by)
    ))  # fmt: skip


MOVES = {
    "gui": (verbs.submit_nomination, "Đã gửi hồ sơ.", "nomination"),
    "lay-lai": (verbs.take_back_nomination, "Đã lấy lại hồ sơ để sửa.", "nomination"),
    "bao-cao": (
        verbs.draft_achievement_report,
        "Đã soạn báo cáo thành tích; xem ở thành phần hồ sơ.",
        "nomination",
    ),
    "nhan-tham-dinh": (open_appraisal, "Đã mở thẩm định.", "appraisal"),
    "mo-lai-tham-dinh": (reopen_appraisal, "Đã mở lại thẩm định.", "appraisal"),
}


@office_page
@require_POST
def move(request: OfficeRequest, code: str, move: str) -> HttpResponse:
    """Send, take back, draft the report, take up or reopen."""
    found = nomination_for(request.mandate, code)
    verb, said, page = MOVES[move]
    verb(found, mandate=request.mandate, on=request.today)
    messages.success(request, said)
    return redirect(page, code)
