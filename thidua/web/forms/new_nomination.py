"""The form of a new nomination: for which form, and whom (đề nghị mới)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from thidua.awards.nominate import NewCandidate
from thidua.awards.queries.nomination import OTHERS, collectives_of, households_of, people_of
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.org.models import Person, Unit

HONORIFICS = [("Ông", "Ông"), ("Bà", "Bà")]


class StartForm(forms.Form):
    """A new nomination: for which form, and who: somebody on file, or a new name typed once."""

    award = forms.ModelChoiceField(
        queryset=None, label="Hình thức khen thưởng", empty_label=None, widget=forms.RadioSelect
    )
    candidate = forms.ChoiceField(label="Chọn trong danh sách của đơn vị", required=False)
    recipient = forms.ChoiceField(
        label="Hoặc ghi mới", choices=RECIPIENT_KINDS, required=False, initial="individual"
    )
    honorific = forms.ChoiceField(
        label="Danh xưng", choices=HONORIFICS, required=False, help_text="Với hộ gia đình: của chủ hộ."
    )
    name = forms.CharField(
        label="Tên", max_length=200, required=False, help_text="Viết đủ, đúng như in trên giấy khen."
    )
    position = forms.CharField(label="Chức vụ, nghề nghiệp", max_length=200, required=False)
    birth_year = forms.IntegerField(label="Năm sinh", min_value=1900, max_value=2100, required=False)
    address = forms.CharField(label="Nơi ở, địa chỉ", max_length=250, required=False)
    ethnicity = forms.CharField(label="Dân tộc", max_length=40, required=False)
    is_direct_worker = forms.BooleanField(label="Người lao động trực tiếp", required=False)
    is_leader = forms.BooleanField(label="Lãnh đạo, quản lý", required=False)
    is_another = forms.BooleanField(
        label="Là người khác", required=False,
        help_text="Chỉ đánh dấu khi phần mềm báo có thể đã có hồ sơ mà không phải người đó.",
    )  # fmt: skip
    how = forms.CharField(
        label="Nhận bằng cách nào", max_length=200, help_text="Ví dụ: nhận bản giấy ngày 02/6/2023."
    )

    def __init__(
        self,
        *args: Any,
        awards: Any,
        unit: Unit,
        for_unit: bool,
        others: Sequence[Person] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["award"].queryset = awards  # type: ignore[attr-defined]
        self.fields["award"].label_from_instance = lambda award: award.title  # type: ignore[attr-defined]
        self.others = others
        found = [(f"{OTHERS}:{one.pk}", f"{one.name} – {one.unit.short_name}") for one in others]
        elsewhere = [("Đơn vị khác", found)] if found else []
        self.fields["candidate"].choices = [*known(unit), *elsewhere]  # type: ignore[attr-defined]
        if not for_unit:
            del self.fields["how"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("candidate") and not cleaned.get("name"):
            self.add_error("candidate", "Chọn một tên trong danh sách, hoặc ghi tên mới ở dưới.")
        if cleaned.get("candidate") and cleaned.get("name"):
            self.add_error("name", "Đã chọn tên có sẵn ở trên; hãy bỏ một trong hai.")
        return cleaned

    def new(self) -> NewCandidate:
        """The new candidate as typed."""
        names = ("name", "position", "birth_year", "address", "ethnicity", "is_direct_worker", "is_leader")
        said = {name: self.cleaned_data[name] for name in (*names, "is_another")}
        return NewCandidate(
            self.cleaned_data["recipient"] or "individual",
            honorific=self.cleaned_data["honorific"] or "Ông",
            **said,
        )


def known(unit: Unit) -> list[Any]:
    """Everybody on file in the unit, by kind, as choices `individual:<key>`."""
    groups = (
        ("Tập thể", "collective", collectives_of(unit)),
        ("Cá nhân", "individual", people_of(unit)),
        ("Hộ gia đình", "household", households_of(unit)),
    )
    found = [(title, [(f"{kind}:{row.pk}", row.name) for row in rows]) for title, kind, rows in groups]
    return [("", "Chưa chọn"), *(group for group in found if group[1])]
