"""Stage 5 at the browser: a visitor tells of a good deed, and with consent it becomes a role model's page."""

import pytest

pytestmark = pytest.mark.e2e

DEED = "Tối 12/5 nước suối lên, anh Bình dìu hai cháu nhỏ qua cầu tràn rồi đứng canh đến sáng."


@pytest.mark.parametrize("stage", ["track"], indirect=True)
def test_a_good_deed_becomes_a_role_model_and_goes_when_consent_is_withdrawn(somebody, shot) -> None:
    visitor = somebody(phone=True).go("/").follow("Báo việc tốt")
    visitor.fill("Ai làm việc tốt", "Anh Lộc Văn Bình").fill("Ở đâu", "Thôn Nà Chang")
    visitor.fill("Việc tốt đó là gì", DEED)
    assert visitor.overflow() == 0
    shot(visitor, "bao-viec-tot")
    receipt = visitor.press("Gửi tin báo").path
    assert DEED not in visitor.go(receipt).says()

    officer = somebody("thuongtruc").step("Nêu gương").follow("Anh Lộc Văn Bình")
    officer.fill("Đã hỏi ai", "Trưởng thôn Nà Chang")
    shot(officer, "viec-tot")
    officer.press("Ghi là đúng").follow("Viết thành gương điển hình")
    officer.fill("Việc làm tốt, trong một câu", "Người đứng canh cầu tràn").press("Ghi bài")
    assert officer.main.get_by_role("button", name="Công khai", exact=True).is_disabled()
    officer.fill("Người đồng ý", "Lộc Văn Bình").fill("Đồng ý bằng cách nào", "giấy có chữ ký")
    officer.press("Ghi nhận đồng ý").press("Công khai")
    shot(officer, "guong-dien-hinh")

    public = officer.main.get_by_role("link", name="Xem trang công khai").get_attribute("href")
    assert "Người đứng canh cầu tràn" in visitor.go(public).says()
    officer.main.get_by_role("radio", name="Người được nêu gương").check()
    officer.press("Gỡ bài")
    assert "Lộc Văn Bình" not in visitor.go(public).page.content()
    assert "Lộc Văn Bình" not in visitor.go("/").page.content()
