"""A certificate printed for digital signing (giấy khen chờ ký số): the places of the signer and the seal."""

from __future__ import annotations

from thidua.awards.documents.certificate import print_certificates
from thidua.awards.models import Certificate
from thidua.law.ruling import Refused, no
from thidua.paper import sign
from thidua.records.documents.reserved import Reserved, reserve


def reserved_sheet(certificate: Certificate, *, base: str) -> Reserved:
    """The certificate with its places reserved (giấy dành sẵn chỗ ký): the signature between post and name,
    the seal over a third of it; number and day stand already. `base` is the public address before
    “/kiem-tra/<mã>/”.

    Raises `Refused` when the sheet has no room to sign. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục
    II.7.d, II.8.
    """
    printed = print_certificates([certificate], base=base)
    content, decision = certificate.content, certificate.item.decision
    try:
        room = sign.signing_room(printed, above=content["signer_role"], below=content["signer_name"])
    except sign.NoPlace as missing:
        raise Refused(no(f"{missing} Giấy này ký trên giấy.", rule="sign:place")) from missing
    signer = decision.document.signer if decision.document else None
    person = signer.person if signer else None
    return reserve(printed, sign.Places({}, room), unit=decision.unit, signer=person)
