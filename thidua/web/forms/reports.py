"""Forms of the reports and the journal (báo cáo, nhật ký)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.web.forms.fields import DayField


class ClosingForm(forms.Form):
    """The officer's own words for the closing report, and who signs it."""

    lessons = forms.CharField(
        label="Bài học, kiến nghị",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Phần này viết bằng lời của cơ quan; số liệu, hạn chế đã được lập sẵn từ dữ liệu.",
    )
    signer = forms.ModelChoiceField(queryset=None, label="Người ký", empty_label=None)

    def __init__(self, *args: Any, signers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = signers  # type: ignore[attr-defined]


class JournalFilter(forms.Form):
    """Find lines of the journal."""

    words = forms.CharField(
        label="Tìm", required=False, widget=forms.TextInput(attrs={"placeholder": "Người, việc"})
    )
    day = DayField(label="Ngày làm việc", required=False)
