"""From the appraisal to the certificates at one level, by clicks (thẩm định đến giấy khen)."""

from tests.e2e.browsing import Somebody
from tests.e2e.paper_life import carry, words_missing
from tests.e2e.papers import pdf_words


def find_eligible(officer: Somebody, name: str) -> None:
    """Whatever a machine cannot tell is judged as holding, with the reason (đủ điều kiện)."""
    officer.step("Thẩm định").press(f"Thẩm định {name}")
    for choice in officer.main.get_by_role("radio", name="Đạt", exact=True).all():
        choice.check()
    for why in officer.main.get_by_label("Lý do, đã đối chiếu gì").all():
        why.fill("Đã đối chiếu minh chứng trong hồ sơ.")
    officer.press("Ghi nhận định").press("Đủ điều kiện")


def submit(officer: Somebody, form: str, *, signer: Somebody, clerk: Somebody) -> None:
    """The tờ trình for one award form: drafted, issued, downloaded and opened."""
    heading = officer.step("Trình cấp trên").page.get_by_role("heading", name=form, exact=True)
    officer.press("Soạn tờ trình", within=officer.main.locator("section.card", has=heading))
    paper = officer.follow("Mở văn bản để trình ký").path
    carry(officer, paper, signer=signer, clerk=clerk)
    assert words_missing(officer, paper, "TỜ TRÌNH", form) == []


def decide(officer: Somebody, *words: str, chair: Somebody, clerk: Somebody) -> str:
    """The chair's decision: drafted, issued, downloaded and opened; returns the address of the decision."""
    decision = officer.step("Quyết định").press("Dự thảo quyết định").path
    paper = officer.follow("Mở văn bản để trình ký").path
    carry(officer, paper, signer=chair, clerk=clerk)
    assert words_missing(officer, paper, "QUYẾT ĐỊNH", *words) == []
    return decision


def certify(clerk: Somebody, decision: str, *names: str, sheet: str = "giấy khen") -> str:
    """The certificates of a decision are made, downloaded and opened; returns the code of the first."""
    clerk.go(f"{decision}so-khen-thuong/").press(f"Lập {sheet}")
    first = clerk.main.locator("a[href^='/giay-khen/']").first
    code = first.inner_text()
    assert code in pdf_words(clerk.fetch(str(first.get_attribute("href"))))
    everybody = pdf_words(clerk.fetch(f"{decision}giay-khen.pdf"))
    assert [name for name in names if name not in everybody] == []
    return code
