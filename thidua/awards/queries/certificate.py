"""Doors to certificates, the register and the prize money (tra cứu giấy khen, sổ khen thưởng, tiền)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from thidua.awards.models import Certificate, Decision, DecisionItem, Payment
from thidua.awards.queries.amendment import standing_items, with_amendments
from thidua.awards.queries.council import SEES
from thidua.awards.queries.decision import decision_items, decisions_visible_to
from thidua.awards.queries.life import standing, with_life
from thidua.campaigns.models import Campaign
from thidua.org.models import Mandate

SEES_MONEY = ("accountant", "standing", "chair", "vice_chair", "clerk")


def issued_decisions(mandate: Mandate, campaign: Campaign) -> QuerySet[Decision]:
    """The issued decisions of a campaign with how far the handing over is (trao thưởng), oldest first."""
    found = decisions_visible_to(mandate).filter(campaign=campaign, state="issued")
    last = Q(items__certificates__replaced_by=None)
    return found.annotate(
        made=Count("items__certificates", filter=last, distinct=True),
        handed=Count(
            "items__certificates",
            filter=last & Q(items__certificates__handed_on__isnull=False),
            distinct=True,
        ),
        paid=Count("items__payment", filter=Q(items__payment__paid_on__isnull=False), distinct=True),
    ).order_by("decided_on", "id")


def certificates_of(decision: Decision) -> QuerySet[Certificate]:
    """The certificates of a decision that stand, in its order (giấy khen): none replaced, none revoked."""
    found = Certificate.objects.filter(item__decision=decision).select_related("item__nomination__unit")
    return standing(found)


def register_rows(decision: Decision) -> list[DecisionItem]:
    """The register of a decision (sổ khen thưởng): every recipient with certificate and payment."""
    items = decision.items.select_related("payment", "nomination__unit")
    return list(items.prefetch_related(Prefetch("certificates", standing(Certificate.objects.all()))))


def certificate_for(mandate: Mandate, code: str) -> Certificate:
    """One certificate of a decision of the mandate's own office, or `Certificate.DoesNotExist`."""
    if mandate.role not in SEES:
        raise Certificate.DoesNotExist
    own = (
        decisions_visible_to(mandate).filter(unit_id=mandate.unit_id, state="issued").order_by().values("pk")
    )
    found = Certificate.objects.select_related("item__decision__unit", "item__decision__document")
    return with_life(found).get(code=code, item__decision__in=own)


def public_certificate(code: str) -> Certificate:
    """The certificate with this code for the public verification page (kiểm tra giấy khen), or
    `DoesNotExist`.
    """
    found = Certificate.objects.select_related("item__decision__document", "item__decision__unit")
    return with_life(found).get(code=code)


def items_without_certificate(decision: Decision) -> list[DecisionItem]:
    """The recipients who have no certificate yet and are to have one (chưa lập giấy khen), in order."""
    found = decision.items.filter(certificates=None).exclude(revocations__day__isnull=False)
    return list(found.select_related("nomination").prefetch_related("name_corrections"))


def last_gold_number(decision: Decision) -> int:
    """The last running number of this form at this level (số sổ vàng chạy liên tục); 0 before the first."""
    found = Certificate.objects.filter(item__decision__unit=decision.unit, item__decision__form=decision.form)
    numbers = [int(number) for number in found.values_list("gold_number", flat=True) if number.isdecimal()]
    return max(numbers, default=0)


def payments_of(decision: Decision) -> list[Payment]:
    """The prize money of a decision in its order (danh sách chi tiền thưởng)."""
    return payments_in(decision_items(decision))


def payments_in(items: Sequence[DecisionItem]) -> list[Payment]:
    """The prize money of these recipients (tiền thưởng của những người này), in their order, each with its
    recipient as amended.
    """
    known = {item.pk: item for item in items}
    found = list(Payment.objects.filter(item__in=known).select_related("document").order_by("item__order"))
    for payment in found:
        payment.item = known[payment.item_id]
    return found


def items_to_list(decision: Decision) -> list[DecisionItem]:
    """The recipients who stand in no payment list (chưa có trong danh sách chi) and keep their award."""
    listed = Payment.objects.exclude(document=None).exclude(document__state="cancelled")
    waiting = standing_items(decision).exclude(payment__in=listed).exclude(payment__paid_on__isnull=False)
    return list(with_amendments(waiting.filter(amount__gt=0)).order_by("order"))


def payment_for(mandate: Mandate, pk: UUID) -> Payment:
    """One payment of the mandate's own office, or `Payment.DoesNotExist` for who has nothing to do with
    money.
    """
    if mandate.role not in SEES_MONEY:
        raise Payment.DoesNotExist
    return Payment.objects.select_related("item__decision__unit", "unit").get(pk=pk, unit_id=mandate.unit_id)


def paid_total(decision: Decision) -> int:
    """How much of the prize money is paid out (đã chi), in đồng."""
    paid = Payment.objects.filter(item__decision=decision, paid_on__isnull=False)
    return paid.aggregate(total=Sum("amount"))["total"] or 0


def own_decision(mandate: Mandate, code: str) -> Decision:
    """One issued decision of the mandate's own office, or `Decision.DoesNotExist` (quyết định của cơ quan
    mình).
    """
    own = decisions_visible_to(mandate).filter(unit_id=mandate.unit_id, state="issued")
    if mandate.role not in SEES:
        raise Decision.DoesNotExist
    return own.get(code=code)


def sees_money(mandate: Mandate, decision: Decision) -> bool:
    """True for who has to do with the money of this decision (được xem chi tiền)."""
    return mandate.role in SEES_MONEY and mandate.unit_id == decision.unit_id
