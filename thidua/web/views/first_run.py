"""The first run (lần chạy đầu): the one page an empty installation shows."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from thidua.org.establish import set_up
from thidua.web.actors import attempt
from thidua.web.forms.first_run import FirstRunForm
from thidua.web.requests import OfficeRequest


@sensitive_post_parameters("password", "again")
def first_run(request: OfficeRequest) -> HttpResponse:
    """Ask for the office and its first administrator; afterwards the page leads to the log-in."""
    if request.installation is not None:
        return redirect("account_login")
    form = FirstRunForm(request.POST or None, initial={"day": request.today, "level": "xa"})
    if attempt(request, form, lambda: set_up(
        form.office, administrator=form.first_administrator, starts=form.cleaned_data["day"]
    )):  # fmt: skip
        messages.success(request, "Đã thiết lập. Hãy đăng nhập bằng tài khoản quản trị vừa tạo.")
        return redirect("account_login")
    return render(request, "first_run/first_run.html", {"form": form})
