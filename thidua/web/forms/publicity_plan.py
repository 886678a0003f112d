"""Forms of the publicity plan (kế hoạch tuyên truyền)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from thidua.publicity.models.plan import CHANNELS, RHYTHMS
from thidua.publicity.plan import ItemWords
from thidua.web.forms.fields import DayField


class ItemForm(forms.Form):
    """A line of the plan (việc tuyên truyền)."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    what = forms.CharField(label="Làm gì", max_length=250, help_text="Ví dụ: phát bản tin về gương tốt.")
    who = forms.CharField(label="Ai làm", max_length=200)
    channel = forms.ChoiceField(label="Cách làm", choices=CHANNELS)
    where = forms.CharField(
        label="Ở đâu",
        max_length=200,
        required=False,
        help_text="Với phát thanh: tên cụm loa; để trống là mọi cụm loa.",
    )
    starts = DayField(label="Từ ngày")
    ends = DayField(label="Đến ngày")
    times = forms.IntegerField(label="Số lần", min_value=1, max_value=500)
    rhythm = forms.ChoiceField(label="Nhịp", choices=RHYTHMS)

    def words(self) -> ItemWords:
        """What was typed, as the verb takes it."""
        typed: dict[str, Any] = {name: self.cleaned_data[name] for name in ItemWords.__annotations__}
        return ItemWords(**typed)


class MarkForm(forms.Form):
    """One time it was done (lần thực hiện)."""

    day = DayField(label="Ngày")
    note = forms.CharField(label="Đã làm gì", max_length=250)

    def day_and_note(self) -> tuple[date, str]:
        """What was typed."""
        return self.cleaned_data["day"], self.cleaned_data["note"]
