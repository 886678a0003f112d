"""What every table shares: a time-ordered key, and for things with a life a state and a version."""

from __future__ import annotations

import os
import secrets
import time
from dataclasses import dataclass
from uuid import UUID

from django.db import models


def time_ordered_id() -> UUID:
    """A new key (UUID version 7): rows sort by birth, and rows of several installations never clash.

    Twelve bits after the milliseconds hold their fraction, so rows made one after the other keep their order.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = rest * 4096 // 1_000_000
    tail = int.from_bytes(os.urandom(8), "big")
    value = (milliseconds & (1 << 48) - 1) << 80 | fraction << 64 | tail
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return UUID(int=value)


SAFE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def short_code(length: int = 8) -> str:
    """A code for addresses and receipts (mã ngắn): random, without letters that are mistaken for one
    another.
    """
    return "".join(secrets.choice(SAFE_LETTERS) for _ in range(length))


class Row(models.Model):
    """Any row of ours (bản ghi): one key, never shown in an address of the office."""

    id = models.UUIDField(primary_key=True, default=time_ordered_id, editable=False)

    class Meta:
        abstract = True


@dataclass(frozen=True)
class StateTable:
    """The life of a thing (vòng đời): for each state its name, whose desk it lies on, and the states it may
    go to.
    """

    name: str
    first: str
    says: dict[str, str]
    desk: dict[str, str]
    moves: dict[str, tuple[str, ...]]

    def allows(self, before: str, after: str) -> bool:
        """True when a thing may go from one state to the other in one step."""
        return after in self.moves.get(before, ())

    @property
    def choices(self) -> list[tuple[str, str]]:
        return list(self.says.items())


class Stateful(Row):
    """A row with a life: `journal.lifecycle.advance` alone writes `state`; `version` counts its changes."""

    table: StateTable
    state = models.CharField("trạng thái", max_length=24)
    version = models.PositiveIntegerField("lần sửa", default=0)

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        """A new thing starts in the first state of its table."""
        if not self.state:
            self.state = self.table.first
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def state_says(self) -> str:
        return self.table.says[self.state]

    @property
    def desk(self) -> str:
        """Whose desk it lies on (đang ở bàn ai)."""
        return self.table.desk[self.state]
