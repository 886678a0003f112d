"""Forms by which the chair sets a standard: criteria per group, one per line (quy định tiêu chuẩn)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.campaigns.documents.standard import ATTACHED
from thidua.campaigns.queries.review import GROUP_HEADINGS
from thidua.org.models import Unit
from thidua.records.receive import Original
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadField

PAPER_KINDS = [("quyet_dinh", "Quyết định"), ("thong_bao", "Thông báo")]
DRAFT_KINDS = [
    ("quyet_dinh", "Quyết định nêu ngay tiêu chuẩn"),
    (ATTACHED, "Quyết định ban hành, kèm theo bản Quy định"),
    ("thong_bao", "Thông báo"),
]


class CriteriaForm(forms.Form):
    """The criteria of the three groups, one per line (tiêu chuẩn từng nhóm)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, heading in GROUP_HEADINGS.items():
            self.fields[kind] = forms.CharField(
                label=heading,
                required=False,
                help_text="Mỗi tiêu chuẩn một dòng; để trống nếu không khen nhóm này.",
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def texts(self) -> dict[str, list[str]]:
        return {kind: self.cleaned_data.get(kind, "").splitlines() for kind in GROUP_HEADINGS}


class StandardForm(CriteriaForm):
    """A paper of our own: of which type, with which criteria."""

    kind = forms.ChoiceField(
        label="Loại văn bản", choices=DRAFT_KINDS, initial="quyet_dinh", widget=forms.RadioSelect
    )


class OriginalStandardForm(CriteriaForm):
    """A paper that was issued already: what stands on it, its file, and its criteria."""

    kind = forms.ChoiceField(label="Loại văn bản", choices=PAPER_KINDS, initial="quyet_dinh")
    number_text = forms.CharField(label="Số, ký hiệu", max_length=60, help_text="Ví dụ: 45/QĐ-CTUBND")
    day = DayField(label="Ngày văn bản")
    signer_words = forms.CharField(label="Người ký", max_length=200, required=False)
    upload = UploadField(label="Tệp văn bản")

    def original(self, unit: Unit, subject: str) -> Original:
        said = self.cleaned_data
        return Original(
            unit=unit,
            kind=said["kind"],
            purpose="award_standard",
            number_text=said["number_text"],
            day=said["day"],
            subject=subject,
            signer_words=said["signer_words"],
        )
