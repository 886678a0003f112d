"""The handing over (trao giấy), marked at the ceremony or later, and taken back when it was a slip."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.certify.held import held_certificate
from thidua.awards.models import Certificate
from thidua.awards.permissions.certificate import may_hand_over, may_undo_hand_over
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze


@transaction.atomic
def hand_over(
    certificate: Certificate, *, to: str, mandate: Mandate, on: date, given_on: date | None = None,
    instead: str = "",
) -> None:  # fmt: skip
    """Note that a certificate was handed over, to whom and when (ghi đã trao).

    `given_on` is the day of the ceremony when it is noted later, `instead` says how somebody else took it
    ("con trai nhận thay"). Raises `Refused` without a name, and for a day before the certificate was made or
    after today. Căn cứ: không (quy ước nội bộ).
    """
    may_hand_over(mandate, held_certificate(certificate), on=on).require()
    day = given_on or on
    if not to.strip():
        raise Refused(no("Hãy ghi ai đã nhận giấy.", rule="certify:to"))
    if not certificate.made_on <= day <= on:
        sentence = f"Ngày trao phải từ ngày lập giấy {vn_date(certificate.made_on)} đến hôm nay."
        raise Refused(no(sentence, rule="certify:given_on"))
    certificate.handed_on, certificate.handed_to = day, squeeze(to)[:200]
    certificate.handed_as = squeeze(instead)[:160]
    certificate.save(update_fields=["handed_on", "handed_to", "handed_as"])
    title, name = certificate.content["title"].lower(), certificate.item.name
    as_whom = f" ({certificate.handed_as})" if certificate.handed_as else ""
    says = f"Trao {title} của {name} cho {certificate.handed_to}{as_whom}."
    told = {"certificate": certificate.code, "given_on": day.isoformat()}
    write("hand_over", says, actor=mandate.actor(), on=on, thing=certificate.item.decision, data=told)


@transaction.atomic
def undo_hand_over(certificate: Certificate, *, mandate: Mandate, on: date) -> None:
    """Take back a note of handing over that was a slip (bỏ ghi đã trao); the journal keeps both.

    Căn cứ: không (quy ước nội bộ).
    """
    may_undo_hand_over(mandate, held_certificate(certificate), on=on).require()
    before = {"certificate": certificate.code, "to": certificate.handed_to, "as": certificate.handed_as}
    certificate.handed_on, certificate.handed_to, certificate.handed_as = None, "", ""
    certificate.save(update_fields=["handed_on", "handed_to", "handed_as"])
    says = f"Bỏ ghi đã trao giấy của {certificate.item.name}."
    actor, decision = mandate.actor(), certificate.item.decision
    write("undo_hand_over", says, actor=actor, on=on, thing=decision, data=before)
