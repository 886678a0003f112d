"""Who does what (tổ chức thực hiện, trách nhiệm)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua.reading.outline import Clause
from thidua.reading.passage import NOTHING, Passage
from thidua.reading.plan.items import found, item
from thidua.reading.plan.model import Duty, Found
from thidua.reading.plan.sections import Section, titled
from thidua.reading.tables import Table

_ASKED = re.compile(r"(?:de nghi|giao|yeu cau|doi voi|phan cong|trach nhiem cua)\s+(?:cho\s+)?")
_VERBS = (
    r"can cu|co trach nhiem|chiu trach nhiem|co nhiem vu|chu tri|chu dong|phoi hop|tham muu|xay dung|huong "
    r"dan|theo doi|"
    r"don doc|tang cuong|chi dao|trien khai|tiep nhan|kiem tra|day manh|bao cao|la co quan|giup|tong hop|"
    r"thuong xuyen|"
    r"tich cuc|quan triet|pho bien|thong tin|lua chon|dang tai|cap nhat|bo tri|can doi|thuc hien|tuyen "
    r"truyen|van dong|"
    r"phan cong|duoc giao|thong nhat|ra soat|dua tin|theo chuc nang|phat dong|cu the hoa|phat hien|tham dinh|"
    r"trinh|lap|xet|gui|nop|thong bao|hop dan|huy dong|bao dam|dam bao|giam sat|to chuc cho|nhac nho|"
    r"chuan bi|"
    r"dang ky|quan ly|bien soan|tiep tuc|ho tro|cu can bo|nghiem tuc|kip thoi|khan truong|gop y|xac nhan|"
    r"(?<!cac )to chuc(?!\s*[,;-]|\s+(?:chinh tri|doan the|xa hoi|thanh vien|dang|hoi|co so|va\b|kinh te|"
    r"cung cap|hanh chinh))"
)
_VERB = re.compile(rf"(?<=\s)(?<!- )(?<!ban )(?:{_VERBS})\b")
_NOUNS = re.compile(
    r"(?:uy ban|ubnd|ubmttq|hdnd|hoi|ban|so|phong|truong|dang|doan|cong|cac|can bo|van phong|bi thu|chu tich|"
    r"thon|hieu truong|giam doc|"
    r"trung tam|tram|mat tran|to|don vi|co quan|chi|quan|cap uy|doanh|ngan hang|nhan dan|thu truong|thuong "
    r"truc|bo phan|"
    r"bao|dai|ke toan|van thu|ho|moi|toan the|cbcc|lanh dao|kho bac|benh vien|tap the|ca nhan|khoi|cum|tong|"
    r"lien|giao vien|"
    r"nguoi dung dau|ban quan ly|hop tac xa|chinh quyen|truong thon|to truong|dan quan|cong an|huyen|xa|tinh|"
    r"thanh)\b"
)
TABLE = "bảng phân công"
_WHO = re.compile(r"don vi|co quan|bo phan|chu tri|nguoi|thanh vien|phu trach")
_WHAT = re.compile(r"nhiem vu|cong viec|noi dung")
_SCORED = re.compile(r"\bdiem\b|ty le|ket qua")
_BODY_WORDS = 28
_SHORT_BODY = 12
# What stands before a colon among the duties without being a body.
_NO_BODY = re.compile(
    r"(?:trach nhiem|kinh phi|nguon|thoi gian|thoi han|che do|ho so|noi dung|hinh thuc|cong tac|luu y|"
    r"ghi chu|buoc|dot|"
    r"giai doan|tu ngay|truoc|sau|hang|dinh ky|thang|quy|tuan|ngay|muc|cu the|ngoai ra|trong do|vi du|"
    r"dia diem|phuong thuc|yeu cau|ket qua|viec|nhu|theo|khi|neu|cac noi dung|cac buoc)\b"
)


def is_duties(table: Table) -> bool:
    """Whether a table says who does what."""
    who, what = table.column(_WHO), table.column(_WHAT)
    return who is not None and what is not None and who != what and table.column(_SCORED) is None


def _from_table(table: Table) -> list[Duty]:
    """One duty for each row; a row without a body goes on with the one above."""
    who, what = table.column(_WHO), table.column(_WHAT)
    rows = [
        row for row in table.rows[1:] if who is not None and what is not None and len(row) > max(who, what)
    ]
    duties: list[Duty] = []
    for row in rows:
        task = (item(row[what or 0], TABLE),) if row[what or 0] else ()
        if row[who or 0] or not duties:
            body = found(row[who or 0], TABLE) if row[who or 0] else None
            duties.append(Duty(body, task))
        else:
            duties[-1] = Duty(duties[-1].body, duties[-1].tasks + task)
    return duties


def read_duties(sections: list[Section], tables: Sequence[Table]) -> tuple[Duty, ...]:
    """The duties, body by body, and those of a table that assigns them."""
    duties: list[Duty] = []
    for section in sections:
        if section.topic == "responsibilities":
            for clause in section.paragraphs:
                _read(clause, duties)
    duties += [duty for table in tables if is_duties(table) for duty in _from_table(table)]
    return tuple(duty for duty in duties if duty.tasks)


def _read(clause: Clause, duties: list[Duty]) -> None:
    body, rest = _headed(clause)
    if not body:
        body, rest = _subject(clause.head)
    if not body and _all_headed(clause.inside):
        for child in clause.inside:
            _read(child, duties)
        return
    tasks: list[Found] = [item(rest, clause.id)] if rest else []
    tasks += [item(c.head, c.id) for child in clause.inside for c in child.walk() if c.head]
    duties.append(Duty(found(body, clause.id) if body else None, tuple(tasks)))


def _all_headed(clauses: list[Clause]) -> bool:
    return bool(clauses) and all(bool(_headed(c)[0]) or bool(_subject(c.head)[0]) for c in clauses)


def _headed(clause: Clause) -> tuple[Passage, Passage]:
    """A body as the title of the clause: before a colon, or alone on its line with its tasks below."""
    title, rest = titled(clause)
    colon = clause.head.text.find(":", 0, 250)
    if not title and colon > 0:
        title, rest = clause.head.cut(0, colon), clause.head.cut(colon + 1)
    if not title or not (rest or clause.inside):
        return NOTHING, NOTHING
    body = _bared(title)
    words = len(body.text.split())
    short = words <= _SHORT_BODY and body.text[:1].isupper() and not _NO_BODY.match(body.plain)
    if words > _BODY_WORDS or not (_NOUNS.match(body.plain) or short):
        return NOTHING, NOTHING
    return (body, rest) if _verb(body) is None else (NOTHING, NOTHING)


def _bared(title: Passage) -> Passage:
    return title.cut(_asked(title), None, drop=".:;")


def _asked(text: Passage) -> int:
    """Where the body begins behind "Đề nghị", "Giao" …; "giáo viên" only looks like the latter."""
    asked = _ASKED.match(text.plain)
    return asked.end() if asked and not text.text.lower().startswith("giáo") else 0


def _verb(text: Passage) -> re.Match[str] | None:
    """The verb of a sentence; in capitals it is part of a name ("Sở Xây dựng")."""
    hits = (hit for hit in _VERB.finditer(text.plain) if text.text[hit.start()].islower())
    return next(hits, None)


def _subject(text: Passage) -> tuple[Passage, Passage]:
    """The subject of a sentence, and what it has to do."""
    bare = text.cut(_asked(text))
    verb = _verb(bare)
    if verb is None or not _NOUNS.match(bare.plain):
        return NOTHING, text
    body = bare.cut(0, verb.start(), drop=",:")
    if not body or len(body.text.split()) > _BODY_WORDS:
        return NOTHING, text
    return body, bare.cut(verb.start())
