"""The desk (việc của tôi): everything that waits for a mandate, from every stage, what is due first in
front.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from thidua.org.models import Mandate
from thidua.reports.desk.awarding import AWARDING
from thidua.reports.desk.papers import PAPERS
from thidua.reports.desk.publicity import PUBLICITY
from thidua.reports.desk.setting_up import SETTING_UP
from thidua.reports.desk.taking_part import TAKING_PART
from thidua.reports.desk.waiting import Waiting
from thidua.reports.desk.work import WORK

Source = Callable[[Mandate, date], Iterator[Waiting]]
SOURCES: tuple[Source, ...] = (*PAPERS, *SETTING_UP, *WORK, *TAKING_PART, *AWARDING, *PUBLICITY)


def waiting_for(mandate: Mandate, *, on: date) -> list[Waiting]:
    """Everything that waits for this mandate (việc đang chờ), soonest first; a fixed number of queries."""
    found = [one for source in SOURCES for one in source(mandate, on)]
    return sorted(found, key=lambda one: (one.due or date.max, one.since))


__all__ = ["SOURCES", "Waiting", "waiting_for"]
