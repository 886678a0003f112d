"""The statistical forms as papers and as a workbook (in biểu thống kê, Excel)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua.org.models import Mandate, Unit
from thidua.paper.model import Block, Column, Document, SignatureBlock, Signatures, Table, bullet, p
from thidua.paper.sheet import Field, Sheet
from thidua.records.letterheads import office_letterhead
from thidua.reports.statistics import NO_DATA, Filled, Year, words_of

MAKER, HEAD = "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"
SIGNS_HERE, STAMPS_HERE = "(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)"


def statistic_paper(
    filled: Filled, *, unit: Unit, year: Year, maker: Mandate, chair: Mandate | None
) -> Document:
    """One form of the year on a sheet across (biểu thống kê khổ ngang), every cell a figure or “không có số
    liệu”. Căn cứ: Thông tư 02/2023/TT-BNV (sổ statistics).
    """
    return Document(
        kind="bieu_thong_ke",
        letterhead=replace(office_letterhead(unit), show_number=False),
        type_name=f"BIỂU SỐ {filled.form.code}" if filled.form.code else "BIỂU THỐNG KÊ",
        summary=f"{filled.form.name}, năm {year.number}",
        body=tuple(_body(filled, unit, year)),
        signature=Signatures((
            SignatureBlock(role=MAKER, note=SIGNS_HERE, name=maker.person.name),
            SignatureBlock(role=HEAD, note=STAMPS_HERE, name=chair.person.name if chair else ""),
        )),
        landscape=True,
        end_mark=False,
    )  # fmt: skip


def _body(filled: Filled, unit: Unit, year: Year) -> Sequence[Block]:
    columns = (
        Column("Mã số", 14, "center"),
        Column("Chỉ tiêu", 70),
        *(Column(name, 28, "center") for name in filled.columns),
    )
    rows = tuple(
        (row.code, row.name, *words_of(row.cells)) if row.cells else (row.name,) for row in filled.rows
    )
    return [
        p(f"Đơn vị báo cáo: {unit.name}. Kỳ báo cáo: {year.says}."),
        Table(columns, rows, size=11),
        *(bullet(note) for note in notes_of(filled)),
    ]


def notes_of(filled: Filled) -> list[str]:
    """What a reader of the form has to know (ghi chú của biểu): what was counted, which text was not seen."""
    told = list(filled.notes)
    if not filled.form.confirmed:
        told.append(f"{filled.form.says} Căn cứ: {filled.form.source}.")
    return [
        *told,
        f"Ô ghi “{NO_DATA}” là việc máy không giữ số; cột {filled.columns[0].lower()} chỉ cộng ô có số.",
    ]


def statistic_sheets(forms: Sequence[Filled]) -> list[Sheet]:
    """The same forms as lists of a workbook (biểu thống kê Excel); a cell without data says so in words."""
    return [_sheet(filled) for filled in forms]


def _sheet(filled: Filled) -> Sheet:
    columns = (
        Field("Mã số", 8),
        Field("Chỉ tiêu", 46),
        *(Field(name, 24, "number") for name in filled.columns),
    )
    rows = tuple(
        (row.code, row.name, *(NO_DATA if cell is None else cell for cell in _wide(row.cells, filled)))
        for row in filled.rows
    )
    return Sheet(filled.form.code or filled.form.name, columns, rows)


def _wide(cells: tuple[int | None, ...], filled: Filled) -> tuple[int | str | None, ...]:
    """The cells of a row; a heading has empty ones."""
    return cells or ("",) * len(filled.columns)
