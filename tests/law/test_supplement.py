"""A time limit that was stopped runs on; what an office may set or leave; the headings of a report."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.office import settled
from thidua.law.book import rulebook_on
from thidua.law.clock import is_working_day, working_days_between
from thidua.law.local import LocalValue, all_local_rules_on, local_rules_on
from thidua.law.procedure import Deadline

TEN = Deadline("appraisal", "Thẩm định", 10, True, "", "", True)
POSTED = Deadline("family_posting", "Niêm yết", 10, False, "", "", True)
DAYS = st.dates(date(2023, 1, 2), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("received", "returned", "again", "due"),
    [
        # Two days had passed (2 and 5 June); eight are left from 20 June on.
        (date(2023, 6, 1), date(2023, 6, 5), date(2023, 6, 20), date(2023, 6, 30)),
        # The holidays from 29 April to 3 May count for nobody: eight days from 28 April end on 15 May.
        (date(2023, 4, 26), date(2023, 4, 28), date(2023, 4, 28), date(2023, 5, 15)),
        # Back on the last day: nothing is left, but the day it comes again is still a working day.
        (date(2023, 6, 1), date(2023, 6, 15), date(2023, 6, 17), date(2023, 6, 19)),
    ],
)
def test_the_days_at_the_unit_do_not_count(received, returned, again, due) -> None:
    assert TEN.ends(again, used=TEN.spent(received, returned)) == due


def test_calendar_days_are_counted_as_such() -> None:
    assert POSTED.spent(date(2026, 11, 4), date(2026, 11, 8)) == 4
    assert POSTED.ends(date(2026, 11, 9), used=4) == date(2026, 11, 16)


@given(received=DAYS, held=st.integers(0, 12), away=st.integers(0, 90))
def test_however_long_it_was_away_the_office_has_its_days(received, held, away) -> None:
    """What the office used before and after is never more than its term, nor less unless it was overrun."""
    returned = date.fromordinal(received.toordinal() + held)
    again = date.fromordinal(returned.toordinal() + away)
    used = TEN.spent(received, returned)
    due = TEN.ends(again, used=used)
    assert is_working_day(due)
    assert used + working_days_between(again, due) >= TEN.days
    assert working_days_between(again, due) <= max(TEN.days - used, 1)


def test_a_rule_that_may_be_left_holds_nothing_up() -> None:
    day = date(2023, 6, 5)
    free = {rule.id: rule.otherwise for rule in all_local_rules_on(day) if rule not in local_rules_on(day)}
    assert free["returns_allowed"] == free["report_words"] == "không giới hạn"
    assert settled(day).shelf.local.chosen("returns_allowed") is None
    set_so = rulebook_on(day, {"returns_allowed": LocalValue("2", "Quy chế Hội đồng")})
    assert set_so.shelf.local.chosen("returns_allowed") == 2


@pytest.mark.parametrize("day", [date(2023, 6, 5), date(2024, 6, 5), date(2026, 11, 20)])
def test_a_report_has_the_headings_for_its_recipient(day) -> None:
    book = rulebook_on(day)
    for kind in ("collective", "individual", "household"):
        found = [one.id for one in book.report_sections(kind)]
        assert found == [f"features_{kind}", "task", "solution", "result", "influence"]


def test_only_the_cultured_family_is_posted_by_law() -> None:
    posting = rulebook_on(date(2026, 11, 20)).posting_required("gia_dinh_van_hoa")
    assert posting is not None
    assert (posting.days, posting.source) == (10, "Nghị định 86/2023/NĐ-CP, Điều 7")
    assert rulebook_on(date(2026, 11, 20)).posting_required("giay_khen_xa") is None
    assert rulebook_on(date(2023, 6, 5)).posting_required("gia_dinh_van_hoa") is None


def test_an_office_may_ask_for_the_posting_of_giay_khen() -> None:
    book = rulebook_on(date(2023, 6, 5), {"posting_days": LocalValue("7", "Quy chế số 5")})
    posting = book.posting_required("giay_khen_xa")
    assert posting is not None
    assert (posting.days, posting.source, posting.confirmed) == (7, "Quy chế số 5", True)
    assert book.posting_required("bang_khen_tinh") is None
