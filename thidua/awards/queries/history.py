"""What is known of a candidate from before (khen thưởng, kỷ luật trước đây), over years, units and merged
records. An award is told the same way whether it was decided here or entered from an old paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import F, Model, QuerySet

from thidua.awards.models import DecisionItem, Discipline, Nomination, PastAward, Remembered
from thidua.awards.queries.amendment import cancelled_words, with_amendments
from thidua.campaigns.models import RoleModel
from thidua.journal.models import JournalEntry
from thidua.law.eligibility import PreviousAward
from thidua.org.identify.identity import FIELDS, KINDS, Somebody, below, clusters, kind_of, same_ids
from thidua.org.models import Mandate
from thidua.org.queries import reach_of

Told = TypeVar("Told", bound=Model)


@dataclass(frozen=True)
class Honour:
    """One award received (một lần được khen): what, by which decision, for what.

    `campaign` is the campaign it was won in, None for one entered from an old paper; then `past` is that
    entry. `amount` in đồng, None where nothing was paid or said; `gold_numbers` of its certificates;
    `cancelled` says by which paper it was cancelled, "" while it stands.
    """

    title: str
    form: str
    decision: str
    day: date
    decided_by: str
    name: str
    achievement: str = ""
    achieved_from: date | None = None
    achieved_to: date | None = None
    amount: int | None = None
    campaign: UUID | None = None
    gold_numbers: tuple[str, ...] = ()
    past: PastAward | None = None
    cancelled: str = ""

    @property
    def previous(self) -> PreviousAward:
        """The award as the law asks for it; what an old paper was for is an achievement of its own."""
        achievement = str(self.campaign or (self.past.pk if self.past else ""))
        return PreviousAward(
            self.decision, self.day, self.form, achievement, self.achieved_from, self.achieved_to
        )


@dataclass(frozen=True)
class History:
    """All that is known of one candidate from before (quá trình): awards and disciplines, newest first.

    `told` holds also what was cancelled since, for people to read; `awards` is what the law still counts.
    """

    told: tuple[Honour, ...] = ()
    disciplines: tuple[Discipline, ...] = ()

    @property
    def awards(self) -> tuple[Honour, ...]:
        """The awards that stand (khen thưởng còn giá trị)."""
        return tuple(one for one in self.told if not one.cancelled)


def past_awards(candidate: Somebody) -> list[Honour]:
    """The awards of a candidate (khen thưởng đã nhận), decided here or entered from paper, newest first."""
    return list(histories([candidate])[candidate.pk].awards)


def disciplines(candidate: Somebody) -> list[Discipline]:
    """The disciplines of a candidate (kỷ luật), newest first. For those who appraise only."""
    return list(histories([candidate])[candidate.pk].disciplines)


def histories(candidates: Iterable[Somebody]) -> dict[UUID, History]:
    """The histories of many at once (quá trình của nhiều đối tượng): a fixed number of queries per kind."""
    asked = list(candidates)
    same = _same(asked)
    decided = _by_whom(same, _decided(), through="nomination__")
    papers = _by_whom(same, PastAward.objects.filter(state="kept"))
    held = _by_whom(same, Discipline.objects.filter(state="kept"))
    return {
        one.pk: History(
            _newest_first([_from_decision(item) for item in decided[one.pk]], papers[one.pk]),
            tuple(held[one.pk]),
        )
        for one in asked
    }


def same_candidate(recipient: str, candidate: Somebody) -> dict[str, object]:
    """The lookup that finds a candidate's rows in all merged records (bộ lọc theo một đối tượng)."""
    return {f"{FIELDS[recipient]}__in": same_ids(candidate)}


def nominations_of(candidate: Somebody) -> QuerySet[Nomination]:
    """Every nomination of a candidate over the years (các lần được đề nghị), newest first."""
    found = Nomination.objects.filter(**same_candidate(kind_of(candidate), candidate))
    return found.select_related("award", "unit", "campaign", "holder").order_by("-id")


def role_models_of(candidate: Somebody) -> QuerySet[RoleModel]:
    """The pages that hold a candidate up as an example (điển hình tiên tiến), newest first."""
    return RoleModel.objects.filter(**same_candidate(kind_of(candidate), candidate))


def remembered_of(candidate: Somebody, table: type[Remembered], *states: str) -> QuerySet[Remembered]:
    """What was entered about a candidate from old papers (điều đã ghi từ giấy), in these states."""
    lookup = same_candidate(kind_of(candidate), candidate)
    found = table._default_manager.filter(state__in=states or ("kept",), **lookup)
    return found.select_related("person__unit", "collective__unit", "household__unit")


def told_of(candidate: Somebody) -> QuerySet[JournalEntry]:
    """What was done with a candidate's records and what was entered of them (diễn biến), newest first."""
    keys = {*same_ids(candidate)}
    for table in (PastAward, Discipline):
        keys |= {*remembered_of(candidate, table, "kept", "removed").values_list("pk", flat=True)}
    return JournalEntry.objects.filter(thing_id__in=keys).order_by("-number")


def remembered_for(mandate: Mandate, table: type[Remembered], pk: UUID) -> Remembered:
    """One entry from an old paper within reach of a standing officer, or `DoesNotExist` (điều đã ghi)."""
    if not mandate.holds("standing"):
        raise table.DoesNotExist
    path = reach_of(mandate)
    near = below(path, field="person__unit") | below(path, field="collective__unit")
    found = table._default_manager.filter(near | below(path, field="household__unit"))
    return found.select_related("person__unit", "collective__unit", "household__unit").get(pk=pk)


def _same(asked: list[Somebody]) -> dict[str, dict[UUID, frozenset[UUID]]]:
    """For each kind the asked candidates with the keys of all their records."""
    kinds: dict[str, list[UUID]] = {}
    for one in asked:
        kinds.setdefault(kind_of(one), []).append(one.pk)
    return {kind: clusters(KINDS[kind], keys) for kind, keys in kinds.items()}


def _by_whom(
    same: dict[str, dict[UUID, frozenset[UUID]]], rows: QuerySet[Told], *, through: str = ""
) -> defaultdict[UUID, list[Told]]:
    """The rows of each asked candidate, one query per kind."""
    found: defaultdict[UUID, list[Told]] = defaultdict(list)
    for kind, records in same.items():
        field = f"{through}{FIELDS[kind]}"
        keys = frozenset().union(*records.values())
        told = [
            (vars(row)["whose"], row)
            for row in rows.filter(**{f"{field}__in": keys}).annotate(whose=F(field))
        ]
        for asked, own in records.items():
            found[asked] += [row for whose, row in told if whose in own]
    return found


def _decided() -> QuerySet[DecisionItem]:
    """What was decided here and is in force on paper."""
    found = with_amendments(DecisionItem.objects.all())
    found = found.filter(decision__state="issued", decision__decided_on__isnull=False)
    related = found.select_related("decision__document", "decision__unit", "nomination__award")
    return related.prefetch_related("certificates")


def _from_decision(item: DecisionItem) -> Honour:
    decision, nomination = item.decision, item.nomination
    assert decision.decided_on is not None  # an issued decision has its day
    return Honour(
        title=nomination.award.title,
        form=decision.form,
        decision=decision.document.number_text if decision.document else decision.code,
        day=decision.decided_on,
        decided_by=decision.unit.name,
        name=item.called,
        achievement=item.achievement,
        achieved_from=nomination.achieved_from,
        achieved_to=nomination.achieved_to,
        amount=item.amount,
        campaign=nomination.campaign_id,
        gold_numbers=tuple(one.gold_number for one in item.certificates.all()),
        cancelled=cancelled_words(item.cancelled, vars(item).get("revoked_day")),
    )


def _from_paper(past: PastAward) -> Honour:
    return Honour(
        title=past.title,
        form=past.form,
        decision=past.decision,
        day=past.decided_on,
        decided_by=past.decided_by,
        name=past.name,
        achievement=past.achievement,
        achieved_from=past.achieved_from,
        achieved_to=past.achieved_to,
        amount=past.amount,
        past=past,
    )


def _newest_first(decided: list[Honour], papers: list[PastAward]) -> tuple[Honour, ...]:
    honours = [*decided, *(_from_paper(past) for past in papers)]
    return tuple(sorted(honours, key=lambda honour: honour.day, reverse=True))
