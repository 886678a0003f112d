"""What the decree on clerical work would fault in a filed paper (kiểm tra thể thức): told, never refused."""

from __future__ import annotations

from thidua.paper.lint import Finding, Unreadable, lint, lint_file
from thidua.records.documents.printing import paper_of
from thidua.records.models import OfficialDocument

# What the clerk fills in when the paper is numbered.
LATER = ("number-blank", "date-blank")


def findings_of(document: OfficialDocument) -> list[Finding]:
    """The faults of a paper of ours as it stands now, or of the file of an original (lỗi thể thức).

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I và Phụ lục II.
    """
    if document.origin == "original":
        return _of_original(document)
    waiting = () if document.number_text else LATER
    return [one for one in lint(paper_of(document)) if one.rule not in waiting]


def findings_of_file(content: bytes) -> list[Finding]:
    """The faults of an uploaded Word or PDF file; none of a file of another kind or without words."""
    try:
        return lint_file(content)
    except Unreadable:
        return []


def _of_original(document: OfficialDocument) -> list[Finding]:
    if document.scan is None:
        return []
    with document.scan.file.open("rb") as opened:
        return findings_of_file(opened.read())
