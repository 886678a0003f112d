"""Days counted back from the ceremony (mốc tính lùi): by working days, from what the office settled, never
from a number of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.campaigns.models import Campaign, Deadline
from thidua.law.book import rulebook_on
from thidua.law.clock import doubts_between, is_working_day, working_days_between
from thidua.law.local import LocalValue, local_rules_on
from thidua.law.ruling import Refused

# Each step back: from which day one counts to which, and the local rule that says how many days.
STEPS = (("ceremony", "session", "session_days"), ("session", "review", "appraisal_days"))
PROPOSED = "đề xuất"


@dataclass(frozen=True)
class Step:
    """One step back (một bước tính lùi): so many working days before `before` comes `kind`.

    `days` is None where neither law nor a local rule names a number: the officer does. `source` says where it
    comes from, `confirmed` whether the office has confirmed it.
    """

    before: str
    kind: str
    days: int | None
    source: str
    confirmed: bool


def working_day_on_or_before(day: date) -> date:
    """The day itself, or the last working day before it (ngày làm việc gần nhất về trước)."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def working_days_before(day: date, days: int) -> date:
    """The working day that lies so many working days before a day (lùi theo ngày làm việc)."""
    for _ in range(days):
        day = working_day_on_or_before(day - timedelta(days=1))
    return day


def steps_back(local: Mapping[str, LocalValue], *, on: date) -> list[Step]:
    """The steps with the numbers the office may start from (các bước tính lùi): a confirmed local rule, else
    the value the law books propose, marked as such, else none.
    """
    return [_step(before, kind, rule, local, on=on) for before, kind, rule in STEPS]


def _step(before: str, kind: str, rule: str, local: Mapping[str, LocalValue], *, on: date) -> Step:
    book = rulebook_on(on, local)
    if rule == "session_days":
        days = book.shelf.local.chosen(rule)
        if days is None:
            return Step(before, kind, None, "pháp luật không quy định; cơ quan tự đặt", confirmed=False)
        return Step(before, kind, days, book.shelf.local.confirmed(rule).source, confirmed=True)
    try:
        limit = book.deadline("appraisal")
    except Refused:
        proposal = next(one for one in local_rules_on(on) if one.id == rule)
        return Step(before, kind, int(proposal.proposed), proposal.says, confirmed=False)
    return Step(before, kind, limit.days, limit.source, confirmed=True)


def days_back(ceremony: date, days: Mapping[str, int]) -> dict[str, date]:
    """The day of each step (mốc của từng bước), counted from the ceremony; steps without a number end it."""
    found = {"ceremony": ceremony}
    for before, kind, _ in STEPS:
        if before in found and kind in days:
            found[kind] = working_days_before(found[before], days[kind])
    return found


@dataclass(frozen=True)
class DayLeft:
    """A deadline with what is left of it (hạn còn bao lâu): working days, and whether the office set it."""

    deadline: Deadline
    days: int
    is_proposed: bool


def deadlines_left(campaign: Campaign, *, on: date) -> list[DayLeft]:
    """The deadlines of a campaign with the working days left (các mốc, còn mấy ngày làm việc)."""
    return [
        DayLeft(one, working_days_between(on, one.day), one.says.startswith(PROPOSED))
        for one in campaign.deadlines.all()
    ]


def doubts_of(campaign: Campaign, *, on: date) -> tuple[str, ...]:
    """What is not certain about the calendar up to the last deadline (lịch nghỉ chưa chắc)."""
    last = max((one.day for one in campaign.deadlines.all()), default=on)
    return doubts_between(on, last) if last >= on else ()


def deadline_in(campaign: Campaign, kind: str) -> Deadline:
    """The deadline of a kind in a campaign, else `Deadline.DoesNotExist`."""
    return campaign.deadlines.select_related("campaign__unit").get(kind=kind)
