"""Doors to the seal keys (tra cứu khóa niêm phong): those of an office, and all of them for everybody."""

from __future__ import annotations

from django.db.models import QuerySet

from thidua.org.models import Unit
from thidua.records.models import SealKey


def keys_of(unit: Unit) -> QuerySet[SealKey]:
    """The keys of an office, the one in use first (các khóa của cơ quan)."""
    return SealKey.objects.filter(unit=unit).select_related("unit").order_by("-starts", "-id")


def public_keys() -> QuerySet[SealKey]:
    """The public halves of every office of this installation (khóa công khai), for whoever checks a seal."""
    return SealKey.objects.select_related("unit").order_by("unit__path", "-starts", "-id")
