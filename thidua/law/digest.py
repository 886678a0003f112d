"""The law of one day as an officer reads it (luật đang áp dụng): by subject, each with its article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from thidua.law.changes import HEADINGS, name_of
from thidua.law.clock import Holiday, holidays
from thidua.law.load import Books, Version

BEGIN = date(2020, 1, 1)  # the first day the books answer for
_GAP = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Stated:
    """One rule in force (một quy định): its name, sentence and article; `confirmed` is false while nobody has
    seen the text, `is_local` true where the office settles it; `since` is None for what is older than the
    books.
    """

    name: str
    says: str
    source: str
    confirmed: bool
    is_local: bool
    since: date | None
    until: date | None


@dataclass(frozen=True)
class Subject:
    """What the books say of one subject (một phần của sổ luật): its id, heading, rules."""

    id: str
    heading: str
    rules: tuple[Stated, ...]


def law_of(books: Books, day: date) -> tuple[Subject, ...]:
    """Everything in force on a day by subject (luật của một ngày); subjects without a rule are left out.

    Căn cứ: không (quy ước nội bộ) - câu lấy từ sổ pháp luật, mỗi câu có điều, khoản.
    """
    found = (
        Subject(
            subject,
            heading,
            tuple(
                _stated(name_of(books, entry), entry.id if subject == "rules" else "", version, day)
                for entry in books.subjects[subject].values()
                if (version := entry.on(day))
            ),
        )
        for subject, heading in HEADINGS.items()
    )
    return tuple(subject for subject in found if subject.rules)


def plain(version: Version) -> str:
    """The sentence of a version with its note (câu diễn giải); what is filled in case by case is dots."""
    return f"{_GAP.sub('…', version.says)} {version.note}".rstrip()


def days_off(year: int) -> tuple[Holiday, ...]:
    """The days off and the Saturdays worked in a year (lịch nghỉ của năm), in order; none while unknown."""
    return tuple(holiday for day, holiday in sorted(holidays().items()) if day.year == year)


def _stated(name: str, rule: str, version: Version, day: date) -> Stated:
    return Stated(
        name=" ".join(filter(None, [rule, name])),
        says=plain(version),
        source=version.cites,
        confirmed=version.certain(day),
        is_local=version.source is None,
        since=version.start if version.start > BEGIN else None,
        until=version.end,
    )
