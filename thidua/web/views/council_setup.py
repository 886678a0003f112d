"""The council before it meets (lập Hội đồng): founding decision, members, posts, working rules."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.seat import council_in_office, member_of, members_of, past_councils
from thidua.awards.seat import (
    found_council,
    replace_member,
    seat_member,
    set_working_rules,
    unseat_member,
)
from thidua.law.council import council_settings
from thidua.org.permissions import may_seat
from thidua.org.queries import government_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.office import LastDayForm
from thidua.web.forms.settings import CouncilForm, ReplaceForm, RulesPaperForm, SeatForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page, settings_page

COUNCIL = ("Hội đồng", "/co-quan/hoi-dong/")


@office_page
def council_setup(request: OfficeRequest) -> HttpResponse:
    """The council in office with its members, and the form for a new seat."""
    unit = government_of(request.mandate.unit)
    council = council_in_office(unit)
    ruling = may_seat(request.mandate, unit, on=request.today)
    form = SeatForm(request.POST or None, initial={"starts": request.today}, unit=unit)
    if council is not None and attempt(request, form, lambda: seat_member(
        council, person=form.cleaned_data["person"], post=form.cleaned_data["post"],
        starts=form.cleaned_data["starts"], mandate=request.mandate, on=request.today,
    )):  # fmt: skip
        messages.success(request, f"Đã thêm {form.cleaned_data['person'].name} vào Hội đồng.")
        return redirect("council-setup")
    members = members_of(council) if council else []
    rules = council_settings(rulebook_of(unit, on=request.today).shelf)
    shown = {
        "rules_open": rules.open,
        "term_over": bool(council and council.term_ends and council.term_ends < request.today),
        "council": council,
        "members": members,
        "past": past_councils(unit),
        "form": form,
        "may_seat": ruling,
    }
    return render(request, "office/council.html", {**shown, "crumbs": [HOME]})


@settings_page(may_seat)
def council_found(request: OfficeRequest) -> HttpResponse:
    """Enter a council with its founding decision."""
    unit = government_of(request.mandate.unit)
    first = {"name": f"Hội đồng Thi đua - Khen thưởng {unit.short_name}", "starts": request.today}
    form = CouncilForm(request.POST or None, initial=first)
    if attempt(request, form, lambda: found_council(
        unit, words=form.words, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi Hội đồng. Hãy thêm thành viên.")
        return redirect("council-setup")
    return form_page(
        request, form, head="Thành lập Hội đồng", does="Ghi Hội đồng", back=reverse("council-setup"),
        crumbs=[COUNCIL],
        explain="Hội đồng đang hoạt động (nếu có) kết thúc vào ngày trước đó.",
    )  # fmt: skip


@settings_page(may_seat)
def council_rules(request: OfficeRequest) -> HttpResponse:
    """Name the working rules of the council."""
    council = council_in_office(government_of(request.mandate.unit))
    if council is None:
        return redirect("council-found")
    form = RulesPaperForm(request.POST or None, initial={"rules_paper": council.rules_paper})
    if attempt(request, form, lambda: set_working_rules(
        council, rules_paper=form.cleaned_data["rules_paper"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã ghi quy chế hoạt động.")
        return redirect("council-setup")
    return form_page(
        request, form, head="Quy chế hoạt động của Hội đồng", does="Ghi quy chế",
        back=reverse("council-setup"), crumbs=[COUNCIL],
    )  # fmt: skip


@settings_page(may_seat)
def seat_end(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """End a member's seat with its last day."""
    member = member_of(request.mandate, pk)
    form = LastDayForm(request.POST or None, initial={"ends": request.today})
    if attempt(request, form, lambda: unseat_member(
        member, ends=form.cleaned_data["ends"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã ghi {member.person.name} thôi tham gia Hội đồng.")
        return redirect("council-setup")
    return form_page(
        request, form, head=f"{member.person.name} thôi tham gia Hội đồng", does="Ghi ngày thôi",
        back=reverse("council-setup"), crumbs=[COUNCIL],
    )  # fmt: skip


@settings_page(may_seat)
def seat_replace(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Put somebody else in a member's seat."""
    member = member_of(request.mandate, pk)
    form = ReplaceForm(request.POST or None, initial={"starts": request.today}, unit=member.council.unit)
    if attempt(request, form, lambda: replace_member(
        member, mandate=request.mandate, on=request.today, **form.cleaned_data
    )):  # fmt: skip
        messages.success(request, f"Đã ghi {form.cleaned_data['person'].name} thay {member.person.name}.")
        return redirect("council-setup")
    return form_page(
        request, form, head=f"Thay {member.person.name} trong Hội đồng", does="Ghi người thay",
        back=reverse("council-setup"), crumbs=[COUNCIL],
        explain="Người trước thôi từ hôm trước ngày ấy; chức danh giữ nguyên, biên bản cũ không đổi.",
    )  # fmt: skip
