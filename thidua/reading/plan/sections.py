"""Clauses -> sections by what their titles say (mục đích, nội dung, thời gian, khen thưởng …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from thidua.reading.markers import find_marker
from thidua.reading.outline import Clause, after_mark
from thidua.reading.passage import NOTHING, Passage

_TOPICS = tuple(
    (topic, re.compile(pattern))
    for topic, pattern in (
        ("purposes_requirements", r"(?:muc (?:dich|tieu)|y nghia)\b.*\byeu cau|yeu cau\b.*\bmuc dich"),
        ("purposes", r"muc dich|y nghia|muc tieu (?:chung|tong quat)"),
        ("targets", r"chi tieu\b(?!.*khen)|muc tieu\b"),
        ("requirements", r"yeu cau"),
        (
            "deadlines",
            r"(?:thoi (?:gian|han|diem)|han) (?:trinh|nop|gui|xet|de nghi|bao cao|dang ky|nhan|tiep nhan)",
        ),
        ("groups_period", r"doi tuong\b.*\bthoi gian|thoi gian\b.*\bdoi tuong"),
        ("principles", r"nguyen tac"),
        ("funding", r"(?:nguon )?kinh phi"),
        ("quotas", r"(?:so luong|ty le|co cau|chi tieu|dinh muc)\b.*khen"),
        ("dossier", r"(?:thu tuc|ho so|quy trinh)\b"),
        ("eligible", r"(?:pham vi.{0,6})?(?:doi tuong|thanh phan)(?!.*(?:tieu chuan|hinh thuc|tieu chi))"),
        (
            "award",
            (
                r"doi tuong\b.*(?:tieu chuan|hinh thuc)|(?:tieu c|hinh thuc).*(?:hinh thuc|khen)|"
                r"(?:khen|giai) thuong"
            ),
        ),
        ("assessment", r"tieu chi danh gia|danh gia.*xep loai|thang diem|(?:cham|tinh) diem"),
        ("ranking", r"(?:cach thuc |phuong phap )?(?:xep hang|binh xet)"),
        ("emulation", r"tieu chi|tieu chuan thi dua|tieu chuan"),
        ("theme", r"(?:ten (?:goi|phong trao)|khau hieu|chu de)(?!.*noi dung)"),
        ("contents", r"(?:chu de.*)?noi dung|nhiem vu"),
        (
            "period",
            (
                r"(?:thoi gian|thoi han|cac dot thi dua|tien do|phan ky|"
                r"lo trinh(?:$| thuc hien| trien khai| thi dua))"
                r"(?! qua\b)"
            ),
        ),
        (
            "solutions",
            r"(?:cac )?(?:giai phap|bien phap|phuong an)|(?:cach|hinh) thuc (?:thuc hien|to chuc)",
        ),
        (
            "responsibilities",
            (
                r"(?:(?:bien|giai) phap |cong tac )?to chuc (?:thuc hien|trien khai)|trach nhiem|phan cong|"
                r"trien khai thuc hien"
            ),
        ),
        ("review", r"(?:cong tac )?(?:so ket|tong ket|kiem tra)"),
    )
)
# Short titles that mean something else inside a section than alone ("Tiêu chuẩn" of a commendation).
_UNDER = {
    "purposes_requirements": (("purposes", re.compile(r"muc tieu(?! cu the)|y nghia")),),
    "award": (
        ("quotas", re.compile(r"so luong|ty le|co cau|dinh muc")),
        ("deadlines", re.compile(r"thoi (?:gian|han|diem)|han (?:nop|gui)")),
        (
            "award",
            re.compile(
                r"(?:muc|hinh thuc|danh hieu|cac hinh thuc)\b|(?:tieu chuan|dieu kien|tieu chi)(?!.*thi dua)"
            ),
        ),
    ),
    "dossier": (("deadlines", re.compile(r"thoi (?:gian|han|diem)|han (?:nop|gui)|noi (?:nhan|nop|gui)")),),
}
_INSIDE = {
    "purposes_requirements": {"purposes", "requirements", "targets"},
    "targets": {"purposes", "targets", "contents"},
    "purposes": {"targets", "purposes", "requirements"},
    "eligible": {"eligible", "award", "quotas", "dossier", "deadlines"},
    "contents": {
        "theme",
        "period",
        "contents",
        "targets",
        "solutions",
        "eligible",
        "assessment",
        "ranking",
        "emulation",
    },
    "award": {
        "assessment",
        "eligible",
        "award",
        "quotas",
        "dossier",
        "deadlines",
        "principles",
        "funding",
        "emulation",
        "period",
    },
    "groups_period": {"eligible", "period"},
    "responsibilities": {"period", "deadlines", "dossier", "eligible", "funding", "quotas"},
    "period": {"review", "deadlines"},
    "dossier": {"dossier", "deadlines", "quotas"},
    "other": {topic for topic, _ in _TOPICS},
    "solutions": set(),
}
_TITLE_WORDS = 22
_CAPS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Section:
    """What stands under one title. `rest` is text behind the title on its line, `inside` the clauses that
    are no
    section of their own, `topic` what it is about, `under` the topic of the section around it."""

    topic: str
    clause: Clause
    title: Passage
    rest: Passage
    inside: list[Clause] = field(default_factory=list)
    under: str = ""

    @property
    def paragraphs(self) -> list[Clause]:
        """The rest of the title line as a paragraph, and everything inside, in reading order."""
        first = [Clause(self.clause.id, "text", self.rest)] if self.rest else []
        return first + self.inside


def topic_of(title: Passage, *, under: str = "") -> str:
    """What a title is about in a section of the topic `under`; "other" when it is no title of a plan."""
    for topic, pattern in _UNDER.get(under, ()):
        if pattern.match(title.plain):
            return topic
    for topic, pattern in _TOPICS:
        hit = pattern.search(title.plain)
        if hit and hit.start() < 24:
            return _by_place(topic, hit, title)
    return "other"


_RIVALS = (
    ("contents", "solutions", "period", "responsibilities", "assessment", "emulation", "ranking", "targets"),
    ("dossier", "deadlines"),
    ("award", "quotas"),
    ("purposes", "targets"),
)


def _by_place(topic: str, hit: re.Match[str], title: Passage) -> str:
    """Of several kinds of work in one title ("Nội dung, giải pháp, tiêu chí"), the first named is its
    topic."""
    rivals = next((group for group in _RIVALS if topic in group), ())
    starts = [
        (other.start(), name)
        for name, pattern in _TOPICS
        if name in rivals and (other := pattern.search(title.plain)) is not None
    ]
    return min([(hit.start(), topic), *starts])[1]


def titled(clause: Clause) -> tuple[Passage, Passage]:
    """The title of a clause and what follows it on the same line; no title when the line is a sentence."""
    head = clause.head
    colon = head.text.find(":")
    if 0 < colon < 130 and len(head.text[:colon].split()) <= _TITLE_WORDS:
        return head.cut(0, colon), head.cut(colon + 1)
    end = _caps_end(head.text)
    if end:
        return head.cut(0, end, drop=".:"), after_mark(head, end)
    if len(head.text.split()) <= _TITLE_WORDS:
        return head.cut(drop=".:"), NOTHING
    return NOTHING, head


def _caps_end(text: str) -> int:
    """Where a run of at least two words in capitals ends; 0 when the text does not begin with one."""
    words = list(_CAPS.finditer(text))
    capitals = 0
    for word in words:
        if not word.group().isupper():
            return word.start() if capitals >= 2 else 0
        capitals += 1
    return len(text) if capitals >= 2 else 0


def sections_of(clauses: tuple[Clause, ...] | list[Clause]) -> list[Section]:
    """All sections of a plan, outer before inner."""
    return [section for clause in clauses for section in _open(clause, "", {topic for topic, _ in _TOPICS})]


def _open(clause: Clause, under: str, allowed: set[str]) -> Iterator[Section]:
    title, rest = titled(clause)
    topic = topic_of(title, under=under)
    if topic not in allowed:
        topic = "other"
    inner = _INSIDE.get(topic, set())
    own: list[Clause] = []
    taken: list[Clause] = []
    for child in clause.inside:
        (taken if _is_section(child, topic, inner) else own).append(child)
    yield Section(topic, clause, title, rest if topic != "other" else clause.head, own, under)
    for child in taken:
        yield from _open(child, topic, inner)


def _is_section(clause: Clause, under: str, allowed: set[str]) -> bool:
    """A clause inside a section is a section of its own when its title says so and it has something under
    it."""
    if clause.marker is None or (clause.kind in ("dash", "plus") and under not in ("period", "dossier")):
        return clause.kind == "dash" and under in ("contents", "responsibilities") and _is_period(clause)
    title, rest = titled(clause)
    if not title or not (rest or clause.inside):
        return False
    topic = topic_of(title, under=under)
    early = len(title.text.split()) <= 14 or title.text.isupper()
    return topic in allowed and early and _leads(topic, title, under)


def _is_period(clause: Clause) -> bool:
    title, rest = titled(clause)
    return bool(rest) and topic_of(title) == "period" and len(title.text.split()) <= 6


def is_bare_title(passage: Passage) -> bool:
    """A line in capitals that names a part of a plan, without a number ("NỘI DUNG THI ĐUA")."""
    end = _caps_end(passage.text)
    title = passage.cut(0, end, drop=" .:")
    if not end or len(title.text.split()) > 14 or find_marker(passage) is not None:
        return False
    topic = topic_of(title)
    return topic != "other" and _leads(topic, title)


def _leads(topic: str, title: Passage, under: str = "") -> bool:
    """The word that makes a title a title stands at its beginning."""
    if any(name == topic and pattern.match(title.plain) for name, pattern in _UNDER.get(under, ())):
        return True
    pattern = next(pattern for name, pattern in _TOPICS if name == topic)
    hit = pattern.search(title.plain)
    return hit is not None and hit.start() < 12
