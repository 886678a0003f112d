"""The awards of before that speak for a dossier (khen thưởng trước đây), one by one, as a package tells them;
and what of them changed since it was told.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from thidua.awards.models import DecisionItem, NameCorrection, Nomination, PastAward, Revocation, Submission
from thidua.awards.queries.amendment import with_amendments
from thidua.org.identify.identity import FIELDS, KINDS, clusters
from thidua.org.models import Unit
from thidua.records.queries.packages import packages_about

Json = dict[str, Any]


@dataclass(frozen=True)
class Cited:
    """One award of a candidate (một lần được khen): decided here (`decided`), or from an old paper (`past`).

    `candidate` is the record the dossier names, which others may be merged with.
    """

    candidate: UUID
    decided: DecisionItem | None = None
    past: PastAward | None = None

    @property
    def key(self) -> UUID:
        """The key of its row (mã)."""
        return (self.decided or self.past).pk  # type: ignore[union-attr]

    @property
    def stands(self) -> bool:
        """True unless it was cancelled by a paper or removed as entered by mistake (còn giá trị)."""
        return not any(one["kind"] != "correction" for one in self.words["amendments"])

    @property
    def words(self) -> Json:
        """What is said of it, without its files (nội dung): what a change is told by."""
        return _decided_words(self.decided) if self.decided else _past_words(self.past)

    @property
    def mark(self) -> str:
        """The same while nothing about it changed (dấu nội dung)."""
        return hashlib.sha256(json.dumps(self.words, sort_keys=True, default=str).encode()).hexdigest()


def cited_awards(nominations: Iterable[Nomination]) -> list[Cited]:
    """The awards of the candidates of these dossiers (khen thưởng trước đây), oldest first; those cancelled
    or removed since too. A fixed number of queries per kind of candidate.
    """
    asked: defaultdict[str, set[UUID]] = defaultdict(set)
    for one in nominations:
        asked[one.recipient].add(one.candidate.pk)
    found: list[Cited] = []
    for kind, keys in asked.items():
        same = clusters(KINDS[kind], keys)
        every = frozenset().union(*same.values())
        decided = _told_of(_decided(), f"nomination__{FIELDS[kind]}", every)
        papers = _told_of(PastAward.objects.order_by("decided_on", "id"), FIELDS[kind], every)
        for candidate in sorted(same):
            found += [Cited(candidate, decided=row) for whose, row in decided if whose in same[candidate]]
            found += [Cited(candidate, past=row) for whose, row in papers if whose in same[candidate]]
    return list({one.key: one for one in reversed(found)}.values())[::-1]


def _told_of(rows: QuerySet[Any], field: str, keys: frozenset[UUID]) -> list[tuple[UUID, Any]]:
    found = rows.filter(**{f"{field}__in": keys}).annotate(whose=F(field))
    return [(vars(row)["whose"], row) for row in found]


def _decided() -> QuerySet[DecisionItem]:
    found = with_amendments(
        DecisionItem.objects.filter(decision__state="issued", decision__decided_on__isnull=False)
    )
    related = found.select_related(
        "decision__document__unit", "decision__document__scan", "decision__unit", "nomination__award"
    )
    return related.prefetch_related(
        "name_corrections__document__unit", "revocations__document__unit"
    ).order_by("decision__decided_on", "id")


def amendments_of(item: DecisionItem) -> list[NameCorrection | Revocation]:
    """The issued papers about one recipient (đính chính, hủy bỏ đã ban hành), oldest first."""
    issued: list[NameCorrection | Revocation] = [*item.name_corrections.all(), *item.revocations.all()]
    return sorted((one for one in issued if one.day is not None), key=lambda one: (str(one.day), str(one.pk)))


def amendment_words(one: NameCorrection | Revocation) -> Json:
    """What an issued paper changes for one recipient (nội dung đính chính, hủy bỏ)."""
    corrects = isinstance(one, NameCorrection)
    return {
        "id": str(one.pk), "kind": "correction" if corrects else "revocation", "day": str(one.day),
        "number": one.document.number_text,
        "said": one.said if isinstance(one, NameCorrection) else "",
        "right": one.right if isinstance(one, NameCorrection) else "",
        "why": one.reason if isinstance(one, Revocation) else "",
    }  # fmt: skip


def _decided_words(item: DecisionItem) -> Json:
    decision, nomination = item.decision, item.nomination
    return {
        "name": item.called, "form": decision.form, "title": nomination.award.title,
        "decision": decision.document.number_text if decision.document else decision.code,
        "decided_on": decision.decided_on, "decided_by": decision.unit.name, "level": decision.unit.level,
        "achievement": item.achievement, "achieved_from": nomination.achieved_from,
        "achieved_to": nomination.achieved_to, "amount": item.amount,
        "amendments": [amendment_words(one) for one in amendments_of(item)],
    }  # fmt: skip


WORDS = (
    *("name", "form", "title", "decision", "decided_on", "decided_by", "level", "achievement"),
    *("achieved_from", "achieved_to", "amount"),
)


def _past_words(past: PastAward | None) -> Json:
    assert past is not None  # one of both
    removed = {"id": str(past.pk), "kind": "removal", "day": None, "number": "", "said": "", "right": "",
               "why": past.why}  # fmt: skip
    gone = [] if past.state == "kept" else [removed]
    return {**{name: getattr(past, name) for name in WORDS}, "amendments": gone}


def told_awards(submission: Submission) -> dict[str, str]:
    """What was told of each award in packages of this submission (đã gửi lên): its mark, by its key."""
    told: dict[str, str] = {}
    for package in packages_about(submission.unit, submission.pk):
        if package.direction == "sent":
            told |= package.data.get("awards", {})
    return told


def changed_awards(submission: Submission) -> list[Cited]:
    """The awards told with a submission that were corrected, cancelled or removed since (đã thay đổi)."""
    told = told_awards(submission)
    if not told:
        return []
    items = submission.items.select_related(
        "nomination__person", "nomination__collective", "nomination__household"
    )
    found = cited_awards([item.nomination for item in items])
    return [one for one in found if str(one.key) in told and told[str(one.key)] != one.mark]


def issued_since(submission: Submission, unit: Unit) -> list[NameCorrection | Revocation]:
    """Corrections and revocations of the awards of a received submission that no package down has told yet
    (đính chính, hủy bỏ chưa báo cấp dưới), oldest first.
    """
    told: set[str] = set()
    decided = False
    for package in packages_about(unit, submission.pk):
        if package.direction == "sent":
            told |= set(package.data.get("amended", []))
            decided = decided or package.kind == "answer"
    if not decided:
        return []
    about = {"item__nomination__submission_items__submission": submission, "day__isnull": False}
    rows: list[NameCorrection | Revocation] = [
        *NameCorrection.objects.filter(**about).select_related("document", "item"),
        *Revocation.objects.filter(**about).select_related("document", "item"),
    ]
    fresh = [one for one in rows if str(one.pk) not in told]
    return sorted(fresh, key=lambda one: (str(one.day), str(one.pk)))
