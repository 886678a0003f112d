"""Forms of blanks: what a blank is, where each field stands, a picture of it, printing again (phôi)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.awards.certify import BlankFacts
from thidua.awards.models import Blank
from thidua.org.models import Unit
from thidua.paper.blank import FIELDS, QR, Spot
from thidua.records.queries.rulebook import rulebook_of
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadField

ALIGN = (("left", "trái"), ("center", "giữa"), ("right", "phải"))
FONTS = (("serif", "có chân"), ("sans", "không chân"), ("script", "thư pháp"))


class BlankForm(forms.Form):
    """What a blank is: name, form, sheet, since when."""

    name = forms.CharField(label="Tên phôi", max_length=120, help_text="Ví dụ: Phôi Giấy khen in năm 2023.")
    form = forms.ChoiceField(label="Dùng để in")
    width = forms.DecimalField(label="Chiều ngang (mm)", max_digits=5, decimal_places=1, initial=Decimal(297))
    height = forms.DecimalField(label="Chiều dọc (mm)", max_digits=5, decimal_places=1, initial=Decimal(210))
    starts = DayField(label="Dùng từ ngày")

    def __init__(self, *args: Any, office: Unit, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(one.id, one.name) for one in rulebook_of(office, on=on).forms() if one.certificate]
        self.fields["form"].choices = found  # type: ignore[attr-defined]

    @property
    def facts(self) -> BlankFacts:
        """What was typed, as the verb takes it."""
        return BlankFacts(**self.cleaned_data)


class SpotForm(forms.Form):
    """One field on the blank: printed or not, and where."""

    field = forms.CharField(widget=forms.HiddenInput)
    used = forms.BooleanField(label="In", required=False)
    x = forms.FloatField(label="Trái (mm)", min_value=0, max_value=420)
    y = forms.FloatField(label="Trên (mm)", min_value=0, max_value=420)
    width = forms.FloatField(label="Rộng (mm)", min_value=8, max_value=420)
    font = forms.ChoiceField(label="Kiểu chữ", choices=FONTS)
    size = forms.FloatField(label="Cỡ chữ", min_value=8, max_value=60)
    lines = forms.IntegerField(label="Số dòng", min_value=1, max_value=6)
    align = forms.ChoiceField(label="Căn", choices=ALIGN)
    bold = forms.BooleanField(label="Đậm", required=False)
    italic = forms.BooleanField(label="Nghiêng", required=False)
    colour = forms.CharField(label="Màu", widget=forms.TextInput(attrs={"type": "color"}))
    before = forms.CharField(label="Chữ in trước", max_length=40, required=False, strip=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs["data-part"] = name
        for name in ("x", "y", "width", "size"):
            self.fields[name].widget.attrs["step"] = "0.1"

    @property
    def title(self) -> str:
        """The name of the field in words."""
        return FIELDS.get(self["field"].value() or "", "")

    @property
    def is_picture(self) -> bool:
        """True for the code that has a place and no letters."""
        return bool(self["field"].value() == QR)

    @property
    def spot(self) -> Spot:
        """The place as the verb takes it."""
        return Spot(**{name: value for name, value in self.cleaned_data.items() if name != "used"})


SpotFormSet = forms.formset_factory(SpotForm, extra=0, max_num=len(FIELDS), absolute_max=len(FIELDS))


def spot_rows(blank: Blank) -> list[dict[str, Any]]:
    """A row for every field: those on the blank as they stand, the others ready to be switched on."""
    held = {spot["field"]: spot for spot in blank.spots}
    spare = {field: asdict(Spot(field, x=10, y=10, width=60)) for field in FIELDS}
    return [spare[field] | held.get(field, {}) | {"used": field in held} for field in FIELDS]


class PlaceForm(forms.Form):
    """By how much the printer is off, and the version that was open."""

    shift_x = forms.DecimalField(label="Dịch cả trang sang phải (mm)", max_digits=4, decimal_places=1)
    shift_y = forms.DecimalField(label="Dịch cả trang xuống (mm)", max_digits=4, decimal_places=1)
    version = forms.IntegerField(widget=forms.HiddenInput)


class DescribeForm(BlankForm):
    """The same facts, with the version that was open."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def facts(self) -> BlankFacts:
        known = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return BlankFacts(**known)


class ScanForm(forms.Form):
    """A picture of the blank, as scanned or photographed from above."""

    scan = UploadField(
        label="Ảnh phôi",
        accept=".jpg, .png",
        help_text="Ảnh .jpg hoặc .png chụp thẳng từ trên xuống, cắt sát mép giấy.",
    )


class ReprintForm(forms.Form):
    """Why a certificate is printed again, and on what."""

    reason = forms.CharField(
        label="Vì sao in lại", max_length=300, help_text="Ví dụ: in hỏng, kẹt giấy, giấy nhàu."
    )
    blank = forms.ModelChoiceField(
        queryset=None,
        label="In lên",
        required=False,
        to_field_name="code",
        empty_label="Giấy trắng, in cả khung và chữ",
    )

    def __init__(self, *args: Any, blanks: QuerySet[Blank], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["blank"].queryset = blanks  # type: ignore[attr-defined]
