"""A letter that answers (công văn trả lời): to whom, on which paper or question, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.paper.model import Document, p
from thidua.records.draft import draft
from thidua.records.letterheads import office_letterhead
from thidua.records.models import OfficialDocument
from thidua.records.queries.wordings import words_of
from thidua.records.sign import FOR_OFFICE, signature_block


@dataclass(frozen=True)
class ReplyWords:
    """What the officer writes (nội dung trả lời): `to` one addressee a line, `answers` the paper, petition or
    question that is answered.
    """

    to: str
    subject: str
    answers: str
    text: str


def reply_paper(words: ReplyWords, *, signer: Mandate, on: date) -> Document:
    """The letter in answer (công văn trả lời) of the People's Committee.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5.
    """
    unit, readers, says = signer.unit, _lines(words.to), words_of(signer.unit, on=on)
    reader = readers[0] if len(readers) == 1 else "các cơ quan, đơn vị, cá nhân"
    return Document(
        kind="cong_van",
        letterhead=office_letterhead(unit),
        letter_subject=f"V/v trả lời {words.subject.strip().rstrip('.')}",
        addressees=tuple(readers),
        body=(
            p(says("reply-opening", unit=unit.name, asked=words.answers.strip().rstrip("."))),
            *(p(line) for line in _lines(words.text)),
            p(says("reply-closing", unit=unit.name, reader=reader)),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=("Như trên", "Lưu: VT"),
    )  # fmt: skip


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@transaction.atomic
def draft_reply(words: ReplyWords, *, signer: Mandate, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft a letter that answers somebody (soạn công văn trả lời) and return the paper.

    Raises `Refused` when addressee, question or answer is missing, or the mandate may not draft it.
    Căn cứ: Điều 10 Nghị định 30/2020/NĐ-CP.
    """
    missing = [
        name
        for name, text in (
            ("nơi nhận", words.to), ("văn bản, ý kiến được trả lời", words.answers), ("nội dung", words.text)
        )
        if not text.strip()
    ]  # fmt: skip
    if missing:
        raise Refused(no(f"Công văn trả lời còn thiếu: {', '.join(missing)}.", rule="reply:missing"))
    content = reply_paper(words, signer=signer, on=on)
    return draft(content, purpose="reply", about=None, signer=signer, mandate=mandate, on=on)
