"""The story of 2026 at the browser, without a district: from the village's meeting to both certificates."""

import pytest

from tests.e2e.awarding import certify, decide, find_eligible, submit
from tests.e2e.council_room import call_session, call_the_roll, end_session, show_hands
from tests.e2e.nominating import Deed, close_the_village, hand_in, put_forward

pytestmark = pytest.mark.e2e

HOUSEHOLD = Deed(
    "Giấy khen của Chủ tịch UBND xã",
    "hộ gia đình",
    "Hộ bà Hứa Thị Mến",
    "Nhà sạch vườn đẹp, chỉ cho sáu hộ bên cạnh cách phân loại rác",
    "Xác nhận của trưởng thôn, ảnh vườn.",
    "Gia đình phân loại rác suốt đợt thi đua, cho sáu hộ mượn xe đẩy.",
)
VILLAGE = Deed(
    "Bằng khen của Chủ tịch UBND tỉnh",
    "tập thể",
    "Nhân dân và cán bộ thôn Khuổi Cáp",
    "Đứng đầu xã về kết quả thi đua, ba thôn học theo",
    "Bảng điểm của Hội đồng xã, biên bản học tập của ba thôn.",
    "Thôn dẫn đầu bảng điểm cả ba nội dung.",
)


@pytest.mark.long
@pytest.mark.parametrize("stage", ["2026/discover"], indirect=True)
def test_in_2026_the_commune_submits_to_the_province_and_both_chairs_decide(somebody) -> None:
    _the_village_puts_two_forward(somebody)
    _the_commune_judges_both_and_decides_its_own(somebody)
    _the_province_decides_the_other(somebody)
    head = somebody("thon-khuoi-cap", phone=True)
    for deed in (HOUSEHOLD, VILLAGE):
        assert "được khen thưởng" in head.go("/de-nghi/").follow(deed.name).says()


def _the_village_puts_two_forward(somebody) -> None:
    officer, head = somebody("thuongtruc"), somebody("thon-khuoi-cap")
    officer.work_on("02/12/2026").step("Đề nghị").follow("Tổng kết của các đơn vị")
    officer.press("Chuyển sang xét khen thưởng")
    close_the_village(head.go("/viec-cua-toi/").follow("Ghi tổng kết"), day="02/12/2026")
    nominations = []
    for deed in (HOUSEHOLD, VILLAGE):
        put_forward(head, deed)
        nominations.append(head.press("Ghi hồ sơ").press("Xác nhận báo cáo thành tích").path)
    hand_in(head, *nominations, names=(HOUSEHOLD.name, VILLAGE.name))


def _the_commune_judges_both_and_decides_its_own(somebody) -> None:
    """The household is commended with half again of what a person gets; the village goes up."""
    officer, secretary = somebody("thuongtruc"), somebody("thuky")
    chair, clerk = somebody("chutich"), somebody("vanthu")
    _judge(officer, secretary, HOUSEHOLD, VILLAGE, chair=chair, clerk=clerk)
    submit(officer, HOUSEHOLD.form, signer=officer, clerk=clerk)
    submit(officer, VILLAGE.form, signer=chair, clerk=clerk)
    decision = decide(
        officer, "Nghị định số 152/2025/NĐ-CP", HOUSEHOLD.name, "1.140.000", chair=chair, clerk=clerk
    )
    assert "129/2025/NĐ-CP" in officer.go(decision).main.locator(".notice-warn").inner_text()
    certify(clerk, decision, "Hứa Thị Mến")
    assert "chưa đọc được quyết định quy định mẫu" in clerk.go(f"{decision}so-khen-thuong/").says()


def _the_province_decides_the_other(somebody) -> None:
    officer, secretary = somebody("tinh-thuongtruc"), somebody("tinh-thuky")
    chair, clerk = somebody("tinh-chutich"), somebody("tinh-vanthu")
    _judge(officer, secretary, VILLAGE, chair=chair, clerk=clerk)
    submit(officer, VILLAGE.form, signer=officer, clerk=clerk)
    decision = decide(officer, VILLAGE.name, "7.590.000", chair=chair, clerk=clerk)
    certify(clerk, decision, VILLAGE.name, sheet="bằng khen")


def _judge(officer, secretary, *deeds: Deed, chair, clerk) -> None:
    """Each dossier is found eligible and passed by the council of that level."""
    names = tuple(deed.name for deed in deeds)
    for name in names:
        find_eligible(officer, name)
    meeting = call_session(secretary, place="Phòng họp lớn", cases=names)
    call_the_roll(secretary, meeting)
    for number in range(1, len(names) + 1):
        secretary.go(f"{meeting}?truong-hop={number}").press("Đưa ra biểu quyết")
        show_hands(secretary, meeting, number)
    end_session(secretary, meeting, chair=chair, clerk=clerk, words=names)
