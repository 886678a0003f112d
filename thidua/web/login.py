"""Log-in by account name or telephone (đăng nhập), on top of django-allauth."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from thidua.org.models import User
from thidua.org.queries import account_named


class Adapter(DefaultAccountAdapter):
    """Accounts are made by the officer, never by signing up; the library has no Vietnamese of its own."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu không đúng.",
        "too_many_login_attempts": "Đã nhập sai mật khẩu nhiều lần; hãy chờ 5 phút rồi thử lại.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class NameOrTelephoneBackend(AuthenticationBackend):
    """Lets a person log in with the account name or the telephone number on the slip."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        typed = credentials.get("username") or ""
        account = account_named(typed)
        if account is not None:
            credentials["username"] = account.username
        return super().authenticate(request, **credentials)
