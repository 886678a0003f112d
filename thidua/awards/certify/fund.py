"""The figures of a year are entered and corrected (ghi quỹ thi đua, khen thưởng của một năm)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.awards.certify.ledger import Movement, enter_line, open_book
from thidua.awards.models import FundYear
from thidua.awards.permissions.fund import may_enter_fund
from thidua.journal.write import write
from thidua.law.paying import AREAS
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.money import money
from thidua.vietnamese.text import squeeze


@dataclass(frozen=True)
class FundFacts:
    """The figures of a year as typed (số liệu quỹ), in đồng, with the paper they rest on: what the budget
    gave so far, what organising cost so far.
    """

    year: int
    area: str
    regular: int
    fund: int
    organising: int
    paper: str


@transaction.atomic
def enter_fund(facts: FundFacts, *, mandate: Mandate, on: date) -> FundYear:
    """Enter the fund of the own office for a year, or correct it (ghi quỹ của năm) and journal it.

    Effects: the figures of that year stand as typed; what differs from the ledger is booked there as lines of
    its own; the journal keeps the figures before. Raises `Refused` without a paper, for a fund of nothing,
    and in a closed year. Căn cứ: Nghị định 152/2025/NĐ-CP, Điều 46; Nghị định 98/2023/NĐ-CP, Điều 51, 52.
    """
    may_enter_fund(mandate, on=on).require()
    if facts.area not in AREAS or facts.fund <= 0 or not squeeze(facts.paper):
        raise Refused(
            no("Ghi khu vực, số quỹ của năm và văn bản làm căn cứ (số, ngày, tên).", rule="fund:entry")
        )
    row = open_book(facts.year, mandate=mandate, on=on)
    kept = {"fund": row.fund, "regular": row.regular, "organising": row.organising} if row.paper else {}
    _book_difference(row, facts, mandate=mandate, on=on)
    row.area, row.regular, row.paper = facts.area, facts.regular, squeeze(facts.paper)[:250]
    row.entered_by, row.entered_on = str(mandate)[:250], on
    row.save(update_fields=["area", "regular", "paper", "entered_by", "entered_on"])
    says = f"Quỹ thi đua, khen thưởng năm {facts.year}: {money(facts.fund)} đồng, theo {row.paper}."
    write("enter_fund", says, actor=mandate.actor(), on=on, thing=row, data={"before": kept})
    return row


def _book_difference(row: FundYear, facts: FundFacts, *, mandate: Mandate, on: date) -> None:
    """What the ledger lacks of the figures, below zero when it holds too much."""
    for kind, was, now in (
        ("allocation", row.fund, facts.fund),
        ("organising", row.organising, facts.organising),
    ):
        if now == was:
            continue
        what = "Cấp quỹ" if kind == "allocation" else "Chi tổ chức phong trào"
        says = f"Điều chỉnh {what.lower()} từ {money(was)} thành {money(now)} đồng" if was else what
        enter_line(
            row,
            movement=Movement(kind, now - was, on, f"{says} năm {row.year}", facts.paper),
            mandate=mandate,
        )
