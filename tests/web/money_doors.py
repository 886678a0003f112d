"""The doors of prize money, the ledger of the fund, and reading a decision before it is signed (tiền thưởng,
sổ quỹ, đọc soát).
"""

from __future__ import annotations

from types import SimpleNamespace

from tests.awards.session_story import DAY, decided, eligible, held, issued, numbered, sent
from tests.factories.commune import Commune, make_person
from tests.web.door import Door, Of, posts
from thidua.awards.amend import draft_revocation, issue_revocation
from thidua.awards.certify import Handing, Movement, book_movement, draft_payment_list, mark_paid
from thidua.awards.models import Payment
from thidua.awards.queries.proof import proof_of

YEAR = DAY.year
READS = "standing clerk"
MOVEMENT = {
    "kind": "allocation", "day": "05/6/2023", "amount": "1.000.000", "says": "Cấp quỹ",
    "paper": "Quyết định số 08/QĐ-UBND", "means": "",
}  # fmt: skip


def money_moved(whole: Commune, of: SimpleNamespace) -> None:
    """A payment list issued; a ledger with money in it; an award paid, then cancelled, its money owed."""
    office = whole.commune
    by = {"mandate": office.accountant, "on": DAY}
    issued(draft_payment_list(of.honoured, **by), office, by=office.accountant)
    of.payment = Payment.objects.get(item__decision=of.honoured)
    words = Movement("allocation", 90_000_000, DAY, "Cấp quỹ", "Quyết định số 08/QĐ-UBND")
    of.line = book_movement(words, **by)
    named = eligible(whole, of.judging, make_person(whole.village, "Chu Thị Mười"))
    revoked = decided(sent(held(of.judging, [named], office), office), office)
    draft_payment_list(revoked, **by)
    payment = Payment.objects.get(item__decision=revoked)
    of.paid_line = mark_paid(payment, payee="Chu Thị Nhận", how=Handing("cash", "giấy"), **by)
    draft = draft_revocation(revoked, items=[payment.item], reason="sai", mandate=office.standing, on=DAY)
    issue_revocation(numbered(draft, office), mandate=office.clerk, on=DAY)
    of.revocation = draft.revocations.get()


def _code(name: str):
    return lambda of: (getattr(of, name).code,)


def _pk(name: str):
    return lambda of: (getattr(of, name).pk,)


def _year(of: Of) -> tuple[int]:
    return (YEAR,)


def _marks(of: Of) -> dict[str, list[str]]:
    return {"doc": [line.mark for line in proof_of(of.decision, day=DAY).lines]}


MONEY = (
    Door("decision-proof", _code("decision"), READS, data=_marks),
    posts("remind-receivers", _code("in_force"), READS),
    Door("prize-money", _code("honoured")),
    Door("not-collected", _pk("payment"), "accountant", data=lambda of: {"why": "đi vắng"}),
    Door("take-recovery", _pk("revocation"), "accountant",
         data=lambda of: {"amount": "1000", "receipt": "PT-1"}),
    Door("ledger", _year),
    Door("ledger-paper", _year),
    Door("ledger-sheet", _year),
    Door("ledger-entry", _year, "accountant", data=lambda of: MOVEMENT),
    posts("ledger-close", _year, ""),
    Door("ledger-reopen", _year),
    Door("ledger-reverse", _pk("line"), "accountant", data=lambda of: {"reason": "nhầm"}),
    Door("payment-voucher", _pk("paid_line")),
)  # fmt: skip
