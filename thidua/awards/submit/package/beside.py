"""A big package taken in beside the page (tiếp nhận gói lớn): asked for, counted, found again, stopped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from thidua.awards.queries.lists import sender_of
from thidua.awards.submit.package.take import NOTHING, take_in_package
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.models import Run
from thidua.records.package import Opened, may_exchange, opened_run, unit_of
from thidua.records.queries.packages import PREVIEW

AT_ONCE = 50
FILES_AT_ONCE = 200
STEP = 25


class StoppedError(Exception):
    """Somebody stopped the taking in while the files were looked at (đã dừng)."""


def is_big(opened: Opened) -> bool:
    """Whether a package takes longer to take in than a page may (gói lớn). Căn cứ: không (quy ước nội bộ)."""
    return len(opened.content["nominations"]) > AT_ONCE or len(opened.files) > FILES_AT_ONCE


@transaction.atomic
def ask_to_take_in(
    run: Run, *, answers: Mapping[str, str] = NOTHING, files: int, mandate: Mandate, on: date
) -> None:
    """Ask for a big package to be taken in beside the page (xin tiếp nhận gói lớn): `carry_out_taking` does
    it. `files` are the files to be looked at.

    Raises `Refused` once it runs, is done or dropped. Căn cứ: không (quy ước nội bộ).
    """
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    may_exchange(mandate, unit_of(held), on=on).require()
    if held.state != "waiting":
        raise Refused(no("Gói này đang hoặc đã được tiếp nhận, hoặc đã bỏ.", rule="package:once"))
    held.data |= {"answers": dict(answers), "mandate": str(mandate.pk), "on": on.isoformat(), "refused": ""}
    held.state, held.done, held.total = "running", 0, files
    held.save(update_fields=["state", "done", "total", "data"])
    write("ask_to_take_in", f"Bắt đầu tiếp nhận {held.says}.", actor=mandate.actor(), on=on, thing=held)


@transaction.atomic
def stop_taking(run: Run, *, mandate: Mandate, on: date) -> None:
    """Stop it while nothing is written (dừng tiếp nhận): the package waits again, as it was looked at.

    Raises `Refused` when it is done already. Căn cứ: không (quy ước nội bộ).
    """
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    may_exchange(mandate, unit_of(held), on=on).require()
    if held.state != "running":
        raise Refused(no("Gói này không còn đang tiếp nhận.", rule="package:not_running"))
    held.state, held.done = "waiting", 0
    held.save(update_fields=["state", "done"])
    write("stop_taking", f"Dừng tiếp nhận {held.says}.", actor=mandate.actor(), on=on, thing=held)


def carry_out_taking(run_id: UUID) -> None:
    """Take in a package that was asked for (thực hiện tiếp nhận); started twice it is taken in once.

    What stops it sends the package back to its page with the sentence. Căn cứ: không (quy ước nội bộ).
    """
    run = Run.objects.select_related("unit").filter(pk=run_id, kind=PREVIEW, state="running").first()
    if run is None:
        return

    def count(place: int) -> None:
        if place % STEP == 0 and not Run.objects.filter(pk=run_id, state="running").update(done=place):
            raise StoppedError

    try:
        opened_run(run, unit=unit_of(run), seen=count)
        take_in_package(
            run, answers=run.data["answers"], mandate=sender_of(run), on=date.fromisoformat(run.data["on"])
        )
    except StoppedError:
        return
    except Refused as refused:
        _refused(run, refused)


def _refused(run: Run, refused: Refused) -> None:
    data = run.data | {"refused": refused.ruling.because}
    Run.objects.filter(pk=run.pk, state="running").update(state="waiting", done=0, data=data)
