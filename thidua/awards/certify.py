"""Stage 11: certificates, the handing over, and the prize money (giấy khen, trao, chi tiền thưởng)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.documents.certificate import certificate_content, payment_list_paper
from thidua.awards.models import Certificate, Decision, DecisionItem, Payment
from thidua.awards.permissions.certificate import (
    may_hand_over,
    may_list_payments,
    may_make_certificates,
    may_pay,
)
from thidua.awards.queries.certificate import (
    certificates_of,
    items_without_certificate,
    last_gold_number,
    payment_list_of,
    payments_of,
)
from thidua.awards.queries.lawful import rulebook_of
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.queries import chair_of, who_holds
from thidua.records.draft import draft
from thidua.records.models import OfficialDocument

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
    missing = items_without_certificate(decision)
    for place, item in enumerate(missing, start=1):
        item.decision = decision
        gold = str(last + place if running else item.order)
        content = certificate_content(item, form=form, document=document, gold_number=gold)
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


@transaction.atomic
def draft_payment_list(decision: Decision, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the payment list (soạn danh sách chi tiền thưởng) of an issued decision and return the paper.

    Effects: one payment for each recipient, the amount as the decision computed it. Raises `Refused` when
    there is a list already. Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 53 - 58; Nghị định 152/2025/NĐ-CP, Điều 49
    - 54.
    """
    may_list_payments(mandate, decision, on=on).require()
    if payment_list_of(decision) is not None:
        raise Refused(no("Quyết định này đã có danh sách chi; mở văn bản ấy.", rule="certify:list"))
    signer = chair_of(decision.unit, on)
    if signer is None:
        raise Refused(
            no(f"{decision.unit.name} chưa có Chủ tịch để ký danh sách chi.", rule="certify:signer")
        )
    for item in decision.items.filter(payment=None):
        Payment.objects.create(item=item, unit=decision.unit, amount=item.amount or 0, payee=_payee(item))
    accountant = who_holds(decision.unit, "accountant", on=on).first()
    content = payment_list_paper(decision, payments_of(decision), signer=signer, accountant=accountant)
    return draft(content, purpose="payment_list", about=decision, signer=signer, mandate=mandate, on=on)


def _payee(item: DecisionItem) -> str:
    """Who signs for the money: the person; for a collective or a household whoever stands for it."""
    return item.name if item.recipient == "individual" else ""


@transaction.atomic
def mark_paid(payment: Payment, *, payee: str, receipt: str = "", mandate: Mandate, on: date) -> None:
    """Note that the prize money was paid out (ghi đã chi), to whom and by which receipt (số phiếu chi).

    Raises `Refused` without a payee and for one paid already. Căn cứ: không (quy ước nội bộ).
    """
    may_pay(mandate, payment, on=on).require()
    if not payee.strip():
        raise Refused(no("Hãy ghi họ tên người nhận tiền.", rule="certify:payee"))
    payment.payee, payment.receipt = payee.strip()[:200], receipt.strip()[:60]
    payment.paid_on, payment.paid_by = on, str(mandate)
    payment.save(update_fields=["payee", "receipt", "paid_on", "paid_by"])
    says = f"Chi tiền thưởng của {payment.item.name} cho {payment.payee}."
    write("mark_paid", says, actor=mandate.actor(), on=on, thing=payment.item.decision)
