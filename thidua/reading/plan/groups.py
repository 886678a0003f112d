"""Who may take part and be commended (đối tượng thi đua, khen thưởng)."""

from __future__ import annotations

import re

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.confidence import GUESSED, INFERRED
from thidua.reading.plan.document import Document
from thidua.reading.plan.header import PREAMBLE, issuing_sentence
from thidua.reading.plan.items import flat, found, is_lead
from thidua.reading.plan.model import Eligible, Found
from thidua.reading.plan.sections import Section, titled
from thidua.reading.plan.theme import TITLE

_SEMICOLON = re.compile(r";\s*")
_COMMAS = re.compile(r",\s+(?=(?:cac|uy ban|ubnd|mat tran|hoi|doan thanh nien|to chuc|toan the|moi)\b)")
_PEOPLE = re.compile(r",?\s+va\s+(?=(?:cac tang lop|moi nguoi dan|toan the nhan dan))")
_CAMPAIGN = re.compile(r"\s+(?:trong|tham gia|huong ung)\s+(?:thuc hien\s+)?(?:phong trao|dot)\s+thi dua\b")
_IN_PREAMBLE = re.compile(
    r"(?:phat dong|to chuc|trien khai|phong trao)\b[^.;]{0,300}?\s(?P<in>(?:trong|cho|toi|den)\s+(?:toan "
    r"the\s+)?"
    r"(?P<who>(?:can bo|cac|hoc sinh|doan vien|hoi vien|nhan dan|cong chuc|giao vien|toan the|don vi|tap the|"
    r"vien chuc|nguoi hoc|sinh vien|thanh nien|thieu nhi|cong nhan|nguoi lao dong|dang vien|doanh nghiep|"
    r"moi)\b[^.;:]{0,200}?))"
    r"(?=\s*,?\s*(?:cu the|voi|nhu sau|phong trao|nham)\b|\s*:|\s*$|\.|\s*\()"
)
_IN_TITLE = re.compile(
    r"\bthi dua\b.{0,200}?\s(?P<in>trong (?P<who>(?:(?:toan the|cac) )?(?:can bo|ho gia dinh|hoc sinh|"
    r"doan vien|hoi vien|cong chuc|giao vien|vien chuc|sinh vien|cong nhan|nguoi lao dong|dang vien|phu nu|"
    r"nong dan|thanh nien|chi hoi|chi doan|tang lop nhan dan)\b.{0,200}?))"
    r"(?=\s+(?:tren dia ban|nam \d{4}|nam hoc|giai doan|chao mung|huong toi|quy [ivx]+|thuoc)\b|\s*$)"
)
_LABEL = re.compile(
    r"(?:doi voi\s+|ve\s+)?(?:cac\s+)?(?:tap the|ca nhan|ho gia dinh|gia dinh|doanh nghiep|nong dan|nguoi "
    r"lao dong)[^:;]{0,40}$"
)
_FOR = re.compile(r"doi voi\s+")
_BESIDE = re.compile(r"(?:khong (?:xet|ap dung|khen)|luu y|chua xet)\b|pham vi[^,:]{0,20}:")


def read_eligible(document: Document, sections: list[Section]) -> Eligible:
    """The eligible groups: from their section, else named in the issuing sentence."""
    for section in sections:
        if section.topic == "eligible" or (section.topic == "groups_period" and section.inside):
            eligible = _from_section(section)
            if eligible.groups:
                return eligible
    named = _from_criteria(sections) or _from_preamble(document)
    return named if named.groups else _from_title(document)


def _from_section(section: Section) -> Eligible:
    groups: list[Found] = []
    labels: list[Found | None] = []
    texts: list[Clause] = []
    label: Found | None = None
    for clause in flat(section.paragraphs):
        title, rest = titled(clause)
        named = title if _is_label(title, clause) else None
        if named is not None and not rest:
            label = found(named, clause.id)
            continue
        body = rest if named is not None else clause.head
        if is_lead(body) or _BESIDE.match(body.plain):
            continue
        texts.append(clause)
        for group in split_groups(body):
            groups.append(found(group, clause.id))
            labels.append(found(named, clause.id) if named is not None else label)
    own = section.paragraphs
    text = found(own[0].head, own[0].id) if len(own) == 1 and not own[0].inside and len(texts) == 1 else None
    known = [one for one in labels if one]
    return Eligible(text, tuple(groups), tuple(known) if len(known) == len(groups) else ())


def _is_label(title: Passage, clause: Clause) -> bool:
    """A short name of a kind of candidate before a colon or above a list ("a) Tập thể")."""
    short = len(title.text.split()) <= 8
    above = bool(clause.inside) or ":" in clause.head.text
    return bool(title) and short and above and _LABEL.match(title.plain) is not None


def split_groups(text: Passage) -> list[Passage]:
    """Groups of one sentence: at semicolons, or at the commas before the next named body."""
    text = text.before(_CAMPAIGN).cut(drop=".;")
    groups = text.split(_SEMICOLON)
    if len(groups) == 1:
        parts = text.split(_COMMAS)
        if len(parts) > 2:
            groups = [*parts[:-1], *parts[-1].split(_PEOPLE)]
    return [group for one in groups if (group := one.before(_CAMPAIGN).cut(drop=".,"))]


def _from_criteria(sections: list[Section]) -> Eligible | None:
    """A section "Đối tượng, tiêu chuẩn …" without a part of its own for the groups: they head the
    criteria."""
    for section in sections:
        if section.topic not in ("award", "emulation") or "doi tuong" not in section.title.plain:
            continue
        groups = []
        for clause in flat(section.inside):
            title, _ = titled(clause)
            who = _FOR.match(title.plain)
            if who and clause.marker:
                groups.append(found(title.cut(who.end()), clause.id, confidence=INFERRED))
        if groups:
            return Eligible(None, _unique(groups))
        lead = next((c for c in section.paragraphs if c.kind == "text" and not is_lead(c.head)), None)
        if lead and len(lead.head.text) < 600:
            return Eligible(
                found(lead.head, lead.id),
                tuple(found(g, lead.id, confidence=GUESSED) for g in split_groups(lead.head)),
            )
    return None


def _unique(groups: list[Found]) -> tuple[Found, ...]:
    seen: dict[str, Found] = {}
    for group in groups:
        seen.setdefault(str(group.value).lower(), group)
    return tuple(seen.values())


def _from_title(document: Document) -> Eligible:
    """Groups that only the title names: "phong trào thi đua … trong các hộ gia đình, chi hội phụ nữ"."""
    hit = _IN_TITLE.search(document.title.plain)
    if hit is None:
        return Eligible()
    who = document.title.cut(hit.start("who"), hit.end("who"))
    return Eligible(
        found(document.title.cut(hit.start("in"), hit.end("in")), TITLE, confidence=GUESSED),
        tuple(found(group, TITLE, confidence=GUESSED) for group in split_groups(who)),
    )


def _from_preamble(document: Document) -> Eligible:
    sentence = issuing_sentence(document)
    hit = _IN_PREAMBLE.search(sentence.plain)
    if hit is None:
        return Eligible()
    who = sentence.cut(hit.start("who"), hit.end("who"))
    text = sentence.cut(hit.start("in"), hit.end("in"))
    return Eligible(
        found(text, PREAMBLE, confidence=INFERRED),
        tuple(found(g, PREAMBLE, confidence=INFERRED) for g in split_groups(who)),
    )
