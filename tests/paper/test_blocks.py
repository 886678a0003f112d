"""What a paper is made of: texts are tidied, dates are written as the decree asks."""

from datetime import date

import pytest

from thidua.paper.blocks import (
    Column,
    Letterhead,
    Paragraph,
    Run,
    Table,
    article,
    bold,
    bullet,
    clause,
    ground,
    heading,
    italic,
    long_day,
    p,
    point,
    tidy,
)


def test_text_is_composed_and_without_invisible_signs():
    assert tidy("Qu\u00fd\u200b \u00a0ly\u0301\tnay\u00ad\x0c") == "Quý  lý nay "


def test_every_text_of_a_value_is_tidied():
    table = Table((Column("Te\u0302n", 10),), (("a\nb",),))
    assert (table.columns[0].title, table.rows) == ("Tên", (("a b",),))


def test_paragraph_of_plain_and_marked_text():
    assert p("Tặng ", bold("Giấy khen"), italic("(kèm tiền)")) == Paragraph(
        (Run("Tặng "), Run("Giấy khen", bold=True), Run("(kèm tiền)", italic=True)), "body", ""
    )


def test_the_short_forms_carry_style_and_number():
    made = (
        article(1, "a"),
        clause(2, "b"),
        point("đ", "c"),
        bullet("d"),
        ground("đ"),
        heading("E", number="I."),
        heading("g", number="1.", level=2),
    )
    assert [(item.style, item.number, item.text) for item in made] == [
        ("article", "Điều 1.", "a"),
        ("clause", "2.", "b"),
        ("point", "đ)", "c"),
        ("bullet", "-", "d"),
        ("ground", "", "đ"),
        ("heading1", "I.", "E"),
        ("heading2", "1.", "g"),
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (date(2020, 2, 28), "ngày 28 tháng 02 năm 2020"),
        (date(2023, 3, 9), "ngày 09 tháng 3 năm 2023"),
        (date(2023, 12, 12), "ngày 12 tháng 12 năm 2023"),
    ],
)
def test_day_and_the_first_two_months_get_a_zero(day, words):
    assert long_day(day) == words


def test_blanks_stay_open_until_the_clerk_numbers_the_paper():
    head = Letterhead(("UBND",), symbol="KH-UBND", place="Nà Lâm")
    assert head.number_line.split() == ["Số:", "/KH-UBND"]
    assert head.place_line.split() == ["Nà", "Lâm,", "ngày", "tháng", "năm"]


def test_a_row_with_too_many_cells_is_refused():
    with pytest.raises(ValueError) as refused:
        Table((Column("TT", 10), Column("Tên", 20)), (("1", "A"), ("2", "B", "C")))
    assert str(refused.value) == "Dòng 2 của bảng có 3 ô, bảng có 2 cột."
