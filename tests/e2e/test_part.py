"""Stages 3 and 4 at the browser: a village registers and reports from a phone, the silent are reminded."""

import io

import pytest
from PIL import Image

from tests.e2e.browsing import CAMPAIGN
from tests.e2e.paper_life import words_missing

pytestmark = pytest.mark.e2e


def a_photo() -> dict[str, object]:
    """What a phone's camera hands in (ảnh chụp)."""
    kept = io.BytesIO()
    Image.new("RGB", (640, 480), "darkgreen").save(kept, "JPEG")
    return {"name": "duong-hoa.jpg", "mimeType": "image/jpeg", "buffer": kept.getvalue()}


@pytest.mark.parametrize("stage", ["launch"], indirect=True)
def test_a_village_head_registers_and_reports_with_a_photo_on_a_phone(somebody, shot) -> None:
    head = somebody("thon-khuoi-cap", phone=True).go("/viec-cua-toi/").follow("Ghi đăng ký")
    first = head.main.locator("fieldset.target").first
    head.fill("Chỉ tiêu", "Bê tông hóa đường nội thôn", within=first).fill("Mức đăng ký", "400", within=first)
    head.fill("Đơn vị tính", "mét", within=first).fill("Mô hình, phần việc sẽ làm", "Tuyến đường hoa")
    assert head.overflow() == 0
    shot(head, "dang-ky-dien-thoai")
    assert "Tuyến đường hoa" in head.press("Gửi đăng ký").says()

    officer = somebody("thuongtruc").step("Đăng ký").follow("Thôn Khuổi Cáp")
    shot(officer, "dang-ky")
    officer.press("Nhận đăng ký")

    head.work_on("08/5/2023").go("/viec-cua-toi/").follow("Ghi kết quả")
    head.choose("Về chỉ tiêu", "Bê tông hóa đường nội thôn").fill("Số đạt được", "460")
    head.fill("Đã làm được gì", "Xong 460 m, dân góp 310 ngày công.")
    head.field("Ảnh hoặc tệp minh chứng").set_input_files(a_photo())
    assert head.overflow() == 0
    shot(head, "bao-cao-dien-thoai")
    said = head.press("Ghi kết quả").says()
    assert "Bê tông hóa đường nội thôn: 460 trên 400 mét" in said
    picture = head.main.get_by_role("link", name="duong-hoa.jpg").get_attribute("href")
    assert head.fetch(picture).startswith(b"\xff\xd8")


@pytest.mark.parametrize("stage", ["register"], indirect=True)
def test_the_reminder_goes_to_exactly_those_who_are_silent(somebody, shot) -> None:
    officer = somebody("thuongtruc").work_on("04/4/2023").step("Theo dõi")
    shot(officer, "theo-doi")
    officer.follow("Soạn công văn đôn đốc đăng ký").press("Soạn công văn")
    paper = officer.path
    assert words_missing(officer, paper, "HỘI ĐỒNG THI ĐUA", "Thôn Cốc Mòn", "Thôn Lũng Phia") == []
    officer.choose("Người ký", "Hoàng Thị Mai").press("Trình ký").press("Ký văn bản")
    somebody("vanthu").go(paper).press("Cho số").press("Phát hành")
    silent = somebody("thon-coc-mon", phone=True).go("/viec-cua-toi/")
    assert "đôn đốc" in silent.says()
    assert "đôn đốc" not in somebody("thon-khuoi-cap").go("/viec-cua-toi/").says()


@pytest.mark.parametrize("stage", ["register"], indirect=True)
def test_on_a_phone_every_step_of_the_campaign_opens_from_a_list(somebody) -> None:
    head = somebody("thon-khuoi-cap", phone=True).go("/dot/").follow(CAMPAIGN)
    head.main.get_by_text("Mở bước khác").click()
    steps = head.main.locator(".stage-steps")
    assert steps.get_by_role("link").count() == 13
    assert head.follow("Theo dõi", within=steps).overflow() == 0
    assert head.path.endswith("/ket-qua/thon-khuoi-cap/")
