"""Who may make and hand over certificates and pay out (quyền lập giấy khen, trao, chi tiền thưởng)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Certificate, Decision, Payment
from thidua.awards.queries.amendment import cancelled_words, revocation_of
from thidua.awards.queries.life import life_of
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def _once_issued(ruling: Ruling, decision: Decision) -> Ruling:
    if ruling.is_yes and decision.state != "issued":
        return no("Quyết định chưa ban hành; chưa lập giấy khen, chưa chi tiền được.", rule="certify:state")
    return ruling


def may_make_certificates(mandate: Mandate, decision: Decision, *, on: date) -> Ruling:
    """May the certificates be made (lập giấy khen)? By the clerk or the standing officer of the deciding
    office.
    """
    return _once_issued(may_act(mandate, "clerk", "standing", on=on, unit=decision.unit), decision)


def may_hand_over(mandate: Mandate, certificate: Certificate, *, on: date) -> Ruling:
    """May the handing over be noted (ghi đã trao)? Once, by clerk, standing officer or culture officer; not
    of a sheet that was replaced or revoked.
    """
    ruling = may_act(mandate, "clerk", "standing", "culture", on=on, unit=certificate.item.decision.unit)
    if ruling.is_yes and certificate.handed_on is not None:
        return no("Giấy này đã ghi là đã trao.", rule="certify:handed")
    return _while_standing(ruling, certificate)


def may_undo_hand_over(mandate: Mandate, certificate: Certificate, *, on: date) -> Ruling:
    """May a note of handing over be taken back (bỏ ghi đã trao)? By whoever may note it."""
    ruling = may_act(mandate, "clerk", "standing", "culture", on=on, unit=certificate.item.decision.unit)
    if ruling.is_yes and certificate.handed_on is None:
        return no("Giấy này chưa ghi là đã trao.", rule="certify:not_handed")
    return _while_standing(ruling, certificate)


def may_reissue(mandate: Mandate, certificate: Certificate, *, on: date) -> Ruling:
    """May a certificate be given anew (cấp đổi, cấp lại)? By clerk or standing officer of the deciding
    office; not twice, not after a revocation.
    """
    ruling = may_act(mandate, "clerk", "standing", on=on, unit=certificate.item.decision.unit)
    return _while_standing(ruling, certificate)


def _while_standing(ruling: Ruling, certificate: Certificate) -> Ruling:
    life = life_of(certificate)
    if ruling.is_yes and not life.is_in_force:
        return no(f"Giấy mã {certificate.code} {life.says}.", rule=f"certify:{life.kind}")
    return ruling


def may_list_payments(mandate: Mandate, decision: Decision, *, on: date) -> Ruling:
    """May the payment list be drafted (lập danh sách chi)? By the accountant or the standing officer."""
    return _once_issued(may_act(mandate, "accountant", "standing", on=on, unit=decision.unit), decision)


def may_pay(mandate: Mandate, payment: Payment, *, on: date) -> Ruling:
    """May a payment be noted as made (ghi đã chi)? Once, by the accountant of the deciding office, while the
    award stands.
    """
    ruling = may_act(mandate, "accountant", on=on, unit=payment.unit)
    if ruling.stops:
        return ruling
    if payment.paid_on is not None:
        return no("Khoản này đã ghi là đã chi.", rule="certify:paid")
    if not payment.amount:
        return no("Hình thức này không có tiền thưởng để chi.", rule="certify:nothing")
    gone = revocation_of(payment.item)
    if gone is not None:
        said = cancelled_words(gone.document.number_text, gone.day)
        return no(f"Khen thưởng của {payment.item.name} {said}; không chi.", rule="certify:revoked")
    return ruling
