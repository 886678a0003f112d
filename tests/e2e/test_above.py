"""Stages 7 to 11 above the commune, in 2023: district and province judge for themselves, and answer down."""

import pytest

from tests.e2e.awarding import certify, decide, find_eligible, submit
from tests.e2e.council_room import call_session, call_the_roll, count_ballots, end_session, show_hands
from tests.e2e.paper_life import carry, words_missing
from tests.e2e.papers import sheet_words

pytestmark = pytest.mark.e2e

OF_THE_DISTRICT, OF_THE_PROVINCE = "Giấy khen của Chủ tịch UBND huyện", "Bằng khen của Chủ tịch UBND tỉnh"
FARMERS, HINH, TIEP, DIEP = "Hội Nông dân xã Nà Lâm", "Nông Văn Hinh", "Ngô Văn Tiệp", "Lương Thị Diệp"
TELLERS = ("Âu Văn Thái", "Phạm Thị Ngà")
SEVEN_SLIPS = {"Phát ra": "7", "Thu về": "7", "Đồng ý": "6", "Không đồng ý": "0", "Không hợp lệ": "1"}
NO_PROOF = "Số vụ hòa giải chưa có xác nhận của thôn nào."
MORE = "Bổ sung bảng chuyên cần của ba điểm trường."


@pytest.mark.parametrize("stage", ["submit"], indirect=True)
def test_the_district_answers_the_commune_case_by_case(somebody) -> None:
    officer = somebody("huyen-thuongtruc")
    _answer(officer, DIEP, "Trả lại", MORE, "Trả lại cấp dưới để bổ sung")
    _answer(officer, TIEP, "Không khen thưởng", NO_PROOF, "Không khen thưởng")

    commune = somebody("thuongtruc").step("Trình cấp trên")
    assert MORE in commune.says()
    row = commune.main.locator("tr", has_text=DIEP)
    said = "Đã có bảng chuyên cần của ba điểm trường, có ký của hiệu trưởng."
    commune.follow("Trình lại", within=row).fill("Đã bổ sung những gì", said).press("Trình lại cấp trên")
    find_eligible(officer, DIEP)

    refused = somebody("congan", phone=True).go("/de-nghi/").follow(TIEP)
    assert NO_PROOF in refused.says()
    assert "đủ điều kiện" in somebody("truonghoc", phone=True).go("/de-nghi/").follow(DIEP).says()


def _answer(officer, name: str, link: str, words: str, button: str) -> None:
    row = officer.step("Trình cấp trên").main.locator("tr", has_text=name)
    officer.follow(link, within=row)
    officer.main.locator("textarea").fill(words)
    officer.press(button)


@pytest.mark.long
@pytest.mark.parametrize("stage", ["submit"], indirect=True)
def test_an_award_of_the_district_and_one_of_the_province_come_back_down(somebody, shot) -> None:
    _the_district_decides_its_own_and_submits_the_other(somebody, shot)
    _the_province_decides(somebody)

    farmers, village = somebody("nongdan", phone=True), somebody("mttq", phone=True)
    for head, name in ((farmers, FARMERS), (village, HINH)):
        assert "được khen thưởng" in head.go("/de-nghi/").follow(name).says()
    visitor = somebody(phone=True).go("/").follow("Nội dung, đơn vị tham gia và văn bản của phong trào")
    assert [name for name in (FARMERS, HINH) if name not in visitor.says()] == []


def _the_district_decides_its_own_and_submits_the_other(somebody, shot) -> None:
    """Appraisal, paper ballots, a tờ trình for each form, the decision, certificates, money."""
    officer, secretary = somebody("huyen-thuongtruc"), somebody("huyen-thuky")
    chair, clerk = somebody("huyen-chutich"), somebody("huyen-vanthu")
    for name in (FARMERS, HINH):
        find_eligible(officer, name)
    _a_session_with_ballots(secretary, somebody("huyen-kiemphieu"), chair=chair, clerk=clerk, shot=shot)
    submit(officer, OF_THE_DISTRICT, signer=officer, clerk=clerk)
    submit(officer, OF_THE_PROVINCE, signer=chair, clerk=clerk)
    words = ("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CAO SƠN", FARMERS)
    decision = decide(officer, *words, chair=chair, clerk=clerk)
    certify(clerk, decision, FARMERS)
    _pay(somebody("huyen-ketoan"), decision, chair=chair, clerk=clerk)


def _a_session_with_ballots(secretary, teller, *, chair, clerk, shot) -> None:
    """Slips are counted by the tellers; the program keeps numbers only, and lays out the tally sheet."""
    place, cases = "Phòng họp UBND huyện Cao Sơn", (FARMERS, HINH)
    meeting = call_session(secretary, place=place, cases=cases, tellers=TELLERS)
    call_the_roll(secretary, meeting)
    for number in (1, 2):
        secretary.go(f"{meeting}?truong-hop={number}").press("Đưa ra biểu quyết")
        count_ballots(teller, meeting, number, SEVEN_SLIPS)
        if number == 1:
            shot(teller, "kiem-phieu")
        assert "6 trên 7" in secretary.go(f"{meeting}?truong-hop={number}").press("Chốt kết quả").says()
    end_session(secretary, meeting, chair=chair, clerk=clerk, words=cases)
    sheet = secretary.go(meeting).press("Soạn biên bản kiểm phiếu").path
    carry(secretary, sheet, signer=chair, clerk=clerk)
    assert words_missing(secretary, sheet, "BIÊN BẢN", "Kiểm phiếu", *TELLERS, *cases) == []


def _pay(accountant, decision: str, *, chair, clerk) -> None:
    """The district pays from its own fund, to whoever signs for it."""
    page = f"{decision}tien-thuong/"
    paper = accountant.go(page).press("Soạn danh sách chi").path
    carry(accountant, paper, signer=chair, clerk=clerk)
    assert words_missing(accountant, paper, "DANH SÁCH", FARMERS) == []
    accountant.go(page).follow("Ghi đã chi").fill("Người nhận tiền", "Hứa Văn Thắng").press("Ghi đã chi")
    assert "Hứa Văn Thắng" in sheet_words(accountant.fetch(f"{decision}danh-sach-chi.xlsx"))


def _the_province_decides(somebody) -> None:
    """The province appraises anew, its council votes by hands, its chair decides; the clerk hands over."""
    officer, secretary = somebody("tinh-thuongtruc"), somebody("tinh-thuky")
    chair, clerk = somebody("tinh-chutich"), somebody("tinh-vanthu")
    find_eligible(officer, HINH)
    meeting = call_session(secretary, place="Phòng họp UBND tỉnh Lạng Bình", cases=(HINH,))
    call_the_roll(secretary, meeting)
    secretary.go(f"{meeting}?truong-hop=1").press("Đưa ra biểu quyết")
    show_hands(secretary, meeting, 1)
    end_session(secretary, meeting, chair=chair, clerk=clerk, words=(HINH,))
    submit(officer, OF_THE_PROVINCE, signer=officer, clerk=clerk)
    words = ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG BÌNH", HINH)
    decision = decide(officer, *words, chair=chair, clerk=clerk)
    certify(clerk, decision, HINH, sheet="bằng khen")
    clerk.go(f"{decision}so-khen-thuong/").main.get_by_role("checkbox", name=f"Chọn {HINH}").check()
    clerk.press("Ghi đã trao các giấy đã chọn")
    assert clerk.main.get_by_text("Tích vào giấy người được khen đã nhận").count() == 0
