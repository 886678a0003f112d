"""Step III.5 at the browser: a village's own closing becomes its report, issued there, read above."""

import pytest

from tests.e2e.paper_life import carry, words_missing

pytestmark = pytest.mark.e2e

SUMMARY = "Cả thôn 64 hộ đều góp công; đường nội thôn xong trước hạn ba tuần."


@pytest.mark.parametrize("stage", ["nominate"], indirect=True)
def test_a_village_takes_its_closing_back_sends_it_again_and_issues_its_report(somebody, shot) -> None:
    head = somebody("thon-khuoi-cap", phone=True).step("Đề nghị")
    head.follow("Cuộc họp xét ghi ở Tổng kết của đơn vị")
    head.press("Lấy lại để sửa").fill("Kết quả chung", SUMMARY).press("Gửi tổng kết")
    closing = head.path
    head.press("Soạn báo cáo tổng kết")
    assert head.overflow() == 0
    paper = head.main.get_by_role("link", name="Tổng kết phong trào").get_attribute("href")
    assert carry(head, paper).endswith("Thôn Khuổi Cáp")
    words = ("BÁO CÁO", SUMMARY, "Bê tông hóa đường nội thôn", "Hứa Văn Sinh")
    assert words_missing(head, paper, *words) == []

    officer = somebody("thuongtruc").step("Đề nghị").follow("Tổng kết của các đơn vị")
    officer.follow("Thôn Khuổi Cáp")
    assert (officer.path, SUMMARY in officer.says()) == (closing, True)
    shot(officer, "tong-ket-thon")
    assert words_missing(officer, paper, SUMMARY) == []
