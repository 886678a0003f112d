"""What the clerk changed in Word is told with what it touches: a name, an amount, a date, or words."""

from io import BytesIO

import pytest
from docx import Document as WordFile

from tests.paper.papers import decision
from thidua.paper.compare import Difference, ParagraphChange, compare_docx, compare_paragraphs
from thidua.paper.docx import write_docx

PAPER = decision(5)


def edited(change):
    file = WordFile(BytesIO(write_docx(PAPER)))
    change(file)
    held = BytesIO()
    file.save(held)
    return held.getvalue()


def replaced(before, after):
    def change(file):
        tables = [cell for table in file.tables for row in table.rows for cell in row.cells]
        paragraphs = [*file.paragraphs, *(paragraph for cell in tables for paragraph in cell.paragraphs)]
        run = next(run for paragraph in paragraphs for run in paragraph.runs if before in run.text)
        run.text = run.text.replace(before, after)

    return change


def test_an_untouched_file_differs_in_nothing():
    assert compare_docx(PAPER, write_docx(PAPER)) == []


def test_spacing_does_not_count():
    assert compare_docx(PAPER, edited(replaced("Tặng Giấy", "Tặng   Giấy"))) == []


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        (
            "Đặng Thị Hằng Ngọc",
            "Đặng Thị Hằng Nga",
            ("changed", "Ông Đặng Thị Hằng Ngọc", "Ông Đặng Thị Hằng Nga", "name"),
        ),
        ("450.000", "540.000", ("changed", "450.000", "540.000", "amount")),
        (
            "ngày 15 tháng 6 năm 2022",
            "ngày 16 tháng 6 năm 2022",
            ("changed", "ngày 15 tháng 6 năm 2022", "ngày 16 tháng 6 năm 2022", "date"),
        ),
        ("kể từ ngày ký", "kể từ hôm nay", ("changed", "ngày ký.", "hôm nay.", "text")),
        ("(có danh sách", "(danh sách", ("changed", "(có danh", "(danh", "text")),
        ("Phòng Nội vụ huyện;", "Phòng Nội vụ huyện.", ("changed", "huyện;", "huyện.", "text")),
    ],
)
def test_a_change_of_words(before, after, difference):
    assert compare_docx(PAPER, edited(replaced(before, after))) == [Difference(*difference)]


def test_paragraphs_that_came_and_went():
    def change(file):
        article = next(item for item in file.paragraphs if item.text.startswith("Điều 3."))
        article.insert_paragraph_before("Chuyển 2.000.000 đồng cho thôn Nà Pheo.")
        last = next(item for item in file.paragraphs if item.text.startswith("Căn cứ Luật Tổ chức"))
        last._p.getparent().remove(last._p)

    assert compare_docx(PAPER, edited(change)) == [
        Difference(
            "removed",
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "",
            "date",
        ),
        Difference("added", "", "Chuyển 2.000.000 đồng cho thôn Nà Pheo.", "amount"),
    ]


def test_paragraphs_are_told_whole_with_the_line_above():
    def change(file):
        articles = [item for item in file.paragraphs if item.text.startswith("Điều ")]
        articles[1].runs[-1].text = "Tiền thưởng 2.000.000 đồng."
        articles[2].insert_paragraph_before("Thưởng thêm một đợt.")

    first = "Điều 1. Tặng Giấy khen cho 5 cá nhân (có danh sách kèm theo)."
    second = "Điều 2. Tiền thưởng kèm theo Giấy khen lấy từ quỹ thi đua, khen thưởng của xã năm 2023."
    assert compare_paragraphs(PAPER, edited(change)) == [
        ParagraphChange(second, "Điều 2. Tiền thưởng 2.000.000 đồng.", first, "amount"),
        ParagraphChange("", "Thưởng thêm một đợt.", second, "text"),
    ]


def test_a_line_above_the_first_follows_nothing():
    def change(file):
        file.element.body[0].addprevious(file.paragraphs[-1]._p)
        file.paragraphs[0].text = "BẢN NHÁP"

    assert ParagraphChange("", "BẢN NHÁP", "", "text") in compare_paragraphs(PAPER, edited(change))
