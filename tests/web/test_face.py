"""The face: sheets, icons and pieces hold together, stay light and can be read by everybody."""

import gzip
import hashlib
import re
from pathlib import Path

import django_htmx
import pytest
from django.template import Engine, RequestContext, engines
from django.test import RequestFactory

from thidua.web.design import sample_context

ROOT = Path(__file__).parents[2]
WEB = ROOT / "thidua" / "web"
TEMPLATES, STATIC, VENDOR = WEB / "templates", WEB / "static", ROOT / "vendor"
THEME, READING, BLANK, ROOM, COMPARE = (
    STATIC / f"{name}.css" for name in ("theme", "reading", "blank", "room", "compare")
)
TABLER = STATIC / "vendor" / "tabler.min.css"
HTMX = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
PUBLIC_BUDGET, OFFICE_BUDGET = 60_000, 100_000  # bytes after gzip, first view

ENGINE = Engine(dirs=[str(TEMPLATES)], libraries=engines["django"].engine.libraries)


def page(name: str, **context: object) -> str:
    """A template with the sample contents, without the office around it."""
    shell = {
        "nav": [{"label": "Việc của tôi", "url": "#", "current": True}],
        "public_nav": [{"label": "Gương tốt", "url": "#", "current": False}],
        "unit_name": "xã Nà Lâm",
        "demo": {"day": sample_context()["today"], "url": "#"},
    }
    request = RequestFactory().get("/thiet-ke/")
    return ENGINE.get_template(name).render(RequestContext(request, shell | sample_context() | context))


# Classes


def defined() -> set[str]:
    sheets = (THEME, READING, BLANK, ROOM, COMPARE, TABLER)
    css = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    css = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", css, flags=re.S)
    selectors = re.sub(r"\{[^{}]*\}", "{}", css)
    return set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)", selectors))


def used() -> dict[str, set[str]]:
    """Class names by file: from class="…" of templates and of Python, and from attrs of widgets."""
    names: dict[str, set[str]] = {}
    for path in (*TEMPLATES.rglob("*.html"), *WEB.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        values = re.findall(r"""class=["']((?:\{\{.*?\}\}|\{%.*?%\}|[^"'{])*)["']""", text, flags=re.S)
        if path.suffix == ".py":
            values = [value.replace("{}", "{") for value in re.findall(r'class="([^"]*)"', text)]
            values += re.findall(r'"class": "([^"]*)"', text)
        plain = (re.sub(r"\{%.*?%\}", " ", re.sub(r"\{\{.*?\}\}", "{", value)) for value in values)
        words = " ".join(plain).split()
        names[path.relative_to(WEB).as_posix()] = {word for word in words if "{" not in word}
    return names


def test_no_class_of_a_template_is_missing_from_the_sheets() -> None:
    known = defined()
    assert {name: sorted(classes - known) for name, classes in used().items() if classes - known} == {}


@pytest.mark.parametrize(
    ("stem", "endings"),
    [
        ("stage", ["done", "now", "next"]),
        ("agenda", ["done", "now", "next"]),
        ("badge", ["plain", "ok", "wait", "late", "info"]),
        ("notice", ["info", "ok", "warn", "error"]),
        ("btn", ["primary", "quiet", "danger", "sm", "lg"]),
        ("bar", ["gold", "ok", "red"]),
        ("count", ["on", "ok"]),
    ],
)
def test_every_kind_of_a_piece_has_its_class(stem: str, endings: list[str]) -> None:
    assert {f"{stem}-{ending}" for ending in endings} - defined() == set()


def test_layout_classes_are_kept_for_pages_still_to_come() -> None:
    promised = {
        "row",
        "col-6",
        "col-md-4",
        "g-3",
        "d-none",
        "d-md-block",
        "d-print-none",
        "mb-3",
        "mt-0",
        "text-end",
    }
    assert promised - defined() == set()


def test_every_class_of_the_readme_exists() -> None:
    text = (TEMPLATES / "pieces" / "README.md").read_text(encoding="utf-8")
    part = text.split("## Classes")[1].split("## Behaviour")[0]
    words = set(re.findall(r"`([a-z][a-z0-9-]*)`", part))
    assert sorted(words - defined()) == []


# Vendored files


def test_vendored_files_are_the_ones_of_the_manifest() -> None:
    lines = (STATIC / "vendor" / "MANIFEST").read_text(encoding="utf-8").splitlines()
    hashes = dict(reversed(line.split("  ")) for line in lines if "  " in line)
    found = {name: hashlib.sha256((STATIC / "vendor" / name).read_bytes()).hexdigest() for name in hashes}
    assert found == hashes
    assert [line for line in lines if "  " not in line] == [
        "@tabler/core 1.6.1 MIT",
        "@tabler/icons 3.51.0 MIT",
        "jsQR 1.4.0 Apache-2.0",
        "tweetnacl 1.0.3 Unlicense",
    ]


def test_the_sprite_holds_the_icons_of_the_list_and_no_template_asks_for_another() -> None:
    sprite = re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text(encoding="utf-8"))
    assert sprite == (VENDOR / "icons.txt").read_text(encoding="utf-8").split()
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    asked = set(re.findall(r'(?:\{% icon |icon=|icon\|default:)"([^"]+)"', templates))
    assert asked - set(sprite) == set()


# Weight


def packed(*parts: bytes) -> int:
    return sum(len(gzip.compress(part)) for part in parts)


def test_first_view_of_a_public_page_is_light_and_without_script() -> None:
    html = page("public_base.html")
    assert "<script" not in html
    sheets = (THEME, TABLER, STATIC / "icons.svg", STATIC / "favicon.svg")
    weight = packed(html.encode(), *(path.read_bytes() for path in sheets))
    assert weight <= PUBLIC_BUDGET // 2  # the other half is for what a campaign says


def test_first_view_of_an_office_page_is_light() -> None:
    files = (THEME, TABLER, STATIC / "icons.svg", STATIC / "office.js", HTMX)
    weight = packed(page("design/pieces.html").encode(), *(path.read_bytes() for path in files))
    assert weight <= OFFICE_BUDGET


# Contrast


def token(name: str) -> str:
    found = re.search(rf"--{name}: (#[0-9A-Fa-f]{{3,6}})", THEME.read_text(encoding="utf-8"))
    assert found
    return found[1] if len(found[1]) == 7 else "#" + "".join(2 * letter for letter in found[1][1:])


def luminance(colour: str) -> float:
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("ink", ["paper", "ground", "sunken", "gold-tint", "red-tint", "blue-tint", "green-tint"]),
        ("ink-2", ["paper", "ground", "sunken", "gold-tint"]),
        ("ink-3", ["paper", "ground", "sunken", "red-tint"]),
        ("red-dark", ["paper", "ground", "red-tint"]),
        ("paper", ["red", "red-dark", "ink"]),
        ("gold", ["paper", "gold-tint"]),
        ("gold-dark", ["gold-tint"]),
        ("green", ["paper", "green-tint"]),
        ("blue", ["paper", "blue-tint"]),
    ],
)
def test_text_is_readable_on_its_ground(text: str, grounds: list[str]) -> None:
    weak = {ground: round(contrast(token(text), token(ground)), 2) for ground in grounds}
    assert {ground: ratio for ground, ratio in weak.items() if ratio < 4.5} == {}


def test_borders_of_inputs_and_the_focus_ring_can_be_seen() -> None:
    assert contrast(token("line-strong"), token("paper")) >= 3
    assert contrast(token("focus"), token("ground")) >= 3


# The page of pieces and its documentation


def pieces() -> set[str]:
    return {path.name for path in (TEMPLATES / "pieces").glob("*.html")}


def test_every_piece_is_shown_on_the_page_of_pieces_or_in_the_shell() -> None:
    reached: set[str] = set()
    waiting = ["design/pieces.html", "public_base.html"]
    drawing = (WEB / "templatetags" / "pieces.py", WEB / "controls.py")
    python = "".join(path.read_text(encoding="utf-8") for path in drawing)
    by_tag = set(re.findall(r'"pieces/([\w]+\.html)"', python))
    while waiting:
        text = (TEMPLATES / waiting.pop()).read_text(encoding="utf-8")
        found = set(re.findall(r'(?:include|extends) "([^"]+)"', text))
        waiting += sorted(found - reached)
        reached |= found
    shown = {name.removeprefix("pieces/") for name in reached} | by_tag
    assert sorted(pieces() - shown) == ["formset.html"]  # shown where units name their targets


def test_the_page_of_pieces_shows_the_stage_and_its_sentence() -> None:
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page("design/pieces.html")))
    assert "Bước 7 trên 13 · Thẩm định" in words
    assert "Đang ở bàn: Thường trực · tiếp theo: Hội đồng" in words


def test_every_identifier_of_the_page_of_pieces_is_there_once_or_repeats_by_the_two_sample_forms() -> None:
    ids = re.findall(r'\sid="([^"]+)"', page("design/pieces.html"))
    assert sorted({name for name in ids if ids.count(name) > 1}) == [
        "id_name",
        "id_name_helptext",
        "id_reported",
    ]


@pytest.mark.parametrize(
    "name", ["404.html", "403_csrf.html", "errors/too_large.html", "account/locked.html"]
)
def test_a_page_of_trouble_says_what_happened_and_where_to_go(name: str) -> None:
    html = page(name, limit=25 * 1024 * 1024)
    assert html.count("<h1>") == 1
    assert 'class="btn' in html


def test_a_refusal_shows_the_sentence_and_the_article() -> None:
    html = page("errors/refused.html", ruling=sample_context()["refused"])
    assert "Còn 4 chỗ phải quyết trước khi nhận." in html
    assert "Căn cứ: khoản 2 Điều 15 Quy chế của Hội đồng" in html
