"""Forms of packages, partners and edXML (trao đổi gói hồ sơ)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from thidua.awards.submit.package import Doubted
from thidua.law.ruling import Refused
from thidua.records.models import OfficialDocument
from thidua.records.package import Sheet, read_sheet
from thidua.web.forms.fields import DayField

NEW = "new"


class FileForm(forms.Form):
    """One file of a kind the verb itself checks (chọn tệp)."""

    upload = forms.FileField(label="Tệp", error_messages={"empty": "Tệp rỗng; hãy chọn lại đúng tệp."})

    def __init__(self, *args: Any, label: str, accept: str, help_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["upload"]
        field.label, field.help_text = label, help_text
        field.widget.attrs["accept"] = accept


class SheetForm(forms.Form):
    """The key line of another office (dòng khóa), read from its printed sheet or sent by it."""

    line = forms.CharField(
        label="Dòng khóa của đơn vị kia",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Quét mã QR trên bản khóa của đơn vị kia, hoặc chép dòng bắt đầu bằng “thidua-khoa:1;”.",
    )

    def clean_line(self) -> Sheet:
        try:
            return read_sheet(self.cleaned_data["line"])
        except Refused as refused:
            raise ValidationError(refused.ruling.because) from refused


class ConfirmKeyForm(forms.Form):
    """That the eight groups were compared, and how."""

    how = forms.CharField(
        label="Đã đối chiếu với ai, bằng cách nào",
        max_length=250,
        help_text="Ví dụ: gọi văn thư huyện số 0205…, đọc đủ tám nhóm; hoặc so với bản khóa giấy có dấu.",
    )
    same = forms.BooleanField(
        label="Tám nhóm chữ số đơn vị kia đọc giống hệt tám nhóm trên trang này",
        error_messages={"required": "Chưa đánh dấu là đã so đủ tám nhóm."},
    )


class CandidatesForm(forms.Form):
    """One choice for each candidate of a package who may be on record (chọn hồ sơ)."""

    def __init__(self, data: Any, *, doubts: Iterable[Doubted]) -> None:
        super().__init__(data)
        for doubt in doubts:
            known = [(str(match.row.pk), f"Là {match.says}") for match in doubt.matches]
            self.fields[f"ho-so-{doubt.key}"] = forms.ChoiceField(
                label=doubt.says,
                choices=[("", "Hãy chọn"), *known, (NEW, "Là người, tập thể, hộ khác; lập hồ sơ mới")],
                error_messages={"required": f"Hãy chọn hồ sơ cho {doubt.says}."},
            )

    @property
    def answers(self) -> dict[str, str]:
        """What was chosen, by the key in the package."""
        return {name.removeprefix("ho-so-"): said for name, said in self.cleaned_data.items()}


class OrganForm(forms.Form):
    """The identifier of a body on the exchange axis."""

    code = forms.CharField(
        label="Mã định danh",
        max_length=35,
        required=False,
        help_text="Ví dụ dạng: H37.02.02 hoặc 000.00.02.H37. Để trống là bỏ mã đã ghi.",
    )
    paper = forms.CharField(label="Theo văn bản", max_length=250, required=False)


class EnvelopeForm(forms.Form):
    """To which bodies a paper goes as edXML."""

    to = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Nơi nhận",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một nơi nhận."},
    )

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = units  # type: ignore[attr-defined]


class IncomingForm(forms.Form):
    """What stands on a paper that came as edXML; read from the envelope, corrected by a person."""

    unit = forms.ModelChoiceField(queryset=None, label="Cơ quan ban hành", empty_label="Hãy chọn")
    kind = forms.ChoiceField(label="Loại văn bản", choices=[])
    number_text = forms.CharField(label="Số, ký hiệu", max_length=60)
    day = DayField(label="Ngày văn bản")
    subject = forms.CharField(label="Trích yếu", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    signer_words = forms.CharField(label="Người ký", max_length=200, required=False)

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        kinds = OfficialDocument._meta.get_field("kind").choices or ()
        self.fields["kind"].choices = list(kinds)  # type: ignore[attr-defined]


class StatusForm(forms.Form):
    """What is told to the sender of an edXML paper."""

    status = forms.ChoiceField(label="Trạng thái", choices=[])
    says = forms.CharField(
        label="Nội dung", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, statuses: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = statuses  # type: ignore[attr-defined]
