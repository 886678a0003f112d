"""Keep and drop the files of a paper that is signed digitally (giữ, bỏ tệp ký số)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.base import ContentFile
from django.db import transaction

from thidua.org.models import Mandate
from thidua.paper import sign
from thidua.records.models import OfficialDocument, SignedFile


@dataclass(frozen=True)
class Signed:
    """Whose signature a file bears (chữ ký trong tệp), when it says it was made, and how it came here."""

    certificate: sign.Certificate
    moment: datetime | None
    outside: bool = False
    reason: str = ""


@transaction.atomic
def hold(
    document: OfficialDocument, *, data: bytes, step: str, mandate: Mandate, on: date,
    signed: Signed | None = None,
) -> SignedFile:  # fmt: skip
    """Keep the file of this step (giữ tệp ký số), in place of one of the same step.

    The calling verb has checked that the mandate may, and journals. Căn cứ: không (quy ước nội bộ).
    """
    drop(document, step, on=on)
    kept = SignedFile(
        document=document,
        step=step,
        sha256=hashlib.sha256(data).hexdigest(),
        made_on=on,
        made_by=str(mandate),
    )
    if signed is not None:
        kept.holder, kept.issuer = signed.certificate.holder[:250], signed.certificate.issuer[:250]
        kept.serial, kept.signed_at = signed.certificate.serial[:64], signed.moment
        kept.outside, kept.reason = signed.outside, signed.reason
    kept.file.save(f"{kept.pk}.pdf", ContentFile(data), save=False)
    kept.save(force_insert=True)
    return kept


def drop(document: OfficialDocument, *steps: str, on: date) -> None:
    """The files of these steps no longer count (bỏ tệp ký số); they stay on file."""
    document.signed_files.filter(step__in=steps, dropped_on=None).update(dropped_on=on)
