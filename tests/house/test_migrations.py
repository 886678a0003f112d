"""A migration is named by what it does; tables and rows change apart."""

import re
from pathlib import Path

from tests.house.tree import APPS, HOUSE, files, short

MADE_UP = re.compile(r"_auto_\d|_and_more$")
TABLES = re.compile(r"migrations\.(?:Create|Add|Alter|Remove|Rename|Delete)\w+\(")
ROWS = re.compile(r"migrations\.RunPython\(")


def migrations() -> list[Path]:
    return [path for path in files(".py") if path.parent.name == "migrations" and path.stem != "__init__"]


def test_every_name_says_what_it_does() -> None:
    assert [short(path) for path in migrations() if MADE_UP.search(path.stem)] == []


def test_tables_and_rows_change_apart() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in migrations()}
    assert [short(path) for path, text in texts.items() if TABLES.search(text) and ROWS.search(text)] == []


def test_every_app_with_tables_has_its_first_migration() -> None:
    with_tables = [
        app for app in APPS if (HOUSE / app / "models.py").exists() or (HOUSE / app / "models").exists()
    ]
    assert [app for app in with_tables if not list((HOUSE / app / "migrations").glob("0001_*.py"))] == []
