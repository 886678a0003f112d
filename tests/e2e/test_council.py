"""Stage 8 at the browser: the council is called, meets, votes case by case; then come the minutes."""

import pytest

from tests.e2e.paper_life import carry, words_missing

pytestmark = pytest.mark.e2e

CASES = ("Chi hội Phụ nữ thôn Khuổi Cáp", "Hộ ông Đàm Văn Xuân", "Nông Văn Hinh")


@pytest.mark.parametrize("stage", ["appraise"], indirect=True)
def test_the_council_meets_with_attendance_recusal_votes_and_minutes(somebody, shot) -> None:
    secretary, chair, clerk = somebody("thuky"), somebody("chutich"), somebody("vanthu")
    secretary.step("Hội đồng").follow("Lập phiên họp").fill("Địa điểm", "Phòng họp UBND xã Nà Lâm")
    secretary.press("Lập phiên họp")
    for box in secretary.main.get_by_role("checkbox").all():
        if not box.evaluate("box => box.closest('label').innerText").strip().startswith(CASES):
            box.uncheck()
    meeting = secretary.press("Đưa vào chương trình").path
    invitation = secretary.press("Soạn giấy mời").path
    carry(secretary, invitation, signer=chair, clerk=clerk)
    assert words_missing(secretary, invitation, "GIẤY MỜI", "Phòng họp UBND xã Nà Lâm") == []

    secretary.go(meeting).follow("Điểm danh thành viên")
    for box in secretary.main.get_by_role("checkbox").all():
        box.check()
    secretary.main.get_by_role("checkbox", name="Phùng Thị Kiều có mặt").uncheck()
    secretary.fill("Lý do vắng của Phùng Thị Kiều", "đi công tác, gửi ý kiến bằng văn bản")
    secretary.press("Ghi điểm danh").press("Khai mạc phiên họp")
    _vote(secretary, chair, meeting, shot)
    secretary.fill("Diễn biến thảo luận", "Các thành viên nhất trí đưa ra biểu quyết.")
    secretary.press("Ghi diễn biến")
    secretary.fill("Kết thúc lúc", "11:15").press("Kết thúc phiên họp")

    minutes = secretary.press("Soạn biên bản họp").path
    carry(secretary, minutes, signer=chair, clerk=clerk)
    assert words_missing(secretary, minutes, "BIÊN BẢN", *CASES, "Nông Thị Thắm") == []


def _vote(secretary, chair, meeting: str, shot) -> None:
    """Whoever is concerned steps aside; the chair votes for himself, the secretary writes down the hands."""
    for number, name in enumerate(CASES, start=1):
        secretary.go(f"{meeting}?truong-hop={number}")
        assert secretary.main.locator("h2.case-title").inner_text() == name
        aside = secretary.main.get_by_role("button", name="Ghi không tham gia", exact=True)
        if name == "Nông Văn Hinh":
            with secretary.page.expect_navigation():
                aside.first.click()
            assert "Nông Thị Thắm" in secretary.says()
        secretary.press("Đưa ra biểu quyết")
        case = f"{meeting}?truong-hop={number}"
        chair.go(case).main.get_by_role("radio", name="đồng ý", exact=True).check()
        chair.press("Gửi ý kiến")
        hands = secretary.go(case).main.locator("form[action*='gio-tay']")
        for choice in hands.locator("select").all():
            choice.select_option("for")
        if number == 1:
            shot(secretary, "phien-hop")
        secretary.press("Ghi kết quả giơ tay").press("Chốt kết quả")
        assert "thông qua" in secretary.says()
