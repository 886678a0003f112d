"""Forms of nominating: the filter of the list, a new nomination, the dossier, its parts (đề nghị khen
thưởng).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms

from thidua.awards.models import Claim, Nomination
from thidua.awards.nominate import NO_MATTER, DossierEntry
from thidua.awards.queries.criteria import criterion_of
from thidua.awards.queries.lawful import Part
from thidua.awards.queries.nomination import Wanted
from thidua.awards.queries.supplement import open_places, written_sections
from thidua.awards.states import NOMINATION
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.law.eligibility import MATTERS
from thidua.law.standard import Criterion
from thidua.org.models import Unit
from thidua.web.forms.fields import DayField
from thidua.web.forms.files import UploadField

CLOSED = "Không được yêu cầu bổ sung nên chỉ để đọc."
# Which part of the dossier (queries.supplement) a field belongs to; the rest bear the part in the name.
PLACES = {"achieved_from": "field:period", "achieved_to": "field:period", "how": "field:how"}


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

    def titles(self) -> list[str]:
        """The forms there are, in the order of the filter (tên các hình thức)."""
        choices = self.fields["hinh_thuc"].choices  # type: ignore[attr-defined]
        return list(dict.fromkeys(str(title) for form, title in choices if form))

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
        for claim in nomination.claims.select_related("criterion__measure"):
            self._ask(claim, criterion_of(claim.criterion))
        for section, written in written_sections(nomination):
            self.fields[f"section-{section.id}"] = _area(section.name, written, rows=4, hint=section.hint)
            self.fields[f"section-{section.id}"].widget.attrs["data-words"] = ""
        if len(groups) < 2:
            self.fields["group"].widget = forms.HiddenInput()
        if not for_unit:
            del self.fields["how"]
        self._close(open_places(nomination))

    def _ask(self, claim: Claim, asked: Criterion) -> None:
        """The words for one criterion, and its number where it counts something."""
        source = f" (mục {claim.criterion.clause})" if claim.criterion.clause else ""
        hint = f"Nhóm {asked.choice}: chỉ cần một tiêu chuẩn của nhóm." if asked.choice else ""
        label = f"{asked.text}{source}"
        self.fields[f"claim-{claim.criterion_id}"] = _area(label, claim.text, rows=2, hint=hint)
        if asked.least is not None:
            self.fields[f"number-{claim.criterion_id}"] = forms.DecimalField(
                label=f"Con số ({asked.counted})", required=False, initial=claim.number, min_value=0,
                max_digits=12, decimal_places=2, localize=True, help_text=f"Tiêu chuẩn cần {asked.asks}.",
            )  # fmt: skip

    def _close(self, allowed: frozenset[str] | None) -> None:
        """A part that was not asked for when the dossier came back is only there to read."""
        for name, field in self.fields.items():
            kind, dash, rest = name.partition("-")
            kind = "claim" if kind == "number" else kind
            place = f"{kind}:{rest}" if dash else PLACES.get(name, f"field:{name}")
            if allowed is not None and place not in allowed and name not in ("version", "how"):
                field.disabled, field.help_text = True, CLOSED

    def claims(self) -> list[forms.BoundField]:
        """The fields of the criteria, for the page."""
        return [self[name] for name in self.fields if name.startswith(("claim-", "number-"))]

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
        numbers = {
            UUID(name.removeprefix("number-")): said.pop(name)
            for name in [*said]
            if name.startswith("number-")
        }
        written = [name for name in said if name.startswith("section-")]
        sections = {name.removeprefix("section-"): said.pop(name) for name in written}
        said.setdefault("how", nomination.how)
        return DossierEntry(claims=claims, numbers=numbers, sections=sections, **said)


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
