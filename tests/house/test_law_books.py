"""Every sentence of the law books says from when to when it holds and on what it stands."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.house.tree import HOUSE

BOOKS = sorted((HOUSE / "law" / "books").glob("*.yaml"))


def entries(path: Path) -> list[dict[str, Any]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def versions(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in entries(path):
        for version in entry.get("versions", []):
            yield f"{entry['id']} {version.get('from')}", version


def sources() -> set[str]:
    return {entry["id"] for entry in entries(HOUSE / "law" / "books" / "sources.yaml")}


@pytest.mark.parametrize("book", BOOKS, ids=lambda path: path.stem)
def test_every_entry_has_one_name_of_its_own(book: Path) -> None:
    names = [entry.get("id") or (entry["day"], entry["kind"]) for entry in entries(book)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("book", BOOKS, ids=lambda path: path.stem)
def test_every_version_has_its_days_and_its_sentence(book: Path) -> None:
    wrong = [
        place
        for place, version in versions(book)
        if not isinstance(version.get("from"), date)
        or not isinstance(version.get("to", ""), date | None)
        or not str(version.get("says", "")).strip().endswith((".", "}"))  # what stands in braces is filled in
    ]
    assert wrong == []


@pytest.mark.parametrize("book", BOOKS, ids=lambda path: path.stem)
def test_every_version_cites_a_known_source_or_is_a_proposal(book: Path) -> None:
    known = sources()
    wrong = [
        place
        for place, version in versions(book)
        if "proposed" not in version
        and not (
            version.get("source") in known
            and isinstance(version.get("confirmed"), bool)
            and "article" in version
        )
    ]
    assert wrong == []


def test_every_source_can_be_cited() -> None:
    wanting = [
        entry["id"]
        for entry in entries(HOUSE / "law" / "books" / "sources.yaml")
        if not entry.get("citation") or not isinstance(entry.get("confirmed"), bool)
    ]
    assert wanting == []
