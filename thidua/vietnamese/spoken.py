"""A text as it is read aloud on the village loudspeaker (bản đọc truyền thanh)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from thidua.vietnamese.numbers import LARGEST, digits_in_words, from_roman, in_words

ABBREVIATIONS: Mapping[str, str] = {
    "ANTT": "an ninh trật tự",
    "BC": "báo cáo",
    "BCH": "Ban Chấp hành",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "BNV": "Bộ Nội vụ",
    "BTC": "Ban Tổ chức",
    "CBCC": "cán bộ, công chức",
    "CCB": "Cựu chiến binh",
    "CLB": "câu lạc bộ",
    "CNTT": "công nghệ thông tin",
    "CP": "Chính phủ",
    "CT": "chỉ thị",
    "CTUBND": "Chủ tịch Ủy ban nhân dân",
    "CV": "công văn",
    "DTTS": "dân tộc thiểu số",
    "GM": "giấy mời",
    "HD": "hướng dẫn",
    "HĐ": "Hội đồng",
    "HĐND": "Hội đồng nhân dân",
    "HĐTĐKT": "Hội đồng Thi đua - Khen thưởng",
    "HND": "Hội Nông dân",
    "HTX": "hợp tác xã",
    "KDC": "khu dân cư",
    "KH": "kế hoạch",
    "LHPN": "Liên hiệp Phụ nữ",
    "MTTQ": "Mặt trận Tổ quốc",
    "NĐ": "nghị định",
    "NQ": "nghị quyết",
    "NTM": "nông thôn mới",
    "PCCC": "phòng cháy, chữa cháy",
    "QĐ": "quyết định",
    "QH": "Quốc hội",
    "TB": "thông báo",
    "TDP": "tổ dân phố",
    "TNXP": "thanh niên xung phong",
    "TP": "thành phố",
    "TĐKT": "Thi đua - Khen thưởng",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "TNCS": "Thanh niên Cộng sản",
    "TT": "thông tư",
    "TTg": "Thủ tướng",
    "TTr": "tờ trình",
    "UB": "Ủy ban",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "UBND": "Ủy ban nhân dân",
    "VHXH": "văn hóa - xã hội",
    "VNĐ": "đồng",
    "XHCN": "xã hội chủ nghĩa",
}
_UNITS = {
    "đ": "đồng",
    "VNĐ": "đồng",
    "km": "ki-lô-mét",
    "m": "mét",
    "m2": "mét vuông",
    "m²": "mét vuông",
    "ha": "héc-ta",
    "kg": "ki-lô-gam",
    "%": "phần trăm",
}
_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_END = r"(?![\w/])"
# What is counted in Roman figures; a lone capital elsewhere is a letter.
_NUMBERED = (
    "[Tt]hứ|[Kk]h[óo]a|[Kk]hoá|[Qq]uý|[Cc]hương|[Mm]ục|[Pp]hần|[Đđ]ại hội|[Kk]hối|[Hh]ạng|[Ll]oại|[Nn]hóm|"
    "[Tt]ập|[Kk]ỳ|[Kk]ỷ|[Ll]ần|[Pp]hụ lục|[Gg]iai đoạn"
)
_Read = Callable[[re.Match[str]], str]


def spoken(text: str, glossary: Mapping[str, str] | None = None) -> str:
    """Spell out dates, numbers, money, document numbers and abbreviations (bản để đọc thành tiếng).

    `glossary` adds to or overrules the table of abbreviations. The result holds no digit.
    """
    table = {**ABBREVIATIONS, **(glossary or {})}
    text = unicodedata.normalize("NFKC", text).replace("–", "-")
    text = unicodedata.normalize("NFC", text)
    text = re.sub(rf"\b\d+(?:/\d{{4}})?/{_SYMBOL}", lambda found: _document(found.group(), table), text)
    for pattern, read in _READINGS:
        text = pattern.sub(read, text)
    words = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(table, key=len, reverse=True)))})(?!\w)")
    text = words.sub(lambda found: table[found.group()], text)
    return re.sub(r"[ \t]{2,}", " ", text).strip()


def minutes_to_read(text: str, words_per_minute: float) -> float:
    """How long a text takes to read aloud, in minutes (thời lượng đọc)."""
    return len(text.split()) / words_per_minute


def short_sentences(text: str) -> str:
    """The text with a full stop where a semicolon stood (câu ngắn): a listener cannot look back."""
    parts = [part.strip() for part in text.split(";")]
    kept = [part for part in parts if part]
    return ". ".join([*kept[:1], *(part[:1].upper() + part[1:] for part in kept[1:])])


def long_sentences(text: str, syllables: int = 30) -> list[str]:
    """The sentences with more syllables than one breath carries (câu dài), in their order."""
    sentences = re.split(r"(?<=[.!?…])\s+|\n+", text)
    return [one.strip() for one in sentences if len(one.split()) > syllables]


_SYMBOL = r"[A-ZĐ][A-ZĐa-z]*\d*(?:-[A-ZĐ][A-ZĐa-z]*\d*)*"


def _document(written: str, table: Mapping[str, str]) -> str:
    """ "113/KH-UBND" -> "một trăm mười ba trên kế hoạch, Ủy ban nhân dân"."""
    *numbers, symbol = written.split("/")
    parts = [_symbol_part(part, table) for part in symbol.split("-")]
    return " trên ".join([*map(_whole, numbers), ", ".join(parts)])


def _symbol_part(part: str, table: Mapping[str, str]) -> str:
    if part in table:
        return table[part]
    letters = part.rstrip("0123456789")
    term = part[len(letters) :]
    return " ".join(filter(None, [table.get(letters, " ".join(letters)), _whole(term) if term else ""]))


def _whole(written: str) -> str:
    figures = written.replace(".", "")
    number = int(figures)
    long_or_phone = number > LARGEST or (figures.startswith("0") and len(figures) > 2)
    return digits_in_words(figures) if long_or_phone else in_words(number)


def _decimal(whole: str, places: str | None) -> str:
    if not places:
        return _whole(whole)
    after = digits_in_words(places) if places.startswith("0") else _whole(places)
    return f"{_whole(whole)} phẩy {after}"


def _day(day: int) -> str:
    return f"mùng {in_words(day)}" if day <= 10 else in_words(day)


def _month(month: int) -> str:
    return "tư" if month == 4 else in_words(month)


def _date(found: re.Match[str]) -> str:
    day, month, year = found["day"], found["month"], found["year"]
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return found.group()
    said = f"ngày {_day(int(day))} tháng {_month(int(month))}"
    return said + (f" năm {in_words(int(year))}" if year else "")


def _month_of_year(found: re.Match[str]) -> str:
    if not 1 <= int(found["month"]) <= 12:
        return found.group()
    said = f"{found['word']} {_month(int(found['month']))}"
    return said + (f" năm {in_words(int(found['year']))}" if found["year"] else "")


def _hour(found: re.Match[str]) -> str:
    minutes = found["minutes"]
    return f"{_whole(found['hours'])} giờ" + (f" {in_words(int(minutes))} phút" if minutes else "")


def _ordinal(found: re.Match[str]) -> str:
    try:
        number = from_roman(found["roman"])
    except ValueError:
        return found.group()
    special = {1: "nhất", 4: "tư"} if found["word"].endswith("thứ") else {}
    return f"{found['word']} {special.get(number, in_words(number))}"


def _measure(found: re.Match[str]) -> str:
    return f"{_decimal(found['whole'], found['places'])} {_UNITS[found['unit']]}"


def _to(found: re.Match[str]) -> str:
    return f"{found.group(1)} đến "


def _plain(found: re.Match[str]) -> str:
    before, after = (
        found.string[found.start() - 1 : found.start()],
        found.string[found.end() : found.end() + 1],
    )
    said = _decimal(found["whole"], found["places"])
    return f"{' ' if before.isalnum() else ''}{said}{' ' if after.isalnum() else ''}"


_DATE = r"(?P<day>\d{1,2})\s*/\s*(?P<month>\d{1,2})"
_READINGS: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (re.compile(r"(\d{1,2}/\d{1,2}/\d{4})\s*-\s*(?=\d{1,2}/\d{1,2}/\d{4})"), _to),
    (re.compile(r"\b(\d{4})\s*-\s*(?=\d{4}\b)"), _to),
    (re.compile(rf"(?:ngày\s+)?\b{_DATE}\s*/\s*(?P<year>\d{{4}}){_END}"), _date),
    (re.compile(r"ngày\s+(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?: năm (?P<year>\d{4}))?\b"), _date),
    (re.compile(rf"(?:ngày\s+){_DATE}(?P<year>){_END}"), _date),
    (
        re.compile(r"(?P<word>[Tt]háng)\s+(?P<month>\d{1,2})(?:\s*/\s*(?P<year>\d{4}))?(?![\d/])"),
        _month_of_year,
    ),
    (re.compile(r"\b(?P<hours>\d{1,2})\s?(?:h|:|giờ\s)(?P<minutes>\d{2})\b(?:\s*phút)?"), _hour),
    (re.compile(r"\b(?P<hours>\d{1,2})h(?P<minutes>)\b"), _hour),
    (re.compile(rf"(?P<word>\b(?:{_NUMBERED}))\s+(?P<roman>[IVXLCM]+)\b"), _ordinal),
    (
        re.compile(rf"(?P<whole>{_NUMBER})(?:,(?P<places>\d+))?\s*(?P<unit>VNĐ|đ|km|m2|m²|ha|kg|m|%)(?!\w)"),
        _measure,
    ),
    (re.compile(rf"(?P<whole>{_NUMBER})(?:,(?P<places>\d+))?"), _plain),
)
