"""Checks on days (thời hạn): transition, appraisal, posting, the statistics year."""

from __future__ import annotations

from datetime import date, timedelta

from thidua.law.clock import working_days_between
from thidua.law.eligibility import Case
from thidua.law.ruling import Ruling, Weight
from thidua.law.shelf import Shelf
from thidua.vietnamese.dates import vn_date

FAMILY = "gia_dinh_van_hoa"
_DAY = timedelta(days=1)


def check_transition(shelf: Shelf, *, received: date | None) -> Ruling | None:
    """R02: a dossier received under the law before goes on under it (chuyển tiếp); the shelf is of today."""
    version = shelf.on("rules", "R02")
    if version is None or received is None:
        return None
    return shelf.answer("R02", broken=received < version.start, received=vn_date(received))


def check_appraisal_term(shelf: Shelf, *, due: date | None) -> Ruling | None:
    """R25: the appraisal is not late (thẩm định trong hạn), in working days; the shelf is of today."""
    if due is None:
        return None
    late = working_days_between(due, shelf.day)
    return shelf.answer("R25", broken=late > 0, days=late, due=vn_date(due))


def check_posting(shelf: Shelf, case: Case) -> Ruling | None:
    """R26: a list of Gia đình văn hóa hung ten days before the dossier went in (niêm yết); the chair decides
    within ten days of the full dossier, later is a warning.
    """
    if case.form_id != FAMILY or shelf.on("rules", "R26") is None:
        return None
    days = shelf.needs("deadlines", "family_posting", "thời gian niêm yết").value["days"]
    limit = shelf.needs("deadlines", "family_decision", "hạn quyết định").value["days"]
    fault, weight = _posting_fault(case, days=days, limit=limit)
    return shelf.answer("R26", broken=bool(fault), weight=weight, days=days, fault=fault)


def _posting_fault(case: Case, *, days: int, limit: int) -> tuple[str, Weight]:
    posted, filed, decided = case.posted_on, case.filed_on, case.decided_on
    if posted is None:
        return "chưa ghi ngày niêm yết", Weight.BLOCK
    if filed is not None and (filed - posted).days < days:
        said = f"niêm yết ngày {vn_date(posted)}, gửi hồ sơ ngày {vn_date(filed)}"
        return said, Weight.BLOCK
    if filed is not None and decided is not None and (decided - filed).days > limit:
        return f"quyết định ngày {vn_date(decided)}, quá {limit} ngày từ khi nhận đủ hồ sơ", Weight.WARN
    return "", Weight.BLOCK


def check_judging_day(shelf: Shelf, case: Case) -> Ruling | None:
    """R27: the village judged its families before 25/11 of the year (bình xét trước 25/11)."""
    version, judged = shelf.on("rules", "R27"), case.judged_on
    if version is None or case.form_id != FAMILY or judged is None:
        return None
    last = date.fromisoformat(f"{judged.year}-{version.value['before']}")
    return shelf.answer("R27", broken=judged >= last, judged=vn_date(judged))


def statistics_year(shelf: Shelf, day: date) -> tuple[date, date] | None:
    """The first and last day of the statistics year that holds a day (kỳ thống kê), None where the books say
    nothing; the calendar year where the office set it so. Căn cứ: Thông tư 02/2023/TT-BNV; Thông tư
    18/2025/TT-BNV (sổ rules, R33); quy tắc địa phương statistics_report.
    """
    local = shelf.local
    if "statistics_report" in local.values and local.confirmed("statistics_report").value == "calendar":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    version = shelf.on("rules", "R33")
    if version is None:
        return None
    first = date.fromisoformat(f"{day.year}-{version.value['starts']}")
    if first > day:
        first = first.replace(year=day.year - 1)
    return first, first.replace(year=first.year + 1) - _DAY


def check_statistics_year(shelf: Shelf, *, starts: date, ends: date) -> Ruling | None:
    """R33: what a report counts lies in one statistics year (kỳ thống kê); it only informs."""
    year = statistics_year(shelf, starts)
    if year is None:
        return None
    span = f"thời gian từ {vn_date(starts)} đến {vn_date(ends)}"
    return shelf.answer("R33", broken=ends > year[1], span=span)
