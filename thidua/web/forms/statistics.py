"""Which year and which office the statistics are for (năm, cấp của biểu thống kê)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from thidua.org.models import Unit
from thidua.reports.statistics import FIRST_YEAR, offices_within


class StatisticsForm(forms.Form):
    """The year and the office; names in the address are short."""

    nam = forms.TypedChoiceField(label="Năm", coerce=int)

    def __init__(self, *args: Any, unit: Unit, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit, self.on = unit, on
        years = range(on.year, FIRST_YEAR - 1, -1)
        self.fields["nam"].choices = [(year, f"Năm {year}") for year in years]  # type: ignore[attr-defined]
        self.fields["nam"].initial = on.year
        self.fields["don-vi"] = forms.ModelChoiceField(
            offices_within(unit), to_field_name="code", label="Số liệu của", initial=unit.code,
            empty_label=None,
        )  # fmt: skip

    def chosen(self) -> tuple[Unit, int]:
        """The office and year asked for; the own office and this year where nothing right is asked."""
        if self.is_valid():
            return self.cleaned_data["don-vi"], self.cleaned_data["nam"]
        return self.unit, self.on.year
