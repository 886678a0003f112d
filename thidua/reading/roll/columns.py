"""The columns of a list by what their titles mean (tiêu đề cột): any order, one line or two, merged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from thidua.vietnamese.text import fold, squeeze

_DEEPEST = 3  # rows that a head takes at most
_LONGEST = 120
_LEAST = 2
_NAMES = frozenset({"name", "family"})
_TITLES_ONLY = frozenset({"number", "achievement", "note", "born", "position", "words"})
_SIGNS = re.compile(r"[^\w\s]+")
IGNORED = "ignored"

# Asked in this order over the folded title; the first that is found is what the column means.
_MEANINGS = tuple(
    (meaning, re.compile(pattern))
    for meaning, pattern in (
        ("number", r"^(?:s ?tt|tt|so tt|so thu tu|no|thu tu)$"),
        ("code", r"^ma (?:ho so|so|de nghi)\b"),
        (IGNORED, r"^(?:trang thai|tinh trang|ngay gui|han tham dinh|loi|tieu chuan co minh chung)$"),
        ("note", r"^ghi chu"),
        ("honorific", r"^(?:ong ba|danh xung|xung ho)$"),
        ("born_man", r"(?:nam|ngay) ?(?:thang nam )?sinh.* nam$"),
        ("born_woman", r"(?:nam|ngay) ?(?:thang nam )?sinh.* nu$"),
        ("born", r"\bnam sinh|\bngay sinh|\bsinh (?:nam|ngay)|\bthang nam sinh|^ns$"),
        ("man", r"^(?:gioi tinh |gioi |phai )?nam$"),
        ("woman", r"^(?:gioi tinh |gioi |phai )?nu$"),
        ("sex", r"gioi tinh|^nam nu$|^phai$"),
        ("worker", r"lao dong truc tiep|truc tiep (?:lao dong|san xuat)"),
        ("leader", r"^(?:la )?(?:can bo )?lanh dao(?: quan ly)?$"),
        ("ethnicity", r"\bdan toc\b"),
        ("family", r"^ho(?: va)?(?: ten)?(?: chu)? (?:dem|lot)$|^ho va ten dem$"),
        ("achievement", r"thanh tich|ly do (?:khen|de nghi)|noi dung (?:khen|de nghi)|viec lam tieu bieu"),
        ("name", r"^(?:ho ?(?:va )?ten|ten)\b(?! (?:duong|xa|huyen|tinh))"),
        ("kind", r"^(?:ca nhan|tap the|ho gia dinh)(?: va| hoac| ho gia dinh| ca nhan| tap the| de nghi)*$"),
        ("name", r"^chu ho$|^(?:ca nhan|tap the) duoc de nghi"),
        ("recipient", r"^(?:loai )?doi tuong|^loai hinh|^loai$"),
        ("award", r"hinh thuc|danh hieu|giay khen|bang khen|\bde nghi (?:khen|tang)|(?:muc|loai) khen"),
        ("words", r"chuc (?:vu|danh).*(?:don vi|co quan|dia chi|noi)|(?:don vi|noi).*chuc (?:vu|danh)"),
        ("position", r"chuc (?:vu|danh)|nghe nghiep|cong viec"),
        ("unit", r"don vi|co quan|noi (?:cong tac|lam viec)|^(?:thon|ban|xom)(?: to dan pho| xom)*$"),
        ("address", r"dia chi|noi o|cho o|thuong tru|cu tru|noi sinh song"),
    )
)  # fmt: skip
_ALONE = re.compile(r"(?:ho (?:va )?ten|ten)(?: (?:ca nhan|tap the|ho gia dinh))?")
_OF_PEOPLE = re.compile(r"\bca nhan\b")
_OF_COLLECTIVES = re.compile(r"\btap the\b")
_OF_HOUSEHOLDS = re.compile(r"\bho gia dinh\b|\bchu ho\b")
_SUB_HEADS = (
    "man",
    "woman",
    "born_man",
    "born_woman",
    "award",
    "position",
    "unit",
    "name",
    "family",
    "words",
)


@dataclass(frozen=True)
class Column:
    """A column of a list (cột): where it stands, what it means, its title, and whom it names."""

    place: int
    meaning: str
    title: str
    recipient: str = ""


@dataclass(frozen=True)
class Head:
    """The head of a list (dòng tiêu đề): its columns, and how many rows it takes."""

    columns: tuple[Column, ...]
    depth: int
    unknown: tuple[str, ...]


def heading_of(title: str) -> str:
    """What a column title means (nghĩa của tiêu đề cột): "Họ và tên" -> "name"; "" when it says nothing
    known.
    """
    plain = _plain(title)
    if plain == "nam" and "ă" in title.lower():
        return "born"  # "Năm", not "Nam"
    return next((meaning for meaning, pattern in _MEANINGS if pattern.search(plain)), "")


def _plain(title: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(squeeze(title))).split())


def head_at(
    rows: Sequence[Sequence[str]], at: int, *, merged: Mapping[tuple[int, int], tuple[int, int]]
) -> Head | None:
    """The head that begins in this row, or None. `merged` tells for the first cell of a merged range (row,
    column, counted in `rows`) its last row and column.
    """
    first = rows[at]
    if not _may_be_head(first):
        return None
    depth = _depth(rows, at, merged)
    titles = _titles(rows[at : at + depth], at, merged)
    columns = tuple(
        Column(place, heading_of(title), title, _whom(title)) for place, title in enumerate(titles) if title
    )
    named = any(one.meaning in _NAMES for one in columns)
    columns = tuple(
        replace(one, meaning="recipient" if named else "name") if one.meaning == "kind" else one
        for one in columns
    )
    unknown = tuple(one.title for one in columns if not one.meaning)
    return Head(tuple(one for one in columns if one.meaning not in ("", IGNORED)), depth, unknown)


def _may_be_head(cells: Sequence[str]) -> bool:
    """Titles, one of them of names; “Cá nhân” alone names the column only beside titles that are no data."""
    written = [cell for cell in cells if cell]
    if not written or any(len(cell) > _LONGEST or cell.isdigit() for cell in written):
        return False
    if len(written) == 1:
        return _ALONE.fullmatch(_plain(written[0])) is not None
    meanings = {heading_of(cell) for cell in written} - {"", IGNORED}
    named = bool(meanings & _NAMES) or ("kind" in meanings and bool(meanings & _TITLES_ONLY))
    return named and len(meanings) >= _LEAST


def _depth(rows: Sequence[Sequence[str]], at: int, merged: Mapping[tuple[int, int], tuple[int, int]]) -> int:
    """How many rows the head takes: told by merged cells, else by what stands below."""
    last = max((bottom for (top, _), (bottom, _) in merged.items() if top == at), default=at)
    if last > at:
        return min(last - at + 1, _DEEPEST)
    below = rows[at + 1] if at + 1 < len(rows) else ()
    written = {place: cell for place, cell in enumerate(below) if cell}
    named = [place for place, cell in enumerate(rows[at]) if heading_of(cell) in ("name", "number", "kind")]
    if not written or any(place in written for place in named):
        return 1
    return 2 if all(heading_of(cell) in _SUB_HEADS for cell in written.values()) else 1


def _titles(
    rows: Sequence[Sequence[str]], at: int, merged: Mapping[tuple[int, int], tuple[int, int]]
) -> list[str]:
    """Each column's title with the one above it; a title reaches over the columns merged into it."""
    width = max(len(row) for row in rows)
    titles = [""] * width
    for row_at, row in enumerate(rows, start=at):
        line = [row[place] if place < len(row) else "" for place in range(width)]
        reach = _reach(line, row_at, merged, below=rows[row_at - at + 1 :])
        for place in range(width):
            said = reach[place]
            if said and said not in titles[place].split(" · "):
                titles[place] = f"{titles[place]} {said}".strip()
    return titles


def _reach(
    line: Sequence[str],
    row_at: int,
    merged: Mapping[tuple[int, int], tuple[int, int]],
    *,
    below: Sequence[Sequence[str]],
) -> list[str]:
    """A row of the head with each title repeated over the columns it stands above."""
    reach = list(line)
    for (top, left), (_, right) in merged.items():
        if top == row_at and left < len(line):
            reach[left : right + 1] = [line[left]] * len(reach[left : right + 1])
    if not any(top == row_at for top, _ in merged) and below:
        for place in range(1, len(reach)):  # a title over an empty cell that has a title of its own below
            if not reach[place] and place < len(below[0]) and below[0][place]:
                reach[place] = reach[place - 1]
    return reach


def _whom(title: str) -> str:
    """Whom a column of names is for, when its title says so: of one kind only."""
    plain = fold(title)
    found = [
        kind
        for kind, pattern in (
            ("collective", _OF_COLLECTIVES), ("household", _OF_HOUSEHOLDS), ("individual", _OF_PEOPLE),
        )
        if pattern.search(plain)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else ""
