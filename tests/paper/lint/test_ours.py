"""Faults of form that a machine can see, each with the right form."""

from dataclasses import replace

import pytest

from tests.paper.papers import PAPERS, decision, letter, letterhead, minutes, notice, plan, submission
from thidua.paper.lint import Finding, lint
from thidua.paper.model import SignatureBlock, ground, heading, p, point


def rules(document):
    return [finding.rule for finding in lint(document)]


@pytest.mark.parametrize(
    "name", ["plan", "decision", "submission", "minutes", "letter", "invitation", "notice"]
)
def test_a_right_paper_has_no_findings(name):
    assert lint(PAPERS[name]()) == []


def test_a_finding_says_where_and_what_is_right():
    assert lint(replace(plan(), letterhead=letterhead("KH-UBND", "5"))) == [
        Finding("number-zero", "Số", "Số nhỏ hơn 10 phải thêm số 0 phía trước: viết “05”.")
    ]


@pytest.mark.parametrize(
    ("head", "rule"),
    [
        (letterhead("KH-UBND", ""), "number-blank"),
        (replace(letterhead("KH-UBND"), day=None), "date-blank"),
        (letterhead("KH- UBND"), "symbol-space"),
        (letterhead("QĐ-UBND"), "symbol-type"),
    ],
)
def test_number_symbol_and_date(head, rule):
    assert rules(replace(plan(), letterhead=head)) == [rule]


@pytest.mark.parametrize(
    ("issuer", "symbol", "found"),
    [
        ("THÔN KHUỔI CÁP", "TTr", []),
        ("TỔ DÂN PHỐ 5", "TTr-TDP5", []),
        ("THÔN KHUỔI CÁP", "BC", ["symbol-type"]),
        ("XÃ NÀ LÂM", "TTr", ["symbol-type"]),
        ("TRƯỜNG TIỂU HỌC NÀ LÂM", "TTr", ["symbol-type"]),
    ],
)
def test_a_village_is_no_agency_and_has_no_symbol_of_its_own(issuer, symbol, found):
    head = letterhead(symbol, body=(issuer,))
    assert rules(replace(submission(), letterhead=head)) == found


@pytest.mark.parametrize(
    ("paper", "rule"),
    [
        (replace(plan(), summary=""), "summary-missing"),
        (replace(letter(), letter_subject="Báo cáo"), "subject-missing"),
        (replace(decision(1), issuer_line=""), "issuer-missing"),
        (replace(decision(1), grounds=()), "grounds-missing"),
        (replace(letter(), addressees=()), "addressee-missing"),
        (replace(plan(), end_mark=False), "end-mark"),
        (replace(plan(), recipients=()), "recipients-missing"),
        (replace(plan(), recipients=("Lưu: VT", "Các thôn")), "recipients-last"),
        (replace(submission(), recipients=("Lưu: VT",)), "recipients-first"),
        (replace(plan(), signature=SignatureBlock(name="TS. Lương Quốc Thịnh")), "honorific"),
        (replace(minutes(), signature=SignatureBlock(name="Ông Lương Quốc Thịnh")), "honorific"),
    ],
)
def test_missing_and_misplaced_parts(paper, rule):
    assert rules(paper) == [rule]


def test_several_appendices_are_numbered_in_roman():
    first, second = notice().appendices
    swapped = replace(notice(), appendices=(second, first))
    assert rules(swapped) == ["appendix-number", "appendix-number"]


def test_a_paper_nobody_signs_and_nobody_receives_is_left_alone():
    assert lint(PAPERS["payment_list"]()) == []
    assert lint(replace(PAPERS["payment_list"](), body=(), signature=None)) == []


def with_body(*blocks):
    return replace(plan(), opening="", body=blocks)


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (
            (heading("A", number="I."), heading("B", number="III."), heading("C", number="IV.")),
            ["roman-order"],
        ),
        ((point("a", "A;"), point("b", "B;"), point("c", "C;"), point("d", "D;"), point("đ", "Đ.")), []),
        ((point("d", "A;"), point("e", "B.")), ["point-order"]),
        ((point("y", "A;"), point("a1", "B.")), []),
        ((point("aa", "A;"), point("b", "B.")), []),
        ((ground("Căn cứ A;"), ground("Căn cứ B;")), ["ground-end"]),
        ((ground("Căn cứ A."), ground("Căn cứ B.")), ["ground-end"]),
    ],
)
def test_sequence_of_numbers(blocks, found):
    assert rules(with_body(*blocks, p("Hết."))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trước ngày 5/6/2023.", ["date-zero"]),
        ("Trước ngày 05/06/2023.", ["date-zero"]),
        ("Trước ngày 05/6/2023 và 31/12/2023.", []),
        ("Từ ngày 5 tháng 1 năm 2023.", ["date-zero"]),
        ("Từ ngày 05 tháng 01 năm 2023.", []),
        ("Theo Khoản 2 điều 5.", ["clause-capital", "article-capital"]),
        ("Theo khoản 2 Điều 5.", []),
        ("Cán bộ Xã Nà Lâm.", ["unit-capital"]),
        ("Xã Nà Lâm, các thôn.", []),
        ("Vận động nhân dân trong xã.", ["people-capital"]),
        ("Ủy ban nhân dân, Hội đồng nhân dân, công an nhân dân.", []),
        ("Cơ quan nhà nước.", ["state-capital"]),
        ("Ở thành phố Hồ Chí Minh.", ["city-capital"]),
        ("Theo kế hoạch số 5 và quyết định số 6.", ["type-capital", "type-capital"]),
        ("vận động các hộ.", ["sentence-capital"]),
    ],
)
def test_words_in_the_text(text, found):
    assert rules(with_body(p(text))) == found


def test_the_right_form_is_given():
    (finding,) = lint(with_body(p("Theo kế hoạch số 5.")))
    assert finding.message == "Tên loại của một văn bản cụ thể viết hoa: “Kế hoạch số …”."
