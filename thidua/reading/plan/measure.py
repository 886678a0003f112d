"""Numbers and choices in the words of a criterion (con số, lựa chọn trong tiêu chuẩn), as proposals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from thidua.vietnamese.text import fold, nfc, squeeze

_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\d/.,-]*\d)"
_COUNTED = r"\s*(?P<counted>%|phần trăm|m2|m²|[^\W\d_]+(?:\s+[^\W\d_]+){0,2})?"
_BEFORE = re.compile(rf"(?:từ|ít nhất|tối thiểu|không dưới|>=|≥)\s*{_NUMBER}{_COUNTED}", re.IGNORECASE)
_AFTER = re.compile(rf"{_NUMBER}{_COUNTED}\s+trở lên", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*\b(?:trở|và|hoặc|được|có|trong|đã|của|trên|do|cho|về|là|tại|với|thuộc|ở|để|năm|đến|tháng|ngày)\b.*$",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"mot trong (?:cac|nhung|hai|ba|bon|nam|so|\d+)")


@dataclass(frozen=True)
class Least:
    """A number that a criterion asks for (mức phải đạt): at least `number` of `counted`."""

    number: Decimal
    counted: str


def least_in(text: str) -> Least | None:
    """The number a criterion seems to ask for (con số đọc được), None where it asks for none: "từ 03 sáng
    kiến trở lên" is 3 of "sáng kiến". Days and numbers of papers are not taken.
    """
    said = nfc(squeeze(text))
    for pattern in (_BEFORE, _AFTER):
        for hit in pattern.finditer(said):
            counted = _counted(hit["counted"] or "")
            if counted:
                number = Decimal(hit["number"].replace(".", "").replace(",", "."))
                return Least(number, counted)
    return None


def _counted(words: str) -> str:
    """What is counted, cut before the sentence goes on; years in a row stay years."""
    if words == "%" or words.lower() == "phần trăm":
        return "%"
    if words.lower() in ("m2", "m²"):
        return "m²"
    return "năm liên tục" if words.lower().startswith("năm liên tục") else _ENDS.sub("", words).strip()


def is_choice(group: str) -> bool:
    """True when the words over some criteria say that one of them is enough (chỉ cần một)."""
    return _CHOICE.search(fold(group)) is not None
