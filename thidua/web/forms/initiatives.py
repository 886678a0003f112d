"""Forms of initiatives (sáng kiến)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from thidua.campaigns.discover import Application, AuthorEntry, InitiativeEntry, Recognition
from thidua.campaigns.models import Initiative
from thidua.campaigns.models.initiative import LEVELS
from thidua.campaigns.states import INITIATIVE
from thidua.org.models import Person, Unit
from thidua.web.forms.examples import set_units
from thidua.web.forms.fields import DayField
from thidua.web.forms.new_nomination import HONORIFICS

MOST_AUTHORS = 6


def _words(label: str, rows: int = 3, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=4000, widget=forms.Textarea(attrs={"rows": rows}), **options
    )


class InitiativeFilterForm(forms.Form):
    """Find an initiative (lọc sáng kiến)."""

    tim = forms.CharField(
        label="Tìm sáng kiến",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"placeholder": "Tìm theo tên, nội dung"}),
    )
    buoc = forms.ChoiceField(
        label="Bước", required=False, choices=[("", "Tất cả các bước"), *INITIATIVE.choices]
    )


class InitiativeForm(forms.Form):
    """An initiative of a unit; `how` only for an officer who types for it."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        label="Tên sáng kiến", max_length=250, help_text="Một câu: làm gì mới, để được gì."
    )
    what = _words("Nội dung, cách làm", rows=5)
    effect = _words("Hiệu quả", required=False, help_text="Trước thế nào, nay thế nào.")
    amount = forms.DecimalField(
        label="Con số hiệu quả", max_digits=14, decimal_places=2, min_value=0, required=False
    )
    measure = forms.CharField(
        label="Đơn vị tính", max_length=40, required=False, help_text="Ví dụ: công lao động, triệu đồng, hộ."
    )
    applied_from = DayField(label="Áp dụng từ ngày", required=False)
    how = forms.CharField(
        label="Nhận bằng cách nào", max_length=200, help_text="Ví dụ: nhận qua điện thoại, ngày 05/6/2023."
    )

    def __init__(self, *args: Any, for_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_unit:
            del self.fields["how"]

    def entry(self, authors: forms.BaseFormSet) -> InitiativeEntry:
        """What was typed, as the verb takes it."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        people = tuple(row.entry() for row in authors if row.is_filled())
        return InitiativeEntry(**said, authors=people)


class AuthorForm(forms.Form):
    """One author: somebody on file, or a new name; a row left empty is none."""

    person = forms.ChoiceField(label="Người có hồ sơ", required=False)
    name = forms.CharField(label="Hoặc tên mới", max_length=200, required=False)
    honorific = forms.ChoiceField(label="Danh xưng", choices=HONORIFICS, required=False, initial="Ông")
    share = forms.IntegerField(label="Phần đóng góp, %", min_value=1, max_value=100, required=False)
    is_another = forms.BooleanField(label="Là người khác, trùng tên", required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        choices = [(key, _told(one)) for key, one in self.people.items()]
        self.fields["person"].choices = [("", "Chưa chọn"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("person") and cleaned.get("name"):
            self.add_error("name", "Đã chọn người có hồ sơ; hãy bỏ một trong hai.")
        if cleaned.get("share") and not cleaned.get("person") and not cleaned.get("name"):
            self.add_error("name", "Ghi tên tác giả, hoặc bỏ phần đóng góp ở dòng này.")
        return cleaned

    def is_filled(self) -> bool:
        """True for a row in which somebody was named."""
        return bool(self.cleaned_data.get("person") or self.cleaned_data.get("name"))

    def entry(self) -> AuthorEntry:
        """The author as the verb takes it; only for a valid row."""
        typed = self.cleaned_data
        return AuthorEntry(
            self.people.get(typed["person"]),
            typed["name"],
            typed["honorific"] or "Ông",
            typed["share"],
            typed["is_another"],
        )


def _told(person: Person) -> str:
    return f"{person.name}, sinh năm {person.birth_year}" if person.birth_year else person.name


def author_rows(
    data: Any = None, *, people: list[Person], initiative: Initiative | None = None
) -> forms.BaseFormSet:
    """The authors there are, and rows for more."""
    rows = forms.formset_factory(
        AuthorForm, extra=1 if initiative else 2, max_num=MOST_AUTHORS, validate_max=True
    )
    kept = [
        {"person": str(author.person_id), "share": author.share}
        for author in (initiative.authors.all() if initiative else ())
    ]
    return rows(data, prefix="tac-gia", initial=kept, form_kwargs={"people": people})


class RecognitionForm(forms.Form):
    """The paper that recognises it (công nhận)."""

    by = forms.CharField(
        label="Nơi công nhận", max_length=250, help_text="Ví dụ: Hội đồng sáng kiến huyện Cao Sơn."
    )
    paper = forms.CharField(label="Số văn bản", max_length=120, help_text="Ví dụ: 1250/QĐ-UBND.")
    day = DayField(label="Ngày văn bản")
    level = forms.ChoiceField(label="Cấp công nhận", choices=LEVELS, widget=forms.RadioSelect)

    def recognition(self) -> Recognition:
        """What was typed, as the verb takes it."""
        return Recognition(**self.cleaned_data)


class ApplicationForm(forms.Form):
    """A unit that applies it (nơi áp dụng); the head of a unit speaks for that one alone."""

    unit = forms.ChoiceField(label="Thôn, đơn vị áp dụng")
    since = DayField(label="Từ ngày")
    result = _words("Kết quả", required=False)

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.code: unit for unit in units}
        set_units(self.fields["unit"], self.units)
        if len(self.units) == 1:
            self.fields["unit"].initial = next(iter(self.units))

    def application(self) -> Application:
        """What was typed, as the verb takes it; only for a valid form."""
        typed = self.cleaned_data
        return Application(self.units[typed["unit"]], typed["since"], typed["result"])
