"""The tables and charts of the reports (bảng, biểu đồ): blocks of a paper and lists of a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua.campaigns.models import Campaign
from thidua.paper.blocks import Chart
from thidua.paper.model import Block, Column, Table, p
from thidua.paper.sheet import Field, Sheet
from thidua.reports.breakdown import (
    AwardRow,
    ContentRow,
    UnitRow,
    award_rows,
    awards_chart,
    content_rows,
    people_chart,
    share_chart,
    unit_rows,
    units_chart,
)
from thidua.reports.figures import PARTS, Figure, figures_of
from thidua.reports.missing import Missing
from thidua.vietnamese.money import money

FIGURES = (
    Column("TT", 10, "center"),
    Column("Nội dung", 57),
    Column("Kết quả", 38, "right"),
    Column("Cách tính", 70),
)
CONTENTS = (
    Column("Nội dung thi đua", 75),
    Column("Đơn vị", 20, "right"),
    Column("Chỉ tiêu", 20, "right"),
    Column("Đã báo số", 20, "right"),
    Column("Đã đạt", 20, "right"),
    Column("Báo cáo", 20, "right"),
)
UNITS = (
    Column("Đơn vị", 44),
    Column("Đăng ký", 18, "center"),
    Column("Đạt trên chỉ tiêu", 20, "center"),
    Column("Báo cáo", 18, "right"),
    Column("Mô hình", 17, "right"),
    Column("Gương", 17, "right"),
    Column("Đề nghị", 17, "right"),
    Column("Được khen", 17, "right"),
)
AWARDS = (
    Column("Hình thức", 54),
    Column("Đề nghị", 18, "right"),
    Column("Tập thể", 17, "right"),
    Column("Cá nhân", 17, "right"),
    Column("Hộ", 13, "right"),
    Column("Cộng", 15, "right"),
    Column("Tiền thưởng (đồng)", 30, "right"),
)
SIZE = 11


def figures_table(figures: Sequence[Figure]) -> Table:
    """Figure after figure with how it was counted (bảng số liệu)."""
    rows = tuple((str(place), one.name, one.says, one.how) for place, one in enumerate(figures, start=1))
    return Table(FIGURES, rows, size=SIZE)


def contents_table(rows: Sequence[ContentRow]) -> Table:
    """What came of each content (bảng theo nội dung)."""
    return Table(CONTENTS, tuple(_content_cells(row) for row in rows), size=SIZE)


def _content_cells(row: ContentRow) -> tuple[str, ...]:
    named = f"{row.content.clause}. {row.content.short}" if row.content.clause else row.content.short
    counted = (row.units, row.targets, row.told, row.reached, row.reports)
    return named, *(str(number) for number in counted)


def units_table(rows: Sequence[UnitRow]) -> Table:
    """What each unit did (bảng theo đơn vị), with the sums below."""
    cells = tuple(
        (row.unit.in_sentence, "có" if row.registered else "chưa", f"{row.reached}/{row.targets}",
         *(str(number) for number in _counts(row)))
        for row in rows
    )  # fmt: skip
    sums = [sum(column) for column in zip(*(_counts(row) for row in rows), strict=True)]
    total = (
        "Cộng", f"{sum(row.registered for row in rows)}/{len(rows)}",
        f"{sum(row.reached for row in rows)}/{sum(row.targets for row in rows)}",
        *(str(number) for number in sums),
    )  # fmt: skip
    return Table(UNITS, cells, total_row=total, size=SIZE)


def _counts(row: UnitRow) -> tuple[int, ...]:
    return row.reports, row.models, row.role_models, row.nominated, row.awarded


def awards_table(rows: Sequence[AwardRow]) -> Table:
    """What was put forward and awarded under each form (bảng theo hình thức), with the sums below."""
    cells = tuple((row.title, *(money(number) for number in _award_counts(row))) for row in rows)
    sums = [sum(column) for column in zip(*(_award_counts(row) for row in rows), strict=True)]
    return Table(AWARDS, cells, total_row=("Cộng", *(money(number) for number in sums)), size=SIZE)


def _award_counts(row: AwardRow) -> tuple[int, ...]:
    return row.nominated, row.collective, row.individual, row.household, row.awarded, row.amount


def campaign_blocks(campaign: Campaign, figures: Sequence[Figure], *, on: date) -> list[Block]:
    """The figures by share, by content, by unit (biểu đồ và bảng chi tiết của báo cáo)."""
    contents, units = content_rows(campaign), unit_rows(campaign, on=on)
    blocks: list[Block] = [*drawn(share_chart(figures))]
    if contents:
        blocks += [p("Kết quả theo nội dung thi đua:"), contents_table(contents)]
    if units:
        blocks += [p("Kết quả theo đơn vị:"), units_table(units), *drawn(units_chart(units))]
    return blocks


def award_blocks(campaign: Campaign, figures: Sequence[Figure]) -> list[Block]:
    """The awards by form and kind, and who got them (bảng, biểu đồ khen thưởng)."""
    rows = award_rows(campaign)
    blocks: list[Block] = [p("Đề nghị và khen thưởng theo hình thức:"), awards_table(rows)] if rows else []
    return [*blocks, *drawn(awards_chart(rows)), *drawn(people_chart(figures))]


def drawn(chart: Chart) -> list[Block]:
    """A chart, where it has anything to show (biểu đồ có số liệu)."""
    return [chart] if chart.bars else []


def campaign_sheets(campaign: Campaign, missing: Sequence[Missing], *, on: date) -> list[Sheet]:
    """The same figures as lists of a workbook (số liệu Excel): all, by content, by unit, by form, missing.

    Căn cứ: không (quy ước nội bộ).
    """
    return [
        _figures_sheet(figures_of(campaign, on=on)),
        _sheet("Theo nội dung", ("Mục", "Nội dung", "Đơn vị", "Chỉ tiêu", "Đã báo số", "Đã đạt", "Báo cáo"),
               [(row.content.clause, row.content.text, row.units, row.targets, row.told, row.reached,
                 row.reports) for row in content_rows(campaign)]),
        _sheet("Theo đơn vị", ("Đơn vị", "Đăng ký", "Tổng kết", "Chỉ tiêu", "Đã đạt", "Báo cáo", "Mô hình",
                               "Gương", "Đề nghị", "Được khen", "Tiền thưởng"),
               [(row.unit.name, "có" if row.registered else "chưa", "có" if row.reviewed else "chưa",
                 row.targets, row.reached, *_counts(row), row.amount)
                for row in unit_rows(campaign, on=on)]),
        _sheet("Theo hình thức", ("Hình thức", "Đề nghị", "Tập thể", "Cá nhân", "Hộ gia đình", "Cộng",
                                  "Tiền thưởng"),
               [(row.title, *_award_counts(row)) for row in award_rows(campaign)]),
        _sheet("Còn thiếu", ("Còn thiếu", "Ai nợ", "Phải xong trước khi kết thúc"),
               [(one.what, one.who, "phải xong" if one.blocks else "") for one in missing]),
    ]  # fmt: skip


def _figures_sheet(figures: Sequence[Figure]) -> Sheet:
    columns = (Field("Nhóm", 24), Field("Nội dung", 50), Field("Kết quả", 14, "number"),
               Field("Trên", 14, "number"), Field("Đơn vị tính", 12), Field("Cách tính", 80))  # fmt: skip
    rows = tuple((PARTS[f.part], f.name, f.value, f.of, f.measure, f.how) for f in figures)
    return Sheet("Số liệu", columns, rows)


def _sheet(title: str, heads: Sequence[str], rows: Sequence[tuple[str | int, ...]]) -> Sheet:
    """A list whose columns of figures are figures (trang tính); the first column is a wide text."""
    kinds = ["number" if rows and isinstance(cell, int) else "text" for cell in (rows[0] if rows else heads)]
    columns = tuple(
        Field(head, 14 if kind == "number" else 40, "number" if kind == "number" else "text")
        for head, kind in zip(heads, kinds, strict=True)
    )
    return Sheet(title, columns, tuple(rows))
