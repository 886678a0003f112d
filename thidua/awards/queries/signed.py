"""Doors to certificates that are signed digitally: what waits for a signature, what has it (giấy khen ký
số).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from thidua.awards.models import Certificate, Decision, SignedCertificate
from thidua.awards.queries.certificate import certificates_of
from thidua.awards.queries.life import standing
from thidua.org.models import Mandate


@dataclass(frozen=True)
class WaitingSheets:
    """The certificates of one decision that wait for a signature (giấy khen chờ ký số)."""

    decision: Decision
    count: int


def signed_certificate(certificate: Certificate, *steps: str) -> SignedCertificate | None:
    """The file of the certificate at the last of these steps (tệp ký số), None when it has none."""
    found = SignedCertificate.objects.filter(certificate=certificate, step__in=steps, dropped_on=None)
    return found.last()


def bytes_of_signed(kept: SignedCertificate) -> bytes:
    """The file as it was kept (nội dung tệp)."""
    with kept.file.open("rb") as opened:
        data: bytes = opened.read()
    return data


def _signed(step: str) -> Exists:
    found = SignedCertificate.objects.filter(certificate=OuterRef("pk"), step=step, dropped_on=None)
    return Exists(found)


def certificates_to_sign(mandate: Mandate) -> QuerySet[Certificate]:
    """The certificates that wait for the digital signature of this mandate (giấy chờ tôi ký số), in the order
    of their decisions: of the signer of the decision, then of the clerk.
    """
    found = Certificate.objects.filter(item__decision__state="issued", item__decision__unit=mandate.unit)
    if mandate.holds("clerk"):
        found = found.filter(_signed("head")).exclude(_signed("organisation"))
    else:
        found = found.filter(item__decision__document__signer=mandate).exclude(_signed("head"))
    related = "item__decision__document__signer__person", "item__decision__unit", "item__decision__campaign"
    ordered = standing(found).order_by("item__decision__decided_on", "item__decision_id", "item__order", "id")
    return ordered.select_related(*related)


def sheets_to_sign(mandate: Mandate) -> list[WaitingSheets]:
    """The decisions whose certificates wait for this mandate, with how many (giấy chờ ký theo quyết định)."""
    counted = certificates_to_sign(mandate).order_by().values("item__decision")
    numbers = dict(counted.annotate(number=Count("pk")).values_list("item__decision", "number"))
    found = Decision.objects.filter(pk__in=numbers).select_related("document").order_by("decided_on", "id")
    return [WaitingSheets(one, numbers[one.pk]) for one in found]


def sheets_with_signatures(decision: Decision) -> QuerySet[Certificate]:
    """The certificates of a decision that stand, each with its signed files (`signed`), in its order."""
    kept = SignedCertificate.objects.filter(dropped_on=None).order_by("id")
    found = certificates_of(decision).order_by("item__order", "id")
    return found.prefetch_related(Prefetch("signed_files", kept, to_attr="signed"))


def signed_counts(decision: Decision) -> dict[str, int]:
    """How many certificates of a decision stand, and how many have each signature (đã ký số bao nhiêu)."""
    kept = Q(signed_files__dropped_on=None)
    told = certificates_of(decision).aggregate(
        made=Count("pk", distinct=True),
        head=Count("pk", filter=kept & Q(signed_files__step="head"), distinct=True),
        organisation=Count("pk", filter=kept & Q(signed_files__step="organisation"), distinct=True),
    )
    return {name: int(number) for name, number in told.items()}


def signed_by_both(decision: Decision) -> QuerySet[SignedCertificate]:
    """The finished files of a decision, in its order (giấy đã đủ hai chữ ký)."""
    found = SignedCertificate.objects.filter(step="organisation", dropped_on=None)
    mine = found.filter(certificate__in=certificates_of(decision).order_by().values("pk"))
    return mine.select_related("certificate__item").order_by("certificate__item__order", "certificate_id")


def head_alone(decision: Decision, mandate: Mandate, *, on: date) -> QuerySet[SignedCertificate]:
    """The signatures of this signer that the office has not followed yet (chữ ký còn rút được)."""
    sealed = SignedCertificate.objects.filter(
        certificate=OuterRef("certificate"), step="organisation", dropped_on=None
    )
    found = SignedCertificate.objects.filter(step="head", dropped_on=None, made_on__lte=on)
    own = found.filter(
        certificate__item__decision=decision, certificate__item__decision__document__signer=mandate
    )
    return own.exclude(Exists(sealed))
