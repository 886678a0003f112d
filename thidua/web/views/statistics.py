"""The yearly statistics as a page and a workbook (biểu thống kê): for an office and all below it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from thidua.paper.sheet import write_xlsx
from thidua.records.attach import XLSX
from thidua.reports.permissions import may_read_statistics
from thidua.reports.statistic_papers import notes_of, statistic_sheets
from thidua.reports.statistics import Filled, Row, statistics_of, words_of, year_of
from thidua.web.actors import office_page
from thidua.web.forms.statistics import StatisticsForm
from thidua.web.requests import OfficeRequest


def _asked(request: OfficeRequest) -> tuple[StatisticsForm, Any, Any]:
    """The form, the office and the year it asks for; a wrong address falls back to own and now."""
    form = StatisticsForm(request.GET or None, unit=request.mandate.unit, on=request.today)
    unit, number = form.chosen()
    return form, unit, year_of(unit, number)


@office_page
def statistics(request: OfficeRequest) -> HttpResponse:
    """The forms of the year, each cell a figure or a word that there is none."""
    may_read_statistics(request.mandate, on=request.today).require()
    form, unit, year = _asked(request)
    filled = statistics_of(unit, year)
    context = {
        "filter_form": form,
        "unit": unit,
        "year": year,
        "forms": [
            (one, _rows(one), notes_of(one), f"{unit.code}_{year.number}_{one.form.id}") for one in filled
        ],
        "query": f"don-vi={unit.code}&nam={year.number}",
    }
    return render(request, "reports/statistics.html", context)


def _rows(filled: Filled) -> list[tuple[Row, list[tuple[str, str]]]]:
    """Each row with its cells under their columns; a heading has none."""
    return [
        (row, list(zip(filled.columns, words_of(row.cells), strict=True)) if row.cells else [])
        for row in filled.rows
    ]


@office_page
def statistics_sheet(request: OfficeRequest) -> HttpResponse:
    """The same forms as a workbook."""
    may_read_statistics(request.mandate, on=request.today).require()
    _, unit, year = _asked(request)
    answer = HttpResponse(write_xlsx(statistic_sheets(statistics_of(unit, year))), content_type=XLSX.media)
    answer["Content-Disposition"] = f'attachment; filename="thong-ke-{year.number}-{unit.code}.xlsx"'
    return answer
