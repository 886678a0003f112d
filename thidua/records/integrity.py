"""Check that nothing written or issued was changed afterwards (kiểm tra toàn vẹn)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from thidua.journal.verify import first_broken_line
from thidua.journal.write import write
from thidua.org.models import Mandate, Unit
from thidua.records.models import Run
from thidua.records.permissions import may_check
from thidua.records.queries.papers import frozen_papers, is_as_issued

KIND = "integrity"
STEP = 5


@transaction.atomic
def ask_for_check(unit: Unit, *, mandate: Mandate, on: date) -> Run:
    """Ask for a check of the journal and of every issued paper (yêu cầu kiểm tra) and return its run.

    Căn cứ: không (quy ước nội bộ).
    """
    may_check(mandate, unit, on=on).require()
    total = frozen_papers().count()
    run = Run.objects.create(unit=unit, kind=KIND, total=total, started_by=str(mandate), started_on=on)
    write(
        "ask_for_check", "Kiểm tra nhật ký và văn bản đã phát hành.", actor=mandate.actor(), on=on, thing=run
    )
    return run


def carry_out_check(run_id: UUID) -> None:
    """Do the check (thực hiện kiểm tra), counting in the run; a finished one is left alone, so it may start
    twice.
    """
    run = Run.objects.get(pk=run_id, kind=KIND)
    if run.state == "done":
        return
    Run.objects.filter(pk=run.pk).update(state="running", done=0)
    broken, changed = first_broken_line(), []
    for place, document in enumerate(frozen_papers().iterator(), start=1):
        if not is_as_issued(document):
            changed.append(document.code)
        if place % STEP == 0:
            Run.objects.filter(pk=run.pk).update(done=place)
    Run.objects.filter(pk=run.pk).update(
        state="done", done=run.total, says=_found(broken, changed), data={"line": broken, "papers": changed}
    )


def _found(broken: int | None, changed: list[str]) -> str:
    if broken is None and not changed:
        return "Nhật ký liền mạch; mọi văn bản đã phát hành còn nguyên."
    journal = f"Nhật ký bị sửa từ dòng {broken}. " if broken else ""
    papers = f"{len(changed)} văn bản có tệp bị sửa hoặc mất. " if changed else ""
    return f"{journal}{papers}Hãy lấy lại từ bản sao lưu và báo người quản trị."
