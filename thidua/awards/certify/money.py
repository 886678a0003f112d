"""The prize money: its lists, the paying out, what is given back (chi, thu hồi tiền thưởng)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.awards.certify.ledger import Movement, enter_line, open_book
from thidua.awards.documents.certificate import payment_list_paper
from thidua.awards.models import Decision, DecisionItem, FundEntry, FundYear, Payment, Revocation
from thidua.awards.models.fund import MEANS
from thidua.awards.permissions.certificate import may_list_payments, may_pay
from thidua.awards.queries.amendment import owed_for
from thidua.awards.queries.certificate import items_to_list, payments_in
from thidua.awards.queries.closing_law import title_rulings
from thidua.awards.queries.decision import decision_items
from thidua.awards.queries.fund import balance_of
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.life import corrected_name
from thidua.journal.write import write
from thidua.law.fund import overrun_weight
from thidua.law.ruling import Refused, Weight, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act
from thidua.org.queries import chair_of, who_holds
from thidua.records.draft import draft
from thidua.records.models import OfficialDocument
from thidua.vietnamese.money import money
from thidua.vietnamese.text import fold, squeeze

PAID = ("payee", "receipt", "paid_on", "paid_by", "means", "authority")


@dataclass(frozen=True)
class Handing:
    """How money was handed over (hình thức chi): "cash" or "bank", and the paper by which another took it."""

    means: str = "cash"
    authority: str = ""


@transaction.atomic
def draft_payment_list(
    decision: Decision, *, items: Sequence[DecisionItem] | None = None, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft a payment list (soạn danh sách chi tiền thưởng) of an issued decision and return the paper.

    `items` are those of a partial list; without them all who stand in no list yet. Effects: one payment for
    each, the amount as the decision computed it. Raises `Refused` when nobody is left to list, and when
    somebody would be paid for two titles of the same period.
    Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 53 - 58; Nghị định 152/2025/NĐ-CP, Điều 49 - 54.
    """
    may_list_payments(mandate, decision, on=on).require()
    Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    listed = _to_list(decision, items)
    signer = chair_of(decision.unit, on)
    if signer is None:
        raise Refused(
            no(f"{decision.unit.name} chưa có Chủ tịch để ký danh sách chi.", rule="certify:signer")
        )
    for ruling in title_rulings(decision, decision_items(decision), on=on):
        ruling.require()
    for item in listed:
        found = {"unit": decision.unit, "amount": item.amount or 0, "payee": _payee(item)}
        Payment.objects.get_or_create(item=item, defaults=found)
    accountant = who_holds(decision.unit, "accountant", on=on).first()
    content = payment_list_paper(decision, payments_in(listed), signer=signer, accountant=accountant)
    paper = draft(content, purpose="payment_list", about=decision, signer=signer, mandate=mandate, on=on)
    Payment.objects.filter(item__in=listed).update(document=paper)
    return paper


def _to_list(decision: Decision, items: Sequence[DecisionItem] | None) -> list[DecisionItem]:
    """Who stands in no list yet and keeps the award; of the chosen, when some were chosen."""
    waiting = items_to_list(decision)
    if not waiting:
        raise Refused(no("Mọi người trong quyết định đã có trong danh sách chi.", rule="certify:list"))
    if items is None:
        return waiting
    chosen = {one.pk for one in items}
    listed = [one for one in waiting if one.pk in chosen]
    if not listed or len(listed) != len(chosen):
        raise Refused(
            no("Chọn người chưa có trong danh sách chi nào và chưa bị hủy bỏ.", rule="certify:list")
        )
    return listed


def _payee(item: DecisionItem) -> str:
    """Who signs for the money: the person; for a collective or a household whoever stands for it."""
    return item.called if item.recipient == "individual" else ""


@transaction.atomic
def mark_paid(
    payment: Payment,
    *,
    payee: str,
    receipt: str = "",
    how: Handing = Handing(),
    mandate: Mandate,
    on: date,
) -> FundEntry:
    """Note that the prize money was paid out (ghi đã chi), to whom and by which receipt (số phiếu chi), and
    return its line in the ledger.

    Raises `Refused` without a payee, for one paid already or cancelled, for another payee than the person
    without a letter of authority, and for a receipt used before. Căn cứ: không (quy ước nội bộ).
    """
    may_pay(mandate, payment, on=on).require()
    taker, by, number = squeeze(payee)[:200], squeeze(how.authority)[:200], squeeze(receipt)[:60]
    _require_taker(payment, taker, by)
    row = open_book(on.year, mandate=mandate, on=on)
    may_pay(mandate, Payment.objects.select_related("item", "unit").get(pk=payment.pk), on=on).require()
    _require_money(row, payment, on=on)
    _require_new_receipt(row, number)
    payment.payee, payment.receipt, payment.waits_because = taker, number, ""
    payment.paid_on, payment.paid_by = on, str(mandate)[:250]
    payment.means, payment.authority = (how.means if how.means in MEANS else "cash"), by
    payment.save(update_fields=[*PAID, "waits_because"])
    line = Movement(
        "prize", payment.amount, on, f"Tiền thưởng của {payment.item.name}", number, taker, payment.means,
        payment,
    )  # fmt: skip
    entry = enter_line(row, movement=line, mandate=mandate)
    says = f"Chi tiền thưởng của {payment.item.name} cho {payment.payee}."
    write("mark_paid", says, actor=mandate.actor(), on=on, thing=payment.item.decision)
    return entry


def _require_taker(payment: Payment, taker: str, authority: str) -> None:
    """Somebody takes the money; another than the person only with a letter of authority."""
    if not taker:
        raise Refused(no("Hãy ghi họ tên người nhận tiền.", rule="certify:payee"))
    fixed = corrected_name(payment.item)
    own = {fold(payment.item.name), fold(fixed.right if fixed else payment.item.name)}
    if payment.item.recipient == "individual" and fold(taker) not in own and not authority:
        raise Refused(
            no(
                f"{taker} nhận thay {payment.item.name}: ghi giấy ủy quyền (số, ngày hoặc người xác nhận).",
                rule="certify:authority",
            )
        )


def _require_money(row: FundYear, payment: Payment, *, on: date) -> None:
    """Where the office stops an overrun, the ledger holds the money before it goes out."""
    weight, source = overrun_weight(rulebook_of(payment.unit, on=on).shelf)
    left = balance_of(row)
    if weight is Weight.BLOCK and left < payment.amount:
        raise Refused(
            no(
                f"Quỹ năm {row.year} còn {money(left)} đồng, không đủ chi {money(payment.amount)} đồng.",
                source=source,
                rule="fund:short",
            )
        )


def _require_new_receipt(row: FundYear, number: str) -> None:
    """One receipt is one payment in a year."""
    used = row.entries.filter(kind="prize", paper=number, reverses=None, reversed_by=None).first()
    if number and used is not None:
        raise Refused(
            no(
                f"Phiếu chi {number} đã dùng ở dòng {used.number} sổ quỹ năm {row.year}.",
                rule="certify:receipt",
            )
        )


@transaction.atomic
def note_not_collected(payment: Payment, *, why: str, mandate: Mandate, on: date) -> None:
    """Note that nobody has come for the money (chưa đến nhận) and why; an empty word takes the note away.

    Căn cứ: không (quy ước nội bộ).
    """
    may_pay(mandate, payment, on=on).require()
    payment.waits_because = squeeze(why)[:200]
    payment.save(update_fields=["waits_because"])
    said = f": {payment.waits_because}" if payment.waits_because else " (bỏ ghi chú)"
    says = f"Tiền thưởng của {payment.item.name} chưa nhận{said}."
    write("note_not_collected", says, actor=mandate.actor(), on=on, thing=payment.item.decision)


@transaction.atomic
def take_recovery(
    revocation: Revocation, *, amount: int, receipt: str, mandate: Mandate, on: date
) -> FundEntry:
    """Note prize money that came back (ghi tiền thưởng đã thu hồi), whole or in part, and return its line.

    Raises `Refused` for more than is owed, without a receipt, and for a revocation that is not issued.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 (sổ principles).
    """
    may_act(mandate, "accountant", on=on, unit=revocation.item.decision.unit).require()
    number = squeeze(receipt)[:250]
    if amount <= 0 or not number:
        raise Refused(no("Ghi số tiền lớn hơn 0 và số phiếu thu.", rule="recovery:entry"))
    if revocation.day is None or not revocation.paid:
        raise Refused(no("Khoản này không có tiền phải thu hồi.", rule="recovery:none"))
    row = open_book(on.year, mandate=mandate, on=on)
    owed = owed_for(revocation)
    if amount > owed.left:
        raise Refused(no(f"Chỉ còn phải thu {money(owed.left)} đồng.", rule="recovery:more"))
    line = Movement(
        "recovery", amount, on, f"Thu hồi tiền thưởng của {revocation.item.name}", number, owed.name, "cash",
        revocation=revocation,
    )  # fmt: skip
    entry = enter_line(row, movement=line, mandate=mandate)
    says = f"Thu hồi {money(amount)} đồng của {owed.name}; còn phải nộp {money(owed.left - amount)} đồng."
    write("take_recovery", says, actor=mandate.actor(), on=on, thing=revocation.item.decision)
    return entry
