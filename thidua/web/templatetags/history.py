"""What is known of a candidate from before, beside a nomination (khen thưởng, kỷ luật trước đây)."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from thidua.awards.models import Nomination
from thidua.awards.permissions.history import may_see_disciplines
from thidua.awards.queries.history import histories
from thidua.awards.queries.initiative import initiatives_for
from thidua.org.identify import kind_of
from thidua.org.permissions import may_keep_record

register = template.Library()


@register.inclusion_tag("people/history_card.html", takes_context=True)
def history_card(context: Context, nomination: Nomination) -> dict[str, Any]:
    """A card with the earlier awards of the one nominated; disciplines only for who appraises."""
    mandate, on = context["request"].mandate, context["request"].today
    candidate = nomination.candidate
    known = histories([candidate])[candidate.pk]
    return {
        "awards": [won for won in known.told if won.campaign != nomination.campaign_id],
        "disciplines": known.disciplines,
        "may_see": may_see_disciplines(mandate, on=on),
        "may_keep": may_keep_record(mandate, candidate.unit, on=on),
        "candidate": candidate,
        "kind": kind_of(candidate),
        "initiatives": initiatives_for(nomination),
    }
