"""The fund of an office year by year (tra cứu quỹ thi đua, khen thưởng), with what was spent on prizes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.db.models.functions import ExtractYear

from thidua.awards.models import FundYear, Payment
from thidua.law.book import rulebook_on
from thidua.law.paying import FundFigures, check_fund_ceiling, check_organising
from thidua.law.ruling import Ruling
from thidua.org.models import Unit


@dataclass(frozen=True)
class FundNow:
    """The fund of a year with what has been paid from it and what the law says (quỹ của một năm)."""

    row: FundYear
    paid: int
    rulings: tuple[Ruling, ...]

    @property
    def left(self) -> int:
        """What is left after prizes and organising (còn lại), in đồng; negative when overspent."""
        return self.row.fund - self.row.organising - self.paid


def fund_years(unit: Unit) -> list[FundNow]:
    """The funds of an office, the newest year first (quỹ các năm). Căn cứ: sổ rules, R24, R40."""
    paid = dict(
        Payment.objects.filter(unit=unit, paid_on__isnull=False)
        .annotate(year=ExtractYear("paid_on"))
        .values_list("year")
        .annotate(total=Sum("amount"))
        .order_by()
    )
    return [FundNow(row, paid.get(row.year, 0), fund_rulings(row)) for row in unit.fund_years.all()]


def fund_rulings(row: FundYear) -> tuple[Ruling, ...]:
    """What the law of the last day of that year says of the figures (tỷ lệ quỹ): R24, R40."""
    shelf = rulebook_on(date(row.year, 12, 31)).shelf
    figures = FundFigures(row.year, row.area, row.regular, row.fund, row.organising)
    found = (check_fund_ceiling(shelf, figures), check_organising(shelf, figures))
    return tuple(ruling for ruling in found if ruling is not None)


def fund_of(unit: Unit, year: int) -> FundYear | None:
    """The fund that an office entered for a year (quỹ của năm), or None."""
    return unit.fund_years.filter(year=year).first()
