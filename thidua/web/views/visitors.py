"""What a visitor may do without an account: report a good deed, see its state, check a certificate
(khách).
"""

from __future__ import annotations

from ipaddress import ip_address

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from thidua.awards.models import Certificate
from thidua.awards.queries.award_photos import public_photos
from thidua.awards.queries.certificate import public_certificate
from thidua.awards.queries.life import life_of
from thidua.campaigns import discover
from thidua.campaigns.queries.example import public_lead_state
from thidua.org.queries import taking_part
from thidua.publicity.queries import public_campaigns
from thidua.web.actors import attempt
from thidua.web.forms.public import CertificateForm, GoodDeedForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.check import shown_keys
from thidua.web.views.public import office_of, shown_to_all

SAYS = {
    "new": ("Đã nhận, đang chờ xác minh", "Cán bộ sẽ hỏi lại thôn hoặc đơn vị trước khi giới thiệu."),
    "verified": (
        "Đã xác minh",
        "Việc tốt có thật. Bài viết chỉ được công khai khi người làm việc tốt đồng ý.",
    ),
    "rejected": (
        "Đã xem xét",
        "Tin này không đăng được, có thể vì trùng với tin khác hoặc chưa xác minh được.",
    ),
    "profiled": (
        "Đã xác minh",
        "Việc tốt có thật. Bài viết chỉ được công khai khi người làm việc tốt đồng ý.",
    ),
}


def _sender(request: OfficeRequest) -> str:
    """A keyed hash of where the form came from, another one each day; our own proxy names the address
    behind it.
    """
    address = request.META.get("REMOTE_ADDR") or "127.0.0.1"
    if ip_address(address).is_loopback:
        address = request.headers.get("X-Forwarded-For", address).split(",")[-1].strip()
    return salted_hmac("thidua.sender", f"{address} {request.today}", algorithm="sha256").hexdigest()


@never_cache
def report_good_deed(request: OfficeRequest) -> HttpResponse:
    """Tell about a good deed, `?don-vi=` chooses the unit; the receipt is kept for the own browser too."""
    unit = office_of(request)
    units = taking_part(unit, request.today)
    form = GoodDeedForm(
        request.POST or None,
        request.FILES or None,
        units=units,
        initial={"home": request.GET.get("don-vi", "")},
    )
    if attempt(request, form, lambda: _report(request, form)):
        receipt = request.session.get("receipt")
        return redirect("good-deed-receipt", receipt) if receipt else redirect("public-home")
    return render(request, "portal/report.html", {"form": form, "unit": unit})


def _report(request: OfficeRequest, form: GoodDeedForm) -> None:
    unit = office_of(request)
    running = public_campaigns(unit).filter(state="open").first()
    lead = discover.report_good_deed(
        unit,
        deed=form.deed(running),
        sender=_sender(request),
        photo=form.cleaned_data["photo"],
        on=request.today,
    )
    request.session["receipt"] = lead.receipt
    messages.success(request, "Đã nhận tin báo. Cảm ơn bạn đã giới thiệu việc tốt.")


@never_cache
@require_safe
def receipt(request: OfficeRequest, receipt: str) -> HttpResponse:
    """How far a report is, and nothing else of it."""
    lead = public_lead_state(office_of(request), receipt)
    state, meaning = SAYS[lead.state]
    return render(request, "portal/receipt.html", {"lead": lead, "state": state, "meaning": meaning})


@shown_to_all
def verify(request: OfficeRequest) -> HttpResponse:
    """Type the code of a certificate."""
    form = CertificateForm(request.GET or None)
    if form.is_valid():
        return redirect("verify-certificate", form.cleaned_data["ma"])
    return render(request, "portal/verify.html", {"form": form, "keys": shown_keys()})


@shown_to_all
def verify_certificate(request: OfficeRequest, code: str) -> HttpResponse:
    """Whether a certificate with this code was given, to whom and by which decision."""
    form = CertificateForm(initial={"ma": code})
    try:
        found = public_certificate(code.lower())
    except Certificate.DoesNotExist:
        context = {"form": form, "unknown": code, "keys": shown_keys()}
        return render(request, "portal/verify.html", context, status=404)
    context = {
        "form": form, "certificate": found, "life": life_of(found), "keys": shown_keys(),
        "photos": public_photos(found),
    }  # fmt: skip
    return render(request, "portal/verify.html", context)
