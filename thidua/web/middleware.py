"""What happens around every page: who acts, in which mandate, on which day; refusals become sentences."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.law.ruling import Refused
from thidua.org.queries import installation, mandates_of
from thidua.web.today import today

MEGABYTE = 1024 * 1024
Handler = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'self'; frame-src 'self'; frame-ancestors 'self'; "
    "form-action 'self'; base-uri 'none'"
)


def content_security(get_response: Handler) -> Handler:
    """Nothing from outside and nothing inline is run by the browser."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Content-Security-Policy", POLICY)
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response

    return handle


def behind_proxy(get_response: Handler) -> Handler:
    """Behind our own reverse proxy the visitor's address is the last one it names, not the proxy's."""

    def handle(request: HttpRequest) -> HttpResponse:
        named = request.META.get("HTTP_X_FORWARDED_FOR", "")
        if named:
            request.META["REMOTE_ADDR"] = named.rpartition(",")[2].strip()
        return get_response(request)

    return handle


def too_large(get_response: Handler) -> Handler:
    """A request over the limit gets a sentence; nothing of it is kept (tệp quá lớn).

    The body is read to its end and thrown away, since a browser shows no answer while it is still sending.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) <= settings.REQUEST_LIMIT:
            return get_response(request)
        while request.read(MEGABYTE):
            pass
        return render(request, "errors/too_large.html", {"limit": settings.REQUEST_LIMIT}, status=413)

    return handle


def first_run(get_response: Handler) -> Handler:
    """An empty installation shows only the page that sets it up (lần chạy đầu)."""

    def handle(request: HttpRequest) -> HttpResponse:
        request.installation = installation()  # type: ignore[attr-defined]
        page = reverse("first-run")
        if request.installation is None and not request.path.startswith((page, "/static/")):  # type: ignore[attr-defined]
            return redirect(page)
        return get_response(request)

    return handle


def acting_mandate(get_response: Handler) -> Handler:
    """Tell each view who acts: the chosen mandate of the account, or its first (tư cách đang làm việc)."""

    def handle(request: HttpRequest) -> HttpResponse:
        request.today = today(request.installation)  # type: ignore[attr-defined]
        request.mandate, request.mandates = None, []  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            found = mandates_of(request.user, request.today)  # type: ignore[attr-defined]
            chosen = request.session.get("mandate")
            request.mandates = found  # type: ignore[attr-defined]
            request.mandate = next(  # type: ignore[attr-defined]
                (m for m in found if str(m.pk) == chosen), found[0] if found else None
            )
            allowed = (reverse("account_change_password"), reverse("account_logout"), "/static/")
            if request.user.must_change_password and not request.path.startswith(allowed):
                return redirect("account_change_password")
        return get_response(request)

    return handle


class refusals:  # noqa: N801 - a middleware, used by its dotted name like the functions above
    """A refusal becomes a page with its sentence and article; what may not be known of is not found."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404  # no page is asked for with a NUL, which a database may not even look for
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Refused):
            return render(request, "errors/refused.html", {"ruling": error.ruling}, status=403)
        if isinstance(error, ObjectDoesNotExist):
            raise Http404 from error
        return None
