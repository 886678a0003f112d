"""Forms of nominating: the filter of the list, a new nomination, the dossier, its parts (đề nghị khen
thưởng).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from thidua.awards.models import Nomination
from thidua.awards.nominate import NO_MATTER, DossierEntry, NewCandidate
from thidua.awards.queries.lawful import Part
from thidua.awards.queries.nomination import Wanted, collectives_of, households_of, people_of
from thidua.awards.queries.supplement import open_places, written_sections
from thidua.awards.states import NOMINATION
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.law.eligibility import MATTERS
from thidua.org.models import Unit
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadField

CLOSED = "Không được yêu cầu bổ sung nên chỉ để đọc."
# Which part of the dossier (queries.supplement) a field belongs to; the rest bear the part in the name.
PLACES = {"achieved_from": "field:period", "achieved_to": "field:period", "how": "field:how"}
HONORIFICS = [("Ông", "Ông"), ("Bà", "Bà")]


class FilterForm(forms.Form):
    """What the list is narrowed to; the first field is the wide search."""

    tim = forms.CharField(
        label="Tên, đơn vị, thành tích",
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Tên, đơn vị, việc"}),
    )
    hinh_thuc = forms.ChoiceField(label="Hình thức", required=False)
    doi_tuong = forms.ChoiceField(
        label="Đối tượng", required=False, choices=[("", "Mọi đối tượng"), *RECIPIENT_KINDS]
    )
    don_vi = forms.ChoiceField(label="Đơn vị", required=False)
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Mọi trạng thái"), *NOMINATION.choices]
    )

    def __init__(self, data: Any, *, offered: Iterable[tuple[str, str]], units: Iterable[Unit]) -> None:
        super().__init__(data)
        self._set("hinh_thuc", [("", "Mọi hình thức"), *offered])
        self._set("don_vi", [("", "Mọi đơn vị"), *((unit.code, unit.short_name) for unit in units)])

    def _set(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """The filter as the query takes it; a value that is not offered narrows nothing."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            said.get("tim", ""),
            said.get("hinh_thuc", ""),
            said.get("doi_tuong", ""),
            said.get("don_vi", ""),
            said.get("trang_thai", ""),
        )


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

    def __init__(self, *args: Any, awards: Any, unit: Unit, for_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["award"].queryset = awards  # type: ignore[attr-defined]
        self.fields["award"].label_from_instance = lambda award: award.title  # type: ignore[attr-defined]
        self.fields["candidate"].choices = known(unit)  # type: ignore[attr-defined]
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


class DossierForm(forms.Form):
    """The dossier: what was done, evidence per criterion, the guided report, the open-matter question."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    address = forms.CharField(
        label="Chức vụ, đơn vị hoặc địa chỉ ghi trên văn bản", max_length=300, required=False
    )
    group = forms.ChoiceField(label="Nhóm tiêu chuẩn", required=False)
    achievement = forms.CharField(
        label="Tóm tắt thành tích",
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Một, hai câu có số liệu; in vào tờ trình và danh sách kèm quyết định.",
    )
    achieved_from = DayField(label="Thành tích từ ngày", required=False)
    achieved_to = DayField(label="đến ngày", required=False)
    initiative = forms.CharField(label="Sáng kiến, giải pháp", max_length=250, required=False)
    previous_awards = forms.CharField(
        label="Khen thưởng đã nhận",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi dòng: hình thức, số và ngày quyết định, cơ quan quyết định.",
    )
    open_matter = forms.ChoiceField(
        label="Có đang bị xem xét kỷ luật, điều tra, thanh tra hoặc xác minh đơn thư không?",
        required=False,
        choices=[
            ("", "Chưa trả lời"),
            (NO_MATTER, "Không"),
            *((key, f"Có: {says}") for key, says in MATTERS.items()),
        ],
    )
    how = forms.CharField(label="Nhận bằng cách nào", max_length=200, required=False)

    def __init__(self, data: Any = None, *, nomination: Nomination, for_unit: bool) -> None:
        super().__init__(data, initial=_initial(nomination))
        groups = list(dict.fromkeys(_groups(nomination)))
        self.fields["group"].choices = [(group, group) for group in groups]  # type: ignore[attr-defined]
        for claim in nomination.claims.select_related("criterion"):
            source = f" (mục {claim.criterion.clause})" if claim.criterion.clause else ""
            label = f"{claim.criterion.text}{source}"
            self.fields[f"claim-{claim.criterion_id}"] = _area(label, claim.text, rows=2)
        for section, written in written_sections(nomination):
            self.fields[f"section-{section.id}"] = _area(section.name, written, rows=4, hint=section.hint)
            self.fields[f"section-{section.id}"].widget.attrs["data-words"] = ""
        if len(groups) < 2:
            self.fields["group"].widget = forms.HiddenInput()
        if not for_unit:
            del self.fields["how"]
        self._close(open_places(nomination))

    def _close(self, allowed: frozenset[str] | None) -> None:
        """A part that was not asked for when the dossier came back is only there to read."""
        for name, field in self.fields.items():
            kind, dash, rest = name.partition("-")
            place = f"{kind}:{rest}" if dash else PLACES.get(name, f"field:{name}")
            if allowed is not None and place not in allowed and name not in ("version", "how"):
                field.disabled, field.help_text = True, CLOSED

    def claims(self) -> list[forms.BoundField]:
        """The fields of the criteria, for the page."""
        return [self[name] for name in self.fields if name.startswith("claim-")]

    def sections(self) -> list[forms.BoundField]:
        """The headings of the report, for the page."""
        return [self[name] for name in self.fields if name.startswith("section-")]

    def plain(self) -> list[forms.BoundField]:
        """The visible fields after the report, for the page."""
        names = ("initiative", "previous_awards", "open_matter", "how")
        return [self[name] for name in names if name in self.fields]

    def entry(self, nomination: Nomination) -> DossierEntry:
        """What was typed, as the verb takes it."""
        said = dict(self.cleaned_data)
        claims = {
            claim.criterion_id: said.pop(f"claim-{claim.criterion_id}", "")
            for claim in nomination.claims.all()
        }
        written = [name for name in said if name.startswith("section-")]
        sections = {name.removeprefix("section-"): said.pop(name) for name in written}
        said.setdefault("how", nomination.how)
        return DossierEntry(claims=claims, sections=sections, **said)


def _area(label: str, written: str, *, rows: int, hint: str = "") -> forms.CharField:
    """A field for a paragraph of the dossier."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, initial=written, help_text=hint, widget=widget)


def _groups(nomination: Nomination) -> list[str]:
    asked = nomination.award.criteria.filter(recipient=nomination.recipient)
    return list(asked.values_list("group", flat=True))


def _initial(nomination: Nomination) -> dict[str, Any]:
    names = (
        "version",
        "address",
        "group",
        "achievement",
        "achieved_from",
        "achieved_to",
        "initiative",
        "previous_awards",
        "how",
    )
    matter = nomination.open_matter if nomination.has_open_matter else NO_MATTER
    shown = {name: getattr(nomination, name) for name in names}
    return shown | {"open_matter": "" if nomination.has_open_matter is None else matter}


class PartForm(forms.Form):
    """One part of the dossier as a file, or the note that it came on paper."""

    part = forms.ChoiceField(label="Thành phần")
    note = forms.CharField(
        label="Ghi chú", max_length=250, required=False, help_text="Ví dụ: bản giấy nhận ngày 02/6/2023."
    )
    upload = UploadField(label="Tệp", required=False)

    def __init__(self, *args: Any, parts: Sequence[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [  # type: ignore[attr-defined]
            (part.asked.id, part.asked.name) for part in parts
        ]


class ReasonForm(forms.Form):
    """Why the nomination is withdrawn."""

    reason = forms.CharField(label="Lý do rút", widget=forms.Textarea(attrs={"rows": 3}))


class ConfirmForm(forms.Form):
    """The confirmation of the report, with an opinion."""

    text = forms.CharField(label="Ý kiến xác nhận", required=False, widget=forms.Textarea(attrs={"rows": 2}))
