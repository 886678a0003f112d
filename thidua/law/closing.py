"""Checks on a vote, a decision and its prize money (kiểm tra biểu quyết, quyết định, tiền thưởng)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thidua.law.authority import form as award_form
from thidua.law.bonus import bonus, salary
from thidua.law.ruling import Ruling
from thidua.law.shelf import LEVEL_NAMES, Shelf
from thidua.law.voting import Tally
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money, percent


@dataclass(frozen=True)
class Payment:
    """One line of a payment list (khoản chi thưởng): form, recipient, level of the fund, base, amount."""

    form_id: str
    recipient_kind: str
    fund_level: str
    base: int
    amount: int


def check_regime(shelf: Shelf, decree_id: str) -> Ruling | None:
    """R01: the decree chosen as ground is the one in force on the day of signature (căn cứ đúng ngày ký)."""
    version = shelf.needs("regimes", "regime", "chế độ pháp luật")
    decree = shelf.books.sources[version.value["decree"]]
    return shelf.answer("R01", broken=decree.id != decree_id, day=vn_date(shelf.day), decree=decree.short)


def check_grounds(shelf: Shelf, cited: Iterable[str]) -> Ruling | None:
    """R39: every act that a paper cites (source ids) is in force on its day (căn cứ còn hiệu lực)."""
    sources = [shelf.books.sources[source_id] for source_id in cited]
    lapsed = [source.short for source in sources if not source.in_force(shelf.day)]
    return shelf.answer("R39", broken=bool(lapsed), lapsed="; ".join(lapsed))


def check_tally(shelf: Shelf, result: Tally) -> Ruling | None:
    """R16: the case has the votes it needs (đủ tỷ lệ phiếu)."""
    return shelf.answer(
        "R16", broken=not result.passed, share=percent(result.share), tally=result.sentence.rstrip(".")
    )


def check_absent(shelf: Shelf, result: Tally) -> Ruling | None:
    """R18: absent members gave their opinion in writing (ý kiến bằng văn bản của người vắng mặt)."""
    return shelf.answer("R18", broken=result.absent > 0, absent=result.absent)


def check_recusal(shelf: Shelf, *, member: str, concerned: bool) -> Ruling | None:
    """R19: a member who is the nominee or close to one does not vote on it (không tham gia bỏ phiếu)."""
    return shelf.answer("R19", broken=concerned, name=member)


def check_base_salary(shelf: Shelf, payment: Payment) -> Ruling | None:
    """R20: the base salary is the one in force on the day of the decision (mức lương cơ sở)."""
    amount = salary(shelf).value["amount"]
    return shelf.answer("R20", broken=payment.base != amount, amount=money(amount))


def check_amount(shelf: Shelf, payment: Payment) -> Ruling | None:
    """R21: the amount is the one the books give (số tiền thưởng); raises `Refused` as `bonus` does."""
    right = bonus(shelf, payment.form_id, payment.recipient_kind)
    because = right.because.rstrip(".")
    return shelf.answer(
        "R21", broken=payment.amount != right.amount, amount=money(right.amount), arithmetic=because
    )


def check_collective_higher(shelf: Shelf, *, individual: int, collective: int) -> Ruling | None:
    """R22: for the same form a collective gets more than a person (tập thể cao hơn cá nhân)."""
    return shelf.answer("R22", broken=collective <= individual)


def check_fund(shelf: Shelf, payment: Payment) -> Ruling | None:
    """R23: the level that decides also pays (chi từ quỹ của cấp quyết định)."""
    decides = award_form(shelf, payment.form_id).level
    return shelf.answer(
        "R23",
        broken=decides != payment.fund_level,
        decides=LEVEL_NAMES[decides],
        pays=LEVEL_NAMES[payment.fund_level],
    )
