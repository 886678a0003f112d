"""Doors for everybody: the roll of honour and the papers behind it (bảng vàng, văn bản công khai)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from thidua.awards.models import Decision, DecisionItem
from thidua.awards.queries.amendment import with_amendments
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.records.models import OfficialDocument


@dataclass(frozen=True)
class Honours:
    """One issued decision and those it commends, by kind of recipient (quyết định và người được khen)."""

    decision: Decision
    form: str
    groups: tuple[tuple[str, str, tuple[DecisionItem, ...]], ...]

    @property
    def paper(self) -> OfficialDocument | None:
        return self.decision.document


def public_honours(campaign: Campaign) -> list[Honours]:
    """The issued decisions of a campaign, newest first, each with its list (bảng vàng); three queries at
    most. A cancelled award is left out, a corrected name stands as corrected.
    """
    standing = with_amendments(DecisionItem.objects.exclude(revocations__day__isnull=False))
    decisions = list(
        Decision.objects.filter(campaign=campaign, state="issued")
        .select_related("unit", "document")
        .prefetch_related(Prefetch("items", queryset=standing))
        .order_by("-decided_on", "-id")
    )
    if not decisions:
        return []
    titles = dict(OfferedAward.objects.filter(campaign=campaign).values_list("form", "title"))
    told = [Honours(decision, titles.get(decision.form, ""), _groups(decision)) for decision in decisions]
    return [honours for honours in told if honours.groups]


def _groups(decision: Decision) -> tuple[tuple[str, str, tuple[DecisionItem, ...]], ...]:
    items = list(decision.items.all())
    found = (
        (kind, name, tuple(item for item in items if item.recipient == kind))
        for kind, name in RECIPIENT_KINDS
    )
    return tuple(group for group in found if group[2])


def public_decision_papers(campaign: Campaign) -> QuerySet[OfficialDocument]:
    """The issued papers of a campaign that everybody may read (văn bản công khai): plan, decisions, closing
    report.
    """
    decided = Decision.objects.filter(campaign=campaign, state="issued").values("document")
    return (
        OfficialDocument.objects.filter(
            Q(pk=campaign.plan_id, purpose="campaign_plan")
            | Q(pk=campaign.closing_paper_id, purpose="closing_report")
            | Q(pk__in=decided, purpose="award_decision"),
            state="issued",
        )
        .select_related("scan", "unit")
        .order_by("day", "id")
    )
