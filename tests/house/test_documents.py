"""Map, glossary, records of decisions and changelog tell the truth about the tree."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.house.tree import APPS, HOUSE, ROOT, files, short

DOCS = ROOT / "docs"
MAPPED_INSIDE = ("thidua", "tests", "docs")
MAPPED_DEEPER = ("thidua/web", "thidua/paper", "thidua/reading", "thidua/law", "thidua/demo")
PRIVATE = ("migrations", "documents", "permissions", "queries", "models")


def mapped() -> set[str]:
    text = (DOCS / "map.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    return {name for line in lines for name in re.findall(r"`([^`]+)`", line.split(" — ")[0])}


def folders() -> Iterator[str]:
    """The folders a map shows: at the top, inside the big three, inside packages with parts of their own."""
    above = {parent for file in files() for parent in file.parents}
    for path in sorted(path for path in above if path != ROOT and path.is_relative_to(ROOT)):
        over = path.parent.relative_to(ROOT).as_posix()
        if over == "." or over in MAPPED_INSIDE or (over in MAPPED_DEEPER and path.name not in PRIVATE):
            yield path.relative_to(ROOT).as_posix() + "/"


def test_every_folder_has_its_line_on_the_map() -> None:
    assert sorted(set(folders()) - mapped()) == []


def test_every_line_of_the_map_leads_somewhere() -> None:
    assert sorted(name for name in mapped() if not (ROOT / name).exists()) == []


def test_every_file_at_the_top_is_on_the_map() -> None:
    at_top = {path.name for path in files() if path.parent == ROOT and not path.name.startswith(".")}
    assert sorted(at_top - mapped()) == []


def glossary() -> list[tuple[str, str, str]]:
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    return re.findall(r"^\| (\w+) \| ([^|]+) \| (\w+) \|$", text, re.MULTILINE)


@pytest.mark.parametrize("app", APPS)
def test_the_glossary_has_the_tables_of_the_app_and_no_other(app: str) -> None:
    tables = sorted(model.__name__ for model in apps.get_app_config(app).get_models())
    assert sorted(word for word, _, where in glossary() if where == app) == tables


def test_no_two_things_share_a_word() -> None:
    words = [word for word, _, _ in glossary()]
    assert len(words) == len(set(words))


def decisions() -> list[Path]:
    return sorted((DOCS / "decisions").glob("*.md"))


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [path.name[:4] for path in decisions()] == [
        f"{number:04}" for number in range(1, len(decisions()) + 1)
    ]


@pytest.mark.parametrize("record", decisions(), ids=lambda path: path.stem)
def test_a_decision_has_its_number_day_question_answer_and_reason(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert text.startswith(f"# {record.name[:4]} ")
    assert re.search(r"^\d{4}-\d{2}-\d{2} · (?:in force|superseded by \d{4})$", text, re.MULTILINE)
    assert [word for word in ("**Question.**", "**Decision.**", "**Why") if word not in text] == []


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE)[0] == "Unreleased"


def test_make_lists_every_command_for_people() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {name for line in re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE) for name in line.split()}
    listed = re.findall(r"^([a-z0-9-]+):.*## \w", text, re.MULTILINE)
    assert sorted(listed) == sorted(targets - {"help", "developer"})


@pytest.mark.parametrize("name", ["README.md", "README.vi.md", "CONTRIBUTING.md"])
def test_every_command_a_reader_is_told_exists(name: str) -> None:
    targets = set(
        re.findall(r"^([a-z][a-z0-9-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    told = set(
        re.findall(
            r"(?:^ {4}|`)make ([a-z][a-z0-9-]*)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    assert told - targets == set()


@pytest.mark.parametrize("name", ["README.md", "README.vi.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_place_a_reader_is_sent_to_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    places = re.findall(r"\]\(([^)#:]+)\)", text)
    places += re.findall(r"`((?:docs|deploy|tests|thidua|requirements|vendor|benchmarks)/[\w./-]*)`", text)
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_the_services_start_what_the_house_has() -> None:
    units = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "deploy").glob("*.service"))
    started = {ROOT / place for place in re.findall(r"/srv/thidua/((?:deploy|make)/\S+)", units)}
    assert [short(path) for path in started if not path.exists()] == []
    assert "thidua.wsgi" in units
    assert (HOUSE / "wsgi.py").exists()
