"""Prize money: what holds for every form, day and rounding."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.law.office import settled

FORMS = ("giay_khen_xa", "bang_khen_tinh")
DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))


@given(DAYS, st.sampled_from(FORMS), st.sampled_from(["individual", "collective", "household"]))
def test_rounding_up_gives_less_than_ten_thousand(day: date, form: str, recipient: str) -> None:
    found = settled(day).bonus(form, recipient)
    raw = Fraction(found.multiplier) * Fraction(found.factor) * found.base
    assert found.amount % 10_000 == 0
    assert 0 <= found.amount - raw < 10_000


@given(DAYS, st.sampled_from(FORMS))
def test_a_collective_gets_more_than_a_person_and_a_household_not_less(day: date, form: str) -> None:
    book = settled(day)
    individual, collective, household = (
        book.bonus(form, recipient).amount for recipient in ("individual", "collective", "household")
    )
    assert individual <= household < collective


@given(DAYS)
def test_the_higher_form_brings_more(day: date) -> None:
    book = settled(day)
    lower, higher = (book.bonus(form, "individual").amount for form in FORMS)
    assert lower < higher


@given(DAYS, st.decimals(min_value=0, max_value=5, places=2))
def test_without_rounding_the_amount_is_the_product_in_whole_dong(day: date, factor: Decimal) -> None:
    found = settled(day, bonus_rounding="none", household_factor=str(factor)).bonus(
        "giay_khen_xa", "household"
    )
    assert found.amount == int(found.multiplier * found.factor * found.base)
