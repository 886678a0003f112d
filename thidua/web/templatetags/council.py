"""What a page shows of the council (kết quả xét ở Hội đồng), as far as whoever looks may know it."""

from __future__ import annotations

from typing import Any

from django import template

from thidua.awards.models import Nomination
from thidua.awards.queries.outcome import council_outcomes

register = template.Library()


@register.inclusion_tag("council/outcomes.html", takes_context=True)
def council_results(context: dict[str, Any], nomination: Nomination) -> dict[str, Any]:
    """The card with what the councils found on a nomination; nothing before the first has."""
    return {"outcomes": council_outcomes(nomination, context["request"].mandate)}
