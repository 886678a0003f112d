"""From the plan to the work at the browser: the officer's list, a village on a phone, the plan above."""

import pytest

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("stage", ["track"], indirect=True)
def test_a_village_says_on_a_phone_that_its_task_is_done(somebody, shot) -> None:
    officer = somebody("thuongtruc").go("/dot/").follow("Thi đua mừng 90 năm Đảng bộ tỉnh")
    officer.follow("Nhiệm vụ theo kế hoạch")
    assert "12/14 xong" in officer.says()
    shot(officer, "viec-theo-ke-hoach")
    listed = officer.path

    head = somebody("thon-coc-mon", phone=True).go(listed)
    assert head.overflow() == 0
    shot(head, "viec-don-vi-dien-thoai")
    head.go("/viec-cua-toi/").follow("Báo xong").fill("Đã làm được gì", "Đã họp thôn, giao từng nhóm hộ.")
    assert head.overflow() == 0
    assert "Đã ghi: xong nhiệm vụ." in head.press("Báo xong").says()
    assert "13/14 xong" in officer.go(listed).says()

    officer.follow("Đối chiếu kế hoạch cấp trên")
    assert "khác chữ" in officer.says()
    shot(officer, "doi-chieu-cap-tren")
    officer.go(listed).follow("Nơi nhận, xác nhận đã nhận")
    assert "nơi đã nhận" in officer.says()

    phone, campaign = somebody("thuongtruc", phone=True), listed.removesuffix("nhiem-vu/")
    for page in ("nhiem-vu/", "nhiem-vu/them/", "noi-nhan/", "moc/", "moc/ceremony/doi/", "cap-tren/"):
        assert phone.go(campaign + page).overflow() == 0
    phone.go(listed).follow("Mô hình, phần việc hoàn thành")
    assert phone.overflow() == 0
