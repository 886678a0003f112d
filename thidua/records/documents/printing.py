"""How a filed paper becomes a value and files: number and day filled in, DOCX and PDF printed (in văn
bản).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import Any

from django.utils import timezone

from thidua.paper.blocks import long_day
from thidua.paper.docx import write_docx
from thidua.paper.model import Document
from thidua.paper.pdf import write_pdf
from thidua.records.documents.signed import signed_pdf
from thidua.records.models import NumberBook, OfficialDocument
from thidua.records.queries.papers import frozen_file
from thidua.records.states import KINDS

# Written into the text of a paper where its own number and day belong ("Kèm theo Quyết định số … ngày …").
OWN_NUMBER = "{số-ký-hiệu}"
OWN_DAY = "{ngày-văn-bản}"
_BLANK = "\u00a0" * 6


def symbol_of(document: OfficialDocument, *, book: NumberBook | None = None) -> str:
    """The symbol after the number (ký hiệu): as the paper's letterhead has it, else made of its type and its
    book.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3.
    """
    written = Document.from_json(document.content).letterhead.symbol if document.content else ""
    if written:
        return written
    body = (book.suffix if book else "") or document.unit.symbol
    parts = ("" if document.kind == "cong_van" else KINDS[document.kind][1], body)
    return "-".join(part for part in parts if part)


def paper_of(document: OfficialDocument) -> Document:
    """The paper as it stands now (nội dung văn bản): number and day filled in when it has them, else left
    blank.
    """
    paper = Document.from_json(_filled(document, document.content))
    if document.origin == "original" or not document.number_text:
        return paper
    number, _, symbol = document.number_text.partition("/")
    head = replace(paper.letterhead, number=number, symbol=symbol, day=document.day)
    return replace(paper, letterhead=head)


def grounds_of(document: OfficialDocument) -> tuple[str, ...]:
    """The lines of grounds of a paper of ours (phần căn cứ); none of an original."""
    return Document.from_json(document.content).grounds if document.content else ()


def _filled(document: OfficialDocument, value: Any) -> Any:
    """The stored content with the marks of its own number and day replaced."""
    if isinstance(value, dict):
        return {name: _filled(document, item) for name, item in value.items()}
    if isinstance(value, list):
        return [_filled(document, item) for item in value]
    if not isinstance(value, str):
        return value
    number = document.number_text or f"{_BLANK}/{symbol_of(document)}" if OWN_NUMBER in value else ""
    return value.replace(OWN_NUMBER, number).replace(OWN_DAY, long_day(document.day).removeprefix("ngày "))


def print_docx(document: OfficialDocument) -> bytes:
    """The paper as a DOCX file (bản Word)."""
    return write_docx(paper_of(document))


def print_pdf(document: OfficialDocument) -> bytes:
    """The paper as PDF/A (bản PDF); the file's own time is the day of the paper, so equal papers are equal
    bytes.
    """
    day = document.day or document.drafted_on
    stamp = datetime.combine(day, time(8), tzinfo=timezone.get_default_timezone())
    return write_pdf(paper_of(document), timestamp=stamp)


def file_of_paper(document: OfficialDocument, form: str) -> bytes:
    """The paper as a file, "docx" or "pdf": the frozen one once it is issued, else the signed one, else
    printed as it stands now.
    """
    if document.state == "issued" and document.origin == "ours":
        return frozen_file(document, form)
    return (signed_pdf(document) or print_pdf(document)) if form == "pdf" else print_docx(document)


def shown_first(document: OfficialDocument) -> tuple[str, bytes]:
    """What the page of the paper shows, with its media type (bản hiện trước): the sealed scan, else our own
    PDF.

    An original that is neither PDF nor picture has nothing to show: ("", b"").
    """
    scan = document.scan
    if scan is not None and scan.kind.startswith(("application/pdf", "image/")):
        with scan.file.open("rb") as opened:
            return scan.kind, opened.read()
    if document.origin == "original":
        return "", b""
    return "application/pdf", file_of_paper(document, "pdf")
