"""Where a piece of evidence leads (đường tới minh chứng): its file, or the page of the thing it cites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from thidua.awards.models import Evidence, Nomination
from thidua.awards.queries.evidence import Citable, citable, things_to_cite
from thidua.org.models import Mandate
from thidua.publicity.queries import news_of

# The pages of things that have an own one, by their table.
OWN_PAGES = {"campaigns.rolemodel": "role-model", "publicity.announcement": "news"}
SHOWN = 50


@dataclass(frozen=True)
class EvidenceLink:
    """One piece of evidence for a page (minh chứng có đường dẫn): its key, name and address."""

    pk: UUID
    says: str
    url: str


def links_of(nomination: Nomination, shown: Iterable[Evidence]) -> list[EvidenceLink]:
    """Each piece of evidence with its address; progress and models stand on the page of their unit."""
    return [EvidenceLink(one.pk, one.says, _address(nomination, one)) for one in shown]


def _address(nomination: Nomination, one: Evidence) -> str:
    if one.attachment is not None:
        return reverse("file", args=[one.attachment.pk])
    if one.about in OWN_PAGES and one.slug:
        return reverse(OWN_PAGES[one.about], args=[one.slug])
    return reverse("unit-progress", args=[nomination.campaign.code, nomination.unit.code])


def offered_to(mandate: Mandate, nomination: Nomination) -> list[Citable]:
    """Everything that may be cited: what the unit has on file, and the news of the campaign (việc đã có)."""
    news = news_of(mandate, nomination.campaign)[:SHOWN]
    told = [citable(one, f"Tin: {one.title}", slug=one.slug) for one in news]
    return [*things_to_cite(nomination), *told]
