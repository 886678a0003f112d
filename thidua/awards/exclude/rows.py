"""Rows of a sheet as lines of a year's list (đọc bảng danh sách chưa xét khen thưởng)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua.awards.exclude.entries import ExclusionWords, line_fault
from thidua.awards.remember.rows import kind_said
from thidua.law.ruling import Refused, no
from thidua.paper.sheet import Sheet
from thidua.vietnamese.name_keys import written_key
from thidua.vietnamese.names import without_honorific
from thidua.vietnamese.text import fold, squeeze

COLUMNS = ("Tên", "Đối tượng", "Năm sinh", "Đơn vị, nơi ở", "Lý do")
FAULTS = "Lỗi"
MOST_ROWS = 2000
_HEAD_ROWS = 10
_ALIASES = {
    "Tên": ("ho va ten", "ho ten", "ten tap the, ca nhan", "ten ca nhan, tap the"),
    "Đối tượng": ("loai doi tuong", "loai"),
    "Năm sinh": ("ngay sinh", "ngay, thang, nam sinh", "sinh nam"),
    "Đơn vị, nơi ở": ("don vi", "noi o", "dia chi", "thon", "noi cong tac", "cho o"),
    "Lý do": ("ly do chua xet", "noi dung", "noi dung vi pham", "ghi chu", "vi pham"),
}


@dataclass(frozen=True)
class ExclusionRow:
    """One row as it was understood (dòng đã đọc), with what is wrong."""

    number: int
    cells: tuple[str, ...]
    words: ExclusionWords
    fault: str = ""


def read_exclusions(rows: Sequence[Sequence[str]], *, on: date) -> list[ExclusionRow]:
    """Understand rows as lines of the list (đọc bảng); the heading is found by its words, in any order of
    columns. Raises `Refused` for a sheet that is too long. Căn cứ: không (quy ước nội bộ).
    """
    if len(rows) > MOST_ROWS + _HEAD_ROWS:
        fault = f"Bảng có {len(rows)} dòng; mỗi lần nhập tối đa {MOST_ROWS} dòng."
        raise Refused(no(fault, rule="rows:many"))
    order, first = _header(rows)
    read = [
        _row({column: row[place] for column, place in order.items() if place < len(row)}, number, on=on)
        for number, row in enumerate(rows[first:], start=first + 1)
        if any(squeeze(cell) for cell in row)
    ]
    return _once_each(read)


def error_sheet(read: Sequence[ExclusionRow]) -> Sheet:
    """The rows to correct and return (tệp lỗi): as they came, with what is wrong in a last column.

    Căn cứ: không (quy ước nội bộ).
    """
    return Sheet("Chưa xét", (*COLUMNS, FAULTS), tuple((*row.cells, row.fault) for row in read))


def _header(rows: Sequence[Sequence[str]]) -> tuple[dict[str, int], int]:
    """Which column stands where and the first row below; the usual order where no heading is found."""
    known = {fold(name): column for column in COLUMNS for name in (column, *_ALIASES[column])}
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        named = [known.get(fold(squeeze(cell))) for cell in row]
        if "Tên" in named and len({*named} - {None}) >= 2:
            return {column: named.index(column) for column in named if column}, number + 1
    return {column: place for place, column in enumerate(COLUMNS)}, 0


def _row(cells: Mapping[str, str], number: int, *, on: date) -> ExclusionRow:
    said = {column: squeeze(cells.get(column, "")) for column in COLUMNS}
    year = re.fullmatch(r"(?:.*\D)?((?:19|20)\d{2})", said["Năm sinh"])
    words = ExclusionWords(
        kind=kind_said(said["Đối tượng"], said["Tên"]),
        name=without_honorific(said["Tên"]),
        reason=said["Lý do"],
        birth_year=int(year.group(1)) if year else None,
        place=said["Đơn vị, nơi ở"],
    )
    fault = line_fault(words, on=on)
    if said["Năm sinh"] and not year:
        fault = f"Năm sinh “{said['Năm sinh']}” không đọc được."
    return ExclusionRow(number, tuple(said.values()), words, fault)


def _once_each(read: list[ExclusionRow]) -> list[ExclusionRow]:
    seen: dict[tuple[object, ...], int] = {}
    found = []
    for row in read:
        key = (row.words.kind, written_key(row.words.name), row.words.birth_year, fold(row.words.place))
        twin = seen.setdefault(key, row.number)
        found.append(
            row if row.fault or twin == row.number else replace(row, fault=f"Trùng với dòng {twin}.")
        )
    return found
