"""What issued corrections and revocations change (tra cứu đính chính, hủy bỏ): the right name, the award that
no longer stands, the money still owed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum

from thidua.awards.models import Decision, DecisionItem, FundEntry, NameCorrection, Payment, Revocation
from thidua.org.models import Unit
from thidua.vietnamese.dates import vn_date


def with_amendments(items: QuerySet[DecisionItem]) -> QuerySet[DecisionItem]:
    """Recipients with what was issued about them since (kèm đính chính, hủy bỏ): `right_name`,
    `revoked_number`, `revoked_day`; no query more.
    """
    named = NameCorrection.objects.filter(item=OuterRef("pk"), day__isnull=False).order_by("-day", "-id")
    gone = in_force().filter(item=OuterRef("pk"))
    return items.annotate(
        right_name=Subquery(named.values("right")[:1]),
        revoked_number=Subquery(gone.values("document__number_text")[:1]),
        revoked_day=Subquery(gone.values("day")[:1]),
    )


def in_force() -> QuerySet[Revocation]:
    """The revocations that were issued (hủy bỏ đã ban hành)."""
    return Revocation.objects.filter(day__isnull=False)


def standing_items(decision: Decision) -> QuerySet[DecisionItem]:
    """The recipients whose award still stands (chưa bị hủy bỏ), in order."""
    return decision.items.exclude(revocations__day__isnull=False)


def revocation_of(item: DecisionItem) -> Revocation | None:
    """The issued revocation of one recipient (văn bản hủy bỏ), or None: what a certificate's status reads."""
    return in_force().filter(item=item).select_related("document").first()


def cancelled_words(number: str | None, day: object) -> str:
    """How a cancelled award is marked (đã hủy bỏ theo quyết định nào), "" for one that stands."""
    return f"đã hủy bỏ theo Quyết định số {number} ngày {vn_date(day)}" if number and day else ""  # type: ignore[arg-type]


@dataclass(frozen=True)
class Owed:
    """The money of one cancelled award (tiền phải thu hồi), in đồng: paid out, given back since."""

    revocation: Revocation
    given_back: int

    @property
    def left(self) -> int:
        """What is still owed (còn phải nộp)."""
        return self.revocation.paid - self.given_back

    @property
    def name(self) -> str:
        """Who gives it back: whoever received the money."""
        payment = getattr(self.revocation.item, "payment", None)
        return (payment.payee if payment is not None else "") or self.revocation.item.name


def owed_under(decision: Decision) -> list[Owed]:
    """The money to come back under every issued revocation of a decision (phải thu hồi), in its order."""
    return _owed(in_force().filter(item__decision=decision, paid__gt=0))


def owed_in(unit: Unit) -> list[Owed]:
    """What is still owed to an office (còn phải thu hồi), in the order of the decisions."""
    return [one for one in _owed(in_force().filter(item__decision__unit=unit, paid__gt=0)) if one.left]


def owed_for(revocation: Revocation) -> Owed:
    """The money of one cancelled award (tiền phải thu hồi của một trường hợp)."""
    return _owed(in_force().filter(pk=revocation.pk))[0]


def _owed(found: QuerySet[Revocation]) -> list[Owed]:
    back = FundEntry.objects.filter(revocation=OuterRef("pk"), kind="recovery").order_by()
    total = back.values("revocation").annotate(total=Sum("amount")).values("total")
    rows = found.annotate(back=Subquery(total)).select_related("item__payment", "document", "item__decision")
    return [Owed(row, vars(row)["back"] or 0) for row in rows.order_by("item__order")]


def paid_out(items: Iterable[DecisionItem]) -> dict[UUID, int]:
    """What has really been paid to each recipient (đã chi), in đồng, by the key of the item."""
    paid = Payment.objects.filter(item__in=list(items), paid_on__isnull=False)
    return dict(paid.annotate(key=F("item_id")).values_list("key", "amount"))
