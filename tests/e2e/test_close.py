"""Stages 12 and 13 at the browser: news and bulletin go out, the closing report closes the campaign."""

import pytest

from tests.e2e.browsing import CAMPAIGN
from tests.e2e.paper_life import carry, words_missing
from tests.e2e.papers import sheet_words

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("stage", ["certify"], indirect=True)
def test_news_bulletin_and_report_end_the_campaign(somebody, shot) -> None:
    culture, visitor = somebody("vanhoa").step("Truyền thông").follow("Viết tin"), somebody()
    culture.fill("Tiêu đề", "Xã Nà Lâm trao giấy khen").press("Ghi tin").press("Trình duyệt")
    somebody("chutich").go(culture.path).press("Duyệt, đăng tin")
    culture.go(culture.path)
    news = culture.main.get_by_role("link", name="Xem trang công khai").get_attribute("href")
    assert "Xã Nà Lâm trao giấy khen" in visitor.go(news).says()
    _bulletin(culture, shot)

    officer = somebody("thuongtruc").step("Tổng kết")
    shot(officer, "tong-ket")
    figures = sheet_words(officer.fetch(f"{officer.path}so-lieu.xlsx"))
    assert "Đơn vị đăng ký thi đua 17 18" in figures
    officer.fill("Bài học, kiến nghị", "Giao việc rõ cho từng thôn thì việc xong sớm.")
    paper = officer.press("Soạn báo cáo tổng kết").path
    carry(officer, paper, signer=somebody("chutich"), clerk=somebody("vanthu"))
    assert words_missing(officer, paper, "BÁO CÁO", "Giao việc rõ cho từng thôn thì việc xong sớm.") == []
    assert "đã tổng kết" in officer.go("/dot/").follow(CAMPAIGN).says()


def _bulletin(culture, shot) -> None:
    """The script is read aloud: no digit is left in it; each airing is logged."""
    culture.step("Truyền thông").follow("Soạn bản tin phát thanh").press("Ghi bản tin")
    title, _, words = culture.fetch(f"{culture.path}loi-doc.txt").decode().partition("\r\n\r\n")
    assert title == "Bản tin thi đua ngày 16/6/2023"
    assert [digit for digit in words if digit.isdigit()] == []
    culture.fill("Ngày phát", "16/6/2023").fill("Giờ", "5:30").fill("Cụm loa", "Cụm loa trung tâm xã")
    culture.press("Ghi lần phát")
    shot(culture, "ban-tin")
    assert "Cụm loa trung tâm xã" in culture.says()
