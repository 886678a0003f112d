"""Forms of asking others: whom the campaign asks, about whom, what was answered (lấy ý kiến)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet

from thidua.awards.consult import Body, Reply
from thidua.awards.models import Adviser, Nomination, Opinion
from thidua.awards.models.opinion import ADVISERS
from thidua.campaigns.models import Campaign
from thidua.vietnamese.text import fold
from thidua.web.forms.fields import DayField

ANSWERS = [("", "Chưa có"), *Opinion.ANSWERS]


class AdviserForm(forms.Form):
    """A body, how many days it has to answer, and for which form."""

    kind = forms.ChoiceField(label="Loại", choices=ADVISERS)
    name = forms.CharField(label="Tên nơi được hỏi", max_length=200, help_text="Ví dụ: Công an xã Nà Lâm.")
    days = forms.IntegerField(
        label="Số ngày để trả lời",
        min_value=1,
        max_value=60,
        help_text="Ngày làm việc; niêm yết thì tính ngày thường.",
    )
    award = forms.ModelChoiceField(
        queryset=None, label="Hỏi về hình thức", required=False, empty_label="Mọi hình thức"
    )

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["award"].queryset = campaign.awards.all()  # type: ignore[attr-defined]
        self.fields["award"].label_from_instance = lambda award: award.title  # type: ignore[attr-defined]

    def body(self) -> Body:
        """The body as the verb takes it."""
        said = self.cleaned_data
        return Body(said["kind"], said["name"], said["days"])


class AskForm(forms.Form):
    """Whom to ask, from the list or typed, and about whom."""

    listed = forms.ModelChoiceField(
        queryset=None, label="Nơi trong danh sách", required=False, empty_label="Nơi khác, ghi ở dưới"
    )
    kind = forms.ChoiceField(label="Loại", choices=ADVISERS, required=False, initial="other")
    name = forms.CharField(label="Tên nơi được hỏi", max_length=200, required=False)
    days = forms.IntegerField(
        label="Số ngày để trả lời",
        min_value=1,
        max_value=60,
        required=False,
        help_text="Ngày làm việc; niêm yết thì tính ngày thường.",
    )
    nominations = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Hỏi về những ai",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một trường hợp."},
    )

    def __init__(
        self, *args: Any, advisers: QuerySet[Adviser], nominations: QuerySet[Nomination], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["listed"].queryset = advisers  # type: ignore[attr-defined]
        field = self.fields["nominations"]
        field.queryset = nominations.select_related("award", "unit")  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: f"{one.name}, {one.unit.short_name}: {one.award.title}"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("listed") and cleaned.get("name"):
            self.add_error("name", "Đã chọn nơi trong danh sách; hãy bỏ một trong hai.")
        if not cleaned.get("listed") and not (cleaned.get("name") and cleaned.get("days")):
            self.add_error("listed", "Chọn một nơi trong danh sách, hoặc ghi tên nơi khác và số ngày.")
        return cleaned

    def body(self) -> Body:
        """The body as the verb takes it."""
        said = self.cleaned_data
        listed = said["listed"]
        if listed is not None:
            return Body(listed.kind, listed.name, listed.days)
        return Body(said["kind"] or "other", said["name"], said["days"])


class AskedForm(forms.Form):
    """By which way a body was asked without a letter of ours."""

    how = forms.CharField(
        label="Đã hỏi bằng cách nào", max_length=200, help_text="Ví dụ: công văn giấy số 12 ngày 05/6/2023."
    )


class RepliesForm(forms.Form):
    """What came back: each nominee with an answer; or a list of those against whom there is something."""

    reply = forms.CharField(
        label="Văn bản, cách trả lời",
        max_length=200,
        help_text="Ví dụ: Công văn số 45/CAX ngày 08/6/2023; trả lời qua điện thoại ngày 08/6/2023.",
    )
    replied_on = DayField(label="Ngày trả lời")
    rest_agrees = forms.BooleanField(label="Đồng ý với mọi trường hợp chưa ghi ý kiến ở dưới", required=False)
    excluded = forms.CharField(
        label="Danh sách loại trừ",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dán danh sách nơi ấy gửi, mỗi dòng một tên, sau dấu phẩy là lý do. Ai có trong danh sách "
        "là không đồng ý; những người còn lại là đồng ý.",
    )

    def __init__(self, data: Any = None, *, opinions: Sequence[Opinion], today: date) -> None:
        super().__init__(data, initial={"replied_on": today})
        self.opinions = list(opinions)
        for one in self.opinions:
            self.fields[f"answer-{one.nomination_id}"] = forms.ChoiceField(
                label="Ý kiến", choices=ANSWERS, required=False, initial=one.answer
            )
            self.fields[f"reason-{one.nomination_id}"] = forms.CharField(
                label="Lý do không đồng ý", required=False, max_length=500, initial=one.reason
            )

    def cases(self) -> list[dict[str, Any]]:
        """Each nominee with the two fields, for the page."""
        return [
            {
                "opinion": one,
                "answer": self[f"answer-{one.nomination_id}"],
                "reason": self[f"reason-{one.nomination_id}"],
            }
            for one in self.opinions
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for one in self.opinions:
            reason = f"reason-{one.nomination_id}"
            if cleaned.get(f"answer-{one.nomination_id}") == "objects" and not cleaned.get(reason):
                self.add_error(reason, f"Ghi lý do không đồng ý với {one.nomination.name}.")
        return cleaned

    def replies(self) -> dict[UUID, Reply]:
        """What is new or other than before, as the verb takes it."""
        listed = _excluded(self.cleaned_data["excluded"])
        if listed:
            return {one.nomination_id: _by_list(one, listed) for one in self.opinions}
        rest = "agrees" if self.cleaned_data["rest_agrees"] else ""
        said = {
            one.nomination_id: Reply(
                self.cleaned_data[f"answer-{one.nomination_id}"] or rest,
                self.cleaned_data[f"reason-{one.nomination_id}"],
            )
            for one in self.opinions
        }
        before = {one.nomination_id: Reply(one.answer, one.reason) for one in self.opinions}
        return {pk: reply for pk, reply in said.items() if reply.answer and reply != before[pk]}


def _excluded(written: str) -> dict[str, str]:
    """The names of a pasted list, without marks, each with its reason."""
    lines = [line.strip(" -•\t") for line in written.splitlines()]
    parts = [line.partition(",") for line in lines if line]
    return {fold(name).strip(): reason.strip() for name, _, reason in parts}


def _by_list(opinion: Opinion, listed: dict[str, str]) -> Reply:
    name = fold(opinion.nomination.name)
    if name not in listed:
        return Reply("agrees")
    return Reply("objects", listed[name] or "có tên trong danh sách loại trừ")
