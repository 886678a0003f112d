"""Without a network: a printed certificate is checked by its seal, and a tap at the ceremony is not lost."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.e2e.browsing import Somebody
from thidua.paper.qr import qr_pictures
from thidua.paper.statement import from_digits, to_digits

pytestmark = [pytest.mark.e2e, pytest.mark.parametrize("stage", ["certify"], indirect=True)]
NAME = "Nông Thị Hiên"
# What the scanner found is kept, so that the test can print it again with a letter changed.
LISTEN = """() => { const check = window.thiduaCheck;
  window.thiduaCheck = (address) => { window.found = address; return check(address); }; }"""


def printed(clerk: Somebody, folder: Path) -> Path:
    """The certificate of one person as a picture of the printed sheet, 200 dots an inch."""
    row = clerk.go("/so-cap-giay-khen/").main.locator("tr", has_text=NAME)
    address = row.locator("a[href^='/giay-khen/']").get_attribute("href")
    with pypdfium2.PdfDocument(clerk.fetch(str(address))) as opened:
        opened[0].render(scale=200 / 72).to_pil().save(folder / "giay.png")
    return folder / "giay.png"


def forged(address: str, folder: Path) -> Path:
    """The same square code with one letter of the name changed."""
    bare, _, digits = address.partition("#")
    data = from_digits(digits).replace("Hiên".encode(), "Hiển".encode())
    [picture] = qr_pictures([f"{bare}#{to_digits(data)}"])
    code = Image.open(BytesIO(picture)).convert("L")
    sheet = Image.new("L", (code.width + 8, code.height + 8), 255)
    sheet.paste(code, (4, 4))
    sheet.resize((sheet.width * 6, sheet.height * 6)).save(folder / "gia.png")
    return folder / "gia.png"


def answer(visitor: Somebody) -> str | None:
    result = visitor.page.locator("[data-check][data-kind]")
    result.wait_for()
    return result.get_attribute("data-kind")


def test_a_phone_without_a_network_checks_the_seal(somebody, tmp_path, shot) -> None:
    sheet = printed(somebody("vanthu"), tmp_path)
    visitor = somebody(phone=True).go("/kiem-tra/quet/")
    visitor.page.locator("[data-kept]").wait_for()
    visitor.context.set_offline(True)
    visitor.page.reload()
    visitor.page.evaluate(LISTEN)
    visitor.page.set_input_files("[data-picture]", sheet)
    assert (answer(visitor), f"Bà {NAME}" in visitor.says()) == ("sealed", True)
    assert (visitor.overflow(), "Niêm phong còn nguyên" in visitor.says()) == (0, True)
    shot(visitor, "quet-giay-khen")
    address = visitor.page.evaluate("window.found")

    visitor.page.reload()
    visitor.page.set_input_files("[data-picture]", forged(address, tmp_path))
    assert (answer(visitor), "Hiển" in visitor.says()) == ("broken", False)
    visitor.page.goto(address)
    assert (visitor.path.partition("#")[0], answer(visitor)) == (
        address.removeprefix(visitor.address).partition("#")[0],
        "sealed",
    )


def test_a_tap_without_a_network_is_sent_later(somebody) -> None:
    phone = somebody("vanhoa", phone=True).go("/so-cap-giay-khen/")
    phone.page.locator("tr", has_text=NAME).locator("a[href$='/so-khen-thuong/']").click()
    phone.go(phone.path.replace("so-khen-thuong", "trao"))
    row = phone.main.locator("[data-tap]", has_text=NAME)
    row.get_by_role("button", name="Hoàn tác").click()
    tap = row.get_by_role("button", name=f"Đã trao cho Bà {NAME}")
    tap.wait_for()
    phone.context.set_offline(True)
    tap.click()
    phone.page.get_by_text("1 ghi nhận đang chờ trong máy này.").wait_for()
    phone.context.set_offline(False)
    row.get_by_role("button", name="Hoàn tác").wait_for()
    assert (phone.page.locator("[data-queue]").is_visible(), phone.overflow()) == (False, 0)
