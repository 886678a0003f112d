"""What the arrows of import-linter cannot see: listed modules, doors, the clock, requests below the web."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import APPS, HOUSE, ROOT, STAGES, parsed, python, short

LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
LAYERED = {
    contract["containers"][0]: contract for contract in LINTER["contracts"] if contract["type"] == "layers"
}
WEB_ONLY = (
    *("django.http", "django.urls", "django.shortcuts", "django.forms", "django.views"),
    "django.contrib.messages",
)
CLOCK = {
    *(("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")),
    *(("timezone", "now"), ("timezone", "localdate"), ("functions", "Now")),
    *(("time", "time"), ("time", "time_ns"), ("time", "localtime")),
}
MAY_ASK_THE_CLOCK = {
    "thidua/web/today.py": "the working day",
    "thidua/journal/write.py": "the real time of an entry, kept beside the working day",
    "thidua/journal/rows.py": "time-ordered keys",
    "thidua/web/jobs.py": "the real time of progress of long work",
}


def layer_of(contract: dict[str, list[str]], module: str) -> int | None:
    for index, layer in enumerate(contract["layers"]):
        names = {name.strip(" ()") for part in layer.split("|") for name in part.split(":")}
        if module in names:
            return index
    return None


@pytest.mark.parametrize("app", APPS[1:])
def test_the_stages_of_an_app_stand_in_its_contract_above_its_permissions(app: str) -> None:
    contract = LAYERED[f"thidua.{app}"]
    floor = layer_of(contract, "permissions")
    assert [stage for stage in STAGES[app] if layer_of(contract, stage) not in range(floor)] == []


@pytest.mark.parametrize("app", ["campaigns", "awards", "publicity"])
def test_a_later_stage_stands_above_an_earlier_one(app: str) -> None:
    contract = LAYERED[f"thidua.{app}"]
    heights = [layer_of(contract, stage) for stage in STAGES[app]]
    assert heights == sorted(set(heights), reverse=True)


@pytest.mark.parametrize("container", LAYERED)
def test_no_module_can_stand_outside_a_contract(container: str) -> None:
    assert LAYERED[container]["exhaustive"] is True


def test_only_named_modules_stand_beside_the_layers() -> None:
    beside = {path.stem for path in HOUSE.glob("*.py")} - {"__init__"}
    assert sorted(beside) == sorted(LAYERED["thidua"]["exhaustive_ignores"])


def attributes(path: Path) -> Iterator[ast.Attribute]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute):
            yield node


def last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def test_the_web_holds_no_table_in_its_hands() -> None:
    held = [
        short(path, node.lineno)
        for path in python(HOUSE / "web")
        for node in attributes(path)
        if node.attr in {"objects", "_default_manager", "_base_manager"}
    ]
    assert held == []


def test_only_named_places_ask_the_clock() -> None:
    asked = [
        f"{short(path, node.lineno)} {last_name(node.value)}.{node.attr}"
        for path in python()
        if short(path) not in MAY_ASK_THE_CLOCK
        for node in attributes(path)
        if (last_name(node.value), node.attr) in CLOCK
    ]
    assert asked == []


def test_no_table_takes_its_day_from_the_machine() -> None:
    taken = [
        short(path, node.lineno)
        for path in python()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}
    ]
    assert taken == []


def imported(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def below_the_web() -> list[Path]:
    return [
        path
        for path in python()
        if path.parts[len(HOUSE.parts)] not in {"web", "demo", "urls.py", "settings.py"}
    ]


def test_no_request_message_or_address_below_the_web() -> None:
    found = {
        f"{short(path, line)} {name}"
        for path in below_the_web()
        for line, name in imported(path)
        if name.startswith(WEB_ONLY)
    }
    assert sorted(found) == []


def test_apps_call_each_other_and_send_no_signals() -> None:
    found = [
        short(path, line) for path in python() for line, name in imported(path) if name == "django.dispatch"
    ]
    assert found == []


def test_the_admin_of_django_stays_out() -> None:
    found = [
        short(path, line)
        for path in python()
        for line, name in imported(path)
        if "django.contrib.admin" in name
    ]
    assert found == []
