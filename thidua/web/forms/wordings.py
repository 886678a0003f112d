"""The form of a standing sentence: our text or the office's, from a day on (câu mẫu)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from thidua.records.phrases import LONGEST, Phrase
from thidua.records.reword import OwnWords
from thidua.web.forms.fields import DayField


class WordingForm(forms.Form):
    """The sentence with its fields in braces, and the day from which campaigns use it."""

    text = forms.CharField(
        label="Câu trong văn bản", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )
    starts = DayField(
        label="Áp dụng cho đợt phát động từ ngày",
        help_text="Văn bản của đợt phát động trước ngày này giữ câu cũ.",
    )

    def __init__(self, *args: Any, phrase: Phrase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.phrase = phrase

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        faults = list(self.phrase.faults(self.phrase.read(text)))
        if faults:
            raise ValidationError(faults)
        return text

    @property
    def words(self) -> OwnWords:
        """What was typed, as the verb takes it."""
        return OwnWords(**self.cleaned_data)
