"""Một tệp Word hay PDF bất kỳ: thấy gì sai, ở đâu, đúng là gì."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
from docx import Document as WordFile
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.paper.papers import PAPERS, decision, letter, letterhead, notice, plan
from thidua.paper.docx import write_docx
from thidua.paper.lint import Finding, Unreadable, lint_file
from thidua.paper.model import Document, Letterhead, ground, p
from thidua.paper.pdf import write_pdf
from thidua.paper.slip import Slip, write_slips

NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)


def pdf_of(paper):
    return write_pdf(paper, timestamp=NOON)


def prints(paper):
    return write_docx(paper), pdf_of(paper)


def rules(content):
    return [one.rule for one in lint_file(content)]


@pytest.mark.parametrize("name", sorted(set(PAPERS) - {"report"}))
def test_our_prints_have_no_findings(name):
    assert [rules(content) for content in prints(PAPERS[name]())] == [[], []]


def test_a_decision_without_grounds_and_a_letter_without_addressee():
    assert rules(pdf_of(replace(decision(1), grounds=()))) == ["grounds-missing"]
    assert rules(pdf_of(replace(letter(), addressees=(), recipients=("Lưu: VT",)))) == [
        "addressee-missing",
        "recipients-first",
    ]


def test_a_paper_without_summary_end_mark_or_signature():
    bare = replace(plan(), summary="", end_mark=False, signature=None)
    for content in prints(bare):
        assert rules(content) == ["summary-missing", "end-mark", "signature-missing"]


def test_a_paper_without_an_issuer():
    assert rules(pdf_of(replace(plan(), letterhead=letterhead("KH-UBND", body=())))) == ["issuer"]


def test_grounds_that_end_wrongly_and_a_sentence_in_small_letters():
    paper = replace(
        decision(1),
        body=(
            *decision(1).body[:2],
            p("các thôn thực hiện. xong."),
        ),
    )
    assert rules(write_docx(paper)) == ["sentence-capital", "sentence-capital"]
    grounds = replace(decision(1), grounds=(), body=(ground("Căn cứ Luật A."), *decision(1).body))
    assert rules(write_docx(grounds)) == []
    twice = replace(decision(1), grounds=(), body=(ground("Căn cứ Luật A."), ground("Căn cứ B."), p("Hết.")))
    assert rules(write_docx(twice)) == ["ground-end"]


def test_articles_out_of_order():
    paper = replace(decision(1), body=tuple(reversed(decision(1).body)))
    assert rules(write_docx(paper)) == ["article-order"]


def test_two_appendices_without_roman_numbers():
    wrong = tuple(replace(one, label="Phụ lục") for one in notice().appendices)
    for content in prints(replace(notice(), appendices=wrong)):
        assert rules(content) == ["appendix-number", "appendix-number"]


def test_a_blank_number_and_date_are_told():
    blank = replace(plan(), letterhead=replace(plan().letterhead, number="", day=None))
    for content in prints(blank):
        assert rules(content) == ["number-blank", "date-blank"]


def test_a_party_paper_follows_another_guide():
    paper = replace(plan(), letterhead=Letterhead(("ĐẢNG CỘNG SẢN VIỆT NAM",), symbol="KH-UBND", number="12"))
    (found,) = lint_file(pdf_of(paper))
    assert found.rule == "party-paper"


def test_where_it_stands_in_a_pdf():
    paper = replace(plan(), body=(*plan().body[:3], p("Trước ngày 5/6/2023 các thôn báo cáo.")))
    assert lint_file(pdf_of(paper)) == [
        Finding(
            "date-zero",
            "trang 1, dòng 17",
            "“5/6/2023” viết là “05/6/2023”: "
            "ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0, tháng 3 đến 9 không thêm.",
        )
    ]


def test_the_finding_as_data():
    one = Finding("margin", "trang 1", "Lề trái phải là 30-35 mm.")
    assert one.as_json() == {
        "rule": "margin",
        "where": "trang 1",
        "message": "Lề trái phải là 30-35 mm.",
        "source": "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.3",
    }


def test_slips_are_no_official_paper_but_can_be_looked_at():
    slips = write_slips(
        [Slip("PHIẾU", (("Họ và tên", "Vi Thị Lan"), ("Mật khẩu", "abc def")))], timestamp=NOON
    )
    assert "quoc-hieu" in rules(slips)


DAMAGED_WORD = (
    "Tệp Word bị hỏng hoặc không phải là .docx; hãy mở bằng Word, lưu lại dạng .docx rồi kiểm tra lại."
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Chỉ kiểm tra được tệp .docx hoặc .pdf; hãy lưu lại ở một trong hai dạng này."),
        (b"%PDF-1.7 h\xe1\xbb\x8fng", "Tệp PDF bị hỏng; hãy xuất lại PDF từ Word rồi kiểm tra lại."),
        (
            b"PK\x03\x04 hong",
            DAMAGED_WORD,
        ),
    ],
)
def test_a_file_that_cannot_be_checked(content, sentence):
    with pytest.raises(Unreadable) as refused:
        lint_file(content)
    assert str(refused.value) == sentence


def test_an_empty_word_file_and_a_scan():
    empty = BytesIO()
    WordFile().save(empty)
    with pytest.raises(Unreadable) as refused:
        lint_file(empty.getvalue())
    assert str(refused.value) == "Tệp Word không có chữ; nếu là bản quét, hãy gửi bản có chữ gõ."
    with pytest.raises(Unreadable) as refused:
        lint_file(scan())
    sentence = "Tệp PDF là bản quét, không có lớp chữ; hãy kiểm tra bản .docx, hoặc PDF xuất thẳng từ Word."
    assert str(refused.value) == sentence


def scan():
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    held = BytesIO()
    document.save(held)
    document.close()
    return held.getvalue()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 40_000), st.binary(min_size=1, max_size=20))
def test_a_damaged_file_gets_an_answer_or_a_sentence(at, noise):
    for content in DAMAGED:
        broken = content[:at] + noise + content[at + len(noise) :]
        assert answered(broken)


def answered(content):
    """True when the check found faults, or said in a sentence why it cannot."""
    try:
        return isinstance(lint_file(content), list)
    except Unreadable as refused:
        return str(refused).endswith(".")


DAMAGED = (write_docx(letter()), pdf_of(letter()))


def test_a_locked_file_and_one_of_too_many_pages():
    many = pypdfium2.PdfDocument.new()
    for _ in range(401):
        many.new_page(100, 100)
    held = BytesIO()
    many.save(held)
    many.close()
    with pytest.raises(Unreadable) as refused:
        lint_file(held.getvalue())
    assert str(refused.value) == "Tệp PDF có 401 trang; chỉ kiểm tra tệp không quá 400 trang."


def test_a_slip_without_number_whose_text_names_a_day():
    slip = Document(
        "phieu",
        Letterhead(("HỘI ĐỒNG",), parent="UBND XÃ NÀ LÂM", show_number=False, show_place_date=False),
        "PHIẾU LẤY Ý KIẾN",
        "Xét khen thưởng phong trào thi đua làm đường thôn, bản chào mừng ngày hội đại đoàn kết các thôn bản",
        body=(p("Phiên họp 8 giờ 00 phút, ngày 05 tháng 6 năm 2023.", style="left"), p("Ý kiến: đồng ý.")),
        end_mark=False,
    )
    assert [rules(content) for content in prints(slip)] == [[], []]


def test_a_reference_with_open_blanks_is_read_as_one_line():
    (appendix,) = decision(1).appendices
    blank = " " * 6
    number = f"Quyết định số{blank}/QĐ-UBND ngày{blank} tháng{blank} năm 2023"
    reference = f"(Kèm theo {number} của Chủ tịch Ủy ban nhân dân xã)"
    paper = replace(decision(1), appendices=(replace(appendix, reference=reference),))
    assert [rules(content) for content in prints(paper)] == [[], []]
