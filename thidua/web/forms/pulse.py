"""Forms that remind units at once (đôn đốc ngay)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.campaigns.models import Reminder
from thidua.reports.pulse import Pulse, UnitPulse

TEXT = 1000


class NudgeForm(forms.Form):
    """Whom to remind, by which words and ways; the silent ones are chosen at first."""

    units = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Nhắc đơn vị nào",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một đơn vị."},
    )
    text = forms.CharField(
        label="Lời nhắc",
        max_length=TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": f"Lời nhắc dài quá {TEXT} chữ; hãy viết gọn lại."},
    )
    ways = forms.MultipleChoiceField(
        label="Nhắc bằng cách nào",
        choices=[
            ("message", "Nhắn vào Việc của tôi của đơn vị (và thư nhắc việc buổi sáng, nếu có địa chỉ thư)"),
            ("zalo", "Tôi dán lời nhắn vào nhóm Zalo"),
            ("telephone", "Tôi gọi điện"),
            ("letter", "Soạn công văn đôn đốc để trình ký"),
        ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một cách."},
    )
    signer = forms.ModelChoiceField(queryset=None, label="Người ký công văn (nếu soạn)", empty_label=None)

    def __init__(self, *args: Any, pulse: Pulse, units: Any, signers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = units  # type: ignore[attr-defined]
        listed = [(one.unit.pk, _label(one)) for one in pulse.units]  # the silent first
        self.fields["units"].choices = listed  # type: ignore[attr-defined]
        self.fields["signer"].queryset = signers  # type: ignore[attr-defined]

    @property
    def short_ways(self) -> tuple[str, ...]:
        """The ways that go out at once."""
        return tuple(way for way, _ in Reminder.WAYS if way in self.cleaned_data["ways"] and way != "letter")


def _label(one: UnitPulse) -> str:
    return f"{one.unit.name} – {one.word}: {one.says}"
