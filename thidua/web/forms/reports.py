"""Forms of the reports and the journal (báo cáo, nhật ký)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from thidua.org.models import Unit
from thidua.web.forms.fields import DayField


class ClosingForm(forms.Form):
    """The officer's own words for the closing report, and who signs it."""

    lessons = forms.CharField(
        label="Bài học, kiến nghị",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Điền sẵn lời các đơn vị ghi trong bản tổng kết; sửa, rút gọn, thêm lời của cơ quan. "
        "Số liệu, hạn chế đã được lập sẵn từ dữ liệu.",
    )
    signer = forms.ModelChoiceField(queryset=None, label="Người ký", empty_label=None)

    def __init__(
        self, *args: Any, signers: Any, told: Sequence[tuple[Unit, str]], by_outline: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = signers  # type: ignore[attr-defined]
        lessons = self.fields["lessons"]
        lessons.initial = "\n".join(f"{unit.name}: {' '.join(words.split())}" for unit, words in told)
        if by_outline:
            lessons.label = "Toàn văn theo đề cương của cấp tỉnh"
            lessons.help_text = (
                "Cơ quan đã đặt quy tắc dùng đề cương của cấp tỉnh. Chép đề cương vào đây: dòng “I. …”, "
                "“1. …” thành đề mục. Số liệu, biểu đồ của đợt kèm thành phụ lục."
            )


class JournalFilter(forms.Form):
    """Find lines of the journal."""

    words = forms.CharField(
        label="Tìm", required=False, widget=forms.TextInput(attrs={"placeholder": "Người, việc"})
    )
    day = DayField(label="Ngày làm việc", required=False)
