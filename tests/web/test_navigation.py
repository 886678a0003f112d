"""On whatever page somebody is, the menu shows the section it belongs to (mục đang mở)."""

from tests.web.door import patterns_in_urls
from thidua.web.shell import NAVIGATION, PUBLIC_NAVIGATION

# Pages of no section: the account, the first run, what is sent and not opened, and what anybody reads apart.
APART = {
    "", "dang-nhap", "dang-xuat", "tai-khoan", "doi-mat-khau", "mat-khau", "doi-tu-cach", "ngay-lam-viec",
    "bat-dau", "xac-nhan-thu", "tep", "in", "soan", "in-ca-loat", "goi-ho-so", "mo-hinh", "lich",
    "van-ban-cong-khai", "tim-kiem", "loa", "sitemap.xml", "robots.txt", "tin.atom", "tin.rss", "tin.json",
}  # fmt: skip


def beginnings() -> set[str]:
    """How the addresses of the program begin."""
    return {str(one.pattern).partition("/")[0] for one in patterns_in_urls()}


def test_every_page_lies_in_one_section_of_the_menu() -> None:
    sections = [begin for _, _, begins in (*NAVIGATION, *PUBLIC_NAVIGATION) for begin in begins]
    assert len(sections) == len(set(sections))
    missing = {one for one in beginnings() - APART if not f"/{one}/".startswith(tuple(sections))}
    assert missing == set()
    assert {one for one in sections if one.strip("/").split("/")[0] not in beginnings()} == set()
