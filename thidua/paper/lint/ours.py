"""The check of one of our own papers, before it is printed (kiểm tra văn bản của hệ thống)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from thidua.paper.blocks import Block, Chart, Paragraph, SignatureBlock, Signatures, Table
from thidua.paper.lint.finding import Finding
from thidua.paper.lint.rules import (
    ADDRESSED,
    SYMBOLS,
    appendix_findings,
    ground_findings,
    number_findings,
    point_findings,
    recipient_findings,
    roman_findings,
    signer_findings,
    symbol_findings,
)
from thidua.paper.lint.words import sentence_findings, text_findings
from thidua.paper.model import Document


def lint(document: Document) -> list[Finding]:
    """The faults a machine can see, from top to bottom of the paper; an empty list when there is none."""
    return [
        *_number(document),
        *_title(document),
        *recipient_findings(document.recipients, kind="" if _is_form(document) else document.kind),
        *_signers(document),
        *appendix_findings([(one.label, one.title) for one in document.appendices]),
        *_order(document.body),
        *_sentences(document.body),
        *(finding for where, text in _texts(document) for finding in text_findings(where, text)),
    ]


def _is_form(document: Document) -> bool:
    """A report of achievements keeps to a form of its own, which names no recipients (báo cáo thành tích)."""
    return document.type_name == "BÁO CÁO THÀNH TÍCH"


def _number(document: Document) -> Iterator[Finding]:
    head = document.letterhead
    if not head.show_number:
        return
    yield from number_findings(head.number)
    if head.show_place_date and head.day is None:
        yield Finding("date-blank", "Ngày", "Văn bản chưa có ngày ban hành.")
    yield from symbol_findings(head.symbol, kind=document.kind, issuer=head.body[-1] if head.body else "")


def _title(document: Document) -> Iterator[Finding]:
    if document.type_name and not document.summary:
        yield Finding("summary-missing", "Trích yếu", "Văn bản có tên loại phải có trích yếu nội dung.")
    if not document.type_name and not document.letter_subject.startswith("V/v "):
        yield Finding("subject-missing", "Trích yếu", "Công văn phải có trích yếu bắt đầu bằng “V/v ”.")
    if document.kind == "quyet_dinh" and not document.issuer_line:
        yield Finding(
            "issuer-missing", "Thẩm quyền", "Quyết định phải ghi thẩm quyền ban hành trước phần căn cứ."
        )
    if document.kind == "quyet_dinh" and not document.grounds:
        yield Finding("grounds-missing", "Căn cứ", "Quyết định phải có căn cứ ban hành.")
    if document.kind in ADDRESSED and not document.addressees:
        yield Finding("addressee-missing", "Kính gửi", "Công văn, tờ trình phải có “Kính gửi”.")
    last = document.body[-1] if document.body else None
    if document.body and not document.end_mark and isinstance(last, Paragraph) and document.kind in SYMBOLS:
        yield Finding("end-mark", "Cuối văn bản", "Kết thúc nội dung văn bản là dấu “./.”.")


def _signers(document: Document) -> Iterator[Finding]:
    match document.signature:
        case Signatures():
            blocks = document.signature.blocks
        case SignatureBlock():
            blocks = (document.signature,)
        case None:
            blocks = ()
    for block in blocks:
        yield from signer_findings(block.name)


def _order(blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Numbers in sequence: Roman of the headings, letters of the points, ends of the grounds."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    headings = (item.number for item in paragraphs if item.style == "heading1")
    yield from roman_findings([number for number in headings if re.fullmatch(r"[IVX]+\.", number)])
    for style, together in groupby(paragraphs, key=lambda item: item.style):
        if style == "point":
            yield from point_findings([item.number.rstrip(")") for item in together])
    yield from ground_findings([item.text for item in paragraphs if item.style == "ground"])


def _sentences(blocks: tuple[Block, ...]) -> Iterator[Finding]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from sentence_findings(block.text[:40], block.text)


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    yield from (("Trích yếu", text) for text in (document.summary, document.letter_subject) if text)
    yield from (("Căn cứ", text) for text in document.grounds)
    yield from (("Lời mở đầu", text) for text in (document.opening,) if text)
    parts = [("Nội dung", document.body), *((item.title, item.blocks) for item in document.appendices)]
    for where, blocks in parts:
        for block in blocks:
            match block:
                case Paragraph():
                    yield where, block.text
                case Table():
                    yield from ((where, cell) for row in block.rows for cell in row if cell)
                case Chart():
                    yield from ((where, bar.label) for bar in block.bars)
