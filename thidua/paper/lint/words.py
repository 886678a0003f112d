"""Faults in the words of a text (chữ trong câu): dates, capital letters, citations.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4 (ngày, tháng); Phụ lục II (viết hoa).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from thidua.paper.lint.finding import Finding

LOWER = "".join(char for char in map(chr, range(ord("a"), 0x1EFA)) if char.islower())
UPPER = "".join(char for char in map(chr, range(ord("A"), 0x1EFA)) if char.isupper())
_NUMERIC_DAY = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(\d{4})\b")
_LONG_DAY = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
_PEOPLE = re.compile(
    r"(?<![Hh]ội đồng )(?<![ỦUủu][yỷ] [Bb]an )(?<!an ninh )(?<!công an )(?<!quân đội )"
    r"(?<!Công an )(?<!Quân đội )(?<!Hội thẩm )(?<!hội thẩm )(?<!Tòa án )(?<!Viện kiểm sát )"
    r"(?<!vũ trang )(?<!quân y )(?<!Nghệ sĩ )(?<!Nhà giáo )(?<!Thầy thuốc )\bnhân dân\b"
)
_TYPES = "kế hoạch|quyết định|nghị định|thông tư|nghị quyết|tờ trình|báo cáo|công văn|chỉ thị|hướng dẫn"
_FEASTS = (
    ("quốc khánh", "Quốc khánh"),
    ("quốc tế lao động", "Quốc tế Lao động"),
    ("quốc tế phụ nữ", "Quốc tế Phụ nữ"),
    ("nhà giáo Việt Nam", "Nhà giáo Việt Nam"),
    ("phụ nữ Việt Nam", "Phụ nữ Việt Nam"),
)
# Each: what is sought, the rule, the sentence; {found} as written, {right} with a capital at the head.
# Names of places in which a word for the terrain is part of the name.
_PLACES = (
    "Cửa Lò|Cửa Ông|Vũng Tàu|Vũng Áng|Vàm Cỏ|Lạch Trường|Cầu Giấy|Bãi Cháy|Bến Tre|Bến Cát|Gò Công|Gò Vấp|"
    "Rạch Giá|Hòn Gai"
)
_HALF = "|".join(f"{one[0].lower()}{one[1:]}" for one in _PLACES.split("|"))
_FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Nông|Hứa|Lương|Chu|Triệu|Vi|Lộc|Bế|"
    "Đàm|Hà|Mã|Sầm|Lò|Quàng|Cà|Tòng|Giàng|Sùng|Vàng|Thào|Đinh|Trịnh|Mai|Cao|Tạ|Tô|Lâm|Đoàn|Phùng|Vương|Đào|Thái"
)
_MIDDLE = "văn|thị|hữu|đức|quốc|xuân|ngọc|đình|bá|duy|công|thế|quang|viết|trọng|kim|thanh|minh"
CAPITALS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(rf"(?<=[{LOWER},;] )(?:Khoản|Điểm)(?= (?:\d|[a-zđ]\b))"),
        "clause-capital",
        "Viện dẫn “{found}” viết thường: “{lower}”.",
    ),
    (re.compile(r"\bđiều(?= \d+\b)"), "article-capital", "Viện dẫn “{found}” viết hoa: “{right}”."),
    (
        re.compile(r"\b(?:phần|chương)(?= [IVXLC]+\b)"),
        "article-capital",
        "Viện dẫn “{found}” viết hoa: “{right}”.",
    ),
    (
        re.compile(rf"(?<=[{LOWER},;] )(?:Xã|Huyện|Tỉnh|Thị trấn|Thôn)(?= [A-ZĐ][{LOWER}])"),
        "unit-capital",
        "Danh từ chung chỉ đơn vị hành chính viết thường: “{lower}”.",
    ),
    (
        re.compile(r"\b(?:quận|phường)(?= \d)"),
        "unit-capital",
        "Tên đơn vị hành chính là con số thì viết hoa cả danh từ chung: “{right} …”.",
    ),
    (_PEOPLE, "people-capital", "“Nhân dân” luôn viết hoa chữ đầu."),
    (re.compile(r"(?<!quản lý )\bnhà nước\b"), "state-capital", "“Nhà nước” luôn viết hoa chữ đầu."),
    (re.compile(r"\bthành phố(?= Hồ Chí Minh)"), "city-capital", "Viết là “Thành phố Hồ Chí Minh”."),
    (re.compile(r"\bthủ đô(?= Hà Nội)"), "city-capital", "Viết là “Thủ đô Hà Nội”."),
    (
        re.compile(r"(?<!hướng )(?<!phía )\b(?:tây nguyên|tây bắc|đông bắc|bắc bộ|trung bộ|nam bộ)\b"),
        "region-capital",
        "Tên vùng, miền viết hoa mọi chữ: “{title}”.",
    ),
    (
        re.compile(r"\b(?:ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân)(?= (?:xã|huyện|tỉnh|phường))"),
        "organisation-capital",
        "Tên cơ quan viết hoa chữ đầu: “{right}”.",
    ),
    (
        re.compile(r"\b(?:Ủy Ban|Uỷ Ban|Hội Đồng)(?= [Nn]hân [Dd]ân\b)"),
        "organisation-capital",
        "Tên cơ quan chỉ viết hoa chữ đầu: “{right} nhân dân”.",
    ),
    (
        re.compile(rf"\b(?:huân chương|huy chương)(?= [{UPPER}][{LOWER}])"),
        "honour-capital",
        "Tên huân chương, huy chương viết hoa: “{right} …”.",
    ),
    (
        re.compile(rf"\b(?:{_FAMILIES}) (?:{_MIDDLE})(?= [{UPPER}][{LOWER}])"),
        "name-capital",
        "Tên người viết hoa chữ đầu mọi tiếng: “{title}”.",
    ),
    (
        re.compile(r"\bđảng(?= (?:ta\b|Cộng sản|cộng sản|và Nhà nước|và nhà nước))"),
        "party-capital",
        "“Đảng” chỉ Đảng Cộng sản Việt Nam thì viết hoa.",
    ),
    (re.compile(r"\bbác Hồ\b"), "party-capital", "Viết là “Bác Hồ”."),
    (
        re.compile(rf"\b(?:{_HALF})\b"),
        "place-capital",
        "Danh từ chung đã thành một phần của tên riêng thì viết hoa: “{title}”.",
    ),
    (
        re.compile(r"\b[Tt]ạp chí Cộng Sản\b"),
        "work-capital",
        "Tên báo, tạp chí chỉ viết hoa chữ đầu: “tạp chí Cộng sản”.",
    ),
    (re.compile(r"\bAnh hùng lao động\b"), "honour-capital", "Viết là “Anh hùng Lao động”."),
    (
        re.compile(
            rf"\b(?:phó chủ tịch|chủ tịch|bí thư|giám đốc)(?= [{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}])"
        ),
        "post-capital",
        "Chức vụ gắn với tên người hoặc cơ quan cụ thể viết hoa: “{right}”.",
    ),
    (
        re.compile(rf"\b(?:{_TYPES})(?= số \d)"),
        "type-capital",
        "Tên loại của một văn bản cụ thể viết hoa: “{right} số …”.",
    ),
    (re.compile(r"\btết (?:nguyên|Nguyên) (?:đán|Đán)\b"), "feast-capital", "Viết là “Tết Nguyên đán”."),
    (
        re.compile(r"(?:(?<=sáng )|(?<=chiều ))thứ (?:hai|ba|tư|năm|sáu|bảy)\b"),
        "weekday-capital",
        "Thứ trong tuần viết hoa chữ chỉ số: “{last}”.",
    ),
    (re.compile(r"\b[Cc]ách mạng tháng tám\b"), "event-capital", "Viết là “Cách mạng tháng Tám”."),
    *(
        (re.compile(rf"(?<=[Nn]gày ){low}\b"), "feast-capital", f"Tên ngày lễ viết hoa: “ngày {right}”.")
        for low, right in _FEASTS
    ),
)
_NEW_SENTENCE = re.compile(rf"(?<=[{LOWER})”])([.?!] )([{LOWER}][{LOWER}]*)")
_SHORTENED = re.compile(r"(?:\bv\.v|\bv\.|\btr|\btp|\bst|\bđ/c)$", re.IGNORECASE)


def text_findings(where: str, text: str) -> Iterator[Finding]:
    """The faults in a piece of running text (một đoạn chữ): dates first, then capitals."""
    for found in _NUMERIC_DAY.finditer(text):
        day, month, year = found.groups()
        yield from _day(where, found[0], f"{_day_text(day)}/{_month_text(month)}/{year}", found.groups())
    for found in _LONG_DAY.finditer(text):
        day, month, year = found.groups()
        right = f"ngày {_day_text(day)} tháng {_month_text(month)} năm {year}"
        yield from _day(where, found[0], right, found.groups())
    for pattern, rule, message in CAPITALS:
        for found in pattern.finditer(text):
            yield Finding(rule, where, _said(message, found[0]))


def sentence_findings(where: str, text: str) -> Iterator[Finding]:
    """A paragraph and each sentence in it begins with a capital (viết hoa đầu câu)."""
    if text[:1].islower():
        yield Finding("sentence-capital", where, f"Chữ đầu câu, đầu dòng viết hoa: “{text[:1].upper()}”.")
    for found in _NEW_SENTENCE.finditer(text):
        if not _SHORTENED.search(text[: found.start()]):
            right = found[2].capitalize()
            yield Finding("sentence-capital", where, f"Sau dấu “{found[1][0]}” viết hoa: “{right}”.")


def _said(message: str, found: str) -> str:
    *first, last = found.split()
    words = {
        "found": found,
        "lower": found.lower(),
        "right": found.capitalize(),
        "title": found.title(),
        "last": " ".join((*first, last.capitalize())),
    }
    return message.format(**words)


def _day(where: str, found: str, right: str, parts: tuple[str, ...]) -> Iterator[Finding]:
    day, month, year = map(int, parts)
    try:
        date(year, month, day)
    except ValueError:
        yield Finding("date-impossible", where, f"Không có ngày “{found}”; hãy kiểm tra lại ngày, tháng.")
        return
    if found != right:
        message = (
            f"“{found}” viết là “{right}”: ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0, tháng 3 đến 9 không thêm."
        )
        yield Finding("date-zero", where, message)


def _day_text(text: str) -> str:
    return f"{int(text):02}"


def _month_text(text: str) -> str:
    number = int(text)
    return f"{number:02}" if number <= 2 else str(number)
