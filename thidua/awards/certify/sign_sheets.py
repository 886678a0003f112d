"""Certificates signed digitally (ký số giấy khen): by the signer of the decision, then by the office."""

from __future__ import annotations

import hashlib
from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction

from thidua.awards.documents.signed import reserved_sheet
from thidua.awards.models import Certificate, Decision, SignedCertificate
from thidua.awards.permissions.signed import may_seal_certificate, may_sign_certificate
from thidua.awards.queries.signed import bytes_of_signed, head_alone, signed_certificate
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.paper import sign as signing
from thidua.paper.sign import HEAD, ORGANISATION, RED, seal_mark, signer_mark
from thidua.records.documents.reserved import drawn
from thidua.records.hold_signed import whose
from thidua.records.permissions import SIGNATURE
from thidua.records.queries.signing import image_of
from thidua.records.sign_digitally import Pen, moment_words, put_on_file, require_name
from thidua.vietnamese.text import squeeze


@transaction.atomic
def sign_certificate(certificate: Certificate, *, pen: Pen, mandate: Mandate, on: date) -> SignedCertificate:
    """Sign a certificate with the own key of who signed the decision (người có thẩm quyền ký số giấy khen).

    Effects: the file with the signature at the place of the decree, one journal line. Raises `Refused` for
    somebody else, a second time, a key that may not sign or of another name without a reason.
    Căn cứ: Điều 13 và Phụ lục I mục II.7.d Nghị định 30/2020/NĐ-CP.
    """
    _lock(certificate)
    may_sign_certificate(mandate, certificate, on=on).require()
    require_name(pen.key.certificate, mandate.person.name, pen.reason)
    ready = reserved_sheet(certificate, base=pen.base)
    lines = (f"Người ký: {pen.key.certificate.holder}", f"Thời gian ký: {moment_words(pen.when)}")
    shown = signing.Mark(signer_mark(ready.ink_box, ink=ready.ink, lines=lines))
    data = put_on_file(ready.pdf, key=pen.key, field=HEAD, mark=shown, when=pen.when)
    return _kept(certificate, "head", data, pen=pen, mandate=mandate, on=on)


@transaction.atomic
def seal_certificate(certificate: Certificate, *, pen: Pen, mandate: Mandate, on: date) -> SignedCertificate:
    """Sign a certificate with the key of the office (văn thư ký số của cơ quan), after its signer.

    Effects and errors as of `sign_certificate`. Căn cứ: Điều 32 khoản 2 và Phụ lục I mục II.8 Nghị định
    30/2020/NĐ-CP.
    """
    _lock(certificate)
    may_seal_certificate(mandate, certificate, on=on).require()
    unit = certificate.item.decision.unit
    require_name(pen.key.certificate, unit.name, pen.reason)
    head = signed_certificate(certificate, "head")
    assert head is not None  # the permission asks for it
    before = bytes_of_signed(head)
    lines = (pen.key.certificate.holder, f"Thời gian ký: {moment_words(pen.when)}")
    picture = drawn(image_of(unit, None), RED)
    shown = signing.Mark(seal_mark(signing.box_of(before, ORGANISATION), ink=picture, lines=lines))
    data = put_on_file(before, key=pen.key, field=ORGANISATION, mark=shown, when=pen.when)
    return _kept(certificate, "organisation", data, pen=pen, mandate=mandate, on=on)


@transaction.atomic
def unsign_certificates(decision: Decision, *, mandate: Mandate, on: date) -> int:
    """Take the signer's signature back from the certificates that the office has not signed yet (rút chữ ký
    số giấy khen) and return from how many.

    Refused when there is none. Căn cứ: không (quy ước nội bộ).
    """
    kept = list(head_alone(decision, mandate, on=on).select_for_update(of=("self",)))
    if not kept:
        sentence = "Không có giấy nào rút chữ ký được: chưa ký, người khác ký, hoặc cơ quan đã ký số."
        raise Refused(no(sentence, source=SIGNATURE, rule="certify:unsign"))
    SignedCertificate.objects.filter(pk__in=[one.pk for one in kept]).update(dropped_on=on)
    says = f"Rút chữ ký số ở {len(kept)} {decision.sheet} của {decision.code}."
    write("unsign_certificates", says, actor=mandate.actor(), on=on, thing=decision)
    return len(kept)


def _lock(certificate: Certificate) -> None:
    """Two who sign one sheet at once wait for each other."""
    Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)


def _kept(
    certificate: Certificate, step: str, data: bytes, *, pen: Pen, mandate: Mandate, on: date
) -> SignedCertificate:
    kept = SignedCertificate(
        certificate=certificate, step=step, sha256=hashlib.sha256(data).hexdigest(),
        reason=squeeze(pen.reason)[:250], made_on=on, made_by=str(mandate),
        **whose(pen.key.certificate, when=pen.when),
    )  # fmt: skip
    kept.file.save(f"{kept.pk}.pdf", ContentFile(data), save=False)
    kept.save(force_insert=True)
    signer = "cơ quan" if step == "organisation" else "người ký"
    why = f" Tên chứng thư khác: {kept.reason}." if kept.reason else ""
    says = (
        f"Ký số của {signer} trên giấy của {certificate.recipient}, mã {certificate.code}, "
        f"bằng chứng thư của {kept.holder} ({kept.issuer}).{why}"
    )
    write(
        "sign_certificate", says, actor=mandate.actor(), on=on, thing=certificate.item.decision,
        data={"code": certificate.code, "sha256": kept.sha256, "serial": kept.serial, "step": step},
    )  # fmt: skip
    return kept
