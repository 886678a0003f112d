"""Emulation criteria per group (tiêu chí thi đua), apart from the standards of the award forms."""

from __future__ import annotations

import re

from thidua.reading.outline import Clause
from thidua.reading.passage import NOTHING, Passage
from thidua.reading.plan.items import flat, found, is_heading, is_lead, item
from thidua.reading.plan.model import Criterion, Found
from thidua.reading.plan.sections import Section, titled

GROUP = re.compile(
    r"(?:doi voi|ve phia)\s+|(?:tieu chuan|tieu chi)\s+(?:doi voi\s+|khen thuong\s+)?(?=tap the|ca nhan|ho "
    r"gia dinh)"
)
_APPENDED = re.compile(
    r"(?:theo|tai|xem)\s+(?:cac\s+)?(?:phu luc|bieu|bang)\b.{0,40}kem theo|phu luc dinh kem"
)
_GROUP_WORDS = 10
_CANDIDATE = re.compile(
    r"(?:cac\s+)?(?:tap the|ca nhan|ho gia dinh|gia dinh|doanh nghiep|nong dan|hoc sinh|sinh vien|giao vien|"
    r"giang vien|can bo|cong chuc|vien chuc|nguoi lao dong|doan vien|hoi vien)\b"
)


def group_of(clause: Clause) -> tuple[Passage, Passage] | None:
    """The group a clause is about ("Đối với cá nhân") and what follows on its line; None when it names
    none."""
    title, rest = titled(clause)
    if not title:
        return None
    named = GROUP.match(title.plain) or (
        _CANDIDATE.match(title.plain) and len(title.text.split()) <= 8 and (rest or clause.inside)
    )
    return (title, rest) if named and (rest or clause.inside) else None


def _named_above(clause: Clause) -> tuple[Passage, Passage] | None:
    """A group that heads its criteria without "Đối với" ("1. Tổ chuyên môn")."""
    short = is_heading(clause) and len(clause.head.text.split()) <= _GROUP_WORDS
    return (clause.head.cut(drop=":."), NOTHING) if short else None


def texts_of(clauses: list[Clause], *, rest: Passage, clause_id: str) -> tuple[Found, ...]:
    """The criteria under a group."""
    texts = [item(rest, clause_id)] if rest else []
    kept = (c for c in flat(clauses) if c.head and not is_lead(c.head))
    texts += [item(c.head, c.id) for c in kept if not (c.kind == "text" and _APPENDED.search(c.head.plain))]
    return tuple(texts)


def read_criteria(sections: list[Section]) -> tuple[Criterion, ...]:
    """The emulation criteria, group by group."""
    criteria: list[Criterion] = []
    for section in sections:
        if section.topic == "emulation":
            criteria += _criteria(section)
    return tuple(criteria)


def _criteria(section: Section) -> list[Criterion]:
    result: list[Criterion] = []
    loose: list[Clause] = []
    for clause in section.paragraphs:
        group = group_of(clause) or _named_above(clause)
        if group is None:
            loose.append(clause)
            continue
        who = GROUP.match(group[0].plain)
        name = group[0].cut(who.end() if who else 0)
        texts = texts_of(clause.inside, rest=group[1], clause_id=clause.id)
        result.append(Criterion(found(name, clause.id), texts))
    texts = texts_of(loose, rest=section.rest.cut(0, 0), clause_id=section.clause.id)
    return ([Criterion(None, texts)] if texts else []) + result
