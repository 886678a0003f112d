"""Who takes no part: a member declares an interest, or names those close to oneself (có liên quan)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards import deliberate
from thidua.awards.permissions.council import may_declare_kin
from thidua.awards.queries.council import case_for, council_on, people_on
from thidua.awards.queries.recusal import kinship_of, kinships_of
from thidua.org.queries import government_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.council import AsideForm, KinForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.council import session_page


@office_page
@require_POST
def aside(request: OfficeRequest, code: str, pk: UUID) -> HttpResponse:
    """A member takes no part in this case."""
    case, form = case_for(request.mandate, code, pk), AsideForm(request.POST)
    if attempt(request, form, lambda: deliberate.step_aside(
        case, why=form.cleaned_data["why"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi bạn không tham gia trường hợp này.")
        return redirect(f"{reverse('session', args=[code])}?truong-hop={case.order}")
    return session_page(request, case.session, wanted=str(case.order), aside_form=form)


@office_page
def kin(request: OfficeRequest) -> HttpResponse:
    """Those close to the members: the officer enters them for all, a member for oneself."""
    mandate, on = request.mandate, request.today
    unit = government_of(mandate.unit)
    seated = people_on(council_on(unit, on), on)
    for_all = mandate.holds("standing") and mandate.unit_id == unit.pk
    people = seated if for_all else seated.filter(pk=mandate.person_id)
    form = KinForm(request.POST or None, people=people)
    if attempt(request, form, lambda: deliberate.declare_kin(
        unit=unit, mandate=mandate, on=on, **form.cleaned_data
    )):  # fmt: skip
        messages.success(request, f"Đã ghi người thân của {form.cleaned_data['person'].name}.")
        return redirect("council-kin")
    shown = kinships_of(unit) if for_all else kinships_of(unit, mandate.person)
    context = {"kin": shown, "form": form, "may_declare": people.exists(), "for_all": for_all}
    return render(request, "council/kin.html", context)


@office_page
@require_POST
def forget_kin(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Take a declared tie off."""
    tie = kinship_of(government_of(request.mandate.unit), pk)
    may_declare_kin(request.mandate, tie.unit, tie.person, on=request.today).require()
    form = forms.Form(request.POST)
    if attempt(request, form, lambda: deliberate.forget_kin(tie, mandate=request.mandate, on=request.today)):
        messages.success(request, "Đã bỏ khai.")
    return redirect("council-kin")
