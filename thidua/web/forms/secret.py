"""Forms of the secret ballot: the box opened, the ballot itself, the round called off (phiếu kín)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet

from thidua.awards.models import Case
from thidua.awards.queries.ballot_round import AgreedCase

CHOICES = [
    ("for", "Đồng ý"),
    ("against", "Không đồng ý"),
    ("abstain", "Để trống, không có ý kiến"),
]


def _named(case: Case) -> str:
    return f"{case.order}. {case.nomination.name} – {case.nomination.award.title}"


class RoundForm(forms.Form):
    """Which cases the round votes on; all without a result are chosen at first."""

    cases = forms.ModelMultipleChoiceField(
        queryset=None, label="Trường hợp bỏ phiếu", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một trường hợp."},
    )  # fmt: skip

    def __init__(self, *args: Any, undecided: QuerySet[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["cases"]
        field.queryset = undecided  # type: ignore[attr-defined]
        field.label_from_instance = _named  # type: ignore[attr-defined]
        field.initial = list(undecided)


class BallotForm(forms.Form):
    """One ballot: one choice for each case the member votes on. It is never kept, not even in the browser."""

    def __init__(self, *args: Any, cases: Sequence[AgreedCase], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cases = cases
        for one in cases:
            self.fields[f"phieu-{one.number}"] = forms.ChoiceField(
                label=f"{one.number}. {one.name} – {one.award}", choices=CHOICES, widget=forms.RadioSelect,
                error_messages={"required": f"Chọn một ý kiến cho {one.name}; không muốn chọn thì để trống."},
            )  # fmt: skip

    def choices(self) -> dict[UUID, str]:
        """What was chosen, by the key of the case."""
        return {one.case: self.cleaned_data[f"phieu-{one.number}"] for one in self.cases}

    def said(self) -> list[tuple[str, str]]:
        """The ballot in words, to be checked before it is dropped."""
        words = dict(CHOICES)
        return [
            (f"{one.number}. {one.name}", words[self.cleaned_data[f"phieu-{one.number}"]])
            for one in self.cases
        ]

    def hidden(self) -> list[tuple[str, str]]:
        """The same ballot as fields of the page that checks it."""
        return [(name, self.cleaned_data[name]) for name in self.fields]


class VoidForm(forms.Form):
    """Why a round is called off."""

    reason = forms.CharField(
        label="Vì sao hủy", max_length=250,
        help_text="Ghi vào nhật ký. Các phiếu đã bỏ không ai mở được nữa; mọi người bỏ phiếu lại.",
    )  # fmt: skip


class ToPaperForm(forms.Form):
    """The tellers, when the session goes over to paper."""

    tellers = forms.CharField(
        label="Tổ kiểm phiếu", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một họ tên, ít nhất hai người.",
    )  # fmt: skip

    def names(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["tellers"].splitlines() if line.strip()]
