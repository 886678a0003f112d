"""Forms of the titles a locality sets, and of how criteria are checked (danh hiệu của địa phương, đối
chiếu).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from thidua.campaigns.models import Criterion, OfferedAward
from thidua.campaigns.standard import MeasureWords
from thidua.law.shelf import LEVEL_NAMES
from thidua.law.standard import LETTERS
from thidua.reading.plan.measure import is_choice, least_in
from thidua.records.entitle import TitleWords
from thidua.records.models import LocalTitle
from thidua.web.forms.fields import DayField

KINDS = (("individual", "Cá nhân"), ("collective", "Tập thể"), ("household", "Hộ gia đình"))


class TitleForm(forms.Form):
    """A title as its paper states it: name, giver, criteria and prize per kind of recipient, share, days."""

    name = forms.CharField(label="Tên danh hiệu", max_length=200, help_text="Ví dụ: Người tốt, việc tốt.")
    level = forms.ChoiceField(label="Cấp quyết định tặng")
    paper = forms.CharField(
        label="Theo văn bản", max_length=250, help_text="Tên, số, ngày của văn bản đặt danh hiệu này."
    )
    starts = DayField(label="Áp dụng từ ngày")
    share = forms.DecimalField(
        label="Tỷ lệ phiếu đồng ý ít nhất (%)", required=False, max_digits=5, decimal_places=2, localize=True,
        help_text="Để trống nếu văn bản không ghi: khi ấy theo quy tắc của cơ quan đối với Giấy khen.",
    )  # fmt: skip

    def __init__(self, *args: Any, levels: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(level, LEVEL_NAMES[level].capitalize()) for level in levels]
        self.fields["level"].choices = choices  # type: ignore[attr-defined]
        for kind, label in KINDS:
            self.fields[f"criteria-{kind}"] = forms.CharField(
                label=f"{label}: tiêu chuẩn", required=False, max_length=8000,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text="Mỗi dòng một tiêu chuẩn; để trống nếu danh hiệu không tặng loại đối tượng này.",
            )  # fmt: skip
            self.fields[f"prize-{kind}"] = forms.DecimalField(
                label=f"{label}: hệ số tiền thưởng", required=False, min_value=0, max_digits=6,
                decimal_places=3, localize=True,
                help_text="Số lần mức lương cơ sở; để trống nếu không kèm tiền thưởng.",
            )  # fmt: skip

    def kinds(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """The two fields of each kind of recipient, for the page."""
        return [(label, self[f"criteria-{kind}"], self[f"prize-{kind}"]) for kind, label in KINDS]

    @property
    def words(self) -> TitleWords:
        said = self.cleaned_data
        return TitleWords(
            name=said["name"], level=said["level"], paper=said["paper"], starts=said["starts"],
            share=said["share"],
            criteria={kind: said[f"criteria-{kind}"].splitlines() for kind, _ in KINDS},
            prizes={kind: said[f"prize-{kind}"] for kind, _ in KINDS if said[f"prize-{kind}"]},
        )  # fmt: skip


class EndTitleForm(forms.Form):
    """The last day of a title and the paper it rests on."""

    last = DayField(label="Áp dụng đến hết ngày")
    paper = forms.CharField(
        label="Theo văn bản", max_length=250, help_text="Số, ngày, tên của văn bản bỏ danh hiệu này."
    )


class OfferTitleForm(forms.Form):
    """Which title of the locality a campaign offers."""

    title = forms.ModelChoiceField(queryset=None, label="Danh hiệu", empty_label="Chọn danh hiệu")

    def __init__(self, *args: Any, titles: Iterable[LocalTitle], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["title"]
        field.queryset = titles  # type: ignore[attr-defined]
        field.to_field_name = "code"  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: f"{one.name} (theo {one.paper})"  # type: ignore[attr-defined]


class MeasuresForm(forms.Form):
    """How each criterion is checked: in which choice, at least how many of what; first what its words say."""

    def __init__(self, data: Any = None, *, award: OfferedAward) -> None:
        super().__init__(data)
        self.criteria = list(award.criteria.select_related("measure"))
        self.is_new = not any(hasattr(one, "measure") for one in self.criteria)
        for one in self.criteria:
            first = self._first(one)
            letters = [("", "Phải đạt"), *((letter, f"Nhóm {letter}: chỉ cần một") for letter in LETTERS)]
            self.fields[f"choice-{one.pk}"] = forms.ChoiceField(
                label="Bắt buộc hay chọn", required=False, choices=letters, initial=first.choice
            )
            self.fields[f"least-{one.pk}"] = forms.DecimalField(
                label="Ít nhất", required=False, initial=first.least, max_digits=12, decimal_places=2,
                localize=True,
            )  # fmt: skip
            self.fields[f"counted-{one.pk}"] = forms.CharField(
                label="Đơn vị tính", required=False, initial=first.counted, max_length=60
            )

    def _first(self, one: Criterion) -> MeasureWords:
        """What holds now; while nothing was set for the form, what the words of the criterion propose."""
        if not self.is_new:
            held = getattr(one, "measure", None)
            return MeasureWords(held.choice, held.least, held.counted) if held else MeasureWords()
        found = least_in(one.text)
        kin = (one.recipient, one.group)
        same = sum((other.recipient, other.group) == kin for other in self.criteria)
        choice = LETTERS[0] if is_choice(one.group) and same > 1 else ""
        return MeasureWords(choice, found.number, found.counted) if found else MeasureWords(choice)

    def of_criteria(self) -> list[tuple[Criterion, list[forms.BoundField]]]:
        """Each criterion with its three fields, for the page."""
        return [
            (one, [self[f"{name}-{one.pk}"] for name in ("choice", "least", "counted")])
            for one in self.criteria
        ]

    def words(self) -> dict[UUID, MeasureWords]:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        return {
            one.pk: MeasureWords(
                said[f"choice-{one.pk}"],
                said[f"least-{one.pk}"],
                said[f"counted-{one.pk}"].strip() if said[f"least-{one.pk}"] is not None else "",
            )
            for one in self.criteria
        }
