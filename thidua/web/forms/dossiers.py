"""Forms around one dossier: evidence of a claim, the return for supplement, a dossier that comes late (minh
chứng, trả lại, nộp muộn).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from thidua.awards.models import Nomination
from thidua.awards.queries.evidence import Citable
from thidua.campaigns.queries.review import offered_awards
from thidua.web.forms.files import UploadsField

# The parts that come back most often stand first; the others are folded away.
GROUPS = (
    ("claim:", "Minh chứng theo tiêu chuẩn"),
    ("part:", "Thành phần hồ sơ"),
    ("section:", "Báo cáo thành tích"),
    ("field:", "Thông tin chung"),
)
FOLDED = ("section:", "field:")


class OtherFormForm(forms.Form):
    """Which other form of the campaign a dossier is for (hình thức khác)."""

    award = forms.ModelChoiceField(label="Hình thức mới", queryset=None, empty_label="Chọn hình thức")

    def __init__(self, *args: Any, nomination: Nomination, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = offered_awards(nomination.campaign).exclude(pk=nomination.award_id)
        self.fields["award"].queryset = others  # type: ignore[attr-defined]
        self.fields["award"].label_from_instance = lambda award: award.title  # type: ignore[attr-defined]


class EvidenceForm(forms.Form):
    """Files from the computer or the phone, and things the campaign has on file already."""

    uploads = UploadsField(label="Tệp, ảnh", required=False)
    things = forms.MultipleChoiceField(
        label="Dẫn việc đã có trong đợt", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, things: Sequence[Citable], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.citable = {one.key: one for one in things}
        self.fields["things"].choices = [(key, one.says) for key, one in self.citable.items()]  # type: ignore[attr-defined]
        if not things:
            del self.fields["things"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("uploads") and not cleaned.get("things"):
            raise forms.ValidationError("Chọn tệp, hoặc đánh dấu một việc đã có.")
        return cleaned

    def cited(self) -> list[Citable]:
        """The things that were ticked."""
        return [self.citable[key] for key in self.cleaned_data.get("things", ())]


class ReturnForm(forms.Form):
    """What each part of the dossier needs; a part with words is open to the unit, the others are closed."""

    remark = forms.CharField(
        label="Ý kiến chung",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Không ghi phần nào ở trên thì cả hồ sơ được mở cho đơn vị sửa.",
    )

    def __init__(self, data: Any = None, *, labels: Mapping[str, str], suggested: Mapping[str, str]) -> None:
        super().__init__(data)
        for place, label in labels.items():
            self.fields[f"asks-{place}"] = forms.CharField(
                label=label.removeprefix("Tiêu chuẩn: ").removeprefix("Báo cáo: "),
                required=False,
                max_length=500,
                initial=suggested.get(place, ""),
            )

    def groups(self) -> list[tuple[str, bool, list[forms.BoundField]]]:
        """The fields of the parts under their headings, for the page, and whether they are folded away."""
        found = []
        for lead, title in GROUPS:
            fields = [self[name] for name in self.fields if name.startswith(f"asks-{lead}")]
            written = any(field.value() for field in fields)
            found.append((title, lead in FOLDED and not written, fields))
        return [(title, is_folded, fields) for title, is_folded, fields in found if fields]

    def points(self) -> dict[str, str]:
        """What is asked of each part that got words, as the verb takes it."""
        said = {name.removeprefix("asks-"): words for name, words in self.cleaned_data.items()}
        return {place: words for place, words in said.items() if place != "remark" and words}


class LateForm(forms.Form):
    """Why a dossier is taken after the day."""

    reason = forms.CharField(
        label="Lý do nhận hồ sơ nộp muộn",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ghi vào hồ sơ và bản thẩm định; Hội đồng đọc lý do này.",
    )
