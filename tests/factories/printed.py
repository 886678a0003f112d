"""A paper on trial: model, DOCX and PDF say the same, and the decree finds no fault (kiểm tra văn bản)."""

from __future__ import annotations

from datetime import UTC, datetime

from thidua.paper.docx import read_docx_words, write_docx
from thidua.paper.lint import lint, lint_file
from thidua.paper.model import Document
from thidua.paper.pdf import pdf_words, write_pdf

NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)
# What a draft lacks until the clerk has given number and day.
OF_A_DRAFT = {"number-blank", "date-blank", "symbol-type"}


def require_flawless(paper: Document) -> None:
    """The words of model, DOCX and PDF are equal; no fault but what a draft still lacks."""
    word, pdf = write_docx(paper), write_pdf(paper, timestamp=NOON)
    assert read_docx_words(word) == paper.words()
    assert pdf_words(pdf) == paper.words()
    found = (*lint(paper), *lint_file(word), *lint_file(pdf))
    faults = [fault for fault in found if fault.rule not in OF_A_DRAFT]
    assert faults == [], faults


def text_of(paper: Document) -> str:
    """All words of a paper in one line, to look for a sentence in (toàn văn)."""
    return " ".join(paper.words())
