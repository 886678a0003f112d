"""Forms of a whole list of nominees: paste or upload it, say something for many lines (nhập danh sách)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from thidua.campaigns.models import OfferedAward
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.org.models import Unit
from thidua.reading.files.sheet import pasted_tab, read_tabs
from thidua.reading.roll import Roll, read_roll
from thidua.reading.source import Unreadable
from thidua.vietnamese.legacy import composed
from thidua.web.forms.files import EMPTY
from thidua.web.forms.new_nomination import HONORIFICS

MOST_BYTES = 5 * 1024 * 1024
_NOT_SET = [("", "Không đổi")]


class ListForm(forms.Form):
    """The list itself: a file or pasted rows; the officer says whose it is and how it came."""

    unit = forms.ChoiceField(
        label="Danh sách của đơn vị",
        required=False,
        help_text="Để trống khi danh sách gồm nhiều đơn vị: máy đọc cột “Đơn vị”.",
    )
    how = forms.CharField(label="Nhận bằng cách nào", max_length=200)
    sheet = forms.FileField(
        label="Chọn tệp",
        required=False,
        help_text="Nhận .xlsx, .xls, .ods, .csv, tối đa 5 MB; đọc mọi trang tính.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt"}),
        error_messages={"empty": EMPTY},
    )
    pasted = forms.CharField(
        label="Hoặc dán từ Excel, Word",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, units: Iterable[Unit], own: Unit | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.code: unit for unit in units}
        if own is not None:
            del self.fields["unit"], self.fields["how"]
            return
        choices = [("", "Nhiều đơn vị"), *((code, unit.short_name) for code, unit in self.units.items())]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read the list while the form is still on the screen."""
        cleaned = super().clean() or {}
        upload, pasted = cleaned.get("sheet"), cleaned.get("pasted") or ""
        if bool(upload) == bool(pasted.strip()):
            raise ValidationError("Hãy chọn một tệp, hoặc dán danh sách (một trong hai).")
        try:
            tabs = (
                read_tabs(upload.name, upload.read(), max_bytes=MOST_BYTES)
                if upload
                else [pasted_tab(composed(pasted))]
            )
        except Unreadable as unreadable:
            raise ValidationError(unreadable.sentence) from unreadable
        known = {name for unit in self.units.values() for name in (unit.short_name, unit.in_sentence)}
        return cleaned | {"roll": read_roll(tabs, known=known)}

    @property
    def roll(self) -> Roll:
        """The list as it was read."""
        found: Roll = self.cleaned_data["roll"]
        return found

    @property
    def name(self) -> str:
        """What the list is called on the pages."""
        upload = self.cleaned_data.get("sheet")
        return str(upload.name) if upload else "danh sách dán vào"

    @property
    def chosen(self) -> Unit | None:
        """The unit the officer chose, or None."""
        return self.units.get(self.cleaned_data.get("unit", ""))


class SettleForm(forms.Form):
    """What is said for all ticked lines at once."""

    award = forms.ChoiceField(label="Hình thức", required=False)
    recipient = forms.ChoiceField(label="Đối tượng", required=False, choices=[*_NOT_SET, *RECIPIENT_KINDS])
    honorific = forms.ChoiceField(label="Danh xưng", required=False, choices=[*_NOT_SET, *HONORIFICS])
    unit = forms.ChoiceField(label="Đơn vị", required=False)

    def __init__(
        self, *args: Any, awards: Iterable[OfferedAward], units: Iterable[Unit], lines: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for name, found in (
            ("award", [(award.title, award.title) for award in awards]),
            ("unit", [(unit.name, unit.short_name) for unit in units]),
        ):
            self.fields[name].choices = [*_NOT_SET, *found]  # type: ignore[attr-defined]

    def places(self) -> set[int]:
        """The ticked lines."""
        ticked = self.data.getlist("chon") if hasattr(self.data, "getlist") else []
        return {int(one) for one in ticked if one.isdecimal() and int(one) < self.lines}
