"""Cards that tell how a list of names stands: quotas, the fairness gauge, what resembles a report (chỉ tiêu,
thước công bằng, báo cáo giống nhau).
"""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import QuerySet
from django.template import Context

from thidua.awards.models import CouncilSession, Decision, Nomination
from thidua.awards.queries.council import eligible_for_session
from thidua.awards.queries.elsewhere import elsewhere
from thidua.awards.queries.fairness import fairness_of, judged_in, named_in
from thidua.awards.queries.nomination import of_the_unit, visible_to
from thidua.awards.queries.quota import standings
from thidua.awards.queries.similar import resembled_by, written
from thidua.campaigns.models import Campaign
from thidua.org.models import Unit
from thidua.org.queries import government_of
from thidua.vietnamese.similar import words_in

register = template.Library()


@register.inclusion_tag("nominations/balance.html", takes_context=True)
def session_balance(context: Context, meeting: CouncilSession) -> dict[str, Any]:
    """The fairness gauge of what a session judges."""
    return _balance(context, judged_in(meeting), meeting.campaign, "Cân đối chương trình")


@register.inclusion_tag("nominations/balance.html", takes_context=True)
def agenda_balance(context: Context, meeting: CouncilSession) -> dict[str, Any]:
    """The same with all that waits, as an agenda begins."""
    waiting = eligible_for_session(meeting.campaign, meeting.unit)
    return _balance(context, judged_in(meeting, waiting), meeting.campaign, "Cân đối chương trình")


@register.inclusion_tag("nominations/balance.html", takes_context=True)
def decision_balance(context: Context, decision: Decision) -> dict[str, Any]:
    """The fairness gauge of the names in a decision."""
    return _balance(context, named_in(decision), decision.campaign, "Cân đối danh sách khen thưởng")


@register.inclusion_tag("nominations/balance.html", takes_context=True)
def unit_balance(context: Context, campaign: Campaign, unit: Unit) -> dict[str, Any]:
    """The fairness gauge of what one unit proposes."""
    return _balance(context, of_the_unit(campaign, unit), campaign, f"Cân đối của {unit.short_name}")


def _balance(context: Context, found: QuerySet[Nomination], campaign: Campaign, title: str) -> dict[str, Any]:
    on = context["request"].today
    return {"fairness": fairness_of(found, campaign=campaign, on=on), "balance_title": title}


@register.inclusion_tag("quotas/card.html", takes_context=True)
def quota_card(context: Context, campaign: Campaign, unit: Unit | None) -> dict[str, Any]:
    """What is left of the quotas, for a unit or for the whole campaign; nothing without quotas."""
    return {"standings": standings(campaign, unit, on=context["request"].today), "campaign": campaign}


@register.inclusion_tag("appraisals/origin.html", takes_context=True)
def origin_cards(context: Context, nomination: Nomination) -> dict[str, Any]:
    """Which reports this one resembles, side by side, and where else its achievement stands.

    A dossier the mandate may not know of stays unnamed, and its words unseen.
    """
    mandate = context["request"].mandate
    office = government_of(mandate.unit)
    alike, places = resembled_by(nomination, office=office), elsewhere(nomination, office=office)
    keys = {one.other.pk for one in alike} | {one.other.pk for one in places}
    known = set(visible_to(mandate).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    return {
        "alike": [(one, one.other.pk in known) for one in alike],
        "places": [(one, one.other.pk in known) for one in places],
        "words": words_in(written(nomination)) if alike else 0,
        "nomination": nomination,
    }
