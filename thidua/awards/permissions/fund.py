"""Who may enter the fund of a year (quyền ghi quỹ thi đua, khen thưởng)."""

from __future__ import annotations

from datetime import date

from thidua.awards.queries.certificate import SEES_MONEY
from thidua.law.ruling import Ruling
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_enter_fund(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate enter the fund of the own office (ghi quỹ)? The accountant or the standing officer."""
    return may_act(mandate, "accountant", "standing", on=on)


def may_see_fund(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate see the fund of the own office (xem quỹ)? Who has to do with money there."""
    return may_act(mandate, *SEES_MONEY, on=on)
