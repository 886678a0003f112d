"""Who may open a page, and how a form is carried out once (người làm việc, gửi biểu mẫu)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from thidua.law.ruling import Refused
from thidua.records.once import spend
from thidua.web.requests import OfficeRequest

View = Callable[..., HttpResponseBase]


def office_page(view: View) -> View:
    """A page for somebody who acts in a mandate (trang nghiệp vụ): log in first, and hold an office today."""

    @login_required
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.mandate is None:  # type: ignore[attr-defined]
            return render(request, "errors/no_mandate.html", status=403)
        return view(request, *args, **kwargs)

    return checked


def _token(request: HttpRequest) -> str:
    """The token of the form with its content and where it goes: with other content it is another form."""
    if not request.POST.get("once"):
        return ""
    said = sorted(
        (name, request.POST.getlist(name)) for name in request.POST if name != "csrfmiddlewaretoken"
    )
    sent = sorted((file.name or "", file.size or 0) for _, files in request.FILES.lists() for file in files)
    told = json.dumps([request.get_full_path(), said, sent])
    return hashlib.sha256(told.encode()).hexdigest()[:40]


def attempt(request: OfficeRequest, form: Form, action: Callable[[], Any]) -> bool:
    """Carry a valid form out, once (thực hiện biểu mẫu): True when it is done, now or by the same form
    before.

    A refusal becomes an error of the form, so that nothing typed is lost. All database work of `action` is
    one transaction with the form's token.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        with transaction.atomic():
            if spend(_token(request), on=request.today):
                action()
    except Refused as refused:
        source = f" ({refused.ruling.source})" if refused.ruling.source else ""
        form.add_error(None, f"{refused.ruling.because}{source}")
        return False
    return True
