"""Doors to messages (thông báo gửi đến đơn vị)."""

from __future__ import annotations

from uuid import UUID

from thidua.org.models import Mandate
from thidua.records.models import Message


def message_for(mandate: Mandate, pk: UUID) -> Message:
    """A message to the own unit, or `Message.DoesNotExist`."""
    return Message.objects.select_related("document", "unit", "to_unit").get(pk=pk, to_unit=mandate.unit)
