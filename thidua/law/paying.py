"""Checks on prize money and the fund behind it (kiểm tra tiền thưởng, quỹ thi đua, khen thưởng)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations

from thidua.law.authority import form as award_form
from thidua.law.bonus import bonus, salary
from thidua.law.ruling import Ruling
from thidua.law.shelf import LEVEL_NAMES, Shelf
from thidua.vietnamese.money import money, percent

AREAS = {
    "lowland": "đồng bằng, thành phố",
    "mountain": "miền núi, trung du, Tây Nguyên, vùng sâu, vùng xa, biên giới, hải đảo",
}


@dataclass(frozen=True)
class Payment:
    """One line of a payment list (khoản chi thưởng): form, recipient, level of the fund, base, amount."""

    form_id: str
    recipient_kind: str
    fund_level: str
    base: int
    amount: int


@dataclass(frozen=True)
class TitlePaid:
    """Money for a title with the period it was judged on (tiền thưởng danh hiệu); None where none is said."""

    title: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class FundFigures:
    """The fund of one office in one year, in đồng (quỹ thi đua, khen thưởng của một năm).

    `area` is a key of `AREAS`, `regular` the regular spending of the budget, `organising` what campaigns,
    reviews and meetings cost.
    """

    year: int
    area: str
    regular: int
    fund: int
    organising: int = 0


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
    """R22: for the same form a collective gets more than a person (tập thể cao hơn cá nhân); not asked of a
    form without prize money.
    """
    if not individual and not collective:
        return None
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


def check_titles_once(shelf: Shelf, *, name: str, paid: Iterable[TitlePaid]) -> Ruling | None:
    """R38: of several titles for the same period only the highest is paid (chỉ thưởng danh hiệu cao nhất)."""
    pairs = [pair for pair in combinations(paid, 2) if _together(*pair)]
    twice = sorted({one.title for pair in pairs for one in pair})
    return shelf.answer("R38", broken=bool(twice), name=name, titles=" và ".join(twice))


def _together(one: TitlePaid, other: TitlePaid) -> bool:
    """Whether two titles rest on the same time; a period that is not named overlaps none."""
    if None in (one.since, one.until, other.since, other.until):
        return False
    return one.since <= other.until and other.since <= one.until  # type: ignore[operator]


def check_fund_ceiling(shelf: Shelf, year: FundFigures) -> Ruling | None:
    """R24: the fund keeps to its share of the regular spending (tỷ lệ trích quỹ), by the kind of area."""
    version = shelf.on("rules", "R24")
    if version is None or not year.regular:
        return None
    ceiling, share = _percent(version.value[year.area]), Fraction(year.fund, year.regular)
    return shelf.answer(
        "R24", broken=share > ceiling, year=year.year, share=percent(share), ceiling=percent(ceiling)
    )


def check_organising(shelf: Shelf, year: FundFigures) -> Ruling | None:
    """R40: organising costs keep to their part of the fund (chi tổ chức phong trào); it only informs."""
    version = shelf.on("rules", "R40")
    if version is None or not year.fund:
        return None
    ceiling, share = _percent(version.value["ceiling"]), Fraction(year.organising, year.fund)
    return shelf.answer(
        "R40", broken=share > ceiling, year=year.year, share=percent(share), ceiling=percent(ceiling)
    )


def _percent(written: str) -> Fraction:
    return Fraction(written) / 100
