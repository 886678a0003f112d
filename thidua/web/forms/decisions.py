"""Forms of submissions, decisions, certificates and prize money (trình, quyết định, trao thưởng)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from thidua.org.models import Mandate


class SignerForm(forms.Form):
    """Who signs: the chair first, or a deputy for the chair."""

    signer = forms.ModelChoiceField(queryset=None, label="Người ký", empty_label=None)

    def __init__(self, *args: Any, signers: QuerySet[Mandate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = signers.order_by("office__role", "office__title")  # type: ignore[attr-defined]


class DraftSubmissionForm(SignerForm):
    """Which session and form; the signer only counts for a paper that goes up."""

    meeting = forms.SlugField(widget=forms.HiddenInput)
    form = forms.SlugField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].required = False


class WordsForm(forms.Form):
    """One sentence that others will read: a reason, or what was supplemented."""

    words = forms.CharField(label="Lý do", widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
