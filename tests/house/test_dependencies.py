"""Every dependency says why it is here, is used, and is locked with its hash and without an address."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions

import pytest

from tests.house.tree import ROOT, parsed, python

PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(PYPROJECT)
BASE = PROJECT["project"]["dependencies"]
DEVELOPER = PROJECT["dependency-groups"]["dev"]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NEVER_IMPORTED = {
    "gunicorn": "a command",
    "psycopg": "named in settings",
    "django-tasks-db": "named in settings",
}


def plain(requirement: str) -> str:
    """The normal name of a requirement."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement).group()).lower()


@pytest.mark.parametrize("requirement", [*BASE, *DEVELOPER])
def test_a_dependency_says_why_and_where(requirement: str) -> None:
    line = next(line for line in PYPROJECT.splitlines() if line.strip().startswith(f'"{requirement}"'))
    assert re.search(r'",\s+# \w.{12,}', line), line


def imports() -> Iterator[str]:
    for path in python():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.split(".")[0]


def test_what_the_house_imports_is_what_it_declares() -> None:
    owners = packages_distributions()
    settings = (ROOT / "thidua" / "settings.py").read_text(encoding="utf-8")
    named = {name for name in owners if f'"{name}' in settings}
    foreign = (set(imports()) | named) - set(sys.stdlib_module_names) - {"thidua"}
    used = {plain(owner) for name in foreign for owner in owners.get(name, [name])}
    assert sorted(used | set(NEVER_IMPORTED)) == sorted({plain(requirement) for requirement in BASE})


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_and_no_address(lock: object) -> None:
    text = lock.read_text(encoding="utf-8")
    locked = re.split(r"\n(?=\w)", text.strip())
    assert "://" not in text
    assert [
        entry.splitlines()[0] for entry in locked if "--hash=sha256:" not in entry or "==" not in entry
    ] == []


def versions(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


def test_developers_run_what_the_office_runs() -> None:
    base, developer = versions("base.txt"), versions("dev.txt")
    assert {name: developer.get(name) for name in base} == base


def test_every_dependency_is_locked() -> None:
    assert {plain(name) for name in BASE} - set(versions("base.txt")) == set()
    assert {plain(name) for name in DEVELOPER} - set(versions("dev.txt")) == set()
