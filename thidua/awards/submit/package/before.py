"""Awards of before that came with dossiers (khen thưởng trước đây trong gói), kept as entered from old papers
and what became of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast
from uuid import UUID

from thidua.awards.models import DecisionItem, PastAward
from thidua.awards.queries.history import same_candidate
from thidua.awards.remember.entries import PAPER
from thidua.awards.submit.package.rows import Taken, day_of, known_row
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.org.identify import Somebody, kind_of
from thidua.org.identify.identity import FIELDS
from thidua.records.attach import attach
from thidua.records.models import Message
from thidua.records.package import Json, past_awards
from thidua.vietnamese.dates import vn_date

WORDS = ("name", "form", "title", "decision", "decided_by", "level", "achievement", "amount")
DAYS = ("decided_on", "achieved_from", "achieved_to")


def take_awards(taken: Taken, candidates: Mapping[str, Somebody]) -> None:
    """Keep the awards of before of these candidates, by their keys in the package (khen thưởng trước đây).

    An award that is on file already, decided here or entered from its paper, is left as it is; one this very
    sender told before is brought up to date. Căn cứ: không (quy ước nội bộ).
    """
    for row in past_awards(taken.content):
        held = _held(taken, row)
        if held is not None:
            _renew(taken, held, row)
        elif not _is_known(row, candidates[row["candidate"]]) and not _ended(row):
            _keep(taken, row, candidates[row["candidate"]])


def change_awards(taken: Taken) -> list[str]:
    """Write in what became of awards told before (đính chính, hủy bỏ khen thưởng trước đây) and return what
    was changed, in words. One that never was taken in from this sender is passed over.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18; không (quy ước nội bộ) về gói.
    """
    told: list[str] = []
    for row in past_awards(taken.content):
        held = _held(taken, row)
        if held is not None:
            told += _renew(taken, held, row)
    return told


def _held(taken: Taken, row: Json) -> PastAward | None:
    """The entry this sender told before; what anybody else entered is not the sender's to change."""
    return PastAward.objects.filter(pk=UUID(row["id"]), unit=taken.office).first()


def _is_known(row: Json, candidate: Somebody) -> bool:
    if known_row(DecisionItem, row["id"]) is not None or known_row(PastAward, row["id"]) is not None:
        return True
    same = PastAward.objects.filter(**same_candidate(kind_of(candidate), candidate))
    return same.filter(
        decision=row["decision"],
        decided_on=date.fromisoformat(row["decided_on"]),
        title=row["title"],
        state="kept",
    ).exists()


def _ended(row: Json) -> Json | None:
    """What took the award away, or None while it stands."""
    gone = [one for one in row["amendments"] if one["kind"] != "correction"]
    return gone[-1] if gone else None


def _fields(row: Json) -> dict[str, Any]:
    words = {name: row[name] for name in WORDS}
    return {**words, **{name: day_of(row[name]) for name in DAYS}}


def _keep(taken: Taken, row: Json, candidate: Somebody) -> None:
    entry = PastAward(
        id=UUID(row["id"]), unit=taken.office, entered_on=taken.on,
        entered_by=f"{taken.office.short_name} (gói hồ sơ)"[:250], **{FIELDS[kind_of(candidate)]: candidate},
        **_fields(row),
    )  # fmt: skip
    entry.save(force_insert=True)
    for file in row["files"]:
        upload = taken.opened.upload(file["path"], file["name"])
        attach(upload, about=entry, purpose=PAPER, mandate=taken.mandate, on=taken.on)
    says = f"Ghi khen thưởng trước đây của {candidate.name}: {entry}, theo gói của {taken.office.name}."
    write("take_in_package", says, actor=taken.mandate.actor(), on=taken.on, thing=entry)


def _renew(taken: Taken, entry: PastAward, row: Json) -> list[str]:
    """Bring an entry up to date with its sender; what was changed, in words."""
    fields = {name: value for name, value in _fields(row).items() if getattr(entry, name) != value}
    gone, told = _ended(row), []
    if fields:
        before = {name: str(getattr(entry, name)) for name in fields}
        for name, value in fields.items():
            setattr(entry, name, value)
        keep(entry, *fields)
        says = f"{taken.office.name} sửa khen thưởng đã báo của {entry.name}: {entry}.{_by_paper(row)}"
        write(
            "take_in_package", says, actor=taken.mandate.actor(), on=taken.on, thing=entry,
            data={"before": before},
        )  # fmt: skip
        told.append(says)
    if (entry.state == "kept") == (gone is not None):
        told.append(_move(taken, entry, gone))
    return told


def _by_paper(row: Json) -> str:
    """The last correction by its paper, where there is one."""
    named = [one for one in row["amendments"] if one["kind"] == "correction"]
    return f" Đính chính theo {_paper(named[-1])}." if named else ""


def _paper(one: Json) -> str:
    return f"Quyết định số {one['number']} ngày {vn_date(cast(date, day_of(one['day'])))}"


def _move(taken: Taken, entry: PastAward, gone: Json | None) -> str:
    office = taken.office.name
    if gone is None:
        to, says = "kept", f"{office} báo lại khen thưởng của {entry.name} còn giá trị: {entry}."
    elif gone["kind"] == "revocation":
        to, says = "removed", f"{office} hủy bỏ khen thưởng của {entry.name}: {entry}; theo {_paper(gone)}."
    else:
        to, says = "removed", f"{office} bỏ khen thưởng đã báo nhầm của {entry.name}: {entry}."
    entry.why = f"{says} {gone['why']}".strip() if gone else ""
    keep(entry, "why")
    advance(entry, to, actor=taken.mandate.actor(), on=taken.on, verb="take_in_package", says=says)
    return says


def tell_changes(taken: Taken, about: Any, told: list[str]) -> None:
    """One message on this desk with everything that changed (báo khen thưởng trước đây thay đổi).

    Căn cứ: không (quy ước nội bộ).
    """
    Message.objects.create(
        unit=taken.office, to_unit=taken.mandate.unit, sent_on=taken.on, purpose="submission",
        about=about._meta.label_lower, about_id=about.pk, body="\n".join(told),
        subject=f"{taken.office.name}: khen thưởng trước đây thay đổi ({len(told)})"[:250],
    )  # fmt: skip
