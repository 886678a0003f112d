"""The rules that one campaign sets for itself (quy tắc riêng của đợt)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from thidua.campaigns.permissions.rules import may_set_rules
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.rules import ended_rules, own_rule, own_rules
from thidua.campaigns.regulate import drop_own_rule, set_own_rule
from thidua.web.actors import attempt, office_page
from thidua.web.forms.settings import OwnRuleForm
from thidua.web.requests import OfficeRequest


@office_page
def rules(request: OfficeRequest, code: str) -> HttpResponse:
    """What holds in this campaign: its own rules, those of the office elsewhere, and what held before."""
    campaign = campaign_for(request.mandate, code)
    shown = {
        "campaign": campaign,
        "found": own_rules(campaign, on=request.today),
        "ended": ended_rules(campaign),
        "may_set": may_set_rules(request.mandate, campaign, on=request.today),
    }
    return render(request, "campaigns/rules.html", shown)


@office_page
def rule(request: OfficeRequest, code: str, rule: str) -> HttpResponse:
    """Set one rule for this campaign, or change it from today on."""
    campaign = campaign_for(request.mandate, code)
    may_set_rules(request.mandate, campaign, on=request.today).require()
    now = own_rule(campaign, rule, on=request.today)
    first = {"value": now.value_first, "paper": now.own.paper if now.own else ""}
    form = OwnRuleForm(request.POST or None, initial=first, proposal=now.proposal)
    if attempt(request, form, lambda: set_own_rule(
        campaign, rule=rule, mandate=request.mandate, on=request.today, **form.cleaned_data
    )):  # fmt: skip
        messages.success(request, f"Đã đặt riêng cho đợt này: {now.proposal.name}.")
        return redirect("campaign-rules", code)
    return render(request, "campaigns/rule.html", {"campaign": campaign, "now": now, "form": form})


@office_page
@require_POST
def drop(request: OfficeRequest, code: str, rule: str) -> HttpResponse:
    """From today the rule of the office holds again."""
    campaign = campaign_for(request.mandate, code)
    drop_own_rule(campaign, rule=rule, mandate=request.mandate, on=request.today)
    messages.success(request, "Đã thôi quy tắc riêng; đợt này theo quy tắc của cơ quan.")
    return redirect("campaign-rules", code)
