"""Doors to evidence: what a claim shows, and what of the campaign it may cite (tra cứu minh chứng)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model, Q

from thidua.awards.models import Claim, Evidence, Nomination
from thidua.campaigns.models import ModelProject, ProgressEntry, RoleModel
from thidua.vietnamese.dates import vn_date

SHOWN = 50


@dataclass(frozen=True)
class Citable:
    """A thing on file that may serve as evidence (việc đã có để dẫn): its table, key, page and name."""

    about: str
    pk: UUID
    says: str
    slug: str = ""

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.about}:{self.pk}"


def citable(thing: Model, says: str, *, slug: str = "") -> Citable:
    """A row as a thing to cite (việc đã có), under the name people see."""
    return Citable(thing._meta.label_lower, thing.pk, says[:300], slug)


def things_to_cite(nomination: Nomination) -> list[Citable]:
    """What the campaign has on file of unit or nominee (việc đã có để dẫn): models, reports, role models."""
    where = {"campaign_id": nomination.campaign_id, "unit_id": nomination.unit_id}
    projects = ModelProject.objects.filter(**where).exclude(stage="dropped")[:SHOWN]
    entries = ProgressEntry.objects.filter(**where)[:SHOWN]
    same = Q(person=nomination.person_id) if nomination.person_id else Q(name=nomination.name)
    models = RoleModel.objects.filter(same | Q(name=nomination.name), campaign_id=nomination.campaign_id)
    return [
        *(citable(one, f"Mô hình: {one.title}") for one in projects),
        *(citable(one, f"Kết quả ngày {vn_date(one.on)}: {one.text[:120]}") for one in entries),
        *(citable(one, f"Điển hình: {one.title}", slug=one.slug) for one in models[:SHOWN]),
    ]


def evidence_by_claim(nomination: Nomination) -> dict[UUID | None, list[Evidence]]:
    """The evidence of each claim by the key of its criterion (minh chứng từng tiêu chuẩn), in one query."""
    found: dict[UUID | None, list[Evidence]] = defaultdict(list)
    rows = Evidence.objects.filter(claim__nomination=nomination).select_related("claim", "attachment")
    for one in rows:
        found[one.claim.criterion_id].append(one)
    return dict(found)


def claim_of(nomination: Nomination, criterion: UUID) -> Claim:
    """The claim of a dossier on one criterion, or `Claim.DoesNotExist` (minh chứng theo tiêu chuẩn)."""
    return nomination.claims.select_related("criterion", "nomination__unit").get(criterion_id=criterion)


def evidence_of(nomination: Nomination, pk: UUID) -> Evidence:
    """One piece of evidence of this dossier, or `Evidence.DoesNotExist` (một minh chứng)."""
    found = Evidence.objects.select_related("claim__criterion", "attachment")
    return found.get(claim__nomination=nomination, pk=pk)
