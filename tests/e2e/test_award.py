"""Stages 9 to 11 at the browser: up one level, the decision, certificates that can be verified, the money."""

import pytest

from tests.e2e.awarding import certify, decide, submit
from tests.e2e.paper_life import carry, words_missing
from tests.e2e.papers import sheet_words

pytestmark = pytest.mark.e2e

OWN, DISTRICT = "Giấy khen của Chủ tịch UBND xã", "Giấy khen của Chủ tịch UBND huyện"


@pytest.mark.parametrize("stage", ["deliberate"], indirect=True)
def test_what_the_council_passed_is_submitted_decided_certified_and_paid(somebody, shot) -> None:
    officer, chair, clerk = somebody("thuongtruc"), somebody("chutich"), somebody("vanthu")
    submit(officer, OWN, signer=officer, clerk=clerk)
    submit(officer, DISTRICT, signer=chair, clerk=clerk)
    shot(officer.step("Trình cấp trên"), "trinh")
    above = somebody("huyen-thuongtruc").go("/viec-cua-toi/")
    assert "Hội Nông dân xã Nà Lâm" in above.step("Thẩm định").says()

    officer.work_on("12/6/2023")
    words = ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM", "Đàm Văn Xuân", "230.000")
    decision = decide(officer, *words, chair=chair, clerk=clerk)
    shot(officer.go(decision), "quyet-dinh")
    honoured = ("Chi hội Phụ nữ", "Nông Thị Hiên", "Lộc Văn Tài")
    code = certify(clerk, decision, *honoured)
    shot(clerk.go(f"{decision}so-khen-thuong/"), "giay-khen")
    assert "Nông Thị Hiên" in sheet_words(clerk.fetch(f"{decision}so-khen-thuong.xlsx"))
    _verify(somebody(phone=True), code, shot)
    _money(somebody("ketoan"), decision, chair=chair, clerk=clerk, shot=shot)


def _verify(visitor, code: str, shot) -> None:
    """Whoever holds the certificate looks its code up on the public page."""
    assert "QĐ-UBND" in visitor.go(f"/kiem-tra/{code}/").says()
    assert visitor.overflow() == 0
    shot(visitor, "kiem-tra")
    assert "Không tìm thấy" in visitor.go("/kiem-tra/KHONG-CO-MA-NAY/").says()


def _money(accountant, decision: str, *, chair, clerk, shot) -> None:
    """The list of prize money: each amount by the law of the decision day, the total in words."""
    paper = accountant.go(f"{decision}tien-thuong/").press("Soạn danh sách chi").path
    assert words_missing(accountant, paper, "230.000", "đồng") == []
    carry(accountant, paper, signer=chair, clerk=clerk)
    accountant.go(f"{decision}tien-thuong/").follow("Ghi đã chi")
    accountant.press("Ghi đã chi")
    shot(accountant, "tien-thuong")
    assert "230000" in sheet_words(accountant.fetch(f"{decision}danh-sach-chi.xlsx")).replace(".", "")
