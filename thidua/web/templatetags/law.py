"""What the law says beside a thing of the office (kiểm tra theo luật), wherever a page shows that thing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.template import Context

from thidua.awards.models import Case, Decision, Nomination
from thidua.awards.queries.closing_law import decision_rulings, vote_rulings
from thidua.awards.queries.decision import decision_items
from thidua.awards.queries.footing import basis_of
from thidua.awards.queries.initiative import initiatives_for
from thidua.awards.queries.lawful import late_ruling, rulebook_of
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.lasting import lasting_rulings, statistics_ruling
from thidua.law.authority import RECIPIENT_NAMES
from thidua.law.digest import plain
from thidua.law.footing import GROUNDS, ROUTES
from thidua.law.load import Version
from thidua.law.ruling import Ruling
from thidua.law.shelf import LEVEL_NAMES

register = template.Library()


def _shown(rulings: Iterable[Ruling], head: str) -> dict[str, Any]:
    """The rulings that say something, those that are met only counted."""
    every = list(rulings)
    return {
        "head": head,
        "told": [one for one in every if not one.is_yes],
        "met": [one for one in every if one.is_yes],
    }


@register.filter
def level_name(level: str) -> str:
    """A level of government in words (cấp): "xa" -> "xã"."""
    return LEVEL_NAMES.get(level, level)


@register.filter
def recipient_name(kind: str) -> str:
    """A kind of recipient in words (đối tượng): "household" -> "hộ gia đình"."""
    return RECIPIENT_NAMES.get(kind, kind)


@register.filter
def plain_law(version: Version) -> str:
    """The sentence of a rule; what is filled in case by case shows as dots."""
    return plain(version)


@register.inclusion_tag("law/rulings.html", takes_context=True)
def lawful_decision(context: Context, decision: Decision) -> dict[str, Any]:
    """What the law says of a decision on its day, or today while it is a draft."""
    day = decision.decided_on or context["request"].today
    return _shown(decision_rulings(decision, decision_items(decision), day=day), "Kiểm tra theo luật")


@register.inclusion_tag("law/rulings.html")
def lawful_vote(case: Case) -> dict[str, Any]:
    """What the law says of the result of a case."""
    return _shown(vote_rulings(case), "")


@register.inclusion_tag("law/rulings.html", takes_context=True)
def lasting(context: Context, campaign: Campaign) -> dict[str, Any]:
    """What the length of a campaign asks for."""
    return _shown(lasting_rulings(campaign, on=context["request"].today), "Đợt thi đua dài")


@register.inclusion_tag("law/rulings.html", takes_context=True)
def statistics(context: Context, campaign: Campaign) -> dict[str, Any]:
    """Which statistics year the figures of a campaign belong to."""
    ruling = statistics_ruling(campaign, on=context["request"].today)
    return _shown([ruling] if ruling else [], "Kỳ thống kê")


@register.inclusion_tag("law/late.html", takes_context=True)
def late(context: Context, nomination: Nomination) -> dict[str, Any]:
    """By how much an appraisal is late, with the article; nothing while it is not."""
    return {"ruling": late_ruling(nomination, on=context["request"].today)}


@register.inclusion_tag("law/basis_card.html", takes_context=True)
def basis_card(context: Context, nomination: Nomination, may_edit: Ruling) -> dict[str, Any]:
    """On what a nomination rests, and the way to change it."""
    basis = basis_of(nomination)
    types = rulebook_of(nomination.unit, on=nomination.governed_on).award_types()
    return {
        "nomination": nomination,
        "basis": basis,
        "type_name": types.get(basis.award_type, basis.award_type),
        "route_name": ROUTES[basis.route],
        "ground_says": GROUNDS.get(basis.ground, ""),
        "may_edit": may_edit,
        "csrf_token": context.get("csrf_token"),
        "initiatives": initiatives_for(nomination),
    }
