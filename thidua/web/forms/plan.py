"""Forms of the plan and of preparing a campaign (đưa kế hoạch vào, nhận, đặt mốc thời gian)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.campaigns.models import Campaign, Deadline, PlanIntake
from thidua.campaigns.queries.plan import LISTS
from thidua.reading.files import MAX_BYTES
from thidua.reading.files.kinds import MEGABYTE
from thidua.web.forms.fields import DayField

WAYS = [
    ("draft", "Bản dự thảo: cơ quan mình trình bày, ký, cho số, phát hành tại đây"),
    ("original", "Đã ban hành: giữ nguyên số, ngày, người ký và tệp gốc"),
    ("new", "Chưa có: viết tại đây từng phần, theo đợt trước hoặc tệp kế hoạch cấp trên"),
]


class NewPlanForm(forms.Form):
    """In which way the plan comes, and its file (kế hoạch đến bằng cách nào)."""

    way = forms.ChoiceField(
        label="Kế hoạch của đợt này", choices=WAYS, widget=forms.RadioSelect, initial="draft"
    )
    upload = forms.FileField(
        label="Tệp kế hoạch",
        required=False,
        help_text=f"Nhận .docx, .pdf (có lớp chữ), .txt, .md, tối đa {MAX_BYTES // MEGABYTE} MB.",
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt,.md"}),
    )
    source = forms.ModelChoiceField(
        label="Viết theo", required=False, queryset=None, empty_label="Không theo kế hoạch nào",
        help_text="Chỉ khi chưa có kế hoạch. Kế hoạch cấp trên chưa có ở đây thì chọn tệp của nó ở ô trên.",
    )  # fmt: skip

    def __init__(self, *args: Any, earlier: QuerySet[Campaign], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = earlier  # type: ignore[attr-defined]
        self.fields["upload"].error_messages["empty"] = "Tệp rỗng; hãy chọn lại đúng tệp."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if (
            cleaned.get("way") in ("draft", "original")
            and not cleaned.get("upload")
            and "upload" not in self.errors
        ):
            self.add_error("upload", "Hãy chọn tệp kế hoạch, hoặc chọn “Chưa có” để viết tại đây.")
        return cleaned


class AnswerForm(forms.Form):
    """The answer to one thing that was read (nhận, sửa, bỏ qua)."""

    answer = forms.ChoiceField(choices=[(name, name) for name in ("accepted", "edited", "skipped", "open")])
    value = forms.CharField(required=False, max_length=20000)


class AddForm(forms.Form):
    """One more item of the plan (thêm một mục)."""

    field = forms.ChoiceField(label="Thêm vào")
    group = forms.CharField(
        label="Nhóm, hoặc ai làm", required=False, max_length=250,
        help_text="Cho tiêu chuẩn: ví dụ “Đối với tập thể”. Cho việc phải làm: tên cơ quan, đoàn thể.",
    )  # fmt: skip
    text = forms.CharField(label="Nội dung", widget=forms.Textarea(attrs={"rows": 3}), max_length=20000)

    def __init__(self, *args: Any, awards: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [*LISTS.items(), ("responsibilities", "Việc phải làm"), *awards]
        self.fields["field"].choices = choices  # type: ignore[attr-defined]


class AcceptForm(forms.Form):
    """What a person adds when accepting (nhận làm đợt thi đua)."""

    short_title = forms.CharField(
        label="Tên gọn của đợt", max_length=120, help_text="Dùng trong danh sách và địa chỉ trang công khai."
    )
    number_text = forms.CharField(
        label="Số, ký hiệu", max_length=60, help_text="Đúng như trên văn bản, ví dụ 45/KH-UBND."
    )
    day = DayField(label="Ngày ban hành")
    signer_words = forms.CharField(
        label="Người ký", max_length=200, help_text="Chức vụ và họ tên trên văn bản."
    )

    def __init__(self, *args: Any, intake: PlanIntake, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if intake.way != "original":
            for name in ("number_text", "day", "signer_words"):
                del self.fields[name]


class DeadlinesForm(forms.Form):
    """The days by which something is due (mốc thời gian)."""

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {deadline.kind: deadline for deadline in campaign.deadlines.all()}
        for kind, name in Deadline.KINDS:
            now = held.get(kind)
            self.fields[kind] = DayField(
                label=f"Hạn {name}",
                required=False,
                initial=now.day if now else None,
                help_text=now.says if now else "",
            )

    def days(self) -> dict[str, date | None]:
        return {kind: self.cleaned_data[kind] for kind, _ in Deadline.KINDS}


def award_choices(awards: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Where a criterion may be added (thêm tiêu chuẩn vào)."""
    return [
        (f"awards[{place}].criteria", f"Tiêu chuẩn: {award['form']}") for place, award in enumerate(awards)
    ]
