"""Every text of the house: composed letters, no trace of one machine, nothing left undone."""

import re
import unicodedata

from tests.house.tree import ROOT, python, short, texts

HERE = ROOT / "tests" / "house"
MACHINE = re.compile(r"(?<![\w.<])/(?:work|tmp|root|home/\w+|Users/\w+|opt/(?:pypi|wheels))(?:/|\b)")
REGISTRIES = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "deb.debian" + ".org",
)
UNDONE = re.compile(r"\b(?:TODO|FIXME|XXX)\b|lorem ipsum", re.IGNORECASE)
DOUBLES = re.compile(r"unittest\.mock|\bmocker\b|monkeypatch\.setattr|MagicMock")
AVOIDED = re.compile(r"pytest\.(?:mark\.)?(?:skip|skipif|xfail|importorskip)\b")


def test_letters_are_composed() -> None:
    assert [short(path) for path, text in texts() if not unicodedata.is_normalized("NFC", text)] == []


def test_no_path_of_one_machine() -> None:
    found = [
        f"{short(path)}: {match.group()}"
        for path, text in texts()
        if not path.is_relative_to(HERE)
        for match in MACHINE.finditer(text)
    ]
    assert found == []


def test_no_address_of_a_package_registry() -> None:
    assert [short(path) for path, text in texts() if any(name in text for name in REGISTRIES)] == []


def test_nothing_is_left_undone() -> None:
    found = [short(path) for path, text in texts() if not path.is_relative_to(HERE) and UNDONE.search(text)]
    assert found == []


def test_lines_end_the_same_way_everywhere() -> None:
    assert [
        short(path) for path, text in texts() if "\r" in text and path.suffix in {".py", ".html", ".md"}
    ] == []


def test_no_double_stands_in_for_our_own_code() -> None:
    tests = [path for path in python(ROOT / "tests") if not path.is_relative_to(HERE)]
    assert [short(path) for path in tests if DOUBLES.search(path.read_text(encoding="utf-8"))] == []


def test_no_test_is_skipped() -> None:
    tests = [path for path in python(ROOT / "tests") if not path.is_relative_to(HERE)]
    assert [short(path) for path in tests if AVOIDED.search(path.read_text(encoding="utf-8"))] == []
