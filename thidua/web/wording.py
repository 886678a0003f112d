"""How dates, amounts and names are shown on a page (cách ghi ngày, số tiền, họ tên)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from thidua.vietnamese import dates, names
from thidua.vietnamese import money as currency

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def day_of(value: date | datetime) -> date:
    """The calendar day of a moment in Vietnam's time (ngày)."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def vn_date(value: date | datetime | None) -> str:
    """A date as on official papers (ngày dạng số): "05/6/2023"; nothing for no date."""
    return dates.vn_date(day_of(value)) if value else ""


def long_date(value: date | datetime | None) -> str:
    """A date in words (ngày dạng chữ): "ngày 05 tháng 6 năm 2023"; nothing for no date."""
    return dates.long_date(day_of(value)) if value else ""


def weekday(value: date | datetime) -> str:
    """The day of the week (thứ trong tuần): "Thứ Hai"."""
    return WEEKDAYS[day_of(value).weekday()]


def money(value: int | None) -> str:
    """An amount in đồng with dots (số tiền): "1.490.000"; nothing for no amount."""
    return "" if value is None else currency.money(value)


def percent(value: Decimal | float | None) -> str:
    """A share of one as a percentage (tỷ lệ): 0.625 -> "62,5 %"; nothing for no share."""
    return "" if value is None else currency.percent(Decimal(str(value)), 1)


def countdown(value: date | datetime, today: date) -> str:
    """How far away a day is, in words (đếm ngày): "còn 10 ngày", "hạn ngày mai", "5 ngày trước"."""
    days = (day_of(value) - today).days
    if days < 0:
        return f"{-days} ngày trước"
    return {0: "hạn hôm nay", 1: "hạn ngày mai"}.get(days, f"còn {days} ngày")


def person_name(full: str) -> SafeString:
    """A name with the given name in bold (họ tên, tên đậm), as in lists sorted by given name."""
    family, given = names.split_name(str(full))
    return format_html("{} <b>{}</b>", family, given) if family else format_html("<b>{}</b>", given)


def initials(full: str) -> str:
    """Two letters for the round picture of a person (chữ cái đầu): "Bà Hoàng Thị Mai" -> "HM"."""
    return names.initials(names.without_honorific(str(full)))
