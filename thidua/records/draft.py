"""Draft a paper, rewrite it, take over what was edited in Word, or drop it (soạn văn bản)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from django.core.files.base import File
from django.db import transaction
from django.db.models import Model

from thidua.journal import lifecycle
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.paper.compare import ParagraphChange, compare_paragraphs
from thidua.paper.model import Document
from thidua.reading.files.archive import Archive
from thidua.reading.source import Unreadable
from thidua.records import permissions
from thidua.records.attach import kind_of
from thidua.records.documents import findings_of_file, paper_of, with_changes
from thidua.records.models import OfficialDocument, Run
from thidua.records.states import PURPOSES


@transaction.atomic
def draft(
    content: Document, *, purpose: str, about: Model | None, signer: Mandate, mandate: Mandate, on: date
) -> OfficialDocument:
    """Put a new draft on file (soạn văn bản) and return it.

    The paper belongs to the signer's unit; its book follows from `purpose` (records.states.PURPOSES); `about`
    is the thing it is for. Effects: a row in state "draft", one journal line. Raises `Refused` when the
    mandate may not draft such a paper or the signer may not sign it. Căn cứ: Điều 10 Nghị định 30/2020/NĐ-CP.
    """
    unit = signer.unit
    permissions.may_draft(mandate, purpose, unit=unit, on=on).require()
    permissions.may_be_signed_by(signer, purpose, unit=unit, on=on).require()
    document = OfficialDocument.objects.create(
        unit=unit,
        code=short_code(),
        kind=content.kind,
        purpose=purpose,
        about=about._meta.label_lower if about else "",
        about_id=about.pk if about else None,
        series=PURPOSES[purpose].series,
        subject=subject_of(content),
        content=content.as_json(),
        drafted_by=mandate,
        drafted_on=on,
        signer=signer,
    )
    write(
        "draft",
        f"Soạn {PURPOSES[purpose].name}: {document.subject}.",
        actor=mandate.actor(),
        on=on,
        thing=document,
    )
    return document


def subject_of(content: Document) -> str:
    """What the paper is about in one line (trích yếu), as lists show it. Căn cứ: không (quy ước nội bộ)."""
    return content.summary or content.letter_subject or content.title


@transaction.atomic
def rewrite(
    document: OfficialDocument, *, content: Document, mandate: Mandate, on: date, expected: int | None = None
) -> None:
    """Replace the text of a draft (sửa nội dung văn bản).

    `expected` is the version the page was opened with. Raises `Refused` once the paper was sent for
    signature, and when somebody else changed it meanwhile. Căn cứ: Điều 10 Nghị định 30/2020/NĐ-CP.
    """
    permissions.may_rewrite(mandate, document, on=on).require()
    document.content, document.subject, document.kind = content.as_json(), subject_of(content), content.kind
    lifecycle.keep(document, "content", "subject", "kind", expected=expected)
    write(
        "rewrite", f"Sửa nội dung văn bản: {document.subject}.", actor=mandate.actor(), on=on, thing=document
    )


@transaction.atomic
def compare_edited(document: OfficialDocument, *, upload: File[bytes], mandate: Mandate, on: date) -> Run:
    """Compare the DOCX that was edited in Word with the draft (so bản Word đã sửa); nothing is changed yet.

    Effects: the differences wait in a `Run` for a person's choice. Raises `Refused` for a file that is no
    DOCX, is damaged or made to harm. Căn cứ: không (quy ước nội bộ).
    """
    permissions.may_rewrite(mandate, document, on=on).require()
    if kind_of(upload).ending != ".docx":
        raise Refused(no("Bản sửa phải là tệp Word .docx tải từ trang này.", rule="paper:edited"))
    upload.seek(0)
    edited = upload.read()
    try:
        Archive(edited).xml("word/document.xml")
    except Unreadable as unreadable:
        raise Refused(no(unreadable.sentence, rule="paper:edited")) from unreadable
    changes = compare_paragraphs(paper_of(document), edited)
    return Run.objects.create(
        unit=document.unit,
        kind="edited_docx",
        data={
            "document": str(document.pk),
            "version": document.version,
            "changes": [asdict(change) for change in changes],
            "findings": [one.as_json() for one in findings_of_file(edited)],
        },
        started_by=str(mandate),
        started_on=on,
    )


@transaction.atomic
def accept_differences(
    document: OfficialDocument,
    *,
    chosen: Sequence[ParagraphChange],
    mandate: Mandate,
    on: date,
    expected: int | None = None,
) -> None:
    """Take chosen changes of the edited DOCX into the draft (nhận chỗ sửa từ bản Word).

    Only wording can be taken: names, amounts and dates come from the data and are changed there. Raises
    `Refused` for a change of those, or one that no longer fits the text. Căn cứ: không (quy ước nội bộ).
    """
    content = with_changes(Document.from_json(document.content or {}), chosen)
    rewrite(document, content=content, mandate=mandate, on=on, expected=expected)


@transaction.atomic
def discard(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Drop a draft (bỏ văn bản): it stays on file as cancelled. Căn cứ: không (quy ước nội bộ)."""
    permissions.may_rewrite(mandate, document, on=on).require()
    says = f"Bỏ bản soạn: {document.subject}."
    lifecycle.advance(document, "cancelled", actor=mandate.actor(), on=on, verb="discard", says=says)
