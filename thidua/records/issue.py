"""Number a paper, issue it, add the sealed scan, acknowledge its receipt (cho số, phát hành văn bản)."""

from __future__ import annotations

import hashlib
from datetime import date

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.journal import lifecycle
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act
from thidua.records import permissions
from thidua.records.attach import attach
from thidua.records.documents import paper_of, print_docx, print_pdf, symbol_of
from thidua.records.documents.signed import require_printed_symbol, signed_pdf
from thidua.records.hold_signed import drop
from thidua.records.models import Message, NumberBook, OfficialDocument
from thidua.records.queries.papers import book_for
from thidua.vietnamese.dates import vn_date

LONGEST_NUMBER = 6  # figures: no book of a year goes further


@transaction.atomic
def give_number(
    document: OfficialDocument,
    *,
    number: int | None = None,
    number_text: str = "",
    day: date,
    mandate: Mandate,
    on: date,
) -> None:
    """Give a signed paper its number and day (cho số, ngày văn bản).

    With neither `number` nor `number_text` the book's next free number; `number_text` ("45/KH-UBND") is taken
    as the document system gave it. Effects: state "numbered", the book moves on. Raises `Refused` for a
    number already given, a day before the signature or after today, and when no book is open for that year.
    Căn cứ: Điều 15 Nghị định 30/2020/NĐ-CP.
    """
    permissions.may_number(mandate, document, on=on).require()
    _require_day(document, day=day, on=on)
    book = _locked_book(document, year=day.year)
    wanted = _number_in(number_text) if number_text else number
    document.number = _free_number(book, wanted=wanted)
    document.number_text = (
        number_text.strip() or f"{document.number:02}/{symbol_of(document, book=book)}".rstrip("/")
    )
    require_printed_symbol(document)
    document.book, document.day = book, day
    lifecycle.keep(document, "number", "number_text", "book", "day")
    says = f"Cho số {document.number_text}, ngày {vn_date(day)}: {document.subject}."
    lifecycle.advance(document, "numbered", actor=mandate.actor(), on=on, verb="give_number", says=says)


def _require_day(document: OfficialDocument, *, day: date, on: date) -> None:
    """The day of a paper lies between its signature and today."""
    if document.signed_on is not None and day < document.signed_on:
        raise Refused(
            no(
                f"Ngày văn bản {vn_date(day)} trước ngày ký {vn_date(document.signed_on)}. "
                "Hãy ghi từ ngày ký trở đi.",
                source=permissions.NUMBERING,
                rule="paper:day",
            )
        )
    if day > on:
        raise Refused(
            no(f"Ngày văn bản {vn_date(day)} chưa tới.", source=permissions.NUMBERING, rule="paper:day")
        )


def _locked_book(document: OfficialDocument, *, year: int) -> NumberBook:
    """The paper's book, locked so that two clerks never take one number; a body or village opens its own at
    first.
    """
    book = book_for(document, year)
    if book is None and not document.unit.is_government:
        book, _ = NumberBook.objects.get_or_create(
            unit=document.unit,
            year=year,
            name="Sổ văn bản đi",
            defaults={"series": document.series, "kinds": ["*"], "suffix": document.unit.symbol},
        )
    if book is None:
        raise Refused(
            no(
                f"{document.unit.name} chưa mở sổ cho loại văn bản này năm {year}. "
                "Hãy mở sổ ở Cơ quan › Sổ văn bản.",
                source=permissions.NUMBERING,
                rule="paper:book",
            )
        )
    return NumberBook.objects.select_for_update().get(pk=book.pk)


def _number_in(text: str) -> int:
    """The number that a typed number and symbol begins with."""
    digits = text.strip().partition("/")[0].strip()
    if not digits.isdecimal() or len(digits) > LONGEST_NUMBER or int(digits) == 0:
        raise Refused(no(f"“{text}” không bắt đầu bằng số. Hãy ghi như 45/KH-UBND.", rule="paper:number"))
    return int(digits)


def _free_number(book: NumberBook, *, wanted: int | None) -> int:
    """The wanted number when it is free, else a refusal; without one the next free number. The book moves
    on.
    """
    given = set(book.documents.values_list("number", flat=True))
    if wanted in given:
        raise Refused(
            no(
                f"Số {wanted} trong {book} đã cho văn bản khác. Hãy để trống để lấy số tiếp theo.",
                source=permissions.NUMBERING,
                rule="paper:number",
            )
        )
    number = book.next_number if wanted is None else wanted
    while number in given:
        number += 1
    book.next_number = max(book.next_number, number + 1)
    book.save(update_fields=["next_number"])
    return number


@transaction.atomic
def take_back_number(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Take number and day back before issue (rút số); the last number of a book becomes free again.

    Căn cứ: không (quy ước nội bộ).
    """
    permissions.may_issue(mandate, document, on=on).require()
    says = f"Rút số {document.number_text}: {document.subject}."
    book = NumberBook.objects.select_for_update().get(documents=document)
    if document.number == book.next_number - 1:
        book.next_number -= 1
        book.save(update_fields=["next_number"])
    drop(document, "numbered", "organisation", on=on)
    document.number, document.number_text, document.book, document.day = None, "", None, None
    lifecycle.keep(document, "number", "number_text", "book", "day")
    lifecycle.advance(document, "signed", actor=mandate.actor(), on=on, verb="take_back_number", says=says)


@transaction.atomic
def issue(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue a numbered paper (phát hành): its text, DOCX and PDF are frozen with their SHA-256 and never
    edited again. The PDF of a paper that was signed digitally is the signed file.

    Raises `Refused` when the mandate may not issue it. Căn cứ: Điều 18 Nghị định 30/2020/NĐ-CP.
    """
    permissions.may_issue(mandate, document, on=on).require()
    document.content = paper_of(document).as_json()
    docx, pdf = print_docx(document), signed_pdf(document) or print_pdf(document)
    document.docx_sha256, document.pdf_sha256 = (hashlib.sha256(data).hexdigest() for data in (docx, pdf))
    document.docx.save(f"{document.code}.docx", ContentFile(docx), save=False)
    document.pdf.save(f"{document.code}.pdf", ContentFile(pdf), save=False)
    document.issued_on = on
    lifecycle.keep(document, "content", "docx", "pdf", "docx_sha256", "pdf_sha256", "issued_on")
    says = f"Phát hành {document.title}: {document.subject}."
    seals = {"docx": document.docx_sha256, "pdf": document.pdf_sha256}
    lifecycle.advance(document, "issued", actor=mandate.actor(), on=on, verb="issue", says=says, **seals)


@transaction.atomic
def attach_scan(document: OfficialDocument, *, upload: File[bytes], mandate: Mandate, on: date) -> None:
    """Show the signed and sealed scan first (gắn bản quét có chữ ký, con dấu); an earlier scan stays on file.

    Raises `Refused` for a file that is not PDF or a picture, and before the paper is issued.
    Căn cứ: không (quy ước nội bộ).
    """
    permissions.may_attach_scan(mandate, document, on=on).require()
    scan = attach(upload, about=document, purpose="scan", mandate=mandate, on=on)
    if not scan.kind.startswith(("application/pdf", "image/")):
        raise Refused(no("Bản quét phải là tệp PDF hoặc ảnh. Hãy quét lại rồi gửi.", rule="paper:scan"))
    document.scan = scan
    lifecycle.keep(document, "scan")
    says = f"Gắn bản quét có dấu vào {document.title}."
    write("attach_scan", says, actor=mandate.actor(), on=on, thing=document, data={"sha256": scan.sha256})


@transaction.atomic
def acknowledge(message: Message, *, mandate: Mandate, on: date) -> None:
    """Confirm that a message or the paper in it was received (xác nhận đã nhận); a second time changes
    nothing.

    Căn cứ: không (quy ước nội bộ).
    """
    may_act(mandate, on=on, unit=message.to_unit).require()
    if message.read_on is not None:
        return
    message.read_on, message.read_by = on, str(mandate)
    message.save(update_fields=["read_on", "read_by"])
    write("acknowledge", f"Đã nhận: {message.subject}.", actor=mandate.actor(), on=on, thing=message)
