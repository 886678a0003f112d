"""Fields for what people write the Vietnamese way (ô ngày): typed as 05/6/2023, checked with a sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from thidua.vietnamese.dates import parse_date, vn_date


class DayField(forms.DateField):
    """A day (ô ngày): shown as 05/6/2023, read from that, from 5-6-2023 or from 2023-06-05."""

    widget = forms.TextInput

    def prepare_value(self, value: Any) -> Any:
        return vn_date(value) if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        day = parse_date(str(value))
        if day is None or not 1900 <= day.year <= 2200:
            raise ValidationError(f"“{value}” không phải là một ngày; hãy ghi như 05/6/2023.")
        return day
