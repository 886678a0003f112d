"""A council meets, by clicks (phiên họp Hội đồng): called, attended, voted on, ended with its papers."""

from tests.e2e.browsing import Somebody
from tests.e2e.paper_life import carry, words_missing


def call_session(
    secretary: Somebody, *, place: str, cases: tuple[str, ...], mode: str = "", tellers: tuple[str, ...] = ()
) -> str:
    """Plan a session with these cases on its agenda, to vote in this way; with tellers by paper ballots."""
    secretary.step("Hội đồng").follow("Lập phiên họp").fill("Địa điểm", place)
    if tellers or mode:
        secretary.main.get_by_role("radio", name=mode or "bỏ phiếu giấy", exact=True).check()
    if tellers:
        secretary.fill("Tổ kiểm phiếu", "\n".join(tellers))
    secretary.press("Lập phiên họp")
    for box in secretary.main.get_by_role("checkbox").all():
        if not box.evaluate("box => box.closest('label').innerText").strip().startswith(cases):
            box.uncheck()
    return secretary.press("Đưa vào chương trình").path


def call_the_roll(secretary: Somebody, meeting: str, *, absent: dict[str, str] | None = None) -> None:
    """Everybody is present but these, each with the reason; then the session is opened."""
    secretary.go(meeting).follow("Điểm danh thành viên")
    for box in secretary.main.get_by_role("checkbox").all():
        box.check()
    for name, why in (absent or {}).items():
        secretary.main.get_by_role("checkbox", name=f"{name} có mặt").uncheck()
        secretary.fill(f"Lý do vắng của {name}", why)
    secretary.press("Ghi điểm danh").press("Khai mạc phiên họp")


def set_aside(secretary: Somebody, member: str, why: str) -> None:
    """The secretary writes down that a member takes no part in the case shown (không tham gia biểu quyết)."""
    secretary.main.get_by_text("Thành viên khác có liên quan").click()
    secretary.choose("Thành viên", member).fill("Vì sao", why).press("Ghi không tham gia")


def show_hands(secretary: Somebody, meeting: str, number: int) -> None:
    """The secretary writes down that everybody's hand is up; the result is fixed."""
    secretary.go(f"{meeting}?truong-hop={number}")
    for choice in secretary.main.locator("form[action*='gio-tay'] select").all():
        choice.select_option("for")
    secretary.press("Ghi kết quả").press("Chốt kết quả")


def count_ballots(teller: Somebody, meeting: str, number: int, counted: dict[str, str]) -> None:
    """A teller enters what was counted for one case (tổ kiểm phiếu nhập số đếm)."""
    teller.go(f"{meeting}?truong-hop={number}").fill_all(counted).press("Ghi kết quả kiểm phiếu")


def end_session(
    secretary: Somebody, meeting: str, *, chair: Somebody, clerk: Somebody, words: tuple[str, ...]
) -> None:
    """Discussion and end are written down; the minutes are issued, downloaded and opened."""
    secretary.go(meeting).fill("Diễn biến thảo luận", "Các thành viên nhất trí đưa ra biểu quyết.")
    secretary.press("Ghi diễn biến").fill("Kết thúc lúc", "11:15").press("Kết thúc phiên họp")
    minutes = secretary.press("Soạn biên bản họp").path
    carry(secretary, minutes, signer=chair, clerk=clerk)
    assert words_missing(secretary, minutes, "BIÊN BẢN", *words) == []
