"""Many papers and certificates signed with one PIN, a few in each request (ký số nhiều văn bản một lần)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from thidua.awards.certify import Chosen, Piece, sign_piece
from thidua.awards.queries.signed import sheets_to_sign
from thidua.law.ruling import Refused
from thidua.records.open_key import opened
from thidua.records.queries.signing import papers_to_sign
from thidua.records.sign_digitally import Pen
from thidua.web.actors import office_page
from thidua.web.forms.signing import BatchForm
from thidua.web.requests import OfficeRequest
from thidua.web.today import now

PAGE = 50


@sensitive_post_parameters("secret")
@office_page
def sign_many(request: OfficeRequest) -> HttpResponse:
    """What waits for the own signature; the next few of what was ticked are signed.

    The PIN stays in the browser: a page with script sends it again for each part, without script it is typed
    again.
    """
    form = BatchForm(request.POST or None, request.FILES or None, seal=request.mandate.holds("clerk"))
    piece = _piece(request, form) if form.is_valid() else None
    if request.headers.get("HX-Request"):
        return _part(request, form, piece)
    if piece is not None and not piece.because:
        _say(request, form, piece)
        return redirect("sign-many")
    return render(request, "signing/sign_many.html", _waiting(request) | {"form": form, "piece": piece})


def _piece(request: OfficeRequest, form: BatchForm) -> Piece | None:
    """Sign a part; None when the key does not open, which the form then says."""
    said = form.cleaned_data
    chosen = Chosen(tuple(said["paper"]), tuple(said["sheets"]))
    try:
        with opened(form.key_source(), seal=request.mandate.holds("clerk")) as key:
            pen = Pen(key, now(request.installation), said["reason"], request.build_absolute_uri("/"))
            return sign_piece(chosen, pen=pen, mandate=request.mandate, on=request.today)
    except Refused as refused:
        form.add_error(None, refused.ruling.because)
        return None


def _part(request: OfficeRequest, form: BatchForm, piece: Piece | None) -> HttpResponse:
    """How far it is, for a page with script: it asks for the next part itself until none is left."""
    if piece is not None and not piece.because and not piece.left:
        _say(request, form, piece)
        return HttpResponse(headers={"HX-Redirect": reverse("sign-many")})
    before = form.cleaned_data.get("before") or 0
    context = {"form": form, "piece": piece, "before": before + (piece.signed if piece else 0)}
    answer = render(request, "signing/sign_many_progress.html", context)
    if piece is not None and not piece.because and piece.signed:
        answer["HX-Trigger-After-Settle"] = "ky-tiep"
    return answer


def _say(request: OfficeRequest, form: BatchForm, piece: Piece) -> None:
    signed = piece.signed + (form.cleaned_data["before"] or 0)
    if piece.left:
        messages.success(request, f"Đã ký số {signed}; còn {piece.left}, tích rồi gõ mật khẩu để ký tiếp.")
    elif signed:
        messages.success(request, f"Đã ký số xong {signed} văn bản, giấy.")
    else:
        messages.info(request, "Những mục đã chọn không còn chờ ký; có thể đã ký xong.")


def _waiting(request: OfficeRequest) -> dict[str, Any]:
    """The papers page by page, and the certificates of each decision as one line."""
    papers = Paginator(papers_to_sign(request.mandate), PAGE).get_page(request.GET.get("trang"))
    sheets = sheets_to_sign(request.mandate)
    sent = request.POST if request.method == "POST" else request.GET
    ticked = {*sent.getlist("van-ban"), *sent.getlist("giay")}
    return {
        "papers": papers,
        "sheets": sheets,
        "is_seal": request.mandate.holds("clerk"),
        "ticked": ticked,
        "all_ticked": not ticked and request.method != "POST",
        "some": bool(papers.paginator.count or sheets),
    }
