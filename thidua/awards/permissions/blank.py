"""Who may keep blanks and print on them (quyền với phôi)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Blank, Certificate
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act
from thidua.org.queries import government_of


def may_keep_blanks(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May blanks be added, and their fields placed there (lập phôi)? By clerk or standing officer."""
    ruling = may_act(mandate, "clerk", "standing", on=on)
    own = government_of(mandate.unit)
    if ruling.is_yes and own.pk != unit.pk:
        return no(f"Phôi này của {unit.name}; bạn đang làm cho {own.name}.", rule="mandate:unit")
    return ruling


def may_reprint(mandate: Mandate, certificate: Certificate, blank: Blank | None, *, on: date) -> Ruling:
    """May one certificate be printed again (in lại)? By clerk or standing officer of the deciding office."""
    decision = certificate.item.decision
    ruling = may_act(mandate, "clerk", "standing", on=on, unit=decision.unit)
    if ruling.is_yes and blank and (blank.unit_id, blank.form) != (decision.unit_id, decision.form):
        return no(f"“{blank.name}” là phôi của hình thức khác; hãy chọn phôi khác.", rule="blank:form")
    return ruling
