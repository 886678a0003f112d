"""The grid that takes the numbers of the day (bảng cho số): a row per signed paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db import transaction

from thidua.law.ruling import Refused
from thidua.org.models import Mandate
from thidua.records.documents import symbol_of
from thidua.records.issue import LONGEST_NUMBER, give_number
from thidua.records.queries.numbering import Ahead
from thidua.web.effects import issue_by_purpose
from thidua.web.forms.fields import DayField


class RowForm(forms.Form):
    """Number and day of one paper."""

    chosen = forms.BooleanField(label="Cho số", required=False, initial=True)
    number = forms.CharField(label="Số", max_length=60)
    day = DayField(label="Ngày văn bản")

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"]
        if len(number.partition("/")[0].strip()) > LONGEST_NUMBER:
            raise forms.ValidationError("Số quá dài; hãy ghi như 45 hoặc 45/KH-UBND.")
        return number


@dataclass(frozen=True)
class NumberRow:
    """One paper in the grid (một dòng): its form, and the symbol behind the number."""

    ahead: Ahead
    symbol: str
    form: RowForm

    def save(self, *, release: bool, mandate: Mandate, on: date) -> bool:
        """Number the paper, and issue it when asked: both or nothing. A refusal stands at the row."""
        if not self.form.is_valid():
            return False
        document, said = self.ahead.document, self.form.cleaned_data
        typed = said["number"]
        words = {"number": int(typed)} if typed.isdecimal() else {"number_text": typed}
        try:
            with transaction.atomic():
                give_number(document, **words, day=said["day"], mandate=mandate, on=on)
                if release:
                    issue_by_purpose(document.purpose)(document, mandate=mandate, on=on)
        except Refused as refused:
            document.refresh_from_db()
            source = f" ({refused.ruling.source})" if refused.ruling.source else ""
            self.form.add_error(None, f"{refused.ruling.because}{source}")
            return False
        return True

    @property
    def is_chosen(self) -> bool:
        """True for a row that is to be saved; one that cannot be read says so when it is saved."""
        return self.form.is_bound and bool(self.form["chosen"].value())


def number_rows(papers: Sequence[Ahead], *, on: date, data: Any = None) -> list[NumberRow]:
    """The rows of the papers, with the numbers their books would give (bảng cho số)."""
    return [_row(one, on, data) for one in papers]


def _row(ahead: Ahead, on: date, data: Any) -> NumberRow:
    document = ahead.document
    prefix = f"so-{document.code}"
    mine = data if data is not None and f"{prefix}-number" in data else None
    number = f"{ahead.number:02}" if ahead.number else ""
    form = RowForm(mine, prefix=prefix, initial={"number": number, "day": on})
    for bound in form:
        bound.field.widget.attrs["aria-label"] = f"{bound.label}: {document.subject[:80]}"
    form.fields["number"].widget.attrs |= {"autocomplete": "off", "size": 14}
    form.fields["day"].widget.attrs["size"] = 12
    return NumberRow(ahead, symbol_of(document, book=ahead.book), form)
