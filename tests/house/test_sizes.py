"""Nothing grows past what one reader holds in the head."""

from pathlib import Path

from tests.house.tree import HOUSE, ROOT, files, functions, python, short, walk

FUNCTION = 40
VIEW = 25
FILE = 400
TEMPLATE = 150
NAMELESS = {
    "core",
    "common",
    "utils",
    "util",
    "helpers",
    "helper",
    "services",
    "service",
    "manager",
    "managers",
    "misc",
}


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_a_function_fits_on_a_page() -> None:
    long = [
        f"{short(path, node.lineno)} {node.name}: {size} lines"
        for path in python(ROOT)
        for node in functions(path)
        if (size := node.end_lineno - node.lineno + 1) > FUNCTION
    ]
    assert long == []


def test_a_view_is_only_a_door() -> None:
    long = [
        f"{short(path, node.lineno)} {node.name}: {size} lines"
        for path in python(HOUSE / "web" / "views")
        for node in functions(path)
        if (size := node.end_lineno - node.lineno + 1) > VIEW
    ]
    assert long == []


def test_a_file_stays_readable() -> None:
    assert [short(path) for path in python(ROOT) if lines(path) > FILE] == []


def test_a_template_stays_readable() -> None:
    pages = [path for path in walk(HOUSE) if path.suffix == ".html"]
    assert [short(path) for path in pages if lines(path) > TEMPLATE] == []


def test_every_piece_has_a_name_of_its_own() -> None:
    named = [path.relative_to(HOUSE) for path in files(".py") if path.is_relative_to(HOUSE)]
    nameless = [str(path) for path in named if NAMELESS & {path.stem, *path.parts}]
    assert nameless == []
