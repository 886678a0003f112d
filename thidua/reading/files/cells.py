"""The cells of a workbook (ô của bảng tính), read by a process of its own: a file that eats memory or time
ends that process, not the office.

Run as a program it reads the workbook from its input and prints what it holds as JSON; it imports next to
nothing, so it starts quickly.
"""

from __future__ import annotations

import io
import json
import math
import resource
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

from thidua.vietnamese.dates import vn_date

Cell = int | float | str | bool | time | date | datetime | timedelta
MAX_ROWS = 100_000
MAX_COLUMNS = 200
MAX_SHEETS = 40
MAX_LETTERS = 20_000_000
MEMORY = 1536 * 1024 * 1024
SECONDS = 20
DAMAGED, TOO_LARGE = "damaged", "too_large"


def word_of(cell: Cell) -> str:
    """One cell as the office would write it (chữ của một ô): whole numbers without ".0", dates 05/6/2023."""
    if isinstance(cell, bool):
        return "Có" if cell else "Không"
    if isinstance(cell, float) and math.isfinite(cell) and cell == int(cell):
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() != time():
        return f"{cell:%H:%M} {vn_date(cell.date())}"
    return vn_date(cell) if isinstance(cell, date) else str(cell)


def sheets_in(data: bytes) -> list[dict[str, Any]] | str:
    """Each sheet with its name, whether it is hidden, its rows (number and cells) and merged ranges; or what
    is wrong with the workbook, `DAMAGED` or `TOO_LARGE`.
    """
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = [_sheet(book, one) for one in book.sheets_metadata[:MAX_SHEETS]]
    except OverflowError:
        return TOO_LARGE
    except (python_calamine.CalamineError, OSError, ValueError, IndexError):
        return DAMAGED
    letters = sum(len(cell) for sheet in found for _, cells in sheet["rows"] for cell in cells)
    return found if letters <= MAX_LETTERS else TOO_LARGE


def _sheet(book: python_calamine.CalamineWorkbook, about: python_calamine.SheetMetadata) -> dict[str, Any]:
    hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
    described: dict[str, Any] = {"name": about.name, "hidden": hidden, "rows": [], "merged": []}
    if hidden or about.typ != python_calamine.SheetTypeEnum.WorkSheet:
        return described
    sheet = book.get_sheet_by_name(about.name)
    if sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS:
        raise OverflowError
    written = [[word_of(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    described["rows"] = [[number, row] for number, row in enumerate(written, start=1) if any(row)]
    described["merged"] = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
    return described


def main() -> None:  # pragma: no cover - it bounds and ends the process it runs in
    """Read the workbook from the input within the limits of memory and time, and print its cells."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    json.dump(sheets_in(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":  # pragma: no cover - as above
    main()
