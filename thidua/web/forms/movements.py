"""Forms of the movements and directives a campaign carries out (phong trào, chỉ thị cấp trên)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.campaigns.models import Campaign, ParentMovement


class MovementForm(forms.Form):
    """One more, that the reader did not find."""

    kind = forms.ChoiceField(label="Loại", choices=ParentMovement.KINDS)
    name = forms.CharField(
        label="Tên", max_length=300, help_text="Phong trào: tên trong ngoặc kép; văn bản: số, ký hiệu, ngày."
    )


class TieForm(forms.Form):
    """Which campaign here it is."""

    source = forms.ModelChoiceField(
        queryset=None, label="Đợt có ở đây", required=False, empty_label="Không có ở đây"
    )

    def __init__(self, *args: Any, campaigns: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["source"]
        field.queryset = campaigns  # type: ignore[attr-defined]
        field.label_from_instance = _named  # type: ignore[attr-defined]


def _named(campaign: Campaign) -> str:
    return f"{campaign.short_title} ({campaign.unit.short_name})"
