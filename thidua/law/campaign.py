"""Checks on a campaign (đợt thi đua): what its plan must say, and what its length asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from thidua.law.ruling import Ruling
from thidua.law.shelf import Shelf

_DAY = timedelta(days=1)


def check_plan(shelf: Shelf, *, missing: Iterable[str]) -> Ruling | None:
    """R28: the plan names aim, objects, criteria, time and measures (kế hoạch đủ nội dung)."""
    lacking = list(missing)
    return shelf.answer("R28", broken=bool(lacking), missing="; ".join(lacking))


def check_interim_review(shelf: Shelf, *, starts: date, ends: date, reviewed: bool) -> Ruling | None:
    """R29: a campaign of a year or more has a review on its way (sơ kết giữa đợt); a shorter one is not
    asked.
    """
    version = shelf.on("rules", "R29")
    if version is None or months_between(starts, ends) < version.value["months"]:
        return None
    return shelf.answer("R29", broken=not reviewed, months=version.value["months"])


def check_long_campaign(shelf: Shelf, *, starts: date, ends: date) -> Ruling | None:
    """R30: a campaign of three years or more may have to be told to the level above (từ 03 năm)."""
    version = shelf.on("rules", "R30")
    if version is None:
        return None
    years = version.value["years"]
    return shelf.answer("R30", broken=months_between(starts, ends) >= 12 * years, years=f"{years:02d}")


def months_between(starts: date, ends: date) -> int:
    """Whole months of a span, both days counted (số tháng tròn)."""
    after = ends + _DAY
    months = (after.year - starts.year) * 12 + after.month - starts.month
    return months - (after.day < starts.day)
