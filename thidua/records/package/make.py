"""Make a package (lập gói): content and files sealed by the own office, kept as they were sent."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction

from thidua.journal.rows import time_ordered_id
from thidua.journal.write import write
from thidua.org.models import Mandate, Unit
from thidua.records.models import Package, Partner
from thidua.records.package.bag import read_bag, write_bag
from thidua.records.package.content import FILE, FORMAT, VERSION, Json, check_content, cleaned, write_content
from thidua.records.permissions import may_exchange
from thidua.records.seal import key_for, seal

EMPTY: Json = {
    "about": None, "note": "", "campaign": None, "units": [], "people": [], "collectives": [],
    "households": [], "papers": [], "nominations": [], "answers": [], "decisions": [],
}  # fmt: skip


@dataclass(frozen=True)
class Letter:
    """What goes into a package (nội dung gói sắp lập): its kind, the submission, the sections, the files.

    `answers` is the package it answers; `data` is kept beside it, e.g. how often each nomination was sent.
    """

    kind: str
    subject: UUID
    sections: Json
    files: Mapping[str, bytes] = field(default_factory=dict)
    answers: Package | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """The same for the same content (dấu nội dung), whatever day and key it is sealed with."""
        said = [self.kind, str(self.answers and self.answers.pk), cleaned(self.sections)]
        held = {path: hashlib.sha256(data).hexdigest() for path, data in self.files.items()}
        return hashlib.sha256(write_content({"said": said, "held": held})).hexdigest()


@transaction.atomic
def make_package(letter: Letter, *, partner: Partner, mandate: Mandate, on: date) -> Package:
    """Seal a package for a partner and keep it (lập gói); the same content again is the same package.

    Effects: a row with its file, a journal line. Raises `Refused` when the content does not fit the schema.
    Căn cứ: không (quy ước nội bộ).
    """
    unit = partner.unit
    may_exchange(mandate, unit, on=on).require()
    last = Package.objects.filter(unit=unit, partner=partner, subject_id=letter.subject, direction="sent")
    before = last.order_by("-on", "-id").first()
    if before is not None and before.data.get("mark") == letter.mark:
        return before
    pk, key = time_ordered_id(), key_for(unit, actor=mandate.actor(), on=on)
    content = _content(pk, letter, partner=partner, on=on)
    check_content(content, files=letter.files)
    data = write_bag(
        {FILE: write_content(content), **letter.files}, name=f"goi-{pk}",
        info=_cover(pk, unit, public=key.public, on=on), seal=lambda tags: seal(tags, key=key),
    )  # fmt: skip
    return _keep(pk, letter, data, partner=partner, mandate=mandate, on=on)


def office_of(unit: Unit, pk: UUID) -> Json:
    """An office as a package names it (cơ quan gửi, nhận); `pk` is its key in its own installation."""
    return {"id": str(pk), "name": unit.name, "level": unit.level, "code": unit.code}


def _content(pk: UUID, letter: Letter, *, partner: Partner, on: date) -> Json:
    about = letter.answers
    said = {
        **EMPTY, **letter.sections, "format": FORMAT, "version": VERSION, "id": str(pk), "kind": letter.kind,
        "made_on": on.isoformat(), "from": office_of(partner.unit, partner.unit_id),
        "to": office_of(partner.office, partner.their_id),
        "about": {"package": str(about.pk), "digest": about.digest} if about else None,
    }  # fmt: skip
    content: Json = cleaned(said)
    return content


def _cover(pk: UUID, unit: Unit, *, public: str, on: date) -> dict[str, str]:
    return {
        "Bagging-Date": on.isoformat(),
        "External-Identifier": str(pk),
        "Seal-Public-Key": public,
        "Source-Organization": unit.name,
    }


def _keep(pk: UUID, letter: Letter, data: bytes, *, partner: Partner, mandate: Mandate, on: date) -> Package:
    package = Package(
        id=pk, unit=partner.unit, partner=partner, direction="sent", kind=letter.kind,
        subject_id=letter.subject, answers=letter.answers, digest=read_bag(data).digest,
        sha256=hashlib.sha256(data).hexdigest(), size=len(data), data={**letter.data, "mark": letter.mark},
        note=letter.sections.get("note", ""), on=on, by=str(mandate),
    )  # fmt: skip
    package.file.save(f"{pk}.zip", ContentFile(data), save=False)
    package.save(force_insert=True)
    says = f"Lập {package.get_kind_display()} gửi {partner.office.name}."
    write("make_package", says, actor=mandate.actor(), on=on, thing=package, data={"sha256": package.sha256})
    return package
