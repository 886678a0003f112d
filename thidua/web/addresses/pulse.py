"""Addresses of the pulse, progress, inspections, calendar, reminders (nhịp, tiến độ, kiểm tra, lịch)."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from thidua.web.views import calendar, inspections, mail, progress, pulse


class Token(StringConverter):
    """The secret part of a private address."""

    regex = r"[\w-]{20,64}"


register_converter(Token, "token")

CAMPAIGN = "dot/<slug:code>/"
VISIT = f"{CAMPAIGN}kiem-tra/<slug:visited>/"
urlpatterns = [
    path(f"{CAMPAIGN}nhip/", pulse.pulse, name="campaign-pulse"),
    path(f"{CAMPAIGN}nhip/don-doc/", pulse.nudge, name="nudge"),
    path(f"{CAMPAIGN}tien-do/", progress.targets, name="campaign-targets"),
    path(f"{CAMPAIGN}kiem-tra/", inspections.inspections, name="campaign-inspections"),
    path(f"{CAMPAIGN}len-lich-kiem-tra/", inspections.plan, name="plan-inspections"),
    path(VISIT, inspections.inspection, name="inspection"),
    path(f"{VISIT}khong-kiem-tra/", inspections.call_off, name="call-off-inspection"),
    path(f"{VISIT}tro-lai/", inspections.put_back, name="put-back-inspection"),
    path(f"{VISIT}bien-ban/", inspections.minutes, name="inspection-minutes"),
    path(f"{CAMPAIGN}khac-phuc/<uuid:pk>/", inspections.settle, name="settle-requirement"),
    path(f"{CAMPAIGN}khac-phuc/<uuid:pk>/mo-lai/", inspections.reopen, name="reopen-requirement"),
    path("lich-cua-toi/", calendar.calendar, name="calendar"),
    path("lich-cua-toi/rieng/", calendar.reminders, name="reminders"),
    path("lich-cua-toi/rieng/gui-lai/", mail.ask_again, name="ask-to-confirm-mail"),
    path("xac-nhan-thu/<str:token>/", mail.confirm, name="confirm-mail"),
    path("lich-cua-toi/rieng/lap/", calendar.calendar_address, name="calendar-address"),
    path("lich-cua-toi/rieng/thu-hoi/", calendar.withdraw_address, name="withdraw-calendar-address"),
    path("lich-cua-toi/<token:token>.ics", calendar.feed, name="calendar-feed"),
]
