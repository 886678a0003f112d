"""Reading the journal (xem nhật ký)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from thidua.journal.models import JournalEntry


def entries_of(
    unit_ids: QuerySet[Any, Any], *, words: str = "", day: date | None = None
) -> QuerySet[JournalEntry]:
    """The lines of some units (nhật ký), newest first, found by words of the sentence or the actor, or by
    day.
    """
    found = JournalEntry.objects.filter(unit_id__in=unit_ids).order_by("-number")
    if words:
        found = found.filter(Q(says__icontains=words) | Q(actor_name__icontains=words))
    return found.filter(on=day) if day else found
