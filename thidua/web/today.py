"""What day it is: the only place that asks the clock (ngày làm việc)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from thidua.org.models import Installation


def today(found: Installation | None) -> date:
    """The real day, or in a demo the working day set on the bar at the top of each page."""
    if found is not None and found.is_demo and found.working_day is not None:
        return found.working_day
    return timezone.localdate()


def now(found: Installation | None) -> datetime:
    """The moment of the working day with its zone (thời điểm này): what a signature made now says."""
    moment = timezone.localtime()
    return datetime.combine(today(found), moment.timetz())
