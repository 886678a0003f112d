"""The page where a plan stands beside what was understood: proposals by section, what is still open, the last
step (trang đọc kế hoạch).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponseRedirect
from django.urls import reverse

from thidua.campaigns.intake import is_day
from thidua.campaigns.models import PlanIntake, Proposal
from thidua.campaigns.permissions.campaign import may_settle
from thidua.campaigns.queries.plan import SECTIONS, last_click, proposals_of, section_of
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.vietnamese.dates import vn_date
from thidua.web.forms.plan import AddForm, award_choices
from thidua.web.plan_source import Block, blocks_of, has_pictures, is_scan, marked, place_in, sheets_of

OPEN_ONLY = "mo"


def plan_at(code: str, place: str, asked: str = "") -> HttpResponseRedirect:
    """Back to the page, at a place of it."""
    return HttpResponseRedirect(f"{reverse('plan', args=[code])}{asked}#{place}")


@dataclass(frozen=True)
class Failure:
    """An answer that was refused: what was typed stays in its row."""

    pk: str
    error: str
    typed: str = ""


@dataclass(frozen=True)
class Row:
    """One proposal as the page shows it (một chỗ đã đọc); `line` is the block of the source it came from."""

    proposal: Proposal
    address: str
    line: str
    is_edited: bool = False
    error: str = ""
    typed: str = ""

    @property
    def shown(self) -> str:
        """The value as people read it: a day as 31/5/2023."""
        value = self.proposal.value
        if value and is_day(self.proposal.path):
            return vn_date(date.fromisoformat(value))
        return value


@dataclass
class Section:
    """One section of the plan with its rows (một phần của kế hoạch)."""

    id: str
    name: str
    rows: list[Row] = field(default_factory=list)

    @property
    def open_count(self) -> int:
        return sum(row.proposal.state == "open" and bool(row.proposal.value) for row in self.rows)


@dataclass(frozen=True)
class Wish:
    """What the address asks of the page (cách xem): only what is open, one row to be written in."""

    open_only: bool = False
    edit: str = ""
    failure: Failure | None = None
    add_form: AddForm | None = None


def plan_context(intake: PlanIntake, *, mandate: Mandate, on: date, wish: Wish) -> dict[str, Any]:
    """Everything the page needs."""
    proposals = list(proposals_of(intake))
    blocks = blocks_of(intake)
    answers = _answers(intake)
    rows = [_row(one, answers, blocks, wish) for one in sorted(proposals, key=_order)]
    shown = [row for row in rows if not wish.open_only or not row.proposal.is_clear]
    return {
        **bar_context(intake, proposals, mandate=mandate, on=on),
        "sheets": sheets_of(marked(intake, blocks, proposals)),
        "sections": _sections(rows, shown),
        "has_pictures": has_pictures(intake),
        "is_scan": is_scan(intake),
        "cuts": reverse("plan-paragraph", args=[intake.code, 0]).removesuffix("0/"),
        "open_only": wish.open_only,
        "is_other_kind": not intake.reading.get("is_campaign_plan", True),
        "is_beginning": _is_beginning(intake),
        "reason": intake.reading.get("reason", ""),
        "add_form": wish.add_form or AddForm(awards=award_choices(proposals)),
    }


def bar_context(
    intake: PlanIntake, proposals: list[Proposal], *, mandate: Mandate, on: date
) -> dict[str, Any]:
    """The bar above the page: how much is clear, what can be done with all of it."""
    left = [one for one in proposals if not one.is_clear]
    total, allowed = len(proposals), may_settle(mandate, intake, on=on)
    return {
        "intake": intake,
        "here": reverse("plan", args=[intake.code]),
        "left": len(left),
        "clear": total - len(left),
        "clear_words": f"Đã rõ {total - len(left)} trên {total} chỗ",
        "left_words": f"còn {len(left)}" if left else "",
        "total": total,
        "suggestions": sum(one.kind == "problem" and bool(one.after) for one in left),
        "last": last_click(intake) if allowed.is_yes else None,
        "may_settle": allowed,
        "may_accept": _may_accept(allowed, len(left)),
    }


def rows_context(intake: PlanIntake, keys: list[str], *, wish: Wish) -> list[Row]:
    """The rows that an answer has changed."""
    blocks, answers = blocks_of(intake), _answers(intake)
    changed = {str(one.pk): one for one in proposals_of(intake).filter(pk__in=keys)}
    return [_row(changed[key], answers, blocks, wish) for key in keys if key in changed]


def _answers(intake: PlanIntake) -> str:
    """Where the answers of this plan go, before the key: resolved once, not for each of 300 rows."""
    nothing = UUID(int=0)
    return reverse("plan-answer", args=[intake.code, nothing]).removesuffix(f"{nothing}/")


def _row(one: Proposal, answers: str, blocks: list[Block], wish: Wish) -> Row:
    line, key = place_in(blocks, one), str(one.pk)
    address = f"{answers}{key}/?thay={one.step}"
    if wish.failure and wish.failure.pk == key:
        return Row(one, address, line, one.kind == "value", wish.failure.error, wish.failure.typed)
    return Row(one, address, line, wish.edit == key)


def _order(one: Proposal) -> tuple[bool, int, int]:
    return one.starts is None, one.starts or 0, one.position


def _may_accept(allowed: Ruling, left: int) -> Ruling:
    if allowed.is_yes and left:
        return no(f"Còn {left} chỗ phải quyết trước khi nhận.", rule="plan:open")
    return allowed


def _sections(rows: list[Row], shown: list[Row]) -> list[Section]:
    """The rows to be shown by section, in the order of the paper; a slip stands with the words it is in."""
    sections = {name: Section(name, words) for name, words, _ in SECTIONS}
    named = [(row.proposal.starts or 0, section_of(row.proposal.path)) for row in rows if _is_placed(row)]
    starts = [start for start, _ in named]
    for row in shown:
        if row.proposal.kind == "value":
            sections[section_of(row.proposal.path)].rows.append(row)
        else:
            place = bisect_right(starts, row.proposal.starts or 0) - 1
            sections[named[place][1] if place >= 0 else "facts"].rows.append(row)
    first = {name: place for place, (_, name) in reversed(list(enumerate(named)))}
    last = len(named)
    order = [section for section in sections.values() if section.rows]
    return sorted(order, key=lambda section: first.get(section.id, last))


def _is_placed(row: Row) -> bool:
    return row.proposal.kind == "value" and row.proposal.starts is not None


def _is_beginning(intake: PlanIntake) -> bool:
    """True when a plan was read that has nothing of what stands at its end: it may have been cut off."""
    read = intake.reading
    ended = read.get("responsibilities") or read.get("recipients") or (read.get("signer") or {}).get("name")
    return bool(intake.text) and bool(read.get("is_campaign_plan", True)) and not ended
