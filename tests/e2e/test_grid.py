"""The grid of registrations from the keyboard alone: Enter and arrows stay in the column."""

import pytest

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("stage", ["launch"], indirect=True)
def test_the_officer_types_many_registrations_without_the_mouse(somebody) -> None:
    officer = somebody("thuongtruc").step("Đăng ký").follow("Ghi thay nhiều đơn vị trong một bảng")
    keys, goals = officer.page.keyboard, officer.main.locator("td[data-label='Mức đăng ký'] input:visible")
    goals.nth(0).focus()
    for amount in ("12", "34"):
        keys.type(amount)
        keys.press("Enter")
    keys.type("56")
    keys.press("ArrowUp")
    keys.press("End")
    keys.type("5")
    assert [goals.nth(place).input_value() for place in range(3)] == ["12", "345", "56"]
    assert officer.path.endswith("/bang-dang-ky/")  # Enter moved on, it sent nothing
