"""Every template is used by somebody, and no page carries script or style of its own."""

import re
from pathlib import Path

from tests.house.tree import HOUSE, python, short, walk

TEMPLATES = HOUSE / "web" / "templates"
FOUND_BY_NAME = re.compile(  # django, allauth and axes look these up by their names
    r"^(?:(?:account|allauth|mfa|socialaccount|usersessions)/.*|\d{3}(?:_csrf)?\.html)$"
)


def pages() -> list[Path]:
    return [path for path in walk(HOUSE) if path.suffix == ".html"]


def name_of(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def test_every_template_lies_in_the_one_folder() -> None:
    assert [short(path) for path in pages() if not path.is_relative_to(TEMPLATES)] == []


def test_every_template_is_used() -> None:
    said = {path: path.read_text(encoding="utf-8") for path in (*python(), *pages())}
    unused = [
        name_of(page)
        for page in pages()
        if not FOUND_BY_NAME.match(name_of(page))
        and not any(name_of(page) in text for path, text in said.items() if path != page)
    ]
    assert unused == []


def test_no_page_carries_script_or_style_of_its_own() -> None:
    inline = re.compile(r"<style\b|\sstyle=|<script(?![^>]*\bsrc=)|\son(?:click|change|submit|load|input)=")
    assert [name_of(page) for page in pages() if inline.search(page.read_text(encoding="utf-8"))] == []
