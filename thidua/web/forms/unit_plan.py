"""The form of a unit's own plan (kế hoạch của đơn vị): aims, concrete things per content, the model."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.campaigns.derive import PlanLine, UnitPlanEntry
from thidua.campaigns.documents.review import goal_words
from thidua.campaigns.models import Campaign, ModelProject, Registration, UnitPlan
from thidua.web.forms.fields import DayField

BLANK_LINES = 2


class LineForm(forms.Form):
    """One concrete thing; a row without words is left out."""

    content = forms.ModelChoiceField(queryset=None, label="Nội dung thi đua", empty_label="Chọn nội dung")
    text = forms.CharField(label="Việc cụ thể", max_length=500, required=False)
    who = forms.CharField(label="Ai làm", max_length=200, required=False)
    due = DayField(label="Xong trước ngày", required=False)

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        content = self.fields["content"]
        content.queryset = campaign.contents.all()  # type: ignore[attr-defined]
        content.label_from_instance = lambda area: f"{area.order}. {area.short}"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("who") and not cleaned.get("text"):
            self.add_error("text", "Ghi việc cụ thể, hoặc xóa người làm ở dòng này.")
        if cleaned.get("text") and not cleaned.get("content"):
            self.add_error("content", "Chọn nội dung thi đua mà việc này thực hiện.")
        return cleaned


class UnitPlanForm(forms.Form):
    """The plan without its lines; `how` only for an officer who types for a unit."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    aims = forms.CharField(
        label="Mục đích, yêu cầu", required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Để trống thì theo kế hoạch phát động.",
    )  # fmt: skip
    project_title = forms.CharField(label="Mô hình, phần việc của đơn vị", max_length=250, required=False)
    project_description = forms.CharField(
        label="Cách làm", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    criteria = forms.CharField(
        label="Tiêu chí bình xét riêng", required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi tiêu chí một dòng; không thấp hơn tiêu chuẩn của kế hoạch phát động.",
    )  # fmt: skip
    how = forms.CharField(
        label="Nhận bằng cách nào", max_length=200, help_text="Ví dụ: nhận bản giấy ngày 20/3/2023."
    )

    def __init__(self, *args: Any, for_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_unit:
            del self.fields["how"]

    def entry(self, lines: forms.BaseFormSet) -> UnitPlanEntry:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        typed = [row.cleaned_data for row in lines if row.cleaned_data.get("text")]
        return UnitPlanEntry(
            tuple(PlanLine(row["content"], row["text"], row["who"], row["due"]) for row in typed),
            **{name: said[name] for name in ("aims", "criteria", "project_title", "project_description")},
            how=said.get("how", ""),
            version=said["version"],
        )


def plan_initial(plan: UnitPlan | None, project: ModelProject | None) -> dict[str, Any]:
    """What the form shows at first: the plan, and the model as it was registered."""
    shown: dict[str, Any] = {}
    if project:
        shown = {"project_title": project.title, "project_description": project.description}
    if plan:
        shown |= {name: getattr(plan, name) for name in ("version", "aims", "criteria", "how")}
    return shown


def line_rows(
    campaign: Campaign, plan: UnitPlan | None, registration: Registration | None, data: Any = None
) -> forms.BaseFormSet:
    """The lines of the plan; before there is one, a line per registered target, then per other content."""
    if plan:
        first = [{"content": one.content, "text": one.text, "who": one.who, "due": one.due}
                 for one in plan.lines.all()]  # fmt: skip
    else:
        targets = registration.targets.all() if registration else ()
        first = [{"content": one.content, "text": goal_words(one), "due": one.due} for one in targets]
    chosen = {row["content"] for row in first}
    first += [
        {"content": area, "due": campaign.ends} for area in campaign.contents.all() if area not in chosen
    ]
    rows = forms.formset_factory(LineForm, extra=BLANK_LINES, max_num=80, validate_max=True)
    found = rows(data, initial=first, form_kwargs={"campaign": campaign}, prefix="viec")
    for form in found:
        form.fields["content"].required = False
    return found
