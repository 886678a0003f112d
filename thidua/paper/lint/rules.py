"""The rules that need only plain values (quy tắc dùng chung): the same for our own papers and for any file.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II và Phụ lục III, mục I.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from thidua.paper.lint.finding import Finding
from thidua.vietnamese.numbers import roman

SYMBOLS = {
    "nghi_quyet": "NQ",
    "quyet_dinh": "QĐ",
    "chi_thi": "CT",
    "quy_che": "QC",
    "quy_dinh": "QyĐ",
    "thong_cao": "TC",
    "thong_bao": "TB",
    "huong_dan": "HD",
    "chuong_trinh": "CTr",
    "ke_hoach": "KH",
    "phuong_an": "PA",
    "de_an": "ĐA",
    "du_an": "DA",
    "bao_cao": "BC",
    "bien_ban": "BB",
    "to_trinh": "TTr",
    "cong_dien": "CĐ",
    "giay_moi": "GM",
    "giay_gioi_thieu": "GGT",
}
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
ADDRESSED = ("cong_van", "to_trinh")
_HONORIFICS = r"(ông|bà|đồng chí|đ/c|ts|ths|gs|pgs|bs|cn|kỹ sư|tiến sĩ|thạc sĩ)\.?\s"


_VILLAGE = re.compile(
    r"(?:thôn|bản|xóm|làng|ấp|buôn|bon|plei|phum|sóc|khóm|khu phố|khối phố|tổ dân phố|khu dân cư) ",
    re.IGNORECASE,
)


def number_findings(number: str) -> Iterator[Finding]:
    """The number of a paper (số): there, and with a zero below ten."""
    if not number:
        yield Finding("number-blank", "Số", "Văn bản chưa có số; văn thư cấp số sau khi ký.")
    elif number.isdigit() and int(number) < 10 and not number.startswith("0"):
        yield Finding("number-zero", "Số", f"Số nhỏ hơn 10 phải thêm số 0 phía trước: viết “0{number}”.")


def symbol_findings(symbol: str, *, kind: str, issuer: str) -> Iterator[Finding]:
    """The symbol of a paper (ký hiệu): no blanks, and that of its type first; then that of the body, which a
    village has not: it is no agency.
    """
    if re.search(r"\s", symbol):
        yield Finding(
            "symbol-space", "Ký hiệu", "Trong ký hiệu không có khoảng trắng, giữa các nhóm chữ là dấu “-”."
        )
    asked = SYMBOLS.get(kind)
    alone = symbol == asked and _VILLAGE.match(issuer) is not None
    if asked and not alone and not symbol.startswith(f"{asked}-"):
        yield Finding("symbol-type", "Ký hiệu", f"Ký hiệu của loại văn bản này bắt đầu bằng “{asked}-”.")


def recipient_findings(recipients: Sequence[str], *, kind: str) -> Iterator[Finding]:
    """The list of recipients (nơi nhận): there, "Như trên" first where there is "Kính gửi", "Lưu" last."""
    where = "Nơi nhận"
    if not recipients:
        if kind in SYMBOLS or kind == "cong_van":
            yield Finding("recipients-missing", where, "Văn bản phải có “Nơi nhận”.")
        return
    plain = [text.strip().lstrip("- ") for text in recipients]
    if not plain[-1].startswith("Lưu: "):
        yield Finding("recipients-last", where, "Dòng cuối của nơi nhận là “- Lưu: VT, …”.")
    if kind in ADDRESSED and not plain[0].startswith("Như trên"):
        yield Finding(
            "recipients-first", where, "Văn bản có “Kính gửi” thì dòng đầu của nơi nhận là “- Như trên;”."
        )


def signer_findings(name: str) -> Iterator[Finding]:
    """The name of who signs (họ tên người ký): bare, no title before it."""
    if re.match(_HONORIFICS, name, re.IGNORECASE):
        yield Finding("honorific", "Chữ ký", f"Trước họ tên người ký không ghi danh xưng, học vị: “{name}”.")


def ground_findings(grounds: Sequence[str]) -> Iterator[Finding]:
    """Grounds end in ";", the last in "." (căn cứ)."""
    for index, text in enumerate(grounds):
        mark = "." if index == len(grounds) - 1 else ";"
        if not text.rstrip().endswith(mark):
            yield Finding("ground-end", text[:40], f"Căn cứ này phải kết thúc bằng dấu “{mark}”.")


def roman_findings(numbers: Sequence[str]) -> Iterator[Finding]:
    """Roman numbers of headings follow one another (đề mục); the first break is told."""
    for right, held in enumerate(numbers, start=1):
        if held != f"{roman(right)}.":
            message = f"Số La Mã không liên tục: sau đề mục trước phải là “{roman(right)}.”."
            yield Finding("roman-order", held, message)
            return


def article_findings(numbers: Sequence[int]) -> Iterator[Finding]:
    """Articles follow one another from 1 (Điều); the first break is told."""
    for right, held in enumerate(numbers, start=1):
        if held != right:
            yield Finding(
                "article-order", f"Điều {held}", f"Số điều không liên tục: phải là “Điều {right}.”."
            )
            return


def point_findings(letters: Sequence[str]) -> Iterator[Finding]:
    """Letters of points that stand one after the other (điểm) follow the alphabet."""
    for held, found in pairwise(letters):
        right = POINT_LETTERS[POINT_LETTERS.find(held) + 1 :][:1] if held in POINT_LETTERS else ""
        if right and found != right:
            message = f"Sau điểm {held}) là điểm {right}) theo bảng chữ cái tiếng Việt."
            yield Finding("point-order", f"{found})", message)


def appendix_findings(labels: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """Two appendices or more have Roman numbers (phụ lục); each is (label, title)."""
    if len(labels) < 2:
        return
    for number, (label, title) in enumerate(labels, start=1):
        right = f"Phụ lục {roman(number)}"
        if label != right:
            yield Finding("appendix-number", title, f"Có từ hai phụ lục trở lên thì ghi “{right}”.")
