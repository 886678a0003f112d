"""A draft decision beside the identity records (đối chiếu để đọc soát): what is printed, what is on file,
where they differ, who has read it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from thidua.awards.models import Decision, DecisionItem, Nomination, ProofReading
from thidua.awards.queries.decision import bonus_for, decision_items
from thidua.awards.queries.history import History, Honour, histories
from thidua.law.ruling import Refused
from thidua.org.identify.identity import KINDS, Somebody, clusters, kind_of
from thidua.org.models import Person
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money
from thidua.vietnamese.names import tidy_name
from thidua.vietnamese.text import fold, nfc, squeeze


@dataclass(frozen=True)
class ProofLine:
    """One line of the list beside its identity record (một dòng đọc soát).

    `differences` and `missing` are whole sentences; `spellings` other ways the same one is written on file;
    `mark` seals all of it, `reading` is who read it as it stands now.
    """

    item: DecisionItem
    record: Somebody
    differences: tuple[str, ...]
    missing: tuple[str, ...]
    spellings: tuple[str, ...]
    earlier: tuple[Honour, ...]
    mark: str
    reading: ProofReading | None = None

    @property
    def is_read(self) -> bool:
        return self.reading is not None


@dataclass(frozen=True)
class Proof:
    """The whole list as it is read (bản đọc soát)."""

    lines: tuple[ProofLine, ...]
    total: int
    total_written: int

    @property
    def unread(self) -> tuple[ProofLine, ...]:
        """The lines nobody has read as they stand now (chưa đọc soát)."""
        return tuple(line for line in self.lines if not line.is_read)

    @property
    def doubtful(self) -> tuple[ProofLine, ...]:
        """The lines where list and record differ or something is missing (cần xem lại)."""
        return tuple(line for line in self.lines if line.differences or line.missing)

    @property
    def readers(self) -> list[str]:
        """Who read it and when (người đọc soát), each once."""
        seen = (line.reading for line in self.lines if line.reading is not None)
        return list(dict.fromkeys(f"{one.read_by}, ngày {vn_date(one.read_on)}" for one in seen))


@dataclass
class _Known:
    """What is looked up for all lines at once."""

    before: dict[UUID, History] = field(default_factory=dict)
    spellings: dict[UUID, tuple[str, ...]] = field(default_factory=dict)
    readings: dict[tuple[UUID, str], ProofReading] = field(default_factory=dict)


def proof_of(decision: Decision, *, day: date) -> Proof:
    """Every line of a decision beside its record (bản đọc soát), the money computed anew by the law of that
    day. A fixed number of queries, however long the list.
    """
    items = _with_records(decision)
    known = _Known(
        histories([item.nomination.candidate for item in items]),
        _spellings(items),
        {(one.nomination_id, one.mark): one for one in decision.readings.all()},
    )
    amounts = {kind: _amount(decision, kind, day=day) for kind in {item.recipient for item in items}}
    lines = tuple(_line(item, known, amounts[item.recipient]) for item in items)
    return Proof(lines, sum(item.amount or 0 for item in items), decision.total or 0)


def _with_records(decision: Decision) -> list[DecisionItem]:
    items = decision_items(decision)
    named = Nomination.objects.select_related("person__unit", "collective__unit", "household__unit", "award")
    found = named.in_bulk([item.nomination_id for item in items])
    for item in items:
        item.nomination = found[item.nomination_id]
    return items


def _amount(decision: Decision, kind: str, *, day: date) -> int | None:
    """The prize by the law of the day; None where a local rule still waits."""
    try:
        return bonus_for(decision.unit, decision.form, kind, on=day).amount
    except Refused:
        return None


def _spellings(items: Iterable[DecisionItem]) -> dict[UUID, tuple[str, ...]]:
    """The names of all records that are the same somebody, by the record that is named here."""
    asked: dict[str, list[UUID]] = {}
    for item in items:
        candidate = item.nomination.candidate
        asked.setdefault(kind_of(candidate), []).append(candidate.pk)
    found: dict[UUID, tuple[str, ...]] = {}
    for kind, keys in asked.items():
        same = clusters(KINDS[kind], keys)
        every = KINDS[kind]._default_manager.filter(pk__in=frozenset().union(*same.values()))
        names = dict(every.values_list("pk", "name"))
        found |= {key: tuple(sorted({names[one] for one in same[key]})) for key in same}
    return found


def _line(item: DecisionItem, known: _Known, amount: int | None) -> ProofLine:
    nomination = item.nomination
    record = nomination.candidate
    spellings = tuple(
        name for name in known.spellings.get(record.pk, ()) if name not in (item.name, record.name)
    )
    told = known.before[record.pk].told if record.pk in known.before else ()
    differences, missing = tuple(_differences(item, record, amount)), tuple(_missing(item, record))
    mark = _mark(item, record, spellings)
    return ProofLine(
        item=item,
        record=record,
        differences=differences,
        missing=missing,
        spellings=spellings,
        earlier=tuple(one for one in told if one.campaign != nomination.campaign_id),
        mark=mark,
        reading=known.readings.get((nomination.pk, mark)),
    )


def _differences(item: DecisionItem, record: Somebody, amount: int | None) -> Iterable[str]:
    """Where the list says otherwise than the record."""
    if item.name != record.name:
        same = fold(item.name) == fold(record.name)
        how = "khác dấu, chữ hoa hoặc khoảng trắng" if same else "khác tên"
        yield f"Danh sách ghi “{item.name}”, hồ sơ ghi “{record.name}” ({how})."
    if item.name != squeeze(nfc(item.name)) or tidy_name(item.name) != item.name:
        yield f"Tên viết chưa chuẩn (chữ hoa, khoảng trắng): “{item.name}”."
    honorific = _honorific(record)
    if item.prefix != honorific:
        yield f"Danh sách ghi “{item.prefix}”, hồ sơ ghi “{honorific}”."
    if amount is not None and amount != (item.amount or 0):
        yield f"Tiền thưởng tính lại là {money(amount)} đồng, danh sách ghi {money(item.amount or 0)} đồng."


def _honorific(record: Somebody) -> str:
    """How the record addresses a person; a collective or a household is not addressed."""
    return record.honorific if isinstance(record, Person) else ""


def _missing(item: DecisionItem, record: Somebody) -> Iterable[str]:
    """What the paper or the record lacks."""
    if not item.address.strip():
        yield "Danh sách chưa ghi chức vụ, đơn vị hoặc địa chỉ."
    if not item.achievement.strip():
        yield "Danh sách chưa ghi thành tích."
    if item.recipient == "individual" and not getattr(record, "birth_year", None):
        yield "Hồ sơ chưa có năm sinh để phân biệt người trùng tên."


def _mark(item: DecisionItem, record: Somebody, spellings: tuple[str, ...]) -> str:
    """The seal over all that stands side by side."""
    told = [
        item.order, item.prefix, item.name, item.address, item.achievement, item.amount, str(record.pk),
        record.name, _honorific(record), getattr(record, "birth_year", None),
        getattr(record, "position", ""), record.unit.name, *spellings,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
