"""The grid in which the officer types many units' registrations (bảng ghi thay): a group of rows per unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from thidua.campaigns.models import Campaign, ModelProject, Registration
from thidua.campaigns.register import RegistrationEntry
from thidua.org.models import Unit
from thidua.vietnamese.dates import vn_date
from thidua.web.forms.fields import DayField
from thidua.web.forms.part import target_rows, targets_typed

WAYS = ("nhận qua điện thoại", "nhận bản giấy", "nhận qua Zalo", "nghe trực tiếp")
AMOUNTS = ("goal", "base")


class GridForm(forms.Form):
    """What all rows share: by which way the answers came unless a unit says otherwise, and on which day."""

    way = forms.ChoiceField(label="Nhận bằng cách nào", choices=[(way, way) for way in WAYS])
    received_on = DayField(label="Ngày nhận")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["received_on"].initial = today

    def clean_received_on(self) -> date:
        day: date = self.cleaned_data["received_on"]
        if day > self.today:
            raise forms.ValidationError("Ngày nhận không thể sau hôm nay.")
        return day


class UnitForm(forms.Form):
    """What stands once per unit: its model, and another way of receipt."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    project_title = forms.CharField(label="Mô hình, phần việc", max_length=250, required=False)
    way = forms.ChoiceField(
        label="Cách nhận khác", required=False, choices=[("", "như trên"), *((way, way) for way in WAYS)]
    )


@dataclass(frozen=True)
class UnitRows:
    """One unit in the grid (một đơn vị): what stands once, and a row per target."""

    unit: Unit
    registration: Registration | None
    project: ModelProject | None
    form: UnitForm
    targets: forms.BaseFormSet

    @property
    def is_valid(self) -> bool:
        return self.form.is_valid() and self.targets.is_valid()

    @property
    def is_typed(self) -> bool:
        """True when something stands in the rows of this unit (có ghi)."""
        return bool(self.form.cleaned_data["project_title"] or targets_typed(self.targets))

    def entry(self, shared: dict[str, Any]) -> RegistrationEntry:
        """What was typed for the unit, as the verb takes it."""
        said = self.form.cleaned_data
        how = f"{said['way'] or shared['way']}, ngày {vn_date(shared['received_on'])}"
        description = self.project.description if self.project else ""
        note = self.registration.note if self.registration else ""
        return RegistrationEntry(
            targets_typed(self.targets), said["project_title"], description, note, how, said["version"]
        )


def grid_rows(
    campaign: Campaign,
    units: Sequence[tuple[Unit, Registration | None, ModelProject | None]],
    data: Any = None,
) -> list[UnitRows]:
    """The rows of some units, filled with what they have written so far."""
    return [_rows(campaign, unit, found, project, data) for unit, found, project in units]


def _rows(
    campaign: Campaign, unit: Unit, found: Registration | None, project: ModelProject | None, data: Any
) -> UnitRows:
    initial = {"version": found.version if found else None, "project_title": project.title if project else ""}
    form = UnitForm(data, initial=initial, prefix=f"don-vi-{unit.code}")
    targets = target_rows(campaign, found, data, prefix=f"chi-tieu-{unit.code}", blank=0)
    for bound in form.visible_fields():
        bound.field.widget.attrs["aria-label"] = f"{bound.label}, {unit.short_name}"
    for number, row in enumerate(targets, start=1):
        for bound in row.visible_fields():
            bound.field.widget.attrs["aria-label"] = f"{bound.label}, {unit.short_name}, dòng {number}"
        for name in AMOUNTS:
            row.fields[name].widget.attrs["inputmode"] = "decimal"
    return UnitRows(unit, found, project, form, targets)
