"""Certificates and the handing over (giấy khen, trao giấy)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.documents.certificate import certificate_content
from thidua.awards.models import Certificate, Decision
from thidua.awards.permissions.certificate import may_hand_over, may_make_certificates
from thidua.awards.queries.certificate import certificates_of, items_without_certificate, last_gold_number
from thidua.awards.queries.lawful import rulebook_of
from thidua.campaigns.queries.campaign import campaign_words
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate

CODE_LENGTH = 14


@transaction.atomic
def make_certificates(decision: Decision, *, mandate: Mandate, on: date) -> list[Certificate]:
    """Make the certificates of an issued decision (lập giấy khen) in its order and return all of them.

    Effects: for each recipient without one a certificate with its code and the gold-book number by the rule
    of the day of the decision; a second time changes nothing. Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 104 (sổ
    gold_book).
    """
    may_make_certificates(mandate, decision, on=on).require()
    document = decision.document
    assert document is not None
    assert decision.decided_on is not None
    book = rulebook_of(decision.unit, on=decision.decided_on)
    form, running = book.form(decision.form), book.gold_book_rule().rule == "running"
    last = last_gold_number(decision) if running else 0
    missing, words = items_without_certificate(decision), campaign_words(decision.campaign, decision.unit)
    for place, item in enumerate(missing, start=1):
        item.decision = decision
        gold = str(last + place if running else item.order)
        content = certificate_content(item, form=form, document=document, gold_number=gold, words=words)
        Certificate.objects.create(
            item=item, code=short_code(CODE_LENGTH), gold_number=gold, content=content, made_on=on
        )
    if missing:
        says = f"Lập {len(missing)} {form.certificate.lower()} theo {document.title}."
        write("make_certificates", says, actor=mandate.actor(), on=on, thing=decision)
    return list(certificates_of(decision))


@transaction.atomic
def hand_over(certificate: Certificate, *, to: str, mandate: Mandate, on: date) -> None:
    """Note that a certificate was handed over, to whom (ghi đã trao). Raises `Refused` without a name.

    Căn cứ: không (quy ước nội bộ).
    """
    may_hand_over(mandate, certificate, on=on).require()
    if not to.strip():
        raise Refused(no("Hãy ghi ai đã nhận giấy.", rule="certify:to"))
    certificate.handed_on, certificate.handed_to = on, to.strip()[:200]
    certificate.save(update_fields=["handed_on", "handed_to"])
    title, name = certificate.content["title"].lower(), certificate.item.name
    says = f"Trao {title} của {name} cho {certificate.handed_to}."
    write("hand_over", says, actor=mandate.actor(), on=on, thing=certificate.item.decision)
