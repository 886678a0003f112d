"""Forms of a unit's own closing (tổng kết của đơn vị): results per target, own commendations, the judging
meeting.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from thidua.campaigns.models import UnitReview
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.campaigns.queries.review import TargetResult
from thidua.campaigns.review import FIELDS, Meeting, ReviewEntry
from thidua.web.forms.fields import DayField

MEETING = FIELDS
BLANK_ROWS = 2
HOUR = r"^([01]?\d|2[0-3]):[0-5]\d$"


def _hour(label: str) -> forms.RegexField:
    return forms.RegexField(
        HOUR,
        label=label,
        required=False,
        strip=True,
        widget=forms.TextInput(attrs={"placeholder": "19:30", "inputmode": "numeric"}),
        error_messages={"invalid": "Ghi giờ như 19:30."},
    )


class ReviewForm(forms.Form):
    """The closing without the rows of commendations; a field for each registered target."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    summary = forms.CharField(
        label="Kết quả chung",
        required=False,
        help_text="Làm được gì, số liệu chính, mô hình hoặc phần việc, điều còn hạn chế.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    lessons = forms.CharField(
        label="Bài học, kiến nghị",
        required=False,
        max_length=3000,
        help_text="Cách làm hay, chỗ vướng, điều đề nghị xã giúp; đưa thẳng vào báo cáo tổng kết của xã.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    met_on = DayField(label="Ngày họp xét", required=False)
    met_from = _hour("Bắt đầu lúc")
    met_to = _hour("Kết thúc lúc")
    met_at = forms.CharField(label="Địa điểm", max_length=200, required=False)
    chair = forms.CharField(label="Chủ trì", max_length=200, required=False)
    secretary = forms.CharField(label="Thư ký", max_length=200, required=False)
    invited = forms.IntegerField(label="Số người được triệu tập", min_value=1, max_value=9999, required=False)
    present = forms.IntegerField(label="Số người có mặt", min_value=1, max_value=9999, required=False)
    minutes = forms.CharField(
        label="Diễn biến",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Ai nói gì, ý kiến khác nếu có; danh sách đề nghị tự đưa vào biên bản.",
    )
    how = forms.CharField(
        label="Nhận bằng cách nào",
        max_length=200,
        required=False,
        help_text="Ví dụ: nhận bản giấy ngày 02/6/2023.",
    )

    def __init__(self, *args: Any, results: Sequence[TargetResult], for_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for result in results:
            self.fields[f"target-{result.target.pk}"] = forms.CharField(
                label=result.target.text,
                required=False,
                initial=result.says,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=result.target.content.short,
            )
        if not for_unit:
            del self.fields["how"]

    def targets(self) -> list[forms.BoundField]:
        """The fields of the targets, for the page."""
        return [self[name] for name in self.fields if name.startswith("target-")]

    def entry(self, commended: tuple[tuple[str, str, str], ...]) -> ReviewEntry:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        results = {name.removeprefix("target-"): said[name] for name in said if name.startswith("target-")}
        meeting = Meeting(**{name: said[name] for name in MEETING})
        return ReviewEntry(
            said["summary"], results, commended, meeting, said.get("how", ""), said["version"],
            said["lessons"],
        )  # fmt: skip


class CommendedForm(forms.Form):
    """One whom the unit commends itself; an empty row is left out."""

    name = forms.CharField(label="Tên", max_length=200, required=False)
    kind = forms.ChoiceField(label="Đối tượng", choices=RECIPIENT_KINDS, required=False)
    reason = forms.CharField(label="Vì việc gì", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("name") and not cleaned.get("reason"):
            self.add_error("reason", "Ghi vì việc gì mà biểu dương.")
        return cleaned


def commended_rows(review: UnitReview | None, data: Any = None) -> forms.BaseFormSet:
    """The rows of those the unit commends: those written, then blank ones."""
    rows = forms.formset_factory(CommendedForm, extra=BLANK_ROWS, max_num=100, validate_max=True)
    return rows(data, initial=review.commended if review else [], prefix="bieu-duong")


def commended(rows: forms.BaseFormSet) -> tuple[tuple[str, str, str], ...]:
    """The rows that were filled in."""
    said = [row.cleaned_data for row in rows]
    return tuple((row["name"], row["kind"], row["reason"]) for row in said if row.get("name"))


def review_initial(review: UnitReview | None) -> dict[str, Any]:
    """What the form shows at first."""
    if review is None:
        return {}
    shown = {name: getattr(review, name) for name in ("summary", "lessons", "how", "version", *MEETING)}
    return shown | {f"target-{key}": words for key, words in review.results.items() if words}


class RemarkForm(forms.Form):
    """What the unit should change."""

    remark = forms.CharField(label="Cần sửa gì", widget=forms.Textarea(attrs={"rows": 3}))
