"""Doors to blanks and to what was printed again (tra cứu phôi, in lại)."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from thidua.awards.models import Blank, Decision
from thidua.awards.queries.council import SEES
from thidua.journal.models import JournalEntry
from thidua.org.models import Mandate
from thidua.org.queries import government_of
from thidua.paper.blank import Layout, Spot


def blanks_visible_to(mandate: Mandate) -> QuerySet[Blank]:
    """The blanks of the own office, those in use first (phôi của cơ quan); none for who has no part in it."""
    if mandate.role not in SEES:
        return Blank.objects.none()
    found = Blank.objects.filter(unit=government_of(mandate.unit)).select_related("unit", "scan")
    return found.order_by("-state", "form", "-starts", "-id")


def blank_for(mandate: Mandate, code: str) -> Blank:
    """One blank of the own office, or `Blank.DoesNotExist`."""
    return blanks_visible_to(mandate).get(code=code)


def blanks_for(decision: Decision, *, on: date) -> QuerySet[Blank]:
    """The blanks that the certificates of a decision may be printed on that day (phôi in được)."""
    found = Blank.objects.filter(unit_id=decision.unit_id, form=decision.form, state="in_use", starts__lte=on)
    return found.filter(Q(ends__isnull=True) | Q(ends__gte=on)).order_by("-starts", "-id")


def layout_of(blank: Blank) -> Layout:
    """The blank as the printer takes it (bố trí trên phôi)."""
    return Layout(
        width=float(blank.width),
        height=float(blank.height),
        spots=tuple(Spot(**spot) for spot in blank.spots),
        shift=(float(blank.shift_x), float(blank.shift_y)),
    )


def reprints_of(decision: Decision) -> list[JournalEntry]:
    """What was printed again for a decision, and why (các lần in lại), newest first."""
    found = JournalEntry.objects.filter(
        thing=decision._meta.label_lower, thing_id=decision.pk, verb="reprint_certificate"
    )
    return list(found.order_by("-number"))
