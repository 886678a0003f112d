"""A paper or a message as a short text to paste into Zalo (lời nhắn ngắn): who tells it, what, by when."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.org.models import Unit
from thidua.paper.model import Paragraph
from thidua.records.documents.printing import paper_of
from thidua.records.models import Message, OfficialDocument
from thidua.records.states import PURPOSES
from thidua.vietnamese.text import squeeze

# Only papers that are told to many: letters, notices, invitations, plans, programmes.
TOLD = {"cong_van", "thong_bao", "giay_moi", "ke_hoach", "chuong_trinh"}
LONGEST = 700  # letters of the body; a group reads no more on a phone


CLOSED = "Văn bản gửi riêng nơi nhận. Đề nghị nơi nhận mở Thi Đua xem nội dung và xác nhận đã nhận."


def brief_of_paper(document: OfficialDocument) -> str:
    """An issued letter or notice in a few lines (lời nhắn về văn bản); "" for any other paper. Of one that
    only its receivers may read, nothing but that it is there.
    """
    purpose = PURPOSES[document.purpose]
    if document.state != "issued" or document.kind not in TOLD:
        return ""
    lines = [f"[{document.unit.short_name}] {document.title}"]
    if purpose.only or not purpose.shared:
        return "\n".join([*lines, "", CLOSED]) if document.origin == "ours" else ""
    lines.append(document.subject)
    if document.origin == "ours":
        lines += ["", _shortened(_body_of(document))]
    return "\n".join(lines).strip()


def brief_of_message(message: Message) -> str:
    """A message in a few lines (lời nhắn về thông báo)."""
    return f"[{message.unit.short_name}] {message.subject}\n\n{_shortened(message.body)}"


def brief_to_silent(document: OfficialDocument, units: Sequence[Unit]) -> str:
    """A few lines to those who have not said that they have a paper (lời nhắc xác nhận đã nhận); "" when all
    have.
    """
    if not units or document.state != "issued":
        return ""
    named = ", ".join(unit.in_sentence for unit in units)
    return (
        f"[{document.unit.short_name}] {document.title}\n\nCòn chưa xác nhận đã nhận: {named}. "
        "Đề nghị mở Thi Đua, xem văn bản rồi bấm “Đã nhận”."
    )


def _body_of(document: OfficialDocument) -> str:
    content = paper_of(document)
    said = [content.opening, *(block.text for block in content.body if isinstance(block, Paragraph))]
    return "\n".join(squeeze(line) for line in said if line.strip())


def _shortened(text: str) -> str:
    """The beginning of a text, cut between words."""
    text = text.strip()
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
