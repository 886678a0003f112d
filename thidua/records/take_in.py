"""Take in a sheet of units or people (nhập bảng): a preview first, then whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.establish.rows import RowRead, add_rows, read_people, read_units
from thidua.org.models import Mandate
from thidua.org.permissions import may_arrange
from thidua.records.models import Run

READERS: dict[str, Callable[..., list[RowRead]]] = {"units": read_units, "people": read_people}
SAYS = {"units": "đơn vị", "people": "người"}


@transaction.atomic
def keep_rows(rows: Sequence[Sequence[str]], *, what: str, mandate: Mandate, on: date) -> Run:
    """Keep the rows of a sheet for a person to look at (giữ bảng xem trước); nothing else changes.

    Refused for an empty sheet or one that is too long. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange(mandate, mandate.unit, on=on).require()
    if not rows:
        raise Refused(no("Chưa có dòng nào; hãy dán bảng hoặc chọn tệp.", rule="rows:empty"))
    read = READERS[what](rows, mandate=mandate, on=on)
    return Run.objects.create(
        unit=mandate.unit,
        kind=f"take_in:{what}",
        total=len(read),
        data={"rows": [list(row) for row in rows]},
        started_by=str(mandate),
        started_on=on,
    )


def rows_kept(run: Run, *, mandate: Mandate, on: date) -> list[RowRead]:
    """The kept rows as they are understood now (đọc lại bảng xem trước). Căn cứ: không (quy ước nội bộ)."""
    return READERS[what_of(run)](run.data["rows"], mandate=mandate, on=on)


def what_of(run: Run) -> str:
    """What the rows of a preview are: units or people."""
    return run.kind.removeprefix("take_in:")


@transaction.atomic
def take_in(run: Run, *, answers: Mapping[int, str] | None = None, mandate: Mandate, on: date) -> int:
    """Add every kept row, or none (nhập bảng), and journal it; returns how many were added.

    `answers` says of rows whose name is on record whether they are "new" or "known". Refused when a row has a
    fault, is not answered for, or the sheet was taken in before. Căn cứ: không (quy ước nội bộ).
    """
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state != "waiting":
        raise Refused(no("Bảng này đã được nhập.", rule="rows:once"))
    count = add_rows(rows_kept(held, mandate=mandate, on=on), answers=answers, mandate=mandate, on=on)
    held.state, held.done, held.says = "done", count, f"Đã nhập {count} {SAYS[what_of(held)]}."
    held.save(update_fields=["state", "done", "says"])
    write("take_in", held.says, actor=mandate.actor(), on=on, thing=held)
    return count
