"""What a form never does: lose what was typed, act twice, need a mouse or a script."""

import pytest

from tests.e2e.browsing import CAMPAIGN, WIDE
from thidua.demo.people import PASSWORD

pytestmark = pytest.mark.e2e

DEED = {"Ai làm việc tốt": "Bà Vi Thị Nọi", "Việc tốt đó là gì": "Nuôi dạy hai cháu mồ côi trong thôn."}


@pytest.mark.parametrize("stage", ["launch"], indirect=True)
def test_log_in_and_register_with_the_keyboard_alone(somebody) -> None:
    head = somebody().go("/dang-nhap/")
    keys = head.page.keyboard
    _tab_to(head, "id_login")
    keys.type("thon-khuoi-cap")
    keys.press("Tab")
    keys.type(PASSWORD)
    with head.page.expect_navigation():
        keys.press("Enter")
    assert head.path == "/viec-cua-toi/"
    keys.press("Tab")
    with head.page.expect_navigation(url="**#chinh"):
        keys.press("Enter")
    head.go("/viec-cua-toi/").follow("Ghi đăng ký")
    _tab_to(head, "id_chi-tieu-0-text")
    keys.type("Bê tông hóa đường nội thôn")
    _tab_to(head, "id_project_title")
    keys.type("Tuyến đường hoa")
    _tab_to_button(head, "Gửi đăng ký")
    with head.page.expect_navigation():
        keys.press("Enter")
    assert "Tuyến đường hoa" in head.says()


def _tab_to(person, field: str) -> None:
    for _ in range(80):
        if person.page.evaluate("document.activeElement.id") == field:
            return
        person.page.keyboard.press("Tab")
    raise AssertionError(f"{field} cannot be reached with the keyboard")


def _tab_to_button(person, words: str) -> None:
    for _ in range(80):
        if person.page.evaluate("document.activeElement.innerText || ''").strip() == words:
            return
        person.page.keyboard.press("Tab")
    raise AssertionError(f"{words} cannot be reached with the keyboard")


@pytest.mark.parametrize("stage", ["launch"], indirect=True)
def test_typed_text_outlives_a_refusal_a_lost_page_and_is_gone_once_taken(somebody) -> None:
    head = somebody("thon-khuoi-cap").go("/viec-cua-toi/").follow("Ghi đăng ký")
    first = head.main.locator("fieldset.target").first
    head.fill("Mức đăng ký", "400", within=first).fill("Mô hình, phần việc sẽ làm", "Tuyến đường hoa")
    address = head.path
    head.go("/dot/").go(address)
    assert head.field("Mô hình, phần việc sẽ làm").input_value() == "Tuyến đường hoa"
    assert head.press("Gửi đăng ký").main.locator(".field-error").count() > 0
    assert head.field("Mức đăng ký", within=first).input_value() == "400"
    head.fill("Chỉ tiêu", "Bê tông hóa đường", within=first).press("Gửi đăng ký")
    assert head.page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('thidua:'))") == []


@pytest.mark.parametrize("stage", ["track"], indirect=True)
def test_two_clicks_send_once(somebody) -> None:
    officer = somebody("thuongtruc").step("Nêu gương").follow("Nhập tin báo")
    officer.fill("Ai làm việc tốt", "Bà Vi Thị Nọi").fill("Việc gì", "Nuôi dạy hai cháu mồ côi.")
    with officer.page.expect_navigation():
        officer.main.locator("form[method=post] button[type=submit]").last.dblclick()
    officer.step("Nêu gương")
    assert officer.main.get_by_role("link", name="Bà Vi Thị Nọi").count() == 1


@pytest.mark.parametrize("stage", ["track"], indirect=True)
def test_a_stale_tab_sends_the_same_form_again_and_nothing_happens_twice(somebody) -> None:
    officer = somebody("thuongtruc").step("Nêu gương").follow("Nhập tin báo")
    officer.fill("Ai làm việc tốt", "Bà Vi Thị Nọi").fill("Việc gì", "Nuôi dạy hai cháu mồ côi.")
    form = officer.main.locator("form[method=post]").last
    sent = form.evaluate(
        "form => Object.fromEntries([...new FormData(form)].filter(([, said]) => typeof said === 'string'))"
    )
    address = officer.page.url
    for _ in range(2):
        answer = officer.context.request.post(address, form=sent, headers={"Referer": address})
        assert answer.status == 200
    officer.step("Nêu gương")
    assert officer.main.get_by_role("link", name="Bà Vi Thị Nọi").count() == 1


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_a_question_is_asked_before_what_is_hard_to_take_back(somebody) -> None:
    admin = somebody("quantri").go("/co-quan/tai-khoan/")
    admin.main.get_by_role("button", name="Ngừng tài khoản của Chu Thị Sen").click()
    box = admin.page.locator("[data-confirm-box]")
    assert box.is_visible()
    box.get_by_role("button", name="Thôi").click()
    assert (box.is_visible(), admin.path) == (False, "/co-quan/tai-khoan/")
    admin.press("Ngừng tài khoản của Chu Thị Sen")
    assert admin.told() == "Đã ngừng tài khoản “ketoan”."


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_a_menu_closes_with_escape_and_with_a_click_beside_it(somebody) -> None:
    head = somebody("mttq").go("/viec-cua-toi/")
    menu = head.page.locator("details.who")
    beside = (WIDE[0] / 2, WIDE[1] - 5)
    for close in (lambda: head.page.keyboard.press("Escape"), lambda: head.page.mouse.click(*beside)):
        menu.locator("summary").click()
        assert menu.get_attribute("open") is not None
        close()
        assert menu.get_attribute("open") is None


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_somebody_with_two_offices_changes_the_one_they_act_in(somebody, shot) -> None:
    head = somebody("mttq").go("/viec-cua-toi/")
    head.page.locator("details.who summary").click()
    shot(head, "doi-tu-cach")
    with head.page.expect_navigation():
        head.page.get_by_role("button", name="Ủy viên Hội đồng TĐKT").click()
    assert "Ủy viên Hội đồng TĐKT" in head.page.locator("details.who summary").inner_text()


@pytest.mark.parametrize("stage", ["track"], indirect=True)
def test_without_any_script_a_visitor_reports_and_an_officer_logs_in_and_works(somebody) -> None:
    visitor = somebody(script=False).go("/bao-viec-tot/").fill_all(DEED)
    visitor.press_plain("Gửi tin báo")
    assert visitor.path.startswith("/bao-viec-tot/")
    officer = somebody("thuongtruc", script=False).step("Nêu gương").follow("Bà Vi Thị Nọi")
    officer.fill("Đã hỏi ai", "Trưởng thôn").press_plain("Ghi là đúng")
    assert "đã xác minh" in officer.says()


@pytest.mark.parametrize("stage", ["nominate"], indirect=True)
def test_what_one_may_not_know_of_is_not_found_and_what_one_may_not_do_says_why(somebody) -> None:
    head = somebody("thon-na-chang")
    other = somebody("thuongtruc").step("Đề nghị").main.get_by_role("link", name="Lộc Văn Tài")
    assert head.page.goto(head.address + other.get_attribute("href")).status == 404
    member = somebody("uyvien1").go("/co-quan/so-van-ban/")
    locked = member.main.get_by_role("button", name="Mở sổ", exact=True)
    assert locked.is_disabled()
    assert "Việc này của: Văn thư" in member.says()
    assert CAMPAIGN in head.go("/dot/").says()
