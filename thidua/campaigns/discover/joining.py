"""Two reports of the same deed become one, and can be taken apart again (gộp, tách tin báo)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.campaigns.models import Lead
from thidua.campaigns.permissions.example import may_join_deed, may_separate_deed
from thidua.journal.lifecycle import advance, keep
from thidua.org.models import Mandate


@transaction.atomic
def join_good_deed(lead: Lead, *, into: Lead, mandate: Mandate, on: date) -> None:
    """Join a report to another of the same deed (gộp tin trùng): the other goes on, with the photos of both.

    Effects: the report points to the other, nothing of it is rewritten. Raises `Refused` when one of them is
    settled otherwise or carries other reports. Căn cứ: không (quy ước nội bộ).
    """
    may_join_deed(mandate, lead, into, on=on).require()
    says = f"Gộp tin {lead.receipt} về {lead.who} vào tin {into.receipt}."
    advance(lead, "joined", actor=mandate.actor(), on=on, verb="join_good_deed", says=says)
    lead.joined_to = into
    keep(lead, "joined_to")


@transaction.atomic
def separate_good_deed(lead: Lead, *, mandate: Mandate, on: date) -> None:
    """Take a report out of the one it was joined to (tách tin đã gộp); it is checked on its own again.

    Căn cứ: không (quy ước nội bộ).
    """
    may_separate_deed(mandate, lead, on=on).require()
    says = f"Tách tin {lead.receipt} về {lead.who} ra khỏi tin đã gộp."
    advance(lead, "new", actor=mandate.actor(), on=on, verb="separate_good_deed", says=says)
    lead.joined_to = None
    keep(lead, "joined_to")
