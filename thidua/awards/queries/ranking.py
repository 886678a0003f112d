"""The nominees of one group side by side and in order (so sánh, xếp hạng)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from thidua.awards.models import Appraisal, Claim, Finding, Nomination, ScoreTable
from thidua.awards.queries.criteria import said_of
from thidua.awards.queries.history import History, histories
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.nomination import GONE, visible_to
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.law.ranking import (
    Contender,
    Mark,
    Placed,
    Preference,
    TieBreak,
    points_in_words,
    preference_on,
    rank,
    total_of,
)
from thidua.org.models import Mandate
from thidua.vietnamese.text import fold

MOST_COMPARED = 6
TIES = {
    "worker": "là người lao động trực tiếp",
    "minority": "là người dân tộc thiểu số",
    "first": "chưa được khen lần nào",
}
_OF_PEOPLE = ("worker", "minority")
CRITERION = "tc"  # the key of a tie-break by the points of one criterion: tc1, tc2 …
_MAJORITY = "kinh"
_KINDS = dict(RECIPIENT_KINDS)


@dataclass(frozen=True)
class Group:
    """The nominees of one kind for one form (nhóm xét), with the table by which they are put in order."""

    award: OfferedAward
    recipient: str
    nominations: tuple[Nomination, ...] = ()
    table: ScoreTable | None = None

    @property
    def campaign(self) -> Campaign:
        return self.award.campaign

    @property
    def says(self) -> str:
        """The group in words: “Giấy khen của Chủ tịch UBND xã, cá nhân”."""
        return f"{self.award.title}, {_KINDS[self.recipient]}"


@dataclass(frozen=True)
class Ranked:
    """One nominee at its place (một dòng xếp hạng): `reasons` are those of a person who gave points."""

    placed: Placed
    nomination: Nomination
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranking:
    """A group in order (bảng xếp hạng), with what the order rests on."""

    group: Group
    rows: tuple[Ranked, ...]
    preference: Preference | None
    chain: tuple[TieBreak, ...]

    @property
    def is_begun(self) -> bool:
        """Whether anybody has a place yet."""
        return any(row.placed.place is not None for row in self.rows)


def group_counts(mandate: Mandate, campaign: Campaign) -> list[dict[str, Any]]:
    """Every group with nominees (các nhóm xét): form, kind, how many, whether it has a table."""
    found = _judged(visible_to(mandate).filter(campaign=campaign)).select_related(None).order_by()
    rows = found.values("award_id", "award__form", "award__title", "award__order", "recipient").annotate(
        number=Count("pk")
    )
    tables = set(ScoreTable.objects.filter(award__campaign=campaign).values_list("award_id", "recipient"))
    kinds = list(_KINDS)
    return [
        {**row, "says": _KINDS[row["recipient"]], "has_table": (row["award_id"], row["recipient"]) in tables}
        for row in sorted(rows, key=lambda row: (row["award__order"], kinds.index(row["recipient"])))
    ]


def group_for(mandate: Mandate, campaign: Campaign, form: str, recipient: str) -> Group:
    """One group of a campaign as the mandate sees it, or `OfferedAward.DoesNotExist` (một nhóm xét)."""
    award = campaign.awards.select_related("campaign__unit").get(form=form)
    found = _judged(visible_to(mandate).filter(award=award, recipient=recipient))
    table = award.score_tables.filter(recipient=recipient).first()
    return Group(award, recipient, tuple(_with_candidate(found)), table)


def _judged(found: QuerySet[Nomination]) -> QuerySet[Nomination]:
    """Those that are put in order: sent, and not out of it."""
    return found.exclude(state__in=(*GONE, "draft"))


def _with_candidate(found: QuerySet[Nomination]) -> QuerySet[Nomination]:
    related = found.select_related("person", "collective", "household", "unit", "award", "campaign__unit")
    return related.order_by("sort_key", "id")


def groups_with_order(campaign: Campaign) -> list[Group]:
    """The groups of a campaign that have a table (nhóm đã có cách xếp), for the appraisal report."""
    tables = ScoreTable.objects.filter(award__campaign=campaign).select_related("award__campaign__unit")
    groups = []
    for table in tables:
        found = _judged(Nomination.objects.filter(award=table.award, recipient=table.recipient))
        groups.append(Group(table.award, table.recipient, tuple(_with_candidate(found)), table))
    return groups


def ranking_of(group: Group, *, on: date) -> Ranking:
    """A group in order (xếp hạng nhóm) by the law of that day and the office's table."""
    preference = preference_on(rulebook_of(group.campaign.unit, on=on).shelf)
    table = group.table
    if table is None:
        rows = tuple(
            Ranked(Placed(_bare(one), None, tied=False, because=""), one) for one in group.nominations
        )
        return Ranking(group, rows, preference, ())
    chain, given = _chain(table), _given(table)
    before = histories([one.candidate for one in group.nominations]) if "first" in table.ties else {}
    by_key = {str(one.pk): one for one in group.nominations}
    contenders = [
        _contender(one, given.get(one.pk), before.get(one.candidate.pk)) for one in group.nominations
    ]
    placed = rank(contenders, preference=preference, chain=chain)
    rows = tuple(Ranked(one, by_key[one.contender.key], _reasons(given, one)) for one in placed)
    return Ranking(group, rows, preference, chain)


@dataclass
class Given:
    """What a person gave one nominee (điểm, thứ tự đã cho)."""

    marks: list[tuple[str, Mark, str]] = field(default_factory=list)
    place: int | None = None
    reason: str = ""

    @cached_property
    def total(self) -> tuple[Fraction, str]:
        return total_of([mark for _, mark, _ in self.marks])

    def score(self) -> tuple[Fraction | None, str]:
        """What counts, and how it is shown."""
        if self.place is not None:
            return Fraction(-self.place), f"hạng {self.place}"
        if not self.marks:
            return None, ""
        return self.total[0], f"{points_in_words(self.total[0])} điểm"


def _given(table: ScoreTable) -> dict[UUID, Given]:
    given: dict[UUID, Given] = {}
    for criterion in table.criteria.prefetch_related("scores"):
        for score in criterion.scores.all():
            mark = Mark(criterion.text, score.points, criterion.is_bonus, score.holds)
            held = given.setdefault(score.nomination_id, Given())
            held.marks.append((f"{CRITERION}{criterion.order}", mark, score.reason))
    for one in table.places.all():
        given[one.nomination_id] = Given(place=one.place, reason=one.reason)
    return given


def _chain(table: ScoreTable) -> tuple[TieBreak, ...]:
    names = {f"{CRITERION}{one.order}": f"điểm “{one.text}” cao hơn" for one in table.criteria.all()}
    return tuple(TieBreak(key, (TIES | names)[key]) for key in table.ties if key in TIES | names)


def _bare(nomination: Nomination) -> Contender:
    return Contender(str(nomination.pk), nomination.name)


def _contender(nomination: Nomination, given: Given | None, before: History | None) -> Contender:
    score, shown = (given or Given()).score()
    person, body = nomination.person, nomination.collective
    women = Fraction(body.women, body.members) if body and body.members and body.women is not None else None
    marks = {key: Fraction(mark.points if mark.holds else 0) for key, mark, _ in (given or Given()).marks}
    marks["first"] = Fraction(before is not None and not before.awards)
    marks["worker"] = Fraction(person is not None and person.is_direct_worker)
    marks["minority"] = Fraction(person is not None and fold(person.ethnicity) not in ("", _MAJORITY))
    return Contender(
        str(nomination.pk), nomination.name, score, shown,
        woman=person is not None and person.is_woman, women=women, marks=marks,
    )  # fmt: skip


def _reasons(given: dict[UUID, Given], placed: Placed) -> tuple[str, ...]:
    held = given.get(UUID(placed.contender.key))
    if held is None:
        return ()
    given_points = [
        f"{mark.name}: {points_in_words(mark.points)} điểm{f' ({reason})' if reason else ''}"
        for _, mark, reason in held.marks
    ]
    total = held.total[1] if held.marks else ""
    return tuple(filter(None, [total if total != placed.contender.shown else "", *given_points, held.reason]))


def tie_choices(recipient: str, criteria: Sequence[str]) -> list[tuple[str, str]]:
    """By what an office may part equals (tiêu chí phụ có thể chọn)."""
    fixed = [(key, says) for key, says in TIES.items() if recipient == "individual" or key not in _OF_PEOPLE]
    return [
        *fixed,
        *((f"{CRITERION}{at}", f"điểm tiêu chí {at} cao hơn") for at, _ in enumerate(criteria, 1)),
    ]


def appendix_rows(campaign: Campaign, recipient: str) -> list[tuple[str, Decimal]]:
    """The rows of the score table that the reader found in the plan (thang điểm trong phụ lục): those of the
    group that names this kind, else of a table without such groups.
    """
    intake = getattr(campaign, "intake", None)
    appendix = (intake.reading or {}).get("appendix") if intake is not None else None
    groups = appendix["groups"] if appendix else []
    named = [one for one in groups if one["group"] and fold(_KINDS[recipient]) in fold(one["group"]["value"])]
    rows = [row for one in (named or groups) for row in one["rows"]]
    return [(row["text"]["value"], points) for row in rows if (points := _points(row["points"]))]


def _points(found: dict[str, Any] | None) -> Decimal | None:
    """The points of a row when it is one plain number."""
    written = str(found["value"]).strip().replace(",", ".") if found else ""
    return Decimal(written) if written.replace(".", "", 1).isdecimal() and float(written) > 0 else None


@dataclass(frozen=True)
class Compared:
    """One nominee in a comparison (một cột so sánh)."""

    nomination: Nomination
    claims: dict[UUID, str]
    findings: tuple[Finding, ...]
    history: History
    ranked: Ranked | None


def compared(group: Group, codes: Sequence[str], *, on: date) -> list[Compared]:
    """Two to six nominees of a group side by side (so sánh), in the order of names; the number of queries
    does not grow with them.
    """
    chosen = [one for one in group.nominations if one.code in codes][:MOST_COMPARED]
    keys = [one.pk for one in chosen]
    claims: dict[UUID, dict[UUID, str]] = {key: {} for key in keys}
    for claim in Claim.objects.filter(nomination__in=keys).select_related("criterion__measure"):
        claims[claim.nomination_id][claim.criterion_id] = said_of(claim)
    last = {
        one.nomination_id: one
        for one in Appraisal.objects.filter(nomination__in=keys, unit=group.campaign.unit)
        .prefetch_related("findings")
        .order_by("id")
    }
    before = histories([one.candidate for one in chosen])
    ranked = {row.nomination.pk: row for row in ranking_of(group, on=on).rows}
    return [
        Compared(
            one,
            claims[one.pk],
            tuple(last[one.pk].findings.all()) if one.pk in last else (),
            before[one.candidate.pk],
            ranked.get(one.pk),
        )
        for one in chosen
    ]
