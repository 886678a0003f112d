"""What a certificate says of itself, sealed, small enough for its square code (lời niêm phong trên mã QR).

The code on the sheet holds the address of the verification page; after its “#” stands this statement as
decimal digits, which a square code stores in a third of a byte each. A browser never sends that part to a
server. Layout of the bytes: version (1), name of the key (8), day of the decision (2: days since 01/01/2000),
five lines of UTF-8, the seal (64). Sealed is all of it but the seal, after a heading and the code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.vietnamese.text import squeeze

VERSION = 1
HEADING = b"thidua giay khen\n"
EPOCH = date(2000, 1, 1)
KEY_BYTES, DAY_BYTES, SEAL_BYTES = 8, 2, 64
LINES = 5
_GROUP_BYTES, _GROUP_DIGITS = 4, 10
_DIGITS_OF = {0: 0, 1: 3, 2: 5, 3: 8}
_BYTES_OF = {digits: count for count, digits in _DIGITS_OF.items()}


@dataclass(frozen=True)
class Statement:
    """What the office says of one certificate (lời trên mã QR): `key_id` are 16 hex digits, `gold_number` the
    “số sổ vàng”, `office` who decided, `title` the form as printed.
    """

    code: str
    key_id: str
    name: str
    title: str
    number: str
    day: date
    office: str
    gold_number: str

    @property
    def body(self) -> bytes:
        """The statement without code and seal, as it stands in the square code."""
        days = (self.day - EPOCH).days
        lines = (self.name, self.title, self.number, self.office, self.gold_number)
        text = "\n".join(squeeze(line) for line in lines)
        head = bytes([VERSION]) + bytes.fromhex(self.key_id) + days.to_bytes(DAY_BYTES)
        return head + text.encode()

    @property
    def sealed(self) -> bytes:
        """The bytes that the office seals: the code of the certificate is among them."""
        return HEADING + self.code.encode() + b"\n" + self.body


def to_digits(data: bytes) -> str:
    """Bytes as decimal digits (chữ số), ten for each four bytes."""
    groups = (data[at : at + _GROUP_BYTES] for at in range(0, len(data), _GROUP_BYTES))
    return "".join(
        str(int.from_bytes(group)).zfill(_DIGITS_OF.get(len(group), _GROUP_DIGITS)) for group in groups
    )


def from_digits(digits: str) -> bytes:
    """The bytes again. Raises ValueError for what `to_digits` never writes."""
    if not re.fullmatch(r"[0-9]*", digits):
        raise ValueError("Lời niêm phong chỉ gồm chữ số.")
    groups = (digits[at : at + _GROUP_DIGITS] for at in range(0, len(digits), _GROUP_DIGITS))
    return b"".join(_group(group) for group in groups)


def _group(digits: str) -> bytes:
    count = _GROUP_BYTES if len(digits) == _GROUP_DIGITS else _BYTES_OF.get(len(digits), -1)
    value = int(digits)
    if count < 0 or value >= 256**count:
        raise ValueError("Lời niêm phong bị thiếu hoặc thừa chữ số.")
    return value.to_bytes(count)


def read_statement(code: str, digits: str) -> tuple[Statement, bytes]:
    """The statement of the certificate with this code, and its seal (đọc lời niêm phong).

    Raises ValueError for what is no statement of ours; whether the seal fits is not asked here.
    """
    data = from_digits(digits)
    head, seal = 1 + KEY_BYTES + DAY_BYTES, data[-SEAL_BYTES:]
    if len(data) < head + SEAL_BYTES or data[0] != VERSION:
        raise ValueError("Mã QR không mang lời niêm phong của giấy khen.")
    lines = data[head:-SEAL_BYTES].decode().split("\n")
    if len(lines) != LINES:
        raise ValueError("Mã QR không mang lời niêm phong của giấy khen.")
    name, title, number, office, gold_number = lines
    day = EPOCH + timedelta(days=int.from_bytes(data[1 + KEY_BYTES : head]))
    key_id = data[1 : 1 + KEY_BYTES].hex()
    return Statement(code, key_id, name, title, number, day, office, gold_number), seal
