"""Open a package that came in (mở gói nhận được): everything about it is checked before a person sees it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused
from thidua.org.models import Mandate, Unit
from thidua.records.attach import kind_of
from thidua.records.models import Package, Partner, Run
from thidua.records.package.bag import MAX_PACKED, MEGABYTE, read_bag
from thidua.records.package.content import FILE, Json, read_content
from thidua.records.package.faults import unfit
from thidua.records.package.partners import Sheet
from thidua.records.permissions import may_exchange
from thidua.records.queries.packages import PREVIEW
from thidua.vietnamese.dates import vn_date


@dataclass(frozen=True)
class Opened:
    """A package that holds together (gói đã mở): what it says, its files, who sealed it.

    `standing` says what is known of the key: "" it is confirmed, else the fault that stops the taking in.
    `partner` is None while the office is not entered.
    """

    content: Json
    files: Mapping[str, bytes]
    digest: str
    sheet: Sheet
    partner: Partner | None
    standing: str

    @property
    def pk(self) -> UUID:
        return UUID(self.content["id"])

    @property
    def kind(self) -> str:
        return str(self.content["kind"])

    @property
    def kind_says(self) -> str:
        return dict(Package.KINDS)[self.kind]

    @property
    def subject(self) -> UUID:
        return UUID(self.content["submission"]["id"])

    def known(self) -> Partner:
        """The confirmed partner that sent it; raises `Refused` while nobody has compared its key."""
        if self.standing or self.partner is None:
            raise unfit(self.standing or "unknown_key")
        return self.partner

    def upload(self, path: str, name: str) -> File[bytes]:
        """One file of it under its own name (một tệp trong gói)."""
        return ContentFile(self.files[path], name=name)


def _not_counted(place: int) -> None:
    """Nobody watches how far the look at the files is."""


def open_package(data: bytes, *, unit: Unit, seen: Callable[[int], None] = _not_counted) -> Opened:
    """Check a package for an office (mở gói) and say who sent it. Raises `Refused` for every fault but an
    unknown key: that one is shown, and not taken in. `seen` is told of each file that was looked at.

    Căn cứ: không (quy ước nội bộ).
    """
    bag = read_bag(data)
    if FILE not in bag.payload:
        raise unfit("foreign")
    files = {path: held for path, held in bag.payload.items() if path != FILE}
    content = read_content(bag.payload[FILE], files=files)
    for place, (path, held) in enumerate(files.items(), start=1):
        _require_kind(path, held)
        seen(place)
    pk = content["id"]
    if bag.name != f"goi-{pk}" or bag.info.get("External-Identifier") != pk:
        raise unfit("name")
    sent_by = content["from"]
    if sent_by["id"] == str(unit.pk):
        raise unfit("own")
    if content["to"]["id"] != str(unit.pk):
        raise unfit("recipient", name=content["to"]["name"], own=unit.name)
    sheet = Sheet(UUID(sent_by["id"]), sent_by["level"], bag.public.hex(), sent_by["name"])
    partner, standing = _standing(unit, sheet)
    return Opened(content, files, bag.digest, sheet, partner, standing)


def _require_kind(path: str, data: bytes) -> None:
    """Every file is of the kinds that may be kept, by its content."""
    try:
        kind_of(ContentFile(data, name=path))
    except Refused as refused:
        raise unfit("nested", name=path) from refused


def _standing(unit: Unit, sheet: Sheet) -> tuple[Partner | None, str]:
    """What is known here of the office and the key it sealed with."""
    known = list(
        Partner.objects.filter(unit=unit, their_id=sheet.office, ended_on=None).select_related("office")
    )
    same = next((one for one in known if one.public == sheet.public), None)
    if same is not None:
        return same, "" if same.is_confirmed else "unconfirmed_key"
    return None, "changed_key" if known else "unknown_key"


@transaction.atomic
def keep_package(upload: File[bytes], *, mandate: Mandate, on: date) -> Run:
    """Keep an uploaded package for a person to look at (giữ gói xem trước); nothing else changes.

    Refused for every fault of the file, and for a package that was taken in before. Căn cứ: không (quy ước
    nội bộ).
    """
    may_exchange(mandate, mandate.unit, on=on).require()
    if (upload.size or 0) > MAX_PACKED:
        raise unfit("size", most=MAX_PACKED // MEGABYTE)
    upload.seek(0)
    data = upload.read()
    opened = open_package(data, unit=mandate.unit)
    require_new(opened, mandate.unit)
    seal = hashlib.sha256(data).hexdigest()
    waiting = Run.objects.filter(unit=mandate.unit, kind=PREVIEW, state="waiting", data__sha256=seal).first()
    if waiting is not None:
        return waiting
    run = Run(
        unit=mandate.unit, kind=PREVIEW, total=len(opened.content["nominations"]), started_on=on,
        started_by=str(mandate), says=f"{opened.kind_says.capitalize()} của {opened.sheet.name}",
        data={"sha256": seal, "package": str(opened.pk)},
    )  # fmt: skip
    run.file.save(f"{opened.pk}.zip", ContentFile(data), save=False)
    run.save(force_insert=True)
    return run


def unit_of(run: Run) -> Unit:
    """The office an uploaded package waits at (nơi nhận gói). Căn cứ: không (quy ước nội bộ)."""
    assert run.unit is not None  # keep_package
    return run.unit


def opened_run(run: Run, *, unit: Unit, seen: Callable[[int], None] = _not_counted) -> Opened:
    """The package of a preview, checked again (gói xem trước). Căn cứ: không (quy ước nội bộ)."""
    with run.file.open("rb") as kept:
        return open_package(kept.read(), unit=unit, seen=seen)


def require_new(opened: Opened, unit: Unit) -> None:
    """Raise `Refused` for a package that is on file already (đã tiếp nhận).

    Căn cứ: không (quy ước nội bộ).
    """
    filed = Package.objects.filter(pk=opened.pk).first()
    if filed is not None:
        raise unfit("replay" if filed.unit_id == unit.pk else "own", day=vn_date(filed.on))


@transaction.atomic
def drop_package(run: Run, *, mandate: Mandate, on: date) -> None:
    """Drop an uploaded package that nobody took in (bỏ gói xem trước). Căn cứ: không (quy ước nội bộ)."""
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    may_exchange(mandate, unit_of(held), on=on).require()
    if held.state == "waiting":
        write("drop_package", f"Bỏ {held.says} chưa tiếp nhận.", actor=mandate.actor(), on=on)
        held.state, held.says = "failed", "Đã bỏ."
        held.save(update_fields=["state", "says"])


def file_package(opened: Opened, *, run: Run, data: Mapping[str, Any], mandate: Mandate, on: date) -> Package:
    """Put a package that was taken in on file (vào sổ gói); its run is done.

    Căn cứ: không (quy ước nội bộ).
    """
    about = opened.content["about"]
    with run.file.open("rb") as kept:
        held = kept.read()
    package = Package(
        id=opened.pk, unit=mandate.unit, partner=opened.known(), direction="received", kind=opened.kind,
        subject_id=opened.subject, digest=opened.digest, sha256=hashlib.sha256(held).hexdigest(),
        answers=Package.objects.filter(pk=about["package"]).first() if about else None,
        size=len(held), data=dict(data), note=opened.content["note"], on=on, by=str(mandate),
    )  # fmt: skip
    package.file.save(f"{package.pk}.zip", ContentFile(held), save=False)
    package.save(force_insert=True)
    run.state, run.done = "done", run.total
    run.save(update_fields=["state", "done"])
    says = f"Tiếp nhận {package.get_kind_display()} của {package.partner.office.name}."
    write("take_package", says, actor=mandate.actor(), on=on, thing=package, data={"sha256": package.sha256})
    return package


def answered(opened: Opened, unit: Unit) -> Package:
    """The own package that this one answers (gói được trả lời), by key and digest; raises `Refused` when it
    answers something else. Căn cứ: không (quy ước nội bộ).
    """
    about = opened.content["about"] or {"package": opened.content["id"], "digest": ""}
    found = Package.objects.filter(
        pk=about["package"], unit=unit, direction="sent", digest=about["digest"],
        subject_id=opened.subject, partner__their_id=opened.sheet.office,
    )  # fmt: skip
    package = found.first()
    if package is None:
        raise unfit("answers")
    return package
