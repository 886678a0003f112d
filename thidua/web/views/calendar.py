"""The calendar of deadlines, its private address for calendar programs, and one's own digest (lịch, thư nhắc
việc).
"""

from __future__ import annotations

import calendar as months
import re
from datetime import date, timedelta
from itertools import groupby
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from thidua.org.models import User
from thidua.records.models import CalendarAddress
from thidua.records.notify import make_calendar_address, set_mail_address, withdraw_calendar_address
from thidua.records.queries.reminding import calendar_address_of, calendar_with, last_digest_of
from thidua.reports.calendar import Entry, Span, as_icalendar, calendar_of
from thidua.web.actors import attempt, office_page
from thidua.web.forms.calendar import MailAddressForm
from thidua.web.requests import OfficeRequest
from thidua.web.today import today
from thidua.web.views.mail import asked_to_confirm

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
BACK, AHEAD = timedelta(days=60), timedelta(days=400)  # what a calendar program gets
MONTH = re.compile(r"^(20\d{2})-(0[1-9]|1[0-2])$")


@office_page
def calendar(request: OfficeRequest) -> HttpResponse:
    """A month of deadlines: a grid on a wide screen, a list on a phone."""
    asked = MONTH.match(request.GET.get("thang", ""))
    first = date(int(asked[1]), int(asked[2]), 1) if asked else request.today.replace(day=1)
    weeks = months.Calendar().monthdatescalendar(first.year, first.month)
    entries = calendar_of(Span(request.mandate, weeks[0][0], weeks[-1][-1]))
    by_day = {day: [_shown(one) for one in rows] for day, rows in groupby(entries, key=lambda one: one.day)}
    last = first.replace(day=months.monthrange(first.year, first.month)[1])
    context = {
        "weekdays": WEEKDAYS,
        "days": [
            (day, by_day.get(day, []), _look(day, first, request.today)) for week in weeks for day in week
        ],
        "listed": [(day, rows) for day, rows in by_day.items() if first <= day <= last],
        "month": first,
        "before": f"{first - timedelta(days=1):%Y-%m}",
        "after": f"{last + timedelta(days=1):%Y-%m}",
    }
    return render(request, "calendar/month.html", context)


def _look(day: date, first: date, on: date) -> str:
    """The class of a day in the grid."""
    if day == on:
        return "month-now"
    return "" if day.month == first.month else "month-out"


def _shown(entry: Entry) -> dict[str, Any]:
    return {"entry": entry, "url": reverse(entry.page[0], args=entry.page[1:])}


@never_cache
@office_page
def reminders(request: OfficeRequest) -> HttpResponse:
    """One's own address for the digest, and the private address of the calendar."""
    account = cast(User, request.user)
    form = MailAddressForm(request.POST or None, initial={"address": account.email})
    if attempt(request, form, lambda: set_mail_address(
        account, address=form.cleaned_data["address"], on=request.today
    )):  # fmt: skip
        messages.success(request, asked_to_confirm(request, account) or "Đã ghi địa chỉ nhận thư nhắc việc.")
        return redirect("reminders")
    held = calendar_address_of(request.mandate)
    context = {
        "form": form,
        "address": _feed_address(request, held) if held else "",
        "held": held,
        "sends": bool(settings.DIGEST_SENDER),
        "account": account,
        "last": last_digest_of(account),
    }
    return render(request, "calendar/reminders.html", context)


def _feed_address(request: OfficeRequest, held: CalendarAddress) -> str:
    where = reverse("calendar-feed", args=[held.token])
    return f"{settings.SITE_ADDRESS}{where}" if settings.SITE_ADDRESS else request.build_absolute_uri(where)


@office_page
@require_POST
def calendar_address(request: OfficeRequest) -> HttpResponse:
    """Make a private address for this mandate; an earlier one no longer opens."""
    make_calendar_address(request.mandate, on=request.today)
    messages.success(
        request, "Đã lập địa chỉ lịch riêng. Ai có địa chỉ này đều xem được lịch; đừng chuyển cho người khác."
    )
    return redirect("reminders")


@office_page
@require_POST
def withdraw_address(request: OfficeRequest) -> HttpResponse:
    """Withdraw the private address."""
    withdraw_calendar_address(request.mandate, on=request.today)
    messages.success(request, "Đã thu hồi địa chỉ lịch riêng.")
    return redirect("reminders")


@never_cache
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar for a program that knows its address; nothing to be found with any other."""
    on = today(request.installation)  # type: ignore[attr-defined]
    held = calendar_with(token)
    if held is None or not held.mandate.is_open(on):
        raise Http404
    entries = calendar_of(Span(held.mandate, on - BACK, on + AHEAD))
    site = settings.SITE_ADDRESS or request.build_absolute_uri("/").rstrip("/")
    linked = [(one, f"{site}{reverse(one.page[0], args=one.page[1:])}") for one in entries]
    name = f"Thi Đua – {held.mandate.unit.short_name}"
    answer = HttpResponse(as_icalendar(linked, name=name, on=on), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="thi-dua.ics"'
    return answer
