"""The page where a plan stands beside what was understood: lines of the source, proposals by section (trang
đọc kế hoạch).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thidua.campaigns.intake import is_day
from thidua.campaigns.models import PlanIntake, Proposal
from thidua.campaigns.permissions.campaign import may_settle
from thidua.campaigns.queries.plan import SECTIONS, proposals_of, section_of, settled
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.vietnamese.dates import vn_date
from thidua.web.forms.plan import AddForm, award_choices


@dataclass(frozen=True)
class Piece:
    """A stretch of a source line (đoạn chữ): what was understood of it, `first` when the proposal begins
    here.
    """

    text: str
    proposal: Proposal | None = None
    first: bool = False

    @property
    def needs_look(self) -> bool:
        return self.proposal is not None and not self.proposal.is_clear


@dataclass
class SourceLine:
    """A line of the source with its clause (dòng bản gốc); `proposal` is the first thing understood of that
    clause.
    """

    number: int
    clause: str = ""
    proposal: Proposal | None = None
    pieces: list[Piece] = field(default_factory=list)


def source_lines(intake: PlanIntake, proposals: list[Proposal]) -> list[SourceLine]:
    """The source text line by line, marked where something was understood (bản gốc có đánh dấu)."""
    placed = [one for one in proposals if one.starts is not None and one.ends is not None]
    first: dict[str, Proposal] = {}
    for one in sorted(placed, key=lambda one: one.starts or 0):
        if one.clause:
            first.setdefault(one.clause, one)
    lines, at = [], 0
    for number, text in enumerate(intake.text.split("\n")):
        end = at + len(text)
        if text.strip():
            opened = next((one for one in first.values() if at <= (one.starts or 0) <= end), None)
            line = SourceLine(number, opened.clause if opened else "", opened)
            line.pieces = _pieces(intake.text, at, end, placed)
            lines.append(line)
        at = end + 1
    return lines


def _pieces(text: str, start: int, end: int, placed: list[Proposal]) -> list[Piece]:
    here = [one for one in placed if (one.starts or 0) < end and (one.ends or 0) > start]
    edges = {start, end} | {
        edge for one in here for edge in (one.starts or 0, one.ends or 0) if start < edge < end
    }
    cuts = sorted(edges)
    pieces = []
    for left, right in zip(cuts, cuts[1:], strict=False):
        over = [one for one in here if (one.starts or 0) <= left and right <= (one.ends or 0)]
        inner = min(
            over, key=lambda one: (one.kind != "problem", (one.ends or 0) - (one.starts or 0)), default=None
        )
        words = text[left:right].replace("**", "").lstrip("#" if left == start else "")
        pieces.append(Piece(words, inner, inner is not None and inner.starts == left))
    return pieces


@dataclass(frozen=True)
class Row:
    """One proposal as the page shows it (một chỗ đã đọc)."""

    proposal: Proposal
    line: int | None
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
class Failure:
    """An answer that was refused: what was typed stays in its row."""

    pk: Any
    error: str
    typed: str


def plan_context(
    intake: PlanIntake,
    *,
    mandate: Mandate,
    on: date,
    failure: Failure | None = None,
    add_form: AddForm | None = None,
) -> dict[str, Any]:
    """Everything the page needs."""
    proposals = list(proposals_of(intake))
    lines = source_lines(intake, proposals)
    starts = _line_of(lines)
    rows = [
        Row(
            one,
            starts.get(one.pk),
            *((failure.error, failure.typed) if failure and failure.pk == one.pk else ()),
        )
        for one in sorted(proposals, key=lambda one: (one.starts is None, one.starts or 0, one.position))
    ]
    left = [row for row in rows if not row.proposal.is_clear]
    plan = settled(intake)
    allowed = may_settle(mandate, intake, on=on)
    return {
        "intake": intake,
        "lines": lines,
        "undecided": left,
        "sections": _sections(rows),
        "clear": len(rows) - len(left),
        "clear_words": f"Đã rõ {len(rows) - len(left)} trên {len(rows)} chỗ",
        "left_words": f"còn {len(left)}" if left else "",
        "total": len(rows),
        "suggestions": sum(row.proposal.kind == "problem" and bool(row.proposal.after) for row in left),
        "settled_problems": [row for row in rows if row.proposal.kind == "problem" and row.proposal.is_clear],
        "is_other_kind": not intake.reading.get("is_campaign_plan", True),
        "reason": intake.reading.get("reason", ""),
        "may_settle": allowed,
        "may_accept": _may_accept(allowed, len(left)),
        "add_form": add_form or AddForm(awards=award_choices(plan.get("awards") or [])),
    }


def _may_accept(allowed: Ruling, left: int) -> Ruling:
    if allowed.is_yes and left:
        return no(f"Còn {left} chỗ phải quyết trước khi nhận.", rule="plan:open")
    return allowed


def _line_of(lines: list[SourceLine]) -> dict[Any, int]:
    """Where each proposal begins in the source."""
    found: dict[Any, int] = {}
    for line in lines:
        for piece in line.pieces:
            if piece.proposal is not None:
                found.setdefault(piece.proposal.pk, line.number)
    return found


def _sections(rows: list[Row]) -> list[Section]:
    sections = {name: Section(name, words) for name, words, _ in SECTIONS}
    for row in rows:
        if row.proposal.kind == "value":
            sections[section_of(row.proposal.path)].rows.append(row)
    return [section for section in sections.values() if section.rows]
