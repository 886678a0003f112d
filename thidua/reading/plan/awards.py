"""Award forms and their standards (hình thức, tiêu chuẩn khen thưởng)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import inf

from thidua.reading.outline import Clause
from thidua.reading.passage import Passage
from thidua.reading.plan.confidence import INFERRED, LABELLED
from thidua.reading.plan.criteria import group_of, texts_of
from thidua.reading.plan.items import flat, found, is_lead, item
from thidua.reading.plan.model import Award, Criterion, Found
from thidua.reading.plan.sections import Section, titled
from thidua.vietnamese.text import even

_FORMS = (
    r"(?:giay khen|bang khen|co thi dua|thu khen|huan chuong|huy chuong|ky niem chuong|danh hieu|chien si "
    r"thi dua|"
    r"lao dong tien tien|tap the lao dong xuat sac)"
)
_FORM = re.compile(
    rf"(?:de nghi\s+)?(?:tang\s+|tang thuong\s+|khen thuong\s+|hinh thuc\s+)?(?P<form>{_FORMS}\b.{{0,200}})"
)
_LISTED = re.compile(rf"(?:bao gom|gom|hinh thuc|la|sau)\s*:?\s+(?={_FORMS})")
_NEXT = re.compile(rf"\s*[;,]\s*(?:va\s+)?(?={_FORMS})|\s+va\s+(?={_FORMS})")
_GIVES = re.compile(
    rf"(?:tang(?:\s+thuong)?|nhan|xet|quyet dinh khen thuong|khen thuong)\s+(?P<form>{_FORMS}(?:\s+cua\s+chu "
    rf"tich\s+(?:ubnd|uy ban nhan dan)\s+\w+)?)"
)
_GIVER = re.compile(
    r"(?:chu tich (?:ubnd|uy ban nhan dan)|(?:hoi|doan|uy ban mat tran|lien doan)\b[^.;:]{0,40}?) "
    r"(?:xa|phuong|thi tran|dac khu|huyen|quan|tinh|thanh pho)\b"
)
_MOST_SHARED = 50
_FOR_FORM = re.compile(
    rf"(?:doi voi|tieu chuan(?: tang| xet| xet tang| de nghi)?|dieu kien(?: tang|"
    rf" xet tang)?)\s+(?={_FORMS}|tang|de nghi)"
)
_STANDARD_TITLE = re.compile(r"(?:dieu kien|tieu chuan|tieu chi)")
_FORMS_TITLE = re.compile(r"(?:cac )?(?:hinh thuc|muc khen)")
_GIVEN_FOR = re.compile(r",?\s+(?:(?:xet\s+)?tang|cho|doi voi)\s")
_FORM_ENDS = re.compile(r"\s+(?:va\s+(?:tien|kem|phan)|kem|theo|cho|doi voi|de|nham|voi)\b|\.\s|\s*[(:]")
_QUOTA = re.compile(r"\s*\([^()]*\d+\s*%?\s*[^()]*\)$")
_REMARK = re.compile(r"\s*\((?:hang|moi|khi|neu|doi voi|tong ket|so ket|cuoi|theo)\b[^()]*\)$")
_LEVEL_TITLE = re.compile(
    r"(?:khen thuong\s+)?cap\s+(?:xa|phuong|huyen|tinh|thanh pho|trung uong|co so|truong)"
)
_DELEGATES = re.compile(
    r"(?:do|giao)\b[^.;]{0,80}\b(?:quy dinh|huong dan|xem xet|quyet dinh)\b|theo tham quyen|theo huong dan\b|"
    r"theo quy dinh (?:cua|tai)\b"
    r"|(?:ubnd|uy ban nhan dan|chu tich)[^.;]{0,60}quyet dinh khen thuong"
)
_MONEY = re.compile(r"(?:nguon\s+)?kinh phi|muc tien thuong|tien thuong")
_FUNDS = re.compile(r"(?:nguon\s+)?kinh phi")
_PRINCIPLE = re.compile(
    r"(?:can cu (?:thanh tich|ket qua)|viec (?:xet|khen|de nghi|binh)|uu tien|chi xet|khong xet|quan tam|chu "
    r"trong|"
    r"khen thuong (?:phai|can|dam bao|bao dam)|dam bao|bao dam|khong khen)"
)
_LEVELS = (
    (
        "TW",
        re.compile(r"huan chuong|huy chuong|thu tuong|chinh phu|chu tich nuoc|trung uong|nha nuoc|\bbo\b"),
    ),
    ("xã", re.compile(r"\bxa\b|phuong\b|thi tran|dac khu")),
    ("huyện", re.compile(r"huyen|\bquan\b|thi xa\b")),
    ("tỉnh", re.compile(r"tinh\b|thanh pho\b|\btp\b")),
)


@dataclass
class _Draft:
    """An award form while its clauses are read."""

    form: Found | None
    level: str | None
    lead: Found | None = None
    criteria: list[Criterion] = field(default_factory=list)
    says: str = ""
    given: bool = (
        False  # found in a sentence that gives it ("… tặng Giấy khen"), which is its first criterion
    )

    @property
    def starts(self) -> float:
        """Where its name stands; one without a name comes last."""
        return self.form.place.start if self.form else inf

    @property
    def is_told(self) -> bool:
        """Whether more than the name is said."""
        return bool(self.criteria or self.lead)

    def done(self) -> Award:
        handed_on = bool(_DELEGATES.search(self.says)) and not any(c.group for c in self.criteria)
        listed = self.lead is None and len(self.criteria) <= 1
        return Award(self.form, self.level, handed_on and listed, tuple(self.criteria), self.lead)


def level_of(plain: str) -> str | None:
    """The level that gives an award, from its name: xã, huyện, tỉnh, TW."""
    giver = plain.rpartition(" cua ")[2]
    if "thi xa" in giver:
        return "huyện"
    return next((level for level, pattern in _LEVELS if pattern.search(giver)), None)


def read_awards(sections: list[Section]) -> tuple[Award, ...]:
    """All award forms of the plan in their order."""
    drafts: list[_Draft] = []
    shared: list[Criterion] = []
    for section in sections:
        if (
            section.topic == "award"
            or section.topic == "emulation"
            and section.under == "award"
            and "khen" in section.title.plain
        ):
            named = _FORMS_TITLE.match(section.title.plain) is not None
            standard = _STANDARD_TITLE.match(section.title.plain) is not None
            for clause in section.paragraphs:
                forms = _named_forms(clause) if named else []
                drafts += forms
                if standard and _is_plain(clause):
                    shared.append(Criterion(None, (item(clause.head, clause.id),)))
                elif not forms:
                    _read([clause], drafts, shared)
    if not drafts:
        drafts = [
            draft for section in sections if section.topic == "quotas" for draft in _counted_forms(section)
        ]
    drafts = _once_each(drafts)
    _share(drafts, shared)
    return tuple(draft.done() for draft in drafts)


def _is_plain(clause: Clause) -> bool:
    """A standard for everybody: no group, no form, nothing under it."""
    others = clause.inside or group_of(clause) or _form_of(clause) or _GIVES.search(clause.head.plain)
    return bool(clause.head) and not others and not _is_principle(clause) and not is_lead(clause.head)


def read_funding(sections: list[Section]) -> tuple[Found, ...]:
    """Where the money of the awards comes from (kinh phí khen thưởng)."""
    own = [found for section in sections if section.topic == "funding" for found in _funding(section)]
    said = [
        item(clause.head, clause.id, confidence=LABELLED)
        for section in sections
        if section.topic == "award"
        for clause in flat(section.paragraphs)
        if _FUNDS.match(clause.head.plain)
    ]
    return tuple(own + said)


def _funding(section: Section) -> list[Found]:
    """A title with its sentence on one line is kept whole; under a title of its own the sentences are."""
    if section.rest:
        return [item(section.clause.head, section.clause.id)]
    return [item(clause.head, clause.id) for clause in flat(section.paragraphs) if clause.head]


def _counted_forms(section: Section) -> list[_Draft]:
    """Forms that a plan names only where it says how many: "- Giấy khen của …: 03 tập thể"."""
    forms = [(clause, form) for clause in flat(section.inside) if (form := _counted(clause))]
    return [_Draft(found(form, clause.id), level_of(form.plain)) for clause, form in forms]


def _counted(clause: Clause) -> Passage | None:
    """The form of a line of quotas, before its number or behind its group ("Cá nhân: Giấy khen … cho 12")."""
    headed = _form_of(clause)
    _, rest = titled(clause)
    if headed or not re.match(_FORMS, rest.plain):
        return headed[0] if headed else None
    return rest.before(_FORM_ENDS).cut(drop=".;")


def _once_each(drafts: list[_Draft]) -> list[_Draft]:
    """The forms without those that are only listed and told in full elsewhere, in the order of the plan."""
    told = [even(str(draft.form.value)) for draft in drafts if draft.form and draft.is_told]
    kept = [
        draft
        for draft in drafts
        if draft.is_told or draft.form is None or not _is_among(even(str(draft.form.value)), told)
    ]
    return sorted(kept, key=lambda draft: draft.starts) if len(kept) < len(drafts) else drafts


def _is_among(form: str, told: list[str]) -> bool:
    """Whether a listed form, or one with its giver ("Giấy khen" of "Giấy khen của …"), is told in full."""
    return any(one == form or one.startswith(f"{form} cua ") for one in told)


def _named_forms(clause: Clause) -> list[_Draft]:
    """The forms of a sentence under the title "Hình thức" that begins with one: "Giấy khen của … kèm …"."""
    if clause.inside or _form_of(clause) or not re.match(_FORMS, clause.head.plain):
        return []
    parts = clause.head.before(_FORM_ENDS).cut(drop=".;").split(_NEXT)
    says = clause.head.plain
    return [_Draft(found(part, clause.id), level_of(part.plain), says=says) for part in parts]


def _share(drafts: list[_Draft], shared: list[Criterion]) -> None:
    """Standards given before any form is named hold for the form, or for each of the forms named after
    them."""
    for draft in drafts:
        if not draft.criteria or (draft.given and len(drafts) == 1):
            draft.criteria += shared[:_MOST_SHARED]


def _read(clauses: list[Clause], drafts: list[_Draft], shared: list[Criterion]) -> None:
    for clause in clauses:
        if _MONEY.match(clause.head.plain) or (clause.kind == "text" and _is_principle(clause)):
            continue
        form = _form_of(clause)
        if form is not None and _names_forms(clause.inside):
            _read(clause.inside, drafts, shared)
        elif form is not None:
            drafts.append(_drafted(clause, form[0], form[1]))
        elif clause.marker and _LEVEL_TITLE.match(clause.head.plain):
            drafts.append(_by_level(clause))
        else:
            _read_unnamed(clause, drafts, shared)


def _read_unnamed(clause: Clause, drafts: list[_Draft], shared: list[Criterion]) -> None:
    """A clause that is not headed by a form: a list of forms, a group of candidates, or a title above
    forms."""
    listed = _listed(clause)
    group = group_of(clause)
    if listed:
        drafts += listed
    elif group and not _names_forms(clause.inside):
        shared.append(_criterion(clause, group))
    elif clause.inside:
        _read(clause.inside, drafts, shared)
    elif given := _GIVES.search(clause.head.plain):
        form = clause.head.cut(given.start("form"), given.end("form"))
        level = level_of(form.plain) or _level_of_giver(clause.head.plain[: given.start()])
        draft = _Draft(found(form, clause.id, confidence=INFERRED), level, says=clause.head.plain, given=True)
        draft.criteria.append(Criterion(None, (item(clause.head, clause.id),)))
        drafts.append(draft)


def _level_of_giver(before: str) -> str | None:
    """The level of who gives it, named before the form: "Chủ tịch Ủy ban nhân dân xã tặng Giấy khen"."""
    giver = _GIVER.search(before)
    return level_of(giver.group()) if giver else None


def _form_of(clause: Clause) -> tuple[Passage, Passage] | None:
    """The award form that heads a clause, and what follows on its line."""
    if clause.marker is None:
        return None
    title, rest = titled(clause)
    headed = _FOR_FORM.match(title.plain) if title else None
    title = title.cut(headed.end()) if headed else title
    hit = _FORM.match(title.plain) if title else None
    if hit is None or ";" in title.text:
        return None
    if not rest and not clause.inside and _NEXT.search(title.plain):
        return None
    form = title.cut(hit.start("form"), None, drop=".:;").before(_REMARK)
    given = None if rest or clause.inside else _GIVEN_FOR.search(form.plain)
    return (form.cut(0, given.start()), form.cut(given.start(), None, drop=", ")) if given else (form, rest)


def _names_forms(clauses: list[Clause]) -> bool:
    return any(_form_of(clause) is not None for clause in clauses)


def _drafted(clause: Clause, form: Passage, rest: Passage) -> _Draft:
    draft = _Draft(found(form, clause.id), level_of(form.plain))
    inside = ([Clause(clause.id, "text", rest)] if rest else []) + clause.inside
    _fill(draft, inside)
    return draft


def _fill(draft: _Draft, clauses: list[Clause]) -> None:
    """Lead, groups and criteria under a form."""
    loose: list[Clause] = []
    for clause in clauses:
        draft.says += " " + clause.head.plain
        group = group_of(clause)
        if group:
            draft.criteria.append(_criterion(clause, group))
        elif _MONEY.match(clause.head.plain) or (loose and _is_principle(clause)):
            continue
        elif clause.kind == "text" and clause.head.text.endswith(":") and draft.lead is None and not loose:
            draft.lead = item(clause.head, clause.id)
        else:
            loose.append(clause)
    texts = texts_of(loose, rest=Passage("", ()), clause_id="")
    if texts:
        draft.criteria.insert(0, Criterion(None, texts))


def _criterion(clause: Clause, group: tuple[Passage, Passage]) -> Criterion:
    texts = texts_of(clause.inside, rest=group[1], clause_id=clause.id)
    return Criterion(found(group[0].before(_QUOTA).cut(drop=":."), clause.id), texts)


def _by_level(clause: Clause) -> _Draft:
    """A level ("Cấp xã") whose sentences name the form, or none."""
    draft = _Draft(None, level_of(clause.head.plain) or None)
    for child in flat(clause.inside):
        given = _GIVES.search(child.head.plain)
        if given and draft.form is None:
            draft.form = found(
                child.head.cut(given.start("form"), given.end("form")), child.id, confidence=INFERRED
            )
    _fill(draft, [child for child in clause.inside if not _MONEY.match(child.head.plain)])
    return draft


def _listed(clause: Clause) -> list[_Draft]:
    """A sentence that lists forms: "… bao gồm: Bằng khen …; Giấy khen"."""
    text = clause.head
    announced = _LISTED.search(text.plain)
    if announced is None and not (
        re.match(_FORMS, text.plain)
        and (clause.marker or _NEXT.search(text.plain) or _GIVEN_FOR.search(text.plain))
    ):
        return []
    parts = text.cut(announced.end() if announced else 0, None, drop=".;").split(_NEXT)
    drafts = [_bare(part, clause) for part in parts if len(part.text) < 120]
    if len(drafts) == 1 and announced is None:
        rest = text.cut(len(str(drafts[0].form)))
        said = any(letter.isalnum() for letter in rest.text)
        drafts[0].criteria += [Criterion(None, (item(rest, clause.id),))] if said else []
    return drafts


def _bare(part: Passage, clause: Clause) -> _Draft:
    """A form of a list without what it is given for ("Bằng khen … cho tập thể tiêu biểu")."""
    form = part.before(_GIVEN_FOR)
    return _Draft(found(form, clause.id), level_of(form.plain), says=clause.head.plain)


def _is_principle(clause: Clause) -> bool:
    return _PRINCIPLE.match(clause.head.plain) is not None and not is_lead(clause.head)


def read_principles(sections: list[Section]) -> tuple[Found, ...]:
    """How commendations are to be decided (nguyên tắc khen thưởng)."""
    principles: list[Found] = []
    for section in sections:
        if section.topic == "principles":
            principles += [
                item(c.head, c.id) for c in flat(section.paragraphs) if c.head and not is_lead(c.head)
            ]
        elif section.topic == "award":
            loose = [c for c in section.paragraphs if c.kind == "text" and _is_principle(c)]
            principles += [item(c.head, c.id, confidence=INFERRED) for c in loose]
    return tuple(principles)
