"""When everything happens in the two stories (lịch của câu chuyện), and how far a demo may be carried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from thidua.law.clock import next_working_day


@dataclass(frozen=True)
class Calendar:
    """The days of one story (lịch một năm), in the order in which they come."""

    founded: date
    intake: date
    launch: date
    register: date
    register_until: date
    reminded: date
    late: date
    reported: date
    reminded_again: date
    leads: date
    checked: date
    published: date
    standard: date
    reviewed: date
    nominate: date
    appraise: date
    supplemented: date
    session: date
    submit: date
    decided: date
    district: date
    province: date
    handed: date
    announce: date
    conclude: date


CALENDARS = {
    2023: Calendar(
        founded=date(2023, 1, 3),
        intake=date(2023, 3, 13),
        launch=date(2023, 3, 15),
        register=date(2023, 3, 30),
        register_until=date(2023, 3, 31),
        reminded=date(2023, 4, 4),
        late=date(2023, 4, 10),
        reported=date(2023, 5, 8),
        reminded_again=date(2023, 5, 11),
        leads=date(2023, 5, 15),
        checked=date(2023, 5, 18),
        published=date(2023, 5, 22),
        standard=date(2023, 5, 24),
        reviewed=date(2023, 6, 1),
        nominate=date(2023, 6, 2),
        appraise=date(2023, 6, 5),
        supplemented=date(2023, 6, 6),
        session=date(2023, 6, 8),
        submit=date(2023, 6, 9),
        decided=date(2023, 6, 12),
        district=date(2023, 6, 13),
        province=date(2023, 6, 14),
        handed=date(2023, 6, 15),
        announce=date(2023, 6, 16),
        conclude=date(2023, 6, 20),
    ),
    2026: Calendar(
        founded=date(2026, 1, 5),
        intake=date(2026, 9, 3),
        launch=date(2026, 9, 4),
        register=date(2026, 9, 11),
        register_until=date(2026, 9, 14),
        reminded=date(2026, 9, 16),
        late=date(2026, 9, 21),
        reported=date(2026, 10, 15),
        reminded_again=date(2026, 10, 30),
        leads=date(2026, 11, 3),
        checked=date(2026, 11, 6),
        published=date(2026, 11, 12),
        standard=date(2026, 11, 16),
        reviewed=date(2026, 12, 2),
        nominate=date(2026, 12, 4),
        appraise=date(2026, 12, 7),
        supplemented=date(2026, 12, 8),
        session=date(2026, 12, 10),
        submit=date(2026, 12, 11),
        decided=date(2026, 12, 14),
        district=date(2026, 12, 15),
        province=date(2026, 12, 16),
        handed=date(2026, 12, 18),
        announce=date(2026, 12, 21),
        conclude=date(2026, 12, 23),
    ),
}
YEARS = tuple(CALENDARS)

# The last day of each stage, by the field of the calendar.
LAST_DAY = {
    "intake": "intake",
    "launch": "launch",
    "register": "register",
    "track": "reminded_again",
    "discover": "published",
    "nominate": "nominate",
    "appraise": "appraise",
    "deliberate": "session",
    "submit": "submit",
    "decide": "province",
    "certify": "handed",
    "announce": "announce",
    "conclude": "conclude",
}


def working_day_after(stage: str, year: int) -> date:
    """The day on which a demo goes on by hand (ngày làm việc): the working day after the stage."""
    last: date = getattr(CALENDARS[year], LAST_DAY[stage])
    return next_working_day(last + timedelta(days=1))
