"""A whole batch of certificates set in the background, part by part (in cả loạt)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction

from thidua.awards.certify.stock import take_for_prints
from thidua.awards.documents.certificate import print_certificates, print_on_blanks
from thidua.awards.models import Blank, Certificate, Decision
from thidua.awards.permissions.certificate import may_make_certificates
from thidua.awards.queries.blank import layout_of
from thidua.awards.queries.certificate import certificates_of
from thidua.awards.queries.prints import KIND, OVER, print_of
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.paper.bind import with_pages
from thidua.paper.certificate import TooLong
from thidua.paper.glyphs import MissingGlyphs
from thidua.records.models import Run

PART = 100
MOVED = "Phôi “{}” đã đổi vị trí in trong lúc in; hãy in lại từ đầu để các giấy như nhau."


@transaction.atomic
def order_prints(decision: Decision, *, blank: Blank | None, base: str, mandate: Mandate, on: date) -> Run:
    """Ask for all certificates of a decision as one file (in cả loạt), on white paper or on a blank, and
    return its run; one that is under way is returned as it is, one that is over is replaced.

    Effects: the run, one journal line, and what it needs is taken from the stock of the blank; the sheets are
    set by `print_next_part`. Raises `Refused` when no certificate was made, or too few blanks are left.
    `base` is the public address before “/kiem-tra/<mã>/”.
    Căn cứ: không (quy ước nội bộ).
    """
    may_make_certificates(mandate, decision, on=on).require()
    Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    total = certificates_of(decision).count()
    if not total:
        raise Refused(no(f"Chưa lập {decision.sheet} của quyết định này.", rule="certify:none"))
    standing = print_of(decision, blank)
    if standing and standing.state not in OVER:
        return standing
    if standing:
        _remove(standing)
    if blank:
        take_for_prints(blank, decision=decision, total=total, mandate=mandate, on=on)
    where = {"blank": blank.code, "name": blank.name, "version": blank.version} if blank else {"blank": ""}
    run = Run.objects.create(
        unit=decision.unit, kind=KIND, total=total, started_by=str(mandate), started_on=on,
        data={"decision": decision.code, "base": base, **where},
    )  # fmt: skip
    on_what = f" lên {blank.name}" if blank else ""
    says = f"In cả loạt {total} {decision.sheet}{on_what}."
    write("order_prints", says, actor=mandate.actor(), on=on, thing=decision)
    return run


def print_next_part(run_id: UUID, *, part: int = PART) -> bool:
    """Set the next part of a batch (in phần kế) and say whether more are left.

    Started twice it sets each part once; of a batch that was removed it sets nothing. Words that do not fit
    end the run with their sentence. Căn cứ: không (quy ước nội bộ).
    """
    run = Run.objects.filter(pk=run_id, kind=KIND).exclude(state__in=OVER).first()
    if run is None:
        return False
    decision = Decision.objects.get(code=run.data["decision"])
    last = min(run.done + part, run.total)
    try:
        made = _set(run, list(certificates_of(decision).order_by("item__order", "id")[run.done : last]))
    except (TooLong, MissingGlyphs, Refused) as fault:
        Run.objects.filter(pk=run_id).update(state="failed", says=str(fault))
        return False
    return _kept(run, made, last)


def _set(run: Run, certificates: list[Certificate]) -> bytes:
    """One part as a file. Raises `Refused` when the blank was changed after the first."""
    if not run.data["blank"]:
        return print_certificates(certificates, base=run.data["base"])
    blank = Blank.objects.get(code=run.data["blank"])
    if blank.version != run.data["version"]:
        raise Refused(no(MOVED.format(blank.name), rule="blank:moved"))
    return print_on_blanks(certificates, layout_of(blank), base=run.data["base"])


@transaction.atomic
def _kept(run: Run, made: bytes, last: int) -> bool:
    """Bind a part to those before it, unless somebody else was quicker; says whether more are left."""
    now = Run.objects.select_for_update(of=("self",)).filter(pk=run.pk, done=run.done).first()
    if now is None:
        return False
    storage, before = now.file.storage, now.file.name or ""
    if before:
        with now.file.open("rb") as kept:
            made = with_pages(kept.read(), made)
    now.file.save(f"{short_code()}.pdf", ContentFile(made), save=False)
    now.done = last
    now.state = "done" if last >= now.total else "running"
    now.save(update_fields=["file", "done", "state"])
    if before:
        transaction.on_commit(lambda: storage.delete(before))
    return now.state == "running"


@transaction.atomic
def remove_prints(run: Run, *, mandate: Mandate, on: date) -> None:
    """Stop a batch, or remove its file (dừng in, bỏ tệp in); the certificates stay as they are.

    Căn cứ: không (quy ước nội bộ).
    """
    decision = Decision.objects.get(code=run.data["decision"])
    may_make_certificates(mandate, decision, on=on).require()
    says = f"Bỏ bản in cả loạt {run.total} {decision.sheet}."
    write("remove_prints", says, actor=mandate.actor(), on=on, thing=decision)
    _remove(run)


def _remove(run: Run) -> None:
    """Remove a run; its file goes once it is certain that the run is gone."""
    storage, stored_as = run.file.storage, run.file.name or ""
    run.delete()
    if stored_as:
        transaction.on_commit(lambda: storage.delete(stored_as))
