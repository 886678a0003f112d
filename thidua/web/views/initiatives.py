"""Initiatives: noted by a unit or for it, recognised, applied elsewhere (sáng kiến)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import discover
from thidua.campaigns.models import Campaign, Initiative
from thidua.campaigns.permissions import initiative as permissions
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.initiative import authors_within, initiative_for, initiatives_of, uses_of
from thidua.org.models import Unit
from thidua.org.queries import taking_part
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import ReasonForm
from thidua.web.forms.initiatives import (
    ApplicationForm,
    InitiativeFilterForm,
    InitiativeForm,
    RecognitionForm,
    author_rows,
)
from thidua.web.requests import OfficeRequest
from thidua.web.views.leads import tabs_of

ROWS = 50


@office_page
def initiatives(request: OfficeRequest, code: str) -> HttpResponse:
    """The initiatives of a campaign, the newest first."""
    campaign = campaign_for(request.mandate, code)
    form = InitiativeFilterForm(request.GET)
    typed = form.cleaned_data if form.is_valid() else {}
    found = initiatives_of(request.mandate, campaign, state=typed.get("buoc", ""), words=typed.get("tim", ""))
    own = next(iter(_units(request, campaign)), campaign.unit)
    context = {
        "campaign": campaign,
        "filter_form": form,
        "tabs": tabs_of(request, campaign),
        "is_filtered": any(typed.values()),
        "page_of_initiatives": Paginator(found, ROWS).get_page(request.GET.get("trang")),
        "may_begin": permissions.may_note_initiative(request.mandate, own, campaign, on=request.today),
    }
    return render(request, "initiatives/list.html", context)


def _units(request: OfficeRequest, campaign: Campaign) -> list[Unit]:
    """For which units this person may speak: all and the own office for the officer, else the own one."""
    part = list(taking_part(campaign.unit, request.today))
    if request.mandate.unit_id == campaign.unit_id:
        return [campaign.unit, *part] if request.mandate.holds("standing") else []
    return [unit for unit in part if unit.pk == request.mandate.unit_id]


@office_page
def new(request: OfficeRequest, code: str) -> HttpResponse:
    """Write an initiative down; the officer first chooses the unit (`?don-vi=`)."""
    campaign = campaign_for(request.mandate, code)
    units = {unit.code: unit for unit in _units(request, campaign)}
    wanted = request.GET.get("don-vi", "") if len(units) > 1 else next(iter(units), "")
    if wanted not in units and len(units) > 1:
        return render(request, "initiatives/units.html", {"campaign": campaign, "units": units.values()})
    unit = units.get(wanted, request.mandate.unit)
    permissions.may_note_initiative(request.mandate, unit, campaign, on=request.today).require()
    form = InitiativeForm(request.POST or None, for_unit=unit.pk != request.mandate.unit_id)
    rows = author_rows(request.POST or None, people=list(authors_within(unit)))
    made: list[Initiative] = []
    if _sent(request, form, rows, lambda: made.append(discover.note_initiative(
        campaign, entry=form.entry(rows), unit=unit, mandate=request.mandate, on=request.today
    ))):  # fmt: skip
        messages.success(request, "Đã ghi sáng kiến. Có văn bản công nhận thì ghi ở trang của sáng kiến.")
        return _to(campaign, made[0]) if made else redirect("initiatives", code)
    context = {"campaign": campaign, "of": unit, "form": form, "authors": rows}
    return render(request, "initiatives/form.html", context)


def _sent(request: OfficeRequest, form: forms.Form, rows: forms.BaseFormSet, action: Any) -> bool:
    """Carry both parts of the form out, when both are right."""
    valid = rows.is_valid() if request.method == "POST" else True
    return valid and attempt(request, form, action)


def _to(campaign: Campaign, found: Initiative) -> HttpResponse:
    return redirect("initiative", campaign.code, found.code)


@office_page
def edit(request: OfficeRequest, code: str, which: str) -> HttpResponse:
    """Rewrite an initiative that waits for recognition."""
    campaign = campaign_for(request.mandate, code)
    found = initiative_for(request.mandate, campaign, which)
    permissions.may_change_initiative(request.mandate, found, on=request.today).require()
    fields = ("title", "what", "effect", "amount", "measure", "applied_from", "how", "version")
    form = InitiativeForm(
        request.POST or None,
        for_unit=found.unit_id != request.mandate.unit_id,
        initial={name: getattr(found, name) for name in fields},
    )
    rows = author_rows(request.POST or None, people=list(authors_within(found.unit)), initiative=found)
    if _sent(request, form, rows, lambda: discover.edit_initiative(
        found, entry=form.entry(rows), expected=form.cleaned_data["version"], mandate=request.mandate,
        on=request.today,
    )):  # fmt: skip
        messages.success(request, "Đã ghi lại sáng kiến.")
        return _to(campaign, found)
    context = {"campaign": campaign, "of": found.unit, "found": found, "form": form, "authors": rows}
    return render(request, "initiatives/form.html", context)


@office_page
def initiative(request: OfficeRequest, code: str, which: str) -> HttpResponse:
    """One initiative: what it is, who recognised it, where it is applied."""
    campaign = campaign_for(request.mandate, code)
    return _page(request, initiative_for(request.mandate, campaign, which))


def _page(request: OfficeRequest, found: Initiative, **sent: forms.Form) -> HttpResponse:
    mandate, on = request.mandate, request.today
    units = [
        unit
        for unit in _units(request, found.campaign)
        if permissions.may_apply_initiative(mandate, found, unit, on=on).is_yes
    ]
    mine = {unit.pk for unit in units}
    context: dict[str, Any] = {
        "initiative": found,
        "campaign": found.campaign,
        "authors": found.authors.select_related("person"),
        "uses": [(use, use.unit_id in mine) for use in uses_of(found)],
        "may_change": permissions.may_change_initiative(mandate, found, on=on),
        "may_recognise": permissions.may_recognise_initiative(mandate, found, on=on),
        "may_reopen": permissions.may_reopen_initiative(mandate, found, on=on),
        "recognition_form": RecognitionForm(initial={"level": "co_so"}, prefix="cong-nhan"),
        "drop_form": ReasonForm(prefix="bo"),
        "reopen_form": ReasonForm(prefix="xem-lai"),
        "application_form": ApplicationForm(units=units, initial={"since": on}, prefix="ap-dung"),
        "may_apply": bool(units),
    }
    return render(request, "initiatives/initiative.html", context | sent)


@office_page
def recognise(request: OfficeRequest, code: str, which: str) -> HttpResponse:
    """Record the paper that recognises it."""
    found = initiative_for(request.mandate, campaign_for(request.mandate, code), which)
    form = RecognitionForm(request.POST or None, prefix="cong-nhan")
    if attempt(request, form, lambda: discover.recognise_initiative(
        found, recognition=form.recognition(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi công nhận. Đề nghị khen tác giả thì chọn sáng kiến này ở Căn cứ.")
        return _to(found.campaign, found)
    return _page(request, found, recognition_form=form)


@office_page
def drop(request: OfficeRequest, code: str, which: str) -> HttpResponse:
    """Set an initiative aside with the reason."""
    found = initiative_for(request.mandate, campaign_for(request.mandate, code), which)
    form = ReasonForm(request.POST or None, prefix="bo")
    if attempt(request, form, lambda: discover.drop_initiative(
        found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi không công nhận.")
        return _to(found.campaign, found)
    return _page(request, found, drop_form=form)


@office_page
def reopen(request: OfficeRequest, code: str, which: str) -> HttpResponse:
    """Take a recognition, or its refusal, back."""
    found = initiative_for(request.mandate, campaign_for(request.mandate, code), which)
    form = ReasonForm(request.POST or None, prefix="xem-lai")
    if attempt(request, form, lambda: discover.reopen_initiative(
        found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Sáng kiến trở lại bước chờ công nhận.")
        return _to(found.campaign, found)
    return _page(request, found, reopen_form=form)


@office_page
def apply(request: OfficeRequest, code: str, which: str) -> HttpResponse:
    """Record a unit that applies it."""
    campaign = campaign_for(request.mandate, code)
    found = initiative_for(request.mandate, campaign, which)
    form = ApplicationForm(request.POST or None, units=_units(request, campaign), prefix="ap-dung")
    if attempt(request, form, lambda: discover.apply_initiative(
        found, application=form.application(), mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã ghi {form.application().unit.name} áp dụng sáng kiến này.")
        return _to(campaign, found)
    return _page(request, found, application_form=form)


@office_page
@require_POST
def stop(request: OfficeRequest, code: str, which: str, unit: str) -> HttpResponse:
    """Take back that a unit applies it."""
    found = initiative_for(request.mandate, campaign_for(request.mandate, code), which)
    place = uses_of(found).get(unit__code=unit).unit
    discover.stop_applying(found, unit=place, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã bỏ {place.name} khỏi nơi áp dụng.")
    return _to(found.campaign, found)
