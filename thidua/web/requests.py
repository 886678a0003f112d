"""The request as our views know it: with the acting mandate and the working day."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from thidua.org.models import Installation, Mandate


class OfficeRequest(HttpRequest):
    """A request after the middleware `acting_mandate` (yêu cầu kèm tư cách đang làm việc)."""

    mandate: Mandate
    mandates: list[Mandate]
    today: date
    installation: Installation | None
