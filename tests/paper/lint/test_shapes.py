"""Văn bản của ta không bao giờ có lỗi thể thức: mọi loại, mọi dáng, soi trên chính tệp Word và PDF in ra."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.paper.papers import (
    CHAIR_SIGNS,
    PAPERS,
    award_list,
    decision,
    letter,
    letterhead,
    minutes,
    notice,
    plan,
    report,
    submission,
)
from thidua.paper.docx import write_docx
from thidua.paper.lint import lint, lint_file
from thidua.paper.model import Appendix, Column, SignatureBlock, Signatures, Table, p
from thidua.paper.pdf import write_pdf

NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)
LONG_NAME = "Nguyễn Hoàng Công Tằng Tôn Nữ Diệu Huyền Thương Quỳnh Hương Giang"
LONG_GROUND = (
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành "
    "một số điều của Luật Thi đua, khen thưởng và các văn bản sửa đổi, bổ sung của cơ quan có thẩm quyền"
)
REPORT = replace(report(), letterhead=letterhead("BC-UBND", "31"))
SIGNERS = {
    "tm": CHAIR_SIGNS,
    "chairman": SignatureBlock(role="CHỦ TỊCH", name="Lương Quốc Thịnh"),
    "kt": SignatureBlock(
        "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", for_role="KT. CHỦ TỊCH", name="Hoàng Thị Mai"
    ),
    "q": SignatureBlock("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH", name="Hoàng Thị Mai"),
    "tl": SignatureBlock("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", name="Vi Thị Lan"),
    "tuq": SignatureBlock("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", name="Vi Thị Lan"),
    "council": SignatureBlock(
        "TM. HỘI ĐỒNG", "CHỦ TỊCH", other_role="CHỦ TỊCH UBND XÃ", name="Lương Quốc Thịnh"
    ),
    "long": SignatureBlock(role="CHỦ TỊCH", name=LONG_NAME),
}


def named(count, name):
    row = ("1", name, "Thôn Nà Pheo, xã Nà Lâm", "Có thành tích xuất sắc", "450.000")
    table = award_list(count)
    return replace(table, rows=(*table.rows, row))


def listing(count, *, name="Ông Chu Văn Quyền"):
    (appendix,) = decision(1).appendices
    return replace(decision(1), appendices=(replace(appendix, blocks=(named(count, name),)),))


def three_appendices():
    reference = "(Kèm theo Thông báo số 44/TB-UBND ngày 12 tháng 6 năm 2023)"
    numbers = enumerate(("I", "II", "III"), start=1)
    return replace(
        notice(),
        appendices=tuple(
            Appendix(f"BIỂU SỐ {n}", reference, (award_list(n),), label=f"Phụ lục {roman}")
            for n, roman in numbers
        ),
    )


def paragraphs(count):
    return tuple(p(f"Việc {n}: {'làm đường thôn, bản, ' * 12}xong.") for n in range(count))


TALL = Table((Column("TT", 10), Column("Nội dung", 90)), (("1", "Việc đã làm trong năm. " * 300),))
SHAPES = {
    **{f"signed {form}": replace(plan(), signature=block) for form, block in SIGNERS.items()},
    **{f"list of {count}": listing(count) for count in (1, 40)},
    **{
        f"report ending in {count} rows": replace(REPORT, body=(p("A."), named(count, LONG_NAME)))
        for count in (1, 9, 14, 15, 16, 17)
    },
    **{f"{count} paragraphs": replace(plan(), body=paragraphs(count)) for count in (1, 5, 6, 7, 8, 9)},
    "names of sixty letters": listing(3, name=LONG_NAME),
    "one long legal basis": replace(decision(1), grounds=(LONG_GROUND,)),
    "nine long legal bases": replace(decision(1), grounds=(LONG_GROUND,) * 9),
    "no legal basis": replace(plan(), opening=""),
    "urgent letter": replace(letter(), urgency="HỎA TỐC"),
    "very urgent plan": replace(plan(), urgency="THƯỢNG KHẨN"),
    "urgent report": replace(REPORT, urgency="KHẨN"),
    "five addressees": replace(submission(), addressees=("Huyện Cao Sơn",) * 4 + ("Sở Nội vụ tỉnh",)),
    "long subject": replace(letter(), letter_subject=f"V/v {'báo cáo kết quả tuần, ' * 6}tháng"),
    "long summary": replace(plan(), summary="Phát động phong trào thi đua " * 9),
    "three signers": replace(minutes(), signature=Signatures((*minutes().signature.blocks,) * 2)),
    "landscape report": replace(REPORT, landscape=True),
    "three appendices": three_appendices(),
    "cells of dashes": replace(REPORT, body=(replace(TALL, rows=(("1", "-"), ("2", "…"))), p("Hết."))),
    "a cell taller than a page": replace(REPORT, body=(TALL, p("Trên đây là kết quả."))),
}


@pytest.mark.parametrize("name", SHAPES)
def test_no_shape_of_paper_has_a_finding(name):
    paper = SHAPES[name]
    assert (lint(paper), lint_file(write_docx(paper)), lint_file(write_pdf(paper, timestamp=NOON))) == (
        [],
        [],
        [],
    )


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_a_paper_not_yet_numbered_lacks_only_number_and_day(name):
    paper = PAPERS[name]()
    paper = replace(paper, letterhead=replace(paper.letterhead, number="", day=None))
    allowed = {"number-blank", "date-blank"}
    found = (*lint(paper), *lint_file(write_docx(paper)), *lint_file(write_pdf(paper, timestamp=NOON)))
    assert {one.rule for one in found} - allowed == set()


@pytest.mark.long
def test_a_list_of_two_thousand_has_no_finding():
    paper = listing(2_000)
    assert (lint(paper), lint_file(write_docx(paper)), lint_file(write_pdf(paper, timestamp=NOON))) == (
        [],
        [],
        [],
    )
