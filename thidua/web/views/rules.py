"""Local rules (quy tắc địa phương): the question, the proposal, what was confirmed by whom on which paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.org.permissions import may_regulate
from thidua.org.queries import government_of
from thidua.records.queries.settings import rule_areas, rule_changes, rule_on, rules_on
from thidua.records.regulate import confirm_rule, lift_rule
from thidua.web.actors import attempt, office_page
from thidua.web.areas import AreaNow, areas_on
from thidua.web.forms.settings import LiftForm, RuleForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page

RULES = ("Quy tắc địa phương", "/co-quan/quy-tac/")
LATEST = 8


@office_page
def local_rules(request: OfficeRequest) -> HttpResponse:
    """Every question the law leaves to the own People's Committee on that day, and what changed last."""
    unit = government_of(request.mandate.unit)
    areas, changed = rule_areas(rules_on(unit, request.today)), rule_changes(unit)
    shown = {
        "areas": areas,
        "waiting": sum(area.waiting for area in areas),
        "unit": unit,
        "changes": changed[:LATEST],
        "older": max(0, len(changed) - LATEST),
        "crumbs": [HOME],
    }
    return render(request, "office/rules.html", shown)


@office_page
def local_areas(request: OfficeRequest) -> HttpResponse:
    """Everything the law leaves to the locality, where it is set, and what stands."""
    unit = government_of(request.mandate.unit)
    campaign, found = areas_on(unit, on=request.today)
    groups: dict[str, list[AreaNow]] = {}
    for now in found:
        groups.setdefault(now.area.group, []).append(now)
    shown = {
        "groups": [(f"nhom-{number}", name, rows) for number, (name, rows) in enumerate(groups.items(), 1)],
        "campaign": campaign,
        "unit": unit,
        "settled": sum(now.stand.is_set for now in found),
        "total": len(found),
        "may_regulate": may_regulate(request.mandate, unit, on=request.today),
        "crumbs": [HOME],
    }
    return render(request, "office/local_areas.html", shown)


@office_page
def local_rule(request: OfficeRequest, rule: str) -> HttpResponse:
    """One question: confirm the proposal, or change the value from a day on."""
    unit = government_of(request.mandate.unit)
    now = rule_on(unit, rule, request.today)
    first = {"value": now.current.value if now.current else now.proposal.proposed, "starts": request.today}
    form = RuleForm(request.POST or None, initial=first, proposal=now.proposal)
    if attempt(request, form, lambda: confirm_rule(
        unit, rule=rule, words=form.words, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã xác nhận: {now.proposal.name}.")
        return redirect("local-rules")
    shown = {"now": now, "form": form, "history": rule_changes(unit, rule), "crumbs": [HOME, RULES]}
    shown["may_regulate"] = may_regulate(request.mandate, unit, on=request.today)
    return render(request, "office/rule.html", shown)


@office_page
def rule_lift(request: OfficeRequest, rule: str) -> HttpResponse:
    """Set an optional rule no longer from a day on."""
    unit = government_of(request.mandate.unit)
    now = rule_on(unit, rule, request.today)
    may_regulate(request.mandate, unit, on=request.today).require()
    form = LiftForm(request.POST or None, initial={"starts": request.today})
    if attempt(request, form, lambda: lift_rule(
        unit, rule=rule, words=form.words, mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Ngừng áp dụng: {now.proposal.name}. Giá trị cũ còn trong lịch sử.")
        return redirect("local-rule", rule)
    return form_page(
        request, form, head=f"Ngừng áp dụng: {now.proposal.name}", does="Ngừng áp dụng",
        back=reverse("local-rule", args=[rule]), crumbs=[RULES],
        explain=f"Đang áp dụng: {now.value_says}. Sau đó: {now.proposal.otherwise}.",
    )  # fmt: skip
