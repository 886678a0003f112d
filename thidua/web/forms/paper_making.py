"""Forms of papers that need a few words of the officer (đính chính, thu hồi, trả lời, sơ kết)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.awards.documents.amendment import Fault
from thidua.awards.models import DecisionItem
from thidua.law.ruling import Ruling
from thidua.records.reply import ReplyWords
from thidua.web.forms.decisions import SignerForm
from thidua.web.forms.fields import DayField

FAULT_ROWS = 3
KINDS_OF_FAULT = [
    ("content", "Nội dung (tên, chức vụ, thành tích, số tiền): đính chính bằng quyết định"),
    ("form", "Thể thức, kỹ thuật trình bày, thủ tục: đính chính bằng công văn"),
]


class CorrectionForm(forms.Form):
    """What is wrong in an issued decision: up to three places, each with what stands and what is right."""

    kind = forms.ChoiceField(label="Sai về", choices=KINDS_OF_FAULT, widget=forms.RadioSelect)

    def __init__(self, *args: Any, recipients: Sequence[DecisionItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.recipients = {str(item.pk): item for item in recipients}
        names = [(key, f"{item.order}. {item.called}") for key, item in self.recipients.items()]
        for row in range(1, FAULT_ROWS + 1):
            first = row == 1
            self.fields[f"name-{row}"] = forms.ChoiceField(
                label="Sai tên của", required=False, choices=[("", "chỗ khác"), *names],
                help_text="Chọn người thì vị trí và chữ đã ghi tự điền; giấy và danh sách sau dùng tên đúng."
                if first else "",
            )  # fmt: skip
            self.fields[f"where-{row}"] = forms.CharField(
                label="Vị trí", required=False, max_length=200,
                help_text="Ví dụ: số thứ tự 3 của danh sách." if first else "",
            )  # fmt: skip
            self.fields[f"said-{row}"] = forms.CharField(label="Đã ghi", required=False, max_length=500)
            self.fields[f"right-{row}"] = forms.CharField(
                label="Đính chính là", required=first, max_length=500
            )

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields of each place, under its heading."""
        return [
            (f"Chỗ sai {row}", [self[f"{name}-{row}"] for name in ("name", "where", "said", "right")])
            for row in range(1, FAULT_ROWS + 1)
        ]

    def faults(self) -> list[Fault]:
        """The places that were filled in."""
        rows = [self._fault(row) for row in range(1, FAULT_ROWS + 1)]
        return [one for one in rows if one.said or one.right]

    def _fault(self, row: int) -> Fault:
        where, said, right = (self.cleaned_data[f"{name}-{row}"] for name in ("where", "said", "right"))
        item = self.recipients.get(self.cleaned_data[f"name-{row}"])
        return Fault.of_name(item, right) if item is not None else Fault(where, said, right)


class RevocationForm(forms.Form):
    """Whose award is cancelled, and why."""

    items = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Trường hợp bị hủy bỏ khen thưởng",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một trường hợp."},
    )
    reason = forms.CharField(label="Lý do hủy bỏ", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000)

    def __init__(
        self, *args: Any, recipients: QuerySet[DecisionItem], recovery: Ruling | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["items"]
        if recovery is not None and not recovery.is_yes:
            field.help_text = f"{recovery.because} ({recovery.source})"
        field.queryset = recipients  # type: ignore[attr-defined]
        field.label_from_instance = lambda item: f"{item.order}. {item.prefix} {item.name}, {item.address}"  # type: ignore[attr-defined]


class RecallForm(SignerForm):
    """By when the money is to be given back."""

    until = DayField(label="Nộp chậm nhất ngày")
    field_order = ("until", "signer")


class ReplyForm(SignerForm):
    """To whom, on what, and the answer."""

    to = forms.CharField(
        label="Kính gửi", widget=forms.Textarea(attrs={"rows": 2}), max_length=500,
        help_text="Mỗi nơi nhận một dòng.",
    )  # fmt: skip
    subject = forms.CharField(label="Trả lời về việc gì", max_length=200)
    answers = forms.CharField(
        label="Văn bản, đơn, ý kiến được trả lời", max_length=300,
        help_text="Ví dụ: Công văn số 12/CV-MTTQ ngày 02/6/2023 của Ủy ban MTTQ xã.",
    )  # fmt: skip
    text = forms.CharField(
        label="Nội dung trả lời", widget=forms.Textarea(attrs={"rows": 8}), max_length=10000
    )
    field_order = ("to", "subject", "answers", "text", "signer")

    def words(self) -> ReplyWords:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        return ReplyWords(said["to"], said["subject"], said["answers"], said["text"])


class InterimForm(SignerForm):
    """What comes next, in the officer's own words; the figures write themselves."""

    tasks = forms.CharField(
        label="Nhiệm vụ thời gian tới", widget=forms.Textarea(attrs={"rows": 6}), max_length=10000,
        help_text="Mỗi nhiệm vụ một dòng. Số liệu và việc còn thiếu lấy từ phần mềm.",
    )  # fmt: skip
    field_order = ("tasks", "signer")
