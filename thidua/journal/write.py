"""Write one line into the journal (ghi nhật ký)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from thidua.journal.actors import Actor
from thidua.journal.models import Chain, JournalEntry

BATCH = 500


def mark_of(entry: JournalEntry) -> str:
    """The seal of a line (dấu): SHA-256 over everything it says and the seal of the line before it."""
    said = [
        entry.number,
        entry.at.isoformat(),
        entry.on.isoformat(),
        entry.verb,
        entry.says,
        entry.thing,
        str(entry.thing_id or ""),
        str(entry.unit_id or ""),
        entry.actor_kind,
        entry.actor_name,
        entry.actor_office,
        entry.actor_unit,
        str(entry.actor_mandate_id or ""),
        entry.actor_for,
        entry.data,
        entry.before,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Line:
    """One line to be written (dòng nhật ký sắp ghi): see `write`."""

    verb: str
    says: str
    actor: Actor
    thing: Model | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


def write(
    verb: str,
    says: str,
    *,
    actor: Actor,
    on: date,
    thing: Model | None = None,
    data: dict[str, Any] | None = None,
) -> JournalEntry:
    """Append one line (ghi một dòng nhật ký) and return it.

    `verb` is the name of the stage verb, `says` a whole sentence for people. Căn cứ: không (quy ước nội bộ).
    """
    return write_many([Line(verb, says, actor, thing, data or {})], on=on)[0]


@transaction.atomic
def write_many(lines: Sequence[Line], *, on: date) -> list[JournalEntry]:
    """Append many lines in their order (ghi nhiều dòng nhật ký) and return them; the chain is locked once.

    Căn cứ: không (quy ước nội bộ).
    """
    chain, _ = Chain.objects.select_for_update().get_or_create(pk=1)
    entries = []
    for line in lines:
        entry = _entry(line, on=on, number=chain.last_number + 1, before=chain.last_mark)
        chain.last_number, chain.last_mark = entry.number, entry.mark
        entries.append(entry)
    JournalEntry.objects.bulk_create(entries, batch_size=BATCH)
    chain.save()
    return entries


def _entry(line: Line, *, on: date, number: int, before: str) -> JournalEntry:
    """The line with its seal, tied to the one before."""
    thing, actor = line.thing, line.actor
    unit_id: UUID | None = getattr(thing, "unit_id", None) or actor.unit_id
    entry = JournalEntry(
        number=number,
        at=timezone.now(),
        on=on,
        verb=line.verb,
        says=line.says,
        thing=thing._meta.label_lower if thing else "",
        thing_id=thing.pk if thing else None,
        unit_id=unit_id,
        actor_kind=actor.kind,
        actor_name=actor.name,
        actor_office=actor.office,
        actor_unit=actor.unit,
        actor_mandate_id=actor.mandate_id,
        actor_for=actor.for_name,
        data=dict(line.data),
        before=before,
    )
    entry.mark = mark_of(entry)
    return entry
