"""The fund of a year is entered and corrected (ghi quỹ thi đua, khen thưởng của một năm)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.awards.models import FundYear
from thidua.awards.permissions.fund import may_enter_fund
from thidua.journal.write import write
from thidua.law.paying import AREAS
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.money import money
from thidua.vietnamese.text import squeeze


@dataclass(frozen=True)
class FundEntry:
    """The figures of a year as typed (số liệu quỹ), in đồng, with the paper they rest on."""

    year: int
    area: str
    regular: int
    fund: int
    organising: int
    paper: str


@transaction.atomic
def enter_fund(entry: FundEntry, *, mandate: Mandate, on: date) -> FundYear:
    """Enter the fund of the own office for a year, or correct it (ghi quỹ của năm) and journal it.

    Effects: the figures of that year stand as typed; the journal keeps those before. Raises `Refused` without
    a paper, and for a fund of nothing. Căn cứ: Nghị định 152/2025/NĐ-CP, Điều 46; Nghị định 98/2023/NĐ-CP,
    Điều 51, 52.
    """
    may_enter_fund(mandate, on=on).require()
    if entry.area not in AREAS or entry.fund <= 0 or not squeeze(entry.paper):
        raise Refused(
            no("Ghi khu vực, số quỹ của năm và văn bản làm căn cứ (số, ngày, tên).", rule="fund:entry")
        )
    before = (
        FundYear.objects.select_for_update(of=("self",)).filter(unit=mandate.unit, year=entry.year).first()
    )
    figures = {
        "area": entry.area,
        "regular": entry.regular,
        "fund": entry.fund,
        "organising": entry.organising,
        "paper": squeeze(entry.paper),
        "entered_by": str(mandate)[:250],
        "entered_on": on,
    }
    row, _ = FundYear.objects.update_or_create(unit=mandate.unit, year=entry.year, defaults=figures)
    says = f"Quỹ thi đua, khen thưởng năm {entry.year}: {money(entry.fund)} đồng, theo {row.paper}."
    kept = {"fund": before.fund, "regular": before.regular, "organising": before.organising} if before else {}
    write("enter_fund", says, actor=mandate.actor(), on=on, thing=row, data={"before": kept})
    return row
