"""Forms of one's own reminders (thư nhắc việc)."""

from __future__ import annotations

from django import forms


class MailAddressForm(forms.Form):
    """Where one's own digest goes; empty for none."""

    address = forms.EmailField(
        label="Địa chỉ thư điện tử",
        max_length=254,
        required=False,
        help_text="Để trống nếu không muốn nhận thư.",
        error_messages={"invalid": "Địa chỉ thư chưa đúng; hãy ghi như ten@coquan.gov.vn."},
    )
