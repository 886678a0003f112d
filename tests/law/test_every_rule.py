"""Each check of the law, R01 to R40: in the books, shown by cases both ways, and really asked somewhere."""

import ast
from collections import defaultdict

from tests.house.tree import HOUSE, functions, parsed, python
from tests.law.asks import answer
from tests.law.office import settled
from tests.law.test_cases import cases
from thidua.law.load import load_books

RULES = [f"R{number:02d}" for number in range(1, 41)]
LAW = HOUSE / "law"


def test_the_books_hold_the_forty_checks_in_order() -> None:
    assert list(load_books().subjects["rules"]) == RULES


def test_every_check_has_a_case_that_passes_and_one_that_does_not() -> None:
    seen = defaultdict(set)
    for case in (param.values[0] for param in cases()):
        if "local" not in case:
            got = answer(settled(case["day"]), case["given"])
            seen[got.get("rule")].add(got.get("verdict"))
    wanting = {rule: sorted({"yes", "no"} - seen[rule]) for rule in RULES if not {"yes", "no"} <= seen[rule]}
    assert wanting == {}


def test_every_check_is_asked_by_a_verb_or_a_page() -> None:
    """The function that gives the ruling is named outside the law books, or the case check calls it."""
    asked = {name for path in python() if not path.is_relative_to(LAW) for name in names_in(path)}
    asked |= names_in(LAW / "examine.py")
    idle = {rule: sorted(givers) for rule, givers in who_gives().items() if not givers & asked}
    assert (idle, "check" in asked) == ({}, True)


def who_gives() -> dict[str, set[str]]:
    """For each rule the functions of thidua/law that name it."""
    givers: dict[str, set[str]] = {rule: set() for rule in RULES}
    for path in python(LAW):
        for function in functions(path):
            for node in ast.walk(function):
                if isinstance(node, ast.Constant) and node.value in givers:
                    givers[node.value].add(function.name)
    return givers


def names_in(path) -> set[str]:
    """What the code of a file names, imports apart."""
    nodes = list(ast.walk(parsed(path)))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return names | {node.attr for node in nodes if isinstance(node, ast.Attribute)}
