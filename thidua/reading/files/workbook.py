"""A workbook of several sheets (tệp bảng tính): every row with its number, opened where it can do no harm."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import thidua
from thidua.reading.files import cells
from thidua.reading.files.kinds import OLE
from thidua.reading.files.tool import carry_out
from thidua.reading.source import Unreadable

SECONDS = 25.0
_SCRIPT = Path(cells.__file__)
_HOME = Path(thidua.__file__).parents[1]
_DAMAGED = "Bảng tính bị hỏng hoặc được đặt mật khẩu; hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại."
_MACROS = (
    "Bảng tính có macro (có thể gây hại) nên không mở; hãy lưu lại thành .xlsx không có macro rồi gửi lại."
)
_TOO_LARGE = (
    f"Bảng quá lớn (tối đa {cells.MAX_ROWS} dòng, {cells.MAX_COLUMNS} cột); hãy tách nhỏ rồi gửi lại."
)
_HARMFUL = (
    "Bảng tính bất thường (nén quá chặt, hoặc có ô nằm rất xa) nên không mở; hãy chép các dòng có chữ sang "
    "một bảng mới rồi gửi lại."
)
_MACRO_PARTS = (b"vbaProject.bin", "_VBA_PROJECT".encode("utf-16-le"))


@dataclass(frozen=True)
class Row:
    """A row of a sheet (dòng): its number as Excel shows it, its cells as written."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Tab:
    """A sheet (trang tính): rows that hold something, merged ranges as (top, left, bottom, right) from 0."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


def open_workbook(data: bytes) -> list[Tab]:
    """The sheets of an .xlsx, .xls or .ods (mở tệp bảng tính), hidden ones by name only.

    Formulas are taken as the values they last had. Raises `Unreadable` with a sentence for macros, damage,
    and whatever would eat memory or time; never another exception, whatever the bytes.
    """
    if not data.startswith((b"PK", OLE)):
        raise Unreadable(_DAMAGED)
    if any(part in data for part in _MACRO_PARTS):
        raise Unreadable(_MACROS)
    command = [sys.executable, "-P", str(_SCRIPT)]
    try:
        found = json.loads(
            carry_out(command, given=data, seconds=SECONDS, surroundings={"PYTHONPATH": str(_HOME)})
        )
    except Unreadable as error:
        raise Unreadable(_HARMFUL) from error
    if isinstance(found, str):
        raise Unreadable(_TOO_LARGE if found == cells.TOO_LARGE else _DAMAGED)
    return [_tab(**sheet) for sheet in found]


def _tab(*, name: str, hidden: bool, rows: list[tuple[int, list[str]]], merged: list[list[int]]) -> Tab:
    written = tuple(Row(number, tuple(row)) for number, row in rows)
    return Tab(name, written, tuple((one[0], one[1], one[2], one[3]) for one in merged), hidden)
