"""The pictures that signatures show (ảnh chữ ký, ảnh con dấu): of the signer, of the seal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.paper.sign import BLUE, RED, WrongPicture, ink_of
from thidua.records.attach import MAX_BYTES
from thidua.records.models import SignatureImage
from thidua.records.permissions import may_set_signature_image

WIDTHS_MM = (Decimal(20), Decimal(50))


@transaction.atomic
def set_signature_image(
    upload: File[bytes], *, seal: bool, width_mm: Decimal, mandate: Mandate, on: date
) -> SignatureImage:
    """Put in the picture of the own signature, or of the seal with its real width (đặt ảnh chữ ký, con dấu).

    It is kept cut to what is drawn, in one colour on a transparent ground. Raises `Refused` for what is no
    picture, for a seal by anybody but the clerk, and for a width no seal has. Căn cứ: Nghị định
    30/2020/NĐ-CP, Phụ lục I, mục II.7.d, II.8.
    """
    may_set_signature_image(mandate, seal=seal, on=on).require()
    if not WIDTHS_MM[0] <= width_mm <= WIDTHS_MM[1]:
        raise Refused(no("Chiều rộng con dấu thật từ 20 đến 50 mm; hãy đo lại.", rule="sign:image"))
    if (upload.size or 0) > MAX_BYTES:
        raise Refused(no("Ảnh lớn quá; hãy thu nhỏ rồi gửi lại.", rule="sign:image"))
    upload.seek(0)
    try:
        ink = ink_of(upload.read(), colour=RED if seal else BLUE)
    except WrongPicture as wrong:
        raise Refused(no(str(wrong), rule="sign:image")) from wrong
    image = SignatureImage(
        unit=mandate.unit, person=None if seal else mandate.person, width_mm=width_mm, set_on=on,
        set_by=str(mandate),
    )  # fmt: skip
    image.file.save(f"{image.pk}.png", ContentFile(ink.png), save=False)
    image.save(force_insert=True)
    whose = f"con dấu của {mandate.unit.name}" if seal else f"chữ ký của {mandate.person.name}"
    write("set_signature_image", f"Đặt ảnh {whose}.", actor=mandate.actor(), on=on, thing=image)
    return image
