"""What a settled plan becomes: rows of a campaign, not yet saved (các phần của đợt thi đua theo kế hoạch)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from thidua.campaigns.models import ContentArea, Criterion, Deadline, EligibleGroup, Obligation, OfferedAward
from thidua.campaigns.queries.plan import Plan
from thidua.campaigns.queries.proposals import form_of
from thidua.law.book import Rulebook
from thidua.law.clock import next_working_day
from thidua.law.ruling import Refused
from thidua.vietnamese.dates import find_dates
from thidua.vietnamese.text import fold

Labels = dict[str, str]
LEVELS = {"giay_khen_xa": "xa", "giay_khen_huyen": "huyen", "bang_khen_tinh": "tinh"}
RECIPIENTS = (
    ("collective", r"tap the|co quan|don vi|to chuc|chi bo|dia phuong"),
    (
        "individual",
        r"ca nhan|can bo|cong chuc|vien chuc|chien si|chien sy|nguoi lao dong|nong dan|hoi vien|hoc sinh",
    ),
    ("household", r"gia dinh|\bho\b"),
)
ALL_RECIPIENTS = ["collective", "individual", "household"]
DUE = (
    ("register", r"dang ky"),
    ("review", r"ho so|de nghi khen|de nghi xet|trinh khen|tong ket"),
    ("report", r"bao cao|ket qua"),
    ("session", r"hop xet|hoi dong hop"),
    ("ceremony", r"trao thuong|cong bo|le ky niem"),
)
_ALSO = re.compile(r";(?!\s*hoặc\b)\s*")
_LEAD = re.compile(r"^(?P<who>[^.:]{10,240}):\s+(?=\S)")


def short_words(text: str, limit: int = 150) -> str:
    """The first words of a content, to be listed (gọi tắt): cut at a colon, a full stop or a word."""
    first = re.split(r"[:.;]\s", text, maxsplit=1)[0]
    if len(first) <= limit:
        return first.rstrip(".:;")
    return f"{first[:limit].rsplit(' ', 1)[0]}…"


def short_title(title: str) -> str:
    """What the campaign is called in lists (tên gọn): the title without the words of launching, at most 120
    letters.
    """
    text = re.sub(r"^(?:V/v|Về việc|Về)\s+", "", title, flags=re.IGNORECASE)
    text = re.sub(r"^(?:tổ chức\s+)?(?:phát động|mở)\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*\([^)]*\)", "", text).strip()
    return short_words(text[:1].upper() + text[1:], 120)


def anniversary(plan: Plan) -> date | None:
    """The day that is celebrated (ngày kỷ niệm): the latest full date of the occasion, or of the title."""
    said = str(plan.get("occasion") or plan.get("title") or "")
    days = [found.value for found in find_dates(said) if found.value]
    return max(days, default=None)


def content_rows(plan: Plan, labels: Labels) -> Iterator[ContentArea]:
    """The contents of the campaign (nội dung thi đua)."""
    for place, text in enumerate(plan.get("contents") or []):
        clause = labels.get(f"contents[{place}]", "")
        yield ContentArea(order=place + 1, text=text, short=short_words(text), clause=clause)


def obligation_rows(plan: Plan, labels: Labels) -> Iterator[Obligation]:
    """Solutions, targets and duties (giải pháp, chỉ tiêu, trách nhiệm)."""
    for kind, field in (("solution", "solutions"), ("target", "targets")):
        for place, text in enumerate(plan.get(field) or []):
            clause = labels.get(f"{field}[{place}]") or _clause_holding(text, plan, labels)
            yield Obligation(kind=kind, order=place + 1, text=text, clause=clause)
    for place, duty in enumerate(plan.get("responsibilities") or []):
        clause = labels.get(f"responsibilities[{place}]", "") or labels.get(
            f"responsibilities[{place}].tasks[0]", ""
        )
        body, text = str(duty.get("body") or "")[:300], "\n".join(duty["tasks"])
        yield Obligation(kind="duty", order=place + 1, body=body, text=text, clause=clause)


def _clause_holding(text: str, plan: Plan, labels: Labels) -> str:
    """The clause of the content or solution in which a target stands."""
    for field in ("contents", "solutions"):
        for place, longer in enumerate(plan.get(field) or []):
            if text in longer:
                return labels.get(f"{field}[{place}]", "")
    return ""


def group_rows(plan: Plan, labels: Labels) -> Iterator[EligibleGroup]:
    """Who may be commended (đối tượng)."""
    for place, text in enumerate((plan.get("eligible") or {}).get("groups") or []):
        yield EligibleGroup(order=place + 1, text=text, clause=labels.get(f"eligible.groups[{place}]", ""))


def award_rows(plan: Plan, labels: Labels, book: Rulebook) -> Iterator[tuple[OfferedAward, list[Criterion]]]:
    """The award forms that exist on that day, each once, with their criteria (hình thức, tiêu chuẩn)."""
    taken: set[str] = set()
    for place, award in enumerate(plan.get("awards") or []):
        form = form_of(award)
        if not form or form in taken or not _exists(form, book):
            continue
        taken.add(form)
        clause = labels.get(f"awards[{place}].form", "")
        criteria = [] if award.get("delegated") else list(criterion_rows(award, place, labels))
        yield OfferedAward(
            order=len(taken), form=form, title=str(award["form"])[:250], level=LEVELS[form],
            delegated=bool(award.get("delegated")) or not criteria, lead=str(award.get("lead") or ""),
            clause=clause,
        ), criteria  # fmt: skip


def _exists(form: str, book: Rulebook) -> bool:
    try:
        book.form(form)
    except Refused:
        return False
    return True


def criterion_rows(award: dict[str, Any], place: int, labels: Labels) -> Iterator[Criterion]:
    """The criteria of a form, one row per criterion and kind of recipient of its group."""
    order = 0
    for number, criterion in enumerate(award.get("criteria") or []):
        path = f"awards[{place}].criteria[{number}]"
        clause = (
            labels.get(path) or labels.get(f"{path}.text[0]", "") or labels.get(f"awards[{place}].form", "")
        )
        group, texts = split_criteria(str(criterion.get("group") or ""), criterion["text"])
        for recipient in recipients_of(group):
            for text in texts:
                order += 1
                yield Criterion(order=order, recipient=recipient, group=group[:250], text=text, clause=clause)


def recipients_of(group: str) -> list[str]:
    """The kinds of recipients a group of the plan means (tập thể, cá nhân, hộ); all three when it names
    none.
    """
    words = fold(group.partition(":")[0])
    found = [kind for kind, pattern in RECIPIENTS if re.search(pattern, words)]
    return found or ALL_RECIPIENTS


def split_criteria(group: str, texts: list[str]) -> tuple[str, list[str]]:
    """Single criteria of a clause: parted at ";", alternatives ("hoặc") kept together, who it is for put to
    the group.
    """
    joined = " ".join(texts)
    lead = _LEAD.match(joined)
    if lead and ";" in lead["who"] or lead and "," in lead["who"]:
        group, joined = f"{group}: {lead['who']}" if group else lead["who"], joined[lead.end() :]
    parts = [part.strip(" .;") for part in _ALSO.split(joined)]
    return group, [part[:1].upper() + part[1:] for part in parts if part]


def deadline_rows(plan: Plan, *, ends: date | None, celebrated_on: date | None, on: date) -> list[Deadline]:
    """The days by which something is due (mốc thời gian): from the plan, the others proposed and marked as
    such.
    """
    found: dict[str, Deadline] = {}
    for deadline in plan.get("deadlines") or []:
        kind = _due_kind(f"{deadline.get('what')} {deadline.get('text')}")
        if deadline.get("iso") and kind and kind not in found:
            day = date.fromisoformat(deadline["iso"])
            found[kind] = Deadline(kind=kind, day=day, says=f"theo kế hoạch: {deadline['text']}"[:250])
    for kind, day in _proposed(ends, celebrated_on, on) if ends else ():
        found.setdefault(kind, Deadline(kind=kind, day=day, says="đề xuất, kế hoạch không ghi"))
    return sorted(found.values(), key=lambda row: row.day)


def _due_kind(text: str) -> str:
    return next((kind for kind, pattern in DUE if re.search(pattern, fold(text))), "")


def _proposed(ends: date, celebrated_on: date | None, on: date) -> list[tuple[str, date]]:
    """Working days that leave room before the anniversary, or three weeks after the end when there is none
    close by.
    """
    last = (
        celebrated_on
        if celebrated_on and ends < celebrated_on <= ends + timedelta(60)
        else ends + timedelta(20)
    )
    room, run = (last - ends).days, max((ends - on).days, 0)
    return [
        ("register", min(next_working_day(on + timedelta(10)), ends)),
        ("report", min(next_working_day(on + timedelta(run * 2 // 3)), ends)),
        ("review", next_working_day(ends + timedelta(max(room // 3, 1)))),
        ("session", next_working_day(ends + timedelta(max(room * 2 // 3, 1)))),
        ("ceremony", last),
    ]
