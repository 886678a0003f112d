"""Stage 8 at the browser, in secret: each member on the own phone, the wall of the room, the opened table."""

from collections import Counter

import pytest

from tests.e2e.browsing import Somebody
from tests.e2e.council_room import call_session, call_the_roll, end_session, set_aside

pytestmark = pytest.mark.e2e

NAME = "Hộ ông Đàm Văn Xuân"
ABSENT = {"Chu Thị Sen": "nghỉ phép"}
FOR = ("chutich", "uyvien1", "thuky")
RESULT = "Đồng ý 3/8 thành viên (37,5 %)"


@pytest.mark.parametrize("stage", ["appraise"], indirect=True)
def test_the_council_votes_in_secret_on_its_phones(somebody) -> None:
    secretary, aside = somebody("thuky"), somebody("mttq", phone=True)
    meeting = call_session(secretary, place="Phòng họp xã", cases=(NAME,), mode="bỏ phiếu kín trên máy")
    call_the_roll(secretary, meeting, absent=ABSENT)
    set_aside(secretary, "Nông Thị Thắm", "là em ruột của chủ hộ")
    box = secretary.follow("Vào hòm phiếu kín").press("Mở hòm phiếu").path

    wall = somebody("chutich").go(f"{meeting}man-hinh/")
    assert "còn chờ 7 phiếu" in wall.says()
    assert "Bạn không có tên trong danh sách" in aside.go(f"{box}bo-phieu/").says()
    _vote_and_look_back(somebody("vanhoa", phone=True), box)
    wall.main.get_by_text("còn chờ 6 phiếu").wait_for()
    for name in FOR:
        _vote(somebody(name, phone=True), box, "Đồng ý")
    wall.main.get_by_text("còn chờ 3 phiếu").wait_for()
    assert [word for word in ("đồng ý", "thông qua") if word in wall.says().lower()] == []

    secretary.go(box).press("Đóng hòm và đếm phiếu").follow("Xem bảng phiếu")
    table = secretary.main.locator("tbody td:last-child").all_inner_texts()
    assert Counter(table) == {"đồng ý": 3, "không đồng ý": 1}
    assert "không xem bảng phiếu" in aside.go(f"{box}1/").says()
    why = "1 không đồng ý, 3 không bỏ phiếu, 1 vắng mặt"
    end_session(
        secretary, meeting, chair=somebody("chutich"), clerk=somebody("vanthu"), words=(NAME, RESULT, why)
    )


def _vote(member: Somebody, box: str, choice: str) -> None:
    """Filled in, checked, dropped."""
    member.go(f"{box}bo-phieu/").main.get_by_role("radio", name=choice, exact=True).check()
    assert choice in member.press("Xem lại lá phiếu").says()
    assert member.overflow() == 0
    assert "Lá phiếu của bạn đã vào hòm" in member.press("Bỏ phiếu").says()


def _vote_and_look_back(member: Somebody, box: str) -> None:
    """Neither the way back nor a second visit shows the ballot or offers another."""
    _vote(member, box, "Không đồng ý")
    member.page.evaluate("history.back()")
    member.page.get_by_text("ERR_CACHE_MISS").wait_for()
    assert "Không đồng ý" not in member.page.locator("body").inner_text()
    assert "Lá phiếu của bạn đã vào hòm" in member.go(f"{box}bo-phieu/").says()
    assert member.main.get_by_role("radio").count() == 0
