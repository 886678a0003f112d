"""Doors to award decisions (tra cứu quyết định khen thưởng): lists, one decision, what waits."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.awards.models import Decision, DecisionItem, Nomination, Submission
from thidua.awards.queries.amendment import with_amendments
from thidua.awards.queries.council import SEES
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.submission import submissions_visible_to
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaigns_visible_to
from thidua.law.bonus import Bonus
from thidua.law.ruling import Ruling
from thidua.org.models import Mandate, Unit
from thidua.org.queries import left_to


def decisions_visible_to(mandate: Mandate) -> QuerySet[Decision]:
    """The decisions a mandate may know of (quyết định được xem): issued ones of its campaigns, drafts of its
    office.
    """
    issued = Q(state="issued", campaign__in=campaigns_visible_to(mandate).order_by().values("pk"))
    own = left_to(mandate.unit) if mandate.role in SEES else Q(pk__in=[])
    found = Decision.objects.filter(issued | own).exclude(state="cancelled")
    related = found.select_related(
        "campaign__unit", "unit", "document", "submission__document", "submission__unit"
    )
    return related.annotate(number=Count("items", distinct=True)).order_by("-id")


def decision_for(mandate: Mandate, code: str) -> Decision:
    """One decision by its code, or `Decision.DoesNotExist`."""
    return decisions_visible_to(mandate).get(code=code)


def decision_items(decision: Decision) -> list[DecisionItem]:
    """The recipients of a decision in its order (danh sách khen thưởng), with what was issued about them."""
    items = with_amendments(decision.items.all())
    return list(items.select_related("nomination__award", "nomination__unit", "nomination__person"))


def waiting_for_decision(mandate: Mandate, campaign: Campaign) -> QuerySet[Submission]:
    """What was submitted to this office's own chair and has no decision yet (chờ quyết định)."""
    taken = Decision.objects.exclude(state="cancelled").values("submission_id")
    found = submissions_visible_to(mandate).filter(campaign=campaign, state="sent", unit_id=mandate.unit_id)
    return found.filter(to_unit_id=mandate.unit_id).exclude(pk__in=taken)


def presented_in(submission: Submission) -> list[Nomination]:
    """The nominations of a submission that wait for the chair (đã trình, chờ quyết định), in its order."""
    items = submission.items.filter(nomination__state="presented", answer="")
    return [item.nomination for item in items.select_related("nomination__award", "nomination__person")]


def has_decision(submission: Submission) -> bool:
    """True when a decision on this submission is drafted or issued (đã có quyết định)."""
    return submission.decisions.exclude(state="cancelled").exists()


def award_ruling(unit: Unit, form: str, *, on: date) -> Ruling:
    """Whether the chair of this office decides the form that day (thẩm quyền theo luật)."""
    return rulebook_of(unit, on=on).may_decide(unit.level, form)


def bonus_for(unit: Unit, form: str, recipient: str, *, on: date) -> Bonus:
    """The prize money of a form by the law and the local rules of that office and day (mức thưởng).

    Raises `Refused` when a local rule it needs is not confirmed.
    """
    return rulebook_of(unit, on=on).bonus(form, recipient)
