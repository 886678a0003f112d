"""Where an issued decision was sent and who has acknowledged it (nơi nhận, xác nhận đã nhận)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.awards.models import Decision
from thidua.org.models import Unit
from thidua.records.models import Message


@dataclass(frozen=True)
class Receiver:
    """One unit that was sent the decision (nơi nhận): since when, how often reminded, when acknowledged."""

    unit: Unit
    sent_on: date
    reminded: int
    reminded_on: date | None
    read_on: date | None
    read_by: str

    @property
    def is_silent(self) -> bool:
        return self.read_on is None


def receivers_of(decision: Decision) -> list[Receiver]:
    """The units that were sent an issued decision (nơi nhận), the silent ones first; one query."""
    sent = Message.objects.filter(document=decision.document_id, purpose__in=("answer", "decision_reminder"))
    by_unit: dict[Unit, list[Message]] = {}
    for message in sent.select_related("to_unit").order_by("sent_on", "id"):
        by_unit.setdefault(message.to_unit, []).append(message)
    found = [_receiver(unit, told) for unit, told in by_unit.items()]
    return sorted(found, key=lambda one: (not one.is_silent, one.unit.path))


def _receiver(unit: Unit, told: list[Message]) -> Receiver:
    read = next((one for one in told if one.read_on is not None), None)
    reminders = [one for one in told if one.purpose == "decision_reminder"]
    return Receiver(
        unit=unit,
        sent_on=told[0].sent_on,
        reminded=len(reminders),
        reminded_on=reminders[-1].sent_on if reminders else None,
        read_on=read.read_on if read else None,
        read_by=read.read_by if read else "",
    )


def silent_in(receivers: Iterable[Receiver]) -> list[Receiver]:
    """Who has not acknowledged (chưa xác nhận đã nhận)."""
    return [one for one in receivers if one.is_silent]
