"""Forms of the life of a paper (trình ký, cho số, trả lại, bản quét, bản Word đã sửa)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.org.models import Mandate
from thidua.paper.compare import ParagraphChange
from thidua.paper.model import Document
from thidua.records.documents import why_locked
from thidua.records.models import Run
from thidua.records.states import DOCUMENT
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadField


class FilterForm(forms.Form):
    """Find a paper (lọc văn bản)."""

    tim = forms.CharField(
        label="Tìm trong trích yếu, số", required=False, max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Tìm trong trích yếu, số"}),
    )  # fmt: skip
    buoc = forms.ChoiceField(
        label="Bước", required=False, choices=[("", "Tất cả các bước"), *DOCUMENT.choices]
    )


class SendForm(forms.Form):
    """Whom to lay it before (trình ai ký)."""

    signer = forms.ModelChoiceField(label="Người ký", queryset=None, empty_label=None)

    def __init__(self, *args: Any, signers: QuerySet[Mandate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = signers  # type: ignore[attr-defined]


class HandBackForm(forms.Form):
    """Why it goes back (ý kiến trả lại)."""

    remark = forms.CharField(label="Cần sửa gì", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


class NumberForm(forms.Form):
    """Number and day (số và ngày): empty number takes the next of the book."""

    number_text = forms.CharField(label="Số, ký hiệu", required=False, max_length=60)
    day = DayField(label="Ngày văn bản")

    def __init__(self, *args: Any, following: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        upcoming = f"Để trống để lấy số {following:02} của sổ" if following else "Chưa mở sổ năm nay"
        self.fields[
            "number_text"
        ].help_text = f"{upcoming}; hoặc ghi số phần mềm văn bản đã cấp, như 45/KH-UBND."


class ScanForm(forms.Form):
    """The signed and sealed scan (bản quét có chữ ký, con dấu)."""

    upload = UploadField(label="Bản quét", accept=".pdf, .jpg, .png")


class EditedForm(forms.Form):
    """The DOCX that was edited in Word (bản Word đã sửa)."""

    upload = UploadField(label="Bản Word đã sửa", accept=".docx")


class DifferencesForm(forms.Form):
    """Which changes of the edited DOCX to take over (chỗ sửa được nhận)."""

    def __init__(self, *args: Any, comparison: Run, paper: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.changes = [ParagraphChange(**change) for change in comparison.data["changes"]]
        self.locked = [(change, why) for change in self.changes if (why := why_locked(paper, change))]
        held = {change for change, _ in self.locked}
        self.places = [place for place, change in enumerate(self.changes) if change not in held]
        for place in self.places:
            self.fields[f"nhan-{place}"] = forms.BooleanField(
                label="Nhận chỗ sửa này", required=False, initial=True
            )

    def wordings(self) -> list[tuple[ParagraphChange, forms.BoundField]]:
        """What can be taken over, each with its tick."""
        return [(self.changes[place], self[f"nhan-{place}"]) for place in self.places]

    def chosen(self) -> list[ParagraphChange]:
        """The changes that were ticked."""
        return [self.changes[place] for place in self.places if self.cleaned_data[f"nhan-{place}"]]
