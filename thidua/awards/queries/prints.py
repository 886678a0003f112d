"""Doors to whole batches of certificates printed in the background (tra cứu các lần in cả loạt)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from thidua.awards.models import Blank, Decision
from thidua.awards.queries.council import SEES
from thidua.org.models import Mandate
from thidua.records.models import Run

KIND = "print_certificates"
AT_ONCE = 40  # so many sheets are set while the page waits
OVER = ("done", "failed")


def prints_of(decision: Decision) -> QuerySet[Run]:
    """The batches of a decision, the newest first (các lần in cả loạt)."""
    found = Run.objects.filter(unit_id=decision.unit_id, kind=KIND, data__decision=decision.code)
    return found.order_by("-id")


def print_of(decision: Decision, blank: Blank | None) -> Run | None:
    """The batch of a decision on this blank, or on white paper."""
    return prints_of(decision).filter(data__blank=blank.code if blank else "").first()


def prints_of_office(mandate: Mandate) -> QuerySet[Run]:
    """The batches of the own office, to look at or to fetch (việc in cả loạt), the newest first."""
    if mandate.role not in SEES:
        return Run.objects.none()
    return Run.objects.filter(unit_id=mandate.unit_id, kind=KIND).order_by("-id")


def print_for(mandate: Mandate, pk: UUID) -> Run:
    """One batch of the own office, or `Run.DoesNotExist`."""
    return prints_of_office(mandate).get(pk=pk)
