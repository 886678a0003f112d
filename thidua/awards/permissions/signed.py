"""Who may sign certificates digitally (quyền ký số giấy khen): the signer of the decision, then the clerk."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Certificate
from thidua.awards.queries.life import life_of
from thidua.awards.queries.signed import signed_certificate
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act
from thidua.records.permissions import SEALING, SIGNATURE


def may_sign_certificate(mandate: Mandate, certificate: Certificate, *, on: date) -> Ruling:
    """May this mandate put its signature on the certificate (ký số giấy khen)? Who signed the decision, once,
    while the sheet stands for the award.
    """
    document = certificate.item.decision.document
    ruling = may_act(mandate, on=on, unit=certificate.item.decision.unit)
    if ruling.is_yes and (document is None or document.signer_id != mandate.pk):
        signer = document.signer if document else None
        return no(f"Giấy này do {signer} ký.", source=SIGNATURE, rule="certify:signer")
    if ruling.is_yes and signed_certificate(certificate, "head") is not None:
        return no(f"Giấy mã {certificate.code} đã có chữ ký số của người ký.", rule="certify:signed")
    return _while_standing(ruling, certificate)


def may_seal_certificate(mandate: Mandate, certificate: Certificate, *, on: date) -> Ruling:
    """May this mandate sign the certificate with the key of the office (ký số của cơ quan)? The clerk, once,
    after the signer.
    """
    ruling = may_act(mandate, "clerk", on=on, unit=certificate.item.decision.unit)
    if ruling.is_yes and signed_certificate(certificate, "head") is None:
        sentence = (
            f"Giấy mã {certificate.code} chưa có chữ ký số của người ký; khóa của cơ quan ký sau chữ ký đó."
        )
        return no(sentence, source=SEALING, rule="sign:order")
    if ruling.is_yes and signed_certificate(certificate, "organisation") is not None:
        return no(f"Giấy mã {certificate.code} đã có chữ ký số của cơ quan.", rule="certify:signed")
    return _while_standing(ruling, certificate)


def _while_standing(ruling: Ruling, certificate: Certificate) -> Ruling:
    life = life_of(certificate)
    if ruling.is_yes and not life.is_in_force:
        return no(f"Giấy mã {certificate.code} {life.says}.", rule=f"certify:{life.kind}")
    return ruling
