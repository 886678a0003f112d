"""An office that has confirmed the proposed local rules, for the tests of the law books."""

from datetime import date

from thidua.law.book import Rulebook, rulebook_on
from thidua.law.local import LocalValue, local_rules_on

PAPER = "Quyết định số 05/QĐ-UBND ngày 05/01/2023"


def proposals(day: date) -> dict[str, LocalValue]:
    """The local rules of a day as the office would confirm them unchanged."""
    return {rule.id: LocalValue(rule.proposed, PAPER) for rule in local_rules_on(day)}


def settled(day: date, **changed: str) -> Rulebook:
    """The rulebook of an office that confirmed all proposals, but for those named in `changed`."""
    values = {rule: LocalValue(value, PAPER) for rule, value in changed.items()}
    return rulebook_on(day, {**proposals(day), **values})
