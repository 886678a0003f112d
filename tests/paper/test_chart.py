"""Biểu đồ thanh: bản Word và bản PDF cùng chữ, số đứng cạnh thanh, thanh dài đúng phần của nó."""

import re
import zipfile
from io import BytesIO

import pytest

from tests.factories.printed import NOON, require_flawless
from tests.paper.papers import CHAIR_SIGNS, letterhead
from thidua.paper import layout
from thidua.paper.docx import write_docx
from thidua.paper.model import Bar, Chart, Document, heading, p
from thidua.paper.pdf import pdf_words, write_pdf

SHARES = Chart(
    (
        Bar("Đơn vị đăng ký thi đua", 16, "16 trên 18 (88,9 %)", 18),
        Bar("Chỉ tiêu đạt mức đăng ký, tính đến hết ngày tổng kết của các đơn vị", 0, "0 trên 30 (0 %)", 30),
        Bar("Mô hình, phần việc hoàn thành", 7, "7 trên 7 (100 %)", 7),
    ),
    "Biểu đồ tỷ lệ hoàn thành",
)
COUNTS = Chart(tuple(Bar(f"thôn Nà {number}", number, str(number)) for number in range(20)))


def report(*blocks):
    return Document(
        "bao_cao",
        letterhead("BC-UBND", "09"),
        "BÁO CÁO",
        "Tổng kết phong trào thi đua",
        opening="Kết quả như sau:",
        body=(heading("KẾT QUẢ", number="I."), *blocks, p("Báo cáo hết.")),
        signature=CHAIR_SIGNS,
        recipients=("Lưu: VT",),
        addressees=("Ủy ban nhân dân huyện Cao Sơn",),
    )


def test_a_share_fills_its_part_and_a_count_is_measured_by_the_longest() -> None:
    assert SHARES.shares() == ((16 / 18, 1.0), (0.0, 1.0), (1.0, 1.0))
    assert COUNTS.shares()[19] == (1.0, 1.0)
    assert Chart((Bar("Không", 0, "0"),)).shares() == ((0.0, 0.0),)
    assert Chart((Bar("Quá mức", 5, "5 trên 4", 4), Bar("Không mẫu số", 0, "0", 0))).shares() == (
        (1.0, 1.0), (0.0, 1.0),
    )  # fmt: skip


def test_word_and_pdf_say_the_same_without_a_fault() -> None:
    paper = report(SHARES, COUNTS)
    require_flawless(paper)
    words = " ".join(paper.words())
    assert "Biểu đồ tỷ lệ hoàn thành Đơn vị đăng ký thi đua 16 trên 18 (88,9 %)" in words


def test_a_paper_with_a_chart_is_kept_and_read_back() -> None:
    paper = report(SHARES)
    assert Document.from_json(paper.as_json()) == paper


def test_the_bars_of_the_word_file_are_as_long_as_their_part() -> None:
    with zipfile.ZipFile(BytesIO(write_docx(report(SHARES)))) as file:
        body = file.read("word/document.xml").decode()
    filled = [
        int(width)
        for width in re.findall(rf'w:w="(\d+)" w:type="dxa"/><w:shd [^>]*{layout.CHART_FILL}', body)
    ]
    room = layout.chart_widths_mm(layout.text_width_mm(landscape=False))[1] - 2 * layout.CELL_PADDING_MM
    whole = room * 72 / 25.4 * 20
    assert filled == [pytest.approx(whole * 16 / 18, abs=1), pytest.approx(whole, abs=1)]


@pytest.mark.parametrize("many", [3, 60])
def test_a_long_chart_goes_on_over_the_page_and_a_chart_may_end_the_text(many: int) -> None:
    bars = tuple(Bar(f"thôn Khuổi {number}", number, f"{number}") for number in range(many))
    paper = Document("bao_cao", letterhead("BC-UBND"), "BÁO CÁO", body=(Chart(bars),), signature=CHAIR_SIGNS)
    assert pdf_words(write_pdf(paper, timestamp=NOON)) == paper.words()
