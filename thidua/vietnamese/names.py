"""Names of persons as written and as displayed (họ tên)."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Sex = Literal["nam", "nu", ""]

_FIRST_LETTER = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_HONORIFICS: dict[Sex, str] = {"nam": "Ông", "nu": "Bà", "": "Ông (Bà)"}
# Before "Thị" stands a family name, never an honorific: "Ông Thị Lan", "Cô Thị Mai".
_LEADING = re.compile(
    r"^(ông|bà|anh|chị|cô giáo|cô|chú|bác|cậu|dì|thầy giáo|thầy|em|cháu|đồng chí|đ/c)"
    r"\s*[:.]?\s+(?!thị\s)(?=\S+\s+\S)",
    re.IGNORECASE,
)


def tidy_name(written: str) -> str:
    """Bring a name into its usual form (chuẩn hóa họ tên): NFC, single spaces, no shouting.

    A name all in capitals or all in small letters gets a capital on every word; any other stays as written.
    """
    name = " ".join(unicodedata.normalize("NFC", written).split())
    if name.isupper() or name.islower():
        name = _FIRST_LETTER.sub(lambda letter: letter.group().title(), name.lower())
    return unicodedata.normalize("NFC", name)


def split_name(full: str) -> tuple[str, str]:
    """Split into family-and-middle name and given name (họ và tên đệm, tên); one word is a given name."""
    family, _, given = tidy_name(full).rpartition(" ")
    return family, given


def initials(full: str) -> str:
    """The first letters of family and given name (chữ cái đầu): "Nguyễn Văn An" -> "NA"."""
    family, given = split_name(full)
    return (family[:1] + given[:1]).upper()


def honorific(sex: Sex = "") -> str:
    """How official papers address a person (danh xưng): "Ông", "Bà", or "Ông (Bà)" when unknown."""
    return _HONORIFICS[sex]


def addressed(full: str, sex: Sex = "") -> str:
    """A name with its honorific (danh xưng và họ tên): "Bà Lò Thị Mai"."""
    return f"{honorific(sex)} {tidy_name(full)}"


def without_honorific(written: str) -> str:
    """Drop a leading "Ông", "Cô", "Thầy giáo" … before a name of two words or more (bỏ danh xưng)."""
    return tidy_name(_LEADING.sub("", tidy_name(written)))
