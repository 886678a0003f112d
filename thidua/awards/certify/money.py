"""The prize money: its list and the paying out (chi tiền thưởng)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.documents.certificate import payment_list_paper
from thidua.awards.models import Decision, DecisionItem, Payment
from thidua.awards.permissions.certificate import may_list_payments, may_pay
from thidua.awards.queries.certificate import payment_list_of, payments_of
from thidua.awards.queries.closing_law import title_rulings
from thidua.awards.queries.decision import decision_items
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.queries import chair_of, who_holds
from thidua.records.draft import draft
from thidua.records.models import OfficialDocument


@transaction.atomic
def draft_payment_list(decision: Decision, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the payment list (soạn danh sách chi tiền thưởng) of an issued decision and return the paper.

    Effects: one payment for each recipient, the amount as the decision computed it. Raises `Refused` when
    there is a list already, and when somebody would be paid for two titles of the same period.
    Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 53 - 58; Nghị định 152/2025/NĐ-CP, Điều 49 - 54.
    """
    may_list_payments(mandate, decision, on=on).require()
    if payment_list_of(decision) is not None:
        raise Refused(no("Quyết định này đã có danh sách chi; mở văn bản ấy.", rule="certify:list"))
    signer = chair_of(decision.unit, on)
    if signer is None:
        raise Refused(
            no(f"{decision.unit.name} chưa có Chủ tịch để ký danh sách chi.", rule="certify:signer")
        )
    for ruling in title_rulings(decision, decision_items(decision), on=on):
        ruling.require()
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
