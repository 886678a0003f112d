"""Who may see what is known of a candidate from before (quyền xem quá trình khen thưởng, kỷ luật)."""

from __future__ import annotations

from datetime import date

from thidua.law.ruling import Ruling
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_see_disciplines(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate see the disciplines of a candidate whose nomination it sees? (xem kỷ luật).

    Only who appraises: the standing officer of an office that has the nomination; never a head, a member of
    the council or the public.
    """
    return may_act(mandate, "standing", on=on)
