"""Suspected slips of a plan (lỗi nghi ngờ): nothing is corrected, each is shown with what it may mean and
why."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from thidua.reading.passage import Passage
from thidua.reading.plan.document import Document
from thidua.reading.plan.header import HEAD, Header
from thidua.reading.plan.items import flat
from thidua.reading.plan.model import Period, Place, Problem
from thidua.reading.plan.sections import Section
from thidua.reading.vocabulary import ALSO_RIGHT, PHRASES, WRONG
from thidua.vietnamese.dates import find_dates, vn_date
from thidua.vietnamese.text import even, tone_key

_COMMUNE = re.compile(r"\b(?:xa|phuong|thi tran|dac khu)\b")
_DISTRICT = re.compile(r"tren dia ban (?:toan )?(?P<level>huyen|thi xa|quan)\b(?! (?:va|ly)\b)")
_PLURAL = re.compile(
    r"(?:ubnd|uy ban nhan dan)\s+(?:cac\s+)?(?P<units>xa,\s*(?:phuong,\s*)?thi tran|xa,\s*phuong)\b"
)
_SPLIT_LETTER = re.compile(r"\b(?P<first>\w{0,2}[đĐ])\s(?P<rest>[ộảạáàốồổỗớờởợứừửữựiíìỉĩị]\w{1,3})\b")
_REACH = re.compile(
    r"(?:(?P<months>3|6|9|sau|ba|chin)\s+thang\s+(?P<half>dau|cuoi)\s+nam|(?:ca\s+)?nam(?!\s+hoc)|"
    r"quy\s+(?P<quarter>iv|i{1,3}))\s+(?P<year>20\d\d)(?!\s*-)"
)
_GOALS = re.compile(r"chi tieu|nhiem vu|tien do|ke hoach|muc tieu")
_JUDGED = ("award", "emulation")
_MONTHS = {"3": 3, "ba": 3, "6": 6, "sau": 6, "9": 9, "chin": 9}
_MARKED = 0.05  # a text with fewer marked letters was typed without marks: spelling cannot be judged


def find_problems(
    document: Document, header: Header, period: Period, sections: list[Section]
) -> tuple[Problem, ...]:
    """All suspected slips and gaps, in reading order."""
    problems = [*_gaps(header), *_levels(document, header), *_spelling(document), *_days(document)]
    problems += [*_beyond(sections, period), *_quotes(document)]
    return tuple(sorted(problems, key=lambda one: one.place.start))


def _texts(document: Document) -> Iterator[tuple[Passage, str]]:
    """Every text of the paper with its place."""
    yield document.title, "tiêu đề"
    for paragraph in document.preamble:
        yield paragraph, "mở đầu"
    for clause in document.clause_text():
        yield clause.head, clause.id
    yield document.closing, "kết thúc"
    for line in document.foot:
        yield line, "cuối văn bản"


def _problem(kind: str, passage: Passage, clause: str, after: str, why: str) -> Problem:
    place = Place(clause, passage.start, passage.end, 0.8)
    return Problem(clause, kind, passage.text, after, why, place)


def _gaps(header: Header) -> Iterator[Problem]:
    """A number or a day that was left blank."""
    if header.number and not any(letter.isdigit() for letter in str(header.number.value).partition("/")[0]):
        line = header.number_line or header.number
        why = "Số văn bản còn để trống; ghi số khi văn thư vào sổ."
        yield Problem(HEAD, "thiếu số", str(line.value), "", why, line.place)
    day = header.date
    if header.place_date and (day.day is None or day.month is None or day.year is None):
        missing = "ngày" if day.day is None else "tháng" if day.month is None else "năm"
        why = f"Thời gian ban hành chưa ghi {missing}; ghi khi ký ban hành."
        yield Problem(HEAD, "thiếu ngày", str(header.place_date.value), "", why, header.place_date.place)


def _levels(document: Document, header: Header) -> Iterator[Problem]:
    """A commune's plan that still speaks of the district it was copied from."""
    body = even(str(header.issuing_body.value)) if header.issuing_body else ""
    if not _COMMUNE.search(body) or re.search(r"\b(?:thi xa|huyen|tinh)\b", body):
        return
    own = _COMMUNE.search(body)
    level = {"xa": "xã", "phuong": "phường", "thi tran": "thị trấn"}.get(
        own.group() if own else "", "đặc khu"
    )
    for passage, clause in _texts(document):
        for hit in _DISTRICT.finditer(passage.plain):
            before = passage.cut(hit.start(), hit.end())
            after = before.text[: hit.start("level") - hit.start()] + level
            why = f"Kế hoạch của cấp {level} nhưng viết “{before.text}”; có thể chép từ văn bản cấp trên."
            yield _problem("sai cấp", before, clause, after, why)
        for hit in _PLURAL.finditer(passage.plain):
            before = passage.cut(hit.start(), hit.end())
            after = before.text[: hit.start("units") - hit.start()] + level
            why = (
                f"Kế hoạch của một {level} nhưng gọi chung nhiều loại đơn vị; có thể chép từ văn bản cấp "
                f"trên."
            )
            yield _problem("sai cấp", before, clause, after, why)


@cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all phrases without marks, and how each is written right."""
    right = {even(phrase): phrase for phrase in PHRASES}
    longest_first = sorted(right, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b"), right


def _spelling(document: Document) -> Iterator[Problem]:
    """Words that differ from a usual phrase only in their marks, or that have lost a letter."""
    text = document.source.text
    if sum(not letter.isascii() for letter in text) < len(text) * _MARKED:
        return
    pattern, right = _lexicon()
    for passage, clause in _texts(document):
        lowered = tone_key(passage.text)
        for hit in pattern.finditer(passage.plain):
            written, phrase = lowered[hit.start() : hit.end()], right[hit.group()]
            if written != tone_key(phrase) and written not in ALSO_RIGHT:
                yield _misspelt(passage, hit.span(), clause, phrase)
        for wrong, phrase in WRONG:
            for start in _places(lowered, wrong):
                yield _misspelt(passage, (start, start + len(wrong)), clause, phrase)
        for hit in _SPLIT_LETTER.finditer(passage.text):
            yield _misspelt(passage, hit.span(), clause, hit["first"] + hit["rest"])


def _places(text: str, word: str) -> list[int]:
    return [hit.start() for hit in re.finditer(rf"\b{re.escape(word)}\b", text)]


def _misspelt(passage: Passage, span: tuple[int, int], clause: str, phrase: str) -> Problem:
    before = passage.cut(*span)
    after = phrase[0].upper() + phrase[1:] if before.text[:1].isupper() else phrase
    why = f"Cụm từ thường viết là “{after}”; có thể lỗi đánh máy hoặc nhận dạng chữ."
    return _problem("chính tả", before, clause, after, why)


def _days(document: Document) -> Iterator[Problem]:
    """Days that no calendar has."""
    for passage, clause in _texts(document):
        for written in find_dates(passage.text):
            if written.day and written.month and written.year and written.value is None:
                before = passage.cut(written.start, written.end)
                last = _last_day(written.year, written.month)
                why = "Ngày này không có trong lịch; hãy kiểm tra lại."
                yield _problem("ngày sai", before, clause, last, why)


def _last_day(year: int, month: int) -> str:
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return ""
    return vn_date(date(year, month, calendar.monthrange(year, month)[1]))


def _beyond(sections: list[Section], period: Period) -> Iterator[Problem]:
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
                yield _problem("vượt thời gian", before, clause.id, after, why)


def _reach(hit: re.Match[str]) -> date:
    """The last day of "6 tháng đầu năm 2023", "quý III 2023", "năm 2023"."""
    year, month = int(hit["year"]), 12
    if hit["months"] and hit["half"] == "dau":
        month = _MONTHS[hit["months"]]
    elif hit["quarter"]:
        month = {"i": 3, "ii": 6, "iii": 9, "iv": 12}[hit["quarter"]]
    return date(year, month, calendar.monthrange(year, month)[1])


def _quotes(document: Document) -> Iterator[Problem]:
    """Quotation marks that are never closed."""
    for passage, clause in _texts(document):
        if passage.text.count("“") != passage.text.count("”"):
            place = max(passage.text.rfind("“"), passage.text.rfind("”"))
            before = passage.cut(max(place - 15, 0), place + 30)
            why = "Dấu ngoặc kép mở và đóng không khớp trong đoạn này."
            yield _problem("dấu ngoặc", before, clause, "", why)
