"""The cases of tests/cases/law: a situation, and what the law books say about it."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.law.asks import answer
from tests.law.office import settled
from thidua.law.book import rulebook_on
from thidua.law.local import LocalValue

FOLDER = Path(__file__).parents[1] / "cases" / "law"


@cache
def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for item in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(item, id=f"{path.stem}: {item['case']}"))
    return found


@pytest.mark.parametrize("item", cases())
def test_the_books_answer_as_the_jurist_wrote(item: dict[str, Any]) -> None:
    """`local` is "đã xác nhận" unless the case says which rules the office confirmed, and how."""
    local = item.get("local")
    if local is None:
        book = settled(item["day"])
    else:
        values = {rule: LocalValue(str(value), "Quyết định số 07/QĐ-UBND") for rule, value in local.items()}
        book = rulebook_on(item["day"], values)
    got = answer(book, item["given"])
    assert {key: got.get(key) for key in item["expect"]} == item["expect"]


def test_every_case_says_where_its_answer_comes_from() -> None:
    wanting = [param.id for param in cases() if not param.values[0].get("source")]
    assert wanting == []
