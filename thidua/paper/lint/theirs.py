"""The check of any Word or PDF file, whoever made it (kiểm tra thể thức một tệp)."""

from __future__ import annotations

from thidua.paper.lint.finding import Finding
from thidua.paper.lint.foot import foot_findings
from thidua.paper.lint.head import head_findings
from thidua.paper.lint.look_docx import look_at_docx
from thidua.paper.lint.look_pdf import look_at_pdf
from thidua.paper.lint.page import page_findings
from thidua.paper.lint.parts import parts_of
from thidua.paper.lint.seen import File, Unreadable
from thidua.paper.lint.text import body_findings


def lint_file(content: bytes) -> list[Finding]:
    """The faults that a Word or PDF file shows, in reading order. Raises `Unreadable` with one sentence."""
    return lint_seen(look_at(content))


def look_at(content: bytes) -> File:
    """What stands in the file, told by its first bytes and not by its name. Raises `Unreadable`."""
    if content.lstrip()[:5] == b"%PDF-" or b"%PDF-" in content[:1024]:
        return look_at_pdf(content)
    if content[:4] == b"PK\x03\x04":
        return look_at_docx(content)
    raise Unreadable("Chỉ kiểm tra được tệp .docx hoặc .pdf; hãy lưu lại ở một trong hai dạng này.")


def lint_seen(file: File) -> list[Finding]:
    """The faults of a file already looked at."""
    parts = parts_of(file)
    if parts.party:
        message = "Văn bản của Đảng theo hướng dẫn riêng; Nghị định 30/2020/NĐ-CP không áp dụng."
        return [Finding("party-paper", "đầu văn bản", message)]
    return [
        *page_findings(file, parts),
        *head_findings(file, parts),
        *body_findings(file, parts),
        *foot_findings(file, parts),
    ]
