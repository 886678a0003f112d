"""Take in a sheet of a year's list (nhập danh sách chưa xét): kept to be looked at, then whole or not at
all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from django.db import transaction

from thidua.awards.exclude.entries import ListPaper, list_fault, made_of
from thidua.awards.exclude.rows import ExclusionRow, read_exclusions
from thidua.awards.models import Exclusion
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_keep_record
from thidua.org.queries import government_of
from thidua.records.models import Run

KIND = "exclusions"
AT_ONCE = 500


@transaction.atomic
def keep_exclusions(rows: Sequence[Sequence[str]], *, listed: ListPaper, mandate: Mandate, on: date) -> Run:
    """Keep the rows of a sheet for a person to look at (giữ bảng xem trước); nothing else changes.

    Raises `Refused` for an empty or too long sheet, and for a list without year, sender or paper. Căn cứ:
    không (quy ước nội bộ).
    """
    may_keep_record(mandate, mandate.unit, on=on).require()
    fault = list_fault(listed, on=on)
    read = read_exclusions(rows, on=on)
    if fault or not read:
        raise Refused(no(fault or "Chưa có dòng nào; hãy dán bảng hoặc chọn tệp.", rule="rows:empty"))
    return Run.objects.create(
        unit=mandate.unit, kind=KIND, total=len(read), started_by=str(mandate), started_on=on,
        data={"rows": [list(row) for row in rows], "listed": asdict(listed)},
    )  # fmt: skip


def exclusion_rows_kept(run: Run, *, on: date) -> list[ExclusionRow]:
    """The kept rows as they are understood (đọc lại bảng xem trước); those on the list already are marked.

    Căn cứ: không (quy ước nội bộ).
    """
    return read_exclusions(run.data["rows"], on=on)


@transaction.atomic
def take_in_exclusions(run: Run, *, mandate: Mandate, on: date) -> int:
    """Enter every row of a kept sheet, or none (nhập danh sách chưa xét khen thưởng); returns how many.

    Lines that stand on the list of that year already are passed over. Raises `Refused` while a row has a
    fault, and when the sheet was taken in before. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_record(mandate, mandate.unit, on=on).require()
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state != "waiting":
        raise Refused(no("Bảng này đã được nhập.", rule="rows:once"))
    read, listed = exclusion_rows_kept(held, on=on), ListPaper(**held.data["listed"])
    faulty = [str(row.number) for row in read if row.fault]
    if faulty:
        raise Refused(no(f"Còn dòng chưa đúng ({', '.join(faulty)}); chưa ghi dòng nào.", rule="rows:faulty"))
    new = _not_yet_listed([made_of(row.words, listed=listed, mandate=mandate, on=on) for row in read])
    Exclusion.objects.bulk_create(new, batch_size=AT_ONCE)
    held.state, held.done = "done", len(new)
    held.says = f"Đã nhập {len(new)} dòng vào danh sách chưa xét khen thưởng năm {listed.year}."
    held.save(update_fields=["state", "done", "says"])
    keys = {"entries": [str(row.pk) for row in new]}
    write("take_in_exclusions", held.says, actor=mandate.actor(), on=on, thing=held, data=keys)
    return len(new)


def _not_yet_listed(rows: Sequence[Exclusion]) -> list[Exclusion]:
    for row in rows:
        row.key_the_name()
    unit, year = government_of(rows[0].unit), rows[0].year
    held = set(
        Exclusion.objects.filter(unit=unit, year=year, state="kept").values_list(
            "kind", "name_key", "birth_year", "place"
        )
    )
    return [row for row in rows if (row.kind, row.name_key, row.birth_year, row.place) not in held]
