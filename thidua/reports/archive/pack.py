"""Pack a campaign into one file (đóng gói hồ sơ lưu trữ): one paper at a time, so that memory stays small."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import PurePath
from tempfile import TemporaryFile
from typing import IO
from uuid import UUID
from zipfile import ZipFile, ZipInfo

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from thidua.campaigns.models import Campaign
from thidua.journal.actors import system
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.org.models import Mandate
from thidua.paper.model import Document
from thidua.paper.pdf import write_pdf
from thidua.paper.picture import pages_in
from thidua.records.models import Run
from thidua.reports.archive.listings import Listing, listings_of
from thidua.reports.archive.papers import Handover, Packed, cover_paper, index_papers, index_sheet
from thidua.reports.archive.pieces import Piece, mark_of, pieces_of
from thidua.reports.archive.retention import term_of
from thidua.reports.archive.runs import KIND, OVER
from thidua.reports.archive.sums import SUMS, seal_of, sums_text
from thidua.reports.folders import FOLDERS
from thidua.vietnamese.text import slug

STEP = 20  # papers between two looks whether somebody stopped the work
SHOWN = 5
ENDING = re.compile(r"\.[a-z0-9]{1,6}")
COVER, CONTENTS, TABLE = "00-bia-ho-so.pdf", "00-muc-luc-van-ban.pdf", "00-muc-luc-van-ban.xlsx"


class _Stopped(Exception):  # noqa: N818 - no error: somebody stopped the work
    """The run was removed while it was packed."""


class _Box:
    """The file being packed: what is in it, its seals, and what could not be put in."""

    def __init__(self, archive: ZipFile, day: date) -> None:
        self.archive, self.day = archive, day
        self.seals: list[tuple[str, str]] = []
        self.packed: list[Packed] = []
        self.faults: list[str] = []

    def put(self, name: str, data: bytes, day: date | None = None) -> str:
        """One file under this name; its seal."""
        on = max(day or self.day, date(1980, 1, 1))  # a ZIP knows no earlier day
        self.archive.writestr(ZipInfo(name, (on.year, on.month, on.day, 8, 0, 0)), data)
        seal = hashlib.sha256(data).hexdigest()
        self.seals.append((name, seal))
        return seal

    def take(self, piece: Piece) -> None:
        """One thing on file, as it is held; on paper only its line."""
        if piece.file is None:
            self.packed.append(Packed(piece, "", None))
            return
        try:
            with piece.file.open("rb") as opened:
                data: bytes = opened.read()
        except FileNotFoundError:
            data = b""
        if hashlib.sha256(data).hexdigest() != piece.seal:
            self.faults.append(f"{piece.number} {piece.title}".strip())
            return
        name = self._name(piece)
        self.packed.append(Packed(piece, name, pages_in(data), self.put(name, data, piece.day)))

    def print_list(self, piece: Piece, paper: Document) -> None:
        """One list made from the data."""
        data = _printed(paper, self.day)
        name = self._name(piece)
        self.packed.append(Packed(piece, name, pages_in(data), self.put(name, data)))

    def _name(self, piece: Piece) -> str:
        place = len(self.packed) + 1
        ending = piece.ending if ENDING.fullmatch(piece.ending) else ".bin"
        words = slug(piece.number or PurePath(piece.title).stem)[:40].strip("-") or "tep"
        return f"{FOLDERS[piece.folder].slug}/{place:04}-{words}{ending}"


def _printed(paper: Document, day: date) -> bytes:
    return write_pdf(paper, timestamp=datetime.combine(day, time(8), tzinfo=timezone.get_default_timezone()))


def pack_archive(run_id: UUID) -> None:
    """Pack the file of a run (đóng gói), counting in the run; one that is over or was removed is left alone,
    so it may start twice. A file that is not as it was issued ends it with its name.

    Effects: the file, one journal line with its SHA-256. Căn cứ: không (quy ước nội bộ).
    """
    run = Run.objects.filter(pk=run_id, kind=KIND).exclude(state__in=OVER).first()
    if run is None:
        return
    Run.objects.filter(pk=run.pk).update(state="running", done=0)
    campaign = Campaign.objects.select_related("unit", "closing_paper").get(code=run.data["campaign"])
    pieces = pieces_of(campaign, Mandate.objects.select_related("unit", "office").get(pk=run.data["mandate"]))
    with TemporaryFile() as held:
        try:
            faults = _fill(held, run, campaign, pieces)
        except _Stopped:
            return
        if faults:
            Run.objects.filter(pk=run.pk).update(state="failed", says=_said(faults))
            return
        held.seek(0)
        seal = seal_of(held)
        _keep(run, campaign, held, {"sha256": seal, "mark": mark_of(pieces)})


def _fill(held: IO[bytes], run: Run, campaign: Campaign, pieces: list[Piece]) -> list[str]:
    """Everything into the file; the names of what is not as it was kept."""
    with ZipFile(held, "w") as archive:
        box = _Box(archive, run.started_on)
        lists = listings_of(campaign, on=run.started_on)
        for done, one in enumerate(_in_order(pieces, lists), start=1):
            box.take(one) if isinstance(one, Piece) else box.print_list(*one)
            if done % STEP == 0 and not Run.objects.filter(pk=run.pk).update(done=min(done, run.total)):
                raise _Stopped
        if not box.faults:
            _close(box, run, campaign)
    return box.faults


def _in_order(
    pieces: list[Piece], lists: Iterator[tuple[Listing, Document]]
) -> Iterator[Piece | tuple[Piece, Document]]:
    """The papers with the lists behind those of their step."""
    waiting = pieces[::-1]
    for listing, paper in lists:
        while waiting and waiting[-1].folder <= listing.folder:
            yield waiting.pop()
        yield (
            Piece(listing.folder, f"Bảng kê: {listing.title}", ending=".pdf", note="trích từ dữ liệu"),
            paper,
        )
    yield from reversed(waiting)


def _close(box: _Box, run: Run, campaign: Campaign) -> None:
    """Cover, index and the list of seals: the last things, since they tell of all others."""
    handover = Handover(
        campaign, run.data["file_code"], run.data["kept_at"], term_of(campaign, on=run.started_on),
        run.started_by, run.started_on,
    )  # fmt: skip
    box.put(COVER, _printed(cover_paper(handover, box.packed), box.day))
    for part, paper in enumerate(index_papers(handover, box.packed), start=1):
        box.put(CONTENTS if part == 1 else CONTENTS.replace(".", f"-{part}."), _printed(paper, box.day))
    box.put(TABLE, index_sheet(handover, box.packed))
    box.put(SUMS, sums_text(box.seals).encode())


def _said(faults: list[str]) -> str:
    named = "; ".join(f"“{one}”" for one in faults[:SHOWN])
    more = f" và {len(faults) - SHOWN} tệp nữa" if len(faults) > SHOWN else ""
    return (
        f"{len(faults)} tệp không còn đúng như khi ghi vào hồ sơ: {named}{more}. "
        "Hãy lấy lại tệp từ bản sao lưu, rồi lập lại."
    )


@transaction.atomic
def _keep(run: Run, campaign: Campaign, held: IO[bytes], found: dict[str, str]) -> None:
    """Keep the file, unless it was stopped or somebody else was quicker."""
    now = Run.objects.select_for_update(of=("self",)).filter(pk=run.pk).exclude(state__in=OVER).first()
    if now is None:
        return
    held.seek(0)
    now.file.save(f"ho-so-{campaign.slug[:40]}-{short_code()}.zip", File(held), save=False)
    now.data |= found
    now.done, now.state = now.total, "done"
    now.save(update_fields=["file", "data", "done", "state"])
    says = f"Lập xong hồ sơ lưu trữ của đợt “{campaign.short_title}”."
    write("pack_archive", says, actor=system("pack_archive"), on=run.started_on, thing=campaign, data=found)
