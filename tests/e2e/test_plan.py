"""Stages 1 and 2 at the browser: the plan is read, put right, accepted, signed, issued; it all opens."""

import re
from pathlib import Path

import pytest

from tests.e2e.browsing import CAMPAIGN
from tests.e2e.paper_life import carry, words_missing

pytestmark = pytest.mark.e2e

PLAN = Path(__file__).resolve().parents[2] / "thidua" / "demo" / "plans" / "2023.txt"


@pytest.mark.parametrize("stage", ["office"], indirect=True)
def test_the_officer_puts_the_plan_in_and_the_chair_issues_it(somebody, shot) -> None:
    officer = somebody("thuongtruc").go("/viec-cua-toi/")
    officer.go("/ke-hoach/moi/").page.locator("#id_upload").set_input_files(PLAN)
    officer.press("Tiếp tục")
    shot(officer, "doc-ke-hoach")
    _settle_everything(officer)
    officer.follow("Nhận làm đợt thi đua").fill("Tên gọn của đợt", CAMPAIGN)
    officer.press("Nhận làm đợt thi đua")
    officer.step("Phát động").follow("Sửa mốc thời gian")
    officer.fill("Hạn đăng ký thi đua", "31/3/2023").press("Ghi các mốc")
    paper = officer.follow("Mở kế hoạch").path
    shot(officer, "van-ban")
    issued = carry(officer, paper, signer=somebody("chutich"), clerk=somebody("vanthu"))
    assert issued == "Kế hoạch số 53/KH-UBND ngày 13/3/2023 · Ủy ban nhân dân xã Nà Lâm"
    assert (
        words_missing(officer, paper, "53/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Lương Quốc Thịnh")
        == []
    )
    visitor = somebody().go("/").follow("Nội dung, đơn vị tham gia và văn bản của phong trào")
    shot(visitor, "cong-khai")
    assert "53/KH-UBND" in visitor.says()


def _settle_everything(officer) -> None:
    """Take the suggestions, then section by section; what is left has no answer in the plan yet."""
    with officer.page.expect_navigation():
        officer.main.get_by_role("button", name=re.compile(r"Áp dụng cả \d+ gợi ý")).click()
    whole = officer.main.locator("button:text-is('Nhận cả phần')")
    while whole.count():
        with officer.page.expect_navigation():
            whole.first.click()
    left = officer.main.locator(".read-open")
    for number in range(left.count(), 0, -1):
        left.first.locator("button[value=skipped]").click()
        left.nth(number - 1).wait_for(state="detached")


@pytest.mark.parametrize("stage", ["office"], indirect=True)
@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("trong.txt", b"", "Tệp rỗng; hãy chọn lại đúng tệp."),
        (
            "anh.docx",
            b"\x89PNG\r\n\x1a\n" + bytes(64),
            "Tệp thực ra là ảnh đã đổi tên; hãy gửi lại đúng tên ảnh (.jpg, .png), hoặc bản .docx.",
        ),
        (
            "hong.pdf",
            b"%PDF-1.4 and then nothing of a PDF",
            "Tệp PDF bị hỏng, không mở được; hãy xuất lại PDF từ Word rồi gửi lại.",
        ),
    ],
)
def test_a_file_that_is_no_plan_gets_a_sentence_and_leaves_nothing_behind(
    somebody, name: str, content: bytes, sentence: str
) -> None:
    officer = somebody("thuongtruc").go("/ke-hoach/moi/")
    officer.page.locator("#id_upload").set_input_files({"name": name, "mimeType": "", "buffer": content})
    officer.press("Tiếp tục")
    assert sentence in officer.main.locator(".field-error, .notice-error").first.inner_text()
    assert "Kiểm tra nội dung đã đọc" not in officer.go("/dot/").says()
