"""Role models in the office: written, agreed to, shown, taken away (gương điển hình)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns import discover
from thidua.campaigns.models import RoleModel
from thidua.campaigns.permissions import example
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.example import lead_for, role_model_for, role_models_of
from thidua.publicity.announce import take_person_down
from thidua.records.queries.files import files_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.examples import ConsentForm, ProfileForm, WithdrawForm, of_lead, of_role_model
from thidua.web.requests import OfficeRequest
from thidua.web.views.leads import tabs_of

ROWS = 50


@office_page
def role_models(request: OfficeRequest, code: str) -> HttpResponse:
    """The role models of a campaign."""
    campaign = campaign_for(request.mandate, code)
    found = role_models_of(request.mandate, campaign)
    context = {
        "campaign": campaign,
        "page_of_models": Paginator(found, ROWS).get_page(request.GET.get("trang")),
        "may_begin": example.may_begin_role_model(request.mandate, campaign, on=request.today),
        "tabs": tabs_of(request, campaign),
    }
    return render(request, "examples/role_models.html", context)


@office_page
def from_lead(request: OfficeRequest, receipt: str) -> HttpResponse:
    """Make a role model of a verified good deed, with what is known filled in."""
    lead = lead_for(request.mandate, receipt)
    example.may_make_role_model(request.mandate, lead, on=request.today).require()
    form = ProfileForm(request.POST or None, initial=of_lead(lead))
    made: list[RoleModel] = []
    if attempt(
        request,
        form,
        lambda: made.append(
            discover.make_role_model(lead, profile=form.profile(), mandate=request.mandate, on=request.today)
        ),
    ):
        return _written(request, made, back=("lead", receipt))
    return render(request, "examples/profile.html", {"form": form, "lead": lead, "campaign": lead.campaign})


@office_page
def role_model_new(request: OfficeRequest, code: str) -> HttpResponse:
    """Write about a role model the office knows of itself."""
    campaign = campaign_for(request.mandate, code)
    example.may_begin_role_model(request.mandate, campaign, on=request.today).require()
    form = ProfileForm(request.POST or None)
    made: list[RoleModel] = []
    if attempt(
        request,
        form,
        lambda: made.append(
            discover.write_role_model(
                campaign, profile=form.profile(), mandate=request.mandate, on=request.today
            )
        ),
    ):
        return _written(request, made, back=("campaign-role-models", code))
    return render(request, "examples/profile.html", {"form": form, "campaign": campaign})


def _written(request: OfficeRequest, made: list[RoleModel], *, back: tuple[str, str]) -> HttpResponse:
    messages.success(request, "Đã ghi bài. Việc tiếp theo là ghi nhận đồng ý của người được nêu gương.")
    return redirect("role-model", made[0].slug) if made else redirect(*back)


@office_page
def role_model(request: OfficeRequest, slug: str) -> HttpResponse:
    """One role model: the page as everybody will see it, the consent, what comes next."""
    return _page(request, role_model_for(request.mandate, slug))


def _page(request: OfficeRequest, found: RoleModel, **forms: Form) -> HttpResponse:
    mandate, on = request.mandate, request.today
    context: dict[str, Any] = {
        "role_model": found,
        "photos": files_of(found, "photo"),
        "may_change": example.may_change_role_model(mandate, found, on=on),
        "may_consent": example.may_record_consent(mandate, found, on=on),
        "may_publish": example.may_publish_role_model(mandate, found, on=on),
        "may_withdraw": example.may_withdraw_role_model(mandate, found, on=on),
        "may_take_back": example.may_withdraw_consent(mandate, found, on=on),
        "may_reopen": example.may_reopen_role_model(mandate, found, on=on),
        "consent_form": ConsentForm(initial={"person_name": found.name, "given_on": on}, prefix="dong-y"),
        "withdraw_form": WithdrawForm(prefix="go"),
    }
    return render(request, "examples/role_model.html", context | forms)


@office_page
def edit(request: OfficeRequest, slug: str) -> HttpResponse:
    """Rewrite or correct the page."""
    found = role_model_for(request.mandate, slug)
    example.may_change_role_model(request.mandate, found, on=request.today).require()
    form = ProfileForm(request.POST or None, initial=of_role_model(found))
    if attempt(
        request,
        form,
        lambda: discover.edit_role_model(
            found,
            profile=form.profile(),
            expected=form.cleaned_data["version"],
            mandate=request.mandate,
            on=request.today,
        ),
    ):
        messages.success(request, "Đã ghi lại bài.")
        return redirect("role-model", slug)
    return render(
        request, "examples/profile.html", {"form": form, "role_model": found, "campaign": found.campaign}
    )


@office_page
def consent(request: OfficeRequest, slug: str) -> HttpResponse:
    """Record that the person, or the guardian, agrees."""
    found = role_model_for(request.mandate, slug)
    form = ConsentForm(request.POST or None, prefix="dong-y")
    if attempt(
        request,
        form,
        lambda: discover.give_consent(found, words=form.words(), mandate=request.mandate, on=request.today),
    ):
        messages.success(request, "Đã ghi nhận đồng ý. Bài có thể công khai.")
        return redirect("role-model", slug)
    return _page(request, found, consent_form=form)


@office_page
@require_POST
def publish(request: OfficeRequest, slug: str) -> HttpResponse:
    """Show the page to everybody."""
    found = role_model_for(request.mandate, slug)
    discover.publish_role_model(found, mandate=request.mandate, on=request.today)
    messages.success(request, f"Đã công khai bài về {found.name}.")
    return redirect("role-model", slug)


@office_page
def withdraw(request: OfficeRequest, slug: str) -> HttpResponse:
    """Take the page and the news about the person away."""
    found = role_model_for(request.mandate, slug)
    form = WithdrawForm(request.POST or None, prefix="go")
    if attempt(
        request,
        form,
        lambda: take_person_down(
            found,
            reason=form.cleaned_data["reason"],
            consent=form.cleaned_data["why"] == "consent",
            mandate=request.mandate,
            on=request.today,
        ),
    ):
        messages.success(request, "Bài và tin về người này không còn công khai.")
        return redirect("role-model", slug)
    return _page(request, found, withdraw_form=form)


@office_page
@require_POST
def reopen(request: OfficeRequest, slug: str) -> HttpResponse:
    """Begin anew with a page that was taken away."""
    found = role_model_for(request.mandate, slug)
    discover.reopen_role_model(found, mandate=request.mandate, on=request.today)
    messages.success(request, "Bài trở lại bản nháp; cần đồng ý trước khi công khai.")
    return redirect("role-model", slug)
