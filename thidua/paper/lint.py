"""What the decree on clerical work would fault in a paper (kiểm tra thể thức): findings with the right form,
never a refusal.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (thể thức), Phụ lục II (viết hoa).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from thidua.paper.blocks import Block, Paragraph, SignatureBlock, Signatures, Table
from thidua.paper.model import Document

SYMBOLS = {
    "nghi_quyet": "NQ",
    "quyet_dinh": "QĐ",
    "thong_bao": "TB",
    "huong_dan": "HD",
    "chuong_trinh": "CTr",
    "ke_hoach": "KH",
    "bao_cao": "BC",
    "bien_ban": "BB",
    "to_trinh": "TTr",
    "giay_moi": "GM",
}
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
ADDRESSED = ("cong_van", "to_trinh")
_HONORIFICS = r"(ông|bà|đồng chí|đ/c|ts|ths|gs|pgs|bs|cn|kỹ sư|tiến sĩ|thạc sĩ)\.?\s"
_NUMERIC_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_LONG_DAY = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
_LOWER = "".join(char for char in map(chr, range(ord("a"), 0x1EFA)) if char.islower())
_PEOPLE = re.compile(
    r"(?<!Hội đồng )(?<!Ủy ban )(?<!Uỷ ban )(?<!an ninh )(?<!công an )(?<!quân đội )"
    r"(?<!Công an )(?<!Quân đội )(?<!Hội thẩm )(?<!Tòa án )(?<!Viện kiểm sát )(?<!vũ trang )\bnhân dân\b"
)


@dataclass(frozen=True)
class Finding:
    """One fault (lỗi thể thức): its id, where it stands, and the sentence that says what is right."""

    rule: str
    where: str
    message: str


def lint(document: Document) -> list[Finding]:
    """The faults a machine can see, from top to bottom of the paper; an empty list when there is none."""
    return [
        *_number(document),
        *_title(document),
        *_recipients(document),
        *_signers(document),
        *_appendices(document),
        *_order(document.body),
        *_sentences(document.body),
        *(finding for where, text in _texts(document) for finding in _text(where, text)),
    ]


def _number(document: Document) -> Iterator[Finding]:
    head = document.letterhead
    if not head.number:
        yield Finding("number-blank", "Số", "Văn bản chưa có số; văn thư cấp số sau khi ký.")
    elif head.number.isdigit() and int(head.number) < 10 and not head.number.startswith("0"):
        yield Finding("number-zero", "Số", f"Số nhỏ hơn 10 phải thêm số 0 phía trước: viết “0{head.number}”.")
    if head.show_place_date and head.day is None:
        yield Finding("date-blank", "Ngày", "Văn bản chưa có ngày ban hành.")
    if re.search(r"\s", head.symbol):
        yield Finding(
            "symbol-space", "Ký hiệu", "Trong ký hiệu không có khoảng trắng, giữa các nhóm chữ là dấu “-”."
        )
    asked = SYMBOLS.get(document.kind)
    if asked and not head.symbol.startswith(f"{asked}-"):
        yield Finding("symbol-type", "Ký hiệu", f"Ký hiệu của loại văn bản này bắt đầu bằng “{asked}-”.")


def _title(document: Document) -> Iterator[Finding]:
    if document.type_name and not document.summary:
        yield Finding("summary-missing", "Trích yếu", "Văn bản có tên loại phải có trích yếu nội dung.")
    if not document.type_name and not document.letter_subject.startswith("V/v "):
        yield Finding("subject-missing", "Trích yếu", "Công văn phải có trích yếu bắt đầu bằng “V/v ”.")
    if document.kind == "quyet_dinh" and not document.issuer_line:
        yield Finding(
            "issuer-missing", "Thẩm quyền", "Quyết định phải ghi thẩm quyền ban hành trước phần căn cứ."
        )
    if document.kind == "quyet_dinh" and not document.grounds:
        yield Finding("grounds-missing", "Căn cứ", "Quyết định phải có căn cứ ban hành.")
    if document.kind in ADDRESSED and not document.addressees:
        yield Finding("addressee-missing", "Kính gửi", "Công văn, tờ trình phải có “Kính gửi”.")
    last = document.body[-1] if document.body else None
    if document.body and not document.end_mark and isinstance(last, Paragraph) and document.kind in SYMBOLS:
        yield Finding("end-mark", "Cuối văn bản", "Kết thúc nội dung văn bản là dấu “./.”.")


def _recipients(document: Document) -> Iterator[Finding]:
    where = "Nơi nhận"
    if not document.recipients:
        if document.kind in SYMBOLS or document.kind == "cong_van":
            yield Finding("recipients-missing", where, "Văn bản phải có “Nơi nhận”.")
        return
    plain = [text.lstrip("- ") for text in document.recipients]
    if not plain[-1].startswith("Lưu: "):
        yield Finding("recipients-last", where, "Dòng cuối của nơi nhận là “- Lưu: VT, …”.")
    if document.kind in ADDRESSED and not plain[0].startswith("Như trên"):
        yield Finding(
            "recipients-first", where, "Văn bản có “Kính gửi” thì dòng đầu của nơi nhận là “- Như trên;”."
        )


def _signers(document: Document) -> Iterator[Finding]:
    match document.signature:
        case Signatures():
            blocks = document.signature.blocks
        case SignatureBlock():
            blocks = (document.signature,)
        case None:
            blocks = ()
    for block in blocks:
        if re.match(_HONORIFICS, block.name, re.IGNORECASE):
            yield Finding(
                "honorific", "Chữ ký", f"Trước họ tên người ký không ghi danh xưng, học vị: “{block.name}”."
            )


def _appendices(document: Document) -> Iterator[Finding]:
    if len(document.appendices) < 2:
        return
    for number, appendix in enumerate(document.appendices, start=1):
        right = f"Phụ lục {_roman(number)}"
        if appendix.label != right:
            yield Finding("appendix-number", appendix.title, f"Có từ hai phụ lục trở lên thì ghi “{right}”.")


def _order(blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Numbers in sequence: Roman of the headings, letters of the points, ends of the grounds."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    romans = [
        item.number
        for item in paragraphs
        if item.style == "heading1" and re.fullmatch(r"[IVX]+\.", item.number)
    ]
    for number, held in enumerate(romans, start=1):
        if held != f"{_roman(number)}.":
            yield Finding(
                "roman-order", held, f"Số La Mã không liên tục: sau đề mục trước phải là “{_roman(number)}.”."
            )
            break
    for one, two in pairwise(paragraphs):
        if one.style == two.style == "point":
            yield from _next_letter(one.number.rstrip(")"), two.number.rstrip(")"))
    grounds = [item for item in paragraphs if item.style == "ground"]
    for index, item in enumerate(grounds):
        mark = "." if index == len(grounds) - 1 else ";"
        if not item.text.endswith(mark):
            yield Finding("ground-end", item.text[:40], f"Căn cứ này phải kết thúc bằng dấu “{mark}”.")


def _next_letter(held: str, found: str) -> Iterator[Finding]:
    right = POINT_LETTERS[POINT_LETTERS.find(held) + 1 :][:1] if held in POINT_LETTERS else ""
    if right and found != right:
        yield Finding(
            "point-order", f"{found})", f"Sau điểm {held}) là điểm {right}) theo bảng chữ cái tiếng Việt."
        )


def _sentences(blocks: tuple[Block, ...]) -> Iterator[Finding]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.text[:1].islower():
            message = f"Chữ đầu câu, đầu dòng viết hoa: “{block.text[:1].upper()}”."
            yield Finding("sentence-capital", block.text[:40], message)


def _roman(number: int) -> str:
    tens, units = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    yield from (("Trích yếu", text) for text in (document.summary, document.letter_subject) if text)
    yield from (("Căn cứ", text) for text in document.grounds)
    yield from (("Lời mở đầu", text) for text in (document.opening,) if text)
    parts = [("Nội dung", document.body), *((item.title, item.blocks) for item in document.appendices)]
    for where, blocks in parts:
        for block in blocks:
            match block:
                case Paragraph():
                    yield where, block.text
                case Table():
                    yield from ((where, cell) for row in block.rows for cell in row if cell)


def _text(where: str, text: str) -> Iterator[Finding]:
    for day, month, year in _NUMERIC_DAY.findall(text):
        yield from _zeros(where, f"{day}/{month}/{year}", f"{_day(day)}/{_month(month)}/{year}")
    for day, month, year in _LONG_DAY.findall(text):
        right = f"ngày {_day(day)} tháng {_month(month)} năm {year}"
        yield from _zeros(where, f"ngày {day} tháng {month} năm {year}", right)
    for pattern, rule, message in CAPITALS:
        for match in pattern.finditer(text):
            yield Finding(
                rule,
                where,
                message.format(found=match[0], lower=match[0].lower(), right=match[0].capitalize()),
            )


def _zeros(where: str, found: str, right: str) -> Iterator[Finding]:
    if found != right:
        message = (
            f"“{found}” viết là “{right}”: ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0, tháng 3 đến 9 không thêm."
        )
        yield Finding("date-zero", where, message)


def _day(text: str) -> str:
    return f"{int(text):02}"


def _month(text: str) -> str:
    number = int(text)
    return f"{number:02}" if number <= 2 else str(number)


CAPITALS = (
    (
        re.compile(rf"(?<=[{_LOWER},;] )(?:Khoản|Điểm)(?= (?:\d|[a-zđ]\b))"),
        "clause-capital",
        "Viện dẫn “{found}” viết thường: “{lower}”.",
    ),
    (re.compile(r"\bđiều(?= \d+\b)"), "article-capital", "Viện dẫn “{found}” viết hoa: “{right}”."),
    (
        re.compile(rf"(?<=[{_LOWER},;] )(?:Xã|Huyện|Tỉnh|Thị trấn|Thôn|Bản)(?= [A-ZĐ][{_LOWER}])"),
        "unit-capital",
        "Danh từ chung chỉ đơn vị hành chính viết thường: “{lower}”.",
    ),
    (_PEOPLE, "people-capital", "“Nhân dân” luôn viết hoa chữ đầu."),
    (re.compile(r"(?<!quản lý )\bnhà nước\b"), "state-capital", "“Nhà nước” luôn viết hoa chữ đầu."),
    (re.compile(r"\bthành phố(?= Hồ Chí Minh)"), "city-capital", "Viết là “Thành phố Hồ Chí Minh”."),
    (
        re.compile(
            r"\b(?:kế hoạch|quyết định|nghị định|thông tư|nghị quyết|tờ trình|báo cáo|công văn)(?= số \d)"
        ),
        "type-capital",
        "Tên loại của một văn bản cụ thể viết hoa: “{right} số …”.",
    ),
)  # fmt: skip
