"""Keep and drop the files of a paper that is signed digitally (giữ, bỏ tệp ký số)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

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


def whose(certificate: sign.Certificate, *, when: datetime | None) -> dict[str, Any]:
    """Whose signature a file bears and since when (chủ chứng thư, nơi cấp, số hiệu, thời điểm ký), as the
    tables of signed files keep it.
    """
    return {
        "holder": certificate.holder[:250],
        "issuer": certificate.issuer[:250],
        "serial": certificate.serial[:64],
        "signed_at": when,
    }


@transaction.atomic
def hold(
    document: OfficialDocument, *, data: bytes, step: str, mandate: Mandate, on: date,
    signed: Signed | None = None,
) -> SignedFile:  # fmt: skip
    """Keep the file of this step (giữ tệp ký số), in place of one of the same step.

    The calling verb has checked that the mandate may, and journals. Căn cứ: không (quy ước nội bộ).
    """
    drop(document, step, on=on)
    borne: dict[str, Any] = {}
    if signed is not None:
        borne = whose(signed.certificate, when=signed.moment)
        borne |= {"outside": signed.outside, "reason": signed.reason}
    kept = SignedFile(
        document=document, step=step, sha256=hashlib.sha256(data).hexdigest(), made_on=on,
        made_by=str(mandate), **borne,
    )  # fmt: skip
    kept.file.save(f"{kept.pk}.pdf", ContentFile(data), save=False)
    kept.save(force_insert=True)
    return kept


def drop(document: OfficialDocument, *steps: str, on: date) -> None:
    """The files of these steps no longer count (bỏ tệp ký số); they stay on file."""
    document.signed_files.filter(step__in=steps, dropped_on=None).update(dropped_on=on)
