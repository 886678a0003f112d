"""Days that cannot be right (ngày tháng): none in the calendar, before the plan itself, beyond its end."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from thidua.reading.plan.document import Document
from thidua.reading.plan.header import PREAMBLE, Header, read_bases
from thidua.reading.plan.items import flat
from thidua.reading.plan.model import Found, Period, Problem
from thidua.reading.plan.sections import Section
from thidua.reading.plan.spans import issued_on
from thidua.reading.slips.problem import problem, texts
from thidua.vietnamese.dates import WrittenDate, find_dates, vn_date

_REACH = re.compile(
    r"(?:(?P<months>3|6|9|sau|ba|chin)\s+thang\s+(?P<half>dau|cuoi)\s+nam|(?:ca\s+)?nam(?!\s+hoc)|"
    r"quy\s+(?P<quarter>iv|i{1,3}))\s+(?P<year>20\d\d)(?!\s*-)"
)
_GOALS = re.compile(r"chi tieu|nhiem vu|tien do|ke hoach|muc tieu")
_DUE = re.compile(r"(?:truoc|cham nhat|den het|han cuoi)(?:\s+(?:la|vao))?(?:\s+ngay)?\s*$")
_JUDGED = ("award", "emulation")
_MONTHS = {"3": 3, "ba": 3, "6": 6, "sau": 6, "9": 9, "chin": 9}


def days(document: Document) -> Iterator[Problem]:
    """Days that no calendar has."""
    for passage, clause in texts(document):
        for written in find_dates(passage.text):
            if written.day and written.month and written.year and written.value is None:
                before = passage.cut(written.start, written.end)
                last = _last_day(written.year, written.month)
                why = "Ngày này không có trong lịch; hãy kiểm tra lại."
                yield problem("ngày sai", before, clause, last, why)


def _last_day(year: int, month: int) -> str:
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return ""
    return vn_date(date(year, month, calendar.monthrange(year, month)[1]))


def past(document: Document, header: Header, period: Period) -> Iterator[Problem]:
    """Days on the wrong side of the day of issue: a campaign or a deadline that had passed, a base that did
    not exist yet; and a campaign that ends before it begins.
    """
    yield from _backwards(period)
    issued = issued_on(header.date)
    if issued is None:
        return
    if period.end and date.fromisoformat(str(period.end.value)) < issued:
        why = f"Thi đua kết thúc trước ngày ban hành kế hoạch ({vn_date(issued)})."
        yield _said(period.end_text or period.end, why)
    for passage, clause in texts(document):
        for written in find_dates(passage.text):
            due = _DUE.search(passage.plain[: written.start])
            if due and written.value and written.value < issued:
                before = passage.cut(written.start, written.end)
                why = (
                    f"Hạn này đã qua khi ban hành kế hoạch ({vn_date(issued)}); có thể còn lại từ văn bản cũ."
                )
                yield problem("ngày đã qua", before, clause, "", why)
    yield from _unborn(document, issued)


def _backwards(period: Period) -> Iterator[Problem]:
    if period.start and period.end and str(period.end.value) < str(period.start.value):
        yield _said(period.end_text or period.end, "Ngày kết thúc đứng trước ngày bắt đầu thi đua.")


def _said(found: Found, why: str) -> Problem:
    return Problem(found.place.clause, "ngày đã qua", str(found.value), "", why, found.place)


def _unborn(document: Document, issued: date) -> Iterator[Problem]:
    """A paper the plan rests on that is dated after the plan."""
    for base in read_bases(document):
        text = document.source.text[base.place.start : base.place.end]
        first = next((one for one in find_dates(text) if one.value), None)
        if first and first.value and first.value > issued and _is_date_of_paper(text, first):
            why = f"Văn bản làm căn cứ ghi ngày sau ngày ban hành kế hoạch ({vn_date(issued)})."
            place = base.place
            yield Problem(PREAMBLE, "ngày sai", text[first.start : first.end], "", why, place)


def _is_date_of_paper(text: str, written: WrittenDate) -> bool:
    """The day right behind the number of a paper is its own; later days belong to its title."""
    return " của " not in text[: written.start] and " về " not in text[: written.start]


def beyond(sections: list[Section], period: Period) -> Iterator[Problem]:
    """Criteria that ask for results after the last day of the campaign."""
    if period.end is None:
        return
    last = date.fromisoformat(str(period.end.value))
    for clause in (c for section in sections if section.topic in _JUDGED for c in flat(section.paragraphs)):
        for hit in _REACH.finditer(clause.head.plain):
            reach = _reach(hit)
            asked = clause.head.plain[max(hit.start() - 80, 0) : hit.start()]
            if last < reach and last.year == reach.year and _GOALS.search(asked):
                before = clause.head.cut(hit.start(), hit.end())
                after = f"đến hết ngày {vn_date(last)}"
                why = f"Đòi kết quả đến {vn_date(reach)}, sau ngày kết thúc thi đua {vn_date(last)}."
                yield problem("vượt thời gian", before, clause.id, after, why)


def _reach(hit: re.Match[str]) -> date:
    """The last day of "6 tháng đầu năm 2023", "quý III 2023", "năm 2023"."""
    year, month = int(hit["year"]), 12
    if hit["months"] and hit["half"] == "dau":
        month = _MONTHS[hit["months"]]
    elif hit["quarter"]:
        month = {"i": 3, "ii": 6, "iii": 9, "iv": 12}[hit["quarter"]]
    return date(year, month, calendar.monthrange(year, month)[1])
