"""Forms of inspection visits (kiểm tra việc thực hiện)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.campaigns.visit import Remedy, VisitPlan, VisitRecord
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadsField

LONG = 5000


def _words(label: str, *, rows: int = 3, required: bool = True, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=LONG, widget=widget, required=required, help_text=help_text
    )


class VisitPlanForm(forms.Form):
    """A round of visits: whom, when, what is looked at, who comes."""

    units = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Kiểm tra đơn vị nào",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một đơn vị."},
    )
    day = DayField(label="Ngày kiểm tra")
    about = _words("Nội dung kiểm tra", help_text="Mỗi dòng một nội dung.")
    members = _words("Thành phần đoàn", help_text="Mỗi dòng một người: họ tên, chức vụ.")

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = units  # type: ignore[attr-defined]

    def plan(self) -> VisitPlan:
        said = self.cleaned_data
        return VisitPlan(said["day"], said["about"], said["members"])


class DemandForm(forms.Form):
    """One requirement: what, by which day; an empty row is left out."""

    text = forms.CharField(label="Yêu cầu", max_length=1000, required=False)
    due = DayField(label="Xong trước ngày", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("text") and not cleaned.get("due") and "due" not in self.errors:
            self.add_error("due", "Ghi hạn phải xong của yêu cầu này.")
        if cleaned.get("due") and not cleaned.get("text"):
            self.add_error("text", "Ghi yêu cầu là việc gì, hoặc xóa hạn ở dòng này.")
        return cleaned


def demand_rows(data: Any = None) -> forms.BaseFormSet:
    """Blank rows for requirements."""
    rows = forms.formset_factory(DemandForm, extra=3, max_num=20, validate_max=True)
    return rows(data, prefix="yeu-cau")


class VisitRecordForm(forms.Form):
    """What was seen and said at a visit."""

    held_on = DayField(label="Ngày kiểm tra")
    held_from = forms.RegexField(
        r"^\d{1,2}:\d{2}$", label="Bắt đầu lúc", required=False, help_text="Ví dụ 08:00."
    )
    held_to = forms.RegexField(r"^\d{1,2}:\d{2}$", label="Kết thúc lúc", required=False)
    held_at = forms.CharField(label="Địa điểm", max_length=200, required=False)
    hosts = _words("Đại diện đơn vị", required=False, rows=2, help_text="Mỗi dòng một người.")
    strengths = _words("Kết quả, ưu điểm", rows=4)
    faults = _words("Hạn chế, thiếu sót", required=False, rows=4)

    def record(self, rows: forms.BaseFormSet) -> VisitRecord:
        demands = tuple(
            (row["text"], row["due"]) for row in (one.cleaned_data for one in rows) if row.get("text")
        )
        return VisitRecord(**self.cleaned_data, demands=demands)


class CallOffForm(forms.Form):
    """Why a visit does not take place."""

    reason = forms.CharField(label="Vì sao không kiểm tra", max_length=250)


class RemedyForm(forms.Form):
    """What was done about a requirement, with evidence; `how` only for an officer who types for a unit."""

    result = _words("Đã làm gì để khắc phục")
    done_on = DayField(label="Ngày xong")
    evidence = UploadsField(label="Ảnh hoặc tệp minh chứng", required=False)
    how = forms.CharField(
        label="Nhận bằng cách nào", max_length=200, help_text="Ví dụ: nhận qua điện thoại, ngày 05/6/2023."
    )

    def __init__(self, *args: Any, for_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_unit:
            del self.fields["how"]

    def remedy(self) -> Remedy:
        said = self.cleaned_data
        return Remedy(said["result"], said["done_on"], said.get("how", ""))


class MinutesForm(forms.Form):
    """Who signs the minutes for those who came."""

    signer = forms.ModelChoiceField(queryset=None, label="Người ký thay đoàn", empty_label=None)

    def __init__(self, *args: Any, signers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = signers  # type: ignore[attr-defined]
