"""Forms of the plan and of preparing a campaign (đưa kế hoạch vào, nhận, đặt mốc thời gian)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.campaigns.models import Campaign, Deadline, PlanIntake, Proposal
from thidua.campaigns.queries.plan import LISTS
from thidua.reading.files import MAX_BYTES, READERS
from thidua.reading.files.kinds import MEGABYTE
from thidua.web.forms.fields import DayField

MANY = 2**31 - 1
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
        help_text=f"Nhận .docx, .pdf, .doc, .odt, .txt, .md, bản quét và ảnh chụp (.jpg, .png, .tif), tối đa "
        f"{MAX_BYTES // MEGABYTE} MB.",
        widget=forms.FileInput(attrs={"accept": ",".join(READERS)}),
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
    """The answer to one thing that was read (nhận, sửa, bỏ qua); `seen` is the step that the page showed."""

    answer = forms.ChoiceField(choices=[(name, name) for name in ("accepted", "edited", "skipped")])
    value = forms.CharField(required=False, max_length=20000)
    seen = forms.IntegerField(required=False, min_value=0, max_value=MANY)


class BoundaryForm(forms.Form):
    """What becomes of a paragraph (nối, tách, đưa sang mục khác): `at` is its offset, or where to part it."""

    kind = forms.ChoiceField(choices=[(name, name) for name in ("join", "split", "previous", "next")])
    at = forms.IntegerField(min_value=0, max_value=MANY)


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


def award_choices(proposals: Iterable[Proposal]) -> list[tuple[str, str]]:
    """Where a criterion may be added (thêm tiêu chuẩn vào): the awards of the plan that are not skipped."""
    forms = [one for one in proposals if re.fullmatch(r"awards\[\d+\]\.form", one.path)]
    kept = [one for one in forms if one.value and one.state != "skipped"]
    return [(one.path.replace(".form", ".criteria"), f"Tiêu chuẩn: {one.value}") for one in kept]
