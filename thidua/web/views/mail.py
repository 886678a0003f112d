"""A mail address is confirmed by the link sent there (xác nhận địa chỉ nhận thư)."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from thidua.law.ruling import Refused
from thidua.org.models import User
from thidua.records.notify import account_in, confirm_mail_address, mail_token
from thidua.web.actors import office_page
from thidua.web.jobs import ask_for_confirmation
from thidua.web.requests import OfficeRequest
from thidua.web.today import today

A_DAY, MOST_A_DAY = 24 * 3600, 5


def asked_to_confirm(request: OfficeRequest, account: User) -> str:
    """Send the link to an address that waits for it; what to tell the person, "" when nothing is to be sent.

    So many a day from one account, so that nobody's box is filled from here.
    """
    if not account.email or account.email_confirmed_on or not settings.DIGEST_SENDER:
        return ""
    key = f"confirm-mail:{account.pk}:{request.today}"
    cache.add(key, 0, A_DAY)
    if cache.incr(key) > MOST_A_DAY:
        return "Đã ghi địa chỉ. Hôm nay đã gửi nhiều thư xác nhận; hãy tìm trong hộp thư, hoặc mai gửi lại."
    where = reverse("confirm-mail", args=[mail_token(account, on=request.today)])
    site = settings.SITE_ADDRESS
    link = f"{site}{where}" if site else request.build_absolute_uri(where)
    ask_for_confirmation.enqueue(account.username, link)
    return f"Đã gửi thư xác nhận tới {account.email}; mở liên kết trong thư, trong 3 ngày."


@office_page
@require_POST
def ask_again(request: OfficeRequest) -> HttpResponse:
    """Send the link once more."""
    said = asked_to_confirm(request, cast(User, request.user))
    messages.success(request, said or "Không có địa chỉ nào chờ xác nhận.")
    return redirect("reminders")


@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The page of the link: one press confirms, so that a program that opens links confirms nothing."""
    on = today(request.installation)  # type: ignore[attr-defined]
    done, why, account = False, "", account_in(token, on=on)
    if request.method == "POST":
        try:
            account, done = confirm_mail_address(token, on=on), True
        except Refused as refused:
            why = refused.ruling.because
    status = 200 if account is not None and not why else 410
    return render(
        request, "calendar/confirm.html", {"account": account, "done": done, "why": why}, status=status
    )
