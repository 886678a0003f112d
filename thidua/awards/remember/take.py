"""Take in a sheet of old awards (nhập khen thưởng cũ): kept to be looked at, then whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from thidua.awards.models import PastAward
from thidua.awards.remember.entries import fresh
from thidua.awards.remember.rows import NEW, PastRow, read_past_awards
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.identify import KINDS, Somebody
from thidua.org.models import Mandate
from thidua.org.permissions import may_keep_record
from thidua.org.queries import government_of
from thidua.records.models import Run
from thidua.vietnamese.text import fold

KIND = "past_awards"
AT_ONCE = 500


@transaction.atomic
def keep_past_awards(rows: Sequence[Sequence[str]], *, mandate: Mandate, on: date) -> Run:
    """Keep the rows of a sheet for a person to look at (giữ bảng xem trước); nothing else changes.

    Refused for an empty sheet or one that is too long. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_record(mandate, mandate.unit, on=on).require()
    read = read_past_awards(rows, mandate=mandate, on=on)
    if not read:
        raise Refused(no("Chưa có dòng nào; hãy dán bảng hoặc chọn tệp.", rule="rows:empty"))
    return Run.objects.create(
        unit=mandate.unit,
        kind=KIND,
        total=len(read),
        data={"rows": [list(row) for row in rows]},
        started_by=str(mandate),
        started_on=on,
    )


def past_rows_kept(
    run: Run, *, answers: Mapping[int, str] | None = None, mandate: Mandate, on: date
) -> list[PastRow]:
    """The kept rows as they are understood now (đọc lại bảng xem trước). Căn cứ: không (quy ước nội bộ)."""
    return read_past_awards(run.data["rows"], answers=answers, mandate=mandate, on=on)


@transaction.atomic
def take_in_past_awards(run: Run, *, answers: Mapping[int, str], mandate: Mandate, on: date) -> int:
    """Enter every row of a kept sheet, or none (nhập khen thưởng cũ); returns how many.

    `answers` says for each doubtful row, by its number, the key of the record it means, or "new". Effects:
    records of those not on file yet, an entry per row, one journal line. Raises `Refused` when a row has a
    fault, a doubt is not answered, or the sheet was taken in before. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_record(mandate, mandate.unit, on=on).require()
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state != "waiting":
        raise Refused(no("Bảng này đã được nhập.", rule="rows:once"))
    read = past_rows_kept(held, answers=answers, mandate=mandate, on=on)
    _require_ready(read)
    made = _new_records(read)
    entries = [_entry(row, made, mandate=mandate, on=on) for row in read]
    PastAward.objects.bulk_create(entries, batch_size=AT_ONCE)
    held.state, held.done = "done", len(entries)
    held.says = f"Đã nhập {len(entries)} khen thưởng cũ; lập {len(made)} hồ sơ mới."
    held.save(update_fields=["state", "done", "says"])
    keys = {"entries": [str(entry.pk) for entry in entries], "made": [str(row.pk) for row in made.values()]}
    write("take_in_past_awards", held.says, actor=mandate.actor(), on=on, thing=held, data=keys)
    return len(entries)


def _require_ready(read: Sequence[PastRow]) -> None:
    faulty = [str(row.number) for row in read if row.faults]
    if faulty:
        raise Refused(no(f"Còn dòng chưa đúng ({', '.join(faulty)}); chưa ghi dòng nào.", rule="rows:faulty"))
    open_rows = [str(row.number) for row in read if not row.choice]
    if open_rows:
        fault = f"Hãy chọn hồ sơ cho dòng {', '.join(open_rows)}; chưa ghi dòng nào."
        raise Refused(no(fault, rule="rows:doubt"))


def _whose(row: PastRow) -> tuple[str, str, str, int | None]:
    """Rows with the same key mean the same new record."""
    return row.kind, str(row.unit.pk), fold(row.name), row.birth_year


def _new_records(read: Sequence[PastRow]) -> dict[tuple[str, str, str, int | None], Somebody]:
    """A record for each somebody who is not on file, made once however many rows they have."""
    made: dict[tuple[str, str, str, int | None], Somebody] = {}
    for row in read:
        if row.choice == NEW and _whose(row) not in made:
            born = {"birth_year": row.birth_year} if row.kind == "individual" else {}
            record = KINDS[row.kind](name=row.name, unit=row.unit, **born)
            record.key_the_name()
            made[_whose(row)] = record
    for table in KINDS.values():
        fitting: list[Any] = [record for record in made.values() if type(record) is table]
        table._default_manager.bulk_create(fitting, batch_size=AT_ONCE)
    return made


def _entry(
    row: PastRow, made: Mapping[tuple[str, str, str, int | None], Somebody], *, mandate: Mandate, on: date
) -> PastAward:
    match = row.goes_to
    candidate = match.row if match else made[_whose(row)]
    assert row.words is not None  # a row without them has a fault
    fields = fresh(candidate, words=row.words, unit=government_of(mandate.unit), mandate=mandate, on=on)
    return PastAward(state=PastAward.table.first, **fields)
