"""Local rules (quy tắc địa phương): the question, the proposal, what was confirmed by whom on which paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from thidua.org.permissions import may_regulate
from thidua.org.queries import government_of
from thidua.records.queries.settings import confirmed_when, rule_history, rule_on, rules_on, spelled
from thidua.records.regulate import confirm_rule
from thidua.web.actors import attempt, office_page
from thidua.web.forms.settings import RuleForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME

RULES = ("Quy tắc địa phương", "/co-quan/quy-tac/")


@office_page
def local_rules(request: OfficeRequest) -> HttpResponse:
    """Every question the law leaves to the own People's Committee on that day."""
    unit = government_of(request.mandate.unit)
    found = rules_on(unit, request.today)
    waiting = sum(rule.waits for rule in found)
    return render(
        request, "office/rules.html", {"found": found, "waiting": waiting, "unit": unit, "crumbs": [HOME]}
    )


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
    rows = list(rule_history(unit, rule))
    when = confirmed_when(rows)
    history = [(row, spelled(now.proposal, row.value), when.get(row.pk)) for row in rows]
    shown = {"now": now, "form": form, "history": history, "crumbs": [HOME, RULES]}
    shown["may_regulate"] = may_regulate(request.mandate, unit, on=request.today)
    return render(request, "office/rule.html", shown)
