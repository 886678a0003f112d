"""The guide and its pictures belong together (hướng dẫn và ảnh chụp)."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", *sorted(GUIDE.glob("*.md"))]
LINK = re.compile(r"\]\(([^)#]+?\.(?:png|md))(?:#[^)]*)?\)")
HEAVIEST = 150_000


def _linked() -> set[Path]:
    return {
        (page.parent / link).resolve() for page in PAGES for link in LINK.findall(page.read_text("utf-8"))
    }


def test_every_picture_is_shown_by_a_page_and_none_is_missing() -> None:
    assert {path for path in _linked() if path.suffix == ".png"} == set(GUIDE.glob("*.png"))


def test_every_page_of_the_guide_is_reached_and_every_link_leads_somewhere() -> None:
    linked = _linked()
    assert [str(path) for path in linked if not path.exists()] == []
    assert [page.name for page in GUIDE.glob("*.md") if page not in linked | {GUIDE / "README.md"}] == []


def test_no_picture_weighs_more_than_a_page_may_carry() -> None:
    assert [path.name for path in GUIDE.glob("*.png") if path.stat().st_size >= HEAVIEST] == []
