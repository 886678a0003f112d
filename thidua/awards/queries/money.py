"""The prize money of a decision as one page shows it (tiền thưởng của một quyết định): who, how much, why, in
which list, paid how, owed back.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from thidua.awards.models import Decision, DecisionItem, FundEntry, Payment, Revocation
from thidua.awards.queries.amendment import Owed, in_force, owed_under
from thidua.awards.queries.certificate import SEES_MONEY
from thidua.awards.queries.decision import decision_items
from thidua.org.models import Mandate


@dataclass(frozen=True)
class MoneyLine:
    """One recipient's money (tiền của một người): the payment with its line of the ledger, None before."""

    item: DecisionItem
    payment: Payment | None
    entry: FundEntry | None

    @property
    def is_listed(self) -> bool:
        """True while it stands in a payment list that was not dropped."""
        document = self.payment.document if self.payment is not None else None
        return document is not None and document.state != "cancelled"

    @property
    def is_paid(self) -> bool:
        return self.payment is not None and self.payment.paid_on is not None

    @property
    def may_be_listed(self) -> bool:
        """True for who stands in no list and may still be paid."""
        return not (self.is_listed or self.is_paid or self.item.cancelled or not self.item.amount)


@dataclass(frozen=True)
class MoneyPage:
    """All of a decision (tiền thưởng của quyết định), in đồng."""

    lines: tuple[MoneyLine, ...]
    owed: tuple[Owed, ...]

    @property
    def paid(self) -> int:
        return sum(line.payment.amount for line in self.lines if line.is_paid and line.payment)

    @property
    def to_list(self) -> int:
        """How many stand in no list yet (chưa có trong danh sách chi)."""
        return sum(line.may_be_listed for line in self.lines)

    @property
    def left_to_pay(self) -> int:
        """What is still to be paid out (còn phải chi)."""
        open_lines = (line.item for line in self.lines if not line.is_paid and not line.item.cancelled)
        return sum(item.amount or 0 for item in open_lines)


def money_page(decision: Decision) -> MoneyPage:
    """The money of a decision (tiền thưởng của quyết định), in its order; a fixed number of queries."""
    payments = Payment.objects.filter(item__decision=decision).select_related("document")
    by_item = {payment.item_id: payment for payment in payments}
    booked = FundEntry.objects.filter(
        payment__item__decision=decision, kind="prize", reverses=None, reversed_by=None
    )
    entries = {entry.payment_id: entry for entry in booked.select_related("fund_year")}
    lines = []
    for item in decision_items(decision):
        payment = by_item.get(item.pk)
        lines.append(MoneyLine(item, payment, entries.get(payment.pk) if payment is not None else None))
    return MoneyPage(tuple(lines), tuple(owed_under(decision)))


def revocation_for(mandate: Mandate, pk: UUID) -> Revocation:
    """One issued revocation of the own office, for who has to do with money, or `Revocation.DoesNotExist`."""
    if mandate.role not in SEES_MONEY:
        raise Revocation.DoesNotExist
    own = in_force().filter(item__decision__unit_id=mandate.unit_id, paid__gt=0)
    return own.select_related("item__decision__unit", "item__payment", "document").get(pk=pk)
