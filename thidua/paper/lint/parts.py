"""Which line is which part of a paper (nhận ra các thành phần): letterhead, title, grounds, body, foot.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV (sơ đồ) và Phụ lục III (mẫu).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from thidua.paper.arrange import URGENCY_MM
from thidua.paper.lint.seen import File, Seen
from thidua.vietnamese.text import fold

QUOC_HIEU = "cong hoa xa hoi chu nghia viet nam"
_TIEU_NGU = re.compile(r"doc lap\s*[-–—]\s*tu\s*do\s*[-–—]\s*hanh\s*phuc")
_PARTY = "dang cong san viet nam"
NUMBER = re.compile(r"^Số\s*:?\s*([\d\s…._]*[a-zA-Z]?)\s*/\s*(.*)$")
PLACE_DATE = re.compile(r"^([^\d,]{2,40}?)(,?)\s*ngày\s*(.*?)\s*tháng\s*(.*?)\s*năm\s*(.*)$")
_LABEL = re.compile(r"phu luc( [ivx]+| \d+)?$")
_ATTACHED = ("(kem theo", "(ban hanh kem")
_POST = re.compile(
    r"^(?:TM|KT|TL|TUQ|Q)\.|^(?:PHÓ )?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG|GIÁM ĐỐC|HIỆU TRƯỞNG|BÍ THƯ)\b"
)
_COUNTED = re.compile(r"(?:[IVX]+|\d+|[A-Z])[.)]|Điều \d")
_HEAD = 45
# The types of paper by their names, folded; the value is the id of the type, "" for one with no abbreviation.
TYPES = {
    "nghi quyet": "nghi_quyet",
    "quyet dinh": "quyet_dinh",
    "chi thi": "chi_thi",
    "quy che": "quy_che",
    "quy dinh": "quy_dinh",
    "thong cao": "thong_cao",
    "thong bao": "thong_bao",
    "huong dan": "huong_dan",
    "chuong trinh": "chuong_trinh",
    "ke hoach": "ke_hoach",
    "phuong an": "phuong_an",
    "de an": "de_an",
    "du an": "du_an",
    "bao cao": "bao_cao",
    "bao cao thanh tich": "bao_cao_thanh_tich",
    "bien ban": "bien_ban",
    "to trinh": "to_trinh",
    "cong dien": "cong_dien",
    "giay moi": "giay_moi",
    "giay gioi thieu": "giay_gioi_thieu",
}


@dataclass(frozen=True)
class Parts:
    """The lines of each part of the paper (các thành phần); an empty tuple or None where nothing was found.

    `kind` is the id of its type, "cong_van" for a letter, "" for a sheet that is none of the decree's types.
    """

    kind: str
    party: bool
    quoc_hieu: Seen | None
    tieu_ngu: Seen | None
    issuer: tuple[Seen, ...]
    number: Seen | None
    place_date: Seen | None
    letter_subject: tuple[Seen, ...]
    type_name: Seen | None
    summary: tuple[Seen, ...]
    addressed: bool
    grounds: tuple[Seen, ...]
    body: tuple[Seen, ...]
    foot: Foot
    appendices: tuple[Appended, ...]


@dataclass(frozen=True)
class Foot:
    """The end of the paper (phần cuối): recipients on the left, who signs on the right."""

    head: Seen | None
    recipients: tuple[Seen, ...]
    posts: tuple[Seen, ...]
    names: tuple[Seen, ...]


@dataclass(frozen=True)
class Appended:
    """What is attached (phụ lục): its label, title and the line that refers to the paper."""

    label: Seen | None
    title: tuple[Seen, ...]
    reference: Seen | None


def parts_of(file: File) -> Parts:
    """The parts of the first paper in the file."""
    lines = [line for line in file.lines if line.text]
    named = _type_at(lines)
    number_at = next((at for at, line in enumerate(lines[:_HEAD]) if NUMBER.match(line.text)), None)
    subject_at = next((at for at, line in enumerate(lines[:_HEAD]) if _is_subject(line.text)), None)
    letter = named is None and subject_at is not None
    title_at = named if named is not None else subject_at if letter else number_at
    if title_at is None:
        title_at = _heading_at(lines)
    head = lines[:title_at]
    foot_at = _foot_at(lines, title_at)
    end_at = _end_at(lines, foot_at)
    top = lines[: max(title_at, number_at or 0) + 6]
    summary = (
        tuple(_summary(lines[title_at + 1 : foot_at], centre=_centre(file))) if named is not None else ()
    )
    subject = tuple(_subject(lines, subject_at)) if letter else ()
    body = [line for line in lines[title_at + 1 + len(summary) : foot_at] if line not in subject]
    return Parts(
        _kind(lines, named, letter=letter),
        any(fold(line.text) == _PARTY for line in lines[:8]),
        _first(top, lambda text: QUOC_HIEU in fold(text)),
        _first(top, lambda text: _TIEU_NGU.search(fold(text)) is not None),
        tuple(_issuer(head, number_at)),
        lines[number_at] if number_at is not None else None,
        _first(top, lambda text: PLACE_DATE.match(text) is not None and len(text) < 70),
        subject,
        lines[named] if named is not None else None,
        summary,
        any(fold(line.text).startswith("kinh gui") for line in [*top, *body[:12]]),
        tuple(_grounds(_own(file, body))),
        tuple(one for one in _own(file, body) if not one.grid),
        _foot(lines, foot_at, end_at),
        tuple(_appendices(lines[end_at:])),
    )


def _own(file: File, body: Sequence[Seen]) -> list[Seen]:
    """The paragraphs that begin within these lines."""
    places = {line.where for line in body}
    return [one for one in file.paragraphs if one.where in places]


def _grounds(body: Sequence[Seen]) -> list[Seen]:
    """The grounds at the head of the text, before anything that has a number."""
    first = next((at for at, one in enumerate(body) if _COUNTED.match(one.text)), len(body))
    return [one for one in body[:first] if one.text.startswith("Căn cứ ") and not one.grid]


def _first(lines: Sequence[Seen], fits: Callable[[str], bool]) -> Seen | None:
    return next((line for line in lines if fits(line.text)), None)


def _type_at(lines: Sequence[Seen]) -> int | None:
    for at, line in enumerate(lines[:_HEAD]):
        if line.is_upper and not line.grid and fold(line.text).strip(" :") in TYPES and line.side != "left":
            return at
    return None


def _heading_at(lines: Sequence[Seen]) -> int:
    """Where the title stands on a sheet of no type of the decree: the first heading across the page."""
    headings = (at for at, line in enumerate(lines[:_HEAD]) if _is_heading(line) and line.is_bold)
    return next(headings, 0)


def _kind(lines: Sequence[Seen], named: int | None, *, letter: bool) -> str:
    if named is not None:
        return TYPES[fold(lines[named].text).strip(" :")]
    return "cong_van" if letter else ""


def _is_subject(text: str) -> bool:
    return text.startswith(("V/v", "v/v"))


def _issuer(head: Sequence[Seen], number_at: int | None) -> list[Seen]:
    """The names above the number, on the left (cơ quan ban hành và cơ quan chủ quản)."""
    above = head[: number_at if number_at is not None else len(head)]
    folded = ((line, fold(line.text)) for line in above)
    return [
        line
        for line, text in folded
        if line.is_upper and line.side != "right" and QUOC_HIEU not in text and not _TIEU_NGU.search(text)
    ][:5]


def _subject(lines: Sequence[Seen], at: int | None) -> list[Seen]:
    found = [lines[at]] if at is not None else []
    for line in lines[(at or 0) + 1 : (at or 0) + 8]:
        if line.side == "right" or line.text in URGENCY_MM:
            continue
        if line.side != "left" or fold(line.text).startswith("kinh gui"):
            break
        found.append(line)
    return found


def _centre(file: File) -> float:
    """The middle of the text of the first page: the left margin is wider by 15 mm."""
    return (file.sheets[0].width + 15) / 2 if file.sheets else 0.0


def _summary(after: Sequence[Seen], *, centre: float) -> list[Seen]:
    found: list[Seen] = []
    for line in after[:7]:
        centred = line.align == "center" or (line.box is not None and abs(line.middle - centre) < 4)
        title = centred and not line.is_upper and not line.is_italic and (line.is_bold or not found)
        if not title or fold(line.text).startswith("kinh gui") or line.grid:
            break
        found.append(line)
    return found


def _foot_at(lines: Sequence[Seen], title_at: int) -> int:
    """Where the foot begins: at "Nơi nhận", or at the post of who signs when that stands above it."""
    ends = [at for at in range(title_at, len(lines)) if lines[at].text.endswith(("./.", "./"))]
    start = ends[0] + 1 if ends else title_at + 1
    heads = (at for at in range(start, len(lines)) if fold(lines[at].text).startswith("noi nhan"))
    posts = (at for at in range(start, len(lines)) if _is_post(lines[at]))
    found, post = next(heads, None), next(posts, None)
    at = min(one for one in (found, post, len(lines)) if one is not None)
    while found is not None and start < at < len(lines) and _signs_beside(lines[at - 1], lines[found]):
        at -= 1
    return at


def _is_post(line: Seen) -> bool:
    right = line.side == "right" or (line.align == "center" and not line.cell)
    return right and line.is_upper and line.is_bold and not line.grid and bool(_POST.match(line.text))


def _signs_beside(line: Seen, head: Seen) -> bool:
    """A line in capitals on the right, level with "Nơi nhận"."""
    if line.side != "right" or not line.is_upper or line.grid:
        return False
    return line.box is None or head.box is None or head.box[1] - line.box[1] < 12


def _end_at(lines: Sequence[Seen], foot_at: int) -> int:
    """Where the paper ends and what is attached begins: at its label, its title, or its reference."""
    for at in range(foot_at + 1, len(lines)):
        line = lines[at]
        text = fold(line.text)
        turned = line.page > lines[foot_at].page and _is_heading(line)
        if turned or _LABEL.match(text) or text.startswith(_ATTACHED):
            while at - 1 > foot_at and _is_heading(lines[at - 1]):
                at -= 1
            return at
    return len(lines)


def _is_heading(line: Seen) -> bool:
    """A line in capitals across the page, as the title of a list is."""
    return line.is_upper and line.side == "" and not line.cell


def _foot(lines: Sequence[Seen], foot_at: int, end_at: int) -> Foot:
    foot = [line for line in lines[foot_at:end_at] if not line.grid]
    head = next((line for line in foot if fold(line.text).startswith("noi nhan")), None)
    right = [line for line in foot if line.side != "left" and line is not head]
    posts = [line for line in right if line.is_upper and line.is_bold]
    names = [line for line in right if _is_name(line)]
    return Foot(head, tuple(_recipients(foot, head)), tuple(posts), tuple(names))


def _is_name(line: Seen) -> bool:
    words = line.text.split()
    return 2 <= len(words) <= 10 and not line.is_upper and line.is_bold


def _recipients(foot: Sequence[Seen], head: Seen | None) -> list[Seen]:
    """The items of the list, each with the lines that go on it."""
    items: list[Seen] = []
    if head is None:
        return items
    for line in foot[foot.index(head) + 1 :]:
        if line.side == "right" or (line.side == "" and not line.text.startswith("-") and not items):
            continue
        if line.text.startswith(("-", "–")) or line.counted or not items:
            items.append(line)
        elif line.size == items[-1].size and not line.is_bold:
            items[-1] = _longer(items[-1], line)
    return items


def _longer(item: Seen, line: Seen) -> Seen:
    return replace(item, text=f"{item.text} {line.text}")


def _appendices(lines: Sequence[Seen]) -> list[Appended]:
    """What is attached, by the lines that refer to the paper and the labels above them."""
    found: list[Appended] = []
    label: Seen | None = None
    title: list[Seen] = []
    for line in lines:
        text = fold(line.text)
        if line.grid:
            continue
        if _LABEL.match(text):
            label, title = line, []
        elif text.startswith(_ATTACHED):
            found.append(Appended(label, tuple(title), line))
            label, title = None, []
        elif line.is_upper and line.side != "left":
            title.append(line)
    return found
