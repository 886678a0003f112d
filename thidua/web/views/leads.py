"""Good deeds in the office: the list, typed in, the page of one (tin báo việc tốt)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.campaigns import discover
from thidua.campaigns.models import Campaign, Lead
from thidua.campaigns.permissions.example import (
    may_check_deed,
    may_make_role_model,
    may_note_deed,
    may_reopen_deed,
    may_separate_deed,
    may_write_role_model,
)
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.example import (
    chosen_leads,
    lead_for,
    leads_of,
    photos_of_lead,
    role_models_of,
    witnesses_needed,
)
from thidua.campaigns.queries.initiative import initiatives_visible_to
from thidua.campaigns.queries.likeness import similar_leads
from thidua.campaigns.queries.model_project import projects_of
from thidua.law.ruling import Ruling
from thidua.org.queries import taking_part
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import (
    WAYS,
    AskUnitForm,
    LeadFilterForm,
    NotedDeedForm,
    ReasonForm,
    SetAsideForm,
    VerifyForm,
    WitnessForm,
)
from thidua.web.requests import OfficeRequest

ROWS, MOST_AT_ONCE = 50, 500


@office_page
def leads(request: OfficeRequest, code: str) -> HttpResponse:
    """The good deeds of a campaign; those who may not read reports see the role models."""
    campaign = campaign_for(request.mandate, code)
    may_read = may_write_role_model(request.mandate, campaign.unit, on=request.today)
    if not leads_of(request.mandate, campaign).exists() and may_read.stops:
        return redirect("campaign-role-models", code=code)
    form = LeadFilterForm(request.GET)
    typed = form.cleaned_data if form.is_valid() else {}
    found = leads_of(request.mandate, campaign, state=typed.get("buoc", ""), words=typed.get("tim", ""))
    context = {
        "campaign": campaign,
        "filter_form": form,
        "page_of_leads": Paginator(found, ROWS).get_page(request.GET.get("trang")),
        "may_note": may_note_deed(request.mandate, campaign, on=request.today),
        "may_sort": may_sort(request, campaign),
        "set_aside": len(request.session.get("set_aside", [])),
        "tabs": tabs_of(request, campaign),
    }
    return render(request, "examples/leads.html", context)


def may_sort(request: OfficeRequest, campaign: Campaign) -> bool:
    """Whether this person checks reports, and so may set many aside at once."""
    return request.mandate.holds("standing") and request.mandate.unit_id == campaign.unit_id


def tabs_of(request: OfficeRequest, campaign: Campaign) -> list[dict[str, Any]]:
    """The lists of stage 5, with how many there are; reports only for those who may read them."""
    counts = {
        "campaign-leads": ("Tin báo việc tốt", leads_of(request.mandate, campaign).count()),
        "campaign-role-models": ("Gương điển hình", role_models_of(request.mandate, campaign).count()),
        "campaign-projects": ("Mô hình, phần việc", projects_of(request.mandate, campaign).count()),
        "initiatives": ("Sáng kiến", initiatives_visible_to(request.mandate, campaign).count()),
    }
    tabs = []
    for name, (label, count) in counts.items():
        url = reverse(name, args=[campaign.code])
        tabs.append({"label": label, "url": url, "current": url == request.path, "count": count})
    may_read = may_write_role_model(request.mandate, campaign.unit, on=request.today)
    return tabs if may_read.is_yes else tabs[1:]


@office_page
@require_POST
def leads_aside(request: OfficeRequest, code: str) -> HttpResponse:
    """Set the ticked new reports aside, or all new ones looked for (`tat-ca`); one press takes them back."""
    campaign = campaign_for(request.mandate, code)
    form = SetAsideForm(request.POST)
    typed = form.cleaned_data if form.is_valid() else {"reason": "", "tim": ""}
    if "tat-ca" in request.POST:
        found = list(leads_of(request.mandate, campaign, state="new", words=typed["tim"])[:MOST_AT_ONCE])
    else:
        found = chosen_leads(request.mandate, _ticked(request), state="new")
    reason = typed["reason"] or "Tin rác"
    many = discover.reject_many(found, reason=reason, mandate=request.mandate, on=request.today)
    if many:
        request.session["set_aside"] = [lead.receipt for lead in found]
        messages.success(request, f"Đã để riêng {many} tin. Bấm nhầm thì lấy lại ở ngay dưới.")
    else:
        messages.error(request, "Chưa chọn tin mới nào; hãy đánh dấu tin rồi bấm lại.")
    return redirect("campaign-leads", code)


def _ticked(request: OfficeRequest) -> list[str]:
    return [receipt for receipt in request.POST.getlist("chon") if receipt.isalnum()]


@office_page
@require_POST
def leads_back(request: OfficeRequest, code: str) -> HttpResponse:
    """Look again at the ticked reports that were set aside, or at those set aside just now."""
    campaign = campaign_for(request.mandate, code)
    chosen = _ticked(request) or request.session.pop("set_aside", [])
    found = chosen_leads(request.mandate, chosen, state="rejected")
    many = discover.reopen_many(found, reason="Lấy lại tin", mandate=request.mandate, on=request.today)
    if many:
        messages.success(request, f"Đã lấy lại {many} tin, chờ xác minh như cũ.")
    else:
        messages.error(request, "Chưa chọn tin nào đã để riêng; hãy đánh dấu tin rồi bấm lại.")
    return redirect("campaign-leads", campaign.code)


@office_page
def lead_new(request: OfficeRequest, code: str) -> HttpResponse:
    """Type in a good deed that came by telephone or on paper (`?cach=`); a pile of slips goes on and on."""
    campaign = campaign_for(request.mandate, code)
    may_note_deed(request.mandate, campaign, on=request.today).require()
    asked = request.GET.get("cach", "")
    initial = {"way": asked if asked in WAYS else "dien-thoai", "told_on": request.today}
    form = NotedDeedForm(
        request.POST or None, request.FILES or None, initial=initial,
        units=taking_part(campaign.unit, request.today), on=request.today,
    )  # fmt: skip
    made: list[Lead] = []
    if attempt(request, form, lambda: made.append(_noted(request, campaign, form))):
        if form.cleaned_data["way"] == "giay":
            messages.success(
                request, f"Đã nhập phiếu về {form.cleaned_data['who']}. Còn phiếu thì nhập tiếp."
            )
            return redirect(f"{reverse('lead-new', args=[code])}?cach=giay")
        messages.success(request, "Đã nhập tin báo; việc tiếp theo là hỏi lại để xác minh.")
        return redirect("lead", made[0].receipt) if made else redirect("campaign-leads", code)
    return render(request, "examples/lead_new.html", {"campaign": campaign, "form": form})


def _noted(request: OfficeRequest, campaign: Campaign, form: NotedDeedForm) -> Lead:
    photo = form.cleaned_data["photo"]
    return discover.note_good_deed(
        campaign, deed=form.deed(), photo=photo, mandate=request.mandate, on=request.today
    )


@office_page
def lead(request: OfficeRequest, receipt: str) -> HttpResponse:
    """One good deed: what was told, who was asked, what comes next."""
    return lead_page(request, lead_for(request.mandate, receipt))


def lead_page(request: OfficeRequest, found: Lead, **forms: Form) -> HttpResponse:
    """The page of a good deed with its forms, some of them as they were just sent."""
    home = found.asked or found.home
    units = taking_part(found.unit, request.today)
    context: dict[str, Any] = {
        "lead": found,
        "photos": photos_of_lead(found),
        "similar": similar_leads(found)[:10],
        "joined": found.joined.all(),
        "role_model": getattr(found, "role_model", None),
        "verify_form": VerifyForm(prefix="xac-minh"),
        "ask_form": AskUnitForm(units=units, initial={"unit": home.code if home else ""}, prefix="hoi"),
        "witness_form": WitnessForm(prefix="y-kien"),
        "reject_form": ReasonForm(prefix="khong-nhan"),
        "reopen_form": ReasonForm(prefix="xem-lai"),
    }
    context |= _known(request, found) | _rulings(request, found) | forms
    return render(request, "examples/lead.html", context)


def _known(request: OfficeRequest, found: Lead) -> dict[str, Any]:
    """Who said what, and how many more have to."""
    witnesses = list(found.witnesses.select_related("unit"))
    needed, is_set = witnesses_needed(found.unit, on=request.today)
    missing = needed - sum(one.agrees for one in witnesses)
    return {"witnesses": witnesses, "needed": needed, "is_set": is_set, "missing": missing}


def _rulings(request: OfficeRequest, found: Lead) -> dict[str, Ruling]:
    """What this person may do with a good deed, or why not."""
    asked = {
        "may_check": may_check_deed,
        "may_reopen": may_reopen_deed,
        "may_separate": may_separate_deed,
        "may_make": may_make_role_model,
    }
    return {name: may(request.mandate, found, on=request.today) for name, may in asked.items()}
