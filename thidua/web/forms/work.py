"""Forms of the work of a plan: tasks, expectations, recipients, days, the plan above (việc theo kế hoạch)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.campaigns.assign import Result, TaskWords
from thidua.campaigns.assign.expect import Wanted
from thidua.campaigns.models import Assignment, Campaign, Deadline, Expectation, Task
from thidua.campaigns.queries.owners import Owner
from thidua.campaigns.queries.schedule import PROPOSED, STEPS, Step
from thidua.org.models import Unit
from thidua.org.states import ROLES
from thidua.vietnamese.dates import vn_date
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadsField

STATES = [
    ("", "Mọi tình trạng"),
    ("waiting", "chờ giao"),
    ("doing", "đang làm"),
    ("late", "quá hạn"),
    ("done", "đã xong"),
    ("withdrawn", "đã rút"),
]
DUES = [("", "Mọi hạn"), ("past", "đã đến hạn"), ("week", "hạn trong 7 ngày"), ("none", "chưa đặt hạn")]
# Offices of the launching committee to which a task may be given.
GIVEN_TO = ("standing", "culture", "accountant", "clerk", "secretary")


class WorkFilter(forms.Form):
    """Which tasks to list (lọc nhiệm vụ)."""

    tim = forms.CharField(label="Tìm chữ trong nhiệm vụ", required=False)
    ai = forms.ModelChoiceField(label="Ai làm", queryset=None, required=False, empty_label="Mọi đơn vị")
    tinh_trang = forms.ChoiceField(label="Tình trạng", choices=STATES, required=False)
    han = forms.ChoiceField(label="Hạn", choices=DUES, required=False)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tim"].widget.attrs["placeholder"] = "Tìm chữ trong nhiệm vụ"
        self.fields["ai"].queryset = units  # type: ignore[attr-defined]


class TaskForm(forms.Form):
    """What a task asks and by when (nhiệm vụ, hạn)."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(label="Nhiệm vụ", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    due = DayField(label="Hạn", required=False, help_text="Để trống nếu không đặt hạn.")

    def words(self) -> TaskWords:
        return TaskWords(self.cleaned_data["text"], self.cleaned_data["due"])


class GiveForm(forms.Form):
    """Who has the task (ai làm): units that take part, and offices of the committee."""

    units = forms.ModelMultipleChoiceField(
        label="Đơn vị, thôn", queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    roles = forms.MultipleChoiceField(
        label="Chức vụ tại cơ quan", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, task: Task, units: QuerySet[Unit], **kwargs: Any) -> None:
        held = [part for part in task.assignments.all() if part.state != "withdrawn"]
        super().__init__(*args, **kwargs)
        self.initial["units"] = [part.unit_id for part in held if not part.role]
        self.initial["roles"] = [part.role for part in held if part.role]
        self.home = task.campaign.unit
        self.fields["units"].queryset = units  # type: ignore[attr-defined]
        self.fields["roles"].choices = [(role, ROLES[role].name) for role in GIVEN_TO]  # type: ignore[attr-defined]

    def owners(self) -> list[Owner]:
        said = self.cleaned_data
        return [
            *(Owner(unit) for unit in said["units"]),
            *(Owner(self.home, role) for role in said["roles"]),
        ]


class ReasonForm(forms.Form):
    """A sentence that says why (lý do)."""

    reason = forms.CharField(label="Lý do", max_length=250, widget=forms.Textarea(attrs={"rows": 2}))


class FinishForm(forms.Form):
    """What was done, when, with evidence; `how` only for an officer who writes for a unit (báo xong)."""

    text = forms.CharField(label="Đã làm được gì", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))
    done_on = DayField(label="Ngày xong", required=False, help_text="Để trống là hôm nay.")
    evidence = UploadsField(label="Ảnh hoặc tệp minh chứng", required=False)
    how = forms.CharField(
        label="Nhận bằng cách nào",
        max_length=200,
        help_text="Ví dụ: nhận qua điện thoại, ngày 05/6/2023.",
    )

    def __init__(self, *args: Any, part: Assignment, for_another: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update({"text": part.result, "how": part.how})
        if not for_another:
            del self.fields["how"]

    def result(self) -> Result:
        said = self.cleaned_data
        return Result(said["text"], said["done_on"], said.get("how", ""))


class ExpectationForm(forms.Form):
    """How an expectation is counted (cách tính)."""

    counts = forms.ChoiceField(label="Đếm gì", choices=Expectation.COUNTS)
    per = forms.ChoiceField(label="Tính cho", choices=Expectation.PER)
    at_least = forms.IntegerField(
        label="Ít nhất", min_value=1, max_value=1000, required=False,
        help_text="Để trống khi kế hoạch không ghi số: có một là đạt.",
    )  # fmt: skip

    def wanted(self) -> Wanted:
        return Wanted(**self.cleaned_data)


class WhyForm(forms.Form):
    """Evidence or reason (minh chứng, lý do)."""

    why = forms.CharField(
        label="Minh chứng hoặc lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class RecipientForm(forms.Form):
    """One more unit that gets the plan (nơi nhận)."""

    unit = forms.ModelChoiceField(label="Đơn vị", queryset=None, empty_label="Chọn đơn vị")

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class ReceiptForm(forms.Form):
    """Who has the plan and how one knows (ghi nhận đã nhận)."""

    by = forms.CharField(label="Ai nhận", max_length=200)
    how = forms.CharField(
        label="Biết bằng cách nào",
        max_length=200,
        help_text="Ví dụ: nhận qua điện thoại, ngày 05/6/2023; giao trực tiếp, có ký sổ.",
    )


class ConfirmDaysForm(forms.Form):
    """Proposed days that hold (xác nhận mốc đề xuất), each ticked by itself."""

    kinds = forms.MultipleChoiceField(
        label="Mốc đúng, cơ quan xác nhận",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một mốc đề xuất."},
    )

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        proposed = [one for one in campaign.deadlines.all() if one.says.startswith(PROPOSED)]
        choices = [
            (one.kind, f"{one.get_kind_display().capitalize()}: {vn_date(one.day)}") for one in proposed
        ]
        self.fields["kinds"].choices = choices  # type: ignore[attr-defined]
        self.has_any = bool(choices)


class CountBackForm(forms.Form):
    """The ceremony and the working days before each step (tính lùi từ lễ trao thưởng)."""

    ceremony = DayField(label="Ngày trao thưởng")

    def __init__(self, *args: Any, steps: list[Step], ceremony: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["ceremony"] = ceremony
        names = dict(Deadline.KINDS)
        for step in steps:
            self.fields[step.kind] = forms.IntegerField(
                label=f"Từ {names[step.kind]} đến {names[step.before]}: số ngày làm việc",
                min_value=1, max_value=200, required=False, initial=step.days, help_text=step.source,
            )  # fmt: skip

    def days(self) -> dict[str, int]:
        kinds = [kind for _, kind, _ in STEPS]
        return {kind: self.cleaned_data[kind] for kind in kinds if self.cleaned_data[kind]}


class MoveDayForm(forms.Form):
    """Another day, and why (dời mốc)."""

    day = DayField(label="Ngày mới")
    reason = forms.CharField(label="Lý do", max_length=200)


class ParentForm(forms.Form):
    """The plan of the level above: a campaign of theirs here, or their file (kế hoạch cấp trên)."""

    source = forms.ChoiceField(label="Đợt của cấp trên có ở đây", required=False)
    upload = forms.FileField(
        label="Hoặc tệp kế hoạch của cấp trên",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt,.md"}),
    )

    def __init__(self, *args: Any, above: list[Campaign], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.code, f"{one.short_title} ({one.unit.short_name})") for one in above]
        if named:
            self.fields["source"].choices = [("", "Không chọn"), *named]  # type: ignore[attr-defined]
        else:
            del self.fields["source"]
            self.fields["upload"].label = "Tệp kế hoạch của cấp trên"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and bool(cleaned.get("source")) == bool(cleaned.get("upload")):
            self.add_error(None, "Hãy chọn một đợt của cấp trên, hoặc một tệp kế hoạch.")
        return cleaned
