"""A person at a browser (người dùng trước trình duyệt): what they press and fill, what they never meet."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Download, Locator, Page, Response

SPECIAL = re.compile(r"[.*+?^${}()|\[\]\\/]")
PATIENCE = 30_000  # milliseconds; a hash of a password may wait for a busy processor
CAMPAIGN = "Thi đua mừng 90 năm Đảng bộ tỉnh"
CAMPAIGNS = {"2023": CAMPAIGN, "2026": "Nà Lâm xanh, sạch, số"}
WIDE, PHONE = (1366, 768), (360, 740)


class Somebody:
    """One person in one browser window; every page they open is watched for errors of script and policy."""

    def __init__(
        self, context: BrowserContext, address: str, troubles: list[str], *, year: str = "2023"
    ) -> None:
        self.context, self.address, self.troubles = context, address, troubles
        self.campaign = CAMPAIGNS[year]
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: troubles.append(f"{self.page.url}: {error}"))
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.troubles.append(f"{self.page.url}: {message.text}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.troubles.append(f"{response.url}: {response.status}")

    def go(self, path: str) -> "Somebody":
        """Open an address of the product (mở trang)."""
        self.page.goto(self.address + path)
        return self

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.address)

    def log_in(self, name: str, password: str) -> "Somebody":
        """Log in by name or telephone (đăng nhập)."""
        self.go("/dang-nhap/").fill("Tên đăng nhập hoặc số điện thoại", name).fill("Mật khẩu", password)
        return self.press("Đăng nhập")

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def says(self) -> str:
        """The words of the page without its head and foot (chữ trên trang)."""
        return re.sub(r"\s+", " ", self.main.inner_text())

    def told(self) -> str:
        """The message of success after a form was taken (lời báo)."""
        return self.page.locator('[data-message="success"]').inner_text().strip()

    def field(self, label: str, *, within: Locator | None = None) -> Locator:
        """The field with this label, whether it is marked as required or not (ô có nhãn này)."""
        words = SPECIAL.sub(lambda found: "\\" + found.group(), label)
        return (within or self.main).get_by_label(re.compile(rf"^{words}( \*)?$"))

    def fill(self, label: str, value: str, *, within: Locator | None = None) -> "Somebody":
        self.field(label, within=within).fill(value)
        return self

    def fill_all(self, values: dict[str, str]) -> "Somebody":
        for label, value in values.items():
            self.fill(label, value)
        return self

    def choose(self, label: str, option: str, *, within: Locator | None = None) -> "Somebody":
        """Choose the shortest option of a list that begins with these words (chọn trong danh sách)."""
        box = self.field(label, within=within)
        offered = box.locator("option").all_inner_texts()
        fitting = [words for words in offered if words.strip().startswith(option)]
        box.select_option(label=min(fitting, key=len))
        return self

    def tick(self, label: str, *, within: Locator | None = None) -> "Somebody":
        self.field(label, within=within).check()
        return self

    def press(self, label: str, *, within: Locator | None = None) -> "Somebody":
        """Press a button by its words (bấm nút); a question that is asked back is answered with yes."""
        button = (within or self.main).get_by_role("button", name=label, exact=True)
        asks = button.evaluate("button => Boolean(button.form && button.form.dataset.confirm)")
        with self.page.expect_navigation():
            button.click()
            if asks:
                self.page.locator("[data-confirm-yes]").click()
        return self

    def press_plain(self, label: str) -> "Somebody":
        """Press a button in a browser that runs no script (bấm nút khi không có script)."""
        with self.page.expect_navigation():
            self.main.get_by_role("button", name=label, exact=True).click()
        return self

    def follow(self, label: str, *, within: Locator | None = None) -> "Somebody":
        """Follow a link by its words (theo liên kết)."""
        with self.page.expect_navigation():
            (within or self.main).get_by_role("link", name=label, exact=True).first.click()
        return self

    def step(self, name: str) -> "Somebody":
        """Open the campaign at a step of its line (mở bước của đợt thi đua)."""
        self.go("/dot/").follow(self.campaign)
        line, listed = self.main.locator(".stages"), self.main.get_by_text("Mở bước khác")
        if listed.is_visible():  # on a phone
            listed.click()
            line = self.main.locator(".stage-steps")
        return self.follow(name, within=line)

    def work_on(self, day: str) -> "Somebody":
        """Change the working day, as the bar on top of a demo lets one do (đổi ngày làm việc)."""
        return self.go("/ngay-lam-viec/").fill("Ngày làm việc", day).press("Đổi ngày làm việc")

    def download(self, link: Locator, folder: Path) -> Path:
        """What a link hands out, as a file (tải tệp)."""
        with self.page.expect_download() as waiting:
            link.click()
        download: Download = waiting.value
        kept = folder / download.suggested_filename
        download.save_as(kept)
        return kept

    def fetch(self, path: str) -> bytes:
        """What an address answers to this person, without showing it (lấy tệp)."""
        answer = self.context.request.get(self.address + path)
        assert answer.status == 200, f"{path}: {answer.status}"
        return answer.body()

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window (tràn ngang)."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
