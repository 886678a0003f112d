"""Stages 6 and 7 at the browser: standard, closing of a unit, a nomination with its papers, appraisal."""

import pytest

from tests.e2e.nominating import Deed, close_the_village, hand_in, papers_of, put_forward
from tests.e2e.paper_life import carry, words_missing

pytestmark = pytest.mark.e2e

TEAM = Deed(
    "Giấy khen của Chủ tịch UBND xã",
    "tập thể",
    "Tổ tự quản đường hoa thôn Khuổi Cáp",
    "Chăm 1,2 km đường hoa, cả tổ 24 người tham gia",
    "Biên bản nghiệm thu tuyến đường hoa ngày 20/5/2023.",
    "Tổ có 24 người, chia bốn nhóm, trồng và chăm hoa từ ngày phát động.",
)


@pytest.mark.parametrize("stage", ["discover"], indirect=True)
def test_the_chair_sets_the_standard_and_a_village_closes_and_nominates(somebody, shot) -> None:
    officer = somebody("thuongtruc").step("Đề nghị").follow("Tiêu chuẩn khen thưởng")
    officer.follow("Quy định tiêu chuẩn")
    shot(officer, "tieu-chuan")
    paper = officer.press("Soạn văn bản trình Chủ tịch").path
    carry(officer, paper, signer=somebody("chutich"), clerk=somebody("vanthu"))
    assert words_missing(officer, paper, "QUYẾT ĐỊNH", "Giấy khen") == []

    head = somebody("thon-khuoi-cap").work_on("01/6/2023")
    officer.step("Đề nghị").follow("Tổng kết của các đơn vị")
    shot(officer, "tong-ket-don-vi")
    officer.press("Chuyển sang xét khen thưởng")
    head.go("/viec-cua-toi/").follow("Ghi tổng kết")
    close_the_village(head, day="01/6/2023")
    _nominate(head, shot)


def _nominate(head, shot) -> None:
    """A collective with evidence for each criterion; the unit's papers are laid out together."""
    put_forward(head, TEAM)
    shot(head, "ho-so")
    head.press("Ghi hồ sơ").press("Xác nhận báo cáo thành tích")
    shot(head, "de-nghi")
    dossier = head.path
    hand_in(head, dossier, names=(TEAM.name,))
    assert len(papers_of(head, dossier)) == 3


@pytest.mark.parametrize("stage", ["nominate"], indirect=True)
def test_one_dossier_is_found_eligible_and_another_goes_back_for_supplement(somebody, shot) -> None:
    officer = somebody("thuongtruc").go("/viec-cua-toi/")
    shot(officer, "desk")
    officer.step("Thẩm định").press("Thẩm định Chi hội Phụ nữ thôn Khuổi Cáp")
    for choice in officer.main.get_by_role("radio", name="Đạt", exact=True).all():
        choice.check()
    for why in officer.main.get_by_label("Lý do, đã đối chiếu gì").all():
        why.fill("Đã đối chiếu biên bản nghiệm thu.")
    shot(officer, "tham-dinh")
    officer.press("Ghi nhận định").press("Đủ điều kiện")
    officer.step("Thẩm định").press("Thẩm định Lộc Văn Tài")
    remark = "Bổ sung xác nhận của trưởng thôn về số ngày công."
    officer.follow("Trả lại để bổ sung")
    shot(officer, "tra-lai")
    officer.fill("Ý kiến chung", remark).press("Trả lại để bổ sung")

    head = somebody("thon-ban-vang", phone=True).go("/viec-cua-toi/")
    assert "Lộc Văn Tài" in head.says()
    nomination = head.main.locator("a[href^='/de-nghi/']").first.get_attribute("href")
    assert remark in head.go(nomination).says()
