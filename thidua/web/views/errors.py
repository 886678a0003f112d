"""Pages for what went wrong (trang lỗi): nothing typed is lost, going back stays possible."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or the person may not know of it."""
    return render(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """The program itself failed: a page that needs neither database nor session."""
    return render(None, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was opened too long ago or in another session: say so, keep the typed text in the browser."""
    return render(request, "403_csrf.html", status=403)
