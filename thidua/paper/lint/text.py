"""Grounds and running text (căn cứ, nội dung) of any file.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6; Phụ lục II.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thidua.paper.lint.finding import Finding
from thidua.paper.lint.look import look_findings
from thidua.paper.lint.parts import Parts
from thidua.paper.lint.rules import (
    SYMBOLS,
    article_findings,
    ground_findings,
    point_findings,
    roman_findings,
)
from thidua.paper.lint.seen import File, Seen
from thidua.paper.lint.words import sentence_findings, text_findings

_LONG = 90
_NUMBERED = re.compile(r"^(?:[a-zđ]{1,2}\d?[.)]|\d+(?:\.\d+)*[.)]?|[-+–*•])\s+")
_ENDS = re.compile(r"\./\.?\W*$")


def body_findings(file: File, parts: Parts) -> Iterator[Finding]:
    """The faults of the text between title and foot, and of the words everywhere."""
    yield from look_findings("ground", parts.grounds)
    if parts.kind == "quyet_dinh":
        grounds = [one.text for one in parts.body if one.text.startswith(("Căn cứ ", "Theo đề nghị"))]
        yield from ground_findings(grounds)
        if not parts.grounds:
            yield Finding("grounds-missing", "đầu nội dung", "Quyết định phải có căn cứ ban hành.")
    yield from _running(parts.body)
    yield from _order(parts.body)
    if _is_open(file, parts):
        yield Finding("end-mark", "cuối nội dung", "Kết thúc nội dung văn bản là dấu “./.”.")
    yield from _words(file, parts)


def _is_open(file: File, parts: Parts) -> bool:
    """True for a paper whose text ends without its mark; a table at the end takes none."""
    if parts.kind not in SYMBOLS or not parts.body:
        return False
    last = parts.body[-1].where
    after = next((at for at, one in enumerate(file.paragraphs) if one.where == last), 0) + 1
    table = any(one.grid for one in file.paragraphs[after : after + 1])
    return not table and not any(_ENDS.search(one.text) for one in file.paragraphs)


def _running(body: Sequence[Seen]) -> Iterator[Finding]:
    """Size, alignment, indent, gap and spacing of the running text; each told once, with how often."""
    text = [one for one in body if len(one.text) > _LONG and not one.is_upper and _is_running(one)]
    rules = (
        ("body-size", lambda one: not 12.7 <= one.size <= 14.3, "Nội dung cỡ chữ 13-14"),
        ("body-align", lambda one: one.align in ("left", "right"), "Nội dung canh đều cả hai lề"),
        ("body-indent", lambda one: not _indented(one), "Dòng đầu đoạn lùi vào 1 cm hoặc 1,27 cm"),
        ("body-gap", lambda one: one.gap is not None and one.gap < 5.9, "Các đoạn cách nhau tối thiểu 6 pt"),
        ("body-spacing", lambda one: not 0.99 <= (one.spacing or 1) <= 1.51, "Giãn dòng từ đơn đến 1,5 dòng"),
    )
    for rule, is_wrong, right in rules:
        wrong = [one for one in text if is_wrong(one)]
        if wrong:
            yield Finding(rule, wrong[0].where, f"{right}; {len(wrong)} đoạn chưa đúng.")


def _is_running(one: Seen) -> bool:
    return one.side == "" and not one.cell and not one.is_bold and one.align != "center"


def _indented(one: Seen) -> bool:
    if one.first_line is None or one.counted:
        return True
    return one.first_line < 1 or 8.5 < one.first_line < 14 or one.first_line > 20


def _order(body: Sequence[Seen]) -> Iterator[Finding]:
    headings = [found[1] for one in body if (found := re.match(r"([IVX]+\.)\s+\S", one.text)) and one.is_bold]
    yield from roman_findings(headings)
    articles = [int(found[1]) for one in body if (found := re.match(r"Điều (\d+)\.", one.text))]
    yield from article_findings(articles)
    run: list[str] = []
    for one in body:
        found = re.match(r"([a-zđ]{1,2})\)\s", one.text)
        if found:
            run.append(found[1])
        elif re.match(r"(?:\d+|[IVX]+)[.)]|Điều ", one.text):
            yield from point_findings(run)
            run = []
    yield from point_findings(run)


def _words(file: File, parts: Parts) -> Iterator[Finding]:
    own = {one.where for one in parts.body}
    for one in file.paragraphs:
        yield from text_findings(one.where, one.text)
        if one.where in own and not one.cell and (file.kind == "docx" or 5 < (one.first_line or 0) < 16):
            yield from sentence_findings(one.where, _NUMBERED.sub("", one.text))
