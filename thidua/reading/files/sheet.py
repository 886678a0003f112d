"""Spreadsheets and pasted tables (.xlsx, .xls, .csv, chép từ bảng): rows of words."""

from __future__ import annotations

import csv
import io
import math
from datetime import date, datetime, time, timedelta
from pathlib import PurePath

import python_calamine

from thidua.reading.files.kinds import MEGABYTE, OLE, check_bytes
from thidua.reading.files.plain import decode
from thidua.reading.source import Unreadable
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze

MAX_BYTES = 20 * MEGABYTE
MAX_ROWS = 100_000
MAX_COLUMNS = 200
Cell = int | float | str | bool | time | date | datetime | timedelta
_DAMAGED = "Bảng tính bị hỏng hoặc được đặt mật khẩu; hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại."


def read_sheet(name: str, data: bytes, *, max_bytes: int = MAX_BYTES) -> list[list[str]]:
    """Rows of the first sheet of .xlsx or .xls, or of a .csv or .txt table (đọc bảng); empty rows are left
    out.

    Whole numbers lose their ".0", dates are written 05/6/2023. Raises `Unreadable` with a Vietnamese
    sentence.
    """
    suffix = PurePath(name).suffix.lower()
    check_bytes(suffix, data, max_bytes=max_bytes)
    if suffix in (".xlsx", ".xls"):
        return _tidy(_cells(data))
    if suffix in (".csv", ".tsv", ".txt"):
        return read_pasted(decode(data))
    raise Unreadable("Chưa đọc được loại bảng này; hãy lưu thành .xlsx, .xls hoặc .csv.")


def read_pasted(text: str) -> list[list[str]]:
    """Rows of a table pasted as text (dán từ bảng): tabs, semicolons or commas part the cells."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max("\t;,", key=lambda sign: (first.count(sign), sign == "\t"))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=False))
    except csv.Error as error:
        raise Unreadable("Bảng dán vào không tách được thành cột; hãy chép lại từ Excel.") from error
    return _tidy([[*row] for row in rows])


def _cells(data: bytes) -> list[list[str]]:
    if not data.startswith((b"PK", OLE)):
        raise Unreadable(_DAMAGED)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        _check_size(sheet.total_height, sheet.total_width)
        return [[_word(cell) for cell in row] for row in sheet.iter_rows()]
    except (python_calamine.CalamineError, OSError, ValueError, IndexError) as error:
        raise Unreadable(_DAMAGED) from error


def _check_size(rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise Unreadable(
            f"Bảng quá lớn (tối đa {MAX_ROWS} dòng, {MAX_COLUMNS} cột); hãy tách nhỏ rồi gửi lại."
        )


def _word(cell: Cell) -> str:
    """One cell as the office would write it."""
    if isinstance(cell, bool):
        return "Có" if cell else "Không"
    if isinstance(cell, float) and math.isfinite(cell) and cell == int(cell):
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() != time():
        return f"{cell:%H:%M} {vn_date(cell.date())}"
    return vn_date(cell) if isinstance(cell, date) else str(cell)


def _tidy(rows: list[list[str]]) -> list[list[str]]:
    _check_size(len(rows), max((len(row) for row in rows), default=0))
    tidy = [[squeeze(cell) for cell in row] for row in rows]
    return [row for row in tidy if any(row)]
