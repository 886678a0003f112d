"""All checks on one nomination in the order of the rules (thẩm định bằng máy)."""

from __future__ import annotations

from collections.abc import Callable

from thidua.law import eligibility, footing, terms
from thidua.law.eligibility import Case
from thidua.law.ruling import Ruling
from thidua.law.shelf import Shelf

Check = Callable[[Shelf, Case], Ruling | None]
CHECKS: tuple[Check, ...] = (
    eligibility.check_one_form,
    eligibility.check_not_rewarded,
    footing.check_merit,
    eligibility.check_not_added_up,
    eligibility.check_no_open_matter,
    eligibility.check_after_discipline,
    footing.check_campaign_level,
    footing.check_run_of_merits,
    eligibility.check_dossier,
    eligibility.check_report_confirmed,
    footing.check_route,
    terms.check_posting,
    terms.check_judging_day,
    footing.check_registered,
    footing.check_still_there,
    footing.check_household_type,
    footing.check_initiative,
)


def check_case(shelf: Shelf, case: Case) -> tuple[Ruling, ...]:
    """All rulings on a nomination in the order of the rules (kết quả thẩm định bằng máy).

    A form that cannot be chosen gives one ruling: nothing else can be judged on it.
    """
    first = eligibility.check_form(shelf, case)
    if not first.is_yes:
        return (first,)
    return (first, *(ruling for check in CHECKS if (ruling := check(shelf, case))))
