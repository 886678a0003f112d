"""Stages 6 and 7 at the browser: standard, closing of a unit, a nomination with its papers, appraisal."""

import pytest

from tests.e2e.paper_life import carry, words_missing

pytestmark = pytest.mark.e2e


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
    _close_the_village(head)
    _nominate(head, shot)


def _close_the_village(head) -> None:
    """Results against what was registered, and the meeting that judged whom to put forward."""
    head.fill("Kết quả chung", "Thôn làm xong đường nội thôn trước hạn, không có vụ việc vi phạm.")
    head.fill_all(
        {
            "Ngày họp xét": "01/6/2023",
            "Bắt đầu lúc": "19:00",
            "Kết thúc lúc": "21:00",
            "Địa điểm": "Nhà văn hóa thôn",
            "Chủ trì": "Hứa Văn Sinh",
            "Thư ký": "Lý Thị Phây",
            "Số người được triệu tập": "31",
            "Số người có mặt": "28",
            "Diễn biến": "Cuộc họp nhất trí danh sách đề nghị.",
        }
    )
    head.press("Gửi tổng kết")


def _nominate(head, shot) -> None:
    """A collective with evidence for each criterion; the unit's papers are laid out together."""
    head.step("Đề nghị").follow("Đề nghị mới")
    head.main.get_by_role("radio", name="Giấy khen của Chủ tịch UBND xã").check()
    head.main.get_by_text("Chưa có trong danh sách: ghi tên mới").click()
    head.choose("Hoặc ghi mới", "tập thể").fill("Tên", "Tổ tự quản đường hoa thôn Khuổi Cáp")
    head.press("Lập đề nghị")
    head.fill("Tóm tắt thành tích", "Chăm 1,2 km đường hoa, cả tổ 24 người tham gia")
    for claim in head.main.locator("textarea[name^=claim-]").all():
        claim.fill("Biên bản nghiệm thu tuyến đường hoa ngày 20/5/2023.")
    head.fill("Báo cáo thành tích", "Tổ có 24 người, chia bốn nhóm, trồng và chăm hoa từ ngày phát động.")
    head.choose("Có đang bị xem xét kỷ luật, điều tra, thanh tra hoặc xác minh đơn thư không?", "Không")
    shot(head, "ho-so")
    head.press("Ghi hồ sơ").press("Xác nhận báo cáo thành tích")
    dossier = head.path
    shot(head, "de-nghi")
    head.step("Đề nghị").press("Soạn giấy tờ đề nghị")
    links = head.go(dossier).main.locator("a[href^='/van-ban/']").all()
    papers = {link.get_attribute("href") for link in links}
    assert len(papers) == 3
    for paper in papers:
        carry(head, paper)
        assert words_missing(head, paper, "Tổ tự quản đường hoa thôn Khuổi Cáp") == []
    assert head.go(dossier).press("Gửi hồ sơ").main.get_by_text("đã gửi, chờ thẩm định").count()


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
    officer.fill("Ý kiến", remark).press("Trả lại để bổ sung")

    head = somebody("thon-ban-vang", phone=True).go("/viec-cua-toi/")
    assert "Lộc Văn Tài" in head.says()
    nomination = head.main.locator("a[href^='/de-nghi/']").first.get_attribute("href")
    assert remark in head.go(nomination).says()
