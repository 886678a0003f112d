"""Stage 8 in two rarer ways: the council is asked in writing; the wall of the room is run by its keys."""

import pytest

from tests.e2e.council_room import call_the_roll, show_hands

pytestmark = [pytest.mark.e2e, pytest.mark.long]
CASE = "Nông Văn Hinh"


def planned(secretary, *, mode: str = "", **fields: str) -> str:
    """A session with one case on its agenda; returns its address."""
    secretary.step("Hội đồng").follow("Lập phiên họp").fill("Địa điểm", "Phòng họp UBND xã")
    if mode:
        secretary.main.get_by_role("radio", name=mode, exact=True).check()
        day = secretary.field("Ngày họp").input_value()
        secretary.fill("Hạn gửi ý kiến", day)
    secretary.press("Lập phiên họp")
    for box in secretary.main.get_by_role("checkbox").all():
        if not box.evaluate("box => box.closest('label').innerText").strip().startswith(CASE):
            box.uncheck()
    return secretary.press("Đưa vào chương trình").path


@pytest.mark.parametrize("stage", ["appraise"], indirect=True)
def test_the_council_is_asked_in_writing_once_its_rules_allow_it(somebody) -> None:
    secretary, chair = somebody("thuky"), somebody("chutich")
    chair.go("/co-quan/quy-tac/council_written/").choose("Giá trị", "Được lấy ý kiến")
    chair.fill("Theo văn bản", "Quy chế hoạt động của Hội đồng").press("Xác nhận")

    meeting = planned(secretary, mode="lấy ý kiến bằng văn bản")
    day = secretary.press("Gửi phiếu lấy ý kiến").says()
    assert "Đang lấy ý kiến" in day
    chair.go(f"{meeting}?truong-hop=1").main.get_by_role("radio", name="đồng ý", exact=True).check()
    chair.press("Gửi ý kiến")
    assert "ý kiến bằng văn bản" in secretary.go(f"{meeting}?truong-hop=1").says()
    show_hands(secretary, meeting, 1)
    assert "thông qua" in secretary.says()


@pytest.mark.parametrize("stage", ["appraise"], indirect=True)
def test_the_keys_of_the_room_move_from_case_to_result(somebody) -> None:
    secretary, chair = somebody("thuky"), somebody("chutich")
    meeting = planned(secretary)
    call_the_roll(secretary, meeting)
    keys = secretary.go(f"{meeting}man-hinh/").page.keyboard
    with secretary.page.expect_navigation():
        keys.press("ArrowRight")
    assert "Đang biểu quyết" in secretary.page.locator("#man-hinh").inner_text()
    chair.go(f"{meeting}?truong-hop=1").main.get_by_role("radio", name="đồng ý", exact=True).check()
    chair.press("Gửi ý kiến")
    keys.press("c")
    assert "Bấm lần nữa để chốt" in secretary.page.locator("#man-hinh").inner_text()
    with secretary.page.expect_navigation():
        keys.press("c")
    assert "Đã có kết quả" in secretary.page.locator("#man-hinh").inner_text()
