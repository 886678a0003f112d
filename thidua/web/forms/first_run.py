"""The form of the first run (lần chạy đầu)."""

from __future__ import annotations

from typing import Any

from django import forms

from thidua.org.establish import NewAdministrator, NewOffice
from thidua.org.establish.accounts import USERNAME
from thidua.org.states import Level
from thidua.web.forms.fields import DayField

LEVELS = [
    (level.value, level.label.capitalize()) for level in (Level.COMMUNE, Level.DISTRICT, Level.PROVINCE)
]


class FirstRunForm(forms.Form):
    """The office, those above it, the day, and the first administrator (thiết lập ban đầu)."""

    name = forms.CharField(
        label="Tên cơ quan", max_length=250, help_text="Ghi đủ, ví dụ: Ủy ban nhân dân xã Nà Lâm."
    )
    level = forms.ChoiceField(label="Cấp", choices=LEVELS)
    district = forms.CharField(
        label="Cơ quan cấp huyện ở trên", max_length=250, required=False,
        help_text="Bỏ trống nếu không có; từ 01/7/2025 không còn cấp huyện.",
    )  # fmt: skip
    province = forms.CharField(
        label="Cơ quan cấp tỉnh ở trên", max_length=250, required=False,
        help_text="Ví dụ: Ủy ban nhân dân tỉnh Lạng Bình. Bỏ trống nếu lập cho chính cấp tỉnh.",
    )  # fmt: skip
    day = DayField(
        label="Bắt đầu dùng từ ngày", help_text="Chức vụ, sổ văn bản và quy định áp dụng tính từ ngày này."
    )
    administrator = forms.CharField(label="Họ và tên người quản trị", max_length=200)
    username = forms.RegexField(
        regex=rf"^{USERNAME.pattern}$", label="Tên đăng nhập",
        help_text="3 đến 30 ký tự: chữ thường không dấu, số, dấu chấm, gạch.",
        error_messages={
            "invalid": "Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm, gạch; 3 đến 30 ký tự."
        },
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )  # fmt: skip
    password = forms.CharField(
        label="Mật khẩu", strip=False, min_length=10, help_text="Ít nhất 10 ký tự, không chỉ gồm số.",
        error_messages={"min_length": "Mật khẩu cần ít nhất 10 ký tự."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    again = forms.CharField(
        label="Gõ lại mật khẩu",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", "Hai lần gõ mật khẩu không giống nhau.")
        return cleaned

    @property
    def office(self) -> NewOffice:
        said = self.cleaned_data
        return NewOffice(said["name"], said["level"], district=said["district"], province=said["province"])

    @property
    def first_administrator(self) -> NewAdministrator:
        said = self.cleaned_data
        return NewAdministrator(said["administrator"], said["username"], said["password"])
