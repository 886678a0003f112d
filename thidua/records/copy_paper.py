"""Copy an issued paper (sao y, sao lục, trích sao): on paper with a number, or signed by the office."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.paper import copied
from thidua.paper import sign as signing
from thidua.paper.glyphs import MissingGlyphs
from thidua.paper.model import Letterhead
from thidua.records import permissions
from thidua.records.documents.copies import extract_of, original_of
from thidua.records.hold_signed import whose
from thidua.records.letterheads import office_letterhead, unit_letterhead
from thidua.records.models import NumberBook, OfficialDocument, PaperCopy
from thidua.records.models.copying import FORMS
from thidua.records.queries.copies import BOOK, office_suffix
from thidua.records.sign import FOR_OFFICE, ON_OWN_AUTHORITY, signature_block
from thidua.records.sign_digitally import Pen, moment_words, put_on_file, require_name
from thidua.vietnamese.text import squeeze

FIELD = "ChuKyBanSao"


@dataclass(frozen=True)
class Wanted:
    """Which copy is asked for (bản sao muốn có): its form; for a sao lục the copy it is made from, for an
    extract the marks of its parts; on paper who signs it and who gets it.
    """

    form: str
    of_copy: str = ""
    marks: tuple[str, ...] = ()
    signer: Mandate | None = None
    recipients: tuple[str, ...] = ()


@transaction.atomic
def copy_on_paper(document: OfficialDocument, *, wanted: Wanted, mandate: Mandate, on: date) -> PaperCopy:
    """Make a copy that is printed, signed and sealed by hand (sao ra bản giấy), and return it.

    Effects: the next number of the book of copies, which copies of all forms share and which opens by
    itself; the file is frozen. Raises `Refused` for a paper that is not issued, without a signed original,
    without somebody who may sign. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II; Phụ lục III, Mẫu 3.1.
    """
    permissions.may_copy(mandate, document, on=on).require()
    signer = wanted.signer
    if signer is None:
        raise Refused(no("Hãy chọn người ký bản sao.", rule="copy:signer"))
    permissions.may_sign_copy(signer, unit=mandate.unit, on=on).require()
    original = _original(document, wanted, electronic=False)
    book, number = _next_number(mandate.unit, year=on.year)
    text = f"{number:02}/{FORMS[wanted.form][1]}-{book.suffix}".rstrip("-")
    made = _new(document, wanted, medium="paper", mandate=mandate, on=on)
    made.book, made.number, made.number_text, made.signer = book, number, text, signer
    foot = _foot(mandate.unit, form=wanted.form, number_text=text, day=on, signer=signer)
    block = foot.signature
    made.signer_words = " ".join(part for part in (block.for_role, block.role, block.name) if part)
    foot = copied.CopyFoot(foot.form, foot.letterhead, block, wanted.recipients)
    return _kept(made, _bound(original, foot, on=on), mandate=mandate, on=on)


@transaction.atomic
def copy_electronically(
    document: OfficialDocument, *, wanted: Wanted, pen: Pen, mandate: Mandate, on: date
) -> PaperCopy:
    """Make an electronic copy with the digital signature of the office (sao sang bản điện tử), and return it.

    Form, body and time of signing stand in the top right corner of the first page, without a picture. Raises
    `Refused` for anybody but the clerk, and for what `put_on_file` refuses. Căn cứ: Nghị định 30/2020/NĐ-CP,
    Phụ lục I, phần II, mục I; Điều 32 khoản 2.
    """
    permissions.may_seal_copy(mandate, document, on=on).require()
    require_name(pen.key.certificate, mandate.unit.name, pen.reason)
    original = _original(document, wanted, electronic=True)
    lines = (FORMS[wanted.form][0], mandate.unit.name, moment_words(pen.when))
    data = put_in_corner(original, pen=pen, field=FIELD, lines=lines)
    made = _new(document, wanted, medium="electronic", mandate=mandate, on=on)
    for name, value in whose(pen.key.certificate, when=pen.when).items():
        setattr(made, name, value)
    return _kept(made, data, mandate=mandate, on=on)


@transaction.atomic
def cancel_copy(copy: PaperCopy, *, why: str, mandate: Mandate, on: date) -> None:
    """Cancel a copy that is wrong (hủy bản sao): it stays in the book with the reason, its number is not
    given again. Căn cứ: không (quy ước nội bộ).
    """
    permissions.may_keep_copies(mandate, on=on).require()
    held = PaperCopy.objects.select_for_update(of=("self",)).get(pk=copy.pk)
    if held.cancelled_on is not None:
        raise Refused(no(f"{held.title} đã hủy rồi.", rule="copy:cancelled"))
    if not squeeze(why):
        raise Refused(no("Hãy ghi vì sao hủy bản sao này.", rule="copy:why"))
    held.cancelled_on, held.cancelled_why = on, squeeze(why)[:250]
    held.save(update_fields=["cancelled_on", "cancelled_why"])
    says = f"Hủy {held.title}: {held.cancelled_why}."
    write("cancel_copy", says, actor=mandate.actor(), on=on, thing=held.document, data={"copy": held.code})


def put_in_corner(pdf: bytes, *, pen: Pen, field: str, lines: tuple[str, ...]) -> bytes:
    """A file signed in the top right corner of its first page (ký số ở góc trên bên phải trang đầu).

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.8.b; phần II, mục I.3.
    """
    box = signing.corner_of(pdf, lines=len(lines))
    shown = signing.Mark(signing.words_mark(box, lines=lines), box)
    return put_on_file(pdf, key=pen.key, field=field, mark=shown, when=pen.when)


def _original(document: OfficialDocument, wanted: Wanted, *, electronic: bool) -> bytes:
    """What is copied. Raises `Refused` for an unknown form, and a sao lục that names no copy."""
    if wanted.form not in FORMS:
        raise Refused(no("Hãy chọn sao y, sao lục hoặc trích sao.", rule="copy:form"))
    if wanted.form == "trich_sao":
        return extract_of(document, wanted.marks)
    if wanted.form == "sao_luc" and not squeeze(wanted.of_copy):
        sentence = "Sao lục làm từ một bản sao y: hãy ghi số, ký hiệu và cơ quan của bản sao y ấy."
        raise Refused(no(sentence, rule="copy:of_copy"))
    return original_of(document, electronic=electronic)


def _foot(unit: Unit, *, form: str, number_text: str, day: date, signer: Mandate) -> copied.CopyFoot:
    """What a copy on paper bears (thể thức bản sao), without its recipients."""
    head = office_letterhead(unit) if unit.is_government else unit_letterhead(unit)
    number, _, symbol = number_text.partition("/")
    letterhead = Letterhead(
        body=head.body, parent=head.parent, place=head.place, symbol=symbol, number=number, day=day
    )
    authority = FOR_OFFICE if unit.is_government else ON_OWN_AUTHORITY
    return copied.CopyFoot(FORMS[form][0], letterhead, signature_block(signer, authority=authority))


def _bound(original: bytes, foot: copied.CopyFoot, *, on: date) -> bytes:
    stamp = datetime.combine(on, time(8), tzinfo=timezone.get_default_timezone())
    try:
        return copied.write_copy(original, foot, timestamp=stamp)
    except (copied.NotCopied, MissingGlyphs) as wrong:
        raise Refused(no(str(wrong), rule="copy:file")) from wrong


def _next_number(unit: Unit, *, year: int) -> tuple[NumberBook, int]:
    """The book of copies, locked, and its next free number; the book moves on."""
    book, _ = NumberBook.objects.get_or_create(
        unit=unit, year=year, series="copy",
        defaults={"name": BOOK, "kinds": ["*"], "suffix": office_suffix(unit, year=year)},
    )  # fmt: skip
    held = NumberBook.objects.select_for_update(of=("self",)).get(pk=book.pk)
    number = held.next_number
    held.next_number = number + 1
    held.save(update_fields=["next_number"])
    return held, number


def _new(document: OfficialDocument, wanted: Wanted, *, medium: str, mandate: Mandate, on: date) -> PaperCopy:
    return PaperCopy(
        document=document, unit=mandate.unit, code=short_code(12), form=wanted.form, medium=medium,
        of_copy=squeeze(wanted.of_copy)[:200] if wanted.form == "sao_luc" else "",
        excerpt=sorted(wanted.marks) if wanted.form == "trich_sao" else [],
        recipients=list(wanted.recipients), day=on, made_on=on, made_by=str(mandate),
    )  # fmt: skip


def _kept(made: PaperCopy, data: bytes, *, mandate: Mandate, on: date) -> PaperCopy:
    made.sha256 = hashlib.sha256(data).hexdigest()
    made.file.save(f"{made.pk}.pdf", ContentFile(data), save=False)
    made.save(force_insert=True)
    write(
        "copy_paper", f"{made.title} từ {made.document.title}.", actor=mandate.actor(), on=on,
        thing=made.document, data={"copy": made.code, "sha256": made.sha256},
    )  # fmt: skip
    return made
