"""Opinions asked of others: whom the campaign asks, each asking, its answers (lấy ý kiến hiệp y)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import consult as verbs
from thidua.awards.models import Consultation
from thidua.awards.permissions.opinion import (
    may_answer,
    may_cancel,
    may_consult,
    may_list_advisers,
    may_send,
)
from thidua.awards.queries.opinion import (
    adviser_for,
    advisers_of,
    consultation_for,
    consultations_of,
    may_be_asked_about,
    opinions_in,
)
from thidua.campaigns.queries.campaign import campaign_for
from thidua.web.actors import attempt, office_page
from thidua.web.forms.nominations import ReasonForm
from thidua.web.forms.opinions import AdviserForm, AskedForm, AskForm, RepliesForm
from thidua.web.requests import OfficeRequest


@office_page
def campaign_opinions(request: OfficeRequest, code: str) -> HttpResponse:
    """Every asking of this office in a campaign, who is late first to see; below, whom the campaign asks."""
    campaign = campaign_for(request.mandate, code)
    may_list = may_list_advisers(request.mandate, campaign, on=request.today)
    form = AdviserForm(request.POST or None, campaign=campaign)
    if attempt(request, form, lambda: verbs.list_adviser(
        campaign, body=form.body(), award=form.cleaned_data["award"], mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã ghi nơi cần lấy ý kiến.")
        return redirect("campaign-opinions", code)
    asked = [(one, one.is_late(request.today)) for one in consultations_of(request.mandate, campaign)]
    context = {
        "campaign": campaign,
        "asked": asked,
        "late": sum(is_late for _, is_late in asked),
        "advisers": list(advisers_of(campaign)),
        "form": form,
        "may_list": may_list,
        "may_consult": may_consult(request.mandate, on=request.today),
    }
    return render(request, "opinions/campaign.html", context)


@office_page
@require_POST
def drop_adviser(request: OfficeRequest, code: str, pk: str) -> HttpResponse:
    """Take a body off the list."""
    found = adviser_for(request.mandate, campaign_for(request.mandate, code), pk)
    verbs.drop_adviser(found, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã bỏ {found.name} khỏi danh sách.")
    return redirect("campaign-opinions", code)


@office_page
def ask(request: OfficeRequest, code: str) -> HttpResponse:
    """Prepare to ask one body about many at once."""
    campaign = campaign_for(request.mandate, code)
    may_consult(request.mandate, on=request.today).require()
    found = may_be_asked_about(request.mandate, campaign)
    initial = {"nominations": list(found.values_list("pk", flat=True)), "listed": request.GET.get("noi")}
    form = AskForm(request.POST or None, advisers=advisers_of(campaign), nominations=found, initial=initial)
    made: list[Consultation] = []
    if attempt(request, form, lambda: made.append(verbs.begin_consultation(
        campaign, body=form.body(), nominations=list(form.cleaned_data["nominations"]),
        mandate=request.mandate, on=request.today,
    ))):  # fmt: skip
        messages.success(request, "Đã lập; soạn văn bản, hoặc ghi đã hỏi bằng cách khác.")
        return redirect("consultation", made[0].code) if made else redirect("campaign-opinions", code)
    return render(request, "opinions/ask.html", {"campaign": campaign, "form": form, "found": found})


@office_page
def consultation(request: OfficeRequest, code: str) -> HttpResponse:
    """One asking: about whom, until when, and what was answered."""
    found = consultation_for(request.mandate, code)
    form = RepliesForm(request.POST or None, opinions=list(opinions_in(found)), today=request.today)
    if attempt(request, form, lambda: _record(request, found, form)):
        messages.success(request, "Đã ghi ý kiến trả lời.")
        _warn(request, found)
        return redirect("consultation", code)
    return render(request, "opinions/consultation.html", _context(request, found) | {"form": form})


def _record(request: OfficeRequest, found: Consultation, form: RepliesForm) -> None:
    said = form.cleaned_data
    verbs.record_opinions(
        found, replies=form.replies(), reply=said["reply"], replied_on=said["replied_on"],
        mandate=request.mandate, on=request.today,
    )  # fmt: skip


def _warn(request: OfficeRequest, found: Consultation) -> None:
    """An objection to a dossier whose appraisal has ended is nobody's finding yet."""
    late = opinions_in(found).filter(answer="objects", nomination__state="eligible")
    names = ", ".join(late.values_list("nomination__name", flat=True))
    if names:
        messages.warning(request, f"Đã kết luận đủ điều kiện: {names}. Mở lại thẩm định để xét ý kiến này.")


def _context(request: OfficeRequest, found: Consultation) -> dict[str, Any]:
    opinions = list(opinions_in(found))
    may = {
        name: question(request.mandate, found, on=request.today)
        for name, question in (
            ("may_send", may_send), ("may_answer", may_answer), ("may_cancel", may_cancel)
        )
    }  # fmt: skip
    return may | {
        "consultation": found,
        "campaign": found.campaign,
        "opinions": opinions,
        "is_late": found.is_late(request.today),
        "asked_form": AskedForm(),
        "reason_form": ReasonForm(),
        "form": RepliesForm(opinions=opinions, today=request.today),
    }


@office_page
@require_POST
def asked(request: OfficeRequest, code: str) -> HttpResponse:
    """Write down that the body was asked in another way."""
    found, form = consultation_for(request.mandate, code), AskedForm(request.POST)
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: verbs.note_asked(found, how=form.cleaned_data["how"], **acting)):
        messages.success(request, "Đã ghi; hạn trả lời tính từ ngày mai.")
        return redirect("consultation", code)
    return render(request, "opinions/consultation.html", _context(request, found) | {"asked_form": form})


@office_page
@require_POST
def cancel(request: OfficeRequest, code: str) -> HttpResponse:
    """Drop the asking with the reason."""
    found, form = consultation_for(request.mandate, code), ReasonForm(request.POST)
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(
        request, form, lambda: verbs.cancel_consultation(found, reason=form.cleaned_data["reason"], **acting)
    ):
        messages.success(request, "Đã bỏ việc lấy ý kiến.")
        return redirect("campaign-opinions", found.campaign.code)
    return render(request, "opinions/consultation.html", _context(request, found) | {"reason_form": form})
