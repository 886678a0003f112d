"""The one door through which a thing changes its state (chuyển trạng thái)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from thidua.journal.actors import Actor
from thidua.journal.rows import Stateful
from thidua.journal.write import write
from thidua.law.ruling import Refused, no


@transaction.atomic
def advance(thing: Stateful, to: str, *, actor: Actor, on: date, verb: str, says: str, **data: Any) -> None:
    """Move a thing to its next state (chuyển bước) and journal it, with what else is worth keeping in `data`.

    Raises `Refused` when the table has no such move, or when somebody else moved the thing meanwhile.
    Căn cứ: không (quy ước nội bộ).
    """
    before = thing.state
    require_move(thing, to)
    require_unchanged(thing)
    type(thing)._default_manager.filter(pk=thing.pk).update(state=to, version=F("version") + 1)
    thing.state = to
    thing.version += 1
    write(verb, says, actor=actor, on=on, thing=thing, data={"from": before, "to": to, **data})


def require_move(thing: Stateful, to: str) -> None:
    """Raise `Refused` when the table has no such move (không chuyển bước được)."""
    before = thing.state
    if not thing.table.allows(before, to):
        raise Refused(
            no(
                f"Không thể chuyển từ “{thing.table.says[before]}” sang “{thing.table.says[to]}”.",
                rule="state:move",
            )
        )


def require_unchanged(thing: Stateful) -> None:
    """Lock the row and raise `Refused` when it is no longer what the caller holds (đã có người khác sửa)."""
    row = type(thing)._default_manager.select_for_update(of=("self",)).filter(pk=thing.pk)
    if row.values_list("state", "version").first() != (thing.state, thing.version):
        raise Refused(
            no(
                "Việc này vừa được người khác xử lý. Hãy tải lại trang để xem tình trạng mới.",
                rule="state:stale",
            )
        )


@transaction.atomic
def keep(thing: Stateful, *fields: str, expected: int | None = None) -> None:
    """Save the named fields of a thing that is being edited (lưu), refusing to overwrite another person's
    change.

    `expected` is the version the form was opened with. Căn cứ: không (quy ước nội bộ).
    """
    if expected is not None and expected != thing.version:
        raise Refused(
            no(
                "Nội dung đã được người khác sửa sau khi bạn mở trang. Chữ bạn gõ vẫn còn ở dưới; "
                "hãy mở bản mới ở cửa sổ khác để đối chiếu rồi lưu lại.",
                rule="state:stale",
            )
        )
    require_unchanged(thing)
    thing.version += 1
    thing.save(update_fields=[*fields, "version"])
