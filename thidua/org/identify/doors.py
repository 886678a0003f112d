"""Doors to the records of people, collectives and households (tra cứu hồ sơ), within reach of a mandate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from thidua.org.identify.identity import KINDS, Somebody, below, kind_of, same_ids
from thidua.org.models import Mandate
from thidua.org.queries import reach_of
from thidua.vietnamese.text import fold


def records_within(mandate: Mandate, *, kind: str, words: str = "") -> QuerySet[Any]:
    """The records of one kind (hồ sơ), merged ones too, found by any part of the name; by name.

    Căn cứ: không (quy ước nội bộ).
    """
    found = KINDS[kind]._default_manager.filter(below(reach_of(mandate)))
    if words.strip():
        found = found.filter(folded__contains=fold(words.strip()))
    return found.select_related("unit__heir", "same_as__unit").order_by("sort_key", "pk")


def record_within(mandate: Mandate, *, kind: str, pk: UUID) -> Somebody:
    """One record within reach, or `DoesNotExist` (một hồ sơ). Căn cứ: không (quy ước nội bộ)."""
    found: Somebody = records_within(mandate, kind=kind).get(pk=pk)
    return found


def records_of(row: Somebody) -> list[Somebody]:
    """Every record of the same somebody (mọi hồ sơ của một đối tượng), the oldest first."""
    found = KINDS[kind_of(row)]._default_manager.filter(pk__in=same_ids(row))
    return list(found.select_related("unit__heir", "same_as__unit").order_by("pk"))
