"""Who may make and hand over certificates and pay out (quyền lập giấy khen, trao, chi tiền thưởng)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Certificate, Decision, Payment
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
    """May the handing over be noted (ghi đã trao)? Once, by clerk, standing officer or culture officer."""
    ruling = may_act(mandate, "clerk", "standing", "culture", on=on, unit=certificate.item.decision.unit)
    if ruling.is_yes and certificate.handed_on is not None:
        return no("Giấy này đã ghi là đã trao.", rule="certify:handed")
    return ruling


def may_list_payments(mandate: Mandate, decision: Decision, *, on: date) -> Ruling:
    """May the payment list be drafted (lập danh sách chi)? By the accountant or the standing officer."""
    return _once_issued(may_act(mandate, "accountant", "standing", on=on, unit=decision.unit), decision)


def may_pay(mandate: Mandate, payment: Payment, *, on: date) -> Ruling:
    """May a payment be noted as made (ghi đã chi)? Once, by the accountant of the deciding office."""
    ruling = may_act(mandate, "accountant", on=on, unit=payment.unit)
    if ruling.is_yes and payment.paid_on is not None:
        return no("Khoản này đã ghi là đã chi.", rule="certify:paid")
    return ruling
