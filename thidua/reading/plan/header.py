"""The letterhead (đầu văn bản): who issues, number, place and date; and the bases of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.reading.passage import NOTHING, Passage, joined
from thidua.reading.plan.confidence import INFERRED, LABELLED, STATED
from thidua.reading.plan.document import MOTTO, NUMBER, PLACE_DATE, Document
from thidua.reading.plan.items import flat, found
from thidua.reading.plan.model import Found, IssueDate
from thidua.vietnamese.text import CAPITALS, SMALLS, even

HEAD = "đầu văn bản"
PREAMBLE = "mở đầu"
_PLACE_WORDS = re.compile(rf"(?:\s[{CAPITALS}][{SMALLS}]+)+$")
_RULE = re.compile(r"\s*[-–_*.]{2,}\s*$")
_SECOND = re.compile(
    r"(?:ubnd|uy ban nhan dan|so|phong|tinh uy|huyen uy|dang bo|lien doan lao dong|hoi dong doi)\b.{0,40}?\s"
    r"(?:tinh|huyen|thanh pho|tp|quan|thi xa|xa|phuong|thi tran)\s.{2,25}?\s(?P<second>(?:so|phong|truong|"
    r"trung tam|chi cuc|benh vien|ban quan ly|ban chi dao|cong an|cong doan|hoi dong|bao hiem|van phong|tram|"
    r"lien doi|dang uy|huyen uy|hat kiem lam)\s)"
)
_UNION = re.compile(r"doan (?:tncs|thanh nien cong san|tn) ho chi minh")
_COMMA_DAY = re.compile(r",\s*ngay\b")
_LINE_DATE = re.compile(rf"(?<=\n)(?:{PLACE_DATE.pattern})")
_SYMBOL = re.compile(r"[\d.…_\s]{0,40}[-/]\s{0,4}[^\n]{0,80}")
_ISSUER = (
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong|ban [a-z]|phong |so |truong |lien doi|doan |hoi |dang uy|ubmttq|"
    r"uy ban |cong doan|chi bo|trung tam|benh vien|cuc |chi cuc |huyen uy|tinh uy|cong an |bao hiem |"
    r"kho bac |"
    r"ngan hang |vien |toa an |lien doan |huyen doan|xa doan|tinh doan|thanh doan|chi doan|nha truong|hat |"
    r"dang bo |hieu truong|giam doc|cong ty |tong cong ty |hop tac xa |thuong truc |bo chi huy )"
)
_ISSUES = (
    r"(?:ban hanh|phat dong|xay dung|to chuc|trien khai|lap ke hoach|yeu cau|huong dan|de ra|mo (?:dot|"
    r"cao diem)|"
    r"thong nhat|de nghi)"
)
_ISSUING = re.compile(rf"(?:^|(?<=[.,;] )|(?<=nay ))(?P<body>{_ISSUER}[^,;:.]{{0,90}}?)\s+{_ISSUES}\b")
_BARE = re.compile(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hoi dong|ban chi dao|ban chap hanh|ban thuong vu|dang uy|uy "
    r"ban mat tran"
    r" to quoc(?: viet nam)?|hoi lien hiep phu nu|hoi nong dan|doan tncs ho chi minh)"
)
_GOES_ON = re.compile(
    r"(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|dac khu|va|thi dua|viet nam|cum|khoi)\s"
    r"(?!uy\b|doan\b|doi\b)"
)
_BODY = re.compile(
    r"(?:uy ban|ubnd|hdnd|hoi|ban|so|phong|truong|dang|doan|lien doi|doi|cong doan|tong|chi|cuc|vien|trung "
    r"tam|benh vien|"
    r"cong ty|tap doan|huyen|tinh|thanh|xa|phuong|bo|van phong|mat tran|lien doan|thi|lien|kho bac|quan|"
    r"bch|bao hiem|cong an|ngan hang|hoc vien|dai hoc|cao dang|tieu hoc|mam non|khoa|to|vu|toa an|"
    r"vien kiem sat|thue|"
    r"hai quan|buu dien|dien luc|xi nghiep|nha may|nong truong|lam truong|hat|tram|bao|dai|thu vien|bao tang|"
    r"hop tac xa|don|nha|khoi|cum|bts|btv|btc)\b"
)
_OPENERS = re.compile(r"(?:can cu(?: vao)?|thuc hien|thi hanh|trien khai|theo|xet)\s+")
_BASE = re.compile(
    r"(?:luat|bo luat|nghi dinh|nghi quyet|thong tu|quyet dinh|chi thi|ke hoach|cong van|huong dan|chuong "
    r"trinh|thong bao|"
    r"ket luan|van ban|de an|quy che|quy dinh|phap lenh|cong dien|to trinh|dieu le|tinh hinh|chuc nang|"
    r"phuong huong|hiep dinh)\b"
)
_NEXT_BASE = re.compile(
    r";\s*(?:(?:va|can cu(?: vao)?|thuc hien)\s+)?(?=luat|nghi dinh|nghi quyet|thong tu|quyet dinh|chi thi|"
    r"ke hoach|cong van|huong dan|chuong trinh|thong bao|ket luan|van ban|can cu|thuc hien)"
    r"|,?\s+va\s+(?=(?:nghi dinh|nghi quyet|thong tu|quyet dinh|chi thi|ke hoach|cong van|huong dan|"
    r"chuong trinh|"
    r"thong bao|ket luan)\s+so\s)"
)
_BASES_TITLE = re.compile(r"(?:cac |nhung )?can cu(?: phap ly| thuc hien| xay dung(?: ke hoach)?)?")
# A base named in the middle of a sentence must be a paper with a number.
_INSIDE = re.compile(
    r"(?:can cu(?: vao)?|thuc hien|thi hanh|theo|phat dong tai)\s+(?=(?:nghi dinh|nghi quyet|quyet dinh|"
    r"chi thi|ke hoach|cong van|huong dan|chuong trinh|thong bao|ket luan|van ban|thong tri)\s+so\s)"
)
_CUTS = re.compile(
    rf"\s*\((?:sau day|goi tat|duoi day)[^)]*\)|[,;]\s*(?:nay\s+)?(?={_ISSUER}[^,;:.]{{0,90}}?\s{_ISSUES}\b)|"
    rf"\.\s+(?=\S)|;\s*(?:va\s+)?(?=(?:de|nham|thiet thuc|huong toi|lap thanh tich|chao mung)\s)"
)
ISSUES = re.compile(rf",\s+(?:nay\s+)?(?={_ISSUER}[^,;:.]{{0,90}}?\s{_ISSUES}\b)")
_PART = re.compile(r";\s*|\.\s+(?=\S)")
_MARKINGS = re.compile(r"(?:du thao|hoa toc|thuong khan|khan|mat|toi mat|luu hanh noi bo|sao y.*|xem xong.*)")


@dataclass(frozen=True)
class Header:
    """What stands above the title."""

    issuing_body: Found | None
    parent_body: Found | None
    number: Found | None
    number_line: Found | None
    place: Found | None
    place_date: Found | None
    date: IssueDate


def read_header(document: Document) -> Header:
    """Read the letterhead; what it has lost is looked for in the preamble."""
    head = _whole(document.head)
    dated, hit = _place_date(head)
    number_line, number = _number(head)
    bodies = _bodies(_left_column(document))
    issuing = bodies[-1] if bodies else NOTHING
    confidence = STATED
    if not issuing or _BARE.fullmatch(issuing.plain):
        issuing, confidence = _from_preamble(document) or issuing, INFERRED
    place = _place(head, hit, issuing)
    if hit and place:
        dated = head.cut(hit.start() + hit.group().find(place.plain), hit.end())
    parent = bodies[-2] if len(bodies) > 1 else NOTHING
    return Header(
        _maybe(issuing, confidence),
        _maybe(parent, LABELLED),
        _maybe(_without(number, place), STATED),
        _maybe(_without(number_line, place), STATED),
        _maybe(place, STATED),
        _maybe(dated, STATED),
        IssueDate(*(_part(head, hit, name) for name in "dmy")),
    )


def _maybe(passage: Passage, confidence: float) -> Found | None:
    return found(passage, HEAD, confidence=confidence) if passage else None


def _part(head: Passage, hit: re.Match[str] | None, name: str) -> Found | None:
    if hit is None or not hit[name]:
        return None
    return found(head.cut(hit.start(name), hit.end(name)), HEAD, value=int(hit[name]))


def _whole(lines: tuple[Passage, ...]) -> Passage:
    """The letterhead as one passage; a date broken over two lines is found in it."""
    return joined(lines, by="\n")


def _place_date(head: Passage) -> tuple[Passage, re.Match[str] | None]:
    """The line of place and date: the last one, since a portal puts its own date above."""
    found_all = PLACE_DATE.finditer(head.plain)
    hits = [hit for hit in found_all if hit["m"] or hit["y"] or hit["place"].strip()]
    if not hits:
        return NOTHING, None
    return head.cut(hits[-1].start(), hits[-1].end()), hits[-1]


def _place(head: Passage, hit: re.Match[str] | None, issuing: Passage) -> Passage:
    """The place before the date; on one line with the number it is the words that the name of the body ends
    in."""
    if hit is None:
        return NOTHING
    place = head.cut(hit.start("place"), hit.end("place"), drop=",")
    symbol = NUMBER.search(place.plain)
    if symbol is None and "/" not in place.text:
        return place
    words = place.text.split(" ")
    named = [
        n
        for n in range(1, len(words))
        if even(" ".join(words[n:])) in issuing.plain and words[n][:1].isupper()
    ]
    if named:
        return place.cut(len(" ".join(words[: named[0]])))
    tail = _PLACE_WORDS.search(place.text)
    return place.cut(tail.start()) if tail else NOTHING


def _number(head: Passage) -> tuple[Passage, Passage]:
    """The line "Số: …" and the number in it; a blank number keeps its symbol ("/KH-UBND")."""
    hits = sorted(
        NUMBER.finditer(head.plain), key=lambda hit: head.plain[: hit.start()][-1:] not in ("", "\n")
    )
    for hit in hits:  # one that begins its line goes before one in a sentence of the portal
        symbol = _SYMBOL.match(head.plain, hit.end())
        if symbol is None:
            continue
        ends = [
            stop.start() for p in (MOTTO, _COMMA_DAY, _LINE_DATE) if (stop := p.search(head.plain, hit.end()))
        ]
        end = min([symbol.end(), *(place for place in ends if place > hit.end())])
        line = head.cut(hit.start(), end)
        return line, line.cut(hit.end() - hit.start(), None, drop=".…_")
    return NOTHING, NOTHING


def _without(number: Passage, place: Passage) -> Passage:
    """A number that runs into the place."""
    if place and number.plain.endswith(" " + place.plain):
        return number.cut(0, len(number.text) - len(place.text))
    return number


def _bodies(lines: tuple[Passage, ...]) -> list[Passage]:
    """The bodies named above the number, a name over two lines as one."""
    bodies: list[Passage] = []
    for line in lines:
        if not bodies and not _starts_body(line):
            continue
        name = _named(line)
        if not name.text[:1].isalpha() or _MARKINGS.fullmatch(name.plain):
            continue
        if not bodies and not _starts_body(name):
            continue
        if bodies and (_belongs(bodies[-1], name) or not _starts_body(name)):
            bodies[-1] = joined([bodies[-1], name])
        else:
            bodies.append(name)
    return [part for body in bodies for part in _two(body)]


def _two(body: Passage) -> list[Passage]:
    """The body above and the body itself when a table cell holds both on one line."""
    hit = _SECOND.match(body.plain)
    return [body.cut(0, hit.start("second")), body.cut(hit.start("second"))] if hit else [body]


def _left_column(document: Document) -> tuple[Passage, ...]:
    """The letterhead without the name of the Youth Union in the right column, where a state paper has its
    motto.
    """
    text = document.source.text
    return tuple(
        line
        for line in document.head
        if not (
            _UNION.fullmatch(line.plain) and text[text.rfind("\n", 0, line.start) + 1 : line.start].strip()
        )
    )


def _starts_body(line: Passage) -> bool:
    return line.text[:8].isupper() and _BODY.match(line.plain) is not None


def _without_rule(line: Passage) -> Passage:
    """A line without the rule drawn with dashes behind it; one dash alone joins a name over two lines."""
    rule = _RULE.search(line.text)
    return line.cut(0, rule.start() if rule else None, drop="_. ")


def _named(line: Passage) -> Passage:
    """A line of the letterhead without motto, number and date."""
    line = _without_rule(line)
    for pattern in (MOTTO, NUMBER, PLACE_DATE):
        hit = pattern.search(line.plain)
        if hit:
            line = _without_rule(line.cut(0, hit.start()))
    return (
        line if line.text.isupper() or sum(c.isupper() for c in line.text) > len(line.text) / 2 else NOTHING
    )


def _belongs(body: Passage, name: Passage) -> bool:
    """Whether a line goes on with the name above it."""
    bare = _BARE.fullmatch(body.plain) is not None
    unit = _GOES_ON.match(name.plain + " ") is not None
    return bare or unit or body.text.endswith((" VÀ", ",", "-"))


def _from_preamble(document: Document) -> Passage:
    for paragraph in reversed(document.preamble):
        hits = list(_ISSUING.finditer(paragraph.plain))
        if hits:
            return paragraph.cut(hits[-1].start("body"), hits[-1].end("body"))
    return NOTHING


def own_words(document: Document) -> list[Passage]:
    """The parts of the preamble that cite no paper: what the issuing body says itself."""
    parts = [part for paragraph in document.preamble for part in paragraph.split(_PART)]
    return [part for part in parts if not _OPENERS.match(part.plain)]


def issuing_sentence(document: Document) -> Passage:
    """The sentence that issues the plan ("UBND xã … ban hành kế hoạch … như sau:")."""
    for paragraph in reversed(document.preamble):
        hits = list(_ISSUING.finditer(paragraph.plain))
        if hits:
            return paragraph.cut(hits[-1].start("body"))
    return document.preamble[-1] if document.preamble else NOTHING


def read_bases(document: Document) -> tuple[Found, ...]:
    """The legal bases (căn cứ): papers named by "Căn cứ …" or "Thực hiện …" before the first clause."""
    bases: list[Found] = []
    for paragraph in document.preamble:
        paragraph = paragraph.cut(drop="-–+•")
        opener = _OPENERS.match(paragraph.plain) or _INSIDE.search(paragraph.plain)
        if opener is None:
            continue
        for part in _parts(paragraph.cut(opener.end())):
            cut = part.before(_CUTS).cut(drop=";,")
            if _BASE.match(cut.plain) or (cut and opener.group().startswith("can cu")):
                bases.append(found(cut, PREAMBLE))
    return tuple(bases) or tuple(_under_title(document))


def _under_title(document: Document) -> Iterator[Found]:
    """The bases of a plan that gives them a section of their own ("A. CĂN CỨ")."""
    for clause in document.clauses[:2]:
        if _BASES_TITLE.fullmatch(clause.head.cut(drop=".:").plain):
            for line in flat(clause.inside):
                opener = _OPENERS.match(line.head.plain)
                for part in _parts(line.head.cut(opener.end() if opener else 0)):
                    yield found(part.before(_CUTS).cut(drop=";,."), line.id)


def _parts(passage: Passage) -> list[Passage]:
    parts = passage.split(_NEXT_BASE)
    bared = []
    for part in parts:
        opener = _OPENERS.match(part.plain)
        bared.append(part.cut(opener.end()) if opener and _BASE.match(part.plain, opener.end()) else part)
    return bared
