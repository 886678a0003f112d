"""What a copy is made from and what it bears (bản sao): the signed file or the scan, form, number, signer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from django.utils import timezone

from thidua.law.ruling import Refused, no
from thidua.paper import copied
from thidua.paper.model import Appendix
from thidua.paper.pdf import write_appendix, write_pdf
from thidua.records.documents.printing import paper_of
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import frozen_file
from thidua.records.queries.signing import signed_file

BLANK = "\u00a0" * 6
SOURCE = "Phần II Phụ lục I Nghị định 30/2020/NĐ-CP"


def original_of(document: OfficialDocument, *, electronic: bool) -> bytes:
    """The file that is copied whole (bản gốc, bản chính để sao): the signed and sealed scan, for a copy on
    paper also the file that bears the digital signature of the office.

    Raises `Refused` when there is none: what nobody signed cannot be copied as an original.
    """
    if document.scan is not None:
        with document.scan.file.open("rb") as opened:
            try:
                return copied.pages_of(opened.read())
            except copied.NotCopied as wrong:
                raise Refused(no(str(wrong), rule="copy:scan")) from wrong
    is_signed = document.origin == "ours" and signed_file(document, "organisation") is not None
    if is_signed and electronic:
        sentence = "Tệp đã ký số là bản gốc điện tử: gửi thẳng tệp ấy, không cần bản sao điện tử."
        raise Refused(no(sentence, source=SOURCE, rule="copy:electronic"))
    if is_signed:
        return frozen_file(document, "pdf")
    sentence = "Chưa có bản quét có chữ ký, con dấu của văn bản này. Hãy gắn bản quét rồi sao."
    raise Refused(no(sentence, source=SOURCE, rule="copy:original"))


def parts_of(document: OfficialDocument) -> list[copied.Choice]:
    """The parts of a paper of ours that an extract may keep (phần trích được); none of a received file."""
    return copied.choices_of(paper_of(document)) if document.content else []


def extract_of(document: OfficialDocument, marks: tuple[str, ...]) -> bytes:
    """The paper with the chosen parts alone, printed anew (trích sao).

    Raises `Refused` when nothing was chosen, or the paper was not written here.
    """
    known = {part.mark for part in parts_of(document)}
    if not known:
        sentence = "Văn bản nhận ở dạng tệp không trích ở đây được; hãy sao y toàn văn."
        raise Refused(no(sentence, rule="copy:extract"))
    chosen = known & set(marks)
    if not chosen:
        raise Refused(no("Hãy tích những phần cần trích.", rule="copy:extract"))
    assert document.day is not None  # an issued paper has its day
    made = copied.extract(paper_of(document), frozenset(chosen))
    return write_pdf(made, timestamp=_morning(document.day))


def own_appendix(document: OfficialDocument, number: int) -> tuple[str, bytes]:
    """An appendix of the paper as a file of its own (phụ lục tách rời): its title, its pages; the line that
    names the paper leaves number and day blank. Raises `Refused` for one that is not there.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 2.2.
    """
    found = appendices_in(document)
    if not 0 <= number < len(found):
        raise Refused(no("Văn bản không có phụ lục này; hãy tải lại trang.", rule="appendix:none"))
    assert document.day is not None  # a numbered paper has its day
    chosen = found[number]
    blank = replace(paper_of(document), appendices=(replace(chosen, reference=_blank_reference(document)),))
    data = write_appendix(blank, 0, timestamp=_morning(document.day))
    return f"{chosen.label} {chosen.title}".strip(), data


def appendices_in(document: OfficialDocument) -> tuple[Appendix, ...]:
    """The appendices in the text of a paper of ours (phụ lục trong văn bản)."""
    return paper_of(document).appendices if document.content else ()


def _blank_reference(document: OfficialDocument) -> str:
    day = f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    return f"(Kèm theo Văn bản số {BLANK}/{BLANK} {day} của {document.unit.name})"


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(8), tzinfo=timezone.get_default_timezone())
