"""News in the office: written from role models and facts, put out, corrected, taken down (tin bài)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.awards.queries.public import public_honours
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.example import public_role_models, role_model_for
from thidua.publicity import announce, permissions
from thidua.publicity.documents import news_about, news_of_campaign
from thidua.publicity.models import Announcement
from thidua.publicity.queries import broadcasts_of, news_for, news_of
from thidua.publicity.queries.news import versions_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import ReasonForm
from thidua.web.forms.publicity import CorrectionForm, NewsForm
from thidua.web.requests import OfficeRequest

ROWS = 50


@office_page
def campaign_news(request: OfficeRequest, code: str) -> HttpResponse:
    """News and bulletins of a campaign."""
    campaign = campaign_for(request.mandate, code)
    context = {
        "campaign": campaign,
        "page_of_news": Paginator(news_of(request.mandate, campaign), ROWS).get_page(
            request.GET.get("trang")
        ),
        "broadcasts": broadcasts_of(request.mandate, campaign)[:ROWS],
        "role_models": public_role_models(campaign.unit, campaign)[:10],
        "honours": public_honours(campaign)[:10],
        "may_begin": permissions.may_begin_news(request.mandate, campaign, on=request.today),
    }
    return render(request, "publicity/campaign_news.html", context)


@office_page
def news_new(request: OfficeRequest, code: str) -> HttpResponse:
    """Write a piece: about a role model (`?guong=`), or about the campaign, first words filled in."""
    campaign = campaign_for(request.mandate, code)
    permissions.may_begin_news(request.mandate, campaign, on=request.today).require()
    slug = request.GET.get("guong")
    person = role_model_for(request.mandate, slug) if slug else None
    words = news_about(person) if person else news_of_campaign(campaign, on=request.today)
    form = NewsForm(request.POST or None, initial=asdict(words))
    made: list[Announcement] = []
    if attempt(
        request,
        form,
        lambda: made.append(
            announce.write_news(
                campaign, words=form.words(), role_model=person, mandate=request.mandate, on=request.today
            )
        ),
    ):
        messages.success(request, "Đã ghi tin. Xem lại rồi trình duyệt.")
        return redirect("news", made[0].slug) if made else redirect("campaign-news", code)
    return render(request, "publicity/news_form.html", {"form": form, "campaign": campaign, "person": person})


@office_page
def piece(request: OfficeRequest, slug: str) -> HttpResponse:
    """One piece as everybody will read it, and what may be done with it."""
    return _page(request, news_for(request.mandate, slug))


def _page(request: OfficeRequest, found: Announcement, **forms: Form) -> HttpResponse:
    mandate, on = request.mandate, request.today
    context: dict[str, Any] = {
        "news": found,
        "versions": versions_of(found),
        "may_change": permissions.may_change_news(mandate, found, on=on),
        "may_correct": permissions.may_correct_news(mandate, found, on=on),
        "may_offer": permissions.may_offer_news(mandate, found, on=on),
        "may_hand_back": permissions.may_hand_news_back(mandate, found, on=on),
        "may_publish": permissions.may_publish_news(mandate, found, on=on),
        "may_take_down": permissions.may_take_down_news(mandate, found, on=on),
        "may_reopen": permissions.may_reopen_news(mandate, found, on=on),
        "reason_form": ReasonForm(prefix="go"),
        "back_form": ReasonForm(prefix="tra"),
    }
    return render(request, "publicity/news.html", context | forms)


@office_page
def edit(request: OfficeRequest, slug: str) -> HttpResponse:
    """Rewrite a draft, or correct what is out."""
    found = news_for(request.mandate, slug)
    if found.state == "published":
        return _correct(request, found)
    permissions.may_change_news(request.mandate, found, on=request.today).require()
    form = NewsForm(request.POST or None, initial=_now(found))
    if attempt(
        request,
        form,
        lambda: announce.edit_news(
            found,
            words=form.words(),
            expected=form.cleaned_data["version"],
            mandate=request.mandate,
            on=request.today,
        ),
    ):
        messages.success(request, "Đã ghi lại tin.")
        return redirect("news", slug)
    return render(
        request, "publicity/news_form.html", {"form": form, "news": found, "campaign": found.campaign}
    )


def _now(found: Announcement) -> dict[str, Any]:
    return {field: getattr(found, field) for field in ("title", "lead", "body", "version")}


def _correct(request: OfficeRequest, found: Announcement) -> HttpResponse:
    """Correct a piece that is out, and say what was wrong."""
    permissions.may_correct_news(request.mandate, found, on=request.today).require()
    form = CorrectionForm(request.POST or None, initial=_now(found))
    if attempt(
        request,
        form,
        lambda: announce.correct_news(
            found,
            correction=form.correction(),
            expected=form.cleaned_data["version"],
            mandate=request.mandate,
            on=request.today,
        ),
    ):
        messages.success(request, "Đã đính chính; dòng đính chính hiện dưới tin.")
        return redirect("news", found.slug)
    return render(
        request, "publicity/news_form.html", {"form": form, "news": found, "campaign": found.campaign}
    )


@office_page
@require_POST
def offer(request: OfficeRequest, slug: str) -> HttpResponse:
    """Lay a draft before who approves it."""
    found = news_for(request.mandate, slug)
    announce.offer_news(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã trình duyệt; Thường trực Hội đồng hoặc Chủ tịch duyệt rồi tin lên trang.")
    return redirect("news", slug)


@office_page
def hand_back(request: OfficeRequest, slug: str) -> HttpResponse:
    """Give a piece back to its writer with what is to be changed."""
    found = news_for(request.mandate, slug)
    form = ReasonForm(request.POST or None, prefix="tra")
    if attempt(
        request,
        form,
        lambda: announce.hand_news_back(
            found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Đã trả lại tin để sửa.")
        return redirect("news", slug)
    return _page(request, found, back_form=form)


@office_page
@require_POST
def publish(request: OfficeRequest, slug: str) -> HttpResponse:
    """Put a piece out."""
    found = news_for(request.mandate, slug)
    announce.publish_news(found, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã duyệt và đăng tin “{found.title}”.")
    return redirect("news", slug)


@office_page
def take_down(request: OfficeRequest, slug: str) -> HttpResponse:
    """Take a piece down with the reason."""
    found = news_for(request.mandate, slug)
    form = ReasonForm(request.POST or None, prefix="go")
    if attempt(
        request,
        form,
        lambda: announce.take_down_news(
            found, reason=form.cleaned_data["reason"], mandate=request.mandate, on=request.today
        ),
    ):
        messages.success(request, "Đã gỡ tin.")
        return redirect("news", slug)
    return _page(request, found, reason_form=form)


@office_page
@require_POST
def reopen(request: OfficeRequest, slug: str) -> HttpResponse:
    """Begin anew with a piece that was taken down."""
    found = news_for(request.mandate, slug)
    announce.reopen_news(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Tin trở lại bản nháp.")
    return redirect("news", slug)
