"""The list of nominations, a new one, several at once, the list as a spreadsheet (danh sách đề nghị khen
thưởng).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards.appraise import open_appraisal
from thidua.awards.models import Nomination
from thidua.awards.nominate import (
    draft_unit_papers,
    enter_candidate,
    nominate,
    submit_nomination,
    tell_story,
)
from thidua.awards.permissions.nomination import (
    UNDER_WAY,
    may_be_nominated_for,
    may_nominate,
    proposes_others,
)
from thidua.awards.queries.fairness import fairness_of
from thidua.awards.queries.nomination import (
    ALL_ROWS,
    HEADS,
    MOST_FOUND,
    PER_PAGE,
    candidate_key,
    chosen,
    narrowed,
    nomination_list,
    people_elsewhere,
    units_in,
    with_candidates,
)
from thidua.awards.queries.quota import standings
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for, campaigns_visible_to
from thidua.campaigns.queries.part import own_unit, unit_in
from thidua.campaigns.queries.quota import quotas_of
from thidua.campaigns.queries.review import offered_awards
from thidua.law.ruling import Refused
from thidua.org.models import Person, Unit
from thidua.org.queries import taking_part
from thidua.paper.sheet import Sheet, write_xlsx
from thidua.records.attach import XLSX
from thidua.web.actors import attempt, office_page
from thidua.web.forms.new_nomination import StartForm
from thidua.web.forms.nominations import FilterForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.from_example import filled_in, told_of
from thidua.web.views.nomination_sheet import COLUMNS, sheet_rows


@office_page
def nominations(request: OfficeRequest) -> HttpResponse:
    """All nominations the mandate sees, of every campaign."""
    return _list(request, None)


@office_page
def campaign_nominations(request: OfficeRequest, code: str) -> HttpResponse:
    """The nominations of one campaign."""
    return _list(request, campaign_for(request.mandate, code))


def filter_of(request: OfficeRequest, campaign: Campaign | None) -> FilterForm:
    """The filter of a list as it was asked, with the forms and units there are."""
    seen = campaigns_visible_to(request.mandate)
    offered = dict.fromkeys(
        (form, title)
        for form, title in (campaign.awards if campaign else seen.exclude(state="draft")).values_list(
            *(("form", "title") if campaign else ("awards__form", "awards__title"))
        )
        if form
    )
    return FilterForm(request.GET, offered=offered, units=units_in(request.mandate, campaign))


def _list(request: OfficeRequest, campaign: Campaign | None) -> HttpResponse:
    form = filter_of(request, campaign)
    wanted = form.wanted()
    found = nomination_list(request.mandate, wanted, campaign=campaign)
    matching = narrowed(request.mandate, wanted, campaign=campaign)
    everything = request.GET.get("tat-ca") == "1"
    head, officer = request.mandate.role in HEADS, request.mandate.role == "standing"
    own = own_unit(campaign, request.mandate, on=request.today) if campaign and head else None
    figures = _figures(matching, campaign, own, on=request.today, titles=form.titles())
    pages = Paginator(found, ALL_ROWS if everything else PER_PAGE)
    pages.count = figures["fairness"].total  # counted already
    context = figures | {
        "campaign": campaign,
        "form": form,
        "page_of_nominations": pages.get_page(request.GET.get("trang")),
        "is_filtered": any(vars(wanted).values()),
        "is_head": head,
        "is_officer": officer,
        "may_choose": (head or officer) and (campaign is None or campaign.state in UNDER_WAY),
        "own": own,
        "everything": everything,
        "sheet_query": _query(request, dot=campaign.code if campaign else ""),
        "whole_query": _query(request, **{"tat-ca": "1"}),
    }
    return render(request, "nominations/list.html", context)


def _figures(
    matching: QuerySet[Nomination],
    campaign: Campaign | None,
    own: Unit | None,
    *,
    on: date,
    titles: list[str],
) -> dict[str, Any]:
    """What stands beside the list: the fairness gauge with the forms, and what is left of the quotas."""
    if campaign is None:
        return {"fairness": fairness_of(matching, titles=titles), "standings": []}
    quotas = list(quotas_of(campaign))
    return {
        "fairness": fairness_of(matching, campaign=campaign, on=on, quotas=quotas, titles=titles),
        "standings": standings(campaign, own, on=on, quotas=quotas),
    }


def _query(request: OfficeRequest, **more: str) -> str:
    """The conditions of the list with others, without the page of the list and without empty ones."""
    asked = {name: words for name, words in request.GET.items() if name != "trang"} | more
    return urlencode({name: words for name, words in asked.items() if words})


@office_page
def sheet(request: OfficeRequest) -> HttpResponse:
    """The filtered list as a spreadsheet."""
    code = request.GET.get("dot", "")
    campaign = campaign_for(request.mandate, code) if code else None
    found = nomination_list(request.mandate, filter_of(request, campaign).wanted(), campaign=campaign)
    made = write_xlsx([Sheet("Đề nghị khen thưởng", COLUMNS, sheet_rows(with_candidates(found)))])
    response = HttpResponse(made, content_type=XLSX.media)
    response["Content-Disposition"] = 'attachment; filename="de-nghi-khen-thuong.xlsx"'
    return response


TOGETHER: dict[str, tuple[Callable[..., object], str]] = {
    "gui": (submit_nomination, "Đã gửi {} hồ sơ."),
    "tham-dinh": (open_appraisal, "Đã mở thẩm định {} hồ sơ."),
}


@office_page
@require_POST
def chosen_together(request: OfficeRequest) -> HttpResponse:
    """Send or take up the ticked dossiers; each that cannot is named with its sentence."""
    verb, said = TOGETHER.get(request.POST.get("viec", ""), TOGETHER["gui"])
    done = 0
    codes = [code for code in request.POST.getlist("chon") if code.isalnum()]
    for nomination in chosen(request.mandate, codes):
        try:
            verb(nomination, mandate=request.mandate, on=request.today)
            done += 1
        except Refused as refused:
            messages.warning(request, f"{nomination.name}: {refused.ruling.because}")
    if done:
        messages.success(request, said.format(done))
    code = request.POST.get("dot", "")
    return redirect("campaign-nominations", code) if code.isalnum() else redirect("nominations")


@office_page
def new_nomination(request: OfficeRequest) -> HttpResponse:
    """Whom to put forward for which form; the officer first chooses the unit."""
    campaign = campaign_for(request.mandate, request.GET.get("dot", ""))
    unit = own_unit(campaign, request.mandate, on=request.today)
    if unit is None and request.GET.get("don-vi"):
        unit = unit_in(campaign, request.mandate, request.GET["don-vi"], on=request.today)
    context: dict[str, Any] = {"campaign": campaign, "example": told_of(request)}
    if unit is None:
        return render(request, "nominations/choose_unit.html", context | {"units": _units(request, campaign)})
    sought = request.GET.get("tim", "").strip() if proposes_others(campaign, on=request.today) else None
    elsewhere = people_elsewhere(campaign, unit, sought or "")
    form = _start_form(request, campaign, unit, elsewhere)
    context |= _offered(campaign) | {
        "sought": sought,
        "of": unit,
        "may_nominate": may_nominate(request.mandate, unit, campaign, on=request.today),
        "form": form,
    }
    made: list[Nomination] = []
    if attempt(request, form, lambda: made.append(_nominate(request, unit, form, elsewhere))):
        messages.success(request, "Đã lập đề nghị. Tiếp theo: ghi hồ sơ.")
        return redirect("dossier", made[0].code) if made else redirect("campaign-nominations", campaign.code)
    return render(request, "nominations/new.html", context)


def _offered(campaign: Campaign) -> dict[str, Any]:
    """The forms that cannot be proposed yet with the reason, and whether there are others."""
    awards = [(award, may_be_nominated_for(award)) for award in offered_awards(campaign)]
    locked = [pair for pair in awards if pair[1].stops]
    return {"locked": locked, "open_awards": len(awards) > len(locked)}


def _units(request: OfficeRequest, campaign: Campaign) -> list[Unit]:
    if request.mandate.unit_id != campaign.unit_id:
        return []
    return list(taking_part(campaign.unit, request.today))


def _start_form(
    request: OfficeRequest, campaign: Campaign, unit: Unit, elsewhere: QuerySet[Person]
) -> StartForm:
    ready = [award.pk for award in offered_awards(campaign) if award.has_standard]
    return StartForm(
        request.POST or None,
        awards=offered_awards(campaign).filter(pk__in=ready),
        unit=unit,
        for_unit=request.mandate.unit_id != unit.pk,
        others=list(elsewhere[:MOST_FOUND]),
        initial=filled_in(told_of(request), unit),
    )


def _nominate(request: OfficeRequest, unit: Unit, form: StartForm, elsewhere: QuerySet[Person]) -> Nomination:
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    said, example = form.cleaned_data, told_of(request)
    if said["candidate"]:
        candidate = candidate_key(unit, said["candidate"], elsewhere=elsewhere)
    else:
        candidate = enter_candidate(said["award"], new=form.new(), unit=unit, **acting)
    made = nominate(said["award"], candidate=candidate, unit=unit, how=said.get("how", ""), **acting)
    if example is not None:
        tell_story(made, role_model=example, **acting)
    return made


@office_page
@require_POST
def unit_papers(request: OfficeRequest, code: str, unit: str) -> HttpResponse:
    """Draft what the unit hands in: minutes, submissions with lists, achievement reports."""
    campaign = campaign_for(request.mandate, code)
    of = unit_in(campaign, request.mandate, unit, on=request.today)
    try:
        papers = draft_unit_papers(campaign, unit=of, mandate=request.mandate, on=request.today)
        messages.success(request, f"Đã soạn {len(papers)} văn bản của {of.name}; xem ở mục Giấy tờ.")
    except Refused as refused:
        messages.error(request, refused.ruling.because)
    return redirect("campaign-nominations", code)
