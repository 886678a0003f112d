"""Văn bản tràn vài dòng sang trang sau thì in giãn dòng đơn; chữ ký không bao giờ đứng một mình."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as WordFile
from docx.oxml.ns import qn

from tests.paper.papers import award_list, decision, letter, letterhead, minutes, notice, plan, report
from thidua.paper import layout
from thidua.paper.arrange import LastTable, Line, arrange, line
from thidua.paper.breaks import Stretch, bound, joined
from thidua.paper.docx import read_docx_words, write_docx
from thidua.paper.fit import spacing_of
from thidua.paper.lint.theirs import look_at
from thidua.paper.model import Document, PageBreak, Run, Table, heading, p
from thidua.paper.pdf import pdf_words, spacing_for, write_pdf

NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)


def notice_of(lines):
    text = tuple(p(f"Việc thứ {n} của các thôn trong tháng này, ghi trong một dòng.") for n in range(lines))
    return replace(notice(), appendices=(), body=text)


def pages(paper):
    return look_at(write_pdf(paper, timestamp=NOON)).pages


def test_a_paper_a_few_lines_too_long_keeps_to_one_page():
    spacings = [(lines, spacing_for(notice_of(lines))) for lines in (3, 19, 20, 21, 22)]
    assert spacings == [(3, 1.15), (19, 1.15), (20, 1.0), (21, 1.0), (22, 1.15)]
    assert [pages(notice_of(lines)) for lines in (19, 20, 21, 22)] == [1, 1, 1, 2]


def test_word_and_pdf_are_set_with_the_same_spacing():
    assert b'w:line="276"' in styles(write_docx(notice_of(3)))
    assert b'w:line="276"' not in styles(write_docx(notice_of(20)))


def styles(content):
    with ZipFile(BytesIO(content)) as file:
        return file.read("word/styles.xml")


def test_a_paper_surely_of_one_page_or_of_many_is_not_set_twice():
    def never(spacing):
        raise AssertionError(spacing)

    for paper in (
        letter(),
        minutes(),
        decision(300),
        replace(plan(), body=(*plan().body, PageBreak(), p("A."))),
    ):
        assert spacing_of(arrange(paper), landscape=False, pages=never) == layout.SPACING


@pytest.mark.parametrize("lines", range(16, 27))
def test_a_signature_has_text_above_it_on_its_page(lines):
    seen = look_at(write_pdf(notice_of(lines), timestamp=NOON))
    (post,) = (one for one in seen.lines if one.text == "CHỦ TỊCH")
    assert any(one.page == post.page and one.text.startswith("Việc thứ") for one in seen.lines)


@pytest.mark.parametrize("rows", range(5, 12))
def test_the_last_row_stays_with_the_signature_and_has_a_head(rows):
    paper = replace(report(), body=(heading("KẾT QUẢ", number="I."), award_list(rows)))
    printed = write_pdf(paper, timestamp=NOON)
    seen = look_at(printed)
    (post,) = (one for one in seen.lines if one.text == "CHỦ TỊCH")
    beside = [one.text for one in seen.lines if one.page == post.page]
    assert {"Họ và tên", "Tổng cộng", str(rows)} <= set(beside)
    assert pdf_words(printed) == paper.words()


def test_a_table_of_one_row_or_none_and_a_huge_cell_before_the_signature():
    columns = award_list(1).columns
    for rows in ((), (("1", "A", "B", "C", "2"),), (("1", "Việc. " * 900, "B", "C", "2"),)):
        paper = replace(report(), body=(Table(columns, rows),))
        assert sorted(pdf_words(write_pdf(paper, timestamp=NOON))) == sorted(paper.words())
        assert read_docx_words(write_docx(paper)) == paper.words()


def test_only_a_table_with_rows_is_tied():
    tied = replace(report(), body=(award_list(1),))
    assert [type(piece) for piece in arrange(tied) if isinstance(piece, Table | LastTable)] == [LastTable]
    bare = replace(report(), body=(Table(award_list(1).columns, ()),))
    assert [type(piece) for piece in arrange(bare) if isinstance(piece, Table | LastTable)] == [Table]


def test_rows_and_rooms_before_a_signature_are_tied_in_word():
    file = WordFile(BytesIO(write_docx(replace(report(), body=(award_list(2),)))))
    rows = file.tables[2].rows
    tied = [bool(row._tr.findall(f".//{qn('w:keepNext')}")) for row in rows]
    assert tied == [False, False, False, True, True]


def body_line(text, **more):
    return Line("body", (Run(text, **more),))


LONG = "Các thôn, bản báo cáo kết quả thực hiện phong trào thi đua trước ngày 15/6/2023."


def test_the_last_two_words_stay_together():
    assert bound(body_line(LONG)) == [
        Stretch(LONG[: -len("ngày 15/6/2023.")]),
        Stretch("ngày 15/6/2023.", whole=True),
    ]
    assert joined(body_line(LONG)) == [Stretch(LONG.replace("ngày 15", "ngày\u00a015"))]


@pytest.mark.parametrize(
    "made",
    [
        line("body", "Ngắn."),
        line("signer", LONG),
        body_line(f"{LONG} {'x' * 30}"),
        body_line("x" * 90),
        Line("body", ()),
    ],
)
def test_what_is_left_as_it_is(made):
    assert joined(made) == [Stretch(run.text) for run in made.runs]


def test_marks_of_urgency_stand_below_the_number_in_a_red_frame():
    for mark, width in (("KHẨN", 20), ("THƯỢNG KHẨN", 40), ("HỎA TỐC", 30)):
        seen = look_at(write_pdf(replace(plan(), urgency=mark), timestamp=NOON))
        (stamp,) = (one for one in seen.lines if one.text == mark)
        (number,) = (one for one in seen.lines if one.text.startswith("Số:"))
        assert (stamp.size, stamp.is_bold, stamp.side) == (13.0, True, "left")
        assert stamp.box[2] - stamp.box[0] < width
        assert number.box[3] < stamp.box[1]
        assert mark in " ".join(read_docx_words(write_docx(replace(plan(), urgency=mark))))


def test_an_urgent_paper_thaws_and_an_older_one_has_no_mark():
    urgent = replace(plan(), urgency="KHẨN")
    assert Document.from_json(urgent.as_json()) == urgent
    older = {name: value for name, value in plan().as_json().items() if name != "urgency"}
    assert Document.from_json(older) == plan()


def test_a_title_longer_than_a_property_of_the_file_may_be():
    long = replace(
        plan(),
        summary="Phát động phong trào thi đua " * 20,
        letterhead=letterhead("KH-UBND", body=("A" * 300,)),
    )
    assert read_docx_words(write_docx(long)) == long.words()
