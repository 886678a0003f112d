"""A plan that comes as a scan or photo: its pages are read one by one, then it is taken in (đọc bản quét)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.campaigns.intake.take import keep_plan
from thidua.campaigns.models import PlanIntake
from thidua.campaigns.permissions.campaign import may_take_plan
from thidua.campaigns.queries.scan import KIND, as_json, page_lines
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.reading.files.scan import read_page, scan_pages, scan_source
from thidua.reading.source import Unreadable
from thidua.records.models import Run

OVER = ("done", "failed")


@transaction.atomic
def begin_scan(upload: File[bytes], *, way: str, mandate: Mandate, on: date) -> Run:
    """Keep a scan whose letters are to be recognised (nhận bản quét) and return its run; `way` as for
    `take_plan`.

    Effects: the run with its file, one journal line; the pages are read by `read_next_page`. Raises `Refused`
    when the file is damaged or no recogniser is installed. Căn cứ: không (quy ước nội bộ).
    """
    may_take_plan(mandate, on=on).require()
    name, data = upload.name or "", upload.read()
    try:
        pages = scan_pages(name, data)
    except Unreadable as unreadable:
        raise Refused(no(unreadable.sentence, rule="plan:unreadable")) from unreadable
    run = Run(
        unit=mandate.unit, kind=KIND, total=pages, started_by=str(mandate), started_on=on,
        data={"name": name[-200:], "way": way, "pages": []},
    )  # fmt: skip
    run.file.save(f"{short_code()}.bin", ContentFile(data), save=False)
    run.save()
    write("begin_scan", f"Nhận dạng chữ bản quét “{name[-200:]}”.", actor=mandate.actor(), on=on, thing=run)
    return run


def read_next_page(run_id: UUID) -> bool:
    """Recognise the next page of a scan (đọc trang kế) and say whether more are left.

    Started twice it reads each page once; of a run that was stopped it reads nothing. A page that cannot be
    read ends the run with its sentence. Căn cứ: không (quy ước nội bộ).
    """
    run = Run.objects.filter(pk=run_id, kind=KIND).exclude(state__in=OVER).first()
    if run is None:
        return False
    with run.file.open("rb") as kept:
        data = kept.read()
    try:
        lines = read_page(run.data["name"], data, run.done + 1)
    except Unreadable as unreadable:
        Run.objects.filter(pk=run_id).update(state="failed", says=unreadable.sentence)
        return False
    with transaction.atomic():
        now = Run.objects.select_for_update(of=("self",)).filter(pk=run_id, done=run.done).first()
        if now is None:
            return False
        now.data["pages"].append(as_json(lines))
        now.done += 1
        now.state = "done" if now.done >= now.total else "running"
        now.save(update_fields=["data", "done", "state"])
    return now.state == "running"


def go_on_with_scan(run: Run, *, mandate: Mandate, on: date) -> None:
    """Read on where reading has stopped (đọc tiếp), also the page that could not be read.

    Căn cứ: không (quy ước nội bộ).
    """
    may_take_plan(mandate, on=on).require()
    Run.objects.filter(pk=run.pk, state="failed").update(state="running", says="")
    write(
        "go_on_with_scan",
        f"Đọc tiếp bản quét từ trang {run.done + 1}.",
        actor=mandate.actor(),
        on=on,
        thing=run,
    )


@transaction.atomic
def take_scan(run: Run, *, mandate: Mandate, on: date) -> PlanIntake:
    """Take in what was recognised (đưa bản quét vào); the scan is the file of the plan, the run is gone.

    Raises `Refused` while pages are missing, and when no letter was found. Căn cứ: không (quy ước nội bộ).
    """
    may_take_plan(mandate, on=on).require()
    now = Run.objects.select_for_update(of=("self",)).get(pk=run.pk, kind=KIND)
    if now.state != "done":
        raise Refused(no("Bản quét chưa đọc xong; hãy chờ đến trang cuối.", rule="plan:scan"))
    try:
        source = scan_source(now.data["name"], page_lines(now))
    except Unreadable as unreadable:
        raise Refused(no(unreadable.sentence, rule="plan:unreadable")) from unreadable
    with now.file.open("rb") as kept:
        intake = keep_plan(source, data=kept.read(), way=now.data["way"], mandate=mandate, on=on)
    _remove(now)
    return intake


@transaction.atomic
def discard_scan(run: Run, *, mandate: Mandate, on: date) -> None:
    """Stop reading and remove the scan (dừng, bỏ bản quét); the journal keeps that it was here.

    Căn cứ: không (quy ước nội bộ).
    """
    may_take_plan(mandate, on=on).require()
    write("discard_scan", f"Bỏ bản quét “{run.data['name']}”.", actor=mandate.actor(), on=on, thing=run)
    _remove(run)


def _remove(run: Run) -> None:
    """Remove a run; its file goes once it is certain that the run is gone."""
    storage, stored_as = run.file.storage, run.file.name or ""
    run.delete()
    transaction.on_commit(lambda: storage.delete(stored_as))
