"""Bản Word bị sửa tay: lỗi nào nói lỗi ấy, ở đâu, đúng là gì."""

from io import BytesIO

import pytest
from docx import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from tests.paper.papers import plan
from thidua.paper.docx import write_docx
from thidua.paper.lint import lint_file


def rules(content):
    return [one.rule for one in lint_file(content)]


def edited(paper, change):
    file = WordFile(BytesIO(write_docx(paper)))
    change(file)
    held = BytesIO()
    file.save(held)
    return held.getvalue()


def paragraph(file, words):
    cells = [cell for table in file.tables for row in table.rows for cell in row.cells]
    everywhere = [*file.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    return next(one for one in everywhere if words in one.text)


def reworded(before, after):
    def change(file):
        for run in paragraph(file, before).runs:
            run.text = run.text.replace(before, after)

    return change


def sized(words, size):
    def change(file):
        for run in paragraph(file, words).runs:
            run.font.size = Pt(size)

    return change


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (reworded("Độc lập - Tự do", "Độc lập-Tự do"), "tieu-ngu"),
        (reworded("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA"), "quoc-hieu"),
        (reworded("Số: 05", "Số: 5"), "number-zero"),
        (reworded("Số: 05/", "Số: 05 / "), "number-form"),
        (reworded("05/KH-UBND", "05/QĐ-UBND"), "symbol-type"),
        (reworded("Nà Lâm, ngày", "Nà Lâm ngày"), "place-missing"),
        (reworded("Số: 05/KH-UBND", ""), "number-missing"),
        (reworded("Nà Lâm, ngày 12 tháng 6 năm 2023", ""), "place-missing"),
        (reworded("ngày 12 tháng", "ngày     tháng"), "date-blank"),
        (reworded("KẾ HOẠCH", "Văn bản"), "title-missing"),
        (reworded("Nơi nhận:", ""), "recipients-missing"),
        (reworded("- Lưu: VT, VHXH.", "- Văn thư."), "recipients-last"),
        (reworded("- Các thôn, bản;", "- Các thôn, bản."), "recipients-end"),
        (reworded("KT. CHỦ TỊCH", "KT.CHỦ TỊCH"), "signature-words"),
        (reworded("Hoàng Thị Mai Ước", "ThS. Hoàng Thị Ước"), "honorific"),
        (reworded("II. ", "IV. "), "roman-order"),
        (reworded("b) ", "c) "), "point-order"),
        (reworded("của Nhân dân", "của nhân dân"), "people-capital"),
    ],
)
def test_words_changed_in_word(change, found):
    assert rules(edited(plan(), change)) == [found]


@pytest.mark.parametrize(
    ("words", "size", "message"),
    [
        ("CỘNG HÒA", 14, "Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” phải cỡ chữ 12-13 (đang là 14)."),
        ("Độc lập", 12, "Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” phải cỡ chữ 13-14 (đang là 12)."),
        ("Số: 05", 12, "Số, ký hiệu “Số: 05/KH-UBND” phải cỡ chữ 13 (đang là 12)."),
        ("KẾ HOẠCH", 16, "Tên loại văn bản “KẾ HOẠCH” phải cỡ chữ 13-14 (đang là 16)."),
        ("Nơi nhận:", 13, "“Nơi nhận” “Nơi nhận:” phải cỡ chữ 12 (đang là 13)."),
        ("Hoàng Thị Mai", 12, "Họ tên người ký “Hoàng Thị Mai Ước” phải cỡ chữ 13-14 (đang là 12)."),
    ],
)
def test_sizes_changed_in_word(words, size, message):
    (found,) = lint_file(edited(plan(), sized(words, size)))
    assert (found.rule, found.message) == ("look", message)


def page(**sides):
    def change(file):
        for name, value in sides.items():
            setattr(file.sections[0], name, Mm(value))

    return change


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (page(page_width=216, page_height=279), "Khổ giấy phải là A4 (210 × 297 mm), đang là 216 × 279 mm."),
        (page(left_margin=25), "Lề trái phải là 30-35 mm, đang là 25 mm."),
        (page(right_margin=25), "Lề phải phải là 15-20 mm, đang là 25 mm."),
        (page(top_margin=15), "Lề trên phải là 20-25 mm, đang là 15 mm."),
    ],
)
def test_pages_changed_in_word(change, finding):
    assert [one.message for one in lint_file(edited(plan(), change))] == [finding]


OLD_FONT = (
    "Phông chữ phải là Times New Roman, đang có “.VnTime”; đây là phông bảng mã cũ, phải chuyển sang Unicode."
)


def test_another_font_and_another_colour():
    def change(file):
        run = paragraph(file, "Mỗi thôn đăng ký").runs[0]
        run.font.name, run.font.color.rgb = ".VnTime", RGBColor(200, 0, 0)

    assert [one.message for one in lint_file(edited(plan(), change))] == [
        OLD_FONT,
        "Chữ phải màu đen: “a) Mỗi thôn đăng ký ít nhất một phần việ”.",
    ]


def test_running_text_set_by_hand():
    def change(file):
        for one in file.paragraphs:
            if "Nội dung thứ" in one.text:
                look = one.paragraph_format
                look.alignment, look.first_line_indent = WD_ALIGN_PARAGRAPH.LEFT, Mm(5)
                look.space_after, look.line_spacing = Pt(0), 2.0
                for run in one.runs:
                    run.font.size = Pt(12)

    assert [(one.rule, one.message) for one in lint_file(edited(plan(), change))] == [
        ("body-size", "Nội dung cỡ chữ 13-14; 8 đoạn chưa đúng."),
        ("body-align", "Nội dung canh đều cả hai lề; 8 đoạn chưa đúng."),
        ("body-indent", "Dòng đầu đoạn lùi vào 1 cm hoặc 1,27 cm; 8 đoạn chưa đúng."),
        ("body-gap", "Các đoạn cách nhau tối thiểu 6 pt; 8 đoạn chưa đúng."),
        ("body-spacing", "Giãn dòng từ đơn đến 1,5 dòng; 8 đoạn chưa đúng."),
    ]


def test_a_page_number_at_the_foot_of_every_page():
    def change(file):
        section = file.sections[0]
        number = section.header.paragraphs[0]
        section.different_first_page_header_footer = False
        foot = section.footer.paragraphs[0]
        for run in list(number._p.iter(qn("w:r"))):
            foot._p.append(run)

    assert rules(edited(plan(), change)) == ["page-number-first", "page-number-place"]


def test_no_page_number_in_a_long_paper():
    def change(file):
        for part in list(file.sections[0].header._element):
            file.sections[0].header._element.remove(part)
        for number in range(30):
            file.paragraphs[-1].insert_paragraph_before(f"Đoạn {number}. " + "Nội dung cần làm. " * 10)

    assert "page-number-missing" in rules(edited(plan(), change))


def test_the_line_under_the_motto_is_missing_in_word():
    def change(file):
        for border in list(file.element.body.iter(qn("w:pBdr"))):
            border.getparent().remove(border)

    assert rules(edited(plan(), change)) == ["line-under"]


def test_a_letterhead_typed_with_tabs_and_a_numbered_list():
    def change(file):
        table = file.tables[0]._tbl
        typed = parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:rPr><w:b/><w:sz w:val='24'/></w:rPr><w:t>XÃ NÀ LÂM</w:t><w:tab/>"
            "<w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>"
        )
        table.addprevious(typed)
        table.getparent().remove(table)

    assert rules(edited(plan(), change)) == ["tieu-ngu"]


def styled(words, **look):
    def change(file):
        for run in paragraph(file, words).runs:
            for name, value in look.items():
                setattr(run.font, name, value)

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (styled("KẾ HOẠCH", bold=False), "Tên loại văn bản “KẾ HOẠCH” phải in đậm."),
        (styled("KẾ HOẠCH", italic=True), "Tên loại văn bản “KẾ HOẠCH” phải kiểu chữ đứng."),
        (styled("Số: 05", bold=True), "Số, ký hiệu “Số: 05/KH-UBND” phải không in đậm."),
        (
            styled("Nà Lâm, ngày", italic=False),
            "Địa danh, thời gian “Nà Lâm, ngày 12 tháng 6 năm 2023” phải in nghiêng.",
        ),
    ],
)
def test_faces_changed_in_word(change, message):
    assert [one.message for one in lint_file(edited(plan(), change))] == [message]


def test_a_title_that_is_not_in_the_middle():
    def change(file):
        paragraph(file, "KẾ HOẠCH").alignment = WD_ALIGN_PARAGRAPH.LEFT

    (found,) = lint_file(edited(plan(), change))
    assert found.message == "Tên loại văn bản “KẾ HOẠCH” phải đặt canh giữa."


def test_fonts_of_the_theme_of_a_character_style_and_room_set_by_the_web():
    def change(file):
        one = paragraph(file, "Kết quả được ghi")
        themed = one.runs[-1]._r.get_or_add_rPr()
        themed.append(parse_xml(f'<w:rFonts {nsdecls("w")} w:asciiTheme="minorHAnsi"/>'))
        named = parse_xml(
            f'<w:style {nsdecls("w")} w:type="character" w:styleId="To"><w:rPr><w:sz w:val="40"/></w:rPr>'
            "</w:style>"
        )
        file.styles.element.append(named)
        long = paragraph(file, "Thực hiện Kế hoạch")
        long.runs[0]._r.get_or_add_rPr().append(parse_xml(f'<w:rStyle {nsdecls("w")} w:val="To"/>'))
        long._p.get_or_add_pPr().append(
            parse_xml(f'<w:spacing {nsdecls("w")} w:afterAutospacing="1" w:line="400" w:lineRule="exact"/>')
        )
        long._p.get_or_add_pPr().append(parse_xml(f'<w:ind {nsdecls("w")} w:left="1000" w:hanging="433"/>'))

    assert [one.message for one in lint_file(edited(plan(), change))] == [
        "Phông chữ phải là Times New Roman, đang có “Cambria”.",
        "Nội dung cỡ chữ 13-14; 1 đoạn chưa đúng.",
    ]


def test_words_in_a_field_of_the_form_and_a_table_of_data_with_borders_at_its_cells():
    edges = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    words = "<w:p><w:r><w:t>Vận động nhân dân</w:t></w:r></w:p>"
    cell = f"<w:tc><w:tcPr><w:tcBorders>{edges}</w:tcBorders></w:tcPr>{words}</w:tc>"

    def change(file):
        last = paragraph(file, "Các thôn báo cáo")._p
        last.addprevious(parse_xml(f"<w:tbl {nsdecls('w')}><w:tr>{cell * 3}</w:tr></w:tbl>"))
        words = "<w:p><w:r><w:t>Dân bàn. dân làm.</w:t><w:br/><w:noBreakHyphen/></w:r></w:p>"
        last.addprevious(parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{words}</w:sdtContent></w:sdt>"))

    found = rules(edited(plan(), change))
    assert (found.count("people-capital"), found.count("sentence-capital")) == (3, 1)
