"""A paper and its two prints hold the same words (parity), look as the decree asks, and never differ for
equal input.
"""

import io
import re
import subprocess
import unicodedata
import zlib
from datetime import UTC, datetime

import pypdfium2
import pytest
from docx import Document as WordFile
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.paper.papers import PAPERS, award_list, decision, letterhead, minutes, notice, plan
from thidua.paper.arrange import QUOC_HIEU
from thidua.paper.docx import docx_paragraphs, read_docx_words, write_docx
from thidua.paper.engine import set_pdf
from thidua.paper.glyphs import MissingGlyphs, face
from thidua.paper.model import Document, PageBreak, Run, Table, p
from thidua.paper.pdf import pdf_words, write_pdf

NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)
POINT_MM = 25.4 / 72


def pdf_of(document):
    return write_pdf(document, timestamp=NOON)


@pytest.mark.parametrize("name", PAPERS)
def test_paper_docx_and_pdf_hold_the_same_words(name):
    paper = PAPERS[name]()
    assert read_docx_words(write_docx(paper)) == paper.words()
    assert pdf_words(pdf_of(paper)) == paper.words()


LETTERS = st.sampled_from(
    [*"#$*_@\\\"'<>&~`=-+/[](){}|%^!?.,;: ", *"ẤấĐđỄễỘộỬửỳỵàãạ", *"nghiabcxyz", *"0123456789"]
)
WRITTEN = st.text(LETTERS, max_size=60)
DRAWN = st.text(
    st.characters(codec="utf-16", categories=("L", "N", "P", "S", "Z")).filter(
        lambda char: ord(char) in face().widths
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WRITTEN, st.booleans(), st.booleans()), max_size=4), WRITTEN, DRAWN)
def test_any_text_survives_both_printers(runs, cell, drawn):
    paper = Document(
        "thong_bao",
        letterhead("TB-UBND"),
        "THÔNG BÁO",
        cell,
        body=(
            p(*(Run(text, bold=bold, italic=italic) for text, bold, italic in runs)),
            p(drawn, style="center"),
            Table(award_list(1).columns, ((cell,), (cell, "", "a", "b", cell))),
        ),
    )
    assert read_docx_words(write_docx(paper)) == paper.words()
    assert pdf_words(pdf_of(paper)) == paper.words()


@pytest.mark.parametrize("ending", ["TDTT-", "văn hóa, TDTT-", "số 12-", "a - b-"])
def test_a_word_that_ends_in_a_hyphen_stays_a_word(ending):
    rows = ((ending,), (ending, "", "a", "b", ending))
    body = (p(ending), p(ending), Table(award_list(1).columns, rows), p(f"{ending} tiếp " * 60))
    paper = Document("thong_bao", letterhead("TB-UBND"), "THÔNG BÁO", ending, body=body)
    assert pdf_words(pdf_of(paper)) == paper.words()


def test_a_word_broken_at_the_end_of_a_line_or_page_is_read_whole():
    paper = Document(
        "thong_bao", letterhead("TB-UBND"), "THÔNG BÁO", body=(p("dài 120/QĐ-UBND-HĐTĐKT-VHXH " * 150),)
    )
    assert pdf_words(pdf_of(paper)) == paper.words()


def test_equal_papers_give_equal_bytes():
    assert write_docx(plan()) == write_docx(plan())
    assert pdf_of(plan()) == pdf_of(plan())
    assert pdf_of(plan()) != write_pdf(plan(), timestamp=datetime(2023, 6, 13, 5, tzinfo=UTC))


def test_a_letter_without_a_glyph_is_refused_before_printing():
    with pytest.raises(MissingGlyphs):
        pdf_of(Document("thong_bao", letterhead("TB"), "THÔNG BÁO", body=(p("Chúc mừng 🎉"),)))


def test_an_unknown_font_is_an_error_not_a_warning(tmp_path):
    with pytest.raises(RuntimeError) as refused:
        set_pdf(_template(tmp_path), {}, timestamp=NOON)
    assert "unknown font family" in str(refused.value)


def _template(folder):
    odd = '#set document(title: "A")\n#set text(font: "Không Có Phông")\nA'
    (folder / "odd.typ").write_text(odd, encoding="utf-8")
    return folder / "odd.typ"


def tool(name, pdf, folder):
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    return subprocess.run([name, str(path)], capture_output=True, text=True, check=True).stdout


def test_every_font_is_embedded(tmp_path):
    rows = tool("pdffonts", pdf_of(decision(3)), tmp_path).splitlines()[2:]
    assert {row.split()[0].split("+")[1] for row in rows} == {
        "Tinos-Regular",
        "Tinos-Bold",
        "Tinos-Italic",
    } | {"Tinos-BoldItalic"}
    assert {row.split()[-5] for row in rows} == {"yes"}


def boxes(pdf, words, *, page=0):
    """Boxes of a text on a page in millimetres from the left and from the top."""
    with pypdfium2.PdfDocument(pdf) as opened:
        sheet = opened[page]
        textpage = sheet.get_textpage()
        start, count = textpage.search(words).get_next()
        height = sheet.get_height()
        rects = [textpage.get_charbox(index) for index in range(start, start + count)]
        left, bottom = min(rect[0] for rect in rects), min(rect[1] for rect in rects)
        right, top = max(rect[2] for rect in rects), max(rect[3] for rect in rects)
        return [round(value * POINT_MM, 1) for value in (left, height - top, right, height - bottom)]


def test_quoc_hieu_stands_in_one_line_at_the_upper_right():
    left, top, right, bottom = boxes(pdf_of(plan()), QUOC_HIEU)
    assert bottom - top < 5
    assert left > 99
    assert right < 195
    assert top >= 20


def test_number_and_date_stand_on_one_line():
    pdf = pdf_of(plan())
    number, day = boxes(pdf, "Số:"), boxes(pdf, "ngày 12")
    assert abs(number[3] - day[3]) < 1.5


def test_all_words_keep_within_the_margins():
    for name in ("plan", "letter", "submission"):
        with pypdfium2.PdfDocument(pdf_of(PAPERS[name]())) as opened:
            textpage = opened[0].get_textpage()
            count = textpage.count_chars()
            text = [textpage.get_text_range(index, 1) for index in range(count)]
            places = [textpage.get_charbox(index) for index in range(count)]
            edges = [place for place, char in zip(places, text, strict=True) if char.strip()]
            assert min(edge[0] for edge in edges) * POINT_MM >= 29.5
            assert max(edge[2] for edge in edges) * POINT_MM <= 195.5


def page_texts(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


def test_pages_are_numbered_from_the_second_and_each_appendix_anew():
    firsts = [text.split()[0] for text in page_texts(pdf_of(notice()))]
    assert firsts[:4] == ["ỦY", "Phụ", "2", "3"]
    assert firsts[-1] == "Phụ"


def test_the_head_of_a_table_is_repeated_on_every_page():
    pages = page_texts(pdf_of(decision(60)))[1:]
    assert len(pages) > 2
    assert [page.count("Họ và tên") for page in pages] == [1] * len(pages)


def test_a_signature_never_stands_alone():
    body = tuple(p(f"Đoạn {number}. " + "Nội dung của văn bản này. " * 3) for number in range(28))
    for extra in range(8):
        paper = Document(
            "ke_hoach",
            letterhead("KH-UBND"),
            "KẾ HOẠCH",
            "A",
            body=body[: 14 + extra],
            signature=plan().signature,
            recipients=plan().recipients,
        )
        last = page_texts(pdf_of(paper))[-1]
        assert f"Đoạn {13 + extra}." in last or "văn bản này./." in last


def test_landscape_is_a4_across_and_a_break_begins_a_page():
    paper = Document(
        "danh_sach", letterhead("DS"), "DANH SÁCH", body=(p("a"), PageBreak(), p("b")), landscape=True
    )
    with pypdfium2.PdfDocument(pdf_of(paper)) as opened:
        assert [round(side * POINT_MM) for side in opened[0].get_size()] == [297, 210]
        assert len(opened) == 2
    assert read_docx_words(write_docx(paper)) == paper.words()


def test_word_file_names_the_font_the_language_and_the_styles():
    file = WordFile(io.BytesIO(write_docx(minutes())))
    xml = file.styles.element.xml
    assert "Times New Roman" in xml
    assert 'w:lang w:val="vi-VN"' in xml
    used = {paragraph.style.name for paragraph in file.paragraphs}
    assert {"Tên loại", "Trích yếu", "Lời văn", "Gạch đầu dòng"} <= used
    section = file.sections[0]
    assert [round(edge.mm) for edge in (section.top_margin, section.left_margin, section.right_margin)] == [
        20,
        30,
        15,
    ]
    assert section.different_first_page_header_footer
    assert (file.core_properties.title, file.core_properties.language) == (minutes().title, "vi-VN")


def test_an_undated_paper_prints_too():
    paper = Document("ke_hoach", PAPERS["minutes"]().letterhead, "KẾ HOẠCH", "Dự thảo")
    assert read_docx_words(write_docx(paper)) == paper.words()


def test_paragraphs_of_a_word_file_keep_tabs_apart():
    file = WordFile()
    file.add_paragraph("Họ và tên:\tNguyễn Văn A\nThôn Nà Pheo")
    held = io.BytesIO()
    file.save(held)
    assert docx_paragraphs(held.getvalue()) == ["Họ và tên: Nguyễn Văn A Thôn Nà Pheo"]


def entries(pdf):
    """Every dictionary of the file as text, streams of objects unpacked."""
    packed = [
        zlib.decompress(part)
        for part in re.findall(rb"/ObjStm.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    ]
    return b"\n".join((pdf, *packed))


def test_titles_and_tables_are_tagged_for_screen_readers():
    whole = entries(pdf_of(notice()))
    for tag in (b"/S /Table", b"/S /TH", b"/S /TD", b"/S /TR", b"/S /P"):
        assert tag in whole.replace(b"/S/", b"/S /"), tag
    assert b"/S /H1" in entries(pdf_of(plan())).replace(b"/S/", b"/S /")


def test_text_comes_out_composed():
    with pypdfium2.PdfDocument(pdf_of(plan())) as opened:
        text = "".join(page.get_textpage().get_text_range() for page in opened)
    assert unicodedata.is_normalized("NFC", text)
    assert "Khơi dậy tinh thần đoàn kết của Nhân dân trong xã" in text


def test_files_are_small():
    sizes = {name: len(pdf_of(PAPERS[name]())) // 1024 for name in ("letter", "plan", "decision")}
    assert sizes["letter"] < 60
    assert sizes["plan"] < 80
    assert sizes["decision"] < 600
    assert len(write_docx(decision())) < 60 * 1024
