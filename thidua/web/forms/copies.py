"""Forms of copies and separate appendices (bản sao, phụ lục tách rời)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.org.models import Mandate
from thidua.paper.copied import Choice
from thidua.records.copy_paper import Wanted
from thidua.web.forms.files import UploadField
from thidua.web.forms.signing import PDF_ONLY, KeyForm

SHORT = 110
MOST_RECIPIENTS = 30


class _CopyFields(forms.Form):
    """What a form of copy asks besides (thông tin theo hình thức sao)."""

    of_copy = forms.CharField(
        label="Bản sao y làm căn cứ", max_length=200, required=False,
        help_text="Số, ký hiệu và cơ quan của bản sao y, ví dụ: 12/SY-UBND của UBND huyện.",
    )  # fmt: skip
    marks = forms.MultipleChoiceField(
        label="Phần được trích", required=False, choices=(), widget=forms.CheckboxSelectMultiple,
        help_text="Đầu đề, căn cứ và người ký luôn giữ; chữ ký ghi “(Đã ký)”.",
    )  # fmt: skip

    def __init__(self, *args: Any, form_of_copy: str, parts: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form_of_copy = form_of_copy
        if form_of_copy == "sao_luc":
            self.fields["of_copy"].required = True
        else:
            del self.fields["of_copy"]
        if form_of_copy == "trich_sao":
            self.fields["marks"].required = True
            choices = [(part.mark, _short(part)) for part in parts]
            self.fields["marks"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["marks"]

    def wanted(self, signer: Mandate | None = None, recipients: tuple[str, ...] = ()) -> Wanted:
        """The copy that is asked for."""
        said = self.cleaned_data
        return Wanted(
            self.form_of_copy, said.get("of_copy", ""), tuple(said.get("marks", ())), signer, recipients
        )


class PaperCopyForm(_CopyFields):
    """A copy on paper (bản sao giấy): who signs it, who gets it."""

    signer = forms.ModelChoiceField(queryset=None, label="Người ký bản sao", empty_label=None)
    recipients = forms.CharField(
        label="Nơi nhận", max_length=2000, required=False, initial="Lưu: VT",
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Mỗi nơi một dòng.",
    )  # fmt: skip

    def __init__(self, *args: Any, signers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = signers  # type: ignore[attr-defined]

    def clean_recipients(self) -> tuple[str, ...]:
        lines = [line.strip() for line in self.cleaned_data["recipients"].splitlines()]
        found = tuple(line for line in lines if line)
        if len(found) > MOST_RECIPIENTS:
            raise forms.ValidationError(f"Ghi tối đa {MOST_RECIPIENTS} nơi nhận.")
        return found


class ElectronicCopyForm(_CopyFields, KeyForm):
    """An electronic copy with the key of the office (bản sao điện tử)."""


class AppendixForm(KeyForm):
    """An appendix that is signed apart (phụ lục tách rời): of the paper itself, or a file."""

    part = forms.ChoiceField(label="Phụ lục", choices=())
    title = forms.CharField(label="Tên phụ lục", max_length=200, required=False)
    upload = UploadField(label="Tệp phụ lục", required=False, accept=".pdf", help_text=PDF_ONLY)

    field_order = ("part", "title", "upload", "source", "key_file", "secret", "reason")

    def __init__(self, *args: Any, titles: list[str], **kwargs: Any) -> None:
        super().__init__(*args, seal=True, **kwargs)
        own = [(str(number), f"Trong văn bản: {title}") for number, title in enumerate(titles)]
        self.fields["part"].choices = [*own, ("file", "Tệp PDF đưa lên")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("part") == "file" and said.get("upload") is None and "upload" not in self.errors:
            self.add_error("upload", "Hãy chọn tệp PDF của phụ lục.")
        return said


class CancelCopyForm(forms.Form):
    """Why a copy is cancelled (lý do hủy bản sao)."""

    why = forms.CharField(label="Vì sao hủy", max_length=250)


def _short(part: Choice) -> str:
    """The words of a part as one line; rows of a table stand in."""
    words = part.words if len(part.words) <= SHORT else f"{part.words[:SHORT]}…"
    return f"– {words}" if part.deep else words
