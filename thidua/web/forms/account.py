"""Forms of log-in and of one's own password (đăng nhập, đổi mật khẩu)."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from thidua.org.models import User
from thidua.web.forms.fields import DayField


class LoginForm(AllauthLoginForm):
    """Account name or telephone, and password (đăng nhập)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label = "Tên đăng nhập hoặc số điện thoại"
        login.widget.attrs |= {"placeholder": "", "autocapitalize": "none", "spellcheck": "false"}
        password.label, password.help_text = "Mật khẩu", ""
        password.widget.attrs["placeholder"] = ""


class OwnPasswordForm(forms.Form):
    """The old password and the new one twice (đổi mật khẩu)."""

    current = forms.CharField(
        label="Mật khẩu đang dùng",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label="Mật khẩu mới",
        strip=False,
        min_length=10,
        error_messages={"min_length": "Mật khẩu cần ít nhất 10 ký tự."},
        help_text="Ít nhất 10 ký tự, không chỉ gồm số, không giống tên đăng nhập.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Gõ lại mật khẩu mới",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, account: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_current(self) -> str:
        typed: str = self.cleaned_data["current"]
        if not self.account.check_password(typed):
            raise ValidationError("Mật khẩu đang dùng không đúng.")
        return typed

    def clean_new(self) -> str:
        typed: str = self.cleaned_data["new"]
        validate_password(typed, self.account)
        if self.account.check_password(typed):
            raise ValidationError("Mật khẩu mới phải khác mật khẩu đang dùng.")
        return typed

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("new") and cleaned.get("again") and cleaned["new"] != cleaned["again"]:
            self.add_error("again", "Hai lần gõ mật khẩu mới không giống nhau.")
        return cleaned


class WorkingDayForm(forms.Form):
    """The working day of a demo (ngày làm việc)."""

    day = DayField(label="Ngày làm việc")
