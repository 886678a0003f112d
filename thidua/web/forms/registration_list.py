"""The form below the preview of a table of registrations (xác nhận nhập bảng đăng ký)."""

from __future__ import annotations

from typing import Any

from django import forms


class ConfirmForm(forms.Form):
    """Whether the odd rows are right, and whether to receive the registrations at once."""

    sure = forms.BooleanField(
        label="Các số được hỏi lại là đúng như vậy",
        error_messages={"required": "Còn số được hỏi lại: xem cột cuối, đúng thì đánh dấu ô này."},
    )
    receive = forms.BooleanField(label="Ghi và nhận luôn (không phải bấm nhận từng bản)", required=False)

    def __init__(self, *args: Any, odd: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receive"].initial = True
        if not odd:
            del self.fields["sure"]
