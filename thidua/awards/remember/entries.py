"""Enter, correct, remove and take back what old papers say of a candidate (ghi khen thưởng, kỷ luật cũ)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypeVar

from django.core.files.base import File
from django.db import IntegrityError, transaction

from thidua.awards.models import Discipline, PastAward, Remembered
from thidua.awards.models.history import DECIDING_LEVELS
from thidua.awards.queries.history import same_candidate
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.identify import Somebody, kind_of
from thidua.org.identify.identity import FIELDS
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_keep_record
from thidua.org.queries import government_of
from thidua.records.attach import attach
from thidua.records.models import Attachment
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze

PAPER = "past_award"
LEVELS = dict(DECIDING_LEVELS)


@dataclass(frozen=True)
class PastAwardWords:
    """What the paper of an old award says (khen thưởng cũ): the fields of the form; `amount` in đồng."""

    title: str
    decision: str
    decided_on: date
    decided_by: str
    level: str
    form: str = ""
    achievement: str = ""
    achieved_from: date | None = None
    achieved_to: date | None = None
    amount: int | None = None
    name: str = ""


@dataclass(frozen=True)
class DisciplineWords:
    """What the paper of a discipline says (kỷ luật); `ends` is None while its end is not known."""

    form: str
    starts: date
    paper: str
    ends: date | None = None
    name: str = ""


Words = PastAwardWords | DisciplineWords
Entry = TypeVar("Entry", bound=Remembered)
TABLES: dict[type[Words], type[Remembered]] = {PastAwardWords: PastAward, DisciplineWords: Discipline}
SAYS: dict[type[Remembered], str] = {PastAward: "khen thưởng cũ", Discipline: "kỷ luật"}
FIRST: dict[type[Words], tuple[tuple[str, str], ...]] = {
    PastAwardWords: (
        ("title", "hình thức, danh hiệu"),
        ("decision", "số quyết định"),
        ("decided_by", "người, cơ quan quyết định"),
    ),
    DisciplineWords: (("form", "hình thức kỷ luật"), ("paper", "văn bản về việc kỷ luật")),
}


@transaction.atomic
def remember(candidate: Somebody, *, words: Words, mandate: Mandate, on: date) -> Remembered:
    """Enter an old award or a discipline of a candidate from its paper (ghi từ giấy) and return the entry.

    Effects: the entry, kept by the own committee, a journal line. Raises `Refused` for a gap, for days that
    cannot be, and when the same award is entered already. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_record(mandate, candidate.unit, on=on).require()
    table = TABLES[type(words)]
    _require_right(words, candidate, on=on)
    entry = table(**fresh(candidate, words=words, unit=government_of(mandate.unit), mandate=mandate, on=on))
    entry.save(force_insert=True)
    # Others read the journal too: of a discipline it says that there is one, not which.
    which = "" if table is Discipline else f": {entry}"
    says = f"Ghi {SAYS[table]} của {candidate.name}{which}."
    write("remember", says, actor=mandate.actor(), on=on, thing=entry)
    return entry


@transaction.atomic
def correct(
    entry: Entry, *, words: Words, reason: str, expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Correct an entry after its paper (sửa điều đã ghi), with the reason; the journal keeps what was there.

    Raises `Refused` without a reason, for a wrong entry, and when somebody else changed it meanwhile.
    Căn cứ: không (quy ước nội bộ).
    """
    may_keep_record(mandate, entry.candidate.unit, on=on).require()
    _require_reason(reason)
    if entry.state != "kept":
        raise Refused(no("Điều này đã bỏ; hãy lấy lại trước khi sửa.", rule="remember:removed"))
    _require_right(words, entry.candidate, on=on, apart_from=entry)
    fields = _fields(words, entry.candidate)
    before = {name: str(getattr(entry, name)) for name in fields if getattr(entry, name) != fields[name]}
    for name, value in fields.items():
        setattr(entry, name, value)
    entry.why = reason.strip()
    keep(entry, *fields, "why", expected=expected)
    says = f"Sửa {SAYS[type(entry)]} của {entry.candidate.name}: {entry.why}."
    write("correct", says, actor=mandate.actor(), on=on, thing=entry, data={"before": before})


@transaction.atomic
def remove(entry: Remembered, *, reason: str, mandate: Mandate, on: date) -> None:
    """Remove what was entered by mistake (bỏ điều đã ghi), with the reason; it can be taken back.

    Căn cứ: không (quy ước nội bộ).
    """
    may_keep_record(mandate, entry.candidate.unit, on=on).require()
    _require_reason(reason)
    entry.why = reason.strip()
    says = f"Bỏ {SAYS[type(entry)]} của {entry.candidate.name}: {entry.why}."
    keep(entry, "why")
    advance(entry, "removed", actor=mandate.actor(), on=on, verb="remove", says=says)


@transaction.atomic
def take_back(entry: Remembered, *, mandate: Mandate, on: date) -> None:
    """Let a removed entry stand again (lấy lại điều đã bỏ). Raises `Refused` when it was entered anew since.

    Căn cứ: không (quy ước nội bộ).
    """
    may_keep_record(mandate, entry.candidate.unit, on=on).require()
    says = f"Lấy lại {SAYS[type(entry)]} của {entry.candidate.name}."
    try:
        with transaction.atomic():
            advance(entry, "kept", actor=mandate.actor(), on=on, verb="take_back", says=says)
    except IntegrityError as twice:
        fault = "Khen thưởng này đã được ghi lại sau khi bỏ; không cần lấy lại."
        raise Refused(no(fault, rule="remember:twice")) from twice


@transaction.atomic
def file_award_paper(award: PastAward, *, upload: File[bytes], mandate: Mandate, on: date) -> Attachment:
    """Keep the scan of an old award with its entry (đính kèm bản chụp). Căn cứ: không (quy ước nội bộ)."""
    may_keep_record(mandate, award.candidate.unit, on=on).require()
    return attach(upload, about=award, purpose=PAPER, mandate=mandate, on=on)


def fresh(candidate: Somebody, *, words: Words, unit: Unit, mandate: Mandate, on: date) -> dict[str, Any]:
    """The fields of a new entry (nội dung dòng mới). Căn cứ: không (quy ước nội bộ)."""
    about = {FIELDS[kind_of(candidate)]: candidate}
    kept = {"unit": unit, "entered_on": on, "entered_by": str(mandate)}
    return {**about, **kept, **_fields(words, candidate)}


def words_fault(words: Words, *, on: date) -> str:
    """What is wrong with an entry (lỗi nội dung); "" when nothing is. Căn cứ: không (quy ước nội bộ)."""
    for field, says in FIRST[type(words)]:
        if not getattr(words, field).strip():
            return f"Chưa ghi {says}."
    if isinstance(words, DisciplineWords):
        return _discipline_fault(words, on)
    return _award_fault(words, on)


def _award_fault(words: PastAwardWords, on: date) -> str:
    if words.level not in LEVELS:
        return "Hãy chọn cấp quyết định trong danh sách."
    if words.decided_on > on:
        return f"Ngày quyết định {vn_date(words.decided_on)} ở sau ngày làm việc {vn_date(on)}."
    if words.achieved_from and words.achieved_to and words.achieved_to < words.achieved_from:
        return "Thời gian lập thành tích kết thúc trước khi bắt đầu."
    if words.achieved_from and words.achieved_from > words.decided_on:
        return "Thời gian lập thành tích bắt đầu sau ngày quyết định."
    return ""


def _discipline_fault(words: DisciplineWords, on: date) -> str:
    if words.starts > on:
        return f"Ngày bắt đầu {vn_date(words.starts)} ở sau ngày làm việc {vn_date(on)}."
    if words.ends and words.ends < words.starts:
        return "Kỷ luật hết hiệu lực trước ngày bắt đầu."
    return ""


def _require_right(
    words: Words, candidate: Somebody, *, on: date, apart_from: Remembered | None = None
) -> None:
    fault = words_fault(words, on=on) or _twice(words, candidate, apart_from)
    if fault:
        raise Refused(no(fault, rule="remember:words"))


def _twice(words: Words, candidate: Somebody, apart_from: Remembered | None) -> str:
    """The same award of the same somebody, entered before in any of the merged records."""
    if isinstance(words, DisciplineWords):
        return ""
    same = PastAward.objects.filter(
        state="kept",
        decision=squeeze(words.decision),
        decided_on=words.decided_on,
        title=squeeze(words.title),
        **same_candidate(kind_of(candidate), candidate),
    )
    if apart_from is not None:
        same = same.exclude(pk=apart_from.pk)
    kept = same.first()
    return f"Đã ghi {kept} của {candidate.name}." if kept else ""


def _fields(words: Words, candidate: Somebody) -> dict[str, Any]:
    said = {
        name: squeeze(value) if isinstance(value, str) else value for name, value in asdict(words).items()
    }
    return said | {"name": said["name"] or candidate.name}


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused(no("Hãy ghi lý do; nhật ký giữ lại lý do này.", rule="remember:reason"))
