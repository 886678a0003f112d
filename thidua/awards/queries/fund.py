"""The fund of an office year by year and its ledger (tra cứu quỹ thi đua, khen thưởng, sổ quỹ)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet, Sum

from thidua.awards.models import Decision, DecisionItem, FundEntry, FundYear
from thidua.awards.models.fund import ENTRY_KINDS, INWARD
from thidua.awards.queries.lawful import rulebook_of
from thidua.law.book import rulebook_on
from thidua.law.fund import FundLeft, check_fund_left
from thidua.law.paying import FundFigures, check_fund_ceiling, check_organising
from thidua.law.ruling import Ruling
from thidua.org.models import Mandate, Unit


@dataclass(frozen=True)
class FundNow:
    """The fund of a year as its ledger has it (quỹ của một năm), in đồng, and what the law says.

    `sums` holds the net amount of each kind of line, what went out below zero.
    """

    row: FundYear
    sums: dict[str, int]
    rulings: tuple[Ruling, ...]

    @property
    def paid(self) -> int:
        """Prize money paid out and not undone (tiền thưởng đã chi)."""
        return -self.sums.get("prize", 0)

    @property
    def left(self) -> int:
        """What is left (còn lại): opening and in, less out; negative when overspent."""
        return sum(self.sums.values())

    @property
    def lines(self) -> list[tuple[str, int]]:
        """Each kind that occurs, with its amount as people read it (từng khoản), what came in first."""
        return [
            (name, self.sums[kind] if kind in INWARD else -self.sums[kind])
            for kind, name in ENTRY_KINDS.items()
            if self.sums.get(kind)
        ]


@dataclass(frozen=True)
class LedgerLine:
    """One line of the ledger with what was left after it (dòng sổ quỹ, số dư)."""

    entry: FundEntry
    left: int

    @property
    def came_in(self) -> int | None:
        """The amount in the column of income (thu), None on the other side."""
        return self.entry.amount if self.entry.kind in INWARD else None

    @property
    def went_out(self) -> int | None:
        """The amount in the column of spending (chi); an undone spending stands there below zero."""
        return None if self.entry.kind in INWARD else -self.entry.amount


def fund_years(unit: Unit) -> list[FundNow]:
    """The funds of an office, the newest year first (quỹ các năm). Căn cứ: sổ rules, R24, R40."""
    sums: dict[UUID, dict[str, int]] = {}
    booked = FundEntry.objects.filter(fund_year__unit=unit).order_by().values_list("fund_year_id", "kind")
    for key, kind, total in booked.annotate(total=Sum("amount")):
        sums.setdefault(key, {})[kind] = total
    return [FundNow(row, sums.get(row.pk, {}), fund_rulings(row)) for row in unit.fund_years.all()]


def fund_now(row: FundYear) -> FundNow:
    """The fund of one year with its sums (quỹ của năm)."""
    booked = row.entries.order_by().values_list("kind").annotate(total=Sum("amount"))
    return FundNow(row, dict(booked), fund_rulings(row))


def fund_rulings(row: FundYear) -> tuple[Ruling, ...]:
    """What the law of the last day of that year says of the figures (tỷ lệ quỹ): R24, R40."""
    shelf = rulebook_on(date(row.year, 12, 31)).shelf
    if not row.area:
        return ()
    figures = FundFigures(row.year, row.area, row.regular, row.fund, row.organising)
    found = (check_fund_ceiling(shelf, figures), check_organising(shelf, figures))
    return tuple(ruling for ruling in found if ruling is not None)


def fund_of(unit: Unit, year: int) -> FundYear | None:
    """The fund of an office in a year (quỹ của năm), or None where nothing was entered."""
    return unit.fund_years.filter(year=year).first()


def balance_of(row: FundYear) -> int:
    """What is left in the ledger of a year (số dư), in đồng."""
    return row.entries.aggregate(total=Sum("amount"))["total"] or 0


def entries_of(row: FundYear) -> QuerySet[FundEntry]:
    """The lines of the ledger in their order (các dòng sổ quỹ)."""
    found = row.entries.select_related("payment__item__decision", "reverses", "reversed_by")
    return found.order_by("number")


def ledger_lines(row: FundYear) -> list[LedgerLine]:
    """Every line with the balance after it (sổ quỹ có số dư lũy kế)."""
    return list(_with_balance(entries_of(row)))


def _with_balance(entries: QuerySet[FundEntry]) -> Iterator[LedgerLine]:
    left = 0
    for entry in entries:
        left += entry.amount
        yield LedgerLine(entry, left)


def entry_for(mandate: Mandate, pk: UUID) -> FundEntry:
    """One line of the ledger of the mandate's own office, or `FundEntry.DoesNotExist`."""
    own = FundEntry.objects.filter(fund_year__unit_id=mandate.unit_id)
    return own.select_related("fund_year__unit", "payment__item").get(pk=pk)


def promised(unit: Unit, year: int) -> int:
    """What decisions of a year ask and nobody has been paid yet (đã quyết định, chưa chi), in đồng; cancelled
    awards left out.
    """
    open_items = DecisionItem.objects.filter(
        decision__unit=unit, decision__state="issued", decision__decided_on__year=year
    ).exclude(payment__paid_on__isnull=False)
    standing = open_items.exclude(revocations__day__isnull=False)
    return standing.aggregate(total=Sum("amount"))["total"] or 0


def fund_ruling(decision: Decision, *, day: date) -> Ruling:
    """Whether the fund of the deciding office bears a draft decision (quỹ có đủ chi), with the arithmetic."""
    row = fund_of(decision.unit, day.year)
    shelf = rulebook_of(decision.unit, on=day).shelf
    booked = (
        row is not None and row.entries.filter(kind__in=("opening", "allocation", "contribution")).exists()
    )
    left = FundLeft(
        year=day.year,
        left=balance_of(row) if row else 0,
        promised=promised(decision.unit, day.year),
        wanted=decision.total or 0,
        entered=booked,
    )
    return check_fund_left(shelf, left)
