"""People, the offices they hold, and their accounts (người, chức vụ, tài khoản)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.org.establish import add_person, appoint, edit_person, end_mandate, open_office
from thidua.org.permissions import may_appoint, may_arrange, may_keep_record
from thidua.org.queries import (
    accounts_within,
    government_of,
    mandate_held,
    mandates_within,
    people_within,
    person_named,
)
from thidua.org.states import ROLES
from thidua.web.actors import attempt
from thidua.web.forms.office import (
    AppointForm,
    LastDayForm,
    NewPersonForm,
    PeopleFilter,
    PersonForm,
    person_initial,
)
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page, settings_page

PEOPLE = ("Người và chức vụ", "/co-quan/nguoi/")


@settings_page(may_appoint)
def people(request: OfficeRequest) -> HttpResponse:
    """The people within reach, found by name and unit."""
    wanted = PeopleFilter(request.GET or None, mandate=request.mandate)
    said = wanted.cleaned_data if wanted.is_bound and wanted.is_valid() else {}
    found = people_within(request.mandate, unit=said.get("don_vi"), words=said.get("ten", ""))
    page = Paginator(found.prefetch_related("mandates__office", "accounts"), 50).get_page(
        request.GET.get("trang")
    )
    ruling = may_arrange(request.mandate, government_of(request.mandate.unit), on=request.today)
    may_keep = may_keep_record(request.mandate, government_of(request.mandate.unit), on=request.today)
    shown = {"page": page, "wanted": wanted, "crumbs": [HOME], "may_arrange": ruling, "may_keep": may_keep}
    return render(request, "office/people.html", shown)


@settings_page(may_arrange)
def person_new(request: OfficeRequest) -> HttpResponse:
    """Put a person on record."""
    first = {"unit": government_of(request.mandate.unit)}
    form = NewPersonForm(request.POST or None, initial=first, mandate=request.mandate)
    if attempt(request, form, lambda: add_person(
        form.cleaned_data["unit"], words=form.words, is_another=form.cleaned_data["is_another"],
        mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, f"Đã lập hồ sơ {form.cleaned_data['name']}.")
        return redirect("people")
    return form_page(
        request, form, head="Thêm người", does="Lập hồ sơ", back=reverse("people"), crumbs=[PEOPLE]
    )


@settings_page(may_appoint)
def person(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """One person: particulars, offices held, account."""
    found = person_named(request.mandate, pk)
    form = PersonForm(request.POST or None, initial=person_initial(found), mandate=request.mandate)
    if attempt(request, form, lambda: edit_person(
        found, unit=form.cleaned_data["unit"], words=form.words, expected=form.cleaned_data["mark"],
        mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, f"Đã ghi thông tin {found.name}.")
        return redirect("person", pk=pk)
    shown = {
        "person": found,
        "form": form,
        "held": mandates_within(request.mandate).filter(person=found),
        "account": accounts_within(request.mandate).filter(person=found).first(),
        "may_arrange": may_arrange(request.mandate, found.unit, on=request.today),
        "may_keep": may_keep_record(request.mandate, found.unit, on=request.today),
        "crumbs": [HOME, PEOPLE],
    }
    return render(request, "office/person.html", shown)


@settings_page(may_appoint)
def mandate_new(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Give a person an office."""
    found = person_named(request.mandate, pk)
    first = {"unit": found.unit, "starts": request.today, "post": found.position}
    form = AppointForm(request.POST or None, initial=first, mandate=request.mandate)

    def give() -> None:
        said = form.cleaned_data
        acting, on = request.mandate, request.today
        office = open_office(said["unit"], title=said["post"], role=said["role"], mandate=acting, on=on)
        appoint(found, office=office, term=form.term, mandate=acting, on=on)

    if attempt(request, form, give):
        messages.success(request, f"Đã giao chức vụ cho {found.name}.")
        return redirect("person", pk=pk)
    return form_page(
        request, form, head=f"Giao chức vụ cho {found.name}", does="Giao chức vụ",
        back=reverse("person", args=[pk]), crumbs=[PEOPLE, (found.name, reverse("person", args=[pk]))],
        roles=ROLES.values(),
    )  # fmt: skip


@settings_page(may_appoint)
def mandate_end(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """End a mandate with its last day."""
    held = mandate_held(request.mandate, pk)
    back = reverse("person", args=[held.person_id])
    form = LastDayForm(request.POST or None, initial={"ends": request.today})
    if attempt(request, form, lambda: end_mandate(
        held, ends=form.cleaned_data["ends"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã ghi ngày thôi giữ chức vụ của {held.person.name}.")
        return redirect(back)
    return form_page(
        request, form, head=f"{held.person.name} thôi giữ chức vụ {held.office.title}", does="Ghi ngày thôi",
        back=back, crumbs=[PEOPLE, (held.person.name, back)],
        explain="Văn bản đã ký, việc đã làm trong thời gian giữ chức vụ giữ nguyên.",
    )  # fmt: skip


@settings_page(may_appoint)
def mandates(request: OfficeRequest) -> HttpResponse:
    """Who holds which office, in every unit within reach."""
    page = Paginator(mandates_within(request.mandate), 50).get_page(request.GET.get("trang"))
    return render(request, "office/mandates.html", {"page": page, "crumbs": [HOME, PEOPLE]})
