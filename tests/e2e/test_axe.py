"""axe-core finds nothing that keeps somebody from using a page, on a phone and on a desk."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.e2e

AXE = (Path(__file__).parent / "vendor" / "axe-core-4.14.1.min.js").read_text(encoding="utf-8")
ASK = "axe.run().then(told => told.violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`))"
PUBLIC = (
    "/", "/tin/", "/guong/", "/bang-vang/", "/lich/", "/mo-hinh/", "/van-ban-cong-khai/",
    "/tim-kiem/?q=thon", "/bao-viec-tot/", "/kiem-tra/", "/dang-nhap/",
)  # fmt: skip
OFFICE = ("/viec-cua-toi/", "/dot/", "/de-nghi/", "/hoi-dong/", "/van-ban/", "/bao-cao/", "/co-quan/")
CULTURE = ("/ban-phat-thanh/", "/ban-phat-thanh/nhat-ky/", "/ban-phat-thanh/cum-loa-moi/")


def violations(person, paths) -> list[str]:
    """What axe finds wrong on these pages, with the first place."""
    found = []
    for path in paths:
        person.go(path)
        person.page.evaluate(AXE)
        found += [f"{path} {words}" for words in person.page.evaluate(ASK)]
    return found


def first_links(person, path: str, *kinds: str) -> list[str]:
    """The first address of each kind that a page leads to."""
    person.go(path)
    links = [link.get_attribute("href") for link in person.main.locator("a").all()]
    return [next(link for link in links if link.startswith(kind)) for kind in kinds]


@pytest.mark.parametrize("stage", ["announce"], indirect=True)
@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desk"])
def test_axe_finds_nothing(somebody, phone: bool) -> None:
    visitor, culture = somebody(phone=phone), somebody("vanhoa", phone=phone)
    told = first_links(visitor, "/", "/phong-trao/", "/guong/", "/tin/")
    assert violations(visitor, (*PUBLIC, *told)) == []
    [campaign] = first_links(culture, "/dot/", "/dot/")
    news = f"{campaign}truyen-thong/"
    things = first_links(culture, news, "/tin-bai/", "/ban-tin/")
    office = (*OFFICE, *CULTURE, campaign, news, f"{campaign}tuyen-truyen/", *things)
    assert violations(culture, office) == []
