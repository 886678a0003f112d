"""Forms of putting a group in order: its table one criterion a line, points, places (chấm điểm, xếp hạng)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from thidua.awards.models import Nomination, ScoreCriterion, ScoreTable
from thidua.awards.queries.ranking import tie_choices
from thidua.awards.rank import CriterionWords, ScoreWords, TableWords
from thidua.law.ranking import points_in_words

MOST_TIES = 3
_NO_TIE = [("", "Không")]
_LINE = re.compile(
    r"^(?P<text>.+?)\s*[:|\t]\s*(?P<bonus>\+?)\s*(?P<most>\d{1,4}(?:[.,]\d{1,2})?)\s*(?:điểm)?\s*"
    r"(?:\((?P<needs>[^()]+)\))?$"
)


class TableForm(forms.Form):
    """How the group is put in order, and what that rests on."""

    mode = forms.ChoiceField(label="Cách xếp", choices=ScoreTable.MODES, widget=forms.RadioSelect)
    paper = forms.CharField(
        label="Theo văn bản", max_length=250, help_text="Ví dụ: Phụ lục của kế hoạch; Quy chế Hội đồng."
    )
    criteria = forms.CharField(
        label="Các tiêu chí, mỗi dòng một tiêu chí",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Tên tiêu chí: điểm tối đa. Điểm thưởng ghi dấu +. Điều kiện bắt buộc ghi trong ngoặc. "
        "Ví dụ: “Vệ sinh đường làng: 30 (không có hộ vi phạm)”; “Có mô hình mới: +5”.",
    )

    def __init__(self, *args: Any, recipient: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [*_NO_TIE, *tie_choices(recipient, [""] * MOST_TIES)]
        for at in range(1, MOST_TIES + 1):
            help_text = "Sau ưu tiên của pháp luật (cá nhân nữ, tập thể nhiều nữ)." if at == 1 else ""
            self.fields[f"tie{at}"] = forms.ChoiceField(
                label=f"Khi bằng nhau, xét thứ {at}", choices=choices, required=False, help_text=help_text
            )

    def clean_criteria(self) -> tuple[CriterionWords, ...]:
        """The lines as criteria; one that cannot be read is named."""
        lines = [line.strip() for line in self.cleaned_data["criteria"].splitlines() if line.strip()]
        return tuple(_criterion(line) for line in lines)

    def words(self) -> TableWords:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        ties = dict.fromkeys(said[f"tie{at}"] for at in range(1, MOST_TIES + 1))
        return TableWords(said["mode"], said["paper"], said["criteria"], tuple(filter(None, ties)))


def _criterion(line: str) -> CriterionWords:
    found = _LINE.match(line)
    if found is None or not Decimal(found["most"].replace(",", ".")):
        raise ValidationError(f"Dòng “{line[:80]}” chưa đúng; ghi tên tiêu chí, dấu hai chấm, điểm tối đa.")
    needs = (found["needs"] or "").removeprefix("điều kiện:").strip()
    most = Decimal(found["most"].replace(",", "."))
    return CriterionWords(found["text"][:500], most, bool(found["bonus"]), needs)


def as_lines(criteria: Iterable[tuple[str, Decimal, bool, str]]) -> str:
    """Criteria as the form has them typed, one a line."""
    return "\n".join(
        f"{text}: {'+' if bonus else ''}{points_in_words(most)}{f' ({needs})' if needs else ''}"
        for text, most, bonus, needs in criteria
    )


class ScoresForm(forms.Form):
    """The points of one nomination: for each criterion points, whether its condition holds, and why."""

    def __init__(
        self, *args: Any, criteria: Sequence[ScoreCriterion], nomination: Nomination, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        held = {one.criterion_id: one for one in nomination.scores.all()}
        for one in criteria:
            self._ask(one, held.get(one.pk))

    def _ask(self, one: ScoreCriterion, held: Any) -> None:
        most = points_in_words(one.most)
        self.fields[f"points-{one.order}"] = forms.DecimalField(
            label=f"{one.text} ({'thưởng đến' if one.is_bonus else 'tối đa'} {most} điểm)",
            min_value=0, max_value=one.most, decimal_places=2, localize=True,
            initial=held.points if held else None,
        )  # fmt: skip
        if one.needs:
            self.fields[f"holds-{one.order}"] = forms.BooleanField(
                label=f"Đạt điều kiện: {one.needs}", required=False, initial=held.holds if held else True
            )
        self.fields[f"reason-{one.order}"] = forms.CharField(
            label="Lý do",
            max_length=500,
            required=False,
            initial=held.reason if held else "",
            help_text="Bắt buộc khi dưới mức tối đa hoặc có điểm thưởng.",
        )

    def rows(self) -> list[list[forms.BoundField]]:
        """The fields of each criterion together, for the page."""
        names = ("points", "holds", "reason")
        return [
            [self[f"{name}-{one.order}"] for name in names if f"{name}-{one.order}" in self.fields]
            for one in self.criteria
        ]

    def scores(self) -> dict[UUID, ScoreWords]:
        """What was typed, as the verb takes it."""
        said = self.cleaned_data
        return {
            one.pk: ScoreWords(
                said[f"points-{one.order}"], said.get(f"holds-{one.order}", True), said[f"reason-{one.order}"]
            )
            for one in self.criteria
        }


class PlacesForm(forms.Form):
    """The places of a whole group, given by hand, each with its reason."""

    def __init__(
        self, *args: Any, nominations: Sequence[Nomination], table: ScoreTable, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.nominations = nominations
        held = {one.nomination_id: one for one in table.places.all()}
        for one in nominations:
            given = held.get(one.pk)
            self.fields[f"place-{one.code}"] = forms.IntegerField(
                label=f"Thứ tự của {one.name}", min_value=1, max_value=999, required=False,
                initial=given.place if given else None,
            )  # fmt: skip
            self.fields[f"why-{one.code}"] = forms.CharField(
                label=f"Lý do xếp {one.name}",
                max_length=500,
                required=False,
                initial=given.reason if given else "",
            )

    def rows(self) -> list[tuple[Nomination, forms.BoundField, forms.BoundField]]:
        """Each nominee with its two fields, for the page."""
        return [(one, self[f"place-{one.code}"], self[f"why-{one.code}"]) for one in self.nominations]

    def places(self) -> dict[UUID, int]:
        """Who has a place."""
        said = {one.pk: self.cleaned_data[f"place-{one.code}"] for one in self.nominations}
        return {pk: place for pk, place in said.items() if place}

    def reasons(self) -> dict[UUID, str]:
        """Why, for each."""
        return {one.pk: self.cleaned_data[f"why-{one.code}"] for one in self.nominations}


class ClearForm(forms.Form):
    """Why all points of a group are cleared."""

    reason = forms.CharField(label="Lý do xóa điểm", widget=forms.Textarea(attrs={"rows": 2}))
