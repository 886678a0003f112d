"""What single cells of a list say (nội dung từng ô): names, years of birth, ticks, whom a name stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.vietnamese.names import tidy_name, without_honorific
from thidua.vietnamese.text import fold, squeeze

OLDEST = 110
_TICKS = frozenset({"x", "v", "co", "1", "✓", "✔", "√", "+", "có"})
_EPOCH = date(1899, 12, 30)  # day 0 of the serial dates of a spreadsheet
_LABEL = re.compile(r"^\s*(?:\d{1,4}\s*[.)/:]|[-–•+*]+)\s*")
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SHORT_YEAR = re.compile(r"(?:^|[/.-])(\d{2})$")
_LETTERS = re.compile(r"[^\W\d_]+(?:[ .'’,-]+[^\W\d_]+)*[.]?")
_COLLECTIVE = re.compile(
    r"(?:tap the|to|doi|chi bo|chi hoi|chi doan|thon|ban|lang|xom|ap|khu pho|hoi|doan|cong an|tram|uy ban|"
    r"truong (?:tieu|trung|mam|thcs|th\b)|mat tran|phong|lop|khoi|nhom|cau lac bo|clb|hop tac xa|htx|can bo|"
    r"nhan dan|luc luong|van phong|dang uy|cong doan|don|ban chi huy|doanh nghiep|cong ty|quy|cum|dai)\b"
)
_FAMILY = re.compile(r"(?:ho|gia dinh)\s+(?:gia dinh\b|ong\b|ba\b|anh\b|chi\b|chi em\b|nong dan\b|\w)")
_WOMAN = re.compile(r"^(?:ba|nu|chi|co|f|gai)$")
_MAN = re.compile(r"^(?:ong|nam|anh|chu|m|trai)$")
_POST = re.compile(
    r"\b(?:truong|pho|chu tich|bi thu|can bo|cong chuc|giao vien|hoi vien|nong dan|thon|xa|to|uy vien|hoi|"
    r"nhan vien|hieu truong|sinh nam|giam doc|doi|cong an|doan)\b"
)
_KINDS = (
    ("household", re.compile(r"\bho (?:gia dinh|dan)\b|\bgia dinh\b|^ho$|\bcac ho\b")),
    ("collective", re.compile(r"\btap the\b")),
    ("individual", re.compile(r"\bca nhan\b")),
)


@dataclass(frozen=True)
class Named:
    """A name as a cell holds it (tên trong ô), with what stood around it."""

    name: str
    honorific: str = ""
    birth_year: int | None = None
    aside: str = ""
    was_capitals: bool = False


def is_ticked(cell: str) -> bool:
    """Whether a cell is ticked (đánh dấu): x, v, có, 1."""
    return fold(squeeze(cell)) in _TICKS


def kind_in(words: str) -> str:
    """The kind of recipient that words speak of (loại đối tượng), "" for none or several."""
    plain = fold(words)
    found = [kind for kind, pattern in _KINDS if pattern.search(plain)]
    return found[0] if len(found) == 1 else ""


def kind_of_name(name: str) -> str:
    """Whom a name stands for by its first words (đoán đối tượng): a household, a collective, or a person."""
    plain = fold(name)
    if _FAMILY.match(plain) and (plain.startswith("gia dinh") or len(plain.split()) > 1):
        return "individual" if _is_surname(name) else "household"
    if _COLLECTIVE.match(plain) and not _is_surname(name):
        return "collective"
    return "individual" if 2 <= len(plain.split()) <= 6 else ""


def _is_surname(name: str) -> bool:
    """Hồ, Tô, Bàn, Đoàn, Quý … are family names too: in a person's name every word has a capital."""
    words = name.split()
    family = words[0].lower()
    return (
        family in ("hồ", "tô", "bàn", "đoàn", "bản", "đội", "đàn", "đái", "đài")
        and 2 <= len(words) <= 4
        and all(word[:1].isupper() for word in words)
    )


def read_name(cell: str) -> Named:
    """A name without number, honorific and brackets (đọc tên), in its proper case.

    A second line in the cell is what stands beside the name when it says a post, else the name's own end.
    """
    first, *rest = [squeeze(line) for line in cell.splitlines() if line.strip()] or [""]
    aside = [line for line in rest if _POST.search(fold(line)) and len(first.split()) > 1]
    name = squeeze(_LABEL.sub("", " ".join([first, *(line for line in rest if line not in aside)])))
    year: int | None = None
    while bracket := _IN_BRACKETS.search(name):
        said, name = bracket.group(1), name[: bracket.start()]
        found = _YEAR.search(said)
        if found:
            year = int(found.group())
        else:
            aside.append(said)
    sex = next((sex for word in aside if (sex := sex_in(word))), "")
    aside = [word for word in aside if not sex_in(word)]
    plain = tidy_name(name)
    bare = without_honorific(plain)
    called = sex or (sex_in(plain.split()[0].rstrip(".:")) if bare != plain else "")
    return Named(bare.rstrip(",;"), called, year, ", ".join(aside), name.isupper())


def is_name(name: str) -> bool:
    """Whether a person's name is made of letters only (chỉ có chữ)."""
    return _LETTERS.fullmatch(name) is not None


def sex_in(cell: str) -> str:
    """ "Ông" or "Bà" when the cell says one of them (Nam, Nữ, Ông, Bà), else ""."""
    plain = fold(squeeze(cell)).rstrip(".")
    return "Bà" if _WOMAN.match(plain) else "Ông" if _MAN.match(plain) else ""


def guessed_sex(name: str) -> str:
    """What the middle name tells (đoán từ tên đệm): Thị a woman, Văn a man, else ""."""
    middle = name.lower().split()[1:-1]
    return "Bà" if "thị" in middle else "Ông" if "văn" in middle else ""


def read_year(cell: str) -> tuple[int | None, str]:
    """A year of birth (năm sinh) and how it was read when it is not written so; None with "" for an empty
    cell, None with a sentence for one that says no year.
    """
    written = squeeze(cell)
    if not written:
        return None, ""
    years = _YEAR.findall(written)
    if len(years) == 1:
        return int(years[0]), ""
    if written.isdigit() and len(written) == 5:
        day = _EPOCH + timedelta(days=int(written))
        return day.year, f"Năm sinh: số {written} của bảng tính là năm {day.year}."
    short = _SHORT_YEAR.search(written)
    if short and not years:
        year = 1900 + int(short.group(1))
        return year, f"Năm sinh “{written}” đã hiểu là {year}."
    return None, f"Năm sinh “{written}” không đọc được; ghi đủ bốn chữ số, ví dụ 1980."


def proper_case(name: str, known: Mapping[str, str]) -> str:
    """A collective's name typed in capitals in its usual case (trả lại chữ thường): a first capital, and
    names of places and bodies as they are `known` (by small letters).
    """
    small = name.lower()
    for lower, written in sorted(known.items(), key=lambda pair: -len(pair[0])):
        # A pattern's replacement would read backslashes of the name, so the name is put in between the parts.
        small = written.join(re.split(rf"(?<!\w){re.escape(lower)}(?!\w)", small))
    return small[:1].upper() + small[1:]
