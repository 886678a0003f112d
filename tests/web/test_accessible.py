"""Every page can be used with the keyboard and a screen reader: the rules that can be read off its HTML.

A share of the pages is read, drawn by a seed that is printed; THIDUA_DOORS=all reads every page.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import lxml.html
import pytest
from lxml.html import HtmlElement

from tests.web.doors import DOORS
from tests.web.everything import make_everything
from tests.web.test_every_door import EVERY, Knocking, seed_of_the_draw

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]
# Who may open most pages of the commune, and who the rest.
READERS = ("standing", "village_head", "anonymous")
READ = 110


def faults_of(html: str) -> Iterator[str]:
    """What keeps somebody from using this page."""
    page = lxml.html.fromstring(html)
    if page.get("lang") != "vi":
        yield "trang không ghi tiếng Việt"
    for tag, times in (("h1", 1), ("main", 1)):
        if len(page.findall(f".//{tag}")) != times:
            yield f"{len(page.findall(f'.//{tag}'))} <{tag}>"
    yield from _twice(page)
    yield from _unnamed_fields(page)
    yield from _unnamed_actions(page)
    if not page.xpath("//a[@class='skip'][@href='#chinh']") or not page.xpath("//main[@id='chinh']"):
        yield "không tới thẳng nội dung được"
    if page.xpath("//nav[not(@aria-label)]"):
        yield "mục lục không tên"
    if any(int(found.get("tabindex")) > 0 for found in page.xpath("//*[@tabindex]")):
        yield "thứ tự phím Tab bị đổi"


def _twice(page: HtmlElement) -> Iterator[str]:
    counted = Counter(page.xpath("//@id"))
    yield from (f"id “{name}” dùng {times} lần" for name, times in counted.items() if times > 1)
    for name in {*page.xpath("//label/@for"), *" ".join(page.xpath("//@aria-describedby")).split()}:
        if name not in counted:
            yield f"trỏ tới “{name}” không có"


def _unnamed_fields(page: HtmlElement) -> Iterator[str]:
    labelled = set(page.xpath("//label/@for"))
    for field in page.xpath("//input[not(@type='hidden' or @type='submit')]|//select|//textarea"):
        inside = any(parent.tag == "label" for parent in field.iterancestors())
        if not (inside or field.get("id") in labelled or field.get("aria-label")):
            yield f"ô {field.get('name')} không có nhãn"


def _unnamed_actions(page: HtmlElement) -> Iterator[str]:
    for found in page.xpath("//a[@href]|//button|//summary"):
        named = (
            found.text_content().strip() or found.get("aria-label") or found.xpath(".//@aria-label|.//@alt")
        )
        if not named:
            yield f"nút hoặc liên kết không tên: {lxml.html.tostring(found)[:80]!r}"
    if page.xpath("//img[not(@alt)]"):
        yield "ảnh không có lời thay"


def test_every_page_can_be_used_with_the_keyboard_and_read_aloud() -> None:
    knock, seed = Knocking(make_everything()), seed_of_the_draw()
    doors = DOORS if EVERY else random.Random(seed).sample(DOORS, READ)
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    for role in READERS:
        for door in doors:
            if door.only_post or door.name in seen:
                continue
            answer = knock(door, role)
            if answer.streaming or answer.status_code != 200 or b"<html" not in answer.content:
                continue  # refused, a file, or a part of a page
            seen.add(door.name)
            faults = sorted(set(faults_of(answer.content.decode())))
            if faults:
                found[f"{door.name} ({role})"] = faults
    assert found == {}, f"THIDUA_SEED={seed}"
    assert len(seen) > len(doors) // 4
