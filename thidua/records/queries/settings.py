"""Doors to number books, local rules and rows waiting to be taken in (sổ văn bản, quy tắc, bản xem trước)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from thidua.journal.models import JournalEntry
from thidua.law.local import AREAS, LocalRuleProposal, LocalValue, all_local_rules_on, local_rule_ever
from thidua.org.models import Mandate, Unit
from thidua.org.queries import government_of
from thidua.records.models import LocalRule, NumberBook, Run


def books_of(unit: Unit) -> QuerySet[NumberBook]:
    """The number books of a unit (sổ đăng ký), newest first, with the count of their papers."""
    books = NumberBook.objects.filter(unit=unit).select_related("unit")
    return books.annotate(papers=Count("documents"), last_number=Max("documents__number")).order_by(
        "-year", "series", "name"
    )


def book_of(mandate: Mandate, pk: UUID) -> NumberBook:
    """One book of the mandate's own People's Committee, or `NumberBook.DoesNotExist`."""
    return books_of(government_of(mandate.unit)).get(pk=pk)


@dataclass(frozen=True)
class RuleNow:
    """A local rule as it stands on a day (quy tắc địa phương): the proposal and what the office confirmed."""

    proposal: LocalRuleProposal
    current: LocalRule | None

    @property
    def waits(self) -> bool:
        """True while papers wait for the office to confirm it (chưa xác nhận)."""
        return self.current is None and not self.proposal.optional

    @property
    def may_lift(self) -> bool:
        """True while an optional rule is set without an end (ngừng áp dụng được)."""
        return self.proposal.optional and self.current is not None and self.current.ends is None

    @property
    def value_says(self) -> str:
        """The confirmed value, else what holds without one, else the proposed one, in words of the screen."""
        if self.current is None and self.proposal.optional:
            return self.proposal.otherwise
        return spelled(self.proposal, self.current.value if self.current else self.proposal.proposed)


def spelled(proposal: LocalRuleProposal, value: str) -> str:
    """A value as people read it (giá trị bằng chữ): the words of a choice, a decimal comma, in its phrase."""
    said = proposal.choices.get(value) or value.rstrip("% ").replace(".", ",")
    return proposal.reads.replace("{}", said)


def rules_on(unit: Unit, on: date) -> list[RuleNow]:
    """Every local rule an office of that day has to settle or may set, with what it confirmed (quy tắc của cơ
    quan).
    """
    current = {row.rule: row for row in _running(unit, on)}
    return [RuleNow(proposal, current.get(proposal.id)) for proposal in all_local_rules_on(on)]


@dataclass(frozen=True)
class RuleArea:
    """The rules of one area (một nhóm quy tắc), those that papers need apart from the optional ones."""

    id: str
    name: str
    needed: list[RuleNow]
    optional: list[RuleNow]

    @property
    def waiting(self) -> int:
        """How many of the needed rules are not confirmed yet (chưa xác nhận)."""
        return sum(rule.waits for rule in self.needed)


def rule_areas(rules: list[RuleNow]) -> list[RuleArea]:
    """The rules under their areas (quy tắc theo nhóm), in the order of the screen."""
    return [
        RuleArea(
            area,
            name,
            [rule for rule in rules if rule.proposal.area == area and not rule.proposal.optional],
            [rule for rule in rules if rule.proposal.area == area and rule.proposal.optional],
        )
        for area, name in AREAS.items()
    ]


def rule_on(unit: Unit, rule: str, on: date) -> RuleNow:
    """One local rule of a unit, or `LocalRule.DoesNotExist` when the law leaves no such question."""
    found = next((now for now in rules_on(unit, on) if now.proposal.id == rule), None)
    if found is None:
        raise LocalRule.DoesNotExist
    return found


@dataclass(frozen=True)
class RuleChange:
    """One change of a local rule (một lần thay đổi): old and new in words, from which day, on which paper.

    `line` is its line of the journal, None for values taken over without one.
    """

    proposal: LocalRuleProposal
    before: str
    after: str
    starts: date
    paper: str
    line: JournalEntry | None


def rule_changes(unit: Unit, rule: str = "") -> list[RuleChange]:
    """Every change of one rule or of all, the latest first (ai thay đổi gì, lúc nào), in two queries."""
    found = LocalRule.objects.filter(unit=unit).order_by("rule", "starts")
    rows = list(found.filter(rule=rule) if rule else found)
    lines = JournalEntry.objects.filter(
        verb__in=("confirm_rule", "lift_rule"), thing_id__in=[row.pk for row in rows]
    )
    told = {(line.verb, line.thing_id): line for line in lines}
    changes = [
        change
        for _, of_one in groupby(rows, key=lambda row: row.rule)
        for change in _changes(list(of_one), told)
    ]
    return sorted(changes, key=lambda one: (one.starts, one.line.number if one.line else 0), reverse=True)


def _changes(
    rows: list[LocalRule], told: Mapping[tuple[str, UUID | None], JournalEntry]
) -> Iterator[RuleChange]:
    """The changes of one rule, in the order of its days."""
    before = ""
    for row in rows:
        proposal = local_rule_ever(row.rule, row.starts)
        after = spelled(proposal, row.value)
        yield RuleChange(proposal, before, after, row.starts, row.paper, told.get(("confirm_rule", row.pk)))
        before, lifted = after, told.get(("lift_rule", row.pk))
        if lifted is not None and row.ends is not None:
            from_day = row.ends + timedelta(days=1)
            yield RuleChange(proposal, after, proposal.otherwise, from_day, lifted.data["paper"], lifted)
            before = proposal.otherwise


def local_values(unit: Unit, on: date) -> dict[str, LocalValue]:
    """What an office confirmed, for `law.book.rulebook_on(day, local=…)` (giá trị đã xác nhận)."""
    return {row.rule: LocalValue(row.value, row.paper) for row in _running(unit, on)}


def preview_of(mandate: Mandate, pk: UUID) -> Run:
    """Rows waiting to be taken in, of the own unit, or `Run.DoesNotExist` (bản xem trước)."""
    return Run.objects.get(pk=pk, unit=mandate.unit, kind__startswith="take_in:")


def kept_sheet(mandate: Mandate, kind: str, pk: UUID) -> Run:
    """A sheet of one kind kept to be looked at, of the own unit, or `Run.DoesNotExist` (bảng đã giữ)."""
    return Run.objects.get(pk=pk, unit=mandate.unit, kind=kind)


def _running(unit: Unit, on: date) -> QuerySet[LocalRule]:
    return LocalRule.objects.filter(Q(ends__isnull=True) | Q(ends__gte=on), unit=unit, starts__lte=on)


def checks_of(unit: Unit) -> QuerySet[Run]:
    """The checks of the journal and of issued papers that were asked for, newest first (các lần kiểm tra)."""
    return Run.objects.filter(unit=unit, kind="integrity").order_by("-id")
