"""A paper or a message as a short text to paste into Zalo (lời nhắn ngắn): who tells it, what, by when."""

from __future__ import annotations

from thidua.paper.model import Paragraph
from thidua.records.documents.printing import paper_of
from thidua.records.models import Message, OfficialDocument
from thidua.records.states import PURPOSES
from thidua.vietnamese.text import squeeze

# Only papers that are told to many: letters, notices, invitations, plans, programmes.
TOLD = {"cong_van", "thong_bao", "giay_moi", "ke_hoach", "chuong_trinh"}
LONGEST = 700  # letters of the body; a group reads no more on a phone


def brief_of_paper(document: OfficialDocument) -> str:
    """An issued letter or notice in a few lines (lời nhắn về văn bản); "" for any other paper, and for one
    that only some may read.
    """
    purpose = PURPOSES[document.purpose]
    if document.state != "issued" or document.kind not in TOLD or purpose.only or not purpose.shared:
        return ""
    lines = [f"[{document.unit.short_name}] {document.title}", document.subject]
    if document.origin == "ours":
        lines += ["", _shortened(_body_of(document))]
    return "\n".join(lines).strip()


def brief_of_message(message: Message) -> str:
    """A message in a few lines (lời nhắn về thông báo)."""
    return f"[{message.unit.short_name}] {message.subject}\n\n{_shortened(message.body)}"


def _body_of(document: OfficialDocument) -> str:
    content = paper_of(document)
    said = [content.opening, *(block.text for block in content.body if isinstance(block, Paragraph))]
    return "\n".join(squeeze(line) for line in said if line.strip())


def _shortened(text: str) -> str:
    """The beginning of a text, cut between words."""
    text = text.strip()
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
