"""Sheets to lines (đọc danh sách): the head wherever it stands, groups, continued rows, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua.reading.files.workbook import Tab
from thidua.reading.roll import values
from thidua.reading.roll.columns import Head, head_at
from thidua.reading.roll.line import line_of
from thidua.reading.roll.model import Listed, Passed, Roll
from thidua.vietnamese.legacy import composed, to_unicode
from thidua.vietnamese.text import fold, squeeze

Cells = list[str]
_ROMAN = re.compile(r"^[IVXLC]{1,6}[.)]?$|^[A-EGHK][.)]?$")
_COUNTED = re.compile(r"^\(?\d{1,3}\)?$|^\(?[A-Z]\)?$|^\(?\d{1,2}\s*=.*$")
_LABEL = re.compile(r"^(?:[IVXLC]{1,6}|[A-EGHK]|\d{1,2})\s*[.)/:-]+\s*")
_TOTAL = re.compile(
    r"^(?:tong|cong)\b(?: ?(?:cong|so))?\s*[:=(]?|^(?:danh sach (?:nay )?(?:gom|co)|an dinh)\b"
)
_SIGNED = re.compile(
    r"^(?:nguoi (?:lap|tong hop|ky)|thu truong|tm\b|t/m\b|kt\b|noi nhan|xac nhan|lap bang|ky ten|"
    r"(?:truong thon|truong ban|bi thu|chu tich|hieu truong|thu ky|chu toa|to truong|giam doc)\b[^,]{0,60}$)|"
    r"\bngay\b.{0,12}\bthang\b.{0,12}\bnam\b"
)
_SHARED = frozenset({"unit", "award", "recipient", "achievement"})
_FEW = 3
_LONG = 8
_OF_A_KIND = ("tap the", "ca nhan", "ho ", "gia dinh", "doi voi", "cac ", "khen")
TITLE, HEAD, TOTAL, SIGNED = (
    "tiêu đề, lời dẫn", "dòng tiêu đề cột", "dòng tổng cộng", "phần ký, ghi cuối danh sách",
)  # fmt: skip


@dataclass
class Group:
    """What the group lines above a row say about it (nhóm)."""

    recipient: str = ""
    unit: str = ""
    award: str = ""


@dataclass
class Page:
    """A sheet while it is read (trang tính đang đọc)."""

    name: str
    numbers: list[int]
    rows: list[Cells]
    merged: Mapping[tuple[int, int], tuple[int, int]]
    head: Head | None = None
    group: Group = field(default_factory=Group)
    lines: list[Listed] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    unknown: dict[str, None] = field(default_factory=dict)


def read_roll(tabs: Iterable[Tab], *, known: Iterable[str] = ()) -> Roll:
    """Read a list of nominees (đọc danh sách đề nghị) from all its sheets.

    `known` are names of units and places, by which names typed in capitals get their case back. A list
    without any head gives no line.
    """
    names = {name.lower(): name for name in known}
    pages = [_read_page(_page(tab), names) for tab in tabs if not tab.hidden]
    hidden = [Passed(tab.name, 0, tab.name, "trang tính ẩn, không đọc") for tab in tabs if tab.hidden]
    return Roll(
        tuple(line for page in pages for line in page.lines),
        (*(one for page in pages for one in page.passed), *hidden),
        tuple(dict.fromkeys(title for page in pages for title in page.unknown)),
    )


def _page(tab: Tab) -> Page:
    """The sheet with its cells in Unicode and its merged ranges by place in the list of rows."""
    numbers = [row.number for row in tab.rows]
    at = {number: place for place, number in enumerate(numbers)}
    merged = {}
    for top, left, bottom, right in tab.merged:
        inside = [at[number] for number in range(top + 1, min(bottom + 2, numbers[-1] + 1 if numbers else 0))
                  if number in at]  # fmt: skip
        if inside and at.get(top + 1) is not None:
            merged[(at[top + 1], left)] = (inside[-1], right)
    return Page(tab.name, numbers, _in_unicode([row.cells for row in tab.rows]), merged)


def _in_unicode(rows: Sequence[Sequence[str]]) -> list[Cells]:
    """All cells at once: one word alone does not tell the old code it was typed in."""
    flat = [cell.replace("\r", "\n").replace("\x1f", " ") for row in rows for cell in row]
    turned = to_unicode(composed("\n\x1f\n".join(flat))).split("\n\x1f\n") if flat else []
    cells = iter(["\n".join(filter(None, map(squeeze, cell.split("\n")))) for cell in turned])
    return [[next(cells, "") for _ in row] for row in rows]


def _read_page(page: Page, known: Mapping[str, str]) -> Page:
    at = 0
    while at < len(page.rows):
        head = head_at(page.rows, at, merged=page.merged)
        if head is not None:
            page.head, page.unknown = head, page.unknown | dict.fromkeys(head.unknown)
            for row in range(at, min(at + head.depth, len(page.rows))):
                _pass(page, row, HEAD)
            at += head.depth
            continue
        _read_row(page, at, known)
        at += 1
    return page


def _read_row(page: Page, at: int, known: Mapping[str, str]) -> None:
    """One row below the head or above it; after the signatures nothing is a nominee until a new head."""
    cells = page.rows[at]
    written = [cell for cell in cells if cell]
    if not written:
        return
    if page.head is None:
        group = _group(cells, page)
        _pass(page, at, f"nhóm: {group}" if group else TITLE)
        return
    why = _why_passed(page, at, written)
    if why:
        _pass(page, at, why)
        page.head = None if why == SIGNED else page.head
    elif not _taken_up(page, at):
        spread = _spread(page, at)
        kind = page.group.recipient or values.kind_in(page.name)
        made = line_of(page.head.columns, spread, kind=kind, known=known)
        if made.name:
            page.lines.append(_placed(made, page, at))
        else:
            _pass(page, at, "không có tên")


def _why_passed(page: Page, at: int, written: Sequence[str]) -> str:
    cells = page.rows[at]
    first = fold(next((cell for cell in written if not cell.isdigit()), ""))
    if len(written) >= _FEW and all(_COUNTED.match(cell) for cell in written):
        return HEAD
    if _TOTAL.match(first) and len(written) <= _FEW:
        return TOTAL
    if len(written) <= _FEW and not _numbered(page, cells) and any(map(_signs, written)):
        return SIGNED if page.lines else TITLE
    group = _group(cells, page)
    return f"nhóm: {group}" if group else ""


def _signs(cell: str) -> bool:
    return _SIGNED.search(fold(squeeze(cell))) is not None


def _numbered(page: Page, cells: Cells) -> bool:
    """Whether the row has its own number in the list."""
    return any(
        column.meaning == "number"
        and column.place < len(cells)
        and cells[column.place].strip(".) ").isdigit()
        for column in (page.head.columns if page.head else ())
    )


def _group(cells: Cells, page: Page) -> str:
    """Take up a line that heads a group (dòng nhóm) and say which; "" for any other row.

    It holds a label and a few words: a kind of recipient, a form, or a unit.
    """
    written = [cell for cell in cells if cell]
    label = next((cell for cell in written if _ROMAN.match(cell)), "")
    words = [squeeze(cell) for cell in written if cell != label]
    if len(words) != 1 or len(words[0]) > 150:  # a title of one cell, not a nominee
        return ""
    said = _LABEL.sub("", words[0])
    kind = _kind_of_group(said, labelled=bool(label), numbered=_numbered(page, cells))
    if kind:
        page.group = Group(kind, page.group.unit, page.group.award)
    elif page.head is None or not (label or said != words[0]):
        return ""
    elif "khen" in fold(said).split():
        page.group = Group(page.group.recipient, page.group.unit, said)
    else:
        page.group = Group(page.group.recipient, said, page.group.award)
    return said


def _kind_of_group(said: str, *, labelled: bool, numbered: bool) -> str:
    """The kind of recipient that a group line names, "" when it names none, or names one nominee."""
    kind, plain = values.kind_in(said), fold(said)
    if numbered or len(plain.split()) > _LONG or not plain.startswith(_OF_A_KIND):
        return ""
    return kind if labelled or kind == "individual" or not _names_one(said) else ""


def _names_one(said: str) -> bool:
    """Whether the words name one household or collective rather than the kind: “Hộ gia đình ông Vi Văn A”."""
    return len(said.split()) > 4 or any(word in said.lower().split() for word in ("ông", "bà", "thôn"))


def _taken_up(page: Page, at: int) -> bool:
    """Take up a row that only goes on with the one above (dòng viết tiếp) and say whether it was one."""
    head = page.head
    cells = page.rows[at]
    if head is None or not page.lines or page.lines[-1].number not in page.numbers[max(at - 3, 0) : at]:
        return False
    told = {
        one.meaning: cells[one.place] for one in head.columns if one.place < len(cells) and cells[one.place]
    }
    if set(told) - {"achievement", "note", "words", "position"} or not told:
        return False
    last = page.lines[-1]

    def longer(name: str) -> str:
        return squeeze(f"{getattr(last, name)} {squeeze(told.get(name, ''))}")

    page.lines[-1] = replace(
        last,
        achievement=f"{last.achievement} {told.get('achievement', '')}".strip(),
        note=longer("note"),
        words=longer("words"),
        position=longer("position"),
    )
    return True


def _spread(page: Page, at: int) -> Cells:
    """The cells of a row with what is merged over it from above, where rows may share a cell."""
    cells = list(page.rows[at])
    shared = {one.place for one in page.head.columns if one.meaning in _SHARED} if page.head else set()
    for (top, left), (bottom, _) in page.merged.items():
        if left in shared and top < at <= bottom and left < len(cells) and not cells[left]:
            cells[left] = page.rows[top][left]
    return cells


def _placed(made: Listed, page: Page, at: int) -> Listed:
    """The line at its place, with the unit and form of its group where it names none itself."""
    return replace(
        made,
        sheet=page.name,
        number=page.numbers[at],
        unit=made.unit or page.group.unit,
        award=made.award or page.group.award,
    )


def _pass(page: Page, at: int, why: str) -> None:
    words = " | ".join(cell for cell in page.rows[at] if cell)
    page.passed.append(Passed(page.name, page.numbers[at], squeeze(words)[:200], why))
