"""Forms of registration, progress and reminders (đăng ký, báo cáo, đôn đốc)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.campaigns.models import Campaign, Registration, Reminder
from thidua.campaigns.queries.part import targets_of
from thidua.campaigns.queries.targets import doubts_of
from thidua.campaigns.queries.track import odd_in
from thidua.campaigns.register import RegistrationEntry, TargetEntry
from thidua.campaigns.track import ProgressReport
from thidua.org.models import Unit
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadsField

BLANK_ROWS = 2


class TargetForm(forms.Form):
    """One row: under which content, what, how much, by when; an empty row is left out."""

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    content = forms.ModelChoiceField(queryset=None, label="Nội dung thi đua", empty_label="Chọn nội dung")
    text = forms.CharField(label="Chỉ tiêu", max_length=250, required=False)
    goal = forms.DecimalField(
        label="Mức đăng ký", max_digits=14, decimal_places=2, min_value=0, required=False, localize=True
    )
    measure = forms.CharField(label="Đơn vị tính", max_length=40, required=False)
    base = forms.DecimalField(
        label="Hiện có", max_digits=14, decimal_places=2, min_value=0, required=False, localize=True
    )
    due = DayField(label="Xong trước ngày", required=False)
    sure = forms.BooleanField(label="Đúng như vậy", required=False)

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.doubts = campaign, list[str]()
        content = self.fields["content"]
        content.queryset = campaign.contents.all()  # type: ignore[attr-defined]
        content.label_from_instance = lambda area: f"{area.order}. {area.short}"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("text") and (cleaned.get("goal") is not None or cleaned.get("measure")):
            self.add_error("text", "Ghi chỉ tiêu là việc gì, hoặc xóa mức và đơn vị tính ở dòng này.")
        if cleaned.get("text") and cleaned.get("content") and not self.errors:
            self.doubts = doubts_of(self.entry(), self.campaign)
            if self.doubts and not cleaned["sure"]:
                self.add_error("goal", f"{' '.join(self.doubts)} Đúng thì đánh dấu “Đúng như vậy”.")
        return cleaned

    def entry(self) -> TargetEntry:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        return TargetEntry(
            said["content"], said["text"], said["goal"], said["measure"], said["due"], said["id"],
            base=said["base"], sure=said["sure"],
        )  # fmt: skip


class RegistrationForm(forms.Form):
    """The registration without its targets; `how` only for an officer who types for a unit."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    project_title = forms.CharField(
        label="Mô hình, phần việc sẽ làm",
        max_length=250,
        required=False,
        help_text="Kế hoạch yêu cầu có ít nhất 01 mô hình hoặc phần việc cụ thể.",
    )
    project_description = forms.CharField(
        label="Cách làm, ai làm", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    note = forms.CharField(label="Cam kết, ghi chú", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    how = forms.CharField(
        label="Nhận bằng cách nào",
        max_length=200,
        required=False,
        help_text="Ví dụ: nhận bản giấy ngày 20/3/2023; nhận qua điện thoại.",
    )

    def __init__(self, *args: Any, for_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if for_unit:
            self.fields["how"].required = True
        else:
            del self.fields["how"]


TARGET_FIELDS = ("content", "text", "goal", "measure", "base", "due")


def target_rows(
    campaign: Campaign,
    registration: Registration | None,
    data: Any = None,
    *,
    prefix: str = "chi-tieu",
    blank: int = BLANK_ROWS,
) -> forms.BaseFormSet:
    """The rows of targets: those written, then one for each content not chosen yet, then blank ones."""
    written: list[dict[str, Any]] = [
        {"id": t.pk, **{name: getattr(t, name) for name in TARGET_FIELDS}}
        for t in (registration.targets.all() if registration else ())
    ]
    chosen = {row["content"].pk for row in written}
    written += [
        {"content": area, "due": campaign.ends} for area in campaign.contents.all() if area.pk not in chosen
    ]
    rows = forms.formset_factory(TargetForm, extra=blank, max_num=60, validate_max=True)
    found = rows(data, initial=written, form_kwargs={"campaign": campaign}, prefix=prefix)
    for form in found.initial_forms[: len(written)]:  # a tampered form may claim more
        form.fields["content"].widget = form.fields["content"].hidden_widget()
        form.area = form.initial["content"]  # type: ignore[attr-defined]
    for form in found.extra_forms:
        form.fields["content"].required = False
    return found


def targets_typed(rows: forms.BaseFormSet) -> tuple[TargetEntry, ...]:
    """The rows that say a target (chỉ tiêu đã ghi)."""
    said = (target for target in rows if target.cleaned_data.get("text"))
    return tuple(target.entry() for target in said if target.cleaned_data.get("content"))


def registration_entry(form: RegistrationForm, rows: forms.BaseFormSet) -> RegistrationEntry:
    """What was typed, as the verb takes it."""
    targets = targets_typed(rows)
    said = form.cleaned_data
    return RegistrationEntry(
        targets,
        said["project_title"],
        said["project_description"],
        said["note"],
        said.get("how", ""),
        said["version"],
    )


class ProgressForm(forms.Form):
    """One report of progress with evidence."""

    target = forms.ModelChoiceField(
        queryset=None, label="Về chỉ tiêu", required=False, empty_label="Kết quả chung, không theo chỉ tiêu"
    )
    value = forms.DecimalField(
        label="Số đạt được",
        max_digits=14,
        decimal_places=2,
        required=False,
        localize=True,
        help_text="Tổng đã đạt đến nay, theo đơn vị tính của chỉ tiêu.",
    )
    text = forms.CharField(label="Đã làm được gì", widget=forms.Textarea(attrs={"rows": 4}))
    evidence = UploadsField(label="Ảnh hoặc tệp minh chứng", required=False)
    how = forms.CharField(label="Nhận bằng cách nào", max_length=200, required=False)
    sure = forms.BooleanField(label="Số này đúng", required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, campaign: Campaign, unit: Unit, for_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].queryset = targets_of(campaign, unit)  # type: ignore[attr-defined]
        self.fields["target"].label_from_instance = lambda target: target.text  # type: ignore[attr-defined]
        if for_unit:
            self.fields["how"].required = True
        else:
            del self.fields["how"]

    def clean(self) -> dict[str, Any]:
        """Ask about a strange figure once; what was typed stays, and a tick says that it is right."""
        cleaned = super().clean() or {}
        target, value = cleaned.get("target"), cleaned.get("value")
        odd = odd_in(target, value) if target and value is not None else ""
        if odd:
            self.fields["sure"].widget = forms.CheckboxInput()
            if not cleaned.get("sure"):
                files = " Ảnh phải chọn lại." if cleaned.get("evidence") else ""
                self.add_error("value", f"{odd} Có đúng không? Đúng thì đánh dấu “Số này đúng”.{files}")
        return cleaned

    def report(self) -> ProgressReport:
        said = self.cleaned_data
        return ProgressReport(
            said["text"], said["target"], None, said["value"], said.get("how", ""), said["sure"]
        )


class RemarkForm(forms.Form):
    """A sentence that says what to change."""

    remark = forms.CharField(label="Cần sửa gì", widget=forms.Textarea(attrs={"rows": 3}))


class ReminderForm(forms.Form):
    """Whom to remind of what, and who signs; all silent units are chosen at first."""

    missing = forms.ChoiceField(
        label="Còn thiếu",
        choices=Reminder.MISSING,
        widget=forms.HiddenInput,
    )
    units = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Đơn vị cần đôn đốc",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một đơn vị."},
    )
    signer = forms.ModelChoiceField(queryset=None, label="Người ký", empty_label=None)

    def __init__(self, *args: Any, silent: Any, signers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = silent  # type: ignore[attr-defined]
        self.fields["signer"].queryset = signers  # type: ignore[attr-defined]
