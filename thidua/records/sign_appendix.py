"""Sign an appendix that lies apart from its paper (ký số phụ lục tách rời) with the key of the office."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records import permissions
from thidua.records.attach import PDF, kind_of
from thidua.records.copy_paper import put_in_corner
from thidua.records.documents.copies import own_appendix
from thidua.records.hold_signed import whose
from thidua.records.models import OfficialDocument, SeparateAppendix
from thidua.records.queries.signing import signed_file
from thidua.records.sign_digitally import Pen, moment_words, require_name
from thidua.vietnamese.text import squeeze

FIELD = "ChuKyPhuLuc"


@dataclass(frozen=True)
class Part:
    """A file that goes with a paper (tệp kèm theo): what it is called, its bytes."""

    title: str
    data: bytes


def part_of_paper(document: OfficialDocument, number: int) -> Part:
    """An appendix of the paper's own text as a file (phụ lục của văn bản). Raises `Refused`."""
    title, data = own_appendix(document, number)
    return Part(title, data)


def part_sent(upload: File[bytes], *, title: str) -> Part:
    """A file that was sent (tệp phụ lục đưa lên). Raises `Refused` for anything but PDF."""
    if kind_of(upload) is not PDF:
        raise Refused(no("Phụ lục ký số riêng phải là tệp PDF.", rule="appendix:upload"))
    upload.seek(0)
    named = PurePath((upload.name or "").replace("\\", "/")).stem
    return Part(squeeze(title) or squeeze(named) or "Phụ lục", upload.read())


@transaction.atomic
def sign_appendix(
    document: OfficialDocument, *, part: Part, pen: Pen, mandate: Mandate, on: date
) -> SeparateAppendix:
    """Sign a separate appendix with the key of the organisation (văn thư ký số phụ lục), and return it.

    Number, symbol and time stand in the top right corner of its first page, without a picture; number and day
    in its text stay blank. Raises `Refused` before the paper itself bears the signature of the organisation.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.8.b, III.1.d; Điều 32 khoản 2.
    """
    permissions.may_sign_appendix(mandate, document, on=on).require()
    if signed_file(document, "organisation") is None:
        sentence = "Văn bản chưa có chữ ký số của cơ quan; ký số văn bản trước, rồi ký phụ lục."
        raise Refused(no(sentence, source=permissions.SEALING, rule="sign:order"))
    require_name(pen.key.certificate, document.unit.name, pen.reason)
    line = f"Số: {document.number_text}; {moment_words(pen.when)}"
    data = put_in_corner(part.data, pen=pen, field=FIELD, lines=(line,))
    kept = SeparateAppendix(
        document=document, title=part.title[:200], sha256=hashlib.sha256(data).hexdigest(),
        reason=squeeze(pen.reason)[:250], made_on=on, made_by=str(mandate),
        **whose(pen.key.certificate, when=pen.when),
    )  # fmt: skip
    kept.file.save(f"{kept.pk}.pdf", ContentFile(data), save=False)
    kept.save(force_insert=True)
    says = f"Ký số phụ lục tách rời “{kept.title}” của {document.title} bằng chứng thư của {kept.holder}."
    write("sign_appendix", says, actor=mandate.actor(), on=on, thing=document, data={"sha256": kept.sha256})
    return kept


@transaction.atomic
def drop_appendix(appendix: SeparateAppendix, *, mandate: Mandate, on: date) -> None:
    """Take a signed appendix away before the paper is issued (bỏ phụ lục đã ký); it stays on file.

    Căn cứ: không (quy ước nội bộ).
    """
    permissions.may_sign_appendix(mandate, appendix.document, on=on).require()
    if appendix.document.state == "issued":
        sentence = "Văn bản đã phát hành cùng phụ lục này; sai thì ban hành văn bản đính chính."
        raise Refused(no(sentence, source=permissions.ISSUING, rule="appendix:issued"))
    SeparateAppendix.objects.filter(pk=appendix.pk, dropped_on=None).update(dropped_on=on)
    says = f"Bỏ phụ lục tách rời “{appendix.title}”."
    write("drop_appendix", says, actor=mandate.actor(), on=on, thing=appendix.document)
