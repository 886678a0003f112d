"""No script at all: public pages and the forms a village needs work in a browser that runs none."""

import re

import pytest

pytestmark = pytest.mark.e2e
MANY = 8  # public pages opened one after the other


@pytest.mark.parametrize("stage", ["discover"], indirect=True)
def test_public_pages_open_and_lead_on(somebody) -> None:
    visitor = somebody(script=False, phone=True).go("/")
    seen, waiting = set(), [visitor.path]
    while waiting and len(seen) < MANY:
        address = waiting.pop(0)
        seen.add(address)
        visitor.go(address)
        assert visitor.main.locator("h1").count() == 1, address
        links = visitor.page.locator("a[href^='/']").evaluate_all("all => all.map(a => a.pathname)")
        waiting += [one for one in links if one.endswith("/") and one not in {*seen, *waiting, "/dang-nhap/"}]
    assert len(seen) == MANY
    visitor.go("/tim-kiem/?q=duong+hoa")
    assert visitor.main.locator("h1").inner_text() == "Tìm kiếm"


@pytest.mark.parametrize("stage", ["launch"], indirect=True)
def test_a_village_registers(somebody) -> None:
    head = somebody("thon-khuoi-cap", script=False, phone=True).go("/viec-cua-toi/").follow("Ghi đăng ký")
    first = head.main.locator("fieldset.target").first
    head.fill("Chỉ tiêu", "Bê tông hóa đường nội thôn", within=first).fill("Mức đăng ký", "400", within=first)
    head.fill("Đơn vị tính", "mét", within=first).fill("Mô hình, phần việc sẽ làm", "Tuyến đường hoa")
    assert "Tuyến đường hoa" in head.press_plain("Gửi đăng ký").says()


@pytest.mark.parametrize("stage", ["track"], indirect=True)
def test_a_village_reports_progress_and_a_visitor_a_good_deed(somebody) -> None:
    head = somebody("thon-khuoi-cap", script=False).step("Theo dõi")
    head.fill("Đã làm được gì", "Xong 60 m nữa, dân góp 40 ngày công.")
    assert "Xong 60 m nữa" in head.press_plain("Ghi kết quả").says()

    visitor = somebody(script=False, phone=True).go("/").follow("Báo việc tốt")
    visitor.fill("Ai làm việc tốt", "Chị Vi Thị Mận").fill(
        "Việc tốt đó là gì", "Nhặt được ví, tìm người trả lại."
    )
    visitor.press_plain("Gửi tin báo")
    assert re.search(r"/bao-viec-tot/\w+/$", visitor.path)


@pytest.mark.parametrize("stage", ["nominate"], indirect=True)
def test_a_village_puts_somebody_forward(somebody) -> None:
    head = somebody("thon-khuoi-cap", script=False).step("Đề nghị").follow("Đề nghị mới")
    head.main.get_by_role("radio").first.check()
    head.main.get_by_text("Chưa có trong danh sách: ghi tên mới").click()
    head.choose("Hoặc ghi mới", "cá nhân").fill("Tên", "Ông Hứa Văn Pảo").press_plain("Lập đề nghị")
    head.fill("Tóm tắt thành tích", "Hiến 200 m2 đất làm đường").press_plain("Ghi hồ sơ")
    assert "Hứa Văn Pảo" in head.says()
