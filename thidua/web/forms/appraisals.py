"""Forms of appraising: what a person makes of each finding, and how it ends (thẩm định)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from thidua.awards.appraise import Judgement, is_judged
from thidua.awards.models import Finding

HOLDS = [("yes", "Đạt"), ("no", "Không đạt")]
ACCEPTS = [("yes", "Chấp nhận"), ("no", "Không chấp nhận")]


class JudgementsForm(forms.Form):
    """A choice and a reason for each finding that a person settles; what is left open stays open.

    `all_hold` says once, for every criterion nobody settled apart, that it holds and against what it was
    checked.
    """

    all_hold = forms.CharField(
        label="Các tiêu chuẩn chưa kết luận riêng đều đạt: đã đối chiếu gì",
        required=False,
        max_length=500,
        help_text="Ghi một lần cho mọi tiêu chuẩn còn để trống ở trên; mục nào khác thì kết luận riêng.",
    )

    def __init__(self, data: Any = None, *, findings: list[Finding]) -> None:
        super().__init__(data)
        self.judged = [finding for finding in findings if is_judged(finding)]
        if not any(_is_open(finding) for finding in self.judged):
            del self.fields["all_hold"]
        for finding in self.judged:
            held = None if finding.judged is None else ("yes" if finding.judged else "no")
            self.fields[f"holds-{finding.pk}"] = forms.ChoiceField(
                label="Kết luận",
                required=False,
                initial=held,
                widget=forms.RadioSelect,
                choices=HOLDS if finding.verdict == "judge" else ACCEPTS,
            )
            self.fields[f"why-{finding.pk}"] = forms.CharField(
                label="Lý do, đã đối chiếu gì", required=False, initial=finding.judged_why, max_length=500
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for finding in self.judged:
            if cleaned.get(f"holds-{finding.pk}") and not cleaned.get(f"why-{finding.pk}"):
                self.add_error(f"why-{finding.pk}", f"Ghi lý do: {finding.because}")
        return cleaned

    def judgements(self) -> dict[UUID, Judgement]:
        """The findings that were settled, as the verb takes them."""
        said = self.cleaned_data
        apart = {
            finding.pk: Judgement(said[f"holds-{finding.pk}"] == "yes", said[f"why-{finding.pk}"])
            for finding in self.judged
            if said.get(f"holds-{finding.pk}")
        }
        why = said.get("all_hold", "")
        rest = [one.pk for one in self.judged if why and _is_open(one) and one.pk not in apart]
        return apart | {key: Judgement(True, why) for key in rest}


def _is_open(finding: Finding) -> bool:
    """A criterion of the plan that nobody has settled yet."""
    return finding.criterion_id is not None and finding.verdict == "judge" and finding.judged is None


class ConclusionForm(forms.Form):
    """The words with which an appraisal ends: a remark, the reason, or what to supplement."""

    words = forms.CharField(label="Ý kiến", required=False, widget=forms.Textarea(attrs={"rows": 3}))
