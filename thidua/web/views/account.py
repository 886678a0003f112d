"""One's own account: password, acting mandate, and in a demo the working day (tài khoản của tôi)."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from thidua.org.establish import change_own_password, set_working_day
from thidua.org.models import User
from thidua.org.permissions import may_set_the_day
from thidua.web.actors import attempt, office_page
from thidua.web.forms.account import OwnPasswordForm, WorkingDayForm
from thidua.web.requests import OfficeRequest


@sensitive_post_parameters("current", "new", "again")
@never_cache
@login_required
def change_password(request: OfficeRequest) -> HttpResponse:
    """Choose a password of one's own; at the first log-in nothing else can be done before."""
    account = cast(User, request.user)
    form = OwnPasswordForm(request.POST or None, account=account)
    if attempt(request, form, lambda: change_own_password(
        account, password=form.cleaned_data["new"], on=request.today
    )):  # fmt: skip
        update_session_auth_hash(request, account)
        messages.success(request, "Đã đổi mật khẩu.")
        return redirect("desk")
    return render(request, "account/password_change.html", {"form": form})


def forgotten(request: HttpRequest) -> HttpResponse:
    """Who forgot the password is told whom to ask: no e-mail is needed."""
    return render(request, "account/forgotten.html")


@require_POST
@login_required
def switch_mandate(request: OfficeRequest) -> HttpResponse:
    """Act in another of one's mandates from now on."""
    chosen = next((held for held in request.mandates if str(held.pk) == request.POST.get("mandate")), None)
    if chosen is not None:
        request.session["mandate"] = str(chosen.pk)
        messages.success(request, f"Bạn đang làm việc với tư cách {chosen.office.title}, {chosen.unit.name}.")
    return redirect(_back(request))


@office_page
def working_day(request: OfficeRequest) -> HttpResponse:
    """In a demo, set the day on which everybody works."""
    may_set_the_day(request.mandate, on=request.today).require()
    form = WorkingDayForm(request.POST or None, initial={"day": request.today})
    if attempt(request, form, lambda: set_working_day(
        form.cleaned_data["day"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, "Đã đổi ngày làm việc của bản trình diễn.")
        return redirect(_back(request))
    return render(request, "account/working_day.html", {"form": form})


def _back(request: HttpRequest) -> str:
    """Where the person came from, when that is a page of ours."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe and wanted.startswith("/") else "desk"
