"""Stage 8 at the browser: the council is called, meets, votes case by case; then come the minutes."""

import pytest

from tests.e2e.council_room import call_session, call_the_roll, end_session, show_hands
from tests.e2e.paper_life import carry, words_missing

pytestmark = pytest.mark.e2e

CASES = ("Chi hội Phụ nữ thôn Khuổi Cáp", "Hộ ông Đàm Văn Xuân", "Nông Văn Hinh")
ABSENT = {"Phùng Thị Kiều": "đi công tác, gửi ý kiến bằng văn bản"}


@pytest.mark.parametrize("stage", ["appraise"], indirect=True)
def test_the_council_meets_with_attendance_recusal_votes_and_minutes(somebody, shot) -> None:
    secretary, chair, clerk = somebody("thuky"), somebody("chutich"), somebody("vanthu")
    meeting = call_session(secretary, place="Phòng họp UBND xã Nà Lâm", cases=CASES)
    invitation = secretary.press("Soạn giấy mời").path
    carry(secretary, invitation, signer=chair, clerk=clerk)
    assert words_missing(secretary, invitation, "GIẤY MỜI", "Phòng họp UBND xã Nà Lâm") == []

    call_the_roll(secretary, meeting, absent=ABSENT)
    for number, name in enumerate(CASES, start=1):
        _vote(secretary, chair, meeting, number, name, shot)
    end_session(secretary, meeting, chair=chair, clerk=clerk, words=(*CASES, "Nông Thị Thắm"))


def _vote(secretary, chair, meeting: str, number: int, name: str, shot) -> None:
    """Whoever is concerned steps aside; the chair votes for himself, the secretary writes down the hands."""
    case = f"{meeting}?truong-hop={number}"
    assert secretary.go(case).main.locator("h2.case-title").inner_text() == name
    if name == "Nông Văn Hinh":
        assert "Nông Thị Thắm không tham gia: đứng đầu" in secretary.says()
    secretary.press("Đưa ra biểu quyết")
    chair.go(case).main.get_by_role("radio", name="đồng ý", exact=True).check()
    chair.press("Gửi ý kiến")
    if number == 1:
        shot(secretary.go(case), "phien-hop")
    show_hands(secretary, meeting, number)
    assert "thông qua" in secretary.says()
