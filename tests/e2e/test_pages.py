"""Every page of a campaign: opens for who works there, fits a phone, no error of script or policy."""

import pytest

from tests.e2e.browsing import CAMPAIGN

pytestmark = pytest.mark.e2e

OFFICE = (
    "/viec-cua-toi/", "/dot/", "/de-nghi/", "/hoi-dong/", "/van-ban/", "/bao-cao/", "/nhat-ky/",
    "/ke-hoach/moi/", "/co-quan/", "/co-quan/don-vi/", "/co-quan/nguoi/", "/co-quan/chuc-vu/",
    "/co-quan/hoi-dong/", "/co-quan/so-van-ban/", "/co-quan/quy-tac/",
)  # fmt: skip
PUBLIC = ("/", "/bao-viec-tot/", "/kiem-tra/", "/dang-nhap/", "/mat-khau/quen/")
# One thing of each kind is opened from the lists where it stands.
THINGS = {
    "/van-ban/": "/van-ban/",
    "/de-nghi/": "/de-nghi/",
    "/hoi-dong/": "/hoi-dong/",
    "guong/": "/viec-tot/",
    "dien-hinh/": "/dien-hinh/",
    "trinh/": "/trinh/",
    "quyet-dinh/": "/quyet-dinh/",
    "truyen-thong/": "/tin-bai/",
}


def _campaign(person) -> str:
    """The address of the campaign and of each of its steps (các bước của đợt)."""
    person.go("/dot/")
    return person.main.get_by_role("link", name=CAMPAIGN, exact=True).get_attribute("href")


def _steps(person, campaign: str) -> list[str]:
    person.go(campaign)
    return [link.get_attribute("href") for link in person.main.locator(".stages a").all()]


def _too_wide(person, paths) -> list[str]:
    """The pages that are wider than the window; each must answer."""
    found = []
    for path in paths:
        answer = person.page.goto(person.address + path)
        assert (path, answer.status) == (path, 200)
        if person.overflow() > 0:
            found.append(f"{path}: {person.overflow()} px")
    return found


@pytest.mark.parametrize("stage", ["announce"], indirect=True)
@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desk"])
def test_every_page_of_the_standing_officer_fits_the_window(somebody, phone: bool) -> None:
    officer = somebody("thuongtruc", phone=phone)
    campaign = _campaign(officer)
    closing = [f"{campaign}tieu-chuan/", f"{campaign}tong-ket-don-vi/"]
    assert _too_wide(officer, [*OFFICE, campaign, *_steps(officer, campaign), *closing]) == []
    things = []
    for listed, kind in THINGS.items():
        officer.go(listed if listed.startswith("/") else campaign + listed)
        links = officer.main.locator(f"a[href^='{kind}']").all()
        found = [link.get_attribute("href").removeprefix(kind) for link in links]
        things += [kind + rest for rest in found if rest and not set(rest) & {"?", "."}][:1]
    assert len(things) == len(THINGS)
    assert _too_wide(officer, things) == []


@pytest.mark.parametrize("stage", ["announce"], indirect=True)
def test_every_public_page_fits_a_phone(somebody, shot) -> None:
    visitor = somebody(phone=True).go("/")
    shot(visitor, "trang-dau-dien-thoai")
    links = {link.get_attribute("href") for link in visitor.main.locator("a[href^='/']").all()}
    assert _too_wide(visitor, sorted({*PUBLIC, *(link.partition("#")[0] for link in links)})) == []


@pytest.mark.parametrize("stage", ["announce"], indirect=True)
@pytest.mark.parametrize("username", ["thon-khuoi-cap", "uyvien1", "chutich", "vanthu", "ketoan", "vanhoa"])
def test_every_role_finds_its_desk_and_the_steps_of_the_campaign(somebody, username: str) -> None:
    person = somebody(username, phone=True)
    campaign = _campaign(person)
    assert _too_wide(person, ["/viec-cua-toi/", campaign, "/van-ban/", "/bao-cao/", "/co-quan/"]) == []
