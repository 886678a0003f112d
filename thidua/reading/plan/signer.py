"""The foot of the paper (nơi nhận, người ký)."""

from __future__ import annotations

import re

from thidua.reading.passage import NOTHING, Passage, joined
from thidua.reading.plan.confidence import LABELLED
from thidua.reading.plan.document import Document
from thidua.reading.plan.items import found
from thidua.reading.plan.model import Found, Signer
from thidua.vietnamese.text import CAPITALS, SMALLS

FOOT = "cuối văn bản"
_NAMED = re.compile(r"noi nhan\s*:?\s*")
_AUTHORITY = re.compile(r"(?:tm|kt|tl|tuq|q)\s?\.|t/m\b")
_ROLE = re.compile(
    r"(?:q\.\s*|quyen\s+)?(?:pho\s+)?(?:chu tich|truong|giam doc|hieu truong|bi thu|chanh|cuc truong|chi cuc "
    r"truong|chu nhiem|"
    r"tong|vien truong|thu truong|chi huy|uy vien|tham muu|chinh uy|doi truong)\b"
)
_NAME = re.compile(rf"[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*){{1,5}}")
# A degree or a rank before the name belongs to the person's field, not to the name.
_DEGREE = re.compile(
    r"(?:(?:BSCK\s?I{0,2}|BSCKI{1,2}|[BD]S|CK\s?I{1,2}|ThS|TS|PGS|GS|CN|KS|NGƯT|TTƯT|Ths|Bs)\s?[.,]\s*)+"
    r"|(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy|uý)\s+"
)
_NAME_AFTER = re.compile(rf"\s(?=[{CAPITALS}][{SMALLS}])")
_DEPUTY = re.compile(r"\s(?=pho\s+\w)")
_HEAD_OFFICE = re.compile(r"\s(?=(?:pho\s+)?(?:chu tich|truong phong|giam doc|hieu truong)\b)")
_FILED = re.compile(r"[-–]?\s*luu\b")
_NEXT_ITEM = re.compile(r"(?<=[;.)])\s*[-–]\s*(?=\S)|;\s+(?=[-–])")
_RIGHT_COLUMN = re.compile(
    rf"(?<=[;.,)])(?<!TM\.)(?<!KT\.)(?<!TL\.)(?<!UQ\.)(?<!Q\.)\s+"
    rf"(?=[{CAPITALS}]{{2,}}(?:[ ]+[{CAPITALS}]{{2,}})*(?:\s+[{CAPITALS}][{SMALLS}]*){{0,5}}\.?$)"
)
_TANGLED = re.compile(rf"(?:(?:TM|KT|TL|TUQ|Q)\.\s)?[{CAPITALS}]{{2,}}(?:\s[{CAPITALS}]{{2,}})+(?=\s[-–]\s)")
_NAME_AT_END = re.compile(rf"(?<=[.;])\s+(?=(?:[{CAPITALS}][{SMALLS}]*\s?){{2,5}}$)")
_STAMP = re.compile(
    r"\(?(?:da ky|ky ten|ky,? (?:ghi ro )?ho (?:va )?ten|ky,? dong dau|ky ten,? dong dau)\)?\.?"
)
_SIGNS = re.compile(r"(?=(?:tm|kt|tl|tuq)\. |t/m )")


def read_foot(document: Document) -> tuple[tuple[Found, ...], Signer]:
    """The recipients and the signer."""
    whole = [piece for line in document.foot for piece in _untangled(line)]
    apart = [piece for line in whole if not _STAMP.fullmatch(line.plain) for piece in _columns(line)]
    lines = [part for line in apart for part in line.split(_SIGNS)]
    signing = [line for line in lines if _signs(line)]
    others = [line for line in lines if not _signs(line)]
    recipients, left = _recipients(others)
    return recipients, _signer(signing, left)


def _untangled(line: Passage) -> list[Passage]:
    """Recipients and signature on one line, their columns mixed: power to sign, office and name apart."""
    if not _NAMED.match(line.plain):
        return [line]
    hits = [hit for hit in _TANGLED.finditer(line.text) if _signs(line.cut(*hit.span()))]
    if not hits:
        return [line]
    edges = [0, *(edge for hit in hits for edge in hit.span()), len(line.text)]
    if name := _NAME_AT_END.search(line.text, edges[-2]):
        edges.insert(-1, name.end())
    parts = [line.cut(start, end) for start, end in zip(edges, edges[1:], strict=False)]
    return [part for part in parts if part]


def _columns(line: Passage) -> list[Passage]:
    """A recipient and the words in capitals of the right column, glued to one line when its blanks were
    lost.
    """
    hit = _RIGHT_COLUMN.search(line.text)
    if hit is None or line.text[: hit.start()].isupper() or not _ROLE.match(line.plain, hit.end()):
        return [line]
    return [line.cut(0, hit.start()), line.cut(hit.end())]


def _signs(line: Passage) -> bool:
    """A line of the signature: power to sign, or an office in capitals."""
    capitals = line.text[:4].isupper() and sum(c.isupper() for c in line.text) > len(line.text) / 3
    return capitals and bool(_AUTHORITY.match(line.plain) or _ROLE.match(line.plain))


def _recipients(lines: list[Passage]) -> tuple[tuple[Found, ...], list[Passage]]:
    """The recipients, and the lines that are none of them."""
    items: list[Passage] = []
    left: list[Passage] = []
    open_list, filed = False, False
    for line in lines:
        named = _NAMED.match(line.plain)
        if named:
            open_list, line = True, line.cut(named.end())
        for part in line.split(_NEXT_ITEM):
            if open_list and not filed and _belongs(part, items):
                _add(part, items)
                filed = _FILED.match(part.plain) is not None
            elif filed and part.text.startswith("("):
                items[-1] = joined([items[-1], part])
            else:
                left.append(part)
    clean = [one.cut(drop="-–+;,") for one in items]
    return tuple(found(one, FOOT) for one in clean if one), left


def _belongs(part: Passage, items: list[Passage]) -> bool:
    """A dash begins a recipient; without one it goes on with the line before, or stands in a list without
    dashes."""
    if part.text.startswith(("-", "–", "+")) or not items:
        return True
    dashed = items[0].text.startswith(("-", "–"))
    if not dashed:
        return part.text.endswith((";", ".")) or not _NAME.fullmatch(part.text)
    return (
        not items[-1].text.endswith((";", ".")) and not part.text.isupper() and not _NAME.fullmatch(part.text)
    )


def _add(part: Passage, items: list[Passage]) -> None:
    dashed = bool(items) and items[0].text.startswith(("-", "–"))
    if items and not part.text.startswith(("-", "–", "+")) and (dashed or part.text[0] in "(,"):
        items[-1] = joined([items[-1], part])
    else:
        items.append(part)


def _signer(signing: list[Passage], left: list[Passage]) -> Signer:
    lines = _with_names(signing, left)
    authority: list[Passage] = []
    roles: list[Passage] = []
    for line in lines:
        if _AUTHORITY.match(line.plain):
            split = _role_after(line)
            authority.append(line.cut(0, split))
            roles += [line.cut(split)] if split else []
        elif _ROLE.match(line.plain):
            roles.append(line)
        elif authority and not roles and line.text.isupper():
            authority.append(line)
    parted = [_split_name(role) for role in roles]
    role = parted[0][0] if parted else NOTHING
    name = next((name for _, name in parted if name), NOTHING) or _name(left)
    whole = joined(authority)
    return Signer(
        found(whole, FOOT) if whole else None,
        found(role, FOOT) if role else None,
        found(name, FOOT, confidence=LABELLED) if name else None,
    )


def _with_names(signing: list[Passage], left: list[Passage]) -> list[Passage]:
    """The lines of the signature in their order, with the broken ends of long ones ("… NHÂN / DÂN")."""
    ends = [line for line in left if line.text.isupper() and signing and line.start > signing[0].start]
    return sorted([*signing, *(line for line in ends if len(line.text) < 40)], key=lambda line: line.start)


def _role_after(line: Passage) -> int | None:
    """Where the office begins on the line of the power to sign; KT. names the office it stands for."""
    pattern = _DEPUTY if line.plain.startswith("kt") else _HEAD_OFFICE
    hit = pattern.search(line.plain) if line.plain.startswith(("kt", "tm", "t/m")) else None
    return hit.start() if hit and line.text[hit.start() :].split()[0].isupper() else None


def _split_name(role: Passage) -> tuple[Passage, Passage]:
    """A name on the line of the office: "CHỦ TỊCH Nguyễn Văn A"."""
    hit = _NAME_AFTER.search(role.text)
    if hit and _NAME.fullmatch(role.text[hit.end() :].rstrip(".")):
        return role.cut(0, hit.start()), role.cut(hit.end(), None, drop=".")
    return role, NOTHING


def _name(left: list[Passage]) -> Passage:
    """The last line that is a person's name."""
    bare = [line.cut(hit.end() if (hit := _DEGREE.match(line.text)) else 0) for line in left]
    names = [line.cut(drop=".") for line in bare if _NAME.fullmatch(line.text.rstrip(". "))]
    mixed = [name for name in names if not name.text.isupper()]
    return (mixed or names or [NOTHING])[-1]
