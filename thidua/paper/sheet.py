"""Lists as spreadsheets (danh sách Excel): exports, and templates to fill in and bring back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Literal

import xlsxwriter

from thidua.paper.blocks import Tidy

Cell = str | int | float | Decimal | date | None
_UNDATED = datetime(2020, 1, 1)  # noqa: DTZ001 - the file property has no zone
_NAME_LIMIT = 31
_LAST_ROW = 1_048_575
_FORMATS = {"text": "@", "number": "#,##0", "money": '#,##0" đ"', "date": "dd/mm/yyyy"}


@dataclass(frozen=True)
class Field(Tidy):
    """A column of a list (cột): its title, width in characters, kind of content, and what may be chosen
    in it.
    """

    title: str
    width: float = 20
    kind: Literal["text", "number", "money", "date"] = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet(Tidy):
    """One list (trang tính): title, columns, rows. A column may be given as its title alone."""

    title: str
    columns: tuple[Field | str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns, those given as a title made into text columns."""
        return tuple(Field(column) if isinstance(column, str) else column for column in self.columns)


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Write the lists as one workbook, a tab each; equal lists give equal bytes.

    Every text is written as text, so "=…" from a stranger never becomes a formula, and a text column keeps
    "001".
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _UNDATED})
    head = book.add_format(
        {"bold": True, "border": 1, "bg_color": "#F3EFE8", "text_wrap": True, "valign": "vcenter"}
    )
    formats = {kind: book.add_format({"num_format": shown}) for kind, shown in _FORMATS.items()}
    for name, sheet in zip(_tab_names(sheets), sheets, strict=True):
        _fill(book.add_worksheet(name), sheet, head, formats)
    book.close()
    return buffer.getvalue()


def _fill(tab: Any, sheet: Sheet, head: Any, formats: dict[str, Any]) -> None:
    for index, field in enumerate(sheet.fields):
        tab.set_column(index, index, field.width, formats[field.kind])
        tab.write_string(0, index, field.title, head)
        if field.choices:
            tab.data_validation(
                1, index, _LAST_ROW, index, {"validate": "list", "source": list(field.choices)}
            )
    for row_index, row in enumerate(sheet.rows, start=1):
        for index, (cell, field) in enumerate(zip(row, sheet.fields, strict=True)):
            _write(tab, row_index, index, cell=cell, look=formats[field.kind])
    tab.freeze_panes(1, 0)
    tab.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)


def _write(tab: Any, row: int, column: int, *, cell: Cell, look: Any) -> None:
    match cell:
        case None:
            tab.write_blank(row, column, None, look)
        case date():
            tab.write_datetime(row, column, cell, look)
        case str():
            tab.write_string(row, column, cell, look)
        case _:
            tab.write_number(row, column, cell, look)


def _tab_names(sheets: Sequence[Sheet]) -> list[str]:
    """Names that a workbook accepts: no []:*?/\\, at most 31 letters, none twice."""
    names: list[str] = []
    for sheet in sheets:
        plain = re.sub(r"[\[\]:*?/\\]", " ", sheet.title).strip("' ")[:_NAME_LIMIT] or "Danh sách"
        name, number = plain, 1
        while name.casefold() in (held.casefold() for held in names):
            number += 1
            name = f"{plain[: _NAME_LIMIT - len(str(number)) - 3]} ({number})"
        names.append(name)
    return names
