"""Accounts (tài khoản): a first password is shown until its slip is handed over."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from thidua.org.establish import (
    FirstPassword,
    create_account,
    disable_account,
    enable_account,
    reset_password,
    set_telephone,
)
from thidua.org.establish.accounts import proposed_username
from thidua.org.permissions import may_arrange
from thidua.org.queries import account_held, accounts_within, person_named, without_account
from thidua.paper.slip import Slip, write_slips
from thidua.web.actors import attempt
from thidua.web.forms.office import AccountForm, TelephoneForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.office import HOME, form_page, settings_page

ACCOUNTS = ("Tài khoản", "/co-quan/tai-khoan/")
SLIPS = "slips"  # kept in the session of who made them, until they are handed over


@settings_page(may_arrange)
def accounts(request: OfficeRequest) -> HttpResponse:
    """The accounts within reach, and who holds an office without one."""
    page = Paginator(accounts_within(request.mandate), 50).get_page(request.GET.get("trang"))
    waiting = list(without_account(request.mandate, request.today)[:50])
    shown = {"page": page, "waiting": waiting, "crumbs": [HOME], "slips": request.session.get(SLIPS, [])}
    return render(request, "office/accounts.html", shown)


@settings_page(may_arrange)
def account_new(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """Make the account of a person."""
    person = person_named(request.mandate, pk)
    first = {"username": proposed_username(person.name), "telephone": person.telephone}
    form = AccountForm(request.POST or None, initial=first)
    if attempt(request, form, lambda: _keep_slip(request, create_account(
        person, username=form.cleaned_data["username"], telephone=form.cleaned_data["telephone"],
        mandate=request.mandate, on=request.today,
    ))):  # fmt: skip
        return redirect("slips")
    return form_page(
        request, form, head=f"Cấp tài khoản cho {person.name}", does="Cấp tài khoản",
        back=reverse("accounts"), crumbs=[ACCOUNTS],
        explain="Mật khẩu lần đầu do phần mềm đặt, in trên phiếu, phải đổi khi đăng nhập lần đầu.",
    )  # fmt: skip


@require_POST
@settings_page(may_arrange)
def accounts_for_all(request: OfficeRequest) -> HttpResponse:
    """Make an account for everybody who holds an office and has none."""
    for person in without_account(request.mandate, request.today)[:50]:
        _keep_slip(request, create_account(person, mandate=request.mandate, on=request.today))
    return redirect("slips")


@require_POST
@settings_page(may_arrange)
def account_reset(request: OfficeRequest, username: str) -> HttpResponse:
    """Give an account a new first password."""
    account = account_held(request.mandate, username)
    _keep_slip(request, reset_password(account, mandate=request.mandate, on=request.today))
    return redirect("slips")


@require_POST
@settings_page(may_arrange)
def account_turn(request: OfficeRequest, username: str) -> HttpResponse:
    """Stop an account, or open it again."""
    account = account_held(request.mandate, username)
    if request.POST.get("to") == "stop":
        disable_account(account, mandate=request.mandate, on=request.today)
        messages.success(request, f"Đã ngừng tài khoản “{username}”.")
    else:
        enable_account(account, mandate=request.mandate, on=request.today)
        messages.success(request, f"Đã mở lại tài khoản “{username}”.")
    return redirect("accounts")


@settings_page(may_arrange)
def account_telephone(request: OfficeRequest, username: str) -> HttpResponse:
    """Set the telephone an account may log in with."""
    account = account_held(request.mandate, username)
    form = TelephoneForm(request.POST or None, initial={"telephone": account.telephone})
    if attempt(request, form, lambda: set_telephone(
        account, telephone=form.cleaned_data["telephone"], mandate=request.mandate, on=request.today
    )):  # fmt: skip
        messages.success(request, f"Đã ghi số điện thoại đăng nhập của “{username}”.")
        return redirect("accounts")
    return form_page(
        request, form, head=f"Số điện thoại đăng nhập của {account.get_full_name()}",
        does="Ghi số điện thoại", back=reverse("accounts"), crumbs=[ACCOUNTS],
    )  # fmt: skip


@never_cache
@settings_page(may_arrange)
def slips(request: OfficeRequest) -> HttpResponse:
    """The first passwords just made, until they are handed over (POST wipes them)."""
    kept = request.session.get(SLIPS, [])
    if request.method == "POST":
        request.session.pop(SLIPS, None)
        messages.success(request, "Đã xóa mật khẩu khỏi màn hình; từ nay chỉ người dùng biết.")
        return redirect("accounts")
    return render(request, "office/slips.html", {"slips": kept, "crumbs": [HOME, ACCOUNTS]})


@never_cache
@settings_page(may_arrange)
def slips_pdf(request: OfficeRequest) -> HttpResponse:
    """The slips to print and cut, eight on a sheet."""
    kept = request.session.get(SLIPS, [])
    if not kept:
        return redirect("slips")
    made_at = timezone.make_aware(datetime.combine(request.today, time()))
    pdf = write_slips([_slip(request, slip) for slip in kept], timestamp=made_at)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="phieu-mat-khau.pdf"'
    return response


def _slip(request: OfficeRequest, kept: dict[str, str]) -> Slip:
    lines = (
        ("Họ và tên", kept["name"]),
        ("Đơn vị", kept["unit"]),
        ("Trang web", request.get_host()),
        ("Tên đăng nhập", kept["account"]),
        ("Mật khẩu lần đầu", kept["password"]),
    )
    address = request.build_absolute_uri(reverse("account_login"))
    note = "Đổi mật khẩu khi đăng nhập lần đầu, rồi hủy phiếu."
    return Slip("PHIẾU TÀI KHOẢN THI ĐUA", lines, note=note, url=address)


def _keep_slip(request: OfficeRequest, made: FirstPassword) -> None:
    person = made.account.person
    slip = {
        "name": made.account.get_full_name(),
        "unit": person.unit.name if person else "",
        "account": made.account.username,
        "password": made.password,
    }
    others = [kept for kept in request.session.get(SLIPS, []) if kept["account"] != slip["account"]]
    request.session[SLIPS] = [*others, slip]
