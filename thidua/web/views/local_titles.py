"""The titles that a locality sets (danh hiệu của địa phương): listed, set, ended, offered in a campaign."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.campaigns.permissions.review import may_offer_title
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.named_titles import titles_named
from thidua.campaigns.queries.review import offered_award
from thidua.campaigns.standard import drop_title, offer_title, take_title_off
from thidua.law.book import rulebook_on
from thidua.org.permissions import may_regulate
from thidua.org.queries import government_of
from thidua.records.entitle import end_title, set_title
from thidua.records.queries.rulebook import title_for, titles_given, titles_offered
from thidua.web.actors import attempt, office_page
from thidua.web.forms.local_titles import EndTitleForm, OfferTitleForm, TitleForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page

TITLES = ("Danh hiệu của địa phương", "/co-quan/danh-hieu-rieng/")


@office_page
def local_titles(request: OfficeRequest) -> HttpResponse:
    """Every title that the own office or one above it has set, ended ones too."""
    unit = government_of(request.mandate.unit)
    shown = {
        "titles": titles_given(unit),
        "unit": unit,
        "may_regulate": may_regulate(request.mandate, unit, on=request.today),
        "crumbs": [HOME],
    }
    return render(request, "office/local_titles.html", shown)


@office_page
def local_title_new(request: OfficeRequest) -> HttpResponse:
    """Set a title from its paper."""
    unit = government_of(request.mandate.unit)
    may_regulate(request.mandate, unit, on=request.today).require()
    levels = rulebook_on(request.today).levels()
    first = {"starts": request.today, "level": unit.level}
    form = TitleForm(request.POST or None, levels=levels, initial=first)
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: set_title(unit, words=form.words, **acting)):
        messages.success(request, "Đã ghi danh hiệu; đợt thi đua nào dùng thì thêm ở trang tiêu chuẩn.")
        return redirect("local-titles")
    return render(request, "office/local_title_new.html", {"form": form, "crumbs": [HOME, TITLES]})


@office_page
def local_title_end(request: OfficeRequest, code: str) -> HttpResponse:
    """Give a title no longer after a day."""
    unit = government_of(request.mandate.unit)
    found = title_for(unit, code)
    may_regulate(request.mandate, found.unit, on=request.today).require()
    form = EndTitleForm(request.POST or None, initial={"last": request.today})
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: end_title(found, **form.cleaned_data, **acting)):
        messages.success(request, f"Danh hiệu “{found.name}” đã có ngày thôi áp dụng.")
        return redirect("local-titles")
    return form_page(
        request, form, head=f"Thôi áp dụng: {found.name}", does="Thôi áp dụng",
        back=reverse("local-titles"), crumbs=[TITLES],
        explain="Hồ sơ lập trước ngày ấy vẫn xét theo danh hiệu; từ ngày sau không lập đề nghị mới.",
    )  # fmt: skip


@office_page
@require_POST
def local_title_drop(request: OfficeRequest, code: str) -> HttpResponse:
    """Remove a title entered by mistake, which no campaign offers."""
    found = title_for(government_of(request.mandate.unit), code)
    drop_title(found, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã bỏ danh hiệu ghi nhầm “{found.name}”.")
    return redirect("local-titles")


@office_page
def title_offer(request: OfficeRequest, code: str) -> HttpResponse:
    """Let a campaign offer a title of the locality."""
    campaign = campaign_for(request.mandate, code)
    may_offer_title(request.mandate, campaign, on=request.today).require()
    held = set(campaign.awards.values_list("form", flat=True))
    titles = titles_offered(campaign.unit, on=request.today).exclude(code__in=held)
    named = titles_named(campaign, titles)
    first = {"title": named[0][0].code} if named else {}
    form = OfferTitleForm(request.POST or None, titles=titles, initial=first)
    acting: dict[str, Any] = {"mandate": request.mandate, "on": request.today}
    if attempt(request, form, lambda: offer_title(campaign, title=form.cleaned_data["title"], **acting)):
        messages.success(request, "Đã đưa danh hiệu vào đợt; đơn vị đề nghị được ngay.")
        return redirect("campaign-standards", code)
    shown = {"campaign": campaign, "form": form, "titles": titles, "named": named}
    return render(request, "standard/offer.html", shown)


@office_page
@require_POST
def title_take_off(request: OfficeRequest, code: str, form: str) -> HttpResponse:
    """Take a title of the locality out of the campaign again."""
    award = offered_award(campaign_for(request.mandate, code), form)
    take_title_off(award, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã bỏ danh hiệu “{award.title}” khỏi đợt.")
    return redirect("campaign-standards", code)
