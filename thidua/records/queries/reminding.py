"""Doors to digests and private calendars (thư nhắc việc, lịch riêng)."""

from __future__ import annotations

from thidua.org.models import Mandate, User
from thidua.records.models import CalendarAddress, Digest


def last_digest_of(account: User) -> Digest | None:
    """The digest written last to an account (thư nhắc việc gần nhất)."""
    return account.digests.first()


def calendar_address_of(mandate: Mandate) -> CalendarAddress | None:
    """The private address of a mandate that still opens (địa chỉ lịch đang dùng)."""
    return CalendarAddress.objects.filter(mandate=mandate, withdrawn_on=None).first()


def calendar_with(token: str) -> CalendarAddress | None:
    """Whose calendar an address opens, None for one that opens nothing (any more)."""
    found = CalendarAddress.objects.filter(token=token, withdrawn_on=None)
    return found.select_related("mandate__unit", "mandate__office", "mandate__person").first()
