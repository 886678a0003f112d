"""Cards beside a decision: read against the records or not, what the fund says, who has received it (đọc
soát, quỹ còn lại, nơi nhận).
"""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from thidua.awards.models import Decision
from thidua.awards.permissions.amendment import may_remind_receivers
from thidua.awards.permissions.decision import may_proof_read
from thidua.awards.queries.certificate import sees_money
from thidua.awards.queries.decision import decisions_visible_to
from thidua.awards.queries.distribution import receivers_of, silent_in
from thidua.awards.queries.fund import fund_ruling
from thidua.awards.queries.proof import proof_of
from thidua.records.models import OfficialDocument

register = template.Library()


@register.inclusion_tag("decisions/before_signing.html", takes_context=True)
def before_signing(context: Context, decision: Decision) -> dict[str, Any]:
    """What the chair asks before signing: was every name read, does the fund bear it. Nothing once issued."""
    mandate, on = context["request"].mandate, context["request"].today
    if decision.state != "draft" or mandate.unit_id != decision.unit_id:
        return {"decision": None}
    return {
        "decision": decision,
        "proof": proof_of(decision, day=on),
        "may_read": may_proof_read(mandate, decision, on=on),
        "fund": fund_ruling(decision, day=on) if sees_money(mandate, decision) else None,
    }


@register.inclusion_tag("decisions/before_signing.html", takes_context=True)
def before_signing_paper(context: Context, document: OfficialDocument) -> dict[str, Any]:
    """The same on the page of the decision's paper, where it is signed."""
    if document.purpose != "award_decision":
        return {"decision": None}
    found = decisions_visible_to(context["request"].mandate).filter(document=document).first()
    return before_signing(context, found) if found is not None else {"decision": None}


@register.inclusion_tag("decisions/receivers.html", takes_context=True)
def receivers_card(context: Context, decision: Decision) -> dict[str, Any]:
    """Where an issued decision was sent, who has acknowledged it, a reminder for the silent."""
    mandate, on = context["request"].mandate, context["request"].today
    if decision.state != "issued" or mandate.unit_id != decision.unit_id:
        return {"receivers": []}
    receivers = receivers_of(decision)
    return {
        "decision": decision,
        "receivers": receivers,
        "silent": len(silent_in(receivers)),
        "may_remind": may_remind_receivers(mandate, decision, on=on),
        "csrf_token": context.get("csrf_token"),
    }
