"""File a paper that was issued already: its number, day, signer and file are the original (nhập văn bản
gốc).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.files.base import File
from django.db import transaction
from django.db.models import Model

from thidua.journal import lifecycle
from thidua.journal.rows import short_code
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records import permissions
from thidua.records.attach import attach
from thidua.records.models import OfficialDocument
from thidua.records.states import PURPOSES
from thidua.vietnamese.dates import vn_date


@dataclass(frozen=True)
class Original:
    """What stands on an issued paper (văn bản gốc): who issued it, its type, number, day, signer and subject.

    `number_text` is number and symbol as printed ("45/KH-UBND"); `signer_words` post and name.
    """

    unit: Unit
    kind: str
    purpose: str
    number_text: str
    day: date
    subject: str
    signer_words: str = ""


@transaction.atomic
def receive_original(
    original: Original, *, upload: File[bytes], about: Model | None, mandate: Mandate, on: date
) -> OfficialDocument:
    """Put an already issued paper on file (nhập văn bản đã ban hành) and return it; nothing is issued again.

    Effects: a row in state "issued" with the file as its scan, two journal lines. Raises `Refused` without
    number or with a day that has not come, when that number and year is on file already, and for a bad file.
    Căn cứ: Điều 20 đến 24 Nghị định 30/2020/NĐ-CP.
    """
    permissions.may_receive_original(mandate, unit=original.unit, on=on).require()
    number_text = original.number_text.strip()
    _require_facts(original, number_text=number_text, on=on)
    document = OfficialDocument.objects.create(
        unit=original.unit,
        code=short_code(),
        kind=original.kind,
        purpose=original.purpose,
        about=about._meta.label_lower if about else "",
        about_id=about.pk if about else None,
        series=PURPOSES[original.purpose].series,
        origin="original",
        subject=original.subject,
        drafted_by=mandate,
        drafted_on=on,
        number_text=number_text,
        day=original.day,
        issued_on=original.day,
        signer_words=original.signer_words,
    )
    document.scan = attach(upload, about=document, purpose="original", mandate=mandate, on=on)
    lifecycle.keep(document, "scan")
    says = f"Nhập văn bản đã ban hành: {document.title}, {original.subject}."
    lifecycle.advance(document, "issued", actor=mandate.actor(), on=on, verb="receive_original", says=says)
    return document


def _require_facts(original: Original, *, number_text: str, on: date) -> None:
    if not number_text:
        raise Refused(no("Hãy ghi số, ký hiệu đúng như trên văn bản đã ban hành.", rule="paper:number"))
    if original.day > on:
        raise Refused(no(f"Ngày văn bản {vn_date(original.day)} chưa tới.", rule="paper:day"))
    filed = OfficialDocument.objects.filter(
        unit=original.unit, kind=original.kind, number_text=number_text, day__year=original.day.year
    ).exclude(state="cancelled")
    if filed.exists():
        raise Refused(
            no(f"Văn bản số {number_text} năm {original.day.year} đã có trong hồ sơ.", rule="paper:twice")
        )
