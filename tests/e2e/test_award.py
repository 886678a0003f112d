"""Stages 9 to 11 at the browser: up one level, the decision, certificates that can be verified, the money."""

import pytest

from tests.e2e.paper_life import carry, words_missing
from tests.e2e.papers import pdf_words, sheet_words

pytestmark = pytest.mark.e2e

OWN, DISTRICT = "Giấy khen của Chủ tịch UBND xã", "Giấy khen của Chủ tịch UBND huyện"


@pytest.mark.parametrize("stage", ["deliberate"], indirect=True)
def test_what_the_council_passed_is_submitted_decided_certified_and_paid(somebody, shot) -> None:
    officer, chair, clerk = somebody("thuongtruc"), somebody("chutich"), somebody("vanthu")
    _submit(officer, OWN, signer=officer, clerk=clerk)
    _submit(officer, DISTRICT, signer=chair, clerk=clerk)
    shot(officer.step("Trình cấp trên"), "trinh")
    above = somebody("huyen-thuongtruc").go("/viec-cua-toi/")
    assert "Hội Nông dân xã Nà Lâm" in above.step("Thẩm định").says()

    officer.work_on("12/6/2023").step("Quyết định").press("Dự thảo quyết định")
    shot(officer, "quyet-dinh")
    decision = officer.path
    paper = officer.follow("Mở văn bản để trình ký").path
    carry(officer, paper, signer=chair, clerk=clerk)
    assert (
        words_missing(
            officer, paper, "QUYẾT ĐỊNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM", "Đàm Văn Xuân", "230.000"
        )
        == []
    )
    _certificates(clerk, decision, visitor=somebody(phone=True), shot=shot)
    _money(somebody("ketoan"), decision, chair=chair, clerk=clerk, shot=shot)


def _submit(officer, form: str, *, signer, clerk) -> None:
    card = officer.step("Trình cấp trên").main.locator(
        "section.card", has=officer.page.get_by_role("heading", name=form, exact=True)
    )
    officer.press("Soạn tờ trình", within=card)
    paper = officer.follow("Mở văn bản để trình ký").path
    carry(officer, paper, signer=signer, clerk=clerk)
    assert words_missing(officer, paper, "TỜ TRÌNH", form) == []


def _certificates(clerk, decision: str, *, visitor, shot) -> None:
    """One PDF for all, one for each; the code on it is answered on the public page."""
    clerk.go(decision).follow("Giấy khen và tiền thưởng").press("Lập giấy khen")
    shot(clerk, "giay-khen")
    first = clerk.main.locator("a[href^='/giay-khen/']").first
    code = first.inner_text()
    assert code in pdf_words(clerk.fetch(first.get_attribute("href")))
    everybody = pdf_words(clerk.fetch(f"{decision}giay-khen.pdf"))
    honoured = ("Chi hội Phụ nữ", "Nông Thị Hiên", "Lộc Văn Tài")
    assert [name for name in honoured if name not in everybody] == []
    assert "Nông Thị Hiên" in sheet_words(clerk.fetch(f"{decision}so-khen-thuong.xlsx"))
    assert "QĐ-UBND" in visitor.go(f"/kiem-tra/{code}/").says()
    assert visitor.overflow() == 0
    shot(visitor, "kiem-tra")
    assert "Không tìm thấy" in visitor.go("/kiem-tra/KHONG-CO-MA-NAY/").says()


def _money(accountant, decision: str, *, chair, clerk, shot) -> None:
    """The list of prize money: each amount by the law of the decision day, the total in words."""
    paper = accountant.go(f"{decision}so-khen-thuong/").press("Soạn danh sách chi").path
    assert words_missing(accountant, paper, "230.000", "đồng") == []
    carry(accountant, paper, signer=chair, clerk=clerk)
    accountant.go(f"{decision}so-khen-thuong/").follow("Ghi đã chi")
    accountant.press("Ghi đã chi")
    shot(accountant, "tien-thuong")
    assert "230000" in sheet_words(accountant.fetch(f"{decision}danh-sach-chi.xlsx")).replace(".", "")
