"""The grounds of a paper are looked up in the list of acts: what nobody has seen in the original is named."""

from datetime import date

from thidua.law.book import rulebook_on
from thidua.law.unseen import unseen_in


def test_the_acts_not_seen_are_found_in_the_grounds_of_a_paper() -> None:
    day = date(2023, 6, 5)
    lines = rulebook_on(day).grounds("decision")
    assert [act.id for act in unseen_in(lines, day)] == ["to-chuc-sua-2019"]
    assert unseen_in(lines, day) == rulebook_on(day).unseen_grounds("decision")


def test_what_is_to_be_reviewed_counts_as_unseen_from_that_day() -> None:
    day = date(2026, 11, 20)
    lines = rulebook_on(day).grounds("council")
    assert unseen_in(lines, day) == rulebook_on(day).unseen_grounds("council")


def test_other_lines_name_no_act() -> None:
    assert unseen_in(["Căn cứ Kế hoạch số 12/KH-UBND", ""], date(2023, 6, 5)) == ()
