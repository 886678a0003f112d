"""Take a plan document in, begin one from nothing, or stop (đưa kế hoạch vào)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from itertools import chain

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.campaigns.models import Campaign, PlanIntake, Proposal
from thidua.campaigns.permissions.campaign import may_settle, may_take_plan
from thidua.campaigns.queries.plan import Plan, settled
from thidua.campaigns.queries.proposals import (
    COPIED,
    EMPTY,
    FORMS,
    gaps,
    proposals_from,
    stretches_in,
    understood,
    values,
)
from thidua.campaigns.queries.source import lines_as_json
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.book import rulebook_on
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.reading.files import MAX_BYTES, open_file
from thidua.reading.files.kinds import MEGABYTE, Scanned
from thidua.reading.source import Source, Unreadable


@transaction.atomic
def take_plan(upload: File[bytes], *, way: str, mandate: Mandate, on: date) -> PlanIntake:
    """Read a plan and keep what was understood for a person to go over (đọc kế hoạch).

    `way` is "draft", "original", or "new": then the file is another office's plan after which ours is
    written, and only its wording is proposed, not its number, day, body or signer. Effects: the intake with
    its proposals, one journal line. Raises `Refused` with the reader's sentence for a file that cannot be
    read, and `Scanned` for one whose letters `begin_scan` has to recognise; then nothing is kept. Căn cứ:
    không (quy ước nội bộ).
    """
    may_take_plan(mandate, on=on).require()
    if (upload.size or 0) > MAX_BYTES:
        raise Refused(
            no(
                f"Tệp lớn hơn {MAX_BYTES // MEGABYTE} MB; hãy giảm dung lượng hoặc chỉ tải phần văn bản.",
                rule="plan:unreadable",
            )
        )
    data = upload.read()
    try:
        source = open_file(upload.name or "", data)
    except Scanned:
        raise
    except Unreadable as unreadable:
        raise Refused(no(unreadable.sentence, rule="plan:unreadable")) from unreadable
    return keep_plan(source, data=data, way=way, mandate=mandate, on=on)


def keep_plan(source: Source, *, data: bytes, way: str, mandate: Mandate, on: date) -> PlanIntake:
    """Keep a source and what is understood of it (lưu bản đọc), `data` being its file.

    Effects: the intake with its proposals, one journal line. Căn cứ: không (quy ước nội bộ).
    """
    plan = understood(source, way=way)
    intake = PlanIntake(
        unit=mandate.unit, code=short_code(), name=source.name[-200:], way=way, kind=source.kind,
        sha256=hashlib.sha256(data).hexdigest(), text=source.text, reading=plan, added_by=str(mandate),
        added_on=on, lines=lines_as_json(source), pages=source.pages, stretches=stretches_in(source),
    )  # fmt: skip
    intake.file.save(f"{intake.code}.{source.kind}", ContentFile(data), save=False)
    intake.save()
    _propose(intake, proposals_from(plan, source, on=on))
    write("take_plan", f"Đọc kế hoạch từ tệp “{intake.name}”.", actor=mandate.actor(), on=on, thing=intake,
          data={"sha256": intake.sha256})  # fmt: skip
    return intake


def _propose(intake: PlanIntake, found: Iterable[Proposal]) -> None:
    """File the proposals of a plan in their order."""
    rows = list(found)
    for position, proposal in enumerate(rows):
        proposal.intake, proposal.position, proposal.clause = intake, position, proposal.clause[:60]
    Proposal.objects.bulk_create(rows)


@transaction.atomic
def begin_plan(*, source: Campaign | None, mandate: Mandate, on: date) -> PlanIntake:
    """Begin a plan that does not exist yet (soạn kế hoạch mới), empty or from an earlier campaign or one
    above.

    Effects: an intake of way "new" whose proposals are all open, to be written section by section. Căn cứ:
    không (quy ước nội bộ).
    """
    may_take_plan(mandate, on=on).require()
    plan = {**EMPTY, "awards": _forms_of_the_day(on), **(plan_of(source) if source else {})}
    plan["places"] = {path: _nowhere() for path in paths_in(plan)}
    name = f"Soạn theo “{source.short_title}”" if source else "Soạn mới"
    intake = PlanIntake.objects.create(
        unit=mandate.unit, code=short_code(), name=name[:200], way="new", kind="new", sha256="", text="",
        reading=plan, added_by=str(mandate), added_on=on,
    )  # fmt: skip
    _propose(intake, chain(gaps(plan), values(plan)))
    write("begin_plan", f"Bắt đầu soạn kế hoạch: {name}.", actor=mandate.actor(), on=on, thing=intake)
    return intake


def _nowhere() -> dict[str, object]:
    return {"clause": "", "from": None, "to": None, "confidence": None}


def plan_of(campaign: Campaign) -> Plan:
    """What an earlier plan said, as a start for a new one (kế hoạch cũ làm mẫu); days and number are left
    out.

    Căn cứ: không (quy ước nội bộ).
    """
    intake = PlanIntake.objects.filter(campaign=campaign).first()
    if intake is None:
        return {"contents": [content.text for content in campaign.contents.all()]}
    kept = settled(intake)
    return {name: kept[name] for name in COPIED if kept.get(name)}


def _forms_of_the_day(on: date) -> list[dict[str, object]]:
    """The award forms a plan may offer on that day, for a plan that is written here."""
    names = {form: level for level, form in FORMS.items()}
    offered = [form for form in rulebook_on(on).forms() if form.id in names]
    return [
        {"form": form.short, "level": names[form.id], "delegated": False, "criteria": []} for form in offered
    ]


def paths_in(plan: Plan) -> list[str]:
    """The path of every text of a plan (các mục có chữ). Căn cứ: không (quy ước nội bộ)."""
    skipped = ("places", "problems", "period", "is_campaign_plan", "file")
    return [path for name, value in plan.items() if name not in skipped for path in _leaves(name, value)]


def _leaves(path: str, value: object) -> list[str]:
    if isinstance(value, str):
        return [] if path.endswith(".level") else [path]
    if isinstance(value, list):
        return [leaf for place, item in enumerate(value) for leaf in _leaves(f"{path}[{place}]", item)]
    if isinstance(value, dict):
        return [leaf for name, item in value.items() for leaf in _leaves(f"{path}.{name}", item)]
    return []


@transaction.atomic
def discard_plan(intake: PlanIntake, *, mandate: Mandate, on: date) -> None:
    """Stop and remove what was read (dừng, bỏ bản đã tải); the journal keeps that it was here.

    Raises `Refused` once it has become a campaign. Căn cứ: không (quy ước nội bộ).
    """
    may_settle(mandate, intake, on=on).require()
    write("discard_plan", f"Bỏ bản kế hoạch “{intake.name}”.", actor=mandate.actor(), on=on, thing=intake)
    intake.file.delete(save=False)
    intake.delete()
