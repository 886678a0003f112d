"""Forms of the stock of blanks: sheets that come and go, a count, a destruction (kho phôi)."""

from __future__ import annotations

from django import forms

from thidua.awards.certify import Sheets
from thidua.web.forms.fields import DayField

MOVES = {"nhap": "received", "hong": "spoiled", "tra": "given_back"}


class SheetsForm(forms.Form):
    """So many sheets that came, were spoiled or were given back."""

    number = forms.IntegerField(label="Số tờ", min_value=1, max_value=100_000)
    day = DayField(label="Ngày")
    paper = forms.CharField(
        label="Chứng từ", max_length=160, required=False, help_text="Ví dụ: Hóa đơn 0012; biên bản bàn giao."
    )
    serials = forms.CharField(
        label="Số sê-ri (nếu phôi có đánh số)",
        max_length=160,
        required=False,
        help_text="Ví dụ: 00101–00200.",
    )
    why = forms.CharField(label="Lý do", max_length=300, required=False)

    def sheets(self, kind: str) -> Sheets:
        """What was typed, as the verb takes it."""
        return Sheets(kind, **self.cleaned_data)


class CountForm(forms.Form):
    """What was counted."""

    counted = forms.IntegerField(label="Đếm được (tờ)", min_value=0, max_value=100_000)
    why = forms.CharField(
        label="Vì sao chênh lệch", max_length=300, required=False, help_text="Để trống khi khớp với sổ."
    )


class DestroyForm(forms.Form):
    """How the spoiled sheets were destroyed, before whom."""

    means = forms.CharField(label="Hủy bằng cách", max_length=120, initial="cắt nhỏ")
    present = forms.CharField(
        label="Người tham gia, mỗi người một dòng: họ tên, chức vụ",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Ít nhất hai người; ba người đầu ký biên bản.",
    )
