"""Amounts of money and shares as Vietnamese offices write them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vietnamese.money import decimal_comma, money, money_in_words, percent, round_nearest, round_up


def test_an_amount_is_grouped_by_dots() -> None:
    assert [money(0), money(900), money(1_490_000), money(-50_000)] == ["0", "900", "1.490.000", "-50.000"]


def test_an_amount_in_words_begins_with_a_capital_and_ends_with_dong() -> None:
    assert money_in_words(1_490_000) == "Một triệu bốn trăm chín mươi nghìn đồng"
    assert money_in_words(0) == "Không đồng"


@pytest.mark.parametrize(
    ("raw", "up", "nearest"),
    [
        (Decimal("223500"), 230_000, 220_000),
        (447_000, 450_000, 450_000),
        (Fraction(1_053_000), 1_060_000, 1_050_000),
        (Decimal("225000"), 230_000, 230_000),
        (760_000, 760_000, 760_000),
        (0, 0, 0),
    ],
)
def test_prize_money_is_rounded_to_ten_thousand(raw: Decimal | Fraction | int, up: int, nearest: int) -> None:
    assert (round_up(raw), round_nearest(raw)) == (up, nearest)


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from([1_000, 10_000, 100_000]))
def test_rounding_up_never_takes_and_gives_less_than_one_step(raw: Decimal, step: int) -> None:
    rounded = round_up(raw, step)
    assert rounded % step == 0
    assert 0 <= rounded - raw < step


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_nearest_differs_by_half_a_step_at_most(raw: Decimal) -> None:
    assert abs(round_nearest(raw) - raw) <= 5_000


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Decimal("0.15"), "0,15"),
        (Decimal("1.50"), "1,5"),
        (Decimal("-0.15"), "-0,15"),
        (Decimal("-0.001"), "0"),
        (Fraction(2, 3), "0,67"),
        (1_000, "1.000"),
    ],
)
def test_a_decimal_has_a_comma_and_no_idle_zeros(number: Decimal | Fraction | int, written: str) -> None:
    assert decimal_comma(number) == written


def test_no_places_when_none_are_asked() -> None:
    assert decimal_comma(Decimal("2.5"), digits=0) == "3"


def test_a_share_is_written_as_a_percentage() -> None:
    assert percent(Decimal("0.625")) == "62,5 %"
    assert percent(Fraction(2, 3)) == "66,67 %"
    assert percent(Fraction(2, 3), digits=1) == "66,7 %"
    assert percent(1) == "100 %"
