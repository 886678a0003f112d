"""Units and villages (đơn vị, thôn): the tree, add, edit, end."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.awards.inherit import take_over_dossiers
from thidua.awards.queries.inherit import undone_of
from thidua.campaigns.inherit import take_over_campaigns
from thidua.campaigns.permissions.campaign import may_inherit
from thidua.org.establish import add_unit, edit_unit
from thidua.org.permissions import may_appoint, may_arrange
from thidua.org.queries import arranged_units, government_of, mandates_within, unit_named
from thidua.org.reorganise import end_unit
from thidua.web.actors import attempt, office_page
from thidua.web.forms.office import EndUnitForm, NewUnitForm, UnitForm, unit_initial
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page, settings_page

UNITS = ("Đơn vị và thôn", "/co-quan/don-vi/")


@office_page
def units(request: OfficeRequest) -> HttpResponse:
    """The tree of units within reach."""
    own = government_of(request.mandate.unit)
    page = Paginator(arranged_units(request.mandate), 50).get_page(request.GET.get("trang"))
    shown = {
        "page": page,
        "crumbs": [HOME],
        "may_arrange": may_arrange(request.mandate, own, on=request.today),
        "may_open": may_appoint(request.mandate, own, on=request.today),
    }
    return render(request, "office/units.html", shown)


@settings_page(may_arrange)
def unit_new(request: OfficeRequest) -> HttpResponse:
    """Add a unit."""
    first = {"parent": government_of(request.mandate.unit), "opened_on": request.today, "takes_part": True}
    form = NewUnitForm(request.POST or None, initial=first, mandate=request.mandate)
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    if attempt(request, form, lambda: add_unit(
        said["parent"], words=form.words(said["level"]), opened_on=said["opened_on"],
        mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, f"Đã lập {said['name']}.")
        return redirect("units")
    return form_page(
        request, form, head="Thêm đơn vị, thôn", does="Lập đơn vị", back=reverse("units"), crumbs=[UNITS]
    )


@settings_page(may_appoint)
def unit(request: OfficeRequest, code: str) -> HttpResponse:
    """One unit: its particulars, and who holds which office there."""
    found = unit_named(request.mandate, code)
    form = UnitForm(request.POST or None, initial=unit_initial(found))
    if attempt(request, form, lambda: edit_unit(
        found, words=form.words(found.level), expected=form.cleaned_data["mark"],
        mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, f"Đã ghi thông tin {found.name}.")
        return redirect("unit", code=code)
    held = mandates_within(request.mandate).filter(unit=found)
    ruling = may_arrange(request.mandate, found, on=request.today)
    shown = {"unit": found, "form": form, "held": held, "crumbs": [HOME, UNITS], "may_arrange": ruling}
    if found.closed_on and found.heir:
        shown["undone"] = undone_of(found)
        shown["may_inherit"] = may_inherit(request.mandate, found, on=request.today)
    return render(request, "office/unit.html", shown)


@require_POST
@settings_page(may_arrange)
def unit_inherit(request: OfficeRequest, code: str) -> HttpResponse:
    """Take over what an ended unit left undone."""
    found = unit_named(request.mandate, code)
    with transaction.atomic():
        campaigns = take_over_campaigns(found, mandate=request.mandate, on=request.today)
        taken = take_over_dossiers(found, mandate=request.mandate, on=request.today)
    messages.success(
        request,
        f"Đã nhận {len(campaigns)} đợt thi đua, {taken.dossiers} hồ sơ, {taken.submissions} việc trình.",
    )
    return redirect("unit", code=code)


@settings_page(may_arrange)
def unit_end(request: OfficeRequest, code: str) -> HttpResponse:
    """End a unit and name its successor."""
    found = unit_named(request.mandate, code)
    form = EndUnitForm(
        request.POST or None, initial={"last_day": request.today}, unit=found, mandate=request.mandate
    )
    if attempt(request, form, lambda: end_unit(
        found, last_day=form.cleaned_data["last_day"], successor=form.cleaned_data["successor"],
        with_units=form.cleaned_data["with_units"], mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, f"Đã ghi ngày kết thúc của {found.name}.")
        return redirect("units")
    return form_page(
        request, form, head=f"Kết thúc {found.name}", does="Kết thúc đơn vị",
        back=reverse("unit", args=[code]), crumbs=[UNITS],
        explain="Mọi chức vụ ở đơn vị kết thúc cùng ngày. Người, hồ sơ, văn bản cũ giữ nguyên.",
    )  # fmt: skip
