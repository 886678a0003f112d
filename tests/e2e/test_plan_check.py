"""Going over a plan at the browser: both sides scroll and light up together, the keyboard does it all."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e

PLAN = Path(__file__).resolve().parents[2] / "thidua" / "demo" / "plans" / "2023.txt"


@pytest.fixture
def officer(somebody):
    """The standing officer on the page of the plan of the demo."""
    return _opened(somebody("thuongtruc"))


def _opened(person):
    person.go("/ke-hoach/moi/").page.locator("#id_upload").set_input_files(PLAN)
    return person.press("Tiếp tục")


def _current(person) -> str:
    return person.page.evaluate("document.activeElement.id")


def _left(person) -> int:
    return person.page.locator(".read-open").count()


def _label(person) -> str:
    return person.page.locator(":focus b").inner_text()


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_the_source_follows_the_list_and_the_list_the_source(officer) -> None:
    page, source = officer.page, officer.page.locator("[data-source]")
    foot = page.locator(".source-line", has_text="Nơi nhận").last
    expect(foot).not_to_be_in_viewport()
    last = page.locator(".read", has_text="Nơi nhận 1").first
    last.hover()
    page.mouse.wheel(0, 200)
    expect(foot).to_be_in_viewport()
    source.hover()
    page.mouse.wheel(0, -20_000)
    expect(page.locator(".read", has_text="Cơ quan ban hành")).to_be_in_viewport()
    expect(last).not_to_be_in_viewport()


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_a_clause_lights_up_what_came_from_it_and_the_reverse(officer) -> None:
    page = officer.page
    line = page.locator(".source-line", has_text="V. ĐỐI TƯỢNG").locator("xpath=following-sibling::div[2]")
    line.locator("p").hover(position={"x": 2, "y": 2})
    line.scroll_into_view_if_needed()
    row = page.locator(f'.read[data-light="{line.get_attribute("id")}"]')
    assert row.count() > 1
    line.hover(position={"x": 40, "y": 12})
    assert page.locator(".read.is-lit").count() == row.count()
    row.nth(1).focus()
    assert "is-here" in (line.get_attribute("class") or "")
    page.locator(".read", has_text="Chủ đề").first.locator("a.clause").click()
    assert "lấy chủ đề" in page.locator(".source-line.is-here").inner_text()


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_everything_is_answered_from_the_keyboard(officer) -> None:
    page, keys, left = officer.page, officer.page.keyboard, _left(officer)
    keys.press("n")
    assert _label(officer) == "Thiếu số"
    keys.press("Delete")
    expect(page.locator(".read-open")).to_have_count(left - 1)
    assert _label(officer) == "Thiếu ngày"
    keys.press("n")
    while page.locator(":focus [data-edit]").count() == 0:
        keys.press("n")
    edited = _current(officer)
    keys.press("F2")
    page.locator(f"#{edited} textarea:focus").wait_for()
    keys.press("Control+a")
    keys.type("chào mừng n p ?")
    keys.press("Control+Enter")
    expect(page.locator(".read-open")).to_have_count(left - 2)
    assert "chào mừng n p ?" in page.locator(f"#{edited}").inner_text()
    with page.expect_navigation():
        keys.press("Control+z")
    assert _left(officer) == left - 1
    assert _current(officer) == edited
    keys.press("?")
    assert page.locator("dialog[open]").inner_text().startswith("Xem lại bằng bàn phím")
    keys.press("Escape")
    keys.press("ArrowRight")
    assert page.locator("[data-source] :focus").count() == 1
    keys.press("ArrowLeft")
    assert _current(officer) == edited


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_keys_stay_letters_where_somebody_writes(officer) -> None:
    field = officer.field("Nội dung")
    field.fill("")
    field.type("n p")
    assert field.input_value() == "n p"
    assert officer.page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_a_boundary_is_corrected_and_taken_back(officer) -> None:
    page = officer.page
    content = page.locator(".read", has_text="Nội dung 2").first.locator(".pre-line").inner_text()
    line = page.locator(".source-line", has_text=content[:40]).first
    line.hover()
    with page.expect_navigation():
        line.get_by_role("link", name="ranh giới").click(delay=200)  # a hand is slower than a machine
    officer.press("Nối vào đoạn trên")
    assert officer.told().startswith("Đã đọc lại: 1 chỗ mới")
    assert content in page.locator(".read", has_text="Nội dung 1").first.inner_text()
    with page.expect_navigation():
        page.locator("[data-undo]").click()
    assert content in page.locator(".read", has_text="Nội dung 2").first.inner_text()


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_a_phone_shows_one_side_and_then_the_other(somebody) -> None:
    head = _opened(somebody("thuongtruc", phone=True))
    page = head.page
    assert head.overflow() == 0
    assert not page.locator("[data-source]").is_visible()
    page.get_by_role("link", name="Bản gốc", exact=True).click()
    assert page.locator("[data-source]").is_visible()
    assert not page.locator(".read").first.is_visible()
    page.get_by_role("link", name="Đã đọc", exact=True).click()
    page.locator(".read", has_text="Chủ đề").first.locator("a.clause").click()
    assert page.locator(".source-line", has_text="lấy chủ đề").is_visible()


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_it_all_works_without_a_script(somebody) -> None:
    person = somebody("thuongtruc", script=False)
    person.go("/ke-hoach/moi/").page.locator("#id_upload").set_input_files(PLAN)
    person.press_plain("Tiếp tục")
    left = _left(person)
    row = person.page.locator(".read-open").first
    with person.page.expect_navigation():
        row.locator("button[value=skipped]").click()
    assert _left(person) == left - 1
    unsure = person.page.locator(".read-open", has=person.page.locator("[data-edit]")).first
    with person.page.expect_navigation():
        unsure.locator("[data-edit]").click()
    person.page.locator("textarea[data-write]").fill("chào mừng ngày truyền thống")
    person.press_plain("Ghi lại")
    assert _left(person) == left - 2
    with person.page.expect_navigation():
        person.page.locator("[data-undo]").click()
    assert _left(person) == left - 1
