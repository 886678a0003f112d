"""An initiative: noted, recognised by a paper, applied elsewhere (sáng kiến)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from thidua.campaigns.models import Campaign, Initiative, InitiativeAuthor, InitiativeUse
from thidua.campaigns.models.initiative import LEVELS
from thidua.campaigns.permissions.initiative import (
    may_apply_initiative,
    may_change_initiative,
    may_note_initiative,
    may_recognise_initiative,
    may_reopen_initiative,
)
from thidua.journal.actors import Actor
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.identify import require_another
from thidua.org.models import Mandate, Person, Unit
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.names import tidy_name
from thidua.vietnamese.text import nfc, same_text, squeeze


@dataclass(frozen=True)
class AuthorEntry:
    """An author as typed (tác giả): somebody on file, or a new name; `share` of the work in percent, or None.

    `is_another` answers that a new name is not the one on file that is like it.
    """

    person: Person | None = None
    name: str = ""
    honorific: str = "Ông"
    share: int | None = None
    is_another: bool = False


@dataclass(frozen=True)
class InitiativeEntry:
    """An initiative as typed (sáng kiến); see `models.Initiative`."""

    title: str
    what: str
    authors: tuple[AuthorEntry, ...]
    effect: str = ""
    amount: Decimal | None = None
    measure: str = ""
    applied_from: date | None = None
    how: str = ""


@dataclass(frozen=True)
class Recognition:
    """The paper that recognises an initiative (quyết định công nhận): who, number, level (LEVELS), day."""

    by: str
    paper: str
    level: str
    day: date


@dataclass(frozen=True)
class Application:
    """A unit that applies an initiative (nơi áp dụng), since when, what came of it."""

    unit: Unit
    since: date
    result: str = ""


WORDS = ("title", "what", "effect", "amount", "measure", "applied_from", "how")


@transaction.atomic
def note_initiative(
    campaign: Campaign, *, entry: InitiativeEntry, unit: Unit, mandate: Mandate, on: date
) -> Initiative:
    """Write an initiative of a unit down (ghi sáng kiến) and return it; new authors are put on file.

    Raises `Refused` without a name, content or author, for shares that are not 100 % together, when the
    officer types for a unit without the way it came, and once the campaign has closed. Căn cứ: không (quy ước
    nội bộ).
    """
    may_note_initiative(mandate, unit, campaign, on=on).require()
    initiative = Initiative(campaign=campaign, unit=unit, code=short_code(), noted_on=on)
    _fill(initiative, entry, for_unit=mandate.unit_id != unit.pk)
    initiative.save(force_insert=True)
    _set_authors(initiative, entry.authors)
    says = f"Ghi sáng kiến “{initiative.title}” của {unit.in_sentence}."
    write("note_initiative", says, actor=_actor(initiative, mandate), on=on, thing=initiative)
    return initiative


@transaction.atomic
def edit_initiative(
    initiative: Initiative, *, entry: InitiativeEntry, expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Rewrite an initiative that is not recognised yet (sửa sáng kiến).

    Raises `Refused` as `note_initiative` does, and when somebody else changed it meanwhile. Căn cứ: không
    (quy ước nội bộ).
    """
    may_change_initiative(mandate, initiative, on=on).require()
    _fill(initiative, entry, for_unit=mandate.unit_id != initiative.unit_id)
    keep(initiative, *WORDS, expected=expected)
    _set_authors(initiative, entry.authors)
    says = f"Sửa sáng kiến “{initiative.title}”."
    write("edit_initiative", says, actor=_actor(initiative, mandate), on=on, thing=initiative)


def _actor(initiative: Initiative, mandate: Mandate) -> Actor:
    unit = initiative.unit
    return mandate.actor(for_name=unit.name if mandate.unit_id != unit.pk else "")


def _fill(initiative: Initiative, entry: InitiativeEntry, *, for_unit: bool) -> None:
    initiative.title, initiative.what = squeeze(entry.title), nfc(entry.what).strip()
    initiative.effect, initiative.how = nfc(entry.effect).strip(), squeeze(entry.how)
    initiative.amount, initiative.measure = entry.amount, squeeze(entry.measure)
    initiative.applied_from = entry.applied_from
    for fault, sentence in (
        (not initiative.title, "Hãy ghi tên sáng kiến."),
        (not initiative.what, "Hãy ghi nội dung, cách làm của sáng kiến."),
        (not entry.authors, "Hãy ghi ít nhất một tác giả."),
        (bool(entry.amount is None) != (not initiative.measure), "Con số hiệu quả cần cả đơn vị tính."),
        (for_unit and not initiative.how, "Hãy ghi nhận tin của đơn vị bằng cách nào."),
        (not _is_whole(entry.authors), "Phần đóng góp ghi cho mọi tác giả và cộng lại phải bằng 100 %."),
    ):
        if fault:
            raise Refused(no(sentence, rule="initiative:entry"))


def _is_whole(authors: Sequence[AuthorEntry]) -> bool:
    """No shares at all, or one for everybody that make 100 together."""
    shares = [one.share for one in authors if one.share is not None]
    return not shares or (len(shares) == len(authors) and min(shares) > 0 and sum(shares) == 100)


def _set_authors(initiative: Initiative, authors: Sequence[AuthorEntry]) -> None:
    people = [one.person or _entered(initiative.unit, one) for one in authors]
    if len({person.pk for person in people}) < len(people):
        raise Refused(no("Một người chỉ ghi một lần trong các tác giả.", rule="initiative:authors"))
    initiative.authors.all().delete()
    for order, (person, one) in enumerate(zip(people, authors, strict=True), start=1):
        InitiativeAuthor.objects.create(initiative=initiative, person=person, share=one.share, order=order)


def _entered(unit: Unit, one: AuthorEntry) -> Person:
    """Somebody who is not on file yet, put there."""
    made = Person(unit=unit, name=tidy_name(one.name), honorific=one.honorific)
    known = Person.objects.filter(unit=unit, same_as=None)
    if any(same_text(person.name, made.name) for person in known):
        sentence = f"{unit.name} đã có {made.name} trong hồ sơ; hãy chọn tên có sẵn."
        raise Refused(no(sentence, rule="initiative:known"))
    require_another(made, is_another=one.is_another)
    made.save()
    return made


@transaction.atomic
def recognise_initiative(
    initiative: Initiative, *, recognition: Recognition, mandate: Mandate, on: date
) -> None:
    """Record the paper that recognises an initiative (ghi quyết định công nhận sáng kiến).

    Raises `Refused` without who recognised it and by which paper, for a level there is not, and for a day to
    come. Căn cứ: không (quy ước nội bộ); việc công nhận do văn bản được ghi.
    """
    may_recognise_initiative(mandate, initiative, on=on).require()
    by, paper = squeeze(recognition.by), squeeze(recognition.paper)
    for fault, sentence in (
        (not by or not paper, "Hãy ghi nơi công nhận và số văn bản công nhận."),
        (recognition.level not in dict(LEVELS), "Hãy chọn cấp công nhận trong danh sách."),
        (recognition.day > on, f"Ngày công nhận {vn_date(recognition.day)} chưa tới."),
    ):
        if fault:
            raise Refused(no(sentence, rule="initiative:recognition"))
    says = f"Sáng kiến “{initiative.title}” được {by} công nhận, {paper}."
    advance(initiative, "recognised", actor=mandate.actor(), on=on, verb="recognise_initiative", says=says)
    initiative.recognised_by, initiative.paper = by, paper
    initiative.level, initiative.recognised_on = recognition.level, recognition.day
    keep(initiative, "recognised_by", "paper", "level", "recognised_on")


@transaction.atomic
def drop_initiative(initiative: Initiative, *, reason: str, mandate: Mandate, on: date) -> None:
    """Set an initiative aside with the reason (không công nhận sáng kiến). Raises `Refused` without one.

    Căn cứ: không (quy ước nội bộ).
    """
    may_recognise_initiative(mandate, initiative, on=on).require()
    why = squeeze(reason)[:250]
    if not why:
        raise Refused(no("Hãy ghi vì sao không công nhận.", rule="initiative:reason"))
    says = f"Không công nhận sáng kiến “{initiative.title}”: {why}"
    advance(initiative, "dropped", actor=mandate.actor(), on=on, verb="drop_initiative", says=says)
    initiative.remark = why
    keep(initiative, "remark")


@transaction.atomic
def reopen_initiative(initiative: Initiative, *, reason: str, mandate: Mandate, on: date) -> None:
    """Take a recognition, or its refusal, back with the reason (xem lại sáng kiến). Raises `Refused` without
    one.

    Căn cứ: không (quy ước nội bộ).
    """
    may_reopen_initiative(mandate, initiative, on=on).require()
    why = squeeze(reason)[:250]
    if not why:
        raise Refused(no("Hãy ghi vì sao xem lại.", rule="initiative:reason"))
    says = f"Xem lại sáng kiến “{initiative.title}”: {why}"
    advance(initiative, "noted", actor=mandate.actor(), on=on, verb="reopen_initiative", says=says)
    initiative.recognised_by, initiative.paper, initiative.level = "", "", ""
    initiative.recognised_on, initiative.remark = None, why
    keep(initiative, "recognised_by", "paper", "level", "recognised_on", "remark")


@transaction.atomic
def apply_initiative(
    initiative: Initiative, *, application: Application, mandate: Mandate, on: date
) -> InitiativeUse:
    """Record that a unit applies an initiative (ghi nơi áp dụng sáng kiến); a second time rewrites it.

    Raises `Refused` for a unit that takes no part and for a day to come. Căn cứ: không (quy ước nội bộ).
    """
    may_apply_initiative(mandate, initiative, application.unit, on=on).require()
    if application.since > on:
        raise Refused(no(f"Ngày áp dụng {vn_date(application.since)} chưa tới.", rule="initiative:since"))
    said = {"since": application.since, "result": nfc(application.result).strip()}
    use, _ = InitiativeUse.objects.update_or_create(
        initiative=initiative, unit=application.unit, defaults=said
    )
    says = f"{application.unit.name} áp dụng sáng kiến “{initiative.title}” từ {vn_date(application.since)}."
    write("apply_initiative", says, actor=mandate.actor(), on=on, thing=initiative)
    return use


@transaction.atomic
def stop_applying(initiative: Initiative, *, unit: Unit, mandate: Mandate, on: date) -> None:
    """Take back that a unit applies an initiative (bỏ nơi áp dụng ghi nhầm). Căn cứ: không (quy ước nội
    bộ).
    """
    may_apply_initiative(mandate, initiative, unit, on=on).require()
    initiative.uses.filter(unit=unit).delete()
    says = f"Bỏ {unit.name} khỏi nơi áp dụng sáng kiến “{initiative.title}”."
    write("stop_applying", says, actor=mandate.actor(), on=on, thing=initiative)
