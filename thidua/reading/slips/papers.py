"""Slips of the paper as a paper (thể thức): blanks, a district's words, numbers against symbols, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.reading.passage import Passage
from thidua.reading.plan.document import Document
from thidua.reading.plan.header import HEAD, Header
from thidua.reading.plan.model import Problem
from thidua.reading.slips.problem import problem, texts
from thidua.vietnamese.text import even

_COMMUNE = re.compile(r"\b(?:xa|phuong|thi tran|dac khu)\b")
_DISTRICT = re.compile(r"tren dia ban (?:toan )?(?P<level>huyen|thi xa|quan)\b(?! (?:va|ly)\b)")
_PLURAL = re.compile(
    r"(?:ubnd|uy ban nhan dan)\s+(?:cac\s+)?(?P<units>xa,\s*(?:phuong,\s*)?thi tran|xa,\s*phuong)\b"
)
_LEVELS = {"xa": "xã", "phuong": "phường", "thi tran": "thị trấn"}
# How each kind of paper is written in a symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I).
_SIGNS = {
    "ke hoach": "KH", "quyet dinh": "QĐ", "chi thi": "CT", "nghi quyet": "NQ", "nghi dinh": "NĐ",
    "thong tu": "TT", "huong dan": "HD", "thong bao": "TB", "bao cao": "BC", "to trinh": "TTr",
    "ket luan": "KL", "chuong trinh": "CTr", "quy che": "QC", "quy dinh": "QyĐ", "de an": "ĐA",
    "phuong an": "PA",
}  # fmt: skip
_NAMED = re.compile(
    r"(?<![\w-])(?P<kind>"
    + "|".join(_SIGNS)
    + r")\s+so\s*:?\s*\d{1,5}[a-z]?\s?[-/]\s?(?:\d{4}/)?(?P<sign>\w+)"
)
_OWN = re.compile(r"[-/]\s?(?P<sign>\w+)")


def gaps(header: Header) -> Iterator[Problem]:
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


def levels(document: Document, header: Header) -> Iterator[Problem]:
    """A commune's plan that still speaks of the district it was copied from."""
    body = even(str(header.issuing_body.value)) if header.issuing_body else ""
    own = _COMMUNE.search(body)
    if own is None or re.search(r"\b(?:thi xa|huyen|tinh)\b", body):
        return
    level = _LEVELS.get(own.group(), "đặc khu")
    for passage, clause in texts(document):
        for hit in _DISTRICT.finditer(passage.plain):
            before = passage.cut(hit.start(), hit.end())
            after = before.text[: hit.start("level") - hit.start()] + level
            why = f"Kế hoạch của cấp {level} nhưng viết “{before.text}”; có thể chép từ văn bản cấp trên."
            yield problem("sai cấp", before, clause, after, why)
        for hit in _PLURAL.finditer(passage.plain):
            before = passage.cut(hit.start(), hit.end())
            after = before.text[: hit.start("units") - hit.start()] + level
            why = (
                f"Kế hoạch của một {level} nhưng gọi chung nhiều loại đơn vị; có thể chép từ văn bản cấp "
                f"trên."
            )
            yield problem("sai cấp", before, clause, after, why)


def symbols(document: Document, header: Header) -> Iterator[Problem]:
    """A kind of paper that its symbol contradicts ("Kế hoạch số 12/QĐ-UBND")."""
    named = document.cover or document.doc_type
    kind = named.plain
    own = _OWN.search(str(header.number.value)) if header.number else None
    if header.number and own and _contradicts(kind, own["sign"]):
        text, right = str(header.number.value), _SIGNS[kind]
        after = text[: own.start("sign")] + right + text[own.end("sign") :]
        why = f"Văn bản là “{named.text}” nhưng ký hiệu ghi “{own['sign']}”."
        yield Problem(HEAD, "ký hiệu", text, after, why, header.number.place)
    for passage, clause in texts(document):
        for hit in _NAMED.finditer(passage.plain):
            sign = passage.text[hit.start("sign") : hit.end("sign")]
            if _contradicts(hit["kind"], sign):
                yield _cited(passage, hit, clause, sign)


def _cited(passage: Passage, hit: re.Match[str], clause: str, sign: str) -> Problem:
    before = passage.cut(hit.start(), hit.end())
    named = before.text[: hit.end("kind") - hit.start("kind")]
    why = f"Gọi là “{named}” nhưng ký hiệu ghi “{sign}”; hãy xem lại tên loại hoặc ký hiệu."
    return problem("ký hiệu", before, clause, "", why)


def _contradicts(kind: str, sign: str) -> bool:
    """The symbol is that of another kind of paper; a symbol that names no kind says nothing."""
    return kind in _SIGNS and sign in _SIGNS.values() and sign.casefold() != _SIGNS[kind].casefold()


def quotes(document: Document) -> Iterator[Problem]:
    """Quotation marks that are never closed."""
    for passage, clause in texts(document):
        if passage.text.count("“") != passage.text.count("”"):
            place = max(passage.text.rfind("“"), passage.text.rfind("”"))
            before = passage.cut(max(place - 15, 0), place + 30)
            why = "Dấu ngoặc kép mở và đóng không khớp trong đoạn này."
            yield problem("dấu ngoặc", before, clause, "", why)
