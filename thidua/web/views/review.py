"""The units' own closings (tổng kết của đơn vị, mục III.5): who has closed, writing one, sending it,
handing it back.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import BaseFormSet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import review as verbs
from thidua.campaigns.models import Campaign, UnitReview
from thidua.campaigns.permissions.review import (
    may_begin_awarding,
    may_change_review,
    may_close_for,
    may_draft_review_report,
    may_return_review,
    may_take_back_review,
)
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import own_unit
from thidua.campaigns.queries.review import closing_unit, closings_of, results_of, review_if_any, review_of
from thidua.org.models import Unit
from thidua.records.queries.papers import papers_about
from thidua.web.actors import attempt, office_page
from thidua.web.forms.review import RemarkForm, ReviewForm, commended, commended_rows, review_initial
from thidua.web.requests import OfficeRequest


@office_page
def reviews(request: OfficeRequest, code: str) -> HttpResponse:
    """Which units have closed; a unit head goes straight to the own closing."""
    campaign = campaign_for(request.mandate, code)
    own = own_unit(campaign, request.mandate, on=request.today)
    if own is not None:
        return redirect("unit-review", code=code, unit=own.code)
    closings = closings_of(campaign, request.today)
    done = sum(row.review is not None and row.review.state == "submitted" for row in closings)
    context = {
        "campaign": campaign,
        "closings": closings,
        "done": done,
        "total": len(closings),
        "done_words": f"{done} trên {len(closings)} đơn vị",
        "ours": request.mandate.unit_id == campaign.unit_id,
        "may_begin": may_begin_awarding(request.mandate, campaign, on=request.today),
    }
    return render(request, "review/reviews.html", context)


@office_page
@require_POST
def begin_awarding(request: OfficeRequest, code: str) -> HttpResponse:
    """Pass from emulating to judging."""
    campaign = campaign_for(request.mandate, code)
    verbs.begin_awarding(campaign, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã chuyển đợt thi đua sang xét khen thưởng.")
    return redirect("campaign-reviews", code=code)


@office_page
def unit_review(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """A unit's closing: written here until it is sent, shown afterwards."""
    campaign = campaign_for(request.mandate, code)
    of = closing_unit(request.mandate, campaign, unit)
    found = review_if_any(campaign, of)
    ruling = _may_write(request, campaign, of, found)
    context = _shown(request, campaign, of, found) | {"may_write": ruling}
    if ruling.stops:
        return render(request, "review/review.html", context | {"remark_form": RemarkForm()})
    form, rows = _forms(request, of, campaign, found)
    if rows.is_valid() and attempt(request, form, lambda: _save(request, campaign, of, form, rows)):
        return redirect("unit-review", code=code, unit=unit)
    return render(request, "review/review_form.html", context | {"form": form, "commended": rows})


def _may_write(request: OfficeRequest, campaign: Campaign, of: Unit, found: UnitReview | None) -> Any:
    if found is None:
        return may_close_for(request.mandate, of, campaign, on=request.today)
    return may_change_review(request.mandate, found, on=request.today)


def _shown(request: OfficeRequest, campaign: Campaign, of: Unit, found: UnitReview | None) -> dict[str, Any]:
    results = [
        (result.target, found.results.get(str(result.target.pk), "") if found else "")
        for result in results_of(campaign, of)
    ]
    return {
        "campaign": campaign,
        "of": of,
        "review": found,
        "results": results,
        "papers_of_unit": papers_about(found) if found else (),
        "may_take_back": may_take_back_review(request.mandate, found, on=request.today) if found else None,
        "may_report": may_draft_review_report(request.mandate, found, on=request.today) if found else None,
        "may_return": may_return_review(request.mandate, found, on=request.today) if found else None,
    }


def _forms(
    request: OfficeRequest, of: Unit, campaign: Campaign, found: UnitReview | None
) -> tuple[ReviewForm, BaseFormSet]:
    data = request.POST or None
    form = ReviewForm(
        data,
        initial=review_initial(found),
        results=results_of(campaign, of),
        for_unit=request.mandate.unit_id != of.pk,
    )
    return form, commended_rows(found, data)


def _save(request: OfficeRequest, campaign: Campaign, of: Unit, form: ReviewForm, rows: BaseFormSet) -> None:
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    found = verbs.save_review(campaign, entry=form.entry(commended(rows)), unit=of, **acting)
    if "send" in request.POST:
        verbs.submit_review(found, **acting)
        messages.success(request, f"Đã gửi tổng kết của {of.name}.")
    else:
        messages.success(request, "Đã ghi lại; tổng kết chưa gửi.")


MOVES = {
    "gui": (verbs.submit_review, "Đã gửi tổng kết."),
    "lay-lai": (verbs.take_back_review, "Đã lấy lại để sửa."),
    "bao-cao": (
        verbs.draft_review_report,
        "Đã soạn báo cáo tổng kết của đơn vị; xem ở mục Giấy tờ bên cạnh.",
    ),
}


@office_page
@require_POST
def move_review(request: OfficeRequest, code: str, unit: str, move: str) -> HttpResponse:
    """Send a closing, take it back, or draft its report."""
    campaign = campaign_for(request.mandate, code)
    found = review_of(request.mandate, campaign, closing_unit(request.mandate, campaign, unit))
    verb, said = MOVES[move]
    verb(found, mandate=request.mandate, on=request.today)
    messages.success(request, said)
    return redirect("unit-review", code=code, unit=unit)


@office_page
@require_POST
def return_review(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """Hand a closing back with a remark."""
    campaign = campaign_for(request.mandate, code)
    of = closing_unit(request.mandate, campaign, unit)
    found, form = review_of(request.mandate, campaign, of), RemarkForm(request.POST)
    said: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: verbs.return_review(found, remark=form.cleaned_data["remark"], **said)):
        messages.success(request, f"Đã trả lại tổng kết cho {of.name}.")
        return redirect("campaign-reviews", code=code)
    context = _shown(request, campaign, of, found) | {"may_write": _may_write(request, campaign, of, found)}
    return render(request, "review/review.html", context | {"remark_form": form})
