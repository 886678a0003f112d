"""Amounts of money, shares and decimals as Vietnamese offices write them (số tiền, tỷ lệ)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from thidua.vietnamese.numbers import in_words

_HALF = Fraction(1, 2)


def money(amount: int) -> str:
    """Group an amount in đồng by dots (viết số tiền): 1490000 -> "1.490.000"."""
    return f"{amount:,}".replace(",", ".")


def money_in_words(amount: int) -> str:
    """Write an amount in words (số tiền bằng chữ): "Một triệu bốn trăm chín mươi nghìn đồng"."""
    words = f"{in_words(amount)} đồng"
    return words[0].upper() + words[1:]


def round_up(amount: Decimal | Fraction | int, step: int = 10_000) -> int:
    """Round up to the next whole step (làm tròn số lên hàng chục nghìn đồng): 223500 -> 230000.

    Căn cứ: Nghị định 91/2017/NĐ-CP, Điều 68 khoản 2; Nghị định 152/2025/NĐ-CP, Điều 49 khoản 2.
    """
    return ceil(Fraction(amount) / step) * step


def round_nearest(amount: Decimal | Fraction | int, step: int = 10_000) -> int:
    """Round to the nearest step, a half upwards (làm tròn đến hàng chục nghìn gần nhất)."""
    return floor(Fraction(amount) / step + _HALF) * step


def decimal_comma(number: Decimal | Fraction | int, digits: int = 2) -> str:
    """Write a number with a decimal comma and no idle zeros (dấu phẩy thập phân): "0,15"."""
    scaled = floor(abs(Fraction(number)) * 10**digits + _HALF)
    sign = "-" if number < 0 and scaled else ""
    whole, rest = divmod(scaled, 10**digits)
    places = f"{rest:0{digits}d}".rstrip("0") if digits else ""
    return sign + money(whole) + (f",{places}" if places else "")


def percent(share: Decimal | Fraction | int, digits: int = 2) -> str:
    """Write a share of one as a percentage (tỷ lệ phần trăm): 0.625 -> "62,5 %"."""
    return f"{decimal_comma(Fraction(share) * 100, digits)} %"
