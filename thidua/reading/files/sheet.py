"""Spreadsheets and pasted tables (.xlsx, .xls, .ods, .csv, chép từ bảng): rows of words."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import PurePath

from thidua.reading.files.cells import MAX_COLUMNS, MAX_ROWS
from thidua.reading.files.kinds import MEGABYTE, check_bytes
from thidua.reading.files.plain import decode
from thidua.reading.files.workbook import Row, Tab, open_workbook
from thidua.reading.source import Unreadable
from thidua.vietnamese.text import squeeze

MAX_BYTES = 20 * MEGABYTE
BOOKS = (".xlsx", ".xls", ".ods")
PLAIN = (".csv", ".tsv", ".txt")


def read_sheet(name: str, data: bytes, *, max_bytes: int = MAX_BYTES) -> list[list[str]]:
    """Rows of the first sheet of .xlsx, .xls or .ods, or of a .csv or .txt table (đọc bảng); empty rows are
    left out.

    Whole numbers lose their ".0", dates are written 05/6/2023. Raises `Unreadable` with a Vietnamese
    sentence.
    """
    tabs = read_tabs(name, data, max_bytes=max_bytes)
    first = next((tab for tab in tabs if not tab.hidden), None)
    return _tidy([row.cells for row in first.rows]) if first else []


def read_tabs(name: str, data: bytes, *, max_bytes: int = MAX_BYTES) -> list[Tab]:
    """All sheets of a table with the numbers of their rows, cells as written (đọc các trang tính).

    Raises `Unreadable` with a Vietnamese sentence.
    """
    suffix = PurePath(name).suffix.lower()
    check_bytes(suffix, data, max_bytes=max_bytes)
    if suffix in BOOKS:
        return open_workbook(data)
    if suffix in PLAIN:
        return [pasted_tab(decode(data))]
    raise Unreadable("Chưa đọc được loại bảng này; hãy lưu thành .xlsx, .xls, .ods hoặc .csv.")


def pasted_tab(text: str) -> Tab:
    """A table pasted as text (bảng dán vào) as a sheet without a name; raises `Unreadable`."""
    rows = _parted(text)
    _check_size(rows)
    return Tab("", tuple(Row(at, tuple(row)) for at, row in enumerate(rows, start=1) if any(row)))


def read_pasted(text: str) -> list[list[str]]:
    """Rows of a table pasted as text (dán từ bảng): tabs, semicolons or commas part the cells."""
    return _tidy(_parted(text))


def _parted(text: str) -> list[list[str]]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max("\t;,", key=lambda sign: (first.count(sign), sign == "\t"))
    try:
        return [[*row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=False)]
    except csv.Error as error:
        raise Unreadable("Bảng dán vào không tách được thành cột; hãy chép lại từ Excel.") from error


def _check_size(rows: Sequence[Sequence[str]]) -> None:
    if len(rows) > MAX_ROWS or max((len(row) for row in rows), default=0) > MAX_COLUMNS:
        raise Unreadable(
            f"Bảng quá lớn (tối đa {MAX_ROWS} dòng, {MAX_COLUMNS} cột); hãy tách nhỏ rồi gửi lại."
        )


def _tidy(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    _check_size(rows)
    tidy = [[squeeze(cell) for cell in row] for row in rows]
    return [row for row in tidy if any(row)]
