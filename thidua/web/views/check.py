"""Checking a certificate by its square code, off-line too: the page, what keeps it in the browser, its name
on the home screen (quét giấy khen).
"""

from __future__ import annotations

import json
from functools import wraps
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.records.models import SealKey
from thidua.records.queries.seal import public_keys
from thidua.records.seal import fingerprint
from thidua.web.requests import OfficeRequest
from thidua.web.views.public import View, office_of, shown_to_all

FILES = (
    *("vendor/tabler.min.css", "theme.css", "favicon.svg", "icons.svg"),
    *("vendor/nacl.min.js", "vendor/jsqr.js", "check.js", "scan.js"),
)


def shown_keys() -> list[SealKey]:
    """The public keys with the fingerprint to compare (`said`), for a page that checks seals."""
    found = list(public_keys())
    for key in found:
        key.said = fingerprint(bytes.fromhex(key.public))  # type: ignore[attr-defined]
    return found


def with_camera(view: View) -> View:
    """A page that may ask for the camera; no other page of the product may."""

    @wraps(view)
    def allowed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()"
        return response

    return allowed


@with_camera
@shown_to_all
def scan(request: OfficeRequest) -> HttpResponse:
    """Read the square code by camera or from a picture and check its seal in the browser."""
    office_of(request)
    return render(request, "portal/scan.html", {"keys": shown_keys()})


@require_safe
def worker(request: OfficeRequest) -> HttpResponse:
    """The script that keeps the page; it changes with the files and the keys, so that browsers fetch anew."""
    page = reverse("scan-certificate")
    kept = [page, reverse("check-manifest"), *(static(name) for name in FILES)]
    state = json.dumps([kept, [(key.key_id, str(key.ends)) for key in public_keys()]])
    context = {"page": page, "kept": json.dumps(kept), "version": sha256(state.encode()).hexdigest()[:16]}
    response = render(request, "portal/worker.js", context, content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def manifest(request: OfficeRequest) -> HttpResponse:
    """What the page is called on the home screen of a phone."""
    icon = {"src": static("favicon.svg"), "sizes": "any", "type": "image/svg+xml"}
    said = {
        "name": "Kiểm tra giấy khen", "short_name": "Kiểm tra giấy khen", "lang": "vi",
        "start_url": reverse("scan-certificate"), "scope": reverse("verify"), "display": "standalone",
        "icons": [icon],
    }  # fmt: skip
    return JsonResponse(said, content_type="application/manifest+json")
