"""The standards of a campaign's award forms, and setting the one the plan leaves to the chair (tiêu
chuẩn).
"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.awards.queries.criteria import criteria_by_group
from thidua.campaigns.models import OfferedAward
from thidua.campaigns.permissions.review import may_draft_standard, may_measure, may_offer_title
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.review import (
    offered_award,
    offered_awards,
    open_standard_paper,
    standard_to_start_from,
)
from thidua.campaigns.standard import adopt_standard, draft_standard, measure_criteria
from thidua.law.local_title import is_local
from thidua.records.models import OfficialDocument
from thidua.web.actors import attempt, office_page
from thidua.web.forms.local_titles import MeasuresForm
from thidua.web.forms.standard import OriginalStandardForm, StandardForm
from thidua.web.requests import OfficeRequest


@office_page
def standards(request: OfficeRequest, code: str) -> HttpResponse:
    """Every form the campaign offers with its criteria, and what still waits for its standard."""
    campaign = campaign_for(request.mandate, code)
    offered = [
        {
            "award": award,
            "may_draft": may_draft_standard(request.mandate, award, on=request.today),
            "paper": open_standard_paper(award),
            "may_measure": may_measure(request.mandate, award, on=request.today),
            "is_local": is_local(award.form),
            "groups": criteria_by_group(award),
        }
        for award in offered_awards(campaign)
    ]
    may_offer = may_offer_title(request.mandate, campaign, on=request.today)
    context = {"campaign": campaign, "offered": offered, "may_offer": may_offer}
    return render(request, "standard/standards.html", context)


@office_page
def measures(request: OfficeRequest, code: str, form: str) -> HttpResponse:
    """How each criterion of a form is checked: all, one of several, or by a number."""
    award = offered_award(campaign_for(request.mandate, code), form)
    may_measure(request.mandate, award, on=request.today).require()
    typed = MeasuresForm(request.POST or None, award=award)
    if attempt(request, typed, lambda: measure_criteria(
        award, words=typed.words(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã đặt cách đối chiếu; hồ sơ hỏi con số, thẩm định so ngay khi tính lại.")
        return redirect("campaign-standards", code)
    context = {"award": award, "campaign": award.campaign, "form": typed}
    return render(request, "standard/measures.html", context)


@office_page
def award_standard(request: OfficeRequest, code: str, form: str) -> HttpResponse:
    """Write the standard per group and draft the chair's paper."""
    award = offered_award(campaign_for(request.mandate, code), form)
    ruling = may_draft_standard(request.mandate, award, on=request.today)
    if ruling.stops:
        return render(
            request, "standard/locked.html", {"award": award, "campaign": award.campaign, "ruling": ruling}
        )
    typed = StandardForm(request.POST or None, initial=_start(award))
    drafted: list[OfficialDocument] = []
    if attempt(request, typed, lambda: drafted.append(_draft(request, award, typed))):
        messages.success(request, "Đã soạn văn bản quy định tiêu chuẩn. Tiếp theo: trình Chủ tịch ký.")
        return redirect("paper", drafted[0].code) if drafted else redirect("campaign-standards", code)
    context = {"award": award, "campaign": award.campaign, "form": typed, "paper": open_standard_paper(award)}
    return render(request, "standard/standard.html", context)


def _start(award: OfferedAward) -> dict[str, str]:
    return {kind: "\n".join(texts) for kind, texts in standard_to_start_from(award).items()}


def _draft(request: OfficeRequest, award: OfferedAward, form: StandardForm) -> OfficialDocument:
    return draft_standard(
        award, texts=form.texts(), kind=form.cleaned_data["kind"], mandate=request.mandate, on=request.today
    )


@office_page
def original_standard(request: OfficeRequest, code: str, form: str) -> HttpResponse:
    """Put in a paper that was issued already, with its criteria."""
    award = offered_award(campaign_for(request.mandate, code), form)
    may_draft_standard(request.mandate, award, on=request.today).require()
    typed = OriginalStandardForm(request.POST or None, request.FILES or None, initial=_start(award))
    if attempt(request, typed, lambda: _adopt(request, award, typed)):
        messages.success(request, f"Đã nhập văn bản; từ nay đề nghị được {award.title}.")
        return redirect("campaign-standards", code)
    return render(
        request, "standard/original.html", {"award": award, "campaign": award.campaign, "form": typed}
    )


def _adopt(request: OfficeRequest, award: OfferedAward, form: OriginalStandardForm) -> None:
    original = form.original(award.campaign.unit, f"Quy định tiêu chuẩn tặng {award.title}")
    adopt_standard(
        award,
        original=original,
        upload=form.cleaned_data["upload"],
        texts=form.texts(),
        mandate=request.mandate,
        on=request.today,
    )
