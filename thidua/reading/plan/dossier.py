"""Papers to hand in and the days they are due (hồ sơ, thời hạn)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.confidence import INFERRED, PARTLY
from thidua.reading.plan.criteria import group_of
from thidua.reading.plan.items import flat, found, is_lead, item
from thidua.reading.plan.model import Deadline, Dossier, Found, IssueDate, Period
from thidua.reading.plan.sections import Section
from thidua.reading.plan.spans import issue_year, moment_of

_DAY = r"(?:ngay\s+)?\d{1,2}(?:\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?)"
_DUE = re.compile(
    rf"(?:(?:xong\s+)?truoc|cham nhat(?:\s+la|\s+den|\s+vao)?(?:\s+het)?|khong muon hon|han cuoi(?:\s+la)?|"
    rf"han(?:\s+nop)?(?:\s+la)?:?)\s+(?:\d{{1,2}}\s*(?:gio|h)\s*(?:\d{{1,2}}(?:\s*phut)?)?,?\s+)?"
    rf"(?P<day>{_DAY})"
)
_SEND = re.compile(
    r"\b(?:nop|gui|trinh|bao cao|dang ky|hoan thanh|hoan thien|tong hop|de nghi|tiep nhan|xet)\b"
)
_YEARLY = re.compile(r"\s+(?:hang|moi)\s+(?:nam|thang|quy)\b")
_HANDS_IN = re.compile(r"\b(?:nop|gui|dang ky|bao cao)\b[^.]{0,120}\b(?:truoc|cham nhat|han)\b")
_UNTIL = re.compile(rf"(?:den het|het|den|vao|trong)\s+(?P<day>{_DAY})")
_PAPER = re.compile(
    r"(?:\d{1,2}\s*)?(?:\(?\d{1,2}\)?\s+ban\s+)?(?:to trinh|bien ban|danh sach|bao cao|ban|tom tat|van ban|"
    r"phieu|giay|quyet dinh|chung nhan|anh)\b"
)
_PAPERS = re.compile(rf"\b(?:ho so|gom|bao gom)\b[^:]{{0,80}}:\s*|\bgom\s+(?:co\s+)?(?={_PAPER.pattern})")
_LISTS = re.compile(r"(?:thanh phan )?ho so\b")
_NEXT_PAPER = re.compile(r";\s*|\.\s+(?=\S)")
_SENT = re.compile(
    r"thoi (?:gian|han)\b|(?:ho so|danh sach|bao cao|de nghi|moi loai)?[^.;:]{0,60}(?:gui|nop|trinh|lap "
    r"thanh)\b[^.;]{0,200}\b(?:ve|cho|qua|truoc|len|thanh|hoi dong|ubnd)\b"
)
_WHERE = (
    "dossier",
    "deadlines",
    "responsibilities",
    "quotas",
    "award",
    "period",
    "solutions",
    "review",
    "contents",
    "other",
)


def read_dossier(sections: list[Section]) -> tuple[Dossier, ...]:
    """The papers of a dossier, for each group where the plan tells them apart."""
    parts: list[Dossier] = []
    for section in sections:
        if section.topic == "dossier":
            parts += _parts(section)
    return tuple(part for part in parts if part.items)


def _parts(section: Section) -> Iterator[Dossier]:
    loose: list[Clause] = []
    listed = section.rest.split(_NEXT_PAPER) if _LISTS.match(section.title.plain) else []
    if len(listed) > 1 and all(_PAPER.match(part.plain) for part in listed[:2]):
        kept = (part.cut(drop=".") for part in listed if _is_paper(part))
        yield Dossier(None, tuple(item(part, section.clause.id) for part in kept))
    for clause in section.inside if len(listed) > 1 else section.paragraphs:
        group = group_of(clause)
        if group is None:
            loose.append(clause)
            continue
        inner = ([Clause(clause.id, "text", group[1])] if group[1] else []) + clause.inside
        yield Dossier(found(group[0], clause.id), tuple(_papers(inner)))
    yield Dossier(None, tuple(_papers(loose)))


def _papers(clauses: list[Clause]) -> Iterator[Found]:
    for clause in flat(clauses):
        named = _PAPERS.search(clause.head.plain)
        if named and named.end() < len(clause.head.text):
            listed = clause.head.cut(named.end()).split(_NEXT_PAPER)
            kept = [part for part in listed if len(listed) == 1 or _is_paper(part)]
            yield from (item(part.cut(drop="."), clause.id, confidence=PARTLY) for part in kept)
        elif clause.marker and not clause.inside and _is_paper(clause.head):
            yield item(clause.head, clause.id)


def _is_paper(text: Passage) -> bool:
    """An item of the list, not the sentence that announces it or says where it is sent."""
    return (
        bool(text) and not is_lead(text) and (not _SENT.match(text.plain) or bool(_PAPER.match(text.plain)))
    )


def read_deadlines(sections: list[Section], issued: IssueDate, period: Period) -> tuple[Deadline, ...]:
    """All days by which something is due; the end of the campaign itself is no deadline."""
    year = issue_year(issued) or (int(str(period.end.value)[:4]) if period.end else None)
    deadlines: dict[tuple[str, str], Deadline] = {}
    for section in sections:
        if section.topic not in _WHERE:
            continue
        for clause in flat(section.paragraphs):
            if section.topic in ("contents", "other") and not _HANDS_IN.search(clause.head.plain):
                continue
            for deadline in _of_clause(clause, section.topic, year):
                iso = str(deadline.iso.value) if deadline.iso else ""
                if not _is_period(deadline, period):
                    deadlines.setdefault((iso, str(deadline.text.value).lower()), deadline)
    return tuple(deadlines.values())


def _is_period(deadline: Deadline, period: Period) -> bool:
    """The sentence of the period and its phases name no deadline."""
    spans = [period.text, *(phase.text for phase in period.phases)]
    return any(s and s.place.start <= deadline.text.place.start < s.place.end for s in spans)


def _of_clause(clause: Clause, topic: str, year: int | None) -> Iterator[Deadline]:
    text = clause.head
    hits = list(_DUE.finditer(text.plain))
    if not hits and (
        topic == "deadlines" or (topic in ("dossier", "responsibilities") and _SEND.search(text.plain))
    ):
        hits = list(_UNTIL.finditer(text.plain))[:1]
    for hit in hits:
        yearly = _YEARLY.match(text.plain, hit.end()) is not None
        day = None if yearly else _iso(hit["day"], year)
        before = text.plain.rfind(".", 0, hit.start()) + 1
        what = text.cut(before, hit.start(), drop=",;-") or text
        words = text.cut(hit.start(), hit.end())
        yield Deadline(
            found(what, clause.id, confidence=INFERRED),
            found(words, clause.id),
            found(words, clause.id, value=day) if day else None,
        )


def _iso(words: str, year: int | None) -> str | None:
    moment = moment_of(words)
    if moment is None:
        return None
    day = type(moment)(moment.year or year, moment.month, moment.day).first()
    return day.isoformat() if day else None
