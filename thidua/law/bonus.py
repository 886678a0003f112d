"""Prize money (tiền thưởng): multiplier × base salary on the day of the decision, rounded once at the end."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import floor
from typing import Protocol

from thidua.law.authority import form as award_form
from thidua.law.load import Version
from thidua.law.local import Settled
from thidua.law.shelf import Shelf
from thidua.vietnamese.money import decimal_comma, money, money_in_words, round_nearest, round_up

_TWICE = "2 x individual"
NO_PRIZE = "0"


class _Round(Protocol):
    def __call__(self, amount: Decimal, /) -> int: ...


_ROUNDINGS: dict[str, tuple[_Round, str]] = {
    "up": (round_up, "làm tròn lên hàng chục nghìn"),
    "nearest": (round_nearest, "làm tròn đến hàng chục nghìn gần nhất"),
    "none": (floor, "không làm tròn"),
}


@dataclass(frozen=True)
class Bonus:
    """Prize money for one recipient (tiền thưởng): amount = rounding(multiplier × factor × base), in đồng.

    `factor` is the household factor, 1 for the others; `words` the amount in words; `because` the arithmetic
    as a sentence; `locals` the ids of the confirmed local rules it used.
    """

    amount: int
    multiplier: Decimal
    base: int
    factor: Decimal
    rounding: str
    words: str
    because: str
    source: str
    confirmed: bool
    locals: tuple[str, ...] = ()


def salary(shelf: Shelf) -> Version:
    """The base salary on that day (mức lương cơ sở); `.value["amount"]` in đồng a month."""
    return shelf.needs("salary", "base_salary", "mức lương cơ sở")


def bonus(shelf: Shelf, form_id: str, recipient: str) -> Bonus:
    """Compute the prize money of a form for a kind of recipient on the day of the decision.

    Raises `Refused` when the form is not in force, not for that kind of recipient, has no figure in the
    books, or needs a local rule that the office has not confirmed.
    Căn cứ: Nghị định 91/2017/NĐ-CP, Điều 68 - 73; Nghị định 98/2023/NĐ-CP, Điều 53 - 58;
    Nghị định 152/2025/NĐ-CP, Điều 49 - 54 (sổ bonuses, salary).
    """
    version = _rule(shelf, form_id, recipient)
    base = salary(shelf)
    if version.value.get(recipient) == NO_PRIZE:
        return _none(version, base)
    multiplier, used = _multiplier(shelf, version, recipient)
    factor, factor_used = _factor(shelf, version, recipient)
    rounding = _rounding(shelf)
    settled = (*used, *factor_used, rounding)
    round_, said = _ROUNDINGS[str(rounding.value)]
    amount = round_(multiplier * factor * base.value["amount"])
    return Bonus(
        amount=amount,
        multiplier=multiplier,
        base=base.value["amount"],
        factor=factor,
        rounding=str(rounding.value),
        words=money_in_words(amount),
        because=_arithmetic(multiplier, factor, base.value["amount"], said=said, amount=amount),
        source="; ".join(dict.fromkeys([version.cites, *(one.source for one in settled), base.cites])),
        confirmed=shelf.certain(base) and all(one.confirmed for one in settled),
        locals=tuple(one.rule for one in settled if one.rule),
    )


def _none(version: Version, base: Version) -> Bonus:
    """No money goes with it: nothing to multiply, nothing to round."""
    return Bonus(
        amount=0,
        multiplier=Decimal(0),
        base=base.value["amount"],
        factor=Decimal(1),
        rounding="none",
        words=money_in_words(0),
        because="Không kèm tiền thưởng.",
        source=version.cites,
        confirmed=True,
    )


def _rule(shelf: Shelf, form_id: str, recipient: str) -> Version:
    form = award_form(shelf, form_id).given_to(recipient)
    return shelf.needs("bonuses", form_id, f"mức tiền thưởng của {form.name}")


def _multiplier(shelf: Shelf, version: Version, recipient: str) -> tuple[Decimal, tuple[Settled, ...]]:
    written = version.value.get(recipient) or version.value["individual"]
    if written == _TWICE:
        single, used = _multiplier(shelf, version, "individual")
        doubled = Settled(Decimal(2), version.cites, shelf.certain(version))
        return 2 * single, (*used, doubled)
    settled = shelf.local.settle(written, version, kind="number")
    return Decimal(str(settled.value)), (settled,)


def _factor(shelf: Shelf, version: Version, recipient: str) -> tuple[Decimal, tuple[Settled, ...]]:
    """The household factor; a title that states its own prize for households needs none."""
    if recipient != "household" or recipient in version.value:
        return Decimal(1), ()
    rule = shelf.needs("bonuses", "household_factor", "hệ số tiền thưởng cho hộ gia đình")
    settled = shelf.local.settle(rule.value["factor"], rule, kind="number")
    return Decimal(str(settled.value)), (settled,)


def _rounding(shelf: Shelf) -> Settled:
    version = shelf.needs("bonuses", "rounding", "cách làm tròn tiền thưởng")
    return shelf.local.settle(version.value["rounding"], version, kind="choice")


def _arithmetic(multiplier: Decimal, factor: Decimal, base: int, *, said: str, amount: int) -> str:
    factors = [decimal_comma(multiplier), *([decimal_comma(factor)] if factor != 1 else []), money(base)]
    raw = multiplier * factor * base
    return f"{' × '.join(factors)} đồng = {decimal_comma(raw)} đồng, {said}: {money(amount)} đồng."
