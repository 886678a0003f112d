"""One thing that waits (một việc đang chờ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Waiting:
    """One thing that waits (một việc đang chờ): what, since when, by when, and the address
    where it is done.
    """

    title: str
    since: date
    address: str
    arguments: tuple[str, ...]
    action: str
    note: str = ""
    due: date | None = None
