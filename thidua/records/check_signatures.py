"""Check the signatures of a file and keep the report (kiểm tra chữ ký số, lưu báo cáo)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act
from thidua.paper import sign
from thidua.records.attach import PDF, kind_of
from thidua.records.documents.signature_report import told
from thidua.records.models import OfficialDocument, Run
from thidua.records.open_key import trusted_files
from thidua.records.queries.signing import CHECK, signed_file
from thidua.vietnamese.text import squeeze

AT_ONCE = 1_000_000  # bytes: a larger file is checked in the background


@dataclass(frozen=True)
class Asked:
    """What is to be checked (tệp cần kiểm tra): its name and bytes, and the paper it belongs to."""

    name: str
    data: bytes
    document: OfficialDocument | None = None


def asked_upload(upload: File[bytes]) -> Asked:
    """A file that was sent (tệp gửi lên). Raises `Refused` for anything but PDF."""
    if kind_of(upload) is not PDF:
        raise Refused(no("Chỉ kiểm tra được chữ ký số trong tệp PDF.", rule="sign:upload"))
    upload.seek(0)
    return Asked(squeeze(PurePath((upload.name or "").replace("\\", "/")).name)[:200], upload.read())


def asked_paper(document: OfficialDocument) -> Asked:
    """The signed file of a paper as it stands (tệp ký số của văn bản). Raises `Refused` without one."""
    kept = signed_file(document, "head", "organisation")
    if kept is None:
        raise Refused(no("Văn bản này chưa có chữ ký số nào để kiểm tra.", rule="sign:none"))
    frozen = document.pdf if document.state == "issued" and document.pdf else kept.file
    with frozen.open("rb") as opened:
        return Asked(f"{document.title}.pdf", opened.read(), document)


@transaction.atomic
def ask_for_signature_check(asked: Asked, *, when: datetime, mandate: Mandate, on: date) -> Run:
    """Ask for a check of the signatures of a file (yêu cầu kiểm tra chữ ký số) and return its run.

    `when` is the moment of checking. Effects: the file waits in the run; a small one is checked at once, a
    larger one by a job. Căn cứ: Điều 6 Thông tư 15/2025/TT-BKHCN.
    """
    may_act(mandate, on=on).require()
    data = {"name": asked.name, "when": when.isoformat()}
    if asked.document is not None:
        data["document"] = str(asked.document.pk)
    run = Run(unit=mandate.unit, kind=CHECK, data=data, total=1, started_by=str(mandate), started_on=on)
    run.file.save(f"{run.pk}.pdf", ContentFile(asked.data), save=False)
    run.save(force_insert=True)
    write(
        "ask_for_signature_check", f"Kiểm tra chữ ký số của tệp “{asked.name}”.", actor=mandate.actor(),
        on=on, thing=asked.document or run,
    )  # fmt: skip
    if len(asked.data) <= AT_ONCE:
        carry_out_signature_check(run.pk)
        run.refresh_from_db()
    return run


def carry_out_signature_check(run_id: UUID) -> None:
    """Do the check (thực hiện kiểm tra); a finished one is left alone, so it may start twice."""
    run = Run.objects.get(pk=run_id, kind=CHECK)
    if run.state == "done":
        return
    Run.objects.filter(pk=run.pk).update(state="running")
    with run.file.open("rb") as opened:
        data = opened.read()
    when = datetime.fromisoformat(run.data["when"])
    report = told(sign.check_signatures(data, trusted=trusted_files(), when=when))
    Run.objects.filter(pk=run.pk).update(
        state="done", done=1, says=report["says"], data={**run.data, "report": report}
    )
