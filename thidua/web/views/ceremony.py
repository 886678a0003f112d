"""The ceremony in the office: arranged, its programme, who hands over, held or called off (lễ trao)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards import certify
from thidua.awards.documents.ceremony import steps_of, units_invited
from thidua.awards.models import Ceremony
from thidua.awards.permissions import ceremony as permissions
from thidua.awards.permissions.amendment import may_arrange_ceremony
from thidua.awards.queries.ceremony import (
    calls_in,
    ceremonies_visible_to,
    ceremony_for,
    groups_of,
    guests_of,
    not_collected,
)
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for
from thidua.org.queries import who_holds
from thidua.web.actors import attempt, office_page
from thidua.web.forms.ceremony import (
    USUAL_HOUR,
    CancelForm,
    CeremonyForm,
    GiversForm,
    facts_of,
    step_rows,
    steps_typed,
)
from thidua.web.requests import OfficeRequest

MOVES = {"da-to-chuc": certify.note_held, "mo-lai": certify.reopen_ceremony}


@office_page
def of_campaign(request: OfficeRequest, code: str) -> HttpResponse:
    """The ceremonies of a campaign; the one that counts opens at once."""
    campaign = campaign_for(request.mandate, code)
    found = list(ceremonies_visible_to(request.mandate).filter(campaign=campaign))
    standing = next((one for one in found if one.state != "cancelled"), None)
    if standing is not None:
        return redirect("ceremony", code=standing.code)
    may = may_arrange_ceremony(request.mandate, campaign, on=request.today)
    context = {"campaign": campaign, "called_off": found, "may_arrange": may}
    return render(request, "ceremony/none.html", context)


@office_page
def new(request: OfficeRequest, code: str) -> HttpResponse:
    """Arrange the ceremony of a campaign."""
    campaign, made = campaign_for(request.mandate, code), list[Ceremony]()
    may = may_arrange_ceremony(request.mandate, campaign, on=request.today)
    form = CeremonyForm(request.POST or None, initial=_first(request, campaign))
    if attempt(request, form, lambda: made.append(certify.arrange_ceremony(
        campaign, facts=form.facts(), mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã ghi việc tổ chức lễ. Tiếp theo: chương trình, khách mời, chỗ ngồi.")
        return redirect("campaign-ceremony", code=code)
    context = {"campaign": campaign, "form": form, "ruling_now": may, "heading": "Chuẩn bị lễ trao thưởng"}
    return render(request, "ceremony/form.html", context)


def _first(request: OfficeRequest, campaign: Campaign) -> dict[str, Any]:
    """What is known already: the day set for the ceremony, the hall, the chair."""
    chair = who_holds(campaign.unit, "chair", on=request.today).first()
    leads = f"Chủ tịch {chair.person.name}" if chair else ""
    return {
        "day": campaign.deadlines.filter(kind="ceremony").values_list("day", flat=True).first(),
        "starts": USUAL_HOUR, "place": f"Hội trường {campaign.unit.name}", "presided_by": leads,
        "host": request.mandate.person.name, "giver": leads, "guests_in_front": True,
    }  # fmt: skip


@office_page
def ceremony(request: OfficeRequest, code: str) -> HttpResponse:
    """One ceremony: what is set, the order of calling, what is still missing."""
    found, mandate, on = ceremony_for(request.mandate, code), request.mandate, request.today
    groups, guests = groups_of(found), guests_of(found)
    calls = calls_in(groups)
    own = [words for unit, words in units_invited(found, groups) if unit.pk == mandate.unit_id]
    without = sum(call.seat is None for call in calls) + sum(seat is None for _, seat in guests)
    context = {
        "ceremony": found,
        "campaign": found.campaign,
        "groups": groups,
        "awarded": len(calls),
        "guests": guests,
        "without_seat": without if found.rows else 0,
        "may_change": permissions.may_change_ceremony(mandate, found, on=on),
        "may_reopen": permissions.may_reopen_ceremony(mandate, found, on=on),
        "may_hand": permissions.may_hand_at(mandate, found, on=on),
        "waiting": len(not_collected(found)),
        "brief": own[0] if own else "",
        "is_due": on >= found.day,
    }
    return render(request, "ceremony/ceremony.html", context)


@office_page
def edit(request: OfficeRequest, code: str) -> HttpResponse:
    """Change what is arranged."""
    found = ceremony_for(request.mandate, code)
    may = permissions.may_change_ceremony(request.mandate, found, on=request.today)
    form = CeremonyForm(request.POST or None, initial=facts_of(found))
    if attempt(request, form, lambda: certify.change_ceremony(
        found, facts=form.facts(), expected=form.cleaned_data["version"], mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã sửa việc tổ chức lễ.")
        return redirect("ceremony", code=code)
    return _form(request, found, form, ruling_now=may, heading="Sửa việc tổ chức lễ")


@office_page
def programme(request: OfficeRequest, code: str) -> HttpResponse:
    """The programme line by line; emptied, it is the proposed one again."""
    found = ceremony_for(request.mandate, code)
    may = permissions.may_change_ceremony(request.mandate, found, on=request.today)
    sent = request.POST if request.method == "POST" else None
    steps, form = steps_of(found, groups_of(found)), forms.Form(sent)
    rows = step_rows(steps, sent)
    if rows.is_valid() and attempt(request, form, lambda: certify.set_programme(
        found, steps=[] if "de-xuat" in request.POST else steps_typed(rows), mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã ghi chương trình.")
        return redirect("ceremony", code=code)
    context = {
        "ceremony": found, "campaign": found.campaign, "form": form, "steps": rows, "ruling_now": may,
        "is_proposed": not found.steps.exists(),
    }  # fmt: skip
    return render(request, "ceremony/programme.html", context)


@office_page
def givers(request: OfficeRequest, code: str) -> HttpResponse:
    """Who hands over to which group."""
    found = ceremony_for(request.mandate, code)
    may = permissions.may_change_ceremony(request.mandate, found, on=request.today)
    sent = request.POST if request.method == "POST" else None
    form = GiversForm(sent, groups=groups_of(found), usual=found.giver)
    if attempt(request, form, lambda: certify.set_givers(
        found, names=form.names(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã phân công người trao.")
        return redirect("ceremony", code=code)
    return _form(request, found, form, ruling_now=may, heading="Phân công người trao")


@office_page
@require_POST
def move(request: OfficeRequest, code: str, to: str) -> HttpResponse:
    """Note that it took place, or take that back."""
    found, form = ceremony_for(request.mandate, code), forms.Form(request.POST)
    if attempt(request, form, lambda: MOVES[to](found, mandate=request.mandate, on=request.today)):
        messages.success(request, f"Lễ trao thưởng: {ceremony_for(request.mandate, code).state_says}.")
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect("ceremony", code=code)


@office_page
def cancel(request: OfficeRequest, code: str) -> HttpResponse:
    """Call the ceremony off, with the reason."""
    found, form = ceremony_for(request.mandate, code), CancelForm(request.POST or None)
    may = permissions.may_change_ceremony(request.mandate, found, on=request.today)
    if attempt(request, form, lambda: certify.cancel_ceremony(
        found, **form.cleaned_data, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã hủy lễ; giấy mời đã gửi thì báo lại cho đơn vị.")
        return redirect("campaign-ceremony", code=found.campaign.code)
    return _form(request, found, form, ruling_now=may, heading="Hủy lễ", submit_words="Hủy lễ")


def _form(request: OfficeRequest, found: Ceremony, form: forms.Form, **shown: Any) -> HttpResponse:
    """The page with one form about the ceremony."""
    context = {"ceremony": found, "campaign": found.campaign, "form": form, **shown}
    return render(request, "ceremony/form.html", context)
